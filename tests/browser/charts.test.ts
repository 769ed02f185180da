import { readdirSync, readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JsonObject, walkCard } from '../../src/emulator/card-json/card-tree.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { appIdOf, PlainApp, startTestEmulator } from '../support/test-emulator.ts';
import { cardFaults } from './support/card-faults.ts';
import { CHART_SAMPLES, namesInOrder, OUR_CHARTS, wordsOf } from './support/chart-samples.ts';
import { type Client, SCREENS, type Screen } from './support/client.ts';
import { type DrawnChart, readChart } from './support/drawn-chart.ts';
import { aBrowser } from './support/suite.ts';

const FOLDER = new URL('../golden/', import.meta.url);
const READER = 'ou_reader';
/** Higher than any card, so that a picture shows the whole of it. */
const HEIGHT = 2400;
/** A blank canvas has one colour, a line of text some fifty. */
const FEWEST_COLOURS = 200;
/** Of all pixels, as many as a thin line and its axes colour at least. */
const LEAST_INK = 0.02;

interface ChartCard {
  readonly name: string;
  readonly card: JsonObject;
  readonly charts: readonly JsonObject[];
}

const SAMPLES = Object.entries({ ...CHART_SAMPLES, ...OUR_CHARTS }).map(([name, chart]) =>
  withCharts(name, cardWith(name, chart)),
);
/** Our own cards as they are sent, with their golden numbers. */
const GOLDENS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => withCharts(file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))))
  .filter(({ charts }) => charts.length > 0);
const CARDS = [...SAMPLES, ...GOLDENS];

const openWindow = aBrowser();
const pictures: string[] = [];
const messages = new Map<string, string>();
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startTestEmulator({
    tenant: { name: '某局', users: [{ openId: READER, name: '张敏', title: '法规处 联络人' }], groups: [] },
    rateLimits: 'off',
  });
  const app = new PlainApp(emulator.url, appIdOf(1));
  await app.signIn();
  for (const { name, card } of CARDS) {
    const { body } = await app.send(READER, card);
    if (body.code !== 0) throw new Error(`${name} is refused: ${body.msg}`);
    messages.set(name, String(body.data?.message_id));
  }
});
afterAll(async () => {
  await emulator.close();
  process.stdout.write(`Pictures of the charts, drawn by VChart:\n${pictures.join('\n')}\n`);
});

describe.each(SCREENS)('every chart, drawn by VChart from the spec that is sent, at a $screen', (screen) => {
  let client: Client;
  beforeAll(async () => {
    client = await openWindow(screen, emulator.url);
    await client.page.setViewportSize({ width: screen.width, height: HEIGHT });
    await client.page.goto(`${emulator.url}/?as=${READER}`);
    await client.page.getByTestId('chat-item').first().click();
    await client.cards.nth(CARDS.length - 1).waitFor();
  });
  afterAll(() => client.close());

  it.each(CARDS)(
    '$name: painted in its size, every name readable and in order, nothing cut',
    async ({ name, charts }) => {
      const card = client.page.locator(`[data-message-id="${messages.get(name)}"]`).getByTestId('card');
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
