// @ts-check
import { h, setStyle, webAddress, webLink } from '../dom.js';
import { localDatetime } from '../times.js';
import { colour } from './colour.js';
import { larkTags } from './markdown-tags.js';
import { drawPersonChip } from './person-chip.js';

/** @typedef {import('../people.js').People} People */

// markdown-it only cuts the text into tokens; the nodes are made here one by one, so no HTML string ever exists.
const BLOCKS = { paragraph: 'div', bullet_list: 'ul', ordered_list: 'ol', list_item: 'li', blockquote: 'blockquote' };
const TABLES = { table: 'table', thead: 'thead', tbody: 'tbody', tr: 'tr', th: 'th', td: 'td' };
const INLINES = { strong: 'strong', em: 'em', s: 's' };
const ELEMENTS = { ...BLOCKS, ...TABLES, ...INLINES };

/** @type {any} */
let parser = null;
function getParser() {
  if (parser === null) {
    parser = /** @type {any} */ (window).markdownit({ html: false, linkify: true, breaks: false });
    parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
    // Pictures are named by their key, not by an address.
    parser.validateLink = (/** @type {string} */ url) => webAddress(url) !== null || /^img_[\w-]+$/.test(url);
    parser.use(larkTags);
  }
  return parser;
}

/** @param {string} text @param {People} people @param {Record<string, any>} [config] @returns {DocumentFragment} */
export function drawMarkdownText(text, people, config = {}) {
  return build(getParser().parse(text, {}), people, config);
}

/** For `lark_md`: no headings, lists or tables; a newline is a new line. @param {string} text @param {People} people */
export function drawInlineMarkdown(text, people) {
  const out = document.createDocumentFragment();
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) out.append(h('br'));
    out.append(build(getParser().parseInline(line, {}), people, {}));
  }
  return out;
}

/** @param {any[]} tokens @param {People} people @param {Record<string, any>} config */
function build(tokens, people, config) {
  const root = document.createDocumentFragment();
  /** @type {{ name: string, node: Node }[]} */
  const open = [{ name: '', node: root }];
  const top = () => /** @type {{ name: string, node: Node }} */ (open.at(-1)).node;
  const push = (/** @type {string} */ name, /** @type {Node} */ node) => {
    top().appendChild(node);
    open.push({ name, node });
  };
  // People close tags in the wrong order or not at all; what was opened later ends with what contains it.
  const pop = (/** @type {string} */ name) => {
    const at = open.findLastIndex((one) => one.name === name);
    if (at > 0) open.length = at;
  };
  for (const token of tokens) {
    if (token.type === 'inline') top().appendChild(build(token.children ?? [], people, config));
    else if (token.type === 'lark_open') push(`lark_${token.tag}`, larkSpan(token, config));
    else if (token.type === 'lark_close') pop(`lark_${token.tag}`);
    else if (token.type.endsWith('_open')) push(token.type.slice(0, -5), opened(token));
    else if (token.type.endsWith('_close')) pop(token.type.slice(0, -6));
    else top().appendChild(leaf(token, people));
  }
  return root;
}

/** @param {any} token @returns {HTMLElement} */
function opened(token) {
  const name = token.type.slice(0, -5);
  if (name === 'link') return webLink(token.attrGet('href'));
  // Headings of a card are smaller than those of a page and must not enter its outline.
  if (name === 'heading') return h('div', { class: `md-heading ${token.tag}` });
  const node = h(ELEMENTS[/** @type {keyof typeof ELEMENTS} */ (name)] ?? 'div');
  if (name === 'paragraph') node.className = token.hidden ? 'md-tight' : 'md-paragraph';
  if (name === 'ordered_list' && token.attrGet('start') !== null) node.setAttribute('start', token.attrGet('start'));
  const align = /text-align:(left|center|right)/.exec(token.attrGet('style') ?? '')?.[1];
  setStyle(node, { 'text-align': align });
  return node;
}

/** @param {any} token @param {People} people @returns {Node} */
function leaf(token, people) {
  switch (token.type) {
    case 'softbreak':
      return document.createTextNode('\n');
    case 'hardbreak':
      return h('br');
    case 'hr':
      return h('hr');
    case 'code_inline':
      return h('code', {}, token.content);
    case 'code_block':
    case 'fence':
      return h('pre', {}, h('code', {}, token.content));
    case 'image':
      return h(
        'span',
        { class: 'image-box', role: 'img', 'aria-label': token.content || '图片' },
        token.content || '图片',
      );
    case 'lark_void':
      return h(token.tag);
    case 'lark_filled':
      return filled(token, people);
    default:
      return document.createTextNode(token.content ?? '');
  }
}

/** `<font>`, `<text_tag>`, `<link>` … around other words. @param {any} token @param {Record<string, any>} config @returns {HTMLElement} */
function larkSpan({ tag, meta }, config) {
  if (tag === 'link' || tag === 'a') return webLink(meta.pc_url ?? meta.url ?? meta.href);
  if (tag === 'font')
    return h('span', { data: { color: meta.color }, style: { color: colour(config, meta.color, 'text') } });
  const name = meta.color ?? meta.background_color ?? 'blue';
  return h('span', {
    class: tag === 'text_tag' ? 'text-tag' : 'text-tag number',
    data: { color: name },
    style: { '--tag-ground': colour(config, name, 'tint'), color: colour(config, name, 'strong') },
  });
}

/** @param {any} token @param {People} people @returns {Node} */
function filled({ tag, meta }, people) {
  if (tag === 'local_datetime') {
    const at = Number(meta.millisecond);
    if (!Number.isFinite(at)) return document.createTextNode('');
    return webLink(meta.link, h('time', { datetime: new Date(at).toISOString() }, localDatetime(at, meta.format_type)));
  }
  if (tag === 'person') {
    const { id = '', show_name, show_avatar, style } = meta;
    return drawPersonChip(people, id, {
      name: show_name !== 'false',
      avatar: show_avatar !== 'false',
      capsule: style === 'capsule',
    });
  }
  const ids = (meta.ids ?? meta.id ?? meta.email ?? '').split(',').filter(Boolean);
  const names = ids.map((/** @type {string} */ id) => `@${id === 'all' ? '所有人' : (people.nameOf(id) ?? id)}`);
  return h('span', { class: 'mention' }, names.join(' '));
}
