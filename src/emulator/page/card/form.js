// @ts-check
import { h } from '../dom.js';
import { styleBox } from './box.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/**
 * A form gathers its children's values and hands them over with the submit button's click. It is no `<form>` element:
 * Enter in a field must not submit, as it does not in the client.
 *
 * @param {CardContext} context
 * @param {CardElement} element
 */
export function drawForm(context, element) {
  const node = h('div', { class: 'card-form', role: 'group', 'aria-label': '表单' });
  styleBox(node, element, { config: context.config, gap: '12px' });
  node.append(...context.drawAll({ ...context, form: { fields: [] } }, element.elements));
  return node;
}
