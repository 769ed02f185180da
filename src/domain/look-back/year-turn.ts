import { comparePlans, type Row } from '../ledger/compare-plans.ts';
import { isRecurring } from './recurring-rules.ts';

/** How a plan of the new year goes on from last year's; in the order of the plan that has the row. */
export interface YearTurn<R extends Row> {
  /** 沿用: the new plan has the row too, word for word or changed. */
  readonly kept: readonly { readonly before: R; readonly after: R }[];
  /** 未列入: last year's rows that the new plan has not; `yearly` where they were meant for every year. */
  readonly dropped: readonly { readonly row: R; readonly yearly: boolean }[];
  /** 新增. */
  readonly added: readonly R[];
}

/** Compares the plans of two years by the words of their rows: dates and numbers are expected to differ. */
export function turnYear<R extends Row>(before: readonly R[], after: readonly R[]): YearTurn<R> {
  const kept: { before: R; after: R }[] = [];
  const dropped: { row: R; yearly: boolean }[] = [];
  const added: R[] = [];
  for (const change of comparePlans(before, after)) {
    const old = 'before' in change ? before[change.before] : undefined;
    const fresh = 'after' in change ? after[change.after] : undefined;
    if (old && fresh) kept.push({ before: old, after: fresh });
    else if (old) dropped.push({ row: old, yearly: isRecurring(old.rules) });
    else if (fresh) added.push(fresh);
  }
  return { kept, dropped, added };
}
