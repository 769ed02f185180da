import { type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { LedgerTask, Plan } from '../../domain/ledger/plan.ts';
import type { ImportReport } from '../../domain/plan/import-report.ts';
import { closesAt } from '../../domain/quotas/close-period.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import type { Deps } from '../deps.ts';
import { loadQuotas } from '../quotas/load-counters.ts';
import { countYear } from './count-year.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** A plan's ledger with everything that its papers say. */
export interface LoadedLedger {
  readonly plan: Plan;
  readonly layout: ImportReport['layout'];
  readonly tasks: readonly LedgerTask[];
  readonly partsOf: ReadonlyMap<string, readonly Part[]>;
  /** Quotas of the plan in every period that has begun, by rule, then period, then office. */
  readonly counters: readonly Counter[];
  readonly isClosed: (counter: Counter) => boolean;
  readonly directory: Directory;
  readonly calendar: WorkingCalendar;
  readonly today: CivilDate;
}

export async function loadLedger(deps: Needs, plan: Plan): Promise<LoadedLedger> {
  const planId = plan.id;
  const now = deps.clock.now();
  const today = civilDateOf(now);
  const [tasks, versions, parts, quotas] = await Promise.all([
    deps.ledger.loadTasks(planId),
    deps.ledger.listVersions(planId),
    deps.ledger.findParts({ planId, publishedOnly: false }),
    loadQuotas(deps),
  ]);
  const current =
    versions.findLast(({ state }) => state === 'applied') ?? versions.findLast(({ state }) => state === 'draft');
  const rules = quotas.rules.filter((rule) => rule.planId === planId);
  const counters = await countYear(deps, { plan, rules }, ({ startsOn }) => startsOn <= today);
  return {
    plan,
    layout: current?.report.layout ?? null,
    tasks,
    partsOf: groupBy(parts, ({ taskId }) => taskId),
    counters,
    isClosed: ({ period }) => closesAt(period, quotas.calendar) <= now,
    directory: quotas.directory,
    calendar: quotas.calendar,
    today,
  };
}

/** Of the counters of a row those of the newest period of each rule. */
export function currentCounters(counters: readonly Counter[], taskId: string): readonly (readonly Counter[])[] {
  const own = counters.filter(({ rule }) => rule.taskId === taskId);
  return [...groupBy(own, ({ rule }) => rule.ruleId).values()].map((ofRule) => {
    const last = ofRule.at(-1)?.period.key;
    return ofRule.filter(({ period }) => period.key === last);
  });
}
