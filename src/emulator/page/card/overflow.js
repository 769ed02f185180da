// @ts-check
import { h, webAddress } from '../dom.js';
import { act } from './act.js';
import { joinMenu } from './menu.js';
import { words } from './text.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/** The ⋯ button with a menu behind it. @param {CardContext} context @param {CardElement} element */
export function drawOverflow(context, element) {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'btn card-btn overflow-button',
      'aria-label': '更多操作',
      disabled: element.disabled === true,
    },
    '⋯',
  );
  const menu = h(
    'div',
    { class: 'menu', popover: 'auto', role: 'menu' },
    (element.options ?? []).map((/** @type {any} */ option) => drawChoice(option)),
  );
  joinMenu(button, menu);
  return h('div', { class: 'overflow fit' }, button, menu);

  /** @param {any} option */
  function drawChoice(option) {
    const address = webAddress(option.multi_url?.pc_url) ?? webAddress(option.multi_url?.url);
    const label = words(option.text);
    const look = { role: 'menuitem', class: 'menu-item', data: { option: option.value } };
    if (address !== null) {
      return h(
        'a',
        {
          ...look,
          href: address,
          target: '_blank',
          rel: 'noopener noreferrer',
          on: { click: () => menu.hidePopover() },
        },
        label,
      );
    }
    const choose = () => {
      menu.hidePopover();
      button.focus();
      void act(context, { ...element, confirm: undefined }, button, { always: true, option: String(option.value) });
    };
    return h('button', { ...look, type: 'button', on: { click: choose } }, label);
  }
}
