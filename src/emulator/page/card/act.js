// @ts-check
import { askConfirm } from '../confirm.js';
import { webAddress } from '../dom.js';
import { words } from './text.js';

/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */
/** @typedef {import('./context.js').CardAct} CardAct */

/**
 * What the component hands back on a click: the callback behaviour's value, else the old `value` attribute.
 *
 * @param {CardElement} element
 * @returns {{ value: unknown } | null} null when a click is not reported at all
 */
function callbackOf(element) {
  const behaviour = (element.behaviors ?? []).find((/** @type {any} */ one) => one.type === 'callback');
  if (behaviour !== undefined) return { value: behaviour.value };
  return Object.hasOwn(element, 'value') ? { value: element.value } : null;
}

/** @param {CardElement} element @returns {string | null} */
export function addressOf(element) {
  const open = (element.behaviors ?? []).find((/** @type {any} */ one) => one.type === 'open_url');
  return webAddress(open?.pc_url) ?? webAddress(open?.default_url);
}

/** @param {CardElement} element */
export function reports(element) {
  return callbackOf(element) !== null;
}

/**
 * Does what a click on a component does: asks first where the card says so, opens the link, reports to the bot. The
 * component is busy until the answer has come.
 *
 * @param {CardContext} context
 * @param {CardElement} element
 * @param {HTMLElement} node the part that shows the waiting
 * @param {Partial<CardAct> & { always?: boolean }} [more] the component's own fields; `always` reports without a behaviour
 * @returns {Promise<boolean>} false when the person changed their mind
 */
export async function act(context, element, node, { always = false, ...fields } = {}) {
  if (node.getAttribute('aria-busy') === 'true') return true;
  const { confirm } = element;
  if (confirm && !(await askConfirm(words(confirm.title), words(confirm.text)))) return false;
  const address = addressOf(element);
  if (address !== null) window.open(address, '_blank', 'noopener');
  const callback = callbackOf(element);
  if (callback === null && !always) return true;
  node.setAttribute('aria-busy', 'true');
  try {
    await context.send({ tag: element.tag, name: element.name, value: callback?.value, ...fields });
  } finally {
    node.removeAttribute('aria-busy');
  }
  return true;
}
