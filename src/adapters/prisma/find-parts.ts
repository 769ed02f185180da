import { groupBy } from '../../domain/group-by.ts';
import type { Part, PartState, Reply } from '../../domain/ledger/part.ts';
import type { PartAct } from '../../domain/ledger/part-act.ts';
import type { LedgerTask } from '../../domain/ledger/plan.ts';
import type { OfficeRole } from '../../domain/plan/import-report.ts';
import type { Rule } from '../../domain/plan/rule.ts';
import type * as Row from '../../generated/prisma/client.ts';
import type { PartQuery } from '../../ports/ledger-store.ts';
import { fromJson, toBigInt, toCivilDateOrNull, toInstant, toInstantOrNull } from './columns.ts';
import type { Queries } from './database.ts';
import { chunksOf } from './insert-rows.ts';

const ALL_STATES: readonly PartState[] = [
  'open',
  'working',
  'blocked',
  'reported',
  'signed-off',
  'undated',
  'excused',
  'stopped',
];

/** See {@link LedgerStore.findParts}: as many queries as there are kinds of rows, however many parts. */
export async function findParts(queries: Queries, query: PartQuery): Promise<readonly Part[]> {
  const rows: Row.Part[] = [];
  for (const where of await conditionsOf(queries, query)) rows.push(...(await queries.part.findMany({ where })));
  const around = await loadAround(queries, rows, query.withReplies ?? true);
  return rows
    .map((row) => ({ row, key: sortKeyOf(row, around) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ row }) => toPart(row, around));
}

export async function countParts(queries: Queries, query: PartQuery): Promise<number> {
  let count = 0;
  for (const where of await conditionsOf(queries, query)) count += await queries.part.count({ where });
  return count;
}

// One condition for every 500 ids or offices; they never overlap. Plans that are not in force are left out by NOT IN, which
// takes no part in choosing the index.
async function conditionsOf(queries: Queries, query: PartQuery): Promise<readonly Row.Prisma.PartWhereInput[]> {
  const hidden = query.publishedOnly === false ? [] : await plansNotInForce(queries);
  if (query.planId !== undefined && hidden.includes(query.planId)) return [];
  const states = query.states ?? (query.dueOnOrBefore === undefined ? undefined : ALL_STATES);
  const base: Row.Prisma.PartWhereInput = {
    ...(query.planId === undefined ? hidden.length > 0 && { planId: { notIn: hidden } } : { planId: query.planId }),
    ...(states && { state: { in: [...states] } }),
    ...(query.withCancelled !== true && { cancelledAt: null }),
    ...(query.dueOnOrBefore !== undefined && { dueOn: { lte: query.dueOnOrBefore } }),
    ...(query.ruleKinds && { ruleKind: { in: [...query.ruleKinds] } }),
    ...(query.notToldStagnant && { stagnantOn: null }),
    ...(query.withRequest && { request: SOMETHING }),
    ...(query.withNews && { newsOn: SOMETHING }),
    ...(query.hourClocks && { dueAt: { gte: 0 } }),
    ...(query.endingFrom !== undefined && { dueAt: { gte: toBigInt(query.endingFrom) } }),
  };
  return conditionsOn('id', query.ids).flatMap((byId) =>
    conditionsOn('officeId', query.officeIds).flatMap((byOffice) =>
      conditionsOn('taskId', query.taskIds).flatMap((byTask) =>
        conditionsOn('occurrenceId', query.occurrenceIds).flatMap((byOccurrence) =>
          standingStill(query.movedBefore).map((byMove) => ({
            ...base,
            ...byId,
            ...byOffice,
            ...byTask,
            ...byOccurrence,
            ...byMove,
          })),
        ),
      ),
    ),
  );
}

// Not `IS NOT NULL`, for which SQLite reads the whole table.
const SOMETHING = { gte: '' };

/** Parts that moved before the day, and those that never did. */
function standingStill(movedBefore: string | undefined): Row.Prisma.PartWhereInput[] {
  return movedBefore === undefined ? [{}] : [{ movedOn: null }, { movedOn: { lt: movedBefore } }];
}

