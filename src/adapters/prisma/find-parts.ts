import { groupBy } from '../../domain/group-by.ts';
import type { Part, PartState, Reply } from '../../domain/ledger/part.ts';
import type { PartAct } from '../../domain/ledger/part-act.ts';
import type { LedgerTask } from '../../domain/ledger/plan.ts';
import type { OfficeRole } from '../../domain/plan/import-report.ts';
import type { Rule } from '../../domain/plan/rule.ts';
import type * as Row from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { PartQuery } from '../../ports/ledger-store.ts';
import { fromJson, toCivilDateOrNull, toInstant, toInstantOrNull } from './columns.ts';
import type { Queries } from './database.ts';
import { chunksOf } from './insert-rows.ts';
import { partConditions } from './part-conditions.ts';

/** A part with what it takes from its row, its occurrence, its rule, its office and its plan. */
type PartRow = Row.Part & {
  readonly planCreatedAt: bigint | number;
  readonly taskNo: string | null;
  readonly taskText: string;
  readonly area: string;
  readonly offices: string;
  readonly taskOrder: number | bigint;
  readonly removedAt: bigint | number | null;
  readonly officeName: string;
  readonly officeOrder: number | bigint;
  readonly rule: string;
  readonly key: string;
  readonly period: string | null;
  readonly event: string | null;
  readonly eventOn: string | null;
  readonly eventAt: bigint | number | null;
  readonly bornDueOn: string | null;
  readonly provisional: boolean | number;
  readonly pastAtBirth: boolean | number;
  readonly ruleOrder: number | bigint;
  readonly retiredAt: bigint | number | null;
};

// CROSS JOIN keeps the order of the tables: the conditions are about parts, whose indexes choose the rows.
export const PARTS_WITH_ROWS = Prisma.sql`
  "Part" p
  CROSS JOIN "Plan" pl ON pl."id" = p."planId"
  CROSS JOIN "Task" t ON t."id" = p."taskId"
  CROSS JOIN "Office" o ON o."id" = p."officeId"
  CROSS JOIN "Occurrence" oc ON oc."id" = p."occurrenceId"
  CROSS JOIN "Rule" r ON r."id" = oc."ruleId"`;

const COLUMNS = Prisma.sql`
  SELECT p.*, pl."createdAt" AS "planCreatedAt",
    t."no" AS "taskNo", t."text" AS "taskText", t."area", t."offices", t."order" AS "taskOrder", t."removedAt",
    o."name" AS "officeName", o."order" AS "officeOrder",
    oc."rule", oc."key", oc."period", oc."event", oc."eventOn", oc."eventAt", oc."dueOn" AS "bornDueOn",
    oc."provisional", oc."pastAtBirth", r."order" AS "ruleOrder", r."retiredAt"
  FROM ${PARTS_WITH_ROWS}`;

/** See {@link LedgerStore.findParts}: a few queries, however many parts. */
export async function findParts(queries: Queries, query: PartQuery): Promise<readonly Part[]> {
  const rows: PartRow[] = [];
  for (const condition of partConditions(query)) {
    rows.push(...(await queries.$queryRaw<PartRow[]>`${COLUMNS} WHERE ${condition}`));
  }
  const moved = query.withReplies === false ? [] : rows.filter(({ version }) => version > 1);
  const said = await loadSaid(
    queries,
    moved.map(({ id }) => id),
  );
  const parsed = parsedOnce();
  return rows
    .map((row) => ({ row, key: sortKeyOf(row) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ row }) => toPart(row, said, parsed));
}

export async function countParts(queries: Queries, query: PartQuery): Promise<number> {
  let count = 0;
  for (const condition of partConditions(query)) {
    const rows = await queries.$queryRaw<{ readonly n: number | bigint }[]>`
      SELECT count(*) AS "n" FROM "Part" p WHERE ${condition}`;
    count += Number(rows[0]?.n ?? 0);
  }
  return count;
}

/** What was said about parts, by part, oldest first. */
interface Said {
  readonly replies: ReadonlyMap<string, readonly Reply[]>;
  readonly acts: ReadonlyMap<string, readonly PartAct[]>;
}

