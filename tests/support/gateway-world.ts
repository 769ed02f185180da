import { afterEach } from 'vitest';
import { LarkChatGateway } from '../../src/adapters/lark/lark-chat-gateway.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { aToken, type FakeAnswer, FakePlatform, type FakeRequest, TOKEN_PATH } from './fake-platform.ts';
import { RecordingLog } from './recording-log.ts';
import { TestClock } from './test-clock.ts';
import { FAGUI, formCard, startTestEmulator } from './test-emulator.ts';

/** A gateway with what it speaks to; everything is closed after each test. */
export const SECRET = 'app-secret-never-to-be-logged';
const APP_ID = 'cli_0123456789abcdef';
export const SENT: FakeAnswer = { body: { code: 0, msg: 'success', data: { message_id: 'om_1' } } };

export const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

export function gatewayTo(
  domain: string,
  more: { appSecret?: string; timeoutMs?: number; fileTimeoutMs?: number } = {},
) {
  const clock = new TestClock();
  const log = new RecordingLog();
  return {
    gateway: new LarkChatGateway({ appId: APP_ID, appSecret: SECRET, domain, clock, log, ...more }),
    clock,
    log,
  };
}

export async function withEmulator() {
  const clock = new TestClock();
  const emulator = await startTestEmulator({
    apps: [{ appId: APP_ID, appSecret: SECRET, botName: '督办助手' }],
    clock,
  });
  open.push(emulator);
  const log = new RecordingLog();
  const gateway = new LarkChatGateway({ appId: APP_ID, appSecret: SECRET, domain: `${emulator.url}/`, clock, log });
  return { emulator, gateway, clock, log };
}

export async function withFake(answer: (request: FakeRequest) => FakeAnswer, more: { timeoutMs?: number } = {}) {
  const platform = await new FakePlatform((request) =>
    request.path === TOKEN_PATH ? aToken() : answer(request),
  ).start();
  open.push(platform);
  return { platform, ...gatewayTo(platform.url, more) };
}

export const toFagui = { to: { type: 'person', openId: FAGUI } as const, card: formCard() as Record<string, unknown> };

export function sends(emulator: Emulator) {
  return emulator.requests.filter(({ path }) => path === '/open-apis/im/v1/messages').map(({ status }) => status);
}
