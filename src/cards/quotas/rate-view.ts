import type { Instant } from '../../domain/calendar/civil-date.ts';
import type { Figures } from '../../domain/quotas/rates.ts';
import type { RateValues } from './rate-form.ts';

/** The rates of a person's offices in one month. */
export interface RatesCardView {
  readonly cardId: string;
  /** `YYYY-MM` */
  readonly month: string;
  /** The month of today: no later one can be turned to. */
  readonly thisMonth: string;
  readonly lines: readonly RateLineView[];
  /** What is wrong with the form that came back. */
  readonly error: string | null;
}

/** One rate of one office. */
export interface RateLineView {
  /** Names the line among the fields. */
  readonly key: string;
  readonly ruleId: string;
  readonly officeId: string;
  /** The row's number in its plan. */
  readonly no: string | null;
  /** What is measured, else empty; and the plan's words. */
  readonly of: string;
  readonly phrase: string;
  /** Only where the person answers for several offices. */
  readonly officeName: string | null;
  /** Per cent. */
  readonly min: number;
  readonly entry: EntryView | null;
  /** Of the months before, oldest first. */
  readonly before: readonly (Figures & { readonly month: string })[];
  /** Is in the form although it is entered: 更正. */
  readonly writing: boolean;
  readonly values: RateValues;
}

export interface EntryView extends Figures {
  readonly personName: string;
  readonly at: Instant;
  /** Entered on this card, and nobody has changed it since. */
  readonly undoable: boolean;
}