async function loadSaid(queries: Queries, partIds: readonly string[]): Promise<Said> {
  const orderBy = [{ at: 'asc' as const }, { seq: 'asc' as const }];
  const replies: Row.Reply[] = [];
  const acts: Row.PartAct[] = [];
  for (const chunk of chunksOf([...new Set(partIds)])) {
    const where = { partId: { in: [...chunk] } };
    replies.push(...(await queries.reply.findMany({ where, orderBy })));
    acts.push(...(await queries.partAct.findMany({ where, orderBy })));
  }
  return { replies: groupByPart(replies, toReply), acts: groupByPart(acts, toAct) };
}

type Parsed = ReturnType<typeof parsedOnce>;

/** Reads the JSON of a row and of an occurrence once, however many parts they have. */
function parsedOnce() {
  const tasks = new Map<string, { readonly area: readonly string[]; readonly lead: string | null }>();
  const rules = new Map<string, Rule>();
  return {
    taskOf: (row: PartRow) => {
      const known = tasks.get(row.taskId);
      if (known) return known;
      const offices = fromJson<LedgerTask['offices']>(row.offices);
      const task = {
        area: fromJson<readonly string[]>(row.area),
        lead: offices.find(({ role }) => role === 'lead')?.name ?? null,
      };
      tasks.set(row.taskId, task);
      return task;
    },
    ruleOf: (row: PartRow) => {
      const rule = rules.get(row.occurrenceId) ?? fromJson<Rule>(row.rule);
      rules.set(row.occurrenceId, rule);
      return rule;
    },
  };
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

function toPart(row: PartRow, said: Said, parsed: Parsed): Part {
  const task = parsed.taskOf(row);
  return {
    id: row.id,
    occurrenceId: row.occurrenceId,
    planId: row.planId,
    taskId: row.taskId,
    taskNo: row.taskNo,
    taskText: row.taskText,
    area: task.area,
    taskOrder: Number(row.taskOrder),
    leadOffice: task.lead,
    officeId: row.officeId,
    officeName: row.officeName,
    role: row.role as OfficeRole,
    rule: parsed.ruleOf(row),
    period: row.period,
    event: row.event,
    eventOn: toCivilDateOrNull(row.eventOn),
    eventAt: toInstantOrNull(row.eventAt),
    dueAt: toInstantOrNull(row.dueAt),
    dueOn: toCivilDateOrNull(row.dueOn),
    provisional: Boolean(row.provisional),
    pastAtBirth: Boolean(row.pastAtBirth) && row.dueOn === row.bornDueOn,
    ...(row.cancelledAt !== null && { cancelled: true }),
    ...(isOutdated(row) && { outdated: true }),
    state: row.state as PartState,
    percent: row.percent === null ? null : Number(row.percent),
    version: Number(row.version),
    remindedOn: toCivilDateOrNull(row.remindedOn),
    closedOn: toCivilDateOrNull(row.closedOn),
    request: row.request === null ? null : fromJson(row.request),
    snoozedUntil: toCivilDateOrNull(row.snoozedUntil),
    pausedUntil: toCivilDateOrNull(row.pausedUntil),
    newsOn: toCivilDateOrNull(row.newsOn),
    escalated: Number(row.escalated),
    replies: said.replies.get(row.id) ?? [],
    acts: said.acts.get(row.id) ?? [],
  };
}

/** What a cadence or an event has born keeps its rule to the end. */
function isOutdated({ removedAt, period, event, retiredAt }: PartRow): boolean {
  return removedAt !== null || (period === null && event === null && retiredAt !== null);
}

type SortKey = readonly (string | number)[];

/** The order of {@link sortKeyOf} in the database. */
export const IN_ORDER = Prisma.sql`
  pl."createdAt", p."planId", t."order", r."order", coalesce(p."dueOn", '9999-12-31'), oc."key", o."order", p."position"`;

// Plans in the order of their creation; parts without a date after those with one.
function sortKeyOf(row: PartRow): SortKey {
  return [
    Number(row.planCreatedAt),
    row.planId,
    Number(row.taskOrder),
    Number(row.ruleOrder),
    row.dueOn ?? '9999-12-31',
    row.key,
    Number(row.officeOrder),
    Number(row.position),
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
