import type { CivilDate, Instant } from '../../domain/calendar/civil-date.ts';
import type { PartState } from '../../domain/ledger/part.ts';
import type { PartRequest } from '../../domain/ledger/part-act.ts';

/** How the offices of one row stand, for whoever leads it. Texts are as people wrote them: the card escapes and shortens. */
export interface FanOutView {
  readonly cardId: string;
  readonly taskId: string;
  readonly on: CivilDate;
  readonly no: string | null;
  readonly text: string;
  /** `3月`, `第一季度`, an event's title; null where the row asks once. */
  readonly about: string | null;
  readonly leadOffice: string | null;
  readonly dueOn: CivilDate | null;
  readonly overdue: boolean;
  readonly done: number;
  /** Those that owe something: reported or not, without 不涉及 and without the lead itself. */
  readonly total: number;
  /** In the offices' order. */
  readonly missing: readonly string[];
  readonly excused: readonly string[];
  /** Earlier periods in which somebody is still missing. */
  readonly behind: readonly { readonly about: string; readonly missing: number }[];
  /** Who would be urged now; empty where all missing ones were urged today. */
  readonly urgeable: readonly string[];
  /** The lead's own part: null where the viewer does not answer for it, or there is none. */
  readonly own: { readonly state: PartState; readonly percent: number | null; readonly ready: boolean } | null;
  /** Those of this page, in their order. */
  readonly offices: readonly OfficeLine[];
  readonly page: { readonly number: number; readonly of: number };
}

export interface OfficeLine {
  readonly officeName: string;
  readonly state: PartState;
  readonly percent: number | null;
  readonly request: PartRequest | null;
  readonly paused: boolean;
  /** The day of the last 催办, or null. */
  readonly urgedOn: CivilDate | null;
  readonly lastReply: {
    readonly personName: string;
    readonly at: Instant;
    readonly note: string;
  } | null;
}
