// @ts-check
import { h } from '../dom.js';
import { act, addressOf, reports } from './act.js';
import { styleWidth } from './box.js';
import { firstMissing, formValue, resetForm } from './form-scope.js';
import { drawTextObject, words } from './text.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/** @param {CardContext} context @param {CardElement} element @returns {HTMLElement} */
export function drawButton(context, element) {
  const { type = 'default', size = 'medium', disabled = false } = element;
  const look = {
    class: `btn card-btn fit ${type} ${size}`,
    title: words(disabled ? element.disabled_tips : element.hover_tips) || null,
    data: { type, size },
  };
  const label = h('span', { class: 'btn-label' }, element.text ? drawTextObject(context, element.text) : '');
  const address = addressOf(element);
  // A plain link is a link: it can be copied, opened in a new window and read out as one.
  if (address !== null && !disabled && !element.confirm && !reports(element)) {
    return withWidth(h('a', { ...look, href: address, target: '_blank', rel: 'noopener noreferrer' }, label), element);
  }
  // The second half of a double click is no press: by then the card may have been drawn anew with another row's button here.
  const node = h(
    'button',
    {
      ...look,
      type: 'button',
      disabled,
      on: { click: (/** @type {MouseEvent} */ event) => event.detail < 2 && press(context, element, node) },
    },
    label,
  );
  return withWidth(node, element);
}

/** @param {HTMLElement} node @param {CardElement} element */
function withWidth(node, element) {
  styleWidth(node, element.width);
  return node;
}

/** @param {CardContext} context @param {CardElement} element @param {HTMLElement} node */
function press(context, element, node) {
  const { form } = context;
  const kind = element.form_action_type ?? element.action_type;
  if (form !== null && kind === 'reset') {
    resetForm(form);
    return;
  }
  if (form !== null && kind === 'submit') {
    const missing = firstMissing(form);
    if (missing !== null) {
      missing.focus();
      return;
    }
    void act(context, element, node, { always: true, formValue: formValue(form) });
    return;
  }
  void act(context, element, node);
}
