import { groupBy } from '../group-by.ts';
import type { Counter } from '../quotas/count-quotas.ts';
import { NEWS, PRESS } from '../quotas/matter.ts';

/** The monthly quotas of news that each office owes. */
export function newsOf(counters: readonly Counter[]): readonly Counter[] {
  return counters.filter(({ rule }) => rule.matter === NEWS && rule.per === 'month' && rule.scope === 'each-office');
}

/** The monthly quotas of press conferences of the whole plan. */
export function pressOf(counters: readonly Counter[]): readonly Counter[] {
  return counters.filter(({ rule }) => rule.matter === PRESS && rule.per === 'month' && rule.scope === 'whole-plan');
}

/** Of several quotas of one matter that an office owes the highest: what it did counts for all of them. */
export function highestByOffice(counters: readonly Counter[]): readonly Counter[] {
  return [...groupBy(counters, ({ officeId }) => officeId).values()].flatMap((own) => {
    const [highest] = own.toSorted((a, b) => b.target - a.target);
    return highest ? [highest] : [];
  });
}

/** What the offices have done in a month that is not over, against its quotas; null where no plan in force has such a quota. */
export interface MonthSoFar {
  readonly press: { readonly held: number; readonly target: number } | null;
  /** In the order of the offices file. */
  readonly news: readonly { readonly name: string; readonly accepted: number; readonly target: number }[] | null;
}

/** @param counters of a day of the month */
export function monthSoFar(counters: readonly Counter[], officeNames: ReadonlyMap<string, string>): MonthSoFar {
  const [conference] = pressOf(counters).toSorted((a, b) => b.target - a.target);
  const news = newsOf(counters);
  return {
    press: conference ? { held: conference.accepted, target: conference.target } : null,
    news:
      news.length === 0
        ? null
        : highestByOffice(news).map(({ officeId, accepted, target }) => {
            return { name: officeNames.get(officeId ?? '') ?? '', accepted, target };
          }),
  };
}
