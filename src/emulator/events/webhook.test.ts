import { createDecipheriv, createHash } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestClock } from '../../../tests/support/test-clock.ts';
import { appIdOf, FAGUI, startTestEmulator } from '../../../tests/support/test-emulator.ts';
import type { Emulator } from '../emulator.ts';

const KEY = 'encrypt-key';
let clock: TestClock;
let emulator: Emulator;
let server: Server;
let got: { headers: IncomingHttpHeaders; body: string }[];
let status: number;

beforeEach(async () => {
  clock = new TestClock();
  got = [];
  status = 200;
  server = createServer((request, response) => void receive(request, response));
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString();
    got.push({ headers: request.headers, body });
    const { challenge } = decrypt(body);
    response.writeHead(status).end(challenge ? JSON.stringify({ challenge }) : '{}');
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const app = {
    appId: appIdOf(1),
    appSecret: 'secret',
    botName: '督办助手',
    encryptKey: KEY,
    verificationToken: 'v-1',
  };
  emulator = await startTestEmulator({ clock, apps: [app], webhookUrl: `http://127.0.0.1:${port}/events` });
});
afterEach(async () => {
  await emulator.close();
  server.closeAllConnections();
  server.close();
});

function decrypt(body: string): Record<string, unknown> & { challenge?: string } {
  const bytes = Buffer.from((JSON.parse(body) as { encrypt: string }).encrypt, 'base64');
  const cipher = createDecipheriv('aes-256-cbc', createHash('sha256').update(KEY).digest(), bytes.subarray(0, 16));
  return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(16)), cipher.final()]).toString()) as Record<
    string,
    unknown
  >;
}

describe('webhook mode', () => {
  it('encrypts an event and signs what goes over the wire', async () => {
    emulator.as(FAGUI).sendText('你好');
    await emulator.settled();
    const { headers, body } = got[0] ?? { headers: {}, body: '' };
    const signed = [headers['x-lark-request-timestamp'], headers['x-lark-request-nonce'], KEY, body].join('');
    expect(headers['x-lark-signature']).toBe(createHash('sha256').update(signed).digest('hex'));
    expect(decrypt(body)).toMatchObject({ header: { event_type: 'im.message.receive_v1', token: 'v-1' } });
    expect(emulator.events).toMatchObject([{ state: 'acknowledged' }]);
  });

  it('tries again when the answer is not 200', async () => {
    status = 500;
    emulator.as(FAGUI).sendText('你好');
    await emulator.settled();
    status = 200;
    clock.pass(15_000);
    emulator.tick();
    await emulator.settled();
    expect(emulator.events).toMatchObject([{ attempts: 2, state: 'acknowledged' }]);
  });

  it('checks the address with a challenge', async () => {
    expect(await emulator.verifyWebhook()).toBe(true);
  });
});
