import { describe, expect, it } from 'vitest';
import { appOnStore } from '../../tests/support/app-on-store.ts';
import { aCard, aMessage, anOccurrenceDue, aReply, storePlan } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import { MESSAGE_TEXT } from '../cards/delivery-text.ts';
import { civil, instantOf } from '../domain/calendar/civil-date.ts';
import type { ChatFailureCode } from '../domain/delivery/chat-failure.ts';
import type { NewMessage, SentCard } from '../domain/delivery/message.ts';
import { createLimits } from '../domain/delivery/send-limits.ts';
import { deliverDue } from './deliver-outbox.ts';

const databases = tempDatabases();

const MONDAY = '2017-12-18T09:00:00+08:00';
const MINUTE = 60_000;
const PART = 'part-1-office-1';

function chatError(code: ChatFailureCode, retryable: boolean, platformCode: number | null = null): Error {
  return Object.assign(new Error(code), { code, retryable, waitMs: null, platformCode });
}

/** A plan with one open part, one card that shows it, and these messages. */
async function begin(messages: readonly Partial<NewMessage>[], card: Partial<SentCard> = {}) {
  const database = await databases.open();
  await storePlan(database);
  const app = appOnStore(database, MONDAY);
  await app.deps.ledger.commit({
    at: app.clock.now(),
    occurrences: [anOccurrenceDue(1, '2017-12-18')],
    newCards: [aCard(1, { partIds: [PART], ...card })],
    messages: messages.map((message, index) => aMessage(index + 1, { dueAt: app.clock.now(), ...message })),
    audit: [],
  });
  const delivery = { limits: createLimits(), jitter: () => 0.5 };
  const deliver = () => deliverDue(app.deps, delivery);
  /** Beats as the program does: whenever something falls due within the span. */
  const deliverFor = async (minutes: number) => {
    const end = app.clock.now() + minutes * MINUTE;
    for (let next = await app.deps.outbox.nextDueAt(); next !== null && next <= end; ) {
      if (next > app.clock.now()) app.clock.moveTo(next);
      await deliver();
      next = await app.deps.outbox.nextDueAt();
    }
  };
  const rows = () => database.read((queries) => queries.outboxMessage.findMany({ orderBy: { seq: 'asc' } }));
  return { ...app, database, deliver, deliverFor, rows };
}

const TO_ZHANG = { type: 'person', personId: 'person-1', openId: 'ou_zhangmin' } as const;
const CARD = { purpose: 'morning-card', to: TO_ZHANG, body: { type: 'ledger-card', cardId: 'card-1' } } as const;
const UPDATE = { purpose: 'card-update', to: TO_ZHANG, body: { type: 'card-update', cardId: 'card-1' } } as const;
const SENT = { messageId: 'om_card', sentAt: instantOf(MONDAY) };
const FORM = { form: { partId: PART, kind: 'progress' as const } };

describe('a message that the platform refuses for good', () => {
  it('is 未送达 with the reason in words, and not tried again', async () => {
    const { chat, deliver, deps, deliverFor } = await begin([{}]);
    chat.fail = () => chatError('recipient-left', false, 230029);
    expect(await deliver()).toBe(0);
    await deliverFor(600);
    expect(chat.calls).toHaveLength(1);
    expect((await deps.outbox.summary()).failed).toMatchObject([{ reason: '对方已离职，请更换联络人', attempts: 1 }]);
  });

  it('does not hold up the others', async () => {
    const { chat, deliver } = await begin([{ to: TO_ZHANG }, {}]);
    chat.fail = ({ to }) => (to === 'ou_zhangmin' ? chatError('recipient-left', false) : undefined);
    expect(await deliver()).toBe(1);
  });
});

