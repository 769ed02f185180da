// @ts-check

import { askConfirm } from '../confirm.js';
import { h, setStyle } from '../dom.js';
import { act } from './act.js';
import { lengths } from './box.js';
import { drawField } from './field.js';
import { drawTextObject, styleText, words } from './text.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/** A tick with words, and up to three small buttons beside it. @param {CardContext} context @param {CardElement} element */
export function drawChecker(context, element) {
  const initial = element.checked === true;
  const control = h('input', { type: 'checkbox' });
  control.checked = initial;
  const text = h('span', { class: 'checker-text' }, drawTextObject(context, element.text));
  styleText(text, context, element.text ?? {});
  const buttons = (element.button_area?.buttons ?? []).map((/** @type {CardElement} */ one) => ({
    tag: 'button',
    size: 'small',
    ...one,
  }));
  const row = h(
    'div',
    { class: 'checker' },
    h('label', {}, control, text),
    context.drawAll({ ...context, form: null }, buttons),
  );
  setStyle(row, { padding: lengths(element.padding) });
  const show = () => {
    const struck = control.checked && element.checked_style?.show_strikethrough === true;
    setStyle(text, {
      'text-decoration': struck ? 'line-through' : 'none',
      opacity: control.checked ? (element.checked_style?.opacity ?? 1) : 1,
    });
  };
  show();
  control.addEventListener('change', tick);
  const node = drawField(context, element, {
    control,
    shown: row,
    read: () => control.checked,
    empty: () => !control.checked,
    reset: () => {
      control.checked = initial;
      show();
    },
  });
  control.setAttribute('aria-label', words(element.text) || '勾选');
  return node;

  async function tick() {
    const { confirm } = element;
    if (context.form === null && confirm && !(await askConfirm(words(confirm.title), words(confirm.text)))) {
      control.checked = !control.checked;
      return;
    }
    show();
    if (context.form === null)
      await act(context, { ...element, confirm: undefined }, row, { checked: control.checked });
  }
}
