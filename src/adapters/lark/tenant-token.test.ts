import { describe, expect, it } from 'vitest';
import { TestClock } from '../../../tests/support/test-clock.ts';
import type { LarkHttp } from './http.ts';
import { HttpFailure } from './http-failure.ts';
import { readAnswer } from './platform-answer.ts';
import { TenantToken } from './tenant-token.ts';

const MINUTE = 60_000;

/** Answers token calls from a list, one after the other. */
function tokens(answers: readonly (object | Error)[]) {
  const clock = new TestClock();
  let asked = 0;
  const post = async () => {
    const answer = answers[asked];
    asked += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const http = { instance: { post }, answerWith: (body: unknown) => readAnswer(200, body, {}) } as unknown as LarkHttp;
  const token = new TenantToken({ http, domain: 'http://x', appId: 'cli_1', appSecret: 's', clock });
  return { token, clock, asked: () => asked };
}

function given(name: string, expire: unknown = 7200): object {
  return { code: 0, tenant_access_token: name, expire };
}

describe('the tenant token', () => {
  it('is asked for once, and again ten minutes before its end', async () => {
    const { token, clock } = tokens([given('t-1'), given('t-2')]);
    expect(await token.get()).toBe('t-1');
    clock.pass(109 * MINUTE);
    expect(await token.get()).toBe('t-1');
    clock.pass(2 * MINUTE);
    expect(await token.get()).toBe('t-2');
  });

  it('that is nearly over still serves while the platform gives no new one', async () => {
    const { token, clock } = tokens([
      given('t-1'),
      new HttpFailure({ networkCode: 'ECONNREFUSED' }),
      new HttpFailure({ networkCode: 'ECONNREFUSED' }),
    ]);
    await token.get();
    clock.pass(115 * MINUTE);
    expect(await token.get()).toBe('t-1');
    clock.pass(6 * MINUTE);
    await expect(token.get()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('that was called dead is not used again; one that replaced it meanwhile stays', async () => {
    const { token, asked } = tokens([given('t-1'), given('t-2')]);
    await token.get();
    token.forget('t-1');
    expect(await token.get()).toBe('t-2');
    token.forget('t-1');
    expect(await token.get()).toBe('t-2');
    expect(asked()).toBe(2);
  });

  it('is asked for again after a failure, and after the clock was set back', async () => {
    const { token, clock } = tokens([new HttpFailure({ networkCode: 'ETIMEDOUT' }), given('t-1'), given('t-2')]);
    await expect(token.get()).rejects.toMatchObject({ code: 'timeout' });
    expect(await token.get()).toBe('t-1');
    clock.pass(-24 * 60 * MINUTE);
    expect(await token.get()).toBe('t-2');
  });

  it.each([
    ['a wrong secret', { code: 10014, msg: 'x' }, 'bad-credentials'],
    ['an unknown app', { code: 10003, msg: 'x' }, 'bad-credentials'],
    ['an answer without a token', { code: 0, expire: 7200 }, 'server-error'],
    ['an answer that is no JSON', '<html>', 'server-error'],
  ])('%s is an error', async (_, body, code) => {
    await expect(tokens([body as object]).token.get()).rejects.toMatchObject({ code });
  });

  it('without a lifetime serves once', async () => {
    const { token } = tokens([given('t-1', 0), given('t-2', 'soon')]);
    expect(await token.get()).toBe('t-1');
    expect(await token.get()).toBe('t-2');
  });
});
