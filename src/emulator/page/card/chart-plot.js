// @ts-check
import { h, setStyle } from '../dom.js';
import { chartTheme } from './chart-theme.js';
import { loadVChart } from './vchart.js';

/** @typedef {import('./context.js').CardElement} CardElement */

const RATIOS = { '1:1': '1 / 1', '2:1': '2 / 1', '4:3': '4 / 3', '16:9': '16 / 9' };

/**
 * The area in which VChart draws. `data-state` tells how far it is: `waiting`, `drawn` or `failed`.
 *
 * A chart lives only while its area has a size: a card that was replaced, a chat that is not open and a folded panel
 * have none, so nothing has to tell the chart that it is gone, and it is drawn again when it is seen again.
 *
 * @param {CardElement} element
 * @param {string} title
 * @param {() => void} onAbsent VChart is not there to be loaded
 * @returns {HTMLElement}
 */
export function drawPlot(element, title, onAbsent) {
  const area = h('div', { class: 'chart-plot', role: 'img', 'aria-label': title, data: { state: 'waiting' } });
  setStyle(area, sizeOf(element));
  /** @type {import('./vchart.js').Chart | null} */
  let chart = null;
  let seen = false;
  let failed = false;
  const watch = new ResizeObserver(([entry]) => {
    const size = entry?.contentRect;
    seen = size !== undefined && size.width > 0 && size.height > 0;
    if (failed) return;
    if (!seen) release();
    else if (chart === null) void draw();
  });
  watch.observe(area);
  return area;

  async function draw() {
    const VChart = await loadVChart();
    if (VChart === null) {
      watch.disconnect();
      onAbsent();
      return;
    }
    // Several sizes may have been told while the library was on its way.
    if (!seen || chart !== null || failed) return;
    try {
      chart = new VChart(drawable(element.chart_spec), {
        dom: area,
        animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
        theme: chartTheme(element.color_theme),
        onError: refuse,
      });
      chart.renderSync();
      area.dataset.state = 'drawn';
    } catch (error) {
      failed = true;
      release();
      showError(error);
    }
  }

  function release() {
    chart?.release();
    chart = null;
    area.replaceChildren();
    area.dataset.state = 'waiting';
  }

  /** @param {unknown} error */
  function showError(error) {
    const message = error instanceof Error ? error.message : String(error);
    area.dataset.state = 'failed';
    area.removeAttribute('role');
    area.append(h('p', { class: 'chart-error', role: 'alert' }, `图表画不出来。VChart：${message}`));
  }
}

/**
 * The spec as it was sent, but for the tooltip: VChart's own is markup with style attributes, which the page's content
 * policy refuses, so it is painted into the canvas. VChart may write into what it is given: it gets a copy.
 *
 * @param {Record<string, any>} spec
 */
function drawable(spec) {
  return structuredClone({ ...spec, tooltip: { ...spec.tooltip, renderMode: 'canvas' } });
}

/** @param {...unknown} words @returns {never} */
function refuse(...words) {
  throw new Error(words.map(String).join(' '));
}

/** A fixed height wins over the ratio; without either the style sheet has the client's own ratio. @param {CardElement} element */
function sizeOf({ height, aspect_ratio: ratio }) {
  if (/^[1-9]\d{0,2}px$/.test(height ?? '')) return { height, 'aspect-ratio': 'auto' };
  return { 'aspect-ratio': RATIOS[/** @type {keyof typeof RATIOS} */ (ratio)] };
}
