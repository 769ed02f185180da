import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestClock } from '../../../tests/support/test-clock.ts';
import { FAGUI, formCard, type PlainApp, startWithApp } from '../../../tests/support/test-emulator.ts';
import type { Emulator } from '../emulator.ts';

let clock: TestClock;
let emulator: Emulator;
let app: PlainApp;

beforeEach(async () => {
  ({ clock, emulator, app } = await startWithApp());
});
afterEach(() => emulator.close());

const MINUTE_MS = 60_000;
const BOT_INFO = '/open-apis/bot/v3/info';

describe('tokens', () => {
  it('are given for two hours at the top level of the answer, the same again while half an hour is left', async () => {
    const first = await app.signIn();
    expect(first.body).toMatchObject({ code: 0, expire: 7200 });
    expect(first.headers.get('x-tt-logid')).toBeTruthy();
    clock.pass(90 * MINUTE_MS);
    expect((await app.signIn()).body).toMatchObject({
      tenant_access_token: first.body.tenant_access_token,
      expire: 1800,
    });
  });

  it('are renewed in the last half hour, when the old one still works to its end', async () => {
    await app.signIn();
    const old = app.token;
    clock.pass(91 * MINUTE_MS);
    await app.signIn();
    expect(app.token).not.toBe(old);
    app.token = old;
    expect((await app.call('GET', BOT_INFO)).body).toMatchObject({ code: 0, bot: { app_name: '督办助手' } });
    clock.pass(29 * MINUTE_MS);
    expect((await app.call('GET', BOT_INFO)).body.code).toBe(99991663);
  });

  it('are not given for a wrong secret, and nothing is answered without one', async () => {
    expect((await app.signIn('wrong')).body.code).toBe(10014);
    expect(await app.call('GET', BOT_INFO)).toMatchObject({ status: 400, body: { code: 99991661 } });
  });
});

describe('the entrance', () => {
  it('answers an unknown path with 99991201 and remembers it', async () => {
    await app.signIn();
    expect(await app.call('GET', '/open-apis/im/v9/nothing')).toMatchObject({ status: 404, body: { code: 99991201 } });
    expect(await app.call('PUT', BOT_INFO)).toMatchObject({ status: 405, body: { code: 99991301 } });
    expect(emulator.unknownPaths).toEqual(['GET /open-apis/im/v9/nothing', `PUT ${BOT_INFO}`]);
    expect(emulator.requests.map(({ status }) => status)).toEqual([200, 404, 405]);
  });

  it('lets 50 calls of one API pass in a second and says how long to wait', async () => {
    await app.signIn();
    const answers = await Promise.all(Array.from({ length: 51 }, () => app.call('GET', BOT_INFO)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.body.code).toBe(99991400);
    expect(refused[0]?.headers.get('x-ogw-ratelimit-limit')).toBe('50');
    expect(refused[0]?.headers.get('x-ogw-ratelimit-reset')).toBe('1');
    clock.pass(1000);
    expect((await app.call('GET', BOT_INFO)).status).toBe(200);
  });
});

describe('what is broken on purpose', () => {
  it('is unavailable, or silent, until mended', async () => {
    emulator.setFaults({ down: 'unavailable' });
    expect((await app.signIn()).status).toBe(503);
    emulator.setFaults({ down: 'drop' });
    await expect(app.signIn()).rejects.toThrow('fetch failed');
    emulator.setFaults({ down: null });
    expect((await app.signIn()).body.code).toBe(0);
  });

  it.each([200, 400] as const)('refuses every token with HTTP %i until a new one is asked for', async (httpStatus) => {
    await app.signIn();
    const dead = app.token;
    emulator.setFaults({ tokenDead: { httpStatus } });
    expect(await app.call('GET', BOT_INFO)).toMatchObject({ status: httpStatus, body: { code: 99991663 } });
    await app.signIn();
    expect(app.token).not.toBe(dead);
    expect((await app.call('GET', BOT_INFO)).body.code).toBe(0);
  });

  it('limits the next sends and then no more', async () => {
    await app.signIn();
    emulator.setFaults({ limited: { times: 1, resetSeconds: 7 } });
    const refused = await app.send(FAGUI, formCard());
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-ogw-ratelimit-reset')).toBe('7');
    expect((await app.send(FAGUI, formCard())).status).toBe(200);
    expect(emulator.faults.limited).toBeNull();
  });

  it('loses the answer of a send that arrived, so that the same uuid finds it again', async () => {
    await app.signIn();
    emulator.setFaults({ answerLost: { times: 1 } });
    await expect(app.send(FAGUI, formCard(), { uuid: 'u-1' })).rejects.toThrow('fetch failed');
    const [message] = emulator.as(FAGUI).messages();
    const again = await app.send(FAGUI, formCard(), { uuid: 'u-1' });
    expect(again.body.data?.message_id).toBe(message?.messageId);
    expect(emulator.as(FAGUI).messages()).toHaveLength(1);
  });

  it('keeps people from being reached who have left or stopped the bot', async () => {
    await app.signIn();
    emulator.setFaults({ unreachable: { [FAGUI]: 230013 } });
    expect(await app.send(FAGUI, formCard())).toMatchObject({ status: 400, body: { code: 230013 } });
  });
});
