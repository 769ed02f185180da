import type { Locator, Page } from 'playwright-core';

/** What stands in a chart's canvas. */
export interface DrawnChart {
  readonly width: number;
  readonly height: number;
  /** Every text of VChart's scene that is shown. */
  readonly texts: readonly string[];
  /** The same texts from left to right, and from top to bottom. */
  readonly across: readonly string[];
  readonly down: readonly string[];
  /** Texts, or parts of them, outside the canvas. */
  readonly cut: readonly string[];
  /** Texts that VChart shortened with an ellipsis for want of room. */
  readonly shortened: readonly string[];
  /** How many colours the pixels have; a blank canvas has one. */
  readonly colours: number;
  /** Of all pixels, those that are not the ground. */
  readonly inked: number;
}

/** As much of the browser's and of VChart's own types as is used here: this program has neither. */
interface Canvas {
  width: number;
  height: number;
  readonly clientWidth: number;
  readonly clientHeight: number;
  getContext(kind: '2d'): {
    drawImage(picture: Canvas, x: number, y: number): void;
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
  };
}
interface Area {
  querySelector(selector: string): Canvas | null;
  readonly ownerDocument: { createElement(tag: 'canvas'): Canvas };
}
interface Mark {
  readonly type: string;
  /** Of a text: whether less of it is shown than it says. */
  readonly cliped?: boolean;
  readonly attribute: { readonly text?: unknown; readonly visible?: boolean; readonly opacity?: number };
  readonly globalAABBBounds: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number };
  forEachChildren(visit: (child: Mark) => void): void;
}
interface Instance {
  getCanvas(): unknown;
  getStage(): Mark;
}
interface Library {
  readonly VChart?: { readonly VChart: { readonly InstanceManager: { readonly instances: Map<number, Instance> } } };
}

/** Waits until VChart has painted, and reads what it painted; a chart that stays blank never comes. */
export async function readChart(area: Locator): Promise<DrawnChart> {
  const painted = await area.page().waitForFunction(paintedIn, await area.elementHandle());
  const drawn = await painted.jsonValue();
  if (!drawn) throw new Error('the chart stays blank');
  return drawn;
}

/** How many charts VChart holds in memory. */
export function chartsAlive(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as Library).VChart?.VChart.InstanceManager.instances.size ?? 0);
}

/** Runs in the page, so everything that it uses stands in it. VChart paints in the next frame: null until then. */
function paintedIn(node: unknown): DrawnChart | null {
  const area = node as Area;
  const canvas = area.querySelector('canvas');
  if (!canvas || canvas.width === 0) return null;
  // A copy: reading the canvas itself would take it off the graphics card and make the browser complain.
  const copy = area.ownerDocument.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  context.drawImage(canvas, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  if (counts.size < 2) return null;

  const instances = [...((globalThis as Library).VChart?.VChart.InstanceManager.instances.values() ?? [])];
  const own = instances.find((one) => one.getCanvas() === canvas);
  if (!own) throw new Error('the canvas belongs to no chart');
  const shown: Mark[] = [];
  const visit = (mark: Mark) => {
    if (mark.attribute.visible === false || mark.attribute.opacity === 0) return;
    if (mark.type === 'text' && mark.attribute.text !== '') shown.push(mark);
    mark.forEachChildren(visit);
  };
  visit(own.getStage());
  const wordsOf = (mark: Mark) => [mark.attribute.text].flat().join('');
  const isCut = ({ globalAABBBounds: { x1, x2, y1, y2 } }: Mark) =>
    x1 < -1 || y1 < -1 || x2 > canvas.clientWidth + 1 || y2 > canvas.clientHeight + 1;
  return {
    width: canvas.clientWidth,
    height: canvas.clientHeight,
    texts: shown.map(wordsOf),
    across: shown.toSorted((one, other) => one.globalAABBBounds.x1 - other.globalAABBBounds.x1).map(wordsOf),
    down: shown.toSorted((one, other) => one.globalAABBBounds.y1 - other.globalAABBBounds.y1).map(wordsOf),
    cut: shown.filter(isCut).map(wordsOf),
    shortened: shown.filter((mark) => mark.cliped === true).map(wordsOf),
    colours: counts.size,
    inked: 1 - Math.max(...counts.values()) / pixels.length,
  };
}
