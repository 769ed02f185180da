import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { PlainApp, startTestEmulator } from '../support/test-emulator.ts';
import { type Client, SCREENS } from './support/client.ts';
import { chartsAlive, readChart } from './support/drawn-chart.ts';
import { aBrowser } from './support/suite.ts';

const READER = 'ou_reader';
const GROUP = 'oc_group';
const VCHART = '/vendor/vchart.js';
const [, DESKTOP] = SCREENS;

const text = (content: string) => ({ tag: 'plain_text', content });
const barOf = (title: string, count = 2) => ({
  tag: 'chart',
  chart_spec: {
    type: 'bar',
    title: { text: title },
    data: { values: [{ 处室: '法规处', 采用: count }] },
    xField: '处室',
    yField: '采用',
  },
});
const cardWith = (...elements: readonly object[]) => ({
  schema: '2.0',
  header: { title: text('周报') },
  body: { elements },
});

const openWindow = aBrowser();
let emulator: Emulator;
let app: PlainApp;
let client: Client;
let requests: string[];

beforeEach(async () => {
  emulator = await startTestEmulator({
    tenant: {
      name: '某局',
      users: [{ openId: READER, name: '张敏', title: '法规处 联络人' }],
      groups: [{ chatId: GROUP, name: '领导小组', memberOpenIds: [READER], botInside: true }],
    },
    rateLimits: 'off',
  });
  app = new PlainApp(emulator.url);
  await app.signIn();
  client = await openWindow(DESKTOP, emulator.url);
  requests = [];
  client.page.on('request', (request) => requests.push(request.url()));
});
afterEach(async () => {
  await client.close();
  await emulator.close();
});

const area = () => client.card.locator('.chart-plot');

async function opens(): Promise<void> {
  await client.page.goto(`${emulator.url}/?as=${READER}`);
  await client.opensChat('督办助手');
  await client.card.waitFor();
}

describe('a chart in a card', () => {
  it('VChart is fetched once, when the first chart comes, and nothing from anywhere else', async () => {
    await app.send(READER, cardWith({ tag: 'markdown', content: '没有图表' }));
    await opens();
    expect(requests.filter((url) => url.includes(VCHART))).toEqual([]);
    await app.send(READER, cardWith(barOf('第一张'), barOf('第二张')));
    await readChart(area().last());
    expect(requests.filter((url) => url.includes(VCHART))).toHaveLength(1);
    const elsewhere = requests.filter((url) => !url.startsWith('data:') && new URL(url).origin !== emulator.url);
    expect(elsewhere).toEqual([]);
    expect(client.complaints).toEqual([]);
  });

  it('is drawn anew with every patch, and the old one is let go', async () => {
    const messageId = await app.sentId(READER, cardWith(barOf('初次')));
    await opens();
    await readChart(area());
    for (const round of [1, 2, 3, 4, 5]) {
      const title = `第${round}次更新`;
      await app.patch(messageId, cardWith(barOf(title, round)));
      await client.page.getByRole('img', { name: title }).waitFor();
      expect((await readChart(area())).texts).toContain(title);
      await expect.poll(() => chartsAlive(client.page)).toBe(1);
      expect(await client.page.locator('canvas').count()).toBe(1);
    }
    expect(client.complaints).toEqual([]);
  });

  it('is let go when its chat is left, and drawn again when one comes back', async () => {
    await app.send(READER, cardWith(barOf('条数')));
    await opens();
    await readChart(area());
    await client.opensChat('领导小组');
    await expect.poll(() => chartsAlive(client.page)).toBe(0);
    await client.opensChat('督办助手');
    expect((await readChart(area())).texts).toContain('条数');
    expect(await chartsAlive(client.page)).toBe(1);
    expect(client.complaints).toEqual([]);
  });

  it('in a folded panel is drawn when the panel is opened', async () => {
    const panel = { tag: 'collapsible_panel', header: { title: text('明细') }, elements: [barOf('折叠的图')] };
    await app.send(READER, cardWith(panel));
    await opens();
    expect(await chartsAlive(client.page)).toBe(0);
    await client.card.getByText('明细').click();
    expect((await readChart(area())).texts).toContain('折叠的图');
  });

  it('follows the width of the window', async () => {
    await app.send(READER, cardWith(barOf('条数')));
    await opens();
    const wide = await readChart(area());
    await client.page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(async () => (await readChart(area())).width).toBeLessThan(wide.width);
    const narrow = await readChart(area());
    await expect.poll(async () => (await readChart(area())).height).toBe(narrow.width);
    await client.picture('chart-after-resize');
  });

  it('shows the number behind a bar when it is pointed at', async () => {
    await app.send(READER, cardWith(barOf('条数', 7)));
    await opens();
    const { width, height } = await readChart(area());
    await area().hover({ position: { x: width / 2, y: height * 0.7 } });
    // The axis has even numbers only.
    await expect.poll(async () => (await readChart(area())).texts).toContain('7');
    await client.picture('chart-tooltip');
  });
});

describe('a chart that cannot be drawn', () => {
  it('says why in VChart’s words, with the numbers below', async () => {
    await app.send(READER, cardWith(barOf('条数')));
    // The platform would refuse this spec; here it is changed on its way to the page.
    await client.page.route('**/emulator/chats/*/messages*', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace('"type":"bar"', '"type":"nonsense"'),
      });
    });
    await opens();
    const box = client.card.getByRole('alert');
    await box.waitFor();
    expect(await box.textContent()).toMatch(/^图表画不出来。VChart：\S/);
    expect(await chartsAlive(client.page)).toBe(0);
    await client.card.getByText('图中数据').click();
    await client.card.getByRole('cell', { name: '法规处' }).waitFor();
    await client.page.screenshot({ path: 'tests/screenshots/chart-refused.png' });
  });

  it('is its numbers as a table where VChart is not installed', async () => {
    await client.page.route(`**${VCHART}`, (route) => route.fulfill({ status: 404, body: '{}' }));
    await app.send(READER, cardWith(barOf('条数', 7)));
    await opens();
    await client.card.getByText('条数：这里没有安装 VChart，只列数据').waitFor();
    expect(await client.card.getByRole('cell', { name: '7' }).isVisible()).toBe(true);
    await client.page.screenshot({ path: 'tests/screenshots/chart-without-vchart.png' });
  });

  it('on phones is pointed out, and so are more charts than the platform advises', async () => {
    const plain = barOf('条数');
    const textured = {
      ...plain,
      chart_spec: { ...plain.chart_spec, bar: { style: { texture: 'circle', fill: { gradient: 'conical' } } } },
    };
    await app.send(READER, cardWith(plain, plain, plain, plain, plain, textured));
    await opens();
    const notes = await client.card.getByTestId('card-note').allTextContents();
    expect(notes).toEqual(['手机客户端画不出这个图表：texture、gradient', '这张卡片有 6 个图表，平台建议最多 5 个']);
  });
});
