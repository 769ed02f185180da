// @ts-check
import { h } from '../dom.js';
import { drawPicture } from '../picture.js';
import { styleWidth } from './box.js';
import { drawMarkdownText } from './markdown.js';
import { drawTextObject, styleText, words } from './text.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/** @param {CardContext} context @param {CardElement} element */
export function drawMarkdown(context, element) {
  const node = h('div', { class: 'md' }, drawMarkdownText(words(element), context.people, context.config));
  styleText(node, context, element);
  return node;
}

/** @param {CardContext} context @param {CardElement} element */
export function drawDiv(context, element) {
  const text = h('div', { class: 'div-text' }, drawTextObject(context, element.text));
  styleText(text, context, element.text ?? {});
  const node = h('div', { class: element.width === 'auto' ? 'fit' : '' }, text);
  styleWidth(node, element.width);
  return node;
}

export function drawHr() {
  return h('hr', { class: 'card-hr' });
}

/** @param {CardContext} _context @param {CardElement} element */
export function drawImage(_context, element) {
  const alt = words(element.alt) || '图片';
  return h(
    'figure',
    { class: 'image' },
    drawPicture(String(element.img_key ?? ''), alt),
    element.title && h('figcaption', {}, words(element.title)),
  );
}