function conditionsOn(
  column: 'id' | 'officeId' | 'taskId' | 'occurrenceId',
  values: readonly string[] | undefined,
): Row.Prisma.PartWhereInput[] {
  if (!values) return [{}];
  return chunksOf([...new Set(values)]).map((chunk) => ({ [column]: { in: [...chunk] } }));
}

async function plansNotInForce(queries: Queries): Promise<string[]> {
  const plans = await queries.plan.findMany({ where: { state: { not: 'published' } }, select: { id: true } });
  return plans.map(({ id }) => id);
}

/** What a part takes from other tables, by id. */
interface Around {
  readonly plans: ReadonlyMap<string, { readonly createdAt: bigint }>;
  readonly tasks: ReadonlyMap<
    string,
    { readonly row: Row.Task; readonly area: readonly string[]; readonly lead: string | null }
  >;
  readonly offices: ReadonlyMap<string, Row.Office>;
  readonly occurrences: ReadonlyMap<string, { readonly row: OccurrenceRow; readonly rule: Rule }>;
  readonly replies: ReadonlyMap<string, readonly Reply[]>;
  readonly acts: ReadonlyMap<string, readonly PartAct[]>;
}

type OccurrenceRow = Row.Occurrence & {
  readonly ruleRow: { readonly order: number; readonly retiredAt: bigint | null };
};

async function loadAround(queries: Queries, rows: readonly Row.Part[], withReplies: boolean): Promise<Around> {
  const load = async <T>(ids: readonly string[], find: (where: { in: string[] }) => Promise<T[]>): Promise<T[]> => {
    const found: T[] = [];
    for (const chunk of chunksOf([...new Set(ids)])) found.push(...(await find({ in: [...chunk] })));
    return found;
  };
  const ruleRow = { select: { order: true, retiredAt: true } };
  const plans = await load(
    rows.map(({ planId }) => planId),
    (id) => queries.plan.findMany({ where: { id } }),
  );
  const tasks = await load(
    rows.map(({ taskId }) => taskId),
    (id) => queries.task.findMany({ where: { id } }),
  );
  const offices = await load(
    rows.map(({ officeId }) => officeId),
    (id) => queries.office.findMany({ where: { id } }),
  );
  const occurrences = await load(
    rows.map(({ occurrenceId }) => occurrenceId),
    (id) => queries.occurrence.findMany({ where: { id }, include: { ruleRow } }),
  );
  const replies = await load(withReplies ? rows.map(({ id }) => id) : [], (partId) =>
    queries.reply.findMany({ where: { partId }, orderBy: [{ at: 'asc' }, { seq: 'asc' }] }),
  );
  const acts = await load(withReplies ? rows.map(({ id }) => id) : [], (partId) =>
    queries.partAct.findMany({ where: { partId }, orderBy: [{ at: 'asc' }, { seq: 'asc' }] }),
  );
  return {
    plans: byId(plans, (row) => row),
    tasks: byId(tasks, (row) => ({ row, area: fromJson<readonly string[]>(row.area), lead: leadOf(row) })),
    offices: byId(offices, (row) => row),
    occurrences: byId(occurrences, (row) => ({ row, rule: fromJson<Rule>(row.rule) })),
    replies: groupByPart(replies, toReply),
    acts: groupByPart(acts, toAct),
  };
}

function byId<R extends { readonly id: string }, T>(rows: readonly R[], to: (row: R) => T): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, to(row)]));
}

function leadOf(row: Row.Task): string | null {
  return fromJson<LedgerTask['offices']>(row.offices).find(({ role }) => role === 'lead')?.name ?? null;
}

function groupByPart<R extends { readonly partId: string }, T>(
  rows: readonly R[],
  to: (row: R) => T,
): ReadonlyMap<string, readonly T[]> {
  const groups = groupBy(rows, ({ partId }) => partId);
  return new Map([...groups].map(([partId, own]) => [partId, own.map(to)]));
}

