import { describe, expect, it } from 'vitest';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { PrismaOutbox } from '../../src/adapters/prisma/prisma-outbox.ts';
import { addMs } from '../../src/domain/calendar/civil-date.ts';
import type { NewMessage } from '../../src/domain/delivery/message.ts';
import { aCard, aMessage, NOW, storePlan } from '../support/stored-plan.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();

const MINUTE = 60_000;
const due = { now: NOW, limit: 20, abandonedAfterMs: MINUTE };

async function outboxWith(...messages: NewMessage[]) {
  const database = await databases.open();
  await new PrismaLedgerStore(database).commit({ at: NOW, messages, audit: [] });
  return { database, outbox: new PrismaOutbox(database) };
}

describe('the outbox', () => {
  it('hands out what is due, oldest first, in the order of queueing, each with a short uuid of its own', async () => {
    const { outbox } = await outboxWith(
      aMessage(1, { dueAt: addMs(NOW, 1) }),
      aMessage(3),
      aMessage(2, { body: { type: 'card', card: { header: '“周报”🎉' } } }),
      aMessage(4, { dueAt: addMs(NOW, -5) }),
    );
    const claimed = await outbox.claim(due);
    expect(claimed.map(({ id }) => id)).toEqual(['message-4', 'message-3', 'message-2']);
    expect(claimed[2]).toMatchObject({
      ...aMessage(2),
      body: { card: { header: '“周报”🎉' } },
      state: 'sending',
      attempts: 0,
      firstTriedAt: NOW,
    });
    expect(new Set(claimed.map(({ uuid }) => uuid)).size).toBe(3);
    expect(Math.max(...claimed.map(({ uuid }) => uuid.length))).toBeLessThanOrEqual(50);
    expect(await outbox.claim(due)).toEqual([]);
    expect(await outbox.nextDueAt()).toBe(addMs(NOW, 1));
    expect(await outbox.claim({ ...due, now: addMs(NOW, 1), limit: 1 })).toHaveLength(1);
    expect(await outbox.nextDueAt()).toBeNull();
  });

  it('gives no message to two programs that work on one file', async () => {
    const { database, outbox } = await outboxWith(...Array.from({ length: 200 }, (_, n) => aMessage(n)));
    const other = new PrismaOutbox(await databases.open(`file:${database.file}`));
    const batches = await Promise.all(
      Array.from({ length: 80 }, (_, n) => (n % 2 === 0 ? outbox : other).claim({ ...due, limit: 3 })),
    );
    const ids = batches.flat().map(({ id }) => id);
    expect(ids).toHaveLength(200);
    expect(new Set(ids).size).toBe(200);
  });

  it('hands out again, with the same uuid, what a program that died had half sent', async () => {
    const { database, outbox } = await outboxWith(aMessage(1));
    const [first] = await outbox.claim(due);
    await database.close();
    const reopened = new PrismaOutbox(await databases.open(`file:${database.file}`));
    expect(await reopened.claim({ ...due, now: addMs(NOW, MINUTE - 1) })).toEqual([]);
    const [again] = await reopened.claim({ ...due, now: addMs(NOW, MINUTE) });
    expect(again).toMatchObject({ id: 'message-1', uuid: first?.uuid, attempts: 1, firstTriedAt: NOW });
    expect(await reopened.claim({ ...due, now: addMs(NOW, MINUTE + 1) })).toEqual([]);
  });

  it('gives the same message the same uuid in a database that was made anew', async () => {
    const uuids = await Promise.all([outboxWith(aMessage(1)), outboxWith(aMessage(2, { key: 'notice:1' }))]);
    const [one, two] = await Promise.all(uuids.map(async ({ outbox }) => (await outbox.claim(due))[0]?.uuid));
    expect(one).toBe(two);
  });

  it('takes a message back with the same uuid and counts the attempt only where the platform was asked', async () => {
    const { outbox } = await outboxWith(aMessage(1));
    const [first] = await outbox.claim(due);
    await outbox.retryAt('message-1', addMs(NOW, 10), '稍后发送', 'not-made');
    const [second] = await outbox.claim({ ...due, now: addMs(NOW, 10) });
    expect(second).toMatchObject({ uuid: first?.uuid, attempts: 0, firstTriedAt: addMs(NOW, 10), reason: '稍后发送' });
    await outbox.retryAt('message-1', addMs(NOW, 20), '平台繁忙', 'unanswered');
    expect(await outbox.nextDueAt()).toBe(addMs(NOW, 20));
    const [third] = await outbox.claim({ ...due, now: addMs(NOW, 20) });
    expect(third).toMatchObject({ attempts: 1, firstTriedAt: addMs(NOW, 10) });
  });

  it('counts the age of a uuid from the first attempt that may have arrived', async () => {
    const { outbox } = await outboxWith(aMessage(1));
    const at = (ms: number) => ({ ...due, now: addMs(NOW, ms) });
    await outbox.claim(due);
    await outbox.retryAt('message-1', addMs(NOW, 10), '平台繁忙', 'refused');
    expect(await outbox.claim(at(10))).toMatchObject([{ attempts: 1, firstTriedAt: addMs(NOW, 10) }]);
    await outbox.retryAt('message-1', addMs(NOW, 20), '平台没有答复', 'unanswered');
    await outbox.claim(at(20));
    await outbox.retryAt('message-1', addMs(NOW, 30), '平台繁忙', 'refused');
    expect(await outbox.claim(at(30))).toMatchObject([{ attempts: 3, firstTriedAt: addMs(NOW, 10) }]);
  });

  it('never sends again what was sent, whoever reports late', async () => {
    const { outbox } = await outboxWith(aMessage(1));
    await outbox.claim(due);
    await outbox.markSent('message-1', { at: NOW, messageId: 'om_1' });
    await outbox.retryAt('message-1', NOW, '平台繁忙', 'unanswered');
    await outbox.markFailed('message-1', '未送达');
    await outbox.markWithheld('message-1', '已无内容');
    expect(await outbox.claim({ ...due, now: addMs(NOW, 100 * MINUTE) })).toEqual([]);
    expect(await outbox.summary()).toEqual({ queued: 0, sent: 1, withheld: 0, failed: [] });
  });

  it('lists what was not delivered with its reason and attempts', async () => {
    const { outbox } = await outboxWith(aMessage(1), aMessage(2), aMessage(3), aMessage(4));
    await outbox.claim({ ...due, limit: 3 });
    await outbox.markFailed('message-1', '对方已离职');
    await outbox.markWithheld('message-2', '已全部答复');
    const summary = await outbox.summary();
    expect(summary).toMatchObject({ queued: 2, sent: 0, withheld: 1 });
    expect(summary.failed).toMatchObject([{ id: 'message-1', reason: '对方已离职', attempts: 1, state: 'failed' }]);
  });

  it('notes on the card which message carries it', async () => {
    const database = await databases.open();
    const ledger = await storePlan(database);
    await ledger.commit({ at: NOW, newCards: [aCard(1)], audit: [] });
    await new PrismaOutbox(database).markCardSent('card-1', { at: NOW, messageId: 'om_9' });
    expect(await ledger.findCardByMessage('om_9')).toMatchObject({ id: 'card-1', sentAt: NOW });
  });

  it('marks a message and the card that it carried together', async () => {
    const { database, outbox } = await outboxWith(aMessage(1));
    const ledger = await storePlan(database);
    await ledger.commit({ at: NOW, newCards: [aCard(1)], audit: [] });
    await outbox.claim({ ...due, limit: 1 });
    await outbox.markSent('message-1', { at: NOW, messageId: 'om_9', cardId: 'card-1' });
    expect(await ledger.findCardByMessage('om_9')).toMatchObject({ id: 'card-1', sentAt: NOW });
    expect(await outbox.summary()).toMatchObject({ queued: 0, sent: 1 });
  });
});
