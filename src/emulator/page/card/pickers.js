// @ts-check
import { h } from '../dom.js';
import { act } from './act.js';
import { drawField } from './field.js';
import { words } from './text.js';

/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

// The client reports the picker's zone with the value; this page's people all sit in Asia/Shanghai.
const OFFSET = '+0800';
const KINDS = {
  date_picker: { type: 'date', initial: 'initial_date' },
  picker_time: { type: 'time', initial: 'initial_time' },
  picker_datetime: { type: 'datetime-local', initial: 'initial_datetime' },
};

/** `date_picker`, `picker_time`, `picker_datetime`. @param {CardContext} context @param {CardElement} element */
export function drawPicker(context, element) {
  const kind = KINDS[/** @type {keyof typeof KINDS} */ (element.tag)];
  const initial = String(element[kind.initial] ?? '').replace(' ', 'T');
  const control = h('input', { type: kind.type });
  control.value = initial;
  const standalone = context.form === null;
  const placeholder = words(element.placeholder);
  // Native pickers have no placeholder: it lies over the empty control until that is looked into or filled.
  const shown = h('div', { class: 'picker', data: { placeholder } }, control);
  const mark = () => shown.classList.toggle('unchosen', control.value === '' && placeholder !== '');
  for (const event of ['input', 'change']) control.addEventListener(event, mark);
  mark();
  if (standalone) {
    control.addEventListener('change', () => {
      if (control.value === '') return;
      void act(context, { ...element, confirm: undefined }, control, { always: true, option: reported(control.value) });
    });
  }
  return drawField(context, element, {
    control,
    shown,
    read: () => (control.value === '' ? '' : reported(control.value)),
    empty: () => control.value === '',
    reset: () => {
      control.value = initial;
      mark();
    },
    fits: true,
  });
}

/** `2024-04-01 +0800`, `07:07 +0800`, `2024-04-29 07:07 +0800`. @param {string} value */
function reported(value) {
  return `${value.replace('T', ' ')} ${OFFSET}`;
}
