// @ts-check
import { h } from '../dom.js';

/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

const MOST_ROWS = 24;

/** Stands for the drawn chart: its title and its numbers. @param {CardContext} _context @param {CardElement} element */
export function drawChart(_context, element) {
  const spec = element.chart_spec ?? {};
  const kind = spec.type ?? 'chart';
  return h(
    'figure',
    { class: 'chart', data: { chart: kind } },
    h('figcaption', {}, h('span', {}, titleOf(spec)), h('span', { class: 'chart-kind' }, kind)),
    drawNumbers(valuesOf(spec)),
  );
}

/** @param {any} spec */
function titleOf(spec) {
  const text = spec.title?.text ?? spec.title;
  return typeof text === 'string' && text !== '' ? text : '图表';
}

/** @param {any} spec @returns {Record<string, unknown>[]} */
function valuesOf(spec) {
  const sources = Array.isArray(spec.data) ? spec.data : [spec.data];
  return sources.flatMap((/** @type {any} */ source) => (Array.isArray(source?.values) ? source.values : []));
}

/** @param {Record<string, any>[]} values */
function drawNumbers(values) {
  if (values.length === 0) return h('p', { class: 'grey' }, '没有数据');
  const keys = [...new Set(values.flatMap((value) => Object.keys(value)))];
  return h(
    'div',
    { class: 'table-scroll' },
    h(
      'table',
      { class: 'card-table' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          keys.map((key) => h('th', { scope: 'col' }, key)),
        ),
      ),
      h(
        'tbody',
        {},
        values.slice(0, MOST_ROWS).map((value) =>
          h(
            'tr',
            {},
            keys.map((key) => h('td', {}, String(value[key] ?? ''))),
          ),
        ),
      ),
    ),
    values.length > MOST_ROWS && h('p', { class: 'grey' }, `还有 ${values.length - MOST_ROWS} 行`),
  );
}
