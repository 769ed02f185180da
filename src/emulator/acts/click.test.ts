import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestClock } from '../../../tests/support/test-clock.ts';
import {
  type BotReply,
  FAGUI,
  formCard,
  JIAOYU,
  type PlainApp,
  PlainBot,
  startWithApp,
} from '../../../tests/support/test-emulator.ts';
import type { Emulator } from '../emulator.ts';

let clock: TestClock;
let emulator: Emulator;
let app: PlainApp;
let messageId: string;

beforeEach(async () => {
  ({ clock, emulator, app } = await startWithApp({ answerWithinMs: 50 }));
  await app.signIn();
  messageId = await app.sentId(FAGUI, formCard());
});
afterEach(() => emulator.close());

const seen = () => ({ messageId, tag: 'button', value: { a: 'seen', id: 'T-1' } });
const form = (formValue: Record<string, unknown>) => ({ messageId, tag: 'button', name: 'send', formValue });

describe('a click', () => {
  it('reaches the bot with the time in microseconds and the fields of its component only', async () => {
    const bot = await PlainBot.connect(emulator);
    await emulator.as(FAGUI).click(seen());
    expect(bot.received[0]?.event).toMatchObject({
      header: { event_type: 'card.action.trigger', create_time: `${clock.now()}000` },
      event: { host: 'im_message', context: { open_message_id: messageId } },
    });
    expect(bot.received[0]?.event.event.action).toEqual({ tag: 'button', value: { a: 'seen', id: 'T-1' } });
  });

  it.each<[string, BotReply | null, number]>([
    ['does not answer in time', null, 200341],
    ['fails', { code: 500 }, 200671],
    ['answers with something else', { code: 200, data: 'ok' }, 200672],
    ['answers with a bare card', { code: 200, data: formCard() }, 200672],
    ['answers with a toast of no known type', { code: 200, data: { toast: { type: 'happy', content: 'x' } } }, 200672],
    [
      'answers with a card that cannot be made',
      { code: 200, data: { card: { type: 'raw', data: { schema: '2.0', body: { elements: [{ tag: 'note' }] } } } } },
      200673,
    ],
    [
      'answers a 2.0 card with a 1.0 card',
      { code: 200, data: { card: { type: 'raw', data: { elements: [] } } } },
      200830,
    ],
  ])('shows the platform code when the bot %s, once', async (_what, reply, code) => {
    const bot = await PlainBot.connect(emulator, () => reply);
    expect(await emulator.as(FAGUI).click(seen())).toMatchObject({ toast: null, error: { code } });
    clock.pass(3_600_000);
    emulator.tick();
    await emulator.settled();
    expect(bot.received).toHaveLength(1);
    expect(emulator.as(FAGUI).messages()[0]?.content).toEqual(formCard());
  });

  it('shows that no bot is there', async () => {
    expect(await emulator.as(FAGUI).click(seen())).toMatchObject({ error: { code: 200340 } });
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['an empty required field', {}, /请填写「进展」/],
    ['an option the field does not offer', { status: 'maybe' }, /没有这个选项/],
    ['a text that is too long', { status: 'ok', note: '长'.repeat(21) }, /最多 20 字/],
    ['a field the form does not have', { status: 'ok', extra: '1' }, /表单里没有「extra」/],
    ['a date of another shape', { status: 'ok', due: '4月3日' }, /格式不对/],
  ])('does not leave the client with %s', async (_what, formValue, message) => {
    const bot = await PlainBot.connect(emulator);
    await expect(emulator.as(FAGUI).click(form(formValue))).rejects.toThrow(message);
    expect(bot.received).toHaveLength(0);
  });

  it('is not possible on what the card never showed, nor for people outside the chat, nor after 14 days', async () => {
    await PlainBot.connect(emulator);
    await expect(emulator.as(JIAOYU).click(seen())).rejects.toThrow('没有这条消息');
    await app.patch(messageId, {
      schema: '2.0',
      body: { elements: [{ tag: 'button', disabled: true, text: { tag: 'plain_text', content: '完' } }] },
    });
    const forged = { ...seen(), value: { a: 'forged' } };
    await expect(emulator.as(FAGUI).click(forged)).rejects.toThrow('卡片已更新');
    await expect(emulator.as(FAGUI).click({ messageId, tag: 'button' })).rejects.toThrow('该组件已停用');
    clock.pass(15 * 86_400_000);
    await expect(emulator.as(FAGUI).click(seen())).rejects.toThrow('14 天');
  });

  it('on a button that the card showed a moment ago still reaches the bot', async () => {
    const bot = await PlainBot.connect(emulator);
    await app.patch(messageId, { schema: '2.0', body: { elements: [{ tag: 'hr' }] } });
    await emulator.as(FAGUI).click(seen());
    expect(bot.received[0]?.event.event.action).toEqual({ tag: 'button', value: { a: 'seen', id: 'T-1' } });
  });
});

describe('the delayed update', () => {
  it('changes the card twice within 30 minutes of the answer', async () => {
    const bot = await PlainBot.connect(emulator);
    await emulator.as(FAGUI).click(seen());
    const token = String(bot.received[0]?.event.event.token);
    const update = (title: string) =>
      app.call('POST', '/open-apis/interactive/v1/card/update', { token, card: formCard(title) });
    expect((await update('一')).body.code).toBe(0);
    expect((await update('二')).body.code).toBe(0);
    expect((await update('三')).body.code).toBe(300040);
    expect(emulator.as(FAGUI).messages()[0]?.content).toEqual(formCard('二'));
    await emulator.as(FAGUI).click(seen());
    clock.pass(30 * 60_000);
    const late = { token: String(bot.received[1]?.event.event.token), card: formCard() };
    expect((await app.call('POST', '/open-apis/interactive/v1/card/update', late)).body.code).toBe(300030);
  });
});
