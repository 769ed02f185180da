import { type CivilDate, yearOf } from '../calendar/civil-date.ts';
import type { Part } from '../ledger/part.ts';
import type { Rule } from '../plan/rule.ts';
import { isClosed, isDropped, isOverdue } from '../reminders/urgency.ts';
import { isRecurring } from './recurring-rules.ts';

/** Where a whole row stands for those above: 已办结, 办理中, 逾期; `none` 无对应任务. */
export type RowStanding = 'done' | 'under-way' | 'overdue' | 'none';

/**
 * Where the rows stand that carry out one row of a superior's plan, taken together: overdue where anything of them is; done where
 * everything is, and nothing more is to come this year.
 *
 * @param rules of these rows; empty where no row carries it out
 */
export function standingOfRows(
  rules: readonly Rule[] | null,
  parts: readonly Part[],
  { year, today }: { readonly year: number; readonly today: CivilDate },
): RowStanding {
  if (rules === null) return 'none';
  const counted = parts.filter((part) => !isDropped(part));
  if (counted.some((part) => isOverdue(part, today))) return 'overdue';
  if (counted.length === 0 || !counted.every(isClosed)) return 'under-way';
  const goesOn = yearOf(today) <= year && isRecurring(rules);
  return goesOn ? 'under-way' : 'done';
}
