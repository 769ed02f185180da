// @ts-check
import { h, setStyle } from '../dom.js';
import { patternTime } from '../times.js';
import { drawInlineMarkdown, drawMarkdownText } from './markdown.js';
import { drawPersonChip } from './person-chip.js';
import { drawTag } from './text.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/** @param {CardContext} context @param {CardElement} element */
export function drawTable(context, element) {
  const columns = /** @type {CardElement[]} */ (element.columns ?? []);
  const rows = /** @type {Record<string, unknown>[]} */ (element.rows ?? []);
  const pageSize = element.page_size ?? 5;
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const body = h('tbody');
  const where = h('span', { class: 'page-number' });
  let page = 0;
  const before = h('button', { type: 'button', class: 'btn small', on: { click: () => turn(-1) } }, '上一页');
  const after = h('button', { type: 'button', class: 'btn small', on: { click: () => turn(1) } }, '下一页');
  turn(0);
  return h(
    'div',
    { class: 'table-frame' },
    h(
      'div',
      { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': '表格' },
      h(
        'table',
        {
          class: `card-table header-${element.header_style?.background_style ?? 'none'} ${element.freeze_first_column === true ? 'frozen' : ''}`,
        },
        drawHead(columns, element),
        body,
      ),
    ),
    pages > 1 && h('div', { class: 'table-pages' }, before, where, after),
  );

  /** @param {number} step */
  function turn(step) {
    page = Math.min(pages - 1, Math.max(0, page + step));
    body.replaceChildren(...rows.slice(page * pageSize, (page + 1) * pageSize).map(drawRow));
    where.textContent = `${page + 1} / ${pages}`;
    before.disabled = page === 0;
    after.disabled = page === pages - 1;
  }

  /** @param {Record<string, unknown>} row */
  function drawRow(row) {
    return h(
      'tr',
      {},
      columns.map((column) =>
        aligned(h('td', { data: { type: column.data_type } }, drawCell(context, column, row[column.name])), column),
      ),
    );
  }
}

/** @param {CardElement[]} columns @param {CardElement} element */
function drawHead(columns, element) {
  const weight = element.header_style?.bold === false ? 'normal' : '';
  return h(
    'thead',
    {},
    h(
      'tr',
      {},
      columns.map((column) => {
        const cell = h('th', { scope: 'col', style: { 'font-weight': weight } }, column.display_name ?? column.name);
        if (/^\d+(px|%)$/.test(column.width ?? '')) setStyle(cell, { width: column.width });
        // A narrow screen scrolls such a column instead of squeezing it.
        if (/^\d+px$/.test(column.width ?? '')) setStyle(cell, { 'min-width': column.width });
        return aligned(cell, column);
      }),
    ),
  );
}

/** @param {HTMLElement} cell @param {CardElement} column */
function aligned(cell, column) {
  const align = column.horizontal_align ?? 'left';
  if (['left', 'center', 'right'].includes(align)) setStyle(cell, { 'text-align': align });
  return cell;
}

/** @param {CardContext} context @param {CardElement} column @param {any} value @returns {any} */
function drawCell(context, column, value) {
  if (value === undefined || value === null) return '';
  switch (column.data_type) {
    case 'lark_md':
      return drawInlineMarkdown(String(value), context.people);
    case 'markdown':
      return h('div', { class: 'md' }, drawMarkdownText(String(value), context.people, context.config));
    case 'options':
      return list(value).map((one) =>
        typeof one === 'object'
          ? drawTag(context.config, one.color ?? 'blue', one.text)
          : drawTag(context.config, 'blue', one),
      );
    case 'persons':
      return list(value).map((id) => drawPersonChip(context.people, String(id), { name: true, avatar: true }));
    case 'date':
      return patternTime(Number(value), column.date_format);
    case 'number':
      return numberText(Number(value), column.format ?? {});
    default:
      return String(value);
  }
}

/** @param {any} value @returns {any[]} */
function list(value) {
  return Array.isArray(value) ? value : [value];
}

/** @param {number} value @param {{ precision?: number, symbol?: string, separator?: boolean }} format */
function numberText(value, { precision, symbol = '', separator = false }) {
  const digits = precision === undefined ? {} : { minimumFractionDigits: precision, maximumFractionDigits: precision };
  return symbol + value.toLocaleString('zh-CN', { useGrouping: separator, maximumFractionDigits: 10, ...digits });
}
