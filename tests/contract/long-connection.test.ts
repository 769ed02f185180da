import { afterEach, describe, expect, it } from 'vitest';
import { LarkChatGateway } from '../../src/adapters/lark/lark-chat-gateway.ts';
import { LarkLongConnection } from '../../src/adapters/lark/long-connection.ts';
import type { CardAction, CardReply, InboundHandlers, TextMessage } from '../../src/ports/inbound.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { held } from '../support/held.ts';
import { RecordingLog } from '../support/recording-log.ts';
import { TestClock } from '../support/test-clock.ts';
import { FAGUI, formCard, GROUP, startTestEmulator } from '../support/test-emulator.ts';

const SECRET = 'app-secret-never-to-be-logged';
const APP_ID = 'cli_0123456789abcdef';
const QUICK = { watchdogMs: 10, startWithinMs: 100, backOff: { firstMs: 5, maxMs: 20 } };
const SAVED: CardReply = { toast: { type: 'success', text: '已保存' }, card: null };

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

class Heard implements InboundHandlers {
  readonly actions: CardAction[] = [];
  readonly texts: TextMessage[] = [];
  reply: () => Promise<CardReply> = async () => SAVED;

  onCardAction(action: CardAction): Promise<CardReply> {
    this.actions.push(action);
    return this.reply();
  }

  async onText(message: TextMessage): Promise<void> {
    this.texts.push(message);
  }

  async onFile(): Promise<void> {}
  async onOther(): Promise<void> {}
  async onMenu(): Promise<void> {}
}

type More = Partial<ConstructorParameters<typeof LarkLongConnection>[0]>;

function connectionTo(domain: string, more: More = {}) {
  const log = new RecordingLog();
  const base = { appId: APP_ID, appSecret: SECRET, domain, clock: new TestClock(), log };
  const source = new LarkLongConnection({ ...base, ...QUICK, ...more });
  open.push(() => source.stop());
  return { source, log, base };
}

async function aPlatform() {
  const emulator = await startTestEmulator({
    apps: [{ appId: APP_ID, appSecret: SECRET, botName: '督办助手' }],
    clock: new TestClock(),
  });
  open.push(() => emulator.close());
  return emulator;
}

async function connected(more: More = {}) {
  const emulator = await aPlatform();
  const heard = new Heard();
  const { source, log, base } = connectionTo(emulator.url, more);
  await source.start(heard);
  // The platform uses a connection from its first ping on.
  await emulator.until(() => emulator.botConnected || undefined);
  const gateway = new LarkChatGateway(base);
  const card = formCard() as Record<string, unknown>;
  const press = async () => {
    const { messageId } = await gateway.sendCard({
      to: { type: 'person', openId: FAGUI },
      card,
      uuid: `u-${Math.random()}`,
    });
    const value = { a: 'seen', id: 'T-1' };
    return { messageId, answer: await emulator.as(FAGUI).click({ messageId, tag: 'button', value }) };
  };
  return { emulator, heard, source, log, press };
}

