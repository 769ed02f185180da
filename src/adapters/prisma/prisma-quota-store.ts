import type { Span } from '../../domain/calendar/month.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { LedgerTask } from '../../domain/ledger/plan.ts';
import type { MonthlySummary } from '../../domain/quotas/monthly-summary.ts';
import type { RateEntry } from '../../domain/quotas/rates.ts';
import type { Submission, SubmissionState } from '../../domain/quotas/submission.ts';
import { byMatterAndOffice, type Tally } from '../../domain/quotas/tally.ts';
import type * as Row from '../../generated/prisma/client.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { QuotaStore, SubmissionQuery, SubmissionRecord } from '../../ports/quota-store.ts';
import { fromJson, toBigInt, toCivilDate } from './columns.ts';
import type { Database, Queries } from './database.ts';
import { chunksOf } from './insert-rows.ts';
import { loadTasksWithRule } from './load-tasks.ts';
import { toRate, toSubmission, toSummary } from './quota-rows.ts';

const WHOLE = { credits: true, acts: { orderBy: { seq: 'asc' } } } as const;
const NEWEST = [{ eventOn: 'desc' }, { submittedAt: 'desc' }, { id: 'desc' }] as const;

export class PrismaQuotaStore implements QuotaStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  loadQuotaTasks(): Promise<readonly LedgerTask[]> {
    return this.#database.read((queries) => loadTasksWithRule(queries, ['quota', 'rate']));
  }

  async loadUnassignedRules(): ReturnType<QuotaStore['loadUnassignedRules']> {
    const rows = await this.#database.read(async (queries) => {
      const where = { kind: 'unassigned-rule', plan: { state: 'published' }, version: { state: 'applied' } };
      const found = await queries.issue.findMany({ where, orderBy: [{ planId: 'asc' }, { no: 'asc' }] });
      const newest = await newestVersions(queries, [...new Set(found.map(({ planId }) => planId))]);
      return found.filter(({ versionId }) => newest.has(versionId));
    });
    return rows.map(({ id, planId, kind, phrases }) => ({ id, planId, kind, phrases: fromJson(phrases) }));
  }

  async findSubmission(id: string): Promise<Submission | undefined> {
    const row = await this.#database.read((queries) =>
      queries.submission.findUnique({ where: { id }, include: WHOLE }),
    );
    return row ? toSubmission(row) : undefined;
  }

  async findSubmissions(query: SubmissionQuery): Promise<readonly Submission[]> {
    const { skip = 0, limit } = query;
    const page = { skip, ...(limit !== undefined && { take: limit }) };
    const rows = await this.#database.read((queries) =>
      queries.submission.findMany({ where: whereOf(query), include: WHOLE, orderBy: [...NEWEST], ...page }),
    );
    return rows.map(toSubmission);
  }

  countSubmissions(query: SubmissionQuery): Promise<number> {
    return this.#database.read((queries) => queries.submission.count({ where: whereOf(query) }));
  }

  async tally({ from, to }: Span): Promise<readonly Tally[]> {
    const rows = await this.#database.read(
      (queries) => queries.$queryRaw<Tally[]>`
        SELECT "matter", "officeId",
          sum(iif("state" = 'none', 0.0, 1.0 / "shares")) AS "submitted",
          sum(iif("state" = 'accepted', 1.0 / "shares", 0.0)) AS "accepted",
          sum(iif("state" = 'returned', 1.0 / "shares", 0.0)) AS "returned",
          sum(iif("isLate" AND "state" <> 'none', 1.0 / "shares", 0.0)) AS "late",
          sum(iif("state" = 'none', 1.0 / "shares", 0.0)) AS "nil"
        FROM "SubmissionCredit"
        WHERE "eventOn" BETWEEN ${from} AND ${to} AND "state" IN ('submitted', 'accepted', 'returned', 'none')
        GROUP BY "matter", "officeId"`,
    );
    return rows.toSorted(byMatterAndOffice);
  }

  async findRecords({ from, to }: Span): Promise<readonly SubmissionRecord[]> {
    const rows = await this.#database.read(
      (queries) => queries.$queryRaw<Omit<Row.SubmissionCredit, 'shares'>[]>`
        SELECT "submissionId", "officeId", "matter", "eventOn", "state", "isLate" FROM "SubmissionCredit"
        WHERE "eventOn" BETWEEN ${from} AND ${to} AND "state" IN ('submitted', 'accepted', 'returned')
        ORDER BY "eventOn", "submissionId"`,
    );
    const credits = groupBy(rows, ({ submissionId }) => submissionId);
    return [...credits].flatMap(([id, own]) => {
      const [first] = own;
      if (!first) return [];
      const state = first.state as SubmissionState;
      const officeIds = own.map(({ officeId }) => officeId);
      const eventOn = toCivilDate(first.eventOn);
      return [{ id, matter: first.matter, state, credits: officeIds, eventOn, isLate: Boolean(first.isLate) }];
    });
  }

  async findRates({ from, to }: { readonly from: string; readonly to: string }): Promise<readonly RateEntry[]> {
    const where = { month: { gte: from, lte: to } };
    const orderBy = [{ month: 'asc' as const }, { seq: 'asc' as const }];
    const rows = await this.#database.read((queries) => queries.rateEntry.findMany({ where, orderBy }));
    const newest = new Map(rows.map((row) => [`${row.month} ${row.ruleId} ${row.officeId}`, row]));
    return [...newest.values()].map(toRate);
  }

  async findSummary(id: string): Promise<MonthlySummary | undefined> {
    const row = await this.#database.read((queries) => queries.monthlySummary.findUnique({ where: { id } }));
    return row ? toSummary(row) : undefined;
  }

  async findSummaries(month: string): Promise<readonly MonthlySummary[]> {
    const orderBy = [{ draftedAt: 'asc' as const }, { id: 'asc' as const }];
    const rows = await this.#database.read((queries) => queries.monthlySummary.findMany({ where: { month }, orderBy }));
    return rows.map(toSummary);
  }
}

