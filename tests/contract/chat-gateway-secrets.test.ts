import { describe, expect, it } from 'vitest';
import { aToken, type FakeAnswer, FakePlatform, TOKEN_PATH } from '../support/fake-platform.ts';
import { gatewayTo, open, SECRET, SENT, sends, toFagui, withEmulator, withFake } from '../support/gateway-world.ts';
import { FAGUI } from '../support/test-emulator.ts';

describe('the token', () => {
  it.each([200, 400] as const)(
    'one that dies (HTTP %i) is renewed and the message goes out once',
    async (httpStatus) => {
      const { emulator, gateway } = await withEmulator();
      await gateway.botInfo();
      emulator.setFaults({ tokenDead: { httpStatus } });
      await gateway.sendCard({ ...toFagui, uuid: 'u-1' });
      expect(sends(emulator)).toEqual([httpStatus, 200]);
      expect(emulator.as(FAGUI).messages()).toHaveLength(1);
    },
  );

  it('one that stays dead after renewal is an error, not a loop', async () => {
    const { gateway, platform } = await withFake(() => ({ status: 400, body: { code: 99991663, msg: 'invalid' } }));
    await expect(gateway.botInfo()).rejects.toMatchObject({ code: 'token-dead', retryable: true });
    expect(platform.requests).toHaveLength(4);
  });

  it('is asked for once by many calls at the same time', async () => {
    const { gateway, platform } = await withFake(() => SENT);
    await Promise.all(Array.from({ length: 8 }, (_, index) => gateway.sendCard({ ...toFagui, uuid: `u-${index}` })));
    expect(platform.requests.filter(({ path }) => path === TOKEN_PATH)).toHaveLength(1);
  });

  it('is renewed before its two hours are over', async () => {
    const { emulator, gateway, clock } = await withEmulator();
    await gateway.botInfo();
    clock.pass(115 * 60_000);
    await gateway.botInfo();
    expect(emulator.requests.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('of one platform is never shown to another, though the app id is the same', async () => {
    const one = await withFake(() => SENT);
    const other = await new FakePlatform(({ path }) =>
      path === TOKEN_PATH ? aToken('t-of-the-other-one') : SENT,
    ).start();
    open.push(other);
    await one.gateway.sendCard({ ...toFagui, uuid: 'u' });
    await gatewayTo(other.url).gateway.sendCard({ ...toFagui, uuid: 'u' });
    expect(other.requests.at(-1)?.authorization).toBe('Bearer t-of-the-other-one');
  });
});

describe('the log', () => {
  it('has no secret, no token, no phone number and nothing of a message, whatever fails', async () => {
    const words = '关于张三的处理意见';
    const answers: FakeAnswer[] = [
      {
        status: 400,
        body: {
          code: 230099,
          msg: `Failed to create card content, ext=ErrCode: 200621; ErrMsg: x; ErrorValue: ${words};`,
        },
      },
      { status: 400, body: { code: 230022, msg: words } },
      { status: 500, body: words },
      { body: { code: 230028, msg: words } },
      'cut',
      'hang',
    ];
    const { gateway, log } = await withFake(() => answers.shift() ?? 'cut', { timeoutMs: 200 });
    const errors: unknown[] = [];
    for (let left = answers.length; left > 0; left -= 1) {
      await gateway
        .sendText({ to: { type: 'person', openId: FAGUI }, text: words, uuid: 'u' })
        .catch((error) => errors.push(error));
    }
    await gateway
      .findOpenIds({ mobiles: ['13800000001'], emails: ['chen@example.cn'] })
      .catch((error) => errors.push(error));
    log.error({ errors }, 'as the program would log them');
    expect(errors).toHaveLength(7);
    for (const never of [words, SECRET, 't-0123456789abcdef', '13800000001', 'chen@example.cn']) {
      expect(log.text()).not.toContain(never);
    }
    expect(log.text()).toContain('chat call failed');
  });

  it('has no secret where the token call itself fails', async () => {
    const platform = await new FakePlatform(() => ({ status: 400, body: { code: 10014, msg: SECRET } })).start();
    open.push(platform);
    const { gateway, log } = gatewayTo(platform.url);
    await expect(gateway.botInfo()).rejects.toMatchObject({ code: 'bad-credentials' });
    expect(log.text()).not.toContain(SECRET);
  });
});
