// @ts-check
import { h, webLink } from './dom.js';

// What a text message may carry besides words: mentions, four styles, links with a label, bare links.
const PIECE =
  /<at user_id="([^"]*)">(.*?)<\/at>|<(b|i|u|s)>([\s\S]*?)<\/\3>|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"'，。；、）】]+)/g;

/** @param {string} text @returns {DocumentFragment} */
export function drawText(text) {
  const out = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    out.append(text.slice(end, match.index), drawPiece(match));
    end = match.index + match[0].length;
  }
  out.append(text.slice(end));
  return out;
}

/** @param {RegExpMatchArray} match @returns {Node} */
function drawPiece([, userId, name, style, styled, label, labelUrl, url]) {
  if (userId !== undefined) return h('span', { class: 'mention' }, `@${userId === 'all' ? '所有人' : name || userId}`);
  if (style !== undefined) return h(style, {}, drawText(styled ?? ''));
  if (labelUrl !== undefined) return webLink(labelUrl, label);
  return webLink(url, url);
}

/** @param {Record<string, any>} content `{zh_cn: {title, content}}`, or the inner object alone */
export function drawPost(content) {
  const post = content.zh_cn ?? content.en_us ?? content;
  const lines = Array.isArray(post.content) ? post.content : [];
  return h(
    'div',
    { class: 'post' },
    post.title && h('strong', { class: 'post-title' }, post.title),
    lines.map((/** @type {any[]} */ line) => h('div', {}, line.map(drawPostNode))),
  );
}

/** @param {Record<string, any>} node */
function drawPostNode(node) {
  switch (node.tag) {
    case 'text':
    case 'md':
      return h('span', { class: (node.style ?? []).join(' ') }, node.text ?? '');
    case 'a':
      return webLink(node.href, node.text ?? node.href);
    case 'at':
      return h('span', { class: 'mention' }, `@${node.user_name ?? node.user_id ?? ''}`);
    case 'hr':
      return h('hr', {});
    case 'code_block':
      return h('pre', {}, node.text ?? '');
    default:
      return h('span', { class: 'grey' }, `［${node.tag}］`);
  }
}
