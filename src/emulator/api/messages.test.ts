import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestClock } from '../../../tests/support/test-clock.ts';
import { FAGUI, formCard, GROUP, JIAOYU, type PlainApp, startWithApp } from '../../../tests/support/test-emulator.ts';
import type { Emulator } from '../emulator.ts';

let clock: TestClock;
let emulator: Emulator;
let app: PlainApp;

beforeEach(async () => {
  ({ clock, emulator, app } = await startWithApp());
  await app.signIn();
});
afterEach(() => emulator.close());

const DAY_MS = 86_400_000;
const text = { msg_type: 'text' };

describe('sending', () => {
  it('takes the same uuid once an hour', async () => {
    const first = await app.send(FAGUI, { text: '一' }, { ...text, uuid: 'u' });
    const second = await app.send(FAGUI, { text: '二' }, { ...text, uuid: 'u' });
    expect(second.body.data).toEqual(first.body.data);
    clock.pass(3_600_000);
    await app.send(FAGUI, { text: '三' }, { ...text, uuid: 'u' });
    expect(emulator.as(FAGUI).messages()).toMatchObject([{ content: { text: '一' } }, { content: { text: '三' } }]);
  });

  it.each<[string, string, object | string, string, number]>([
    ['a person who does not exist', 'ou_nobody', { text: 'x' }, 'text', 99992351],
    ['a group the bot is not in', 'oc_outside', { text: 'x' }, 'text', 230002],
    ['content that is not JSON', FAGUI, 'hello', 'text', 230001],
    ['a text over 150 KB', FAGUI, { text: 'x'.repeat(150 * 1024) }, 'text', 230025],
    [
      'a card over 30 KB',
      FAGUI,
      { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'x'.repeat(30 * 1024) }] } },
      'interactive',
      230025,
    ],
    ['a file somebody else owns', FAGUI, { file_key: 'file_x' }, 'file', 230017],
    ['a message type it cannot have', FAGUI, {}, 'hologram', 230054],
  ])('refuses %s', async (_what, to, content, msg_type, code) => {
    expect(await app.send(to, content, { msg_type })).toMatchObject({ status: 400, body: { code } });
  });

  it('names the inner code of a card that cannot be made', async () => {
    const card = { schema: '2.0', body: { elements: [{ tag: 'note' }] } };
    const { status, body } = await app.send(FAGUI, card);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 230099 });
    expect(body.msg).toMatch(
      /^Failed to create card content, ext=ErrCode: 200861; ErrPath: .*; ErrMsg: .*; ErrorValue: note$/,
    );
  });

  it('takes five messages a second for one group, shared by all who send', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => app.send(GROUP, { text: 'x' }, text)));
    expect(answers.filter(({ body }) => body.code === 230020)).toHaveLength(1);
    expect((await app.send(FAGUI, { text: 'x' }, text)).body.code).toBe(0);
    clock.pass(1000);
    expect((await app.send(GROUP, { text: 'x' }, text)).body.code).toBe(0);
  });

  it('finds people by e-mail, phone and union_id', async () => {
    const found = await app.call('POST', '/open-apis/contact/v3/users/batch_get_id', {
      mobiles: ['+8613800000001', '1'],
    });
    expect(found.body.data).toEqual({ user_list: [{ mobile: '+8613800000001', user_id: FAGUI }, { mobile: '1' }] });
    const body = { receive_id: 'chen@example.cn', msg_type: 'text', content: '{"text":"x"}' };
    expect((await app.call('POST', '/open-apis/im/v1/messages?receive_id_type=email', body)).body.code).toBe(0);
    expect(emulator.as(FAGUI).messages()).toHaveLength(1);
  });
});

describe('changing a message', () => {
  it('patches a card for 14 days, five times a second, until it is recalled', async () => {
    const id = await app.sentId(FAGUI, formCard());
    const codes = await Promise.all(
      Array.from({ length: 6 }, async () => (await app.patch(id, formCard('新'))).body.code),
    );
    expect(codes.toSorted((one, other) => one - other)).toEqual([0, 0, 0, 0, 0, 230020]);
    clock.pass(14 * DAY_MS);
    await app.signIn();
    expect((await app.patch(id, formCard())).body).toMatchObject({ code: 0, data: {} });
    clock.pass(1);
    expect((await app.patch(id, formCard())).body.code).toBe(230031);
  });

  it('does not patch a recalled card, a text, or a card into the old format', async () => {
    const id = await app.sentId(FAGUI, formCard());
    expect((await app.patch(id, { elements: [] })).body.code).toBe(230099);
    await app.call('DELETE', `/open-apis/im/v1/messages/${id}`);
    expect((await app.patch(id, formCard())).body.code).toBe(230011);
    const { body } = await app.send(FAGUI, { text: 'x' }, text);
    expect((await app.patch(String(body.data?.message_id), formCard())).body.code).toBe(230001);
    expect(emulator.as(FAGUI).messages()[0]?.recalled).toBe(true);
  });

  it('tells for seven days who has read it', async () => {
    const id = await app.sentId(GROUP, formCard());
    const readers = `/open-apis/im/v1/messages/${id}/read_users?user_id_type=open_id`;
    expect((await app.call('GET', readers)).body.data).toMatchObject({ items: [] });
    emulator.as(JIAOYU).messages(GROUP);
    expect((await app.call('GET', readers)).body.data).toMatchObject({
      items: [{ user_id: JIAOYU, timestamp: String(clock.now()) }],
    });
    clock.pass(7 * DAY_MS + 1);
    await app.signIn();
    expect((await app.call('GET', readers)).body.code).toBe(230033);
  });

  it('gives a card back as it was sent only when asked to', async () => {
    const id = await app.sentId(FAGUI, formCard());
    const one = await app.call('GET', `/open-apis/im/v1/messages/${id}`);
    expect(JSON.stringify(one.body)).not.toContain('T-1');
    const whole = await app.call('GET', `/open-apis/im/v1/messages/${id}?card_msg_content_type=user_card_content`);
    expect(whole.body.data).toMatchObject({ items: [{ body: { content: JSON.stringify(formCard()) } }] });
  });
});

describe('chats', () => {
  it('lists the groups a bot is in and their people, not the bots', async () => {
    const { body } = await app.call('GET', '/open-apis/im/v1/chats');
    expect(body.data).toMatchObject({ items: [{ chat_id: GROUP, name: '政务公开领导小组' }], has_more: false });
    const members = await app.call('GET', `/open-apis/im/v1/chats/${GROUP}/members?page_size=1`);
    expect(members.body.data).toMatchObject({ items: [{ member_id: FAGUI }], member_total: 2, has_more: true });
    expect((await app.call('GET', '/open-apis/im/v1/chats/oc_outside/members')).body.code).toBe(232011);
  });

  it('creates one group for one uuid', async () => {
    const group = { name: '专班', user_id_list: [FAGUI] };
    const first = await app.call('POST', '/open-apis/im/v1/chats?user_id_type=open_id&uuid=g', group);
    const second = await app.call('POST', '/open-apis/im/v1/chats?user_id_type=open_id&uuid=g', group);
    expect(second.body.data?.chat_id).toBe(first.body.data?.chat_id);
    expect(
      emulator
        .as(FAGUI)
        .chats()
        .filter(({ name }) => name === '专班'),
    ).toHaveLength(1);
  });
});
