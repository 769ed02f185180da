// @ts-check
import { h } from './dom.js';

const SHOWN_MS = 3000;
const ICONS = { info: 'i', success: '✓', error: '✕', warning: '!' };

/**
 * Shows a short message at the top, as the client does after a click. A newer one takes the older one's place.
 *
 * @param {'info' | 'success' | 'error' | 'warning'} type
 * @param {string} content
 * @param {number | null} [code] the platform's code, when the client shows one
 */
export function showToast(type, content, code = null) {
  const host = /** @type {HTMLElement} */ (document.getElementById('toasts'));
  const toast = h(
    'div',
    { class: `toast ${type}`, role: 'status', data: { testid: 'toast', type, code } },
    h('span', { class: 'toast-icon', 'aria-hidden': 'true' }, ICONS[type] ?? 'i'),
    h('span', { class: 'toast-text' }, content),
  );
  host.replaceChildren(toast);
  window.setTimeout(() => toast.remove(), SHOWN_MS);
}
