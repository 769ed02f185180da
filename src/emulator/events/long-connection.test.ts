import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestClock } from '../../../tests/support/test-clock.ts';
import { appIdOf, FAGUI, GROUP, PlainApp, PlainBot, startWithApp } from '../../../tests/support/test-emulator.ts';
import type { Emulator } from '../emulator.ts';

let clock: TestClock;
let emulator: Emulator;

beforeEach(async () => {
  ({ clock, emulator } = await startWithApp({ answerWithinMs: 50 }));
});
afterEach(() => emulator.close());

const firstEvent = () => emulator.events[0];

describe('the long connection', () => {
  it('is refused without the right secret, with the data object that stops the official client', async () => {
    const app = new PlainApp(emulator.url);
    const { body } = await app.call('POST', '/callback/ws/endpoint', { AppID: appIdOf(1), AppSecret: 'wrong' });
    expect(body).toMatchObject({ code: 514, data: {} });
  });

  it('answers a ping with all four settings', async () => {
    const bot = await PlainBot.connect(emulator);
    emulator.as(FAGUI).sendText('你好');
    await emulator.until(() => firstEvent()?.state === 'acknowledged' || undefined);
    expect(Object.keys(bot.pong ?? {}).toSorted()).toEqual([
      'PingInterval',
      'ReconnectCount',
      'ReconnectInterval',
      'ReconnectNonce',
    ]);
  });

  it('delivers an unanswered event again after 15 s, 5 min, 1 h and 6 h, and then gives up', async () => {
    const bot = await PlainBot.connect(emulator, () => null);
    emulator.as(FAGUI).sendText('你好');
    for (const [attempt, seconds] of [15, 300, 3600, 21_600].entries()) {
      await emulator.until(() => firstEvent()?.attempts === attempt + 1 || undefined);
      clock.pass(seconds * 1000 - 1);
      emulator.tick();
      expect(bot.received).toHaveLength(attempt + 1);
      clock.pass(1);
      emulator.tick();
    }
    await emulator.until(() => firstEvent()?.state === 'given-up' || undefined);
    expect(new Set(bot.received.map(({ event }) => event.header.event_id)).size).toBe(1);
    expect(bot.received).toHaveLength(5);
  });

  it('gives each event to one of the connections only', async () => {
    const bots = [await PlainBot.connect(emulator), await PlainBot.connect(emulator)];
    for (const text of ['一', '二', '三']) emulator.as(FAGUI).sendText(text);
    await emulator.settled();
    expect(bots.flatMap(({ received }) => received)).toHaveLength(3);
  });

  it('delivers an event twice under one id when told to, and again on demand', async () => {
    const bot = await PlainBot.connect(emulator);
    emulator.setFaults({ duplicateEvents: true });
    emulator.as(FAGUI).sendText('你好');
    await emulator.settled();
    const eventId = firstEvent()?.eventId ?? '';
    expect(await emulator.redeliver(eventId)).toBe(true);
    expect(bot.received.map(({ event }) => event.header.event_id)).toEqual([eventId, eventId, eventId]);
  });

  it('keeps what happens after a cut for the next connection', async () => {
    await PlainBot.connect(emulator);
    emulator.dropConnections();
    await emulator.until(() => !emulator.botConnected || undefined);
    emulator.as(FAGUI).sendText('你好');
    const bot = await PlainBot.connect(emulator);
    await emulator.settled();
    expect(bot.received).toHaveLength(1);
  });
});

describe('events', () => {
  it('tell a bot in a group only what mentions it, with the name as a placeholder', async () => {
    const bot = await PlainBot.connect(emulator);
    emulator.as(FAGUI).sendText('大家好', GROUP);
    emulator.as(FAGUI).sendText('@督办助手 台账', GROUP);
    await emulator.settled();
    expect(bot.received).toMatchObject([
      {
        event: {
          header: { event_type: 'im.message.receive_v1' },
          event: {
            message: {
              chat_type: 'group',
              content: '{"text":"@_user_1 台账"}',
              mentions: [{ key: '@_user_1', name: '督办助手' }],
            },
          },
        },
      },
    ]);
    expect(emulator.groupMessages(GROUP).map(({ content }) => content)).toEqual([
      { text: '大家好' },
      { text: '@督办助手 台账' },
    ]);
  });

  it('tell of the menu, of an opened chat and of the bot coming and going', async () => {
    const bot = await PlainBot.connect(emulator);
    const person = emulator.as(FAGUI);
    person.pressMenu('ledger');
    person.enterChat();
    person.addBot('oc_outside');
    person.removeBot('oc_outside');
    await emulator.settled();
    expect(bot.received.map(({ event }) => event.header.event_type)).toEqual([
      'application.bot.menu_v6',
      'im.chat.access_event.bot_p2p_chat_entered_v1',
      'im.chat.member.bot.added_v1',
      'im.chat.member.bot.deleted_v1',
    ]);
    expect(bot.received[0]?.event.event).toMatchObject({ event_key: 'ledger', timestamp: clock.now() / 1000 });
  });
});
