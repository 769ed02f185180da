// @ts-check
import { h } from '../dom.js';
import { act } from './act.js';
import { drawField } from './field.js';
import { optionsOf } from './options.js';
import { words } from './text.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/** `select_static` and `select_person`. @param {CardContext} context @param {CardElement} element */
export function drawSelect(context, element) {
  const options = optionsOf(context, element);
  // `initial_index` counts from 1; 0 chooses nothing.
  const initial = element.initial_option ?? options[(element.initial_index ?? 0) - 1]?.value ?? '';
  const control = h(
    'select',
    { class: element.type === 'text' ? 'text-select' : '' },
    h('option', { value: '' }, words(element.placeholder) || '请选择'),
    options.map(({ value, label }) => h('option', { value }, label)),
  );
  control.value = initial;
  const mark = () => control.classList.toggle('unchosen', control.value === '');
  mark();
  control.addEventListener('change', () => {
    mark();
    if (context.form !== null || control.value === '') return;
    void act(context, { ...element, confirm: undefined }, control, { always: true, option: control.value });
  });
  return drawField(context, element, {
    control,
    read: () => control.value,
    empty: () => control.value === '',
    reset: () => {
      control.value = initial;
      mark();
    },
    fits: true,
  });
}
