import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JsonObject, walkCard } from '../../src/emulator/card-json/card-tree.ts';
import { cardFaults } from './support/card-faults.ts';
import { aCardWall, goldenCards, type NamedCard } from './support/card-wall.ts';
import { CHART_SAMPLES, namesInOrder, OUR_CHARTS, wordsOf } from './support/chart-samples.ts';
import { type Client, SCREENS, type Screen } from './support/client.ts';
import { type DrawnChart, readChart } from './support/drawn-chart.ts';

/** A blank canvas has one colour, a line of text some fifty. */
const FEWEST_COLOURS = 200;
/** Of all pixels, as many as a thin line and its axes colour at least. */
const LEAST_INK = 0.02;

interface ChartCard extends NamedCard {
  readonly charts: readonly JsonObject[];
}

const SAMPLES = Object.entries({ ...CHART_SAMPLES, ...OUR_CHARTS }).map(([name, chart]) =>
  withCharts(name, cardWith(name, chart)),
);
const GOLDENS = goldenCards()
  .map(({ name, card }) => withCharts(name, card))
  .filter(({ charts }) => charts.length > 0);
const CARDS = [...SAMPLES, ...GOLDENS];

const wall = aCardWall(CARDS);
const pictures: string[] = [];
afterAll(() => void process.stdout.write(`Pictures of the charts, drawn by VChart:\n${pictures.join('\n')}\n`));

describe.each(SCREENS)('every chart, drawn by VChart from the spec that is sent, at a $screen', (screen) => {
  let client: Client;
  beforeAll(async () => {
    client = await wall.open(screen);
  });
  afterAll(() => client.close());

  it.each(CARDS)(
    '$name: painted in its size, every name readable and in order, nothing cut',
    async ({ name, charts }) => {
      const card = wall.cardIn(client, name);
      await card.evaluate(openPanels);
      const areas = card.locator('.chart-plot');
      expect(await areas.count()).toBe(charts.length);
      const drawn = await Promise.all(charts.map((_chart, at) => readChart(areas.nth(at))));
      // Before anything is expected of it: what is wrong is best seen.
      await takePicture(card, `tests/screenshots/chart-${screen.screen}-${name}.png`);
      for (const [at, chart] of charts.entries()) expectReadable(drawn[at], chart, screen);
      expect(await cardFaults(card)).toEqual([]);
      expect(client.complaints).toEqual([]);
    },
  );
});

function expectReadable(drawn: DrawnChart | undefined, chart: JsonObject, screen: Screen): void {
  if (!drawn) throw new Error('a chart was not drawn');
  expect(drawn.colours).toBeGreaterThan(FEWEST_COLOURS);
  expect(drawn.inked).toBeGreaterThan(LEAST_INK);
  const unread = wordsOf(chart).filter((word) => !drawn.texts.some((text) => text.includes(word)));
  expect({ unread, cut: drawn.cut, shortened: drawn.shortened }).toEqual({ unread: [], cut: [], shortened: [] });
  const { names, down } = namesInOrder(chart);
  const read = (down ? drawn.down : drawn.across).filter((text) => names.includes(text));
  expect(read, 'the order of the data is the order to read in').toEqual(names);
  const height = heightOf(chart, drawn.width, screen);
  expect(Math.abs(drawn.height - height), `${drawn.height} px instead of ${height} px high`).toBeLessThan(2);
}

async function takePicture(card: Locator, path: string): Promise<void> {
  await card.screenshot({ path, animations: 'disabled' });
  pictures.push(path);
}

/** What the platform documents: a fixed height, else a ratio, else the client's own ratio. */
function heightOf({ height, aspect_ratio: ratio }: JsonObject, width: number, { screen }: Screen): number {
  if (typeof height === 'string' && height !== 'auto') return Number.parseInt(height, 10);
  const own = screen === 'phone' ? '1:1' : '16:9';
  const [across = 1, down = 1] = (typeof ratio === 'string' ? ratio : own).split(':').map(Number);
  return (width * down) / across;
}

function withCharts(name: string, card: JsonObject): ChartCard {
  const charts = [...walkCard(card)].filter(({ tag }) => tag === 'chart').map(({ node }) => node);
  return { name, card, charts };
}

function cardWith(title: string, ...elements: readonly object[]): JsonObject {
  return { schema: '2.0', header: { title: { tag: 'plain_text', content: title } }, body: { elements } };
}

/** Runs in the page: a chart in a folded panel is drawn when it is opened. */
function openPanels(node: unknown): void {
  const card = node as { querySelectorAll(selector: string): Iterable<{ open: boolean }> };
  for (const panel of card.querySelectorAll('details.collapsible')) panel.open = true;
}
