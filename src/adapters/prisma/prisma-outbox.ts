import type { Instant } from '../../domain/calendar/civil-date.ts';
import type { DeliveryState, OutboxMessage } from '../../domain/delivery/message.ts';
import type * as Row from '../../generated/prisma/client.ts';
import type { AttemptOutcome, Outbox } from '../../ports/outbox.ts';
import { toBigInt, toInstantOrNull } from './columns.ts';
import type { Database, Queries } from './database.ts';
import { toMessage } from './message-rows.ts';

export class PrismaOutbox implements Outbox {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async claim(query: Parameters<Outbox['claim']>[0]): Promise<readonly OutboxMessage[]> {
    const now = BigInt(query.now);
    const abandonedAt = now - BigInt(query.abandonedAfterMs);
    // One statement: whoever runs it second finds the rows taken. An abandoned attempt counts as one. RETURNING keeps no order.
    const rows = await this.#database.read(
      (queries) => queries.$queryRaw<Row.OutboxMessage[]>`
        UPDATE "OutboxMessage"
        SET "attempts" = "attempts" + ("state" = 'sending'), "state" = 'sending', "claimedAt" = ${now},
            "firstTriedAt" = coalesce("firstTriedAt", ${now})
        WHERE "seq" IN (
          SELECT "seq" FROM "OutboxMessage"
          WHERE ("state" = 'queued' AND "dueAt" <= ${now}) OR ("state" = 'sending' AND "claimedAt" <= ${abandonedAt})
          ORDER BY "dueAt", "seq" LIMIT ${query.limit})
        RETURNING *`,
    );
    return rows.sort((a, b) => Number(a.dueAt - b.dueAt) || Number(a.seq) - Number(b.seq)).map(toMessage);
  }

  // What went out is a fact, whatever the row says by now; every other change needs the row to be where its caller left it.
  async markSent(id: string, { at, messageId, cardId }: Parameters<Outbox['markSent']>[1]): Promise<void> {
    const where = { id, state: { not: 'sent' } };
    const data = { state: 'sent', sentAt: toBigInt(at), messageId, reason: null, attempts: { increment: 1 } };
    if (cardId === undefined || messageId === null) {
      await this.#database.read((queries) => queries.outboxMessage.updateMany({ where, data }));
      return;
    }
    // Together also because each commit waits for the disk.
    await this.#database.write(async (queries) => {
      await queries.outboxMessage.updateMany({ where, data });
      await markCard(queries, cardId, { at, messageId });
    });
  }

  async markCardSent(cardId: string, done: Parameters<Outbox['markCardSent']>[1]): Promise<void> {
    await this.#database.read((queries) => markCard(queries, cardId, done));
  }

  async markWithheld(id: string, reason: string): Promise<void> {
    await this.#move(id, ['queued', 'sending'], { state: 'withheld', reason });
  }

  // A uuid counts from the first attempt that may have arrived: one that surely has not, and began with this claim, is forgotten.
  async retryAt(id: string, at: Instant, reason: string, attempt: AttemptOutcome): Promise<void> {
    const dueAt = toBigInt(at);
    const counted = attempt === 'not-made' ? 0 : 1;
    const arrived = attempt === 'unanswered' ? 1 : 0;
    await this.#database.read(
      (queries) => queries.$executeRaw`
        UPDATE "OutboxMessage"
        SET "state" = 'queued', "dueAt" = ${dueAt}, "reason" = ${reason}, "claimedAt" = NULL,
            "firstTriedAt" = iif(${arrived} = 0 AND "firstTriedAt" = "claimedAt", NULL, "firstTriedAt"), "attempts" = "attempts" + ${counted}
        WHERE "id" = ${id} AND "state" = 'sending'`,
    );
  }

  async markFailed(id: string, reason: string): Promise<void> {
    await this.#move(id, ['queued', 'sending'], { state: 'failed', reason, attempts: { increment: 1 } });
  }

  async nextDueAt(): Promise<Instant | null> {
    const where = { state: 'queued' };
    const found = await this.#database.read((queries) =>
      queries.outboxMessage.aggregate({ where, _min: { dueAt: true } }),
    );
    return toInstantOrNull(found._min.dueAt);
  }

  async summary(): ReturnType<Outbox['summary']> {
    const groups = await this.#database.read((queries) =>
      queries.outboxMessage.groupBy({ by: ['state'], _count: { _all: true } }),
    );
    const count = (state: DeliveryState) => groups.find((group) => group.state === state)?._count._all ?? 0;
    const failed = await this.#database.read((queries) =>
      queries.outboxMessage.findMany({ where: { state: 'failed' }, orderBy: [{ dueAt: 'asc' }, { seq: 'asc' }] }),
    );
    return {
      queued: count('queued') + count('sending'),
      sent: count('sent'),
      withheld: count('withheld'),
      failed: failed.map(toMessage),
    };
  }

  async #move(id: string, from: DeliveryState[], data: Row.Prisma.OutboxMessageUpdateInput): Promise<void> {
    await this.#database.read((queries) =>
      queries.outboxMessage.updateMany({ where: { id, state: { in: from } }, data }),
    );
  }
}

async function markCard(queries: Queries, cardId: string, { at, messageId }: Parameters<Outbox['markCardSent']>[1]) {
  await queries.card.updateMany({ where: { id: cardId }, data: { messageId, sentAt: toBigInt(at) } });
}
