// @ts-check
import { h } from '../dom.js';
import { linkArea, styleBox } from './box.js';
import { colour } from './colour.js';
import { drawAll } from './elements.js';
import { drawNote } from './note.js';
import { drawTag, drawTextObject, words } from './text.js';

/** @typedef {import('./context.js').CardContext} CardContext */

/** More than that the platform advises against (CARD content-components/chart). */
const MOST_CHARTS = 5;
const WIDTHS = { compact: 'compact', fill: 'wide' };

/**
 * Draws a card of schema 2.0 as Feishu does.
 *
 * @param {unknown} content the card's JSON
 * @param {Omit<CardContext, 'config' | 'form' | 'drawAll'>} surroundings
 * @returns {HTMLElement}
 */
export function drawCard(content, surroundings) {
  const card = /** @type {Record<string, any>} */ (content ?? {});
  const config = card.config ?? {};
  /** @type {CardContext} */
  const context = { ...surroundings, config, form: null, drawAll };
  const width = WIDTHS[/** @type {keyof typeof WIDTHS} */ (config.width_mode)] ?? '';
  const node = h('div', { class: `card ${width}`, data: { testid: 'card', schema: card.schema } });
  if (card.schema !== '2.0') {
    node.append(h('div', { class: 'card-body box stack' }, drawNote('不是 2.0 版卡片（schema），模拟器不绘制')));
    return node;
  }
  if (card.header) node.append(drawHeader(context, card.header));
  const body = h('div', { class: 'card-body' });
  styleBox(body, card.body ?? {}, { config });
  body.append(...drawAll(context, card.body?.elements));
  node.append(body);
  const charts = body.querySelectorAll('.chart').length;
  if (charts > MOST_CHARTS) body.append(drawNote(`这张卡片有 ${charts} 个图表，平台建议最多 ${MOST_CHARTS} 个`));
  linkArea(node, card.card_link);
  return node;
}

/** @param {CardContext} context @param {Record<string, any>} header */
function drawHeader(context, header) {
  const template = header.template ?? 'default';
  const plain = colour({}, template, 'band') === '';
  const tags = header.i18n_text_tag_list?.zh_cn ?? header.text_tag_list ?? [];
  return h(
    'header',
    {
      class: `card-header ${plain ? 'plain-band' : ''}`,
      data: { template },
      style: { 'background-color': colour({}, template, 'band'), color: colour({}, template, 'deep') },
    },
    h(
      'div',
      { class: 'card-title-line' },
      h('h3', { class: 'card-title' }, drawTextObject(context, header.title)),
      tags.length > 0 &&
        h(
          'span',
          { class: 'card-tags' },
          tags
            .slice(0, 3)
            .map((/** @type {any} */ tag) => drawTag(context.config, tag.color ?? 'blue', words(tag.text))),
        ),
    ),
    header.subtitle && h('div', { class: 'card-subtitle' }, drawTextObject(context, header.subtitle)),
  );
}
