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
  // Native pickers have no placeholder; it is shown as a label unless the card gives one.
  const labelled = element.label === undefined && placeholder !== '' ? { ...element, label: placeholder } : element;
  if (standalone) {
    control.addEventListener('change', () => {
      if (control.value === '') return;
      void act(context, { ...element, confirm: undefined }, control, { always: true, option: reported(control.value) });
    });
  }
  return drawField(context, labelled, {
    control,
    read: () => (control.value === '' ? '' : reported(control.value)),
    empty: () => control.value === '',
    reset: () => {
      control.value = initial;
    },
    fits: true,
  });
}

/** `2024-04-01 +0800`, `07:07 +0800`, `2024-04-29 07:07 +0800`. @param {string} value */
function reported(value) {
  return `${value.replace('T', ' ')} ${OFFSET}`;
}