/** Of these plans, the versions in force: a version applied earlier is history. */
async function newestVersions(queries: Queries, planIds: readonly string[]): Promise<ReadonlySet<string>> {
  const newest = new Map<string, string>();
  for (const ids of chunksOf(planIds)) {
    const versions = await queries.planVersion.findMany({
      where: { planId: { in: [...ids] }, state: 'applied' },
      orderBy: { number: 'asc' },
      select: { id: true, planId: true },
    });
    for (const { id, planId } of versions) newest.set(planId, id);
  }
  return new Set(newest.values());
}

function whereOf(query: SubmissionQuery): Prisma.SubmissionWhereInput {
  const { span, matter, states, officeIds, ids, changedSince, eventSince } = query;
  const since = changedSince === undefined ? null : toBigInt(changedSince);
  const ofOffices = officeIds && [
    { officeId: { in: [...officeIds] } },
    { credits: { some: { officeId: { in: [...officeIds] } } } },
    // Made together, as the record has it in JSON.
    ...officeIds.map((id) => ({ jointOfficeIds: { contains: JSON.stringify(id) } })),
  ];
  return {
    AND: [
      ...(span ? [{ eventOn: { gte: span.from, lte: span.to } }] : []),
      ...(eventSince === undefined ? [] : [{ eventOn: { gte: eventSince } }]),
      ...(matter === undefined ? [] : [{ matter }]),
      ...(states ? [{ state: { in: [...states] } }] : []),
      ...(ids ? [{ id: { in: [...ids] } }] : []),
      ...(ofOffices ? [{ OR: ofOffices }] : []),
      ...(since === null ? [] : [{ OR: [{ submittedAt: { gte: since } }, { decidedAt: { gte: since } }] }]),
    ],
  };
}