describe('the long connection', () => {
  it('is there once start has resolved, and brings a press and its answer', async () => {
    const { heard, source, press } = await connected();
    expect(source.status()).toMatchObject({ connected: true });
    const { messageId, answer } = await press();
    expect(answer.toast).toEqual({ type: 'success', content: '已保存' });
    expect(heard.actions).toMatchObject([
      { actorOpenId: FAGUI, messageId, payload: { a: 'seen', id: 'T-1' }, at: new TestClock().now() },
    ]);
  });

  it('brings what a person writes, without the mention of the bot', async () => {
    const { emulator, heard } = await connected();
    emulator.as(FAGUI).sendText('@督办助手 我的任务', GROUP);
    emulator.as(FAGUI).sendText('帮助');
    await emulator.settled();
    expect(heard.texts.map(({ text, chatType }) => [text, chatType])).toEqual([
      ['我的任务', 'group'],
      ['帮助', 'p2p'],
    ]);
  });

  it('comes back by itself after it was cut', async () => {
    const { emulator, source, press } = await connected();
    emulator.dropConnections();
    await emulator.until(() => !emulator.botConnected || undefined);
    await emulator.until(() => emulator.botConnected || undefined);
    expect((await press()).answer.toast).toMatchObject({ content: '已保存' });
    expect(source.status()).toMatchObject({ connected: true });
  });

  it('a handler that fails is a toast that says so', async () => {
    const { heard, log, press } = await connected();
    heard.reply = () => Promise.reject(new Error('disk full'));
    expect((await press()).answer).toEqual({
      toast: { type: 'error', content: '操作没有保存，请稍后再试。' },
      error: null,
    });
    expect(log.lines.some(({ level, message }) => level === 'error' && message === 'card press failed')).toBe(true);
  });

  it('a handler that takes long is answered in time and finishes', async () => {
    const { heard, source, press } = await connected({ answerWithinMs: 30 });
    const reply = held<CardReply>();
    heard.reply = () => reply.waiting;
    expect((await press()).answer).toEqual({ toast: { type: 'info', content: '正在处理，请稍候查看。' }, error: null });
    const stopped = source.stop();
    reply.letGo(SAVED);
    await stopped;
    expect(source.status()).toMatchObject({ connected: false });
  });

  it('ends for good when it is stopped', async () => {
    const { emulator, source } = await connected();
    await source.stop();
    await emulator.until(() => !emulator.botConnected || undefined);
    expect(source.status()).toEqual({ connected: false, detail: 'long connection stopped' });
  });
});

describe('starting', () => {
  it('a wrong secret is refused at once', async () => {
    const emulator = await aPlatform();
    const { source } = connectionTo(emulator.url, { appSecret: 'wrong' });
    await expect(source.start(new Heard())).rejects.toMatchObject({
      name: 'ChatError',
      code: 'bad-credentials',
      platformCode: 514,
    });
    expect(source.status().connected).toBe(false);
  });

  it('a wrong secret is refused too where the platform leaves out the data', async () => {
    const platform = await new FakePlatform(() => ({ body: { code: 514, msg: 'auth failed' } })).start();
    open.push(() => platform.close());
    await expect(connectionTo(platform.url).source.start(new Heard())).rejects.toMatchObject({
      code: 'bad-credentials',
    });
    expect(platform.requests).toHaveLength(1);
  });

  it('something that is no app id is refused before anything is asked', async () => {
    const { source } = connectionTo('http://127.0.0.1:1', { appId: 'cli_demo' });
    await expect(source.start(new Heard())).rejects.toMatchObject({ code: 'bad-credentials' });
  });

  it.each([
    ['down', { status: 503, body: 'down' }],
    ['busy', { body: { code: 1, msg: 'busy', data: {} } }],
    ['full', { body: { code: 1000040350, msg: 'limit', data: {} } }],
    [
      'without a socket',
      { body: { code: 0, data: { URL: 'ws://127.0.0.1:1/ws?device_id=1&service_id=2', ClientConfig: {} } } },
    ],
  ])('a platform that is %s is tried again and again, and status says so', async (_, answer) => {
    const platform = await new FakePlatform(() => answer).start();
    open.push(() => platform.close());
    const { source } = connectionTo(platform.url);
    await source.start(new Heard());
    expect(source.status()).toMatchObject({ connected: false, detail: expect.stringContaining('refused') });
    expect(platform.requests.length).toBeGreaterThan(1);
  });

  it('connects once the platform is up again', async () => {
    const emulator = await aPlatform();
    emulator.setFaults({ down: 'unavailable' });
    const { source } = connectionTo(emulator.url);
    await source.start(new Heard());
    expect(source.status()).toMatchObject({ connected: false, detail: expect.stringContaining('server-error') });
    emulator.setFaults({ down: null });
    await emulator.until(() => emulator.botConnected || undefined);
  });

  it('can be stopped while the platform is down', async () => {
    const platform = await new FakePlatform(() => 'hang').start();
    open.push(() => platform.close());
    const { source } = connectionTo(platform.url, { startWithinMs: 60_000 });
    const started = source.start(new Heard());
    await source.stop();
    await expect(started).resolves.toBeUndefined();
  });

  it('puts neither the secret nor the ticket into the log', async () => {
    const { log, press } = await connected();
    await press();
    expect(log.text()).not.toContain(SECRET);
    expect(log.text()).not.toContain('ticket=');
  });
});
