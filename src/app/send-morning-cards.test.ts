import { describe, expect, it } from 'vitest';
import { appOnPlan } from '../../tests/support/app-on-store.ts';
import { aCard, anOccurrenceDue } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import { type CivilDate, instantOf } from '../domain/calendar/civil-date.ts';
import { createLimits } from '../domain/delivery/send-limits.ts';
import { deliverDue } from './deliver-outbox.ts';
import { sendMorningCards } from './send-morning-cards.ts';

const databases = tempDatabases();

async function begin() {
  const app = await appOnPlan(await databases.open(), '2017-12-18T09:00:00+08:00');
  const bear = (n: number, dueOn: string) =>
    app.deps.ledger.commit({
      at: app.clock.now(),
      occurrences: [anOccurrenceDue(n, dueOn, { key: n === 1 ? 'once' : `key-${n}` })],
      audit: [],
    });
  const advanceTo = (text: string) => app.clock.moveTo(instantOf(`${text.replace(' ', 'T')}+08:00`));
  const deliver = () => deliverDue(app.deps, { limits: createLimits(), jitter: () => 0.5 });
  const remindedOn = async (id: string): Promise<CivilDate | null | undefined> =>
    (await app.deps.ledger.findParts({ ids: [id] }))[0]?.remindedOn;
  return { ...app, bear, advanceTo, deliver, remindedOn };
}

describe('the cards of a morning', () => {
  it('a second run of the same day queues nothing, and loses no reminder of what was published in between', async () => {
    const { deps, bear, advanceTo, remindedOn } = await begin();
    await bear(1, '2017-12-15');
    expect(await sendMorningCards(deps)).toMatchObject({ queued: 1 });
    await bear(2, '2018-01-02');
    advanceTo('2017-12-18 10:00');
    expect(await sendMorningCards(deps)).toMatchObject({ queued: 0 });
    expect(await remindedOn('part-2-office-1')).toBeNull();
    advanceTo('2017-12-19 09:00');
    expect(await sendMorningCards(deps)).toMatchObject({ queued: 1 });
    expect(await remindedOn('part-2-office-1')).toBe('2017-12-19');
  });

  it('the same, after the card has arrived', async () => {
    const { deps, bear, advanceTo, deliver, remindedOn, chat } = await begin();
    await bear(1, '2017-12-15');
    await sendMorningCards(deps);
    await deliver();
    await bear(2, '2018-01-02');
    advanceTo('2017-12-18 10:00');
    await sendMorningCards(deps);
    await deliver();
    expect(await remindedOn('part-2-office-1')).toBeNull();
    expect(chat.calls).toHaveLength(1);
  });
});

describe('a card that could not be sent on its day', () => {
  it('C1: is not sent besides the next one, which takes over its rows', async () => {
    const { deps, bear, advanceTo, deliver, chat } = await begin();
    await bear(1, '2018-01-02');
    await sendMorningCards(deps);
    await bear(2, '2017-12-18');
    advanceTo('2017-12-19 09:00');
    const { send } = await sendMorningCards(deps);
    expect(send.flatMap(({ partIds }) => partIds)).toEqual(['part-2-office-1', 'part-1-office-1']);
    await deliver();
    expect(chat.calls).toHaveLength(1);
    expect(await deps.outbox.summary()).toMatchObject({ sent: 1, withheld: 1, queued: 0 });
  });

  it('is made anew the next morning, though nothing else is due: its rung was not told', async () => {
    const { deps, bear, advanceTo, deliver, chat } = await begin();
    await bear(1, '2018-01-02');
    chat.fail = () =>
      Object.assign(new Error('left'), { code: 'recipient-left', retryable: false, waitMs: null, platformCode: 1 });
    await sendMorningCards(deps);
    await deliver();
    chat.fail = () => undefined;
    advanceTo('2017-12-19 09:00');
    expect(await sendMorningCards(deps)).toMatchObject({ queued: 1 });
    expect(await deliver()).toBe(1);
    advanceTo('2017-12-20 09:00');
    expect(await sendMorningCards(deps)).toMatchObject({ queued: 0 });
  });
});

describe('a list that somebody asked for', () => {
  it('is not replaced by the card of the next morning: its buttons go on working', async () => {
    const { deps, bear, clock, advanceTo } = await begin();
    await bear(1, '2017-12-15');
    const mine = aCard(9, { kind: 'mine', messageId: 'om_list', sentAt: clock.now(), ui: { form: null, page: 2 } });
    await deps.ledger.commit({ at: clock.now(), newCards: [mine], audit: [] });
    advanceTo('2017-12-19 09:00');
    await sendMorningCards(deps);
    expect(await deps.ledger.findCard('card-9')).toMatchObject({ supersededOn: null, ui: { page: 2 } });
  });
});
