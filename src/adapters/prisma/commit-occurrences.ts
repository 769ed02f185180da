import type { NewOccurrence } from '../../domain/ledger/plan.ts';
import type { LedgerChange } from '../../ports/ledger-store.ts';
import { toBigIntOrNull, toJson } from './columns.ts';
import type { Queries } from './database.ts';
import { chunksOf, insertRows } from './insert-rows.ts';

/** Gives events their corrected title and date; the parts' dates go with `parts`. */
export async function changeOccurrences(
  queries: Queries,
  changes: NonNullable<LedgerChange['occurrenceChanges']>,
): Promise<void> {
  for (const { id, event, eventOn, eventAt, dueOn, dueAt, provisional } of changes) {
    const dates = { eventOn, eventAt: toBigIntOrNull(eventAt), dueOn, dueAt: toBigIntOrNull(dueAt), provisional };
    await queries.occurrence.update({ where: { id }, data: { event, ...dates } });
  }
}

/** Stores the occurrences whose rule and key are new, with their parts, and answers how many of both those were. */
export async function insertOccurrences(
  queries: Queries,
  occurrences: readonly NewOccurrence[],
  completeParts: boolean,
): Promise<{ readonly occurrences: number; readonly parts: number }> {
  const taken = await takenKeys(queries, occurrences);
  const fresh: NewOccurrence[] = [];
  const known: NewOccurrence[] = [];
  for (const occurrence of occurrences) {
    const name = nameOf(occurrence);
    const id = taken.get(name);
    if (id === undefined) fresh.push(occurrence);
    else known.push({ ...occurrence, id });
    taken.set(name, id ?? occurrence.id);
  }
  await insertRows(queries, 'Occurrence', fresh.map(occurrenceRow));
  const parts = [...fresh.flatMap(partRows), ...(completeParts ? await missingParts(queries, known) : [])];
  await insertRows(queries, 'Part', parts);
  return { occurrences: fresh.length, parts: parts.length };
}

/** Parts of offices that have none in an occurrence that exists already; one that was cancelled before is owed again. */
async function missingParts(queries: Queries, occurrences: readonly NewOccurrence[]) {
  const wanted = new Map(occurrences.flatMap(partRows).map((part) => [`${part.occurrenceId} ${part.officeId}`, part]));
  const revived: string[] = [];
  for (const chunk of chunksOf(occurrences.map(({ id }) => id))) {
    const select = { id: true, occurrenceId: true, officeId: true, cancelledAt: true };
    for (const part of await queries.part.findMany({ where: { occurrenceId: { in: [...chunk] } }, select })) {
      if (wanted.delete(`${part.occurrenceId} ${part.officeId}`) && part.cancelledAt !== null) revived.push(part.id);
    }
  }
  for (const chunk of chunksOf(revived)) {
    const data = { cancelledAt: null, version: { increment: 1 } };
    await queries.part.updateMany({ where: { id: { in: [...chunk] } }, data });
  }
  return [...wanted.values()];
}

async function takenKeys(queries: Queries, occurrences: readonly NewOccurrence[]): Promise<Map<string, string>> {
  const taken = new Map<string, string>();
  const ruleIds = [...new Set(occurrences.map(({ ruleId }) => ruleId))];
  for (const chunk of chunksOf(ruleIds)) {
    const where = { ruleId: { in: [...chunk] } };
    const rows = await queries.occurrence.findMany({ where, select: { id: true, ruleId: true, key: true } });
    for (const row of rows) taken.set(nameOf(row), row.id);
  }
  return taken;
}

function nameOf({ ruleId, key }: { readonly ruleId: string; readonly key: string }): string {
  return JSON.stringify([ruleId, key]);
}

function occurrenceRow(occurrence: NewOccurrence) {
  const { id, planId, taskId, ruleId, key, period, event, dueOn, provisional, pastAtBirth } = occurrence;
  const { eventOn = null, eventAt = null, dueAt = null } = occurrence;
  return {
    id,
    planId,
    taskId,
    ruleId,
    rule: toJson(occurrence.rule),
    key,
    period,
    event,
    eventOn,
    eventAt: toBigIntOrNull(eventAt),
    dueOn,
    dueAt: toBigIntOrNull(dueAt),
    provisional,
    pastAtBirth,
  };
}

function partRows({ id: occurrenceId, planId, taskId, rule, dueOn, dueAt = null, parts }: NewOccurrence) {
  return parts.map(({ id, officeId, role, state, percent = null }, position) => ({
    id,
    occurrenceId,
    planId,
    taskId,
    officeId,
    role,
    position,
    ruleKind: rule.kind,
    dueOn,
    dueAt: toBigIntOrNull(dueAt),
    state,
    percent,
    version: 1,
    remindedOn: null,
    closedOn: null,
    movedOn: null,
    newsOn: null,
    stagnantOn: null,
    request: null,
    snoozedUntil: null,
    pausedUntil: null,
    escalated: 0,
    cancelledAt: null,
  }));
}
