import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import { notesKeepingMark } from '../look-back/row-mark.ts';
import type { DraftTask } from '../plan/import-report.ts';
import { isClosed } from '../reminders/urgency.ts';
import { type RowChange, ruleKey } from './compare-plans.ts';
import type { Part } from './part.ts';
import { periodAt } from './periods.ts';
import type { LedgerTask, NewOccurrence } from './plan.ts';

/** What a new version of a plan in force does to its rows. */
export interface PlanRevision {
  /** Every row of the new version in its order: rows that go on keep their id, and so do rules that ask for the same. */
  readonly tasks: readonly LedgerTask[];
  /** Rows that are new or changed; only these can bear something new today. */
  readonly touched: ReadonlySet<string>;
  readonly removedTaskIds: readonly string[];
  readonly retiredRuleIds: readonly string[];
  /** New dates by their rule's id: what the date that each one replaces asked for. */
  readonly follows: ReadonlyMap<string, string>;
}

/**
 * Builds the rows of the new version from the comparison with the rows so far.
 *
 * @param effectiveOn the day on which a plan in force takes the new version; null where nothing was born of the rows yet
 */
export function revisePlan(input: {
  readonly planId: string;
  readonly before: readonly LedgerTask[];
  readonly after: readonly DraftTask[];
  readonly changes: readonly RowChange[];
  readonly effectiveOn: CivilDate | null;
  readonly nextId: (kind: string) => string;
}): PlanRevision {
  const { planId, before, after, changes, effectiveOn, nextId } = input;
  const tasks: LedgerTask[] = [];
  const touched = new Set<string>();
  const removedTaskIds: string[] = [];
  const retiredRuleIds: string[] = [];
  const follows = new Map<string, string>();
  for (const change of changes) {
    if (change.kind === 'removed') {
      const gone = before[change.before];
      if (gone) {
        removedTaskIds.push(gone.id);
        retiredRuleIds.push(...gone.ruleIds);
      }
      continue;
    }
    const row = after[change.after];
    const was = change.kind === 'added' ? undefined : before[change.before];
    if (!row) continue;
    const rules = continueRules(row, was, effectiveOn, nextId);
    const task: LedgerTask = {
      ...row,
      notes: notesKeepingMark(row, was),
      id: was?.id ?? nextId('task'),
      planId,
      order: change.after,
      ruleIds: rules.ids,
      startsAfter: rules.startsAfter,
      upstream: was?.upstream ?? null,
    };
    retiredRuleIds.push(...rules.retired);
    for (const [id, key] of rules.follows) follows.set(id, key);
    if (change.kind !== 'unchanged') touched.add(task.id);
    tasks.push(task);
  }
  return { tasks: tasks.toSorted((a, b) => a.order - b.order), touched, removedTaskIds, retiredRuleIds, follows };
}

/**
 * Rules that ask for the same go on under their id. A cadence that replaces another begins with the next period, one that is
 * new with the period under way: nobody owes what was over before the rule was there.
 */
function continueRules(
  row: DraftTask,
  was: LedgerTask | undefined,
  effectiveOn: CivilDate | null,
  nextId: (kind: string) => string,
) {
  const free = (was?.rules ?? []).map((rule, at) => ({
    rule,
    key: ruleKey(rule),
    id: was?.ruleIds[at] ?? '',
    startsAfter: was?.startsAfter?.[at] ?? null,
  }));
  const kept = row.rules.map((rule) => {
    const at = free.findIndex(({ key }) => key === ruleKey(rule));
    return at < 0 ? undefined : free.splice(at, 1)[0];
  });
  const ids = kept.map((old) => old?.id ?? nextId('rule'));
  // Dates that go and dates that come belong together in their order.
  const gone = free.filter(({ rule }) => rule.kind !== 'every');
  const fresh = ids.filter((_, at) => !kept[at] && row.rules[at]?.kind !== 'every');
  const follows = fresh.flatMap((id, at) => (gone[at] ? [[id, gone[at].key] as const] : []));
  const replacesCadence = free.some(({ rule }) => rule.kind === 'every');
  return {
    ids,
    follows,
    startsAfter: row.rules.map((rule, at) => {
      const old = kept[at];
      if (old) return old.startsAfter;
      if (rule.kind !== 'every' || effectiveOn === null) return null;
      return replacesCadence ? effectiveOn : addDays(periodAt(rule.period, effectiveOn).startsOn, -1);
    }),
    retired: free.map(({ id }) => id),
  };
}

/** What becomes of the parts that are not closed yet, and what takes their place. */
export interface PartRevision {
  readonly cancelled: readonly Part[];
  readonly occurrences: readonly NewOccurrence[];
}

/**
 * Which parts a revision cancels: those of removed rows, of offices that no longer owe the row, and of a date that another date
 * replaces. What a cadence or an event has born already keeps its rule to the end. An office that had begun goes on from where it
 * stood, one that had finished is not asked again.
 *
 * @param parts of the plan, closed ones included
 * @param born what {@link bearOccurrences} gives for the touched rows
 * @param owes whether the office of a part still owes it
 */
export function reviseParts(input: {
  readonly revision: PlanRevision;
  readonly parts: readonly Part[];
  readonly born: readonly NewOccurrence[];
  readonly owes: (part: Part) => boolean;
}): PartRevision {
  const { revision, parts, born, owes } = input;
  const removed = new Set(revision.removedTaskIds);
  const asked = new Map(revision.tasks.map((task) => [task.id, new Set(task.rules.map(ruleKey))]));
  const cancelled: Part[] = [];
  const known = new Map<string, Part>();
  for (const part of parts) {
    const gone = removed.has(part.taskId);
    const changed = gone || revision.touched.has(part.taskId);
    if (!changed) continue;
    const keepsRule = part.period !== null || part.rule.kind === 'within';
    const outdated = !keepsRule && !(asked.get(part.taskId)?.has(ruleKey(part.rule)) ?? false);
    if (part.period === null) known.set(`${part.taskId} ${part.officeId} ${ruleKey(part.rule)}`, part);
    // A finished date that moved twice bore no part in between.
    if (outdated && isClosed(part)) known.set(`${part.taskId} ${part.officeId} finished`, part);
    if (isClosed(part)) continue;
    if (gone || outdated || !owes(part)) cancelled.push(part);
  }
  return {
    cancelled,
    occurrences: born.flatMap((occurrence) => continueOccurrence(occurrence, revision.follows, known)),
  };
}

function continueOccurrence(
  occurrence: NewOccurrence,
  follows: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, Part>,
): readonly NewOccurrence[] {
  if (occurrence.period !== null) return [occurrence];
  const parts = occurrence.parts.flatMap((part) => {
    const of = (key: string) => known.get(`${occurrence.taskId} ${part.officeId} ${key}`);
    // The same date of before counts too: it may have moved there and back.
    const before = follows.get(occurrence.ruleId);
    const old = of(ruleKey(occurrence.rule)) ?? (before === undefined ? undefined : (of(before) ?? of('finished')));
    if (!old) return [part];
    if (isClosed(old)) return [];
    const goesOn = part.state === 'open' && (old.state === 'working' || old.state === 'blocked');
    return [goesOn ? { ...part, state: old.state, percent: old.percent } : part];
  });
  // Without parts too: the occurrence is there, so that no later day bears it anew.
  return [{ ...occurrence, parts }];
}
