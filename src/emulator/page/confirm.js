// @ts-check
import { h } from './dom.js';

/**
 * Asks before an act, in a modal dialog.
 *
 * @param {string} title
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export function askConfirm(title, text) {
  return new Promise((resolve) => {
    const dialog = h(
      'dialog',
      { class: 'confirm', data: { testid: 'confirm' }, 'aria-label': title },
      h('h2', {}, title),
      h('p', {}, text),
      h(
        'div',
        { class: 'confirm-buttons' },
        h(
          'button',
          { type: 'button', class: 'btn', data: { testid: 'confirm-no' }, on: { click: () => dialog.close('') } },
          '取消',
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'btn primary_filled',
            data: { testid: 'confirm-yes' },
            on: { click: () => dialog.close('yes') },
          },
          '确定',
        ),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
