// @ts-check

const SOURCE = '/vendor/vchart.js';

/**
 * As much of VChart as is used here.
 *
 * @typedef {{ renderSync(): unknown, release(): void }} Chart
 * @typedef {new (spec: unknown, options: Record<string, unknown>) => Chart} VChartClass
 */

/** @type {Promise<VChartClass | null> | null} */
let loading = null;

/** VChart, loaded when the first chart is to be drawn: most cards have none, and it is 2 MB. Null where it is not installed. */
export function loadVChart() {
  loading ??= load().then((found) => {
    // A server that was away for a moment may have it next time.
    if (found === null) loading = null;
    return found;
  });
  return loading;
}

/** @returns {Promise<VChartClass | null>} */
function load() {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = SOURCE;
    script.addEventListener('load', () => resolve(/** @type {any} */ (globalThis).VChart?.VChart ?? null));
    script.addEventListener('error', () => {
      script.remove();
      resolve(null);
    });
    document.head.append(script);
  });
}
