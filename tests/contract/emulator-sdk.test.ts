import * as lark from '@larksuiteoapi/node-sdk';
import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { TestClock } from '../support/test-clock.ts';
import { appIdOf, FAGUI, formCard, startTestEmulator } from '../support/test-emulator.ts';

const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };
const open: { close(): unknown }[] = [];
let serial = 100;

interface ClickEvent {
  readonly operator: { readonly open_id: string };
  readonly action: { readonly value?: unknown; readonly name?: string; readonly form_value?: unknown };
  readonly context: { readonly open_message_id: string };
}

async function startWorld(clock = new TestClock()) {
  serial += 1;
  const app = { appId: appIdOf(serial), appSecret: 'secret' };
  const emulator = await startTestEmulator({ apps: [{ ...app, botName: '督办助手' }], clock });
  const base = { ...app, domain: emulator.url, logger: silent };
  const client = new lark.Client({ ...base, cache: new lark.DefaultCache() });
  open.push(emulator);
  return { emulator, client, base, clock };
}

type Handlers = Record<string, (data: never) => unknown>;

async function connect(
  emulator: Emulator,
  base: { appId: string; appSecret: string; domain: string },
  handlers: Handlers,
) {
  const socket = new lark.WSClient({ ...base, logger: silent, wsConfig: { pingTimeout: 10 } });
  open.push(socket);
  const dispatcher = new lark.EventDispatcher({ logger: silent }).register<Handlers>(handlers);
  await socket.start({ eventDispatcher: dispatcher });
  await emulator.until(() => emulator.botConnected || undefined);
}

async function sendCard(client: lark.Client): Promise<string> {
  const sent = await client.im.v1.message.create({
    params: { receive_id_type: 'open_id' },
    data: { receive_id: FAGUI, msg_type: 'interactive', content: JSON.stringify(formCard()) },
  });
  expect(sent.code).toBe(0);
  return sent.data?.message_id ?? '';
}

afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

describe('the platform emulator, spoken to by the official SDK', () => {
  it('shows a person the card that a bot has sent, and its patch in the same place', async () => {
    const { emulator, client } = await startWorld();
    const messageId = await sendCard(client);
    expect(emulator.as(FAGUI).chats()[0]).toMatchObject({ unread: 1, preview: '反馈进展' });

    const patched = await client.im.v1.message.patch({
      path: { message_id: messageId },
      data: { content: JSON.stringify(formCard('已反馈')) },
    });
    expect(patched.code).toBe(0);
    expect(emulator.as(FAGUI).messages()).toMatchObject([
      { messageId, content: { header: { title: { content: '已反馈' } } } },
    ]);
    expect(emulator.unknownPaths).toEqual([]);
  });

  it('carries a submitted form to the bot and shows its toast and its new card', async () => {
    const { emulator, client, base } = await startWorld();
    const clicks: ClickEvent[] = [];
    await connect(emulator, base, {
      'card.action.trigger': (data: ClickEvent) => {
        clicks.push(data);
        return { toast: { type: 'success', content: '已收到' }, card: { type: 'raw', data: formCard('已反馈') } };
      },
    });
    const messageId = await sendCard(client);
    const formValue = { status: 'ok', due: '2026-04-03' };
    const shown = await emulator.as(FAGUI).click({ messageId, tag: 'button', name: 'send', formValue });

    expect(shown).toEqual({ toast: { type: 'success', content: '已收到' }, error: null });
    expect(clicks).toMatchObject([
      {
        operator: { open_id: FAGUI },
        action: {
          name: 'send',
          value: { a: 'report', id: 'T-1' },
          form_value: { status: 'ok', note: '', due: '2026-04-03 +0800' },
        },
        context: { open_message_id: messageId },
      },
    ]);
    expect(emulator.as(FAGUI).messages()).toMatchObject([{ content: { header: { title: { content: '已反馈' } } } }]);
  });

  it('tells the person that the bot failed when its handler throws', async () => {
    const { emulator, client, base } = await startWorld();
    await connect(emulator, base, { 'card.action.trigger': () => Promise.reject(new Error('broken')) });
    const messageId = await sendCard(client);
    const shown = await emulator.as(FAGUI).click({ messageId, tag: 'button', value: { a: 'seen', id: 'T-1' } });
    expect(shown).toMatchObject({ toast: null, error: { code: 200671 } });
  });

  it('delivers what a person wrote while the bot was away', async () => {
    const { emulator, base } = await startWorld();
    emulator.as(FAGUI).sendText('本周台账');
    const texts: string[] = [];
    await connect(emulator, base, {
      'im.message.receive_v1': (data: { message: { content: string } }) => void texts.push(data.message.content),
    });
    await emulator.until(() => emulator.events.find((event) => event.state === 'acknowledged'));
    expect(texts).toEqual(['{"text":"本周台账"}']);
  });

  it('delivers an event that was not acknowledged again after 15 seconds, under the same event_id', async () => {
    const { emulator, base, clock } = await startWorld();
    const eventIds: string[] = [];
    await connect(emulator, base, {
      'im.message.receive_v1': (data: { event_id: string }) => {
        eventIds.push(data.event_id);
        return eventIds.length === 1 ? Promise.reject(new Error('not now')) : undefined;
      },
    });
    emulator.as(FAGUI).sendText('你好');
    await emulator.until(() => emulator.events.find((event) => event.attempts === 1));
    emulator.tick();
    await emulator.settled();
    expect(eventIds).toHaveLength(1);

    clock.pass(15_000);
    emulator.tick();
    await emulator.until(() => emulator.events.find((event) => event.state === 'acknowledged'));
    expect(eventIds).toEqual([eventIds[0], eventIds[0]]);
  });

  it('refuses a token after two hours and serves a bot that asks for a new one', async () => {
    const { emulator, client, base, clock } = await startWorld();
    await sendCard(client);
    clock.pass(2 * 3_600_000);
    await expect(sendCard(client)).rejects.toMatchObject({ response: { status: 400, data: { code: 99991663 } } });
    await sendCard(new lark.Client({ ...base, cache: new lark.DefaultCache() }));
    expect(emulator.as(FAGUI).messages()).toHaveLength(2);
  });

  it('hands over a file that a person sent, and takes one from the bot', async () => {
    const { emulator, client } = await startWorld();
    const { messageId } = emulator.as(FAGUI).sendFile('工作要点.txt', new TextEncoder().encode('一、公开'));
    const content = emulator.as(FAGUI).messages()[0]?.content;
    const { file_key } = content as { file_key: string };
    const download = await client.im.v1.messageResource.get({
      path: { message_id: messageId, file_key },
      params: { type: 'file' },
    });
    const chunks: Buffer[] = [];
    for await (const chunk of download.getReadableStream()) chunks.push(Buffer.from(chunk));
    expect(Buffer.concat(chunks).toString()).toBe('一、公开');

    const bytes = Buffer.from([0x50, 0x4b, 0xff, 0xfe, 0x0d, 0x0a, 0x00, 0x2d, 0x2d]);
    const uploaded = await client.im.v1.file.create({
      data: { file_type: 'stream', file_name: '台账.xlsx', file: bytes },
    });
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: 'open_id' },
      data: { receive_id: FAGUI, msg_type: 'file', content: JSON.stringify(uploaded) },
    });
    expect(sent.code).toBe(0);
    const shown = await fetch(`${emulator.url}/emulator/files/${uploaded?.file_key}`);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(bytes);
    expect(emulator.as(FAGUI).chats()[0]?.preview).toBe('[文件] 台账.xlsx');
  });
});