function toAct(row: Row.PartAct): PartAct {
  const { id, personId, personName, note, officeId } = row;
  return {
    id,
    at: toInstant(row.at),
    personId,
    personName,
    kind: row.kind as PartAct['kind'],
    note,
    reasons: fromJson(row.reasons),
    dueOn: toCivilDateOrNull(row.dueOn),
    beforeOn: toCivilDateOrNull(row.beforeOn),
    officeId,
  };
}

function toReply(row: Row.Reply): Reply {
  const { id, personId, personName, note, percent, helpFrom } = row;
  return {
    id,
    at: toInstant(row.at),
    personId,
    personName,
    state: row.state as Reply['state'],
    note,
    links: fromJson(row.links),
    percent,
    helpFrom,
    before: { state: row.beforeState as PartState, percent: row.beforePercent },
    undoneAt: toInstantOrNull(row.undoneAt),
  };
}

function toPart(row: Row.Part, around: Around): Part {
  const task = known(around.tasks, row.taskId);
  const occurrence = known(around.occurrences, row.occurrenceId);
  return {
    id: row.id,
    occurrenceId: row.occurrenceId,
    planId: row.planId,
    taskId: row.taskId,
    taskNo: task.row.no,
    taskText: task.row.text,
    area: task.area,
    taskOrder: task.row.order,
    leadOffice: task.lead,
    officeId: row.officeId,
    officeName: known(around.offices, row.officeId).name,
    role: row.role as OfficeRole,
    rule: occurrence.rule,
    period: occurrence.row.period,
    event: occurrence.row.event,
    eventOn: toCivilDateOrNull(occurrence.row.eventOn),
    eventAt: toInstantOrNull(occurrence.row.eventAt),
    dueAt: toInstantOrNull(row.dueAt),
    dueOn: toCivilDateOrNull(row.dueOn),
    provisional: occurrence.row.provisional,
    pastAtBirth: occurrence.row.pastAtBirth && row.dueOn === occurrence.row.dueOn,
    ...(row.cancelledAt !== null && { cancelled: true }),
    ...(isOutdated(task.row, occurrence.row) && { outdated: true }),
    state: row.state as PartState,
    percent: row.percent,
    version: row.version,
    remindedOn: toCivilDateOrNull(row.remindedOn),
    closedOn: toCivilDateOrNull(row.closedOn),
    request: row.request === null ? null : fromJson(row.request),
    snoozedUntil: toCivilDateOrNull(row.snoozedUntil),
    pausedUntil: toCivilDateOrNull(row.pausedUntil),
    newsOn: toCivilDateOrNull(row.newsOn),
    escalated: row.escalated,
    replies: around.replies.get(row.id) ?? [],
    acts: around.acts.get(row.id) ?? [],
  };
}

/** What a cadence has born keeps its rule to the end. */
function isOutdated(task: Row.Task, occurrence: OccurrenceRow): boolean {
  return task.removedAt !== null || (occurrence.period === null && occurrence.ruleRow.retiredAt !== null);
}

type SortKey = readonly (string | number | bigint)[];

// Plans in the order of their creation; parts without a date after those with one.
function sortKeyOf(row: Row.Part, around: Around): SortKey {
  const { row: occurrence } = known(around.occurrences, row.occurrenceId);
  return [
    known(around.plans, row.planId).createdAt,
    row.planId,
    known(around.tasks, row.taskId).row.order,
    occurrence.ruleRow.order,
    row.dueOn ?? '9999-12-31',
    occurrence.key,
    known(around.offices, row.officeId).order,
    row.position,
  ];
}

function compare(a: SortKey, b: SortKey): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** Foreign keys promise the row. */
function known<T>(rows: ReadonlyMap<string, T>, id: string): T {
  const row = rows.get(id);
  if (row === undefined) throw new Error('a part refers to a row that does not exist');
  return row;
}
