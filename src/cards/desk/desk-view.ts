import type { CivilDate, Instant } from '../../domain/calendar/civil-date.ts';
import type { PartState } from '../../domain/ledger/part.ts';
import type { PartAct, PartRequest } from '../../domain/ledger/part-act.ts';
import type { Signature, Signed } from '../row-acts-view.ts';

/** The queue of whoever reviews: what was reported, and what offices asked for. */
export interface DeskView {
  readonly cardId: string;
  readonly at: Instant;
  readonly on: CivilDate;
  /** Of everything that waits, on this page or not; `reviews` is null where the person only decides on requests. */
  readonly counts: { readonly reviews: number | null; readonly requests: number };
  readonly rows: readonly DeskRowView[];
  readonly page: { readonly number: number; readonly of: number };
}

/** One part at the desk. Texts are as people wrote them: the card escapes and shortens. */
export interface DeskRowView {
  readonly partId: string;
  readonly version: number;
  readonly no: string | null;
  readonly text: string;
  readonly event?: string | null;
  readonly officeName: string;
  readonly dueOn: CivilDate | null;
  /** The moment an hour clock ends. */
  readonly dueAt?: Instant;
  readonly phrase: string;
  /** What was answered, of something that waits for 审核. */
  readonly answer: DeskAnswer | null;
  /** Of a lead's own part: how the other offices of its row stand. */
  readonly others?: { readonly done: number; readonly total: number } | undefined;
  readonly request: Signed<PartRequest> | null;
  /** How often it was returned, and its date put off, before. */
  readonly returns: number;
  readonly extensions: number;
  readonly form: {
    readonly kind: DeskFormKind;
    readonly error: string | null;
    readonly values: { readonly note: string; readonly reasons?: readonly string[] };
  } | null;
  /** What was decided, of a row that waits no more. */
  readonly decision: DeskDecision | null;
}

export interface DeskAnswer extends Signature {
  readonly note: string;
  readonly links: readonly string[];
  /** 0 where it was in time or has no date that counts. */
  readonly workingDaysLate: number;
}

export type DeskFormKind = 'return' | 'refuse';

export interface DeskDecision extends Signed<PartAct> {
  readonly state: PartState;
  readonly handedOver: boolean;
  readonly correctable: boolean;
}
