import { request as rawRequest } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import {
  FAGUI,
  formCard,
  GROUP,
  PlainApp,
  PlainBot,
  START_MS,
  startTestEmulator,
} from '../../../tests/support/test-emulator.ts';
import type { Emulator } from '../emulator.ts';
import type { EmulatorOptions } from '../options.ts';

let emulator: Emulator;

async function start(options: Partial<EmulatorOptions> = {}): Promise<PlainApp> {
  emulator = await startTestEmulator(options);
  const app = new PlainApp(emulator.url);
  await app.signIn();
  return app;
}
afterEach(() => emulator.close());

async function page(path: string, body?: object): Promise<{ status: number; body: unknown }> {
  const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  const response = await fetch(`${emulator.url}/emulator/${path}`, init);
  return { status: response.status, body: await response.json() };
}

describe('the page', () => {
  it('sees its person, the chats with their newest message, and whether the bot is there', async () => {
    const app = await start();
    await app.send(FAGUI, formCard());
    await PlainBot.connect(emulator);
    const { body } = await page(`state?as=${FAGUI}`);
    expect(body).toMatchObject({
      now: START_MS,
      clockMoves: true,
      tenantName: '某局',
      botName: '督办助手',
      botConnected: true,
      chats: [
        { type: 'p2p', name: '督办助手', unread: 1, preview: '反馈进展', lastAt: START_MS },
        { chatId: GROUP },
        {},
      ],
    });
  });

  it('reads a chat, writes into it and clicks in it', async () => {
    const app = await start();
    const messageId = await app.sentId(FAGUI, formCard());
    await PlainBot.connect(emulator, () => ({ code: 200, data: { toast: { type: 'info', content: '好' } } }));
    const written = await page('text', { as: FAGUI, text: '你好' });
    const { chatId } = emulator.as(FAGUI).chats()[0] ?? {};
    const { body } = await page(`chats/${chatId}/messages?as=${FAGUI}`);
    expect(body).toMatchObject({
      messages: [{ messageId }, { ...(written.body as object), content: { text: '你好' } }],
    });
    expect(emulator.as(FAGUI).chats()[0]?.unread).toBe(0);
    const clicked = await page('click', { as: FAGUI, messageId, tag: 'button', value: { a: 'seen', id: 'T-1' } });
    expect(clicked.body).toEqual({ toast: { type: 'info', content: '好' }, error: null });
  });

  it('is told in Chinese what it cannot do', async () => {
    await start();
    expect(await page('text', { as: 'ou_nobody', text: 'x' })).toEqual({ status: 404, body: { error: '没有这个人' } });
    expect(await page('click', { as: FAGUI, messageId: 'om_x', tag: 'button' })).toMatchObject({ status: 404 });
    expect(await page('faults', { unknown: 1 })).toMatchObject({ status: 400 });
  });

  it('moves the clock to the next working morning, or says that it cannot', async () => {
    await start();
    const friday = await page('clock', { to: '2026-04-03T18:00:00+08:00' });
    expect(friday.body).toEqual({ now: Date.parse('2026-04-03T18:00:00+08:00') });
    const monday = await page('clock', { to: 'next-morning' });
    expect(monday.body).toEqual({ now: Date.parse('2026-04-06T08:59:50+08:00') });
    await emulator.close();
    await start({ clock: { now: () => START_MS } });
    expect((await page('clock', { to: 'next-morning' })).status).toBe(409);
  });

  it('breaks and mends the platform', async () => {
    await start();
    expect((await page('faults', { down: 'drop', duplicateEvents: true })).body).toMatchObject({ down: 'drop' });
    await page('faults', { down: null });
    expect((await page('faults')).body).toMatchObject({ down: null, duplicateEvents: true });
  });

  it('hears of every change', async () => {
    await start();
    const leave = new AbortController();
    const stream = await fetch(`${emulator.url}/emulator/stream?as=${FAGUI}`, { signal: leave.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    emulator.as(FAGUI).sendText('你好');
    expect((await reader?.read())?.value).toBe('event: change\ndata: {}\n\n');
    leave.abort();
  });
});

describe('files of the page', () => {
  it('come with their types, and markdown-it from its package', async () => {
    await start();
    const index = await fetch(`${emulator.url}/`);
    expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const vendor = await fetch(`${emulator.url}/vendor/markdown-it.js`);
    expect(await vendor.text()).toContain('markdown-it');
  });

  it('VChart comes from its package, as a script', async () => {
    await start();
    const vendor = await fetch(`${emulator.url}/vendor/vchart.js`);
    expect(vendor.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await vendor.arrayBuffer()).byteLength).toBeGreaterThan(1_000_000);
  });

  it('end at the page’s folder', async () => {
    await start();
    const { port } = new URL(emulator.url);
    const status = await new Promise((resolve) => {
      rawRequest({ port, path: '/../emulator.ts' }, (response) => resolve(response.resume().statusCode)).end();
    });
    expect(status).toBe(404);
    expect((await fetch(`${emulator.url}/%2e%2e/page-api.js`)).status).toBe(404);
  });
});
