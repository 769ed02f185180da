import type { Directory } from '../directory/directory.ts';
import { owingOffices } from '../ledger/bear-occurrences.ts';
import type { LedgerTask, Plan } from '../ledger/plan.ts';
import type { Period, Rule } from '../plan/rule.ts';
import { matterOf } from './matter.ts';

/** A quota of a plan in force, with the offices that owe it. */
export interface QuotaRule {
  readonly ruleId: string;
  /** Of the row, or of the 疑点 where only the prose of the plan states the quota. */
  readonly taskId: string;
  readonly planId: string;
  readonly taskNo: string | null;
  readonly taskText: string;
  /** As printed. */
  readonly phrase: string;
  readonly matter: string;
  /** 指标 */
  readonly target: number;
  readonly per: Period;
  readonly scope: 'each-office' | 'whole-plan';
  /** In the order of the offices file. */
  readonly officeIds: readonly string[];
  /** Those of them that lead the row (牵头). */
  readonly leadIds: readonly string[];
}

/** A rate (达到 …%) of a plan in force, with the offices that report it. */
export interface RateRule
  extends Pick<QuotaRule, 'ruleId' | 'taskId' | 'planId' | 'taskNo' | 'taskText' | 'phrase' | 'officeIds'> {
  /** Per cent. */
  readonly min: number;
  /** What is measured. */
  readonly of: string;
}

/** The quotas of plans in force, in the plans' order. */
export function quotaRulesOf(
  plans: readonly Pick<Plan, 'id' | 'state'>[],
  tasks: readonly LedgerTask[],
  directory: Directory,
): readonly QuotaRule[] {
  return rulesOf(plans, tasks, directory).flatMap(({ rule, ...where }) =>
    rule.kind === 'quota'
      ? [{ ...where, matter: matterIn(rule, where.taskText), target: rule.count, per: rule.per, scope: rule.scope }]
      : [],
  );
}

/** The rates of plans in force, in the plans' order. */
export function rateRulesOf(
  plans: readonly Pick<Plan, 'id' | 'state'>[],
  tasks: readonly LedgerTask[],
  directory: Directory,
): readonly RateRule[] {
  return rulesOf(plans, tasks, directory).flatMap(({ rule, ...where }) =>
    rule.kind === 'rate' ? [{ ...where, min: rule.min, of: rule.of }] : [],
  );
}

/** The matters that something may be submitted as: those of the quotas that concern an office, and the two that always are. */
export function mattersFor(
  rules: readonly QuotaRule[],
  officeIds: readonly string[],
  always: readonly string[],
): readonly string[] {
  const own = rules.filter(
    (rule) => rule.scope === 'whole-plan' || rule.officeIds.some((officeId) => officeIds.includes(officeId)),
  );
  return [...new Set([...always, ...own.map(({ matter }) => matter)])];
}

function rulesOf(plans: readonly Pick<Plan, 'id' | 'state'>[], tasks: readonly LedgerTask[], directory: Directory) {
  const order = new Map(directory.offices.map(({ id, order: place }) => [id, place]));
  const placeOf = (id: string) => order.get(id) ?? Number.MAX_SAFE_INTEGER;
  return plans
    .filter(({ state }) => state === 'published')
    .flatMap(({ id: planId }) => tasks.filter((task) => task.planId === planId))
    .flatMap((task) => {
      if (!task.rules.some(({ kind }) => kind === 'quota' || kind === 'rate')) return [];
      const owing = owingOffices(task, directory).toSorted((a, b) => placeOf(a.officeId) - placeOf(b.officeId));
      const officeIds = owing.map(({ officeId }) => officeId);
      const leadIds = owing.filter(({ role }) => role === 'lead').map(({ officeId }) => officeId);
      return task.rules.flatMap((rule, index) => {
        const ruleId = task.ruleIds[index];
        if (ruleId === undefined) return [];
        const { planId, no: taskNo, text: taskText, id: taskId } = task;
        return [{ rule, ruleId, taskId, planId, taskNo, taskText, phrase: rule.phrase, officeIds, leadIds }];
      });
    });
}

/** Where the phrase does not name what it counts, the row does. */
function matterIn(rule: Rule & { readonly kind: 'quota' }, taskText: string): string {
  return rule.of === '' ? matterOf(taskText) : matterOf(rule.of);
}
