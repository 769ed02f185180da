import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { PartState } from '../../domain/ledger/part.ts';
import type { PartAct } from '../../domain/ledger/part-act.ts';
import type { ReplyView } from '../morning-view.ts';
import type { Signed } from '../row-acts-view.ts';

/** What somebody has to see on their card of parts that others answer for. */
export interface ErrandsView {
  /** What waits for this person's decision; null where it never does. */
  readonly desk: DeskCounts | null;
  readonly escalated: readonly LateView[];
  readonly returned: readonly ReturnedView[];
  readonly stagnant: readonly StillView[];
  readonly awaited: readonly AwaitedView[];
}

export interface DeskCounts {
  /** Parts that are reported. */
  readonly reported: number;
  /** Parts whose office asks for something. */
  readonly requests: number;
  /** 报送 */
  readonly submissions: number;
}

export const NO_ERRANDS: ErrandsView = { desk: null, escalated: [], returned: [], stagnant: [], awaited: [] };

/** A part of somebody else's. Texts are as people wrote them. */
export interface ErrandView {
  readonly partId: string;
  readonly version: number;
  readonly no: string | null;
  readonly text: string;
  readonly event?: string | null;
  /** What the section asks about has been settled since: the line folds. */
  readonly settled: boolean;
}

/** What the person may do about it, and what was done already. */
export interface LeaderView extends ErrandView {
  readonly officeName: string;
  readonly state: PartState;
  readonly percent: number | null;
  readonly mayInstruct: boolean;
  readonly mayUrge: boolean;
  /** The newest 批示 and the newest 催办 that nobody has answered. */
  readonly said: readonly Signed<PartAct>[];
  /** The open form of 批示. */
  readonly form: NoteForm | null;
}

/** 逾期须知 */
export interface LateView extends LeaderView {
  readonly dueOn: CivilDate;
  /** Working days. */
  readonly late: number;
  readonly answer: ReplyView | null;
  /** Who gets the office's cards, and when the last one told of this part. */
  readonly reminded: { readonly personName: string; readonly on: CivilDate } | null;
  /** How often it was returned, where that is often. */
  readonly returnedTimes: number | null;
}

/** 多次退文 */
export interface ReturnedView extends LeaderView {
  readonly times: number;
  /** The last one, which says what is missing. */
  readonly last: Signed<PartAct> | null;
}

/** 久未进展; `stale` of a duty without an end: 久未更新. */
export interface StillView extends LeaderView {
  readonly since: CivilDate | null;
  readonly stale: boolean;
}

/** 待定时限, 待文件出台: one line for all offices of an occurrence. */
export interface AwaitedView extends ErrandView {
  readonly officeNames: readonly string[];
  /** The plan's own words. */
  readonly phrase: string;
  readonly issuer: string | null;
  readonly document: string | null;
  /** Once it is settled. */
  readonly dueOn: CivilDate | null;
  readonly form: (NoteForm & { readonly date: string }) | null;
}

export interface NoteForm {
  readonly error: string | null;
  readonly note: string;
}
