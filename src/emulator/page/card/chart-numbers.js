// @ts-check
import { h } from '../dom.js';

const MOST_ROWS = 24;

/** The rows that a chart is drawn from, as a table. @param {Record<string, any>[]} values */
export function drawNumbers(values) {
  if (values.length === 0) return h('p', { class: 'grey' }, '没有数据');
  const keys = [...new Set(values.flatMap((value) => Object.keys(value)))];
  const head = keys.map((key) => h('th', { scope: 'col' }, key));
  const rows = values.slice(0, MOST_ROWS).map((value) =>
    h(
      'tr',
      {},
      keys.map((key) => h('td', {}, String(value[key] ?? ''))),
    ),
  );
  return h(
    'div',
    { class: 'table-scroll' },
    h('table', { class: 'card-table' }, h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows)),
    values.length > MOST_ROWS && h('p', { class: 'grey' }, `还有 ${values.length - MOST_ROWS} 行`),
  );
}
