import { type CivilDate, civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import type { LedgerChange, PartChange } from '../../ports/ledger-store.ts';
import { toBigInt, toBigIntOrNull, toJson } from './columns.ts';
import type { Queries } from './database.ts';
import { chunksOf, insertRows } from './insert-rows.ts';
import { Refusal } from './refusal.ts';

/** @throws Refusal `stale` for the first that has moved on or does not exist */
export async function updateParts(queries: Queries, changes: readonly PartChange[], at: Instant): Promise<void> {
  const reminders = changes.filter(isReminderOnly);
  const others = changes.filter((change) => !isReminderOnly(change));
  for (const change of others) await updatePart(queries, change, civilDateOf(at));
  await markReminded(queries, reminders);
}

type ReminderOnly = PartChange & { readonly remindedOn: CivilDate };

function isReminderOnly(change: PartChange): change is ReminderOnly {
  const { id: _id, expectedVersion: _version, remindedOn, ...others } = change;
  return typeof remindedOn === 'string' && Object.values(others).every((value) => value === undefined);
}

/** What the program notes for itself: nobody has moved anything. */
function isBookkeeping({
  remindedOn: _r,
  escalated: _e,
  stagnantOn: _s,
  ...others
}: Omit<PartChange, 'id' | 'expectedVersion'>) {
  return Object.values(others).every((value) => value === undefined);
}

async function updatePart(
  queries: Queries,
  { id, expectedVersion, ...change }: PartChange,
  today: CivilDate,
): Promise<void> {
  const quiet = isBookkeeping(change);
  const { count } = await queries.part.updateMany({
    where: { id, ...(!quiet && { version: expectedVersion }) },
    data: {
      ...(!quiet && { version: { increment: 1 }, movedOn: today, stagnantOn: null }),
      ...(change.state !== undefined && { state: change.state }),
      ...(change.percent !== undefined && { percent: change.percent }),
      ...(change.closedOn !== undefined && { closedOn: change.closedOn }),
      ...(change.remindedOn !== undefined && { remindedOn: change.remindedOn }),
      ...(change.dueOn !== undefined && { dueOn: change.dueOn }),
      ...(change.dueAt !== undefined && { dueAt: toBigIntOrNull(change.dueAt) }),
      ...(change.request !== undefined && { request: change.request && toJson(change.request) }),
      ...(change.snoozedUntil !== undefined && { snoozedUntil: change.snoozedUntil }),
      ...(change.pausedUntil !== undefined && { pausedUntil: change.pausedUntil }),
      ...(change.escalated !== undefined && { escalated: change.escalated }),
      ...(change.newsOn !== undefined && { newsOn: change.newsOn }),
      ...(change.stagnantOn !== undefined && { stagnantOn: change.stagnantOn }),
    },
  });
  if (count === 0) throw new Refusal({ kind: 'stale', partId: id });
}

/** @throws Refusal `stale` for the first that has moved on or does not exist */
export async function cancelParts(
  queries: Queries,
  parts: NonNullable<LedgerChange['cancelledParts']>,
  at: Instant,
): Promise<void> {
  for (const { id, expectedVersion } of parts) {
    const data = { cancelledAt: toBigInt(at), version: { increment: 1 } };
    const { count } = await queries.part.updateMany({ where: { id, version: expectedVersion }, data });
    if (count === 0) throw new Refusal({ kind: 'stale', partId: id });
  }
}

// The same part may stand on the cards of two liaisons: it is one part still.
async function markReminded(queries: Queries, changes: readonly ReminderOnly[]): Promise<void> {
  const dayOf = new Map(changes.map(({ id, remindedOn }) => [id, remindedOn]));
  for (const remindedOn of new Set(dayOf.values())) {
    const ids = [...dayOf].filter(([, day]) => day === remindedOn).map(([id]) => id);
    for (const chunk of chunksOf(ids)) {
      const where = { id: { in: [...chunk] } };
      const { count } = await queries.part.updateMany({ where, data: { remindedOn, newsOn: null } });
      if (count !== chunk.length) throw new Refusal({ kind: 'stale', partId: await firstMissing(queries, chunk) });
    }
  }
}

async function firstMissing(queries: Queries, ids: readonly string[]): Promise<string> {
  const rows = await queries.part.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  const present = new Set(rows.map(({ id }) => id));
  return ids.find((id) => !present.has(id)) ?? '';
}

export async function insertReplies(queries: Queries, replies: NonNullable<LedgerChange['replies']>): Promise<void> {
  const rows = replies.map(({ partId, reply }) => ({
    id: reply.id,
    partId,
    at: toBigInt(reply.at),
    personId: reply.personId,
    personName: reply.personName,
    state: reply.state,
    note: reply.note,
    links: toJson(reply.links),
    percent: reply.percent,
    helpFrom: reply.helpFrom,
    beforeState: reply.before.state,
    beforePercent: reply.before.percent,
    undoneAt: toBigIntOrNull(reply.undoneAt),
    undoneBy: null,
  }));
  await insertRows(queries, 'Reply', rows);
}

/** A part that the office had and was excused of, or that a plan dropped, is owed again. */
export async function handOverParts(
  queries: Queries,
  parts: NonNullable<LedgerChange['handedOver']>,
  at: Instant,
): Promise<void> {
  for (const { fromPartId, id, officeId } of parts) {
    const from = await queries.part.findUniqueOrThrow({ where: { id: fromPartId } });
    const { occurrenceId, planId, taskId, role, position, ruleKind, dueOn, dueAt } = from;
    const owed = { state: 'open', dueOn, dueAt, newsOn: civilDateOf(at) };
    const had = await queries.part.findUnique({ where: { occurrenceId_officeId: { occurrenceId, officeId } } });
    if (!had) {
      const copied = { occurrenceId, planId, taskId, role, position, ruleKind };
      await queries.part.create({ data: { ...copied, ...owed, id, officeId, version: 1 } });
    } else if (had.cancelledAt !== null || had.state === 'excused') {
      // Reminded of and escalated as if for the first time.
      const anew = {
        percent: null,
        closedOn: null,
        remindedOn: null,
        escalated: 0,
        snoozedUntil: null,
        pausedUntil: null,
      };
      const data = { ...owed, ...anew, cancelledAt: null, version: { increment: 1 } };
      await queries.part.update({ where: { id: had.id }, data });
    }
  }
}

export async function insertActs(queries: Queries, acts: NonNullable<LedgerChange['acts']>): Promise<void> {
  const rows = acts.map(({ partId, act: { at, reasons, ...act } }) => ({
    ...act,
    partId,
    at: toBigInt(at),
    reasons: toJson(reasons),
  }));
  await insertRows(queries, 'PartAct', rows);
}

/** @throws Refusal `stale` where a reply is undone already */
export async function undoReplies(
  queries: Queries,
  undone: NonNullable<LedgerChange['undone']>,
  at: Instant,
): Promise<void> {
  for (const { replyId, byPersonId } of undone) {
    const where = { id: replyId, undoneAt: null };
    const { count } = await queries.reply.updateMany({ where, data: { undoneAt: toBigInt(at), undoneBy: byPersonId } });
    if (count > 0) continue;
    const reply = await queries.reply.findUnique({ where: { id: replyId } });
    throw new Refusal({ kind: 'stale', partId: reply?.partId ?? '' });
  }
}
