import type { CivilDate, Instant } from '../domain/calendar/civil-date.ts';
import type { PartAct, PartRequest } from '../domain/ledger/part-act.ts';
import type { PartChoice } from '../domain/ledger/part-story.ts';
import type { Proof } from '../domain/ledger/proof.ts';

/** What happened to a row besides its office's answers, and what its office may do besides answering. */
export interface RowActs {
  /** What stands behind ⋯, in this order. */
  readonly choices: readonly PartChoice[];
  readonly request: Signed<PartRequest> | null;
  /** 退文, 批示, 催办, 不同意 … that came after the last answer. */
  readonly said: readonly Signed<PartAct>[];
  /** How often it was returned. */
  readonly returns: number;
  /** Only where that day is still to come. */
  readonly pausedUntil: CivilDate | null;
  readonly snoozedUntil: CivilDate | null;
  /** The date before the first granted extension. */
  readonly extension: { readonly from: CivilDate; readonly times: number; readonly by: Signature } | null;
  /** Who signed it off, or confirmed that the office is not concerned. */
  readonly closedBy: (Signature & { readonly handedOver: boolean }) | null;
  /** What 办结 has to bring along. */
  readonly proof: Proof | null;
  /** The open form of a request. */
  readonly ask: AskView | null;
}

/** Who, and when; the day only where it is not the day of reading. */
export interface Signature {
  readonly personName: string;
  readonly at: Instant;
  readonly onOtherDay: CivilDate | null;
}

export type Signed<T> = T & Pick<Signature, 'onOtherDay'>;

/** `proof` is 办结 after 退文: it brings along what was missing. */
export type AskKind = 'extension' | 'excuse' | 'transfer' | 'snooze' | 'proof';

/** What stands in the form, as typed; the date as the platform gives it. */
export interface AskValues {
  readonly note: string;
  readonly date: string;
  /** The chosen office's id, or its name as typed. */
  readonly office?: string;
  /** With `proof`. */
  readonly attribute?: string;
  readonly link?: string;
}

export interface AskView {
  readonly kind: AskKind;
  readonly error: string | null;
  readonly values: AskValues;
  /** To choose from, in the directory's order; the row's own office left out. */
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  /** With `proof`: what was missing. */
  readonly proof: Proof | null;
  /** The last day that 稍后提醒 may be put off to. */
  readonly until: CivilDate | null;
}

/** A row of which nobody else has said anything. */
export const NO_ACTS: RowActs = {
  choices: [],
  request: null,
  said: [],
  returns: 0,
  pausedUntil: null,
  snoozedUntil: null,
  extension: null,
  closedBy: null,
  proof: null,
  ask: null,
};
