// @ts-check
import { h } from '../dom.js';

/** A small grey remark to the card's developer in the place of what cannot be drawn. @param {string} text */
export function drawNote(text) {
  return h('div', { class: 'card-note', data: { testid: 'card-note' } }, text);
}