describe('a message that could not be sent for now', () => {
  it('keeps its uuid, however often it is tried', async () => {
    const { chat, deliverFor, deps } = await begin([{}]);
    chat.fail = () => (chat.calls.length <= 4 ? chatError('timeout', true) : undefined);
    await deliverFor(10);
    expect(chat.calls).toHaveLength(5);
    expect(new Set(chat.calls.map(({ uuid }) => uuid)).size).toBe(1);
    expect(await deps.outbox.summary()).toMatchObject({ sent: 1, queued: 0, failed: [] });
  });

  it('and may have arrived is given up after 55 minutes, when a repeat could arrive twice', async () => {
    const { chat, deliverFor, deps } = await begin([{}]);
    chat.fail = () => chatError('timeout', true);
    await deliverFor(120);
    const tried = chat.calls.length;
    chat.fail = () => undefined;
    await deliverFor(600);
    expect(chat.calls).toHaveLength(tried);
    expect((await deps.outbox.summary()).failed).toMatchObject([{ reason: MESSAGE_TEXT.outcomeUnknown }]);
  });

  it.each(['rate-limited', 'token-dead'] as const)(
    'and surely has not arrived (%s) waits for hours and is sent',
    async (code) => {
      const { chat, clock, deliverFor, deps } = await begin([{}]);
      const mended = clock.now() + 100 * MINUTE;
      chat.fail = () => (clock.now() < mended ? chatError(code, true) : undefined);
      await deliverFor(120);
      expect(await deps.outbox.summary()).toMatchObject({ sent: 1, failed: [] });
    },
  );

  it('because the secret is wrong waits for the administrator', async () => {
    const { chat, clock, deliverFor, deps } = await begin([{}]);
    const mended = clock.now() + 90 * MINUTE;
    chat.fail = () => (clock.now() < mended ? chatError('bad-credentials', false) : undefined);
    await deliverFor(120);
    expect(await deps.outbox.summary()).toMatchObject({ sent: 1, failed: [] });
  });

  it('a refusal after an attempt that may have arrived does not make it certain', async () => {
    const { chat, deliverFor, deps } = await begin([{}]);
    chat.fail = () => chatError(chat.calls.length === 1 ? 'timeout' : 'rate-limited', true);
    await deliverFor(120);
    expect((await deps.outbox.summary()).failed).toMatchObject([{ reason: MESSAGE_TEXT.outcomeUnknown }]);
  });
});

describe('the limits', () => {
  it('let four messages a second through to one group, the others later and all of them once', async () => {
    const { chat, deliver, deliverFor } = await begin(Array.from({ length: 10 }, () => ({})));
    expect(await deliver()).toBe(4);
    await deliverFor(1);
    expect(chat.calls).toHaveLength(10);
    expect(new Set(chat.calls.map(({ uuid }) => uuid)).size).toBe(10);
  });
});

describe('a card', () => {
  it('is drawn when it is sent, and remembers its message', async () => {
    const { chat, deliver, deps } = await begin([CARD]);
    expect(await deliver()).toBe(1);
    expect(JSON.stringify(chat.calls[0]?.content)).toContain('第1项任务');
    expect(await deps.ledger.findCard('card-1')).toMatchObject({ messageId: 'om_1' });
  });

  it('C21: on which everything was answered meanwhile is withheld', async () => {
    const { chat, deliver, deps, rows, clock } = await begin([CARD]);
    await deps.ledger.commit({
      at: clock.now(),
      parts: [{ id: PART, expectedVersion: 1, state: 'reported', closedOn: civil('2017-12-18') }],
      replies: [{ partId: PART, reply: aReply({ state: 'done' }) }],
      audit: [],
    });
    expect(await deliver()).toBe(0);
    expect(chat.calls).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'withheld', reason: MESSAGE_TEXT.allAnswered }]);
  });

  it('of a plan that was withdrawn meanwhile is withheld', async () => {
    const { chat, deliver, deps, clock } = await begin([CARD]);
    await deps.ledger.commit({ at: clock.now(), planState: { planId: 'plan-1', state: 'withdrawn' }, audit: [] });
    expect(await deliver()).toBe(0);
    expect(chat.calls).toEqual([]);
  });

  it('C1: that a newer one has replaced before it could be sent is withheld', async () => {
    const { chat, deliver, rows } = await begin([CARD], { supersededOn: civil('2017-12-19') });
    expect(await deliver()).toBe(0);
    expect(chat.calls).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'withheld', reason: MESSAGE_TEXT.superseded }]);
  });

  it.each([
    ['in the evening', '2017-12-18T20:00:00+08:00', '2017-12-19T09:00:00+08:00'],
    ['on a Saturday', '2017-12-23T11:00:00+08:00', '2017-12-25T09:00:00+08:00'],
  ])('C6: that is late is not sent %s but on the next working morning', async (_, late, morning) => {
    const { chat, clock, deliver, deps } = await begin([CARD]);
    clock.moveTo(instantOf(late));
    expect(await deliver()).toBe(0);
    expect(await deps.outbox.nextDueAt()).toBe(instantOf(morning));
    clock.moveTo(instantOf(morning));
    expect(await deliver()).toBe(1);
    expect(chat.calls).toHaveLength(1);
  });

  it('that somebody asked for is sent at any hour', async () => {
    const { clock, deliver } = await begin([{ ...CARD, purpose: 'my-tasks' }], { kind: 'mine' });
    clock.moveTo(instantOf('2017-12-23T23:00:00+08:00'));
    expect(await deliver()).toBe(1);
  });
});

