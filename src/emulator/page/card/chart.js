// @ts-check
import { h } from '../dom.js';
import { drawNumbers } from './chart-numbers.js';
import { phoneFaults } from './chart-on-phones.js';
import { drawPlot } from './chart-plot.js';
import { drawNote } from './note.js';

/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/**
 * A chart as VChart draws it from the very spec that was sent. Its numbers stay folded below: Feishu has no such fold,
 * here it is what is left where VChart is not installed.
 *
 * @param {CardContext} _context
 * @param {CardElement} element
 */
export function drawChart(_context, element) {
  const spec = element.chart_spec ?? {};
  const kind = spec.type ?? 'chart';
  const numbers = h(
    'details',
    { class: 'chart-numbers' },
    h('summary', {}, '图中数据（模拟器附）'),
    drawNumbers(valuesOf(spec)),
  );
  const plot = drawPlot(element, titleOf(spec), () => {
    plot.replaceWith(h('figcaption', {}, `${titleOf(spec)}：这里没有安装 VChart，只列数据`));
    numbers.open = true;
  });
  const faults = phoneFaults(spec);
  return h(
    'figure',
    { class: 'chart', data: { chart: kind } },
    plot,
    numbers,
    faults.length > 0 && drawNote(`手机客户端画不出这个图表：${faults.join('、')}`),
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
