import type { Part, PartState } from '../../domain/ledger/part.ts';
import type { Rule } from '../../domain/plan/rule.ts';
import type { AlikeParts } from '../../domain/reports/counted-parts.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { AlikePage, PartQuery } from '../../ports/ledger-store.ts';
import { fromJson, toCivilDateOrNull } from './columns.ts';
import type { Queries } from './database.ts';
import { findParts, IN_ORDER, PARTS_WITH_ROWS } from './find-parts.ts';
import { partConditions } from './part-conditions.ts';

interface AlikeRow {
  readonly group: string;
  readonly state: string;
  readonly isPast: number | bigint;
  readonly dueOn: string | null;
  readonly rule: string;
  readonly n: number | bigint;
}

// Whether a date still is the one it was born with, as when parts are loaded (find-parts.ts).
const IS_PAST = Prisma.sql`(oc."pastAtBirth" AND p."dueOn" IS oc."dueOn")`;

const GROUP = Prisma.sql`
  json_array(p."state", p."dueOn" IS NULL, ${IS_PAST}, json_extract(oc."rule", '$.kind', '$.soft'))`;

/** See {@link LedgerStore.countAlike}: any date and any rule of a group stand for all of them. */
export async function countAlike(queries: Queries, query: PartQuery): Promise<readonly AlikeParts[]> {
  const groups: AlikeParts[] = [];
  for (const condition of partConditions(query)) {
    const rows = await queries.$queryRaw<AlikeRow[]>`
      SELECT ${GROUP} AS "group", min(p."state") AS "state", max(${IS_PAST}) AS "isPast", min(p."dueOn") AS "dueOn",
        min(oc."rule") AS "rule", count(*) AS "n"
      FROM "Part" p CROSS JOIN "Occurrence" oc ON oc."id" = p."occurrenceId"
      WHERE ${condition}
      GROUP BY 1`;
    groups.push(...rows.map(toAlike));
  }
  return groups;
}

/** See {@link LedgerStore.findAlike}: finds which they are, and loads no others. */
export async function findAlike(
  queries: Queries,
  query: PartQuery,
  { groups, skip, take }: AlikePage,
): Promise<readonly Part[]> {
  const conditions = partConditions(query);
  if (groups.length === 0 || conditions.length === 0) return [];
  const names = [...new Set(groups.map(({ group }) => group))];
  const found = await queries.$queryRaw<{ readonly id: string }[]>`
    SELECT p."id" FROM ${PARTS_WITH_ROWS}
    WHERE (${Prisma.join([...conditions], ' OR ')}) AND ${GROUP} IN (${Prisma.join(names)})
    ORDER BY ${IN_ORDER} LIMIT ${take} OFFSET ${skip}`;
  return findParts(queries, { ...query, ids: found.map(({ id }) => id) });
}

function toAlike({ group, state, isPast, dueOn, rule, n }: AlikeRow): AlikeParts {
  return {
    group,
    state: state as PartState,
    dueOn: toCivilDateOrNull(dueOn),
    pastAtBirth: Boolean(isPast),
    rule: fromJson<Rule>(rule),
    count: Number(n),
  };
}
