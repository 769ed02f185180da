import type { NewOccurrence } from '../../domain/ledger/plan.ts';
import { toJson } from './columns.ts';
import type { Queries } from './database.ts';
import { chunksOf, insertRows } from './insert-rows.ts';

/** Stores the occurrences whose rule and key are new, with their parts, and answers how many of both those were. */
export async function insertOccurrences(
  queries: Queries,
  occurrences: readonly NewOccurrence[],
): Promise<{ readonly occurrences: number; readonly parts: number }> {
  const taken = await takenKeys(queries, occurrences);
  const fresh = occurrences.filter((occurrence) => {
    const name = nameOf(occurrence);
    if (taken.has(name)) return false;
    taken.add(name);
    return true;
  });
  await insertRows(queries, 'Occurrence', fresh.map(occurrenceRow));
  const parts = fresh.flatMap(partRows);
  await insertRows(queries, 'Part', parts);
  return { occurrences: fresh.length, parts: parts.length };
}

async function takenKeys(queries: Queries, occurrences: readonly NewOccurrence[]): Promise<Set<string>> {
  const taken = new Set<string>();
  const ruleIds = [...new Set(occurrences.map(({ ruleId }) => ruleId))];
  for (const chunk of chunksOf(ruleIds)) {
    const where = { ruleId: { in: [...chunk] } };
    const rows = await queries.occurrence.findMany({ where, select: { ruleId: true, key: true } });
    for (const row of rows) taken.add(nameOf(row));
  }
  return taken;
}

function nameOf({ ruleId, key }: { readonly ruleId: string; readonly key: string }): string {
  return JSON.stringify([ruleId, key]);
}

function occurrenceRow(occurrence: NewOccurrence) {
  const { id, planId, taskId, ruleId, key, period, event, dueOn, provisional, pastAtBirth } = occurrence;
  return {
    id,
    planId,
    taskId,
    ruleId,
    rule: toJson(occurrence.rule),
    key,
    period,
    event,
    dueOn,
    provisional,
    pastAtBirth,
  };
}

function partRows({ id: occurrenceId, planId, taskId, dueOn, parts }: NewOccurrence) {
  return parts.map(({ id, officeId, role, state }, position) => ({
    id,
    occurrenceId,
    planId,
    taskId,
    officeId,
    role,
    position,
    dueOn,
    state,
    percent: null,
    version: 1,
    remindedOn: null,
    closedOn: null,
  }));
}