describe('an update of a card', () => {
  it('changes the card where it lies', async () => {
    const { chat, deliver } = await begin([UPDATE], SENT);
    expect(await deliver()).toBe(1);
    expect(chat.calls).toMatchObject([{ kind: 'patch', to: 'om_card' }]);
  });

  it('waits for the form that somebody is filling in (C33)', async () => {
    const { chat, deliver, rows } = await begin([UPDATE], { ...SENT, ui: FORM });
    expect(await deliver()).toBe(0);
    expect(chat.calls).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'withheld', reason: MESSAGE_TEXT.formOpen }]);
  });

  it.each([
    ['sent', CARD, {}],
    ['brought up to date', UPDATE, SENT],
  ] as const)('that is answered while it is being %s shows the answer afterwards', async (_, message, card) => {
    const { chat, deliver, deps } = await begin([message], card);
    const done = { id: PART, expectedVersion: 1, state: 'reported', closedOn: civil('2017-12-18') } as const;
    let answered = false;
    chat.meanwhile = async () => {
      if (answered) return;
      answered = true;
      const replies = [{ partId: PART, reply: aReply({ state: 'done' }) }];
      await deps.ledger.commit({ at: deps.clock.now(), parts: [done], replies, audit: [] });
    };
    await deliver();
    expect(chat.calls).toHaveLength(2);
    expect(JSON.stringify(chat.calls[0]?.content)).not.toContain('已报办结');
    expect(chat.calls[1]).toMatchObject({ kind: 'patch' });
    expect(JSON.stringify(chat.calls[1]?.content)).toContain('已报办结');
  });

  it('replaces a form whose row somebody else has reported', async () => {
    const { chat, clock, deliver, deps } = await begin([UPDATE], { ...SENT, ui: FORM });
    const done = { id: PART, expectedVersion: 1, state: 'reported', closedOn: civil('2017-12-18') } as const;
    await deps.ledger.commit({ at: clock.now(), parts: [done], audit: [] });
    expect(await deliver()).toBe(1);
    expect(JSON.stringify(chat.calls[0]?.content)).not.toContain('提交');
  });

  it('of a card that has not been sent is not needed: it will be drawn as things stand', async () => {
    const { chat, deliver, rows } = await begin([UPDATE]);
    expect(await deliver()).toBe(0);
    expect(chat.calls).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'withheld', reason: MESSAGE_TEXT.notSentYet }]);
  });
});

describe('an hour clock', () => {
  it('goes out at night and urgently; where 加急 is refused the message has arrived all the same', async () => {
    const { chat, clock, deliver, rows } = await begin([{ ...CARD, purpose: 'hour-clock' }]);
    clock.moveTo(instantOf('2017-12-24T02:00+08:00'));
    chat.fail = ({ kind }) => (kind === 'urgent' ? chatError('refused', false, 230052) : undefined);
    expect(await deliver()).toBe(1);
    expect(chat.calls.map(({ kind }) => kind)).toEqual(['card', 'urgent']);
    expect(await rows()).toMatchObject([{ state: 'sent' }]);
  });
});

describe('C28: a card that somebody has deleted', () => {
  it('is given up, and neither the others nor the next morning wait for it', async () => {
    const { chat, deliver, deliverFor, deps } = await begin([UPDATE, { to: TO_ZHANG }], SENT);
    chat.fail = ({ kind }) => (kind === 'patch' ? chatError('recalled', false, 230011) : undefined);
    expect(await deliver()).toBe(1);
    await deliverFor(600);
    expect(chat.calls.filter(({ kind }) => kind === 'patch')).toHaveLength(1);
    expect(await deps.outbox.summary()).toMatchObject({ queued: 0, sent: 1 });
  });
});
