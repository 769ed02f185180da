import type { Instant } from '../calendar/civil-date.ts';
import { type Outcome, ok, refused } from '../outcome.ts';

/** One month's figures of a rate, as an office entered them; the newest of a rule, office and month counts. */
export interface RateEntry {
  readonly id: string;
  readonly ruleId: string;
  readonly officeId: string;
  /** `YYYY-MM` */
  readonly month: string;
  /** 分子: items that meet the condition. */
  readonly met: number;
  /** 分母: all items, those that are exempt among them. */
  readonly total: number;
  /** 免考核: left out of the denominator. */
  readonly exempt: number;
  /** The month has no figures any more: its first ones were taken back, and these are zeros. */
  readonly withdrawn: boolean;
  readonly at: Instant;
  readonly personId: string;
  readonly personName: string;
}

export interface RateReading {
  /** Per cent, rounded down to a tenth so that 99.96 is never shown as 100; null where nothing is in the denominator. */
  readonly share: number | null;
  readonly denominator: number;
  /** 还差几项: how many more items would have to meet the condition, 0 where it is reached. */
  readonly gap: number;
  readonly reached: boolean;
}

/** @param min per cent */
export function readRate(
  { met, total, exempt }: Pick<RateEntry, 'met' | 'total' | 'exempt'>,
  min: number,
): RateReading {
  const denominator = total - exempt;
  if (denominator <= 0) return { share: null, denominator: 0, gap: 0, reached: true };
  const gap = Math.max(0, Math.ceil((min * denominator) / 100 - 1e-9) - met);
  return { share: Math.floor((met * 1000) / denominator) / 10, denominator, gap, reached: gap === 0 };
}

export type Figures = Pick<RateEntry, 'met' | 'total' | 'exempt'>;

export type FiguresError = { readonly kind: 'exempt-above-total' | 'met-above-denominator'; readonly figures: Figures };

/** Whether figures can be: exempt items are among all, and no more meet the condition than are counted. */
export function checkFigures(figures: Figures): Outcome<Figures, FiguresError> {
  const { met, total, exempt } = figures;
  if (exempt > total) return refused({ kind: 'exempt-above-total', figures });
  return met > total - exempt ? refused({ kind: 'met-above-denominator', figures }) : ok(figures);
}

/** What is measured, else the plan's words. */
export function rateName({ of, phrase }: { readonly of: string; readonly phrase: string }): string {
  return of === '' ? phrase : of;
}

export function isSameFigures(a: Figures, b: Figures): boolean {
  return a.met === b.met && a.total === b.total && a.exempt === b.exempt;
}
