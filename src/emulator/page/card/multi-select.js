// @ts-check
import { h } from '../dom.js';
import { drawField } from './field.js';
import { joinMenu } from './menu.js';
import { drawNote } from './note.js';
import { optionsOf } from './options.js';
import { words } from './text.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/** `multi_select_static` and `multi_select_person`: a button that opens a list of ticks. @param {CardContext} context @param {CardElement} element */
export function drawMultiSelect(context, element) {
  if (context.form === null) return drawNote(`${element.tag} 只能放在表单里`);
  const initial = new Set(/** @type {string[]} */ (element.selected_values ?? []));
  const ticks = optionsOf(context, element).map(({ value, label }) => {
    const tick = h('input', { type: 'checkbox', value });
    return { tick, label, value };
  });
  const button = h('button', { type: 'button', class: 'select-button' });
  const menu = h(
    'div',
    { class: 'menu ticks', popover: 'auto', role: 'group' },
    ticks.map(({ tick, label }) => h('label', {}, tick, h('span', {}, label))),
  );
  joinMenu(button, menu);
  menu.addEventListener('change', show);
  reset();

  const chosen = () => ticks.filter(({ tick }) => tick.checked);
  function show() {
    const labels = ticks.filter(({ tick }) => tick.checked).map(({ label }) => label);
    button.textContent = labels.length === 0 ? words(element.placeholder) || '请选择' : labels.join('、');
    button.classList.toggle('unchosen', labels.length === 0);
  }
  function reset() {
    for (const { tick, value } of ticks) tick.checked = initial.has(value);
    show();
  }

  return drawField(context, element, {
    control: button,
    shown: h('div', {}, button, menu),
    read: () => chosen().map(({ value }) => value),
    empty: () => chosen().length === 0,
    reset,
    // The documentation's default for a choice of several.
    required: element.required !== false,
    fits: true,
  });
}
