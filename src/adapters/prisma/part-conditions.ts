import type { PartState } from '../../domain/ledger/part.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { PartQuery } from '../../ports/ledger-store.ts';
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

type Sql = Prisma.Sql;

const IN_FORCE = Prisma.sql`(SELECT "state" FROM "Plan" WHERE "id" = p."planId") = 'published'`;

/**
 * What a query asks of the table `Part`, called `p`: one condition for every 500 ids or offices; they never overlap. Whether a
 * part's plan is in force is looked up part by part, so that it takes no part in choosing the index.
 */
export function partConditions(query: PartQuery): readonly Sql[] {
  // The indexes of dates begin with the state.
  const dated = query.dueOnOrBefore !== undefined || query.movedSince !== undefined;
  const states = query.states ?? (dated ? ALL_STATES : undefined);
  const common: readonly Sql[] = [
    ...(query.planId === undefined ? [] : [Prisma.sql`p."planId" = ${query.planId}`]),
    ...(states ? [isIn('state', states)] : []),
    ...(query.withCancelled === true ? [] : [Prisma.sql`p."cancelledAt" IS NULL`]),
    ...(query.dueOnOrBefore === undefined ? [] : [Prisma.sql`p."dueOn" <= ${query.dueOnOrBefore}`]),
    ...(query.movedSince === undefined ? [] : [Prisma.sql`p."movedOn" >= ${query.movedSince}`]),
    ...(query.actedSince === undefined
      ? []
      : [Prisma.sql`EXISTS (SELECT 1 FROM "PartAct" a WHERE a."partId" = p."id" AND a."at" >= ${query.actedSince})`]),
    ...(query.closedOn ? [Prisma.sql`p."closedOn" BETWEEN ${query.closedOn.from} AND ${query.closedOn.to}`] : []),
    ...(query.ruleKinds ? [isIn('ruleKind', query.ruleKinds)] : []),
    ...(query.notToldStagnant ? [Prisma.sql`p."stagnantOn" IS NULL`] : []),
    // Not `IS NOT NULL`, for which SQLite reads the whole table.
    ...(query.withRequest ? [Prisma.sql`p."request" >= ''`] : []),
    ...(query.withNews ? [Prisma.sql`p."newsOn" >= ''`] : []),
    ...(query.hourClocks ? [Prisma.sql`p."dueAt" >= 0`] : []),
    ...(query.endingFrom === undefined ? [] : [Prisma.sql`p."dueAt" >= ${query.endingFrom}`]),
  ];
  const inForce = query.publishedOnly === false ? [] : [IN_FORCE];
  const alternatives = [
    inChunks('id', query.ids),
    inChunks('officeId', query.officeIds),
    inChunks('taskId', query.taskIds),
    inChunks('occurrenceId', query.occurrenceIds),
    standingStill(query.movedBefore),
  ];
  return alternatives
    .reduce<readonly (readonly Sql[])[]>(
      (combined, each) => combined.flatMap((conditions) => each.map((one) => [...conditions, ...one])),
      [[...common, ...inForce]],
    )
    .map((conditions) => (conditions.length === 0 ? Prisma.sql`1` : Prisma.join([...conditions], ' AND ')));
}

/** Parts that moved before the day, and those that never did. */
function standingStill(movedBefore: string | undefined): readonly (readonly Sql[])[] {
  if (movedBefore === undefined) return [[]];
  return [[Prisma.sql`p."movedOn" IS NULL`], [Prisma.sql`p."movedOn" < ${movedBefore}`]];
}

function inChunks(
  column: 'id' | 'officeId' | 'taskId' | 'occurrenceId',
  values: readonly string[] | undefined,
): readonly (readonly Sql[])[] {
  if (!values) return [[]];
  return chunksOf([...new Set(values)]).map((chunk) => [isIn(column, chunk)]);
}

function isIn(column: string, values: readonly string[]): Sql {
  if (values.length === 0) return Prisma.sql`0`;
  return Prisma.sql`${Prisma.raw(`p."${column}"`)} IN (${list(values)})`;
}

function list(values: readonly string[]): Sql {
  return Prisma.join([...values]);
}
