import type { CivilDate, Instant } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { Confirmation, LedgerIssue, LedgerTask, Plan, PlanVersion, Upload } from '../../domain/ledger/plan.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { AlikeParts } from '../../domain/reports/counted-parts.ts';
import type {
  AlikePage,
  CardQuery,
  CommitRefusal,
  CommitReport,
  LedgerChange,
  LedgerStore,
  PartQuery,
} from '../../ports/ledger-store.ts';
import { countAlike, findAlike } from './alike-parts.ts';
import { writeAudit } from './audit.ts';
import { findCard, findCardsAbout, findCurrentCards, findReviewCards } from './card-rows.ts';
import { commitChange } from './commit-change.ts';
import { claimUpload } from './commit-review.ts';
import type { Database } from './database.ts';
import { countParts, findParts } from './find-parts.ts';
import { insertRows } from './insert-rows.ts';
import { loadTasksWithRule } from './load-tasks.ts';
import {
  issueRow,
  planRow,
  planVersionRow,
  ruleRows,
  taskRow,
  toConfirmation,
  toIssue,
  toPlan,
  toPlanVersion,
  toTask,
  toUpload,
} from './plan-rows.ts';

const IN_ORDER = { orderBy: { order: 'asc' } } as const;

export class PrismaLedgerStore implements LedgerStore {
  readonly #database: Database;
  #commits = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  async listPlans(): Promise<readonly Plan[]> {
    const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
    return (await this.#database.read((queries) => queries.plan.findMany({ orderBy }))).map(toPlan);
  }

  async findPlan(id: string): Promise<Plan | undefined> {
    const row = await this.#database.read((queries) => queries.plan.findUnique({ where: { id } }));
    return row ? toPlan(row) : undefined;
  }

  async findPlanByTitle(title: string, year: number): Promise<{ plan: Plan; latest: PlanVersion } | undefined> {
    const row = await this.#database.read((queries) =>
      queries.plan.findFirst({
        where: { title, year },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        include: { versions: { where: { state: { not: 'discarded' } }, orderBy: { number: 'desc' }, take: 1 } },
      }),
    );
    if (!row) return undefined;
    const { versions, ...plan } = row;
    const [latest] = versions;
    return latest && { plan: toPlan(plan), latest: toPlanVersion(latest) };
  }

  async loadTasks(planId: string): Promise<readonly LedgerTask[]> {
    const [tasks, rules] = await this.#database.read((queries) =>
      Promise.all([
        queries.task.findMany({ where: { planId, removedAt: null }, ...IN_ORDER }),
        queries.rule.findMany({ where: { task: { planId }, retiredAt: null }, ...IN_ORDER }),
      ]),
    );
    const rulesOf = groupBy(rules, ({ taskId }) => taskId);
    return tasks.map((task) => toTask({ ...task, rules: rulesOf.get(task.id) ?? [] }));
  }

  loadEventTasks(): Promise<readonly LedgerTask[]> {
    return this.#database.read((queries) => loadTasksWithRule(queries, ['within']));
  }

  async findVersion(id: string): Promise<PlanVersion | undefined> {
    const row = await this.#database.read((queries) => queries.planVersion.findUnique({ where: { id } }));
    return row ? toPlanVersion(row) : undefined;
  }

  async versionsInForce(): Promise<ReadonlyMap<string, string>> {
    const select = { id: true, planId: true };
    const query = { where: { state: 'applied' }, orderBy: { number: 'asc' as const }, select };
    const rows = await this.#database.read((queries) => queries.planVersion.findMany(query));
    return new Map(rows.map(({ id, planId }) => [planId, id]));
  }

  async listVersions(planId: string): Promise<readonly PlanVersion[]> {
    const query = { where: { planId }, orderBy: { number: 'asc' as const } };
    return (await this.#database.read((queries) => queries.planVersion.findMany(query))).map(toPlanVersion);
  }

  async loadIssues(versionId: string): Promise<readonly LedgerIssue[]> {
    const query = { where: { versionId }, orderBy: { no: 'asc' as const } };
    return (await this.#database.read((queries) => queries.issue.findMany(query))).map(toIssue);
  }

  async loadConfirmations(versionId: string): Promise<readonly Confirmation[]> {
    const query = { where: { versionId }, orderBy: { office: { order: 'asc' as const } } };
    return (await this.#database.read((queries) => queries.confirmation.findMany(query))).map(toConfirmation);
  }

  async saveDraft({ plan, version, tasks, issues, audit }: Parameters<LedgerStore['saveDraft']>[0]): Promise<void> {
    await this.#database.write(async (queries) => {
      if (plan) await queries.plan.create({ data: planRow(plan) });
      await queries.planVersion.create({ data: planVersionRow(version) });
      await insertRows(queries, 'Task', tasks.map(taskRow));
      await insertRows(queries, 'Rule', tasks.flatMap(ruleRows));
      await insertRows(queries, 'Issue', issues.map(issueRow));
      await writeAudit(queries, version.createdAt, audit);
    });
  }

  async findUpload(id: string): Promise<Upload | undefined> {
    const row = await this.#database.read((queries) => queries.upload.findUnique({ where: { id } }));
    return row ? toUpload(row) : undefined;
  }

  claimUpload(query: { readonly now: Instant; readonly abandonedAfterMs: number }): Promise<Upload | undefined> {
    return claimUpload(this.#database, query);
  }

  findParts(query: PartQuery): Promise<readonly Part[]> {
    return this.#database.read((queries) => findParts(queries, query));
  }

  countParts(query: PartQuery): Promise<number> {
    return this.#database.read((queries) => countParts(queries, query));
  }

  countAlike(query: PartQuery): Promise<readonly AlikeParts[]> {
    return this.#database.read((queries) => countAlike(queries, query));
  }

  findAlike(query: PartQuery, page: AlikePage): Promise<readonly Part[]> {
    return this.#database.read((queries) => findAlike(queries, query, page));
  }

  findCard(id: string): Promise<SentCard | undefined> {
    return this.#database.read((queries) => findCard(queries, { id }));
  }

  findCardByMessage(messageId: string): Promise<SentCard | undefined> {
    return this.#database.read((queries) => findCard(queries, { messageId }));
  }

  findLiveCards(query: CardQuery): Promise<readonly SentCard[]> {
    return this.#database.read((queries) => findCurrentCards(queries, query, { sent: true }));
  }

  findCardsAbout(subjects: readonly string[]): Promise<readonly SentCard[]> {
    return this.#database.read((queries) => findCardsAbout(queries, subjects));
  }

  findReviewCards(query: { readonly subject: string; readonly since: CivilDate }): Promise<readonly SentCard[]> {
    return this.#database.read((queries) => findReviewCards(queries, query));
  }

  findUnsentCards(query: CardQuery): Promise<readonly SentCard[]> {
    return this.#database.read((queries) => findCurrentCards(queries, query, { sent: false }));
  }

  async commit(change: LedgerChange): Promise<Outcome<CommitReport, CommitRefusal>> {
    try {
      return await commitChange(this.#database, change);
    } finally {
      this.#commits += 1;
    }
  }

  async changeMark(): Promise<string> {
    return `${await this.#database.dataVersion()} ${this.#commits}`;
  }
}
