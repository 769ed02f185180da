// @ts-check
import { h } from '../dom.js';
import { styleWidth } from './box.js';
import { words } from './text.js';

/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

let counter = 0;

/**
 * The frame of every component that holds a value: label, control, hint below. Inside a form it also signs up there.
 *
 * @param {CardContext} context
 * @param {CardElement} element
 * @param {object} parts
 * @param {any} parts.control the part that takes the keyboard focus
 * @param {HTMLElement} [parts.shown] what is drawn, when it is more than the control
 * @param {() => unknown} parts.read
 * @param {() => boolean} parts.empty
 * @param {() => void} parts.reset
 * @param {boolean} [parts.required]
 * @param {boolean} [parts.fits] small controls stand beside others in a row
 * @returns {HTMLElement}
 */
export function drawField(context, element, parts) {
  const { control, shown = control, required = element.required === true } = parts;
  const label = words(element.label);
  const placeholder = words(element.placeholder);
  counter += 1;
  control.id = `field-${counter}`;
  if (element.name !== undefined) control.setAttribute('name', element.name);
  if (label === '') control.setAttribute('aria-label', placeholder || element.name || '输入');
  if (required) control.setAttribute('aria-required', 'true');
  if (element.disabled === true) control.disabled = true;
  if (element.disabled === true) control.title = words(element.disabled_tips);
  const hint = h('div', { class: 'field-hint', role: 'alert', id: `${control.id}-hint`, hidden: true });
  control.setAttribute('aria-describedby', hint.id);
  const node = h(
    'div',
    { class: `field ${element.label_position === 'left' ? 'label-left' : ''} ${parts.fits ? 'fit' : ''}` },
    label !== '' &&
      h('label', { for: control.id }, label, required && h('span', { class: 'star', 'aria-hidden': 'true' }, ' *')),
    h('div', { class: 'field-control' }, shown, hint),
  );
  styleWidth(node, element.width);

  /** @param {string} text */
  function showHint(text) {
    hint.textContent = text;
    hint.hidden = text === '';
    node.classList.toggle('wrong', text !== '');
  }
  for (const type of ['input', 'change']) node.addEventListener(type, () => showHint(''));
  if (context.form !== null && element.name) {
    context.form.fields.push({
      name: element.name,
      read: parts.read,
      missing: () => required && element.disabled !== true && parts.empty(),
      reset: parts.reset,
      hint: showHint,
      focus: () => control.focus(),
    });
  }
  return node;
}
