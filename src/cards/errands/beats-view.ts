import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { ReplyView } from '../morning-view.ts';

/** The duties without an end on a card: one form for all of them. */
export interface BeatsView {
  /** What nobody has confirmed in its period yet, in the plan's order; the card takes as many as fit. */
  readonly waiting: readonly BeatView[];
  /** Confirmed in this period; the latest first. */
  readonly confirmed: readonly ConfirmedBeat[];
  /** Another form is open on the card, and a card has one: a line says how many wait. */
  readonly folded: boolean;
  /** What was chosen and typed before the form was refused, and why. */
  readonly problem: BeatProblem | null;
}

export interface BeatView {
  readonly partId: string;
  readonly version: number;
  readonly no: string | null;
  readonly text: string;
  /** Only where the person answers for several offices. */
  readonly officeName: string | null;
  /** `2017-11`, `2017-Q4`, `2017`. */
  readonly period: string;
  readonly confirmedOn: CivilDate | null;
  /** The answer closes the duty for the year. */
  readonly closing: boolean;
}

export interface ConfirmedBeat {
  readonly partId: string;
  readonly version: number;
  readonly no: string | null;
  readonly text: string;
  readonly period: string;
  readonly reply: ReplyView;
}

export interface BeatProblem {
  readonly error: string;
  /** By part, as the select reports it. */
  readonly choices: Readonly<Record<string, string>>;
  readonly link: string;
  readonly note: string;
}
