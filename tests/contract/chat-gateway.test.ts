import { describe, expect, it } from 'vitest';
import { LarkChatGateway } from '../../src/adapters/lark/lark-chat-gateway.ts';
import { type FakeAnswer, FakePlatform } from '../support/fake-platform.ts';
import { gatewayTo, toFagui, withEmulator, withFake } from '../support/gateway-world.ts';
import { RecordingLog } from '../support/recording-log.ts';
import { TestClock } from '../support/test-clock.ts';
import { FAGUI, formCard, GROUP } from '../support/test-emulator.ts';

describe('sending and reading', () => {
  it('a card reaches the person, and its change appears in the same place', async () => {
    const { emulator, gateway } = await withEmulator();
    const { messageId } = await gateway.sendCard({ ...toFagui, uuid: 'u-1' });
    await gateway.patchCard({ messageId, card: formCard('已反馈') as Record<string, unknown> });
    expect(emulator.as(FAGUI).messages()).toMatchObject([
      { messageId, content: { header: { title: { content: '已反馈' } } } },
    ]);
    expect(emulator.unknownPaths).toEqual([]);
  });

  it('a text reaches the group', async () => {
    const { emulator, gateway } = await withEmulator();
    await gateway.sendText({ to: { type: 'group', chatId: GROUP }, text: '周报已发', uuid: 'u-1' });
    expect(emulator.groupMessages(GROUP)).toMatchObject([{ content: { text: '周报已发' } }]);
  });

  it('people are found by mobile and e-mail; who is unknown is left out', async () => {
    const { gateway } = await withEmulator();
    const found = await gateway.findOpenIds({ mobiles: ['13800000001', '13999999999'], emails: ['chen@example.cn'] });
    expect(found).toEqual([
      { mobile: null, email: 'chen@example.cn', openId: FAGUI },
      { mobile: '13800000001', email: null, openId: FAGUI },
    ]);
  });

  it('a hundred and twenty people are looked up, fifty at a time', async () => {
    const { gateway, platform } = await withFake(({ body }) => ({
      body: {
        code: 0,
        data: { user_list: (body.mobiles as string[]).map((mobile) => ({ mobile, user_id: `ou_${mobile}` })) },
      },
    }));
    const mobiles = Array.from({ length: 120 }, (_, index) => String(13_800_000_000 + index));
    const found = await gateway.findOpenIds({ mobiles, emails: ['a@b.cn'] });
    expect(found.map(({ mobile }) => mobile)).toEqual(mobiles);
    const sizes = platform.requests
      .slice(1)
      .map(({ body }) => [(body.mobiles as string[]).length, (body.emails as string[]).length]);
    expect(sizes).toEqual([
      [50, 1],
      [50, 0],
      [20, 0],
    ]);
  });

  it('the bot knows its own name and the groups it is in', async () => {
    const { gateway } = await withEmulator();
    expect(await gateway.botInfo()).toMatchObject({ name: '督办助手', openId: expect.stringMatching(/^ou_/) });
    expect(await gateway.listGroups()).toEqual([{ chatId: GROUP, name: '政务公开领导小组' }]);
  });

  it('groups on later pages are listed too', async () => {
    const { gateway } = await withFake(({ query }) => ({
      body: query.get('page_token')
        ? { code: 0, data: { items: [{ chat_id: 'oc_2', name: '二' }], has_more: false } }
        : { code: 0, data: { items: [{ chat_id: 'oc_1', name: '一' }], has_more: true, page_token: 'next' } },
    }));
    expect(await gateway.listGroups()).toEqual([
      { chatId: 'oc_1', name: '一' },
      { chatId: 'oc_2', name: '二' },
    ]);
  });

  it('a list whose second page fails is an error, not a shorter list', async () => {
    const { gateway } = await withFake(({ query }) =>
      query.get('page_token')
        ? { status: 503, body: 'down' }
        : { body: { code: 0, data: { items: [], has_more: true, page_token: 'next' } } },
    );
    await expect(gateway.listGroups()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('a list that never ends is an error, not a hang', async () => {
    const { gateway } = await withFake(() => ({
      body: { code: 0, data: { items: [], has_more: true, page_token: 'same' } },
    }));
    await expect(gateway.listGroups()).rejects.toMatchObject({ code: 'server-error' });
  });
});

describe('what the platform refuses', () => {
  it.each([
    [200, 230002, 'not-in-chat', false],
    [400, 230002, 'not-in-chat', false],
    [200, 99991400, 'rate-limited', true],
    [400, 230020, 'rate-limited', true],
    [400, 230049, 'in-flight', true],
    [400, 230099, 'card-refused', false],
    [400, 230777, 'refused', false],
    [500, 777, 'server-error', true],
  ])('HTTP %i with code %i is %s', async (status, code, meaning, retryable) => {
    const { gateway } = await withFake(() => ({ status, body: { code, msg: 'no', data: {} } }));
    await expect(
      gateway.sendText({ to: { type: 'group', chatId: 'oc_1' }, text: 'x', uuid: 'u' }),
    ).rejects.toMatchObject({
      name: 'ChatError',
      code: meaning,
      retryable,
      platformCode: code,
      logId: 'log-1',
    });
  });

  it.each([
    ['a person who left', 230029, 'recipient-left'],
    ['a person who stopped the bot', 230053, 'recipient-stopped-bot'],
    ['a person outside the availability range', 230013, 'recipient-unavailable'],
  ])('%s is not written to again', async (_, code, meaning) => {
    const { emulator, gateway } = await withEmulator();
    emulator.setFaults({ unreachable: { [FAGUI]: code } });
    await expect(gateway.sendCard({ ...toFagui, uuid: 'u' })).rejects.toMatchObject({
      code: meaning,
      retryable: false,
    });
  });

  it('a card with an unknown property is refused, with the place of the mistake', async () => {
    const { gateway } = await withEmulator();
    const card = { ...toFagui.card, colour: 'red' };
    await expect(gateway.sendCard({ ...toFagui, card, uuid: 'u' })).rejects.toMatchObject({
      code: 'card-refused',
      platformCode: 230099,
      detail: expect.stringContaining('ErrCode 200621'),
    });
  });

  it('too fast: the platform says how long to wait, and that is passed on', async () => {
    const { emulator, gateway } = await withEmulator();
    emulator.setFaults({ limited: { times: 1, resetSeconds: 7 } });
    await expect(gateway.sendCard({ ...toFagui, uuid: 'u' })).rejects.toMatchObject({
      code: 'rate-limited',
      waitMs: 7000,
    });
  });

  it('a missing scope is named', async () => {
    const violation = { type: 'action_scope_required', subject: 'im:message' };
    const { gateway } = await withFake(() => ({
      status: 400,
      body: { code: 99991672, msg: 'Access denied.', error: { permission_violations: [violation] } },
    }));
    await expect(gateway.botInfo()).rejects.toMatchObject({ code: 'no-permission', detail: 'im:message' });
  });

  it('a wrong secret is said to be one', async () => {
    const { emulator } = await withEmulator();
    const { gateway } = gatewayTo(emulator.url, { appSecret: 'wrong' });
    await expect(gateway.botInfo()).rejects.toMatchObject({ code: 'bad-credentials', platformCode: 10014 });
  });

  it('something that is no app id is refused before anything is asked', () => {
    const options = { appSecret: 's', domain: 'http://127.0.0.1:1', clock: new TestClock(), log: new RecordingLog() };
    expect(() => new LarkChatGateway({ appId: 'cli_demo', ...options })).toThrow('app id');
  });
});

describe('what goes wrong on the way', () => {
  it('a platform that is not there is unreachable', async () => {
    const platform = await new FakePlatform(() => 'cut').start();
    const { gateway } = gatewayTo(platform.url);
    await platform.close();
    await expect(gateway.botInfo()).rejects.toMatchObject({ code: 'unreachable', retryable: true, platformCode: null });
  });

  it.each<[string, FakeAnswer, string]>([
    ['a cut connection', 'cut', 'connection-cut'],
    ['no answer in time', 'hang', 'timeout'],
    ["a proxy's page", { status: 407, body: '<html>login</html>' }, 'unreachable'],
    ["a proxy's page with a success status", { body: '<html>login</html>' }, 'server-error'],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' }, 'unreachable'],
    ['an answer without a message id', { body: { code: 0, data: {} } }, 'server-error'],
    ['an empty answer', { body: '' }, 'server-error'],
    ['a fragment of JSON', { body: '{"code":0,"da' }, 'server-error'],
  ])('%s may be tried again', async (_, answer, code) => {
    const { gateway } = await withFake(() => answer, { timeoutMs: 200 });
    await expect(gateway.sendCard({ ...toFagui, uuid: 'u' })).rejects.toMatchObject({ code, retryable: true });
  });

  it('an answer that was lost: the repeat with the same uuid is not a second message', async () => {
    const { emulator, gateway } = await withEmulator();
    emulator.setFaults({ answerLost: { times: 1 } });
    await expect(gateway.sendCard({ ...toFagui, uuid: 'u-1' })).rejects.toMatchObject({
      code: 'connection-cut',
      retryable: true,
    });
    const { messageId } = await gateway.sendCard({ ...toFagui, uuid: 'u-1' });
    expect(emulator.as(FAGUI).messages()).toMatchObject([{ messageId }]);
  });
});
