// @ts-check
import { h, setStyle } from '../dom.js';
import { colour } from './colour.js';
import { drawInlineMarkdown } from './markdown.js';

/** @typedef {import('./context.js').CardContext} CardContext */

const SIZES = {
  'heading-0': 30,
  'heading-1': 24,
  'heading-2': 20,
  'heading-3': 18,
  'heading-4': 16,
  heading: 16,
  normal: 14,
  notation: 12,
  'xxxx-large': 30,
  'xxx-large': 24,
  'xx-large': 20,
  'x-large': 18,
  large: 16,
  medium: 14,
  small: 12,
  'x-small': 10,
};

/** The words of a text object in the viewer's language, which here is always Chinese. @param {any} text */
export function words(text) {
  if (text === undefined || text === null) return '';
  if (typeof text === 'string') return text;
  return String(text.i18n_content?.zh_cn ?? text.content ?? '');
}

/** A text object as a span: `plain_text` as it stands, `lark_md` with its marks. @param {CardContext} context @param {any} text */
export function drawTextObject(context, text) {
  if (text?.tag === 'lark_md' || text?.tag === 'markdown') {
    return h('span', { class: 'md inline' }, drawInlineMarkdown(words(text), context.people));
  }
  return h('span', { class: 'plain' }, words(text));
}

/**
 * Size, colour, alignment and line limit of a text.
 *
 * @param {HTMLElement} node
 * @param {CardContext} context
 * @param {Record<string, any>} look
 */
export function styleText(node, context, look) {
  if (look.text_size !== undefined) {
    node.dataset.textSize = look.text_size;
    setStyle(node, { '--text-size': textSize(context, look.text_size) });
  }
  if (look.text_color !== undefined) setStyle(node, { color: colour(context.config, look.text_color, 'text') });
  if (['left', 'center', 'right'].includes(look.text_align)) setStyle(node, { 'text-align': look.text_align });
  if (Number.isInteger(look.lines)) {
    node.classList.add('clamped');
    setStyle(node, { '-webkit-line-clamp': look.lines });
  }
}

/** @param {CardContext} context @param {string} name */
function textSize(context, name) {
  const own = context.config.style?.text_size?.[name];
  const phone = window.matchMedia('(max-width: 640px)').matches;
  const size = own === undefined ? name : ((phone ? own.mobile : own.pc) ?? own.default);
  const pixels = SIZES[/** @type {keyof typeof SIZES} */ (size)];
  return pixels === undefined ? '' : `${pixels}px`;
}

/** @param {Record<string, any>} config @param {string} name @param {...any} content */
export function drawTag(config, name, ...content) {
  return h(
    'span',
    {
      class: 'text-tag',
      data: { color: name },
      style: { '--tag-ground': colour(config, name, 'tint'), color: colour(config, name, 'strong') },
    },
    ...content,
  );
}
