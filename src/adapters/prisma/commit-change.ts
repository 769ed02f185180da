import type { NewMessage, SentCard } from '../../domain/delivery/message.ts';
import { invariant } from '../../domain/invariant.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { CommitRefusal, CommitReport, LedgerChange } from '../../ports/ledger-store.ts';
import { writeAudit } from './audit.ts';
import { insertCards, replaceCardParts } from './card-rows.ts';
import { toBigInt, toJson } from './columns.ts';
import { changeOccurrences, insertOccurrences } from './commit-occurrences.ts';
import { cancelParts, handOverParts, insertActs, insertReplies, undoReplies, updateParts } from './commit-parts.ts';
import { writeQuotas } from './commit-quotas.ts';
import { writeReview } from './commit-review.ts';
import type { Database, Queries } from './database.ts';
import { insertMessages } from './message-rows.ts';
import { Refusal } from './refusal.ts';

/** See {@link LedgerStore.commit}. */
export async function commitChange(
  database: Database,
  change: LedgerChange,
): Promise<Outcome<CommitReport, CommitRefusal>> {
  try {
    return ok(await database.write((queries) => writeChange(queries, change)));
  } catch (error) {
    if (error instanceof Refusal) return refused(error.refusal);
    throw error;
  }
}

async function writeChange(queries: Queries, change: LedgerChange): Promise<CommitReport> {
  if (change.event) await insertEvent(queries, change.event, change.at);
  await writeReview(queries, change);
  await cancelParts(queries, change.cancelledParts ?? [], change.at);
  const born = await insertOccurrences(queries, change.occurrences ?? [], change.completeParts ?? false);
  await changeOccurrences(queries, change.occurrenceChanges ?? []);
  await updateParts(queries, change.parts ?? [], change.at);
  assertMoved(change);
  await handOverParts(queries, change.handedOver ?? [], change.at);
  await insertReplies(queries, change.replies ?? []);
  await insertActs(queries, change.acts ?? []);
  await undoReplies(queries, change.undone ?? [], change.at);
  await writeQuotas(queries, change);
  const asked = change.messages ?? [];
  const queued = await insertMessages(queries, asked);
  await insertCards(queries, cardsToKeep(change.newCards ?? [], asked, queued));
  await changeCards(queries, change.cardChanges ?? []);
  await writeAudit(queries, change.at, change.audit);
  return { ...born, messages: queued.length };
}

/** Whatever is said about a part makes a new version of it: parts of version 1 are read without looking for what was said. */
function assertMoved({ parts = [], replies = [], acts = [] }: LedgerChange): void {
  const moved = new Set(parts.map(({ id }) => id));
  invariant(
    [...replies, ...acts].every(({ partId }) => moved.has(partId)),
    'what is said about a part moves it',
  );
}

async function insertEvent(
  queries: Queries,
  event: { id: string; kind: string },
  at: LedgerChange['at'],
): Promise<void> {
  const inserted = await queries.$executeRaw`
    INSERT INTO "InboxEvent" ("id", "kind", "at") VALUES (${event.id}, ${event.kind}, ${toBigInt(at)}) ON CONFLICT DO NOTHING`;
  if (inserted === 0) throw new Refusal({ kind: 'event-seen', eventId: event.id });
}

// A card whose message was queued before, by an earlier run of the same job, would never be sent.
function cardsToKeep(
  cards: readonly SentCard[],
  asked: readonly NewMessage[],
  queued: readonly NewMessage[],
): readonly SentCard[] {
  const carriedBy = (messages: readonly NewMessage[]) =>
    new Set(messages.flatMap(({ body }) => ('cardId' in body && body.type !== 'card-update' ? [body.cardId] : [])));
  const carried = carriedBy(queued);
  const leftOut = carriedBy(asked);
  return cards.filter(({ id }) => carried.has(id) || !leftOut.has(id));
}

async function changeCards(queries: Queries, changes: NonNullable<LedgerChange['cardChanges']>): Promise<void> {
  for (const { id, ui, partIds, supersededOn, subject } of changes) {
    const data = {
      ...(ui && { ui: toJson(ui) }),
      ...(supersededOn !== undefined && { supersededOn }),
      ...(subject !== undefined && { subject }),
    };
    await queries.card.update({ where: { id }, data });
    if (partIds) await replaceCardParts(queries, id, partIds);
  }
}
