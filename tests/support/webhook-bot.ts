import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { LarkWebhook } from '../../src/adapters/lark/webhook.ts';
import type { CardAction, CardReply, InboundHandlers, TextMessage } from '../../src/ports/inbound.ts';
import { RecordingLog } from './recording-log.ts';
import { TestClock } from './test-clock.ts';

/** A webhook on a server of its own, and requests as the platform makes them; everything is closed after each test. */
export const APP_ID = 'cli_0123456789abcdef';
export const ENCRYPT_KEY = 'encrypt-key';
export const TOKEN = 'verification-token';
export const SAVED: CardReply = { toast: { type: 'success', text: '已保存' }, card: null };

export const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

export async function aBot(more: { answerWithinMs?: number } = {}) {
  const clock = new TestClock();
  const log = new RecordingLog();
  const webhook = new LarkWebhook({
    appId: APP_ID,
    encryptKey: ENCRYPT_KEY,
    verificationToken: TOKEN,
    clock,
    log,
    ...more,
  });
  const actions: CardAction[] = [];
  const texts: TextMessage[] = [];
  const handlers: { -readonly [K in keyof InboundHandlers]: InboundHandlers[K] } = {
    onCardAction: async (action) => {
      actions.push(action);
      return SAVED;
    },
    onText: async (message) => {
      texts.push(message);
    },
    onFile: async () => undefined,
    onOther: async () => undefined,
    onMenu: async () => undefined,
  };
  await webhook.start({
    onCardAction: (action) => handlers.onCardAction(action),
    onText: (message) => handlers.onText(message),
    onFile: (message) => handlers.onFile(message),
    onOther: (message) => handlers.onOther(message),
    onMenu: (press) => handlers.onMenu(press),
  });
  const server = createServer((request, response) => {
    if (!webhook.handle(request, response)) response.writeHead(404).end('not ours');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(async () => {
    await webhook.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, webhook, clock, log, actions, texts, handlers };
}

export function press(more: { header?: object; event?: object } = {}): object {
  return {
    schema: '2.0',
    header: {
      event_id: 'ev-1',
      token: TOKEN,
      create_time: '1774832398000000',
      event_type: 'card.action.trigger',
      app_id: APP_ID,
      ...more.header,
    },
    event: {
      operator: { open_id: 'ou_chen' },
      token: 'c-1',
      action: { tag: 'button', value: { a: 'task.report' }, form_value: { note: '已完成初稿，等待会签🙂' } },
      context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
      ...more.event,
    },
  };
}

export function encrypted(payload: object | string, key = ENCRYPT_KEY): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return JSON.stringify({ encrypt: Buffer.concat([iv, cipher.update(text), cipher.final()]).toString('base64') });
}

interface Signing {
  readonly at?: number;
  readonly key?: string;
  readonly signature?: string;
}

export function signed(
  body: string | Buffer,
  { at = new TestClock().now(), key = ENCRYPT_KEY, signature }: Signing = {},
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const expected = createHash('sha256').update(`${timestamp}nonce${key}`).update(body).digest('hex');
  return {
    'content-type': 'application/json',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': 'nonce',
    'x-lark-signature': signature ?? expected,
  };
}

export async function post(
  url: string,
  body: string,
  headers: Record<string, string> = signed(body),
  path = '/webhook/card',
) {
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body });
  return { status: response.status, body: (await response.json()) as unknown };
}
