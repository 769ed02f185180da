// @ts-check
import { h } from '../dom.js';
import { act } from './act.js';
import { drawField } from './field.js';
import { words } from './text.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/** @param {CardContext} context @param {CardElement} element */
export function drawInput(context, element) {
  const multiline = element.input_type === 'multiline_text';
  const initial = element.i18n_default_value?.zh_cn ?? element.default_value ?? '';
  const control = h(multiline ? 'textarea' : 'input', {
    type: multiline ? null : element.input_type === 'password' ? 'password' : 'text',
    rows: multiline ? (element.rows ?? 5) : null,
    maxlength: element.max_length ?? 1000,
    placeholder: words(element.placeholder),
    autocomplete: 'off',
  });
  control.value = initial;
  const standalone = context.form === null;
  const counted = multiline && element.max_length !== undefined;
  return drawField(context, element, {
    control,
    shown: standalone
      ? withSend(context, element, control)
      : counted
        ? withCounter(control, element.max_length)
        : control,
    read: () => control.value,
    empty: () => control.value.trim() === '',
    reset: () => {
      control.value = initial;
      control.dispatchEvent(new Event('input'));
    },
  });
}

/** Outside a form an input reports by itself: with Enter, or with the small button that appears while typing. @param {CardContext} context @param {CardElement} element @param {any} control */
function withSend(context, element, control) {
  const send = h('button', { type: 'button', class: 'btn small primary_text', on: { click: report } }, '确定');
  control.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter' || event.isComposing || control.tagName === 'TEXTAREA') return;
    event.preventDefault();
    report();
  });
  return h('div', { class: 'input-send' }, control, send);

  function report() {
    // `confirm` of an input belongs to a submit button's click; a lone input does not ask.
    void act(context, { ...element, confirm: undefined }, send, { always: true, inputValue: control.value });
  }
}

/** @param {any} control @param {number} max */
function withCounter(control, max) {
  const counter = h('span', { class: 'counter', 'aria-hidden': 'true' });
  const count = () => {
    counter.textContent = `${control.value.length}/${max}`;
  };
  control.addEventListener('input', count);
  count();
  return h('div', { class: 'counted' }, control, counter);
}
