import type { CivilDate, Instant } from '../domain/calendar/civil-date.ts';
import type { PartState, ReplyState } from '../domain/ledger/part.ts';
import type { BeatsView } from './errands/beats-view.ts';
import type { ErrandsView } from './errands/errands-view.ts';
import type { QuietView } from './events/quiet-line.ts';
import type { FanOutCount } from './fan-out/fan-out-link.ts';
import type { NudgesView } from './quotas/nudge-section.ts';
import type { RowActs } from './row-acts-view.ts';
import type { NamedLine } from './row-title.ts';

/** What a liaison's card of one working day shows. */
export interface MorningCardView {
  readonly cardId: string;
  readonly on: CivilDate;
  readonly officeNames: readonly string[];
  /** The day of the newer card, on an old one: one line says so first, then come the current rows. */
  readonly supersededOn: CivilDate | null;
  /**
   * What is still open. `total` counts what the card is about: overdue, today and soon; `past`, what was over when the plan was
   * issued and is asked about once, is apart.
   */
  readonly counts: {
    readonly overdue: number;
    readonly today: number;
    readonly soon: number;
    readonly total: number;
    readonly past: number;
  };
  readonly sections: readonly Section[];
  /** Duties without an end; null where the card has none. */
  readonly beats: BeatsView | null;
  /** What the person has to see of other people's parts. */
  readonly errands: ErrandsView;
  /** 本月有无新的……, once a month. */
  readonly quiet?: QuietView | null;
  /** 本月报送: what is said once of quotas, of what was returned and of rates. */
  readonly nudges?: NudgesView | null;
  /** The day of reading, where it may not be `on`. */
  readonly today?: CivilDate;
  /** The person answers for an office, and so has a list of their own. */
  readonly hasList: boolean;
  readonly leftOut: {
    /** Rows that did not fit this card. */
    readonly rows: number;
    /** Overdue rows that were answered lately and are not asked about again yet. */
    readonly answered: number;
    readonly later: readonly (NamedLine & { readonly dueOn: CivilDate })[];
  };
}

export interface Section {
  readonly kind: SectionKind;
  readonly rows: readonly RowView[];
}

export type SectionKind = 'overdue' | 'today' | 'soon' | 'later' | 'undated' | 'closed' | 'past';

/** `completed` and `postponed` are behind 已完成 and 未完成 of a row that was past at birth. */
export type FormKind = 'progress' | 'trouble' | 'completed' | 'postponed';

/** What stands in the open form, as typed. */
export interface FormValues {
  readonly percent: string | null;
  readonly note: string;
  readonly link: string;
  readonly helpFrom: string;
  /** As the platform gives it: `2026-03-31 +0800`. */
  readonly date: string;
  /** With 转交: the chosen office's id, or its name as typed. */
  readonly office?: string;
  /** With 办结 after 退文: 公开属性. */
  readonly attribute?: string;
  /** With 退文. */
  readonly reasons?: readonly string[];
}

/** One part on a card. Texts are as people wrote them: the card escapes and shortens. */
export interface RowView {
  readonly partId: string;
  readonly version: number;
  readonly no: string | null;
  readonly text: string;
  /** Title of the registered event that it is about, or null. */
  readonly event: string | null;
  /** Only where the person answers for several offices. */
  readonly officeName: string | null;
  readonly leadOffice: string | null;
  readonly dueOn: CivilDate | null;
  /** The moment an hour clock ends. */
  readonly dueAt?: Instant;
  /** A date that is never late: what holds from it on, or a target (力争). */
  readonly neverLate?: 'from' | 'target';
  /** The plan's own words for the deadline; shown where there is no date. */
  readonly phrase: string;
  /** A duty without an end (贯穿全年) can be reported on, not closed. */
  readonly closable: boolean;
  readonly provisional: boolean;
  /** The date was over when the plan was issued: the row asks 是否已完成, with two buttons of its own. */
  readonly pastAtBirth: boolean;
  /** The day of completion: of reporting, or where the person stated another, that. */
  readonly closedOn: CivilDate | null;
  /** Left after today until due; negative: late by so many. */
  readonly workingDays: number;
  readonly state: PartState;
  readonly percent: number | null;
  readonly lastReply: ReplyView | null;
  readonly form: { readonly kind: FormKind; readonly error: string | null; readonly values: FormValues } | null;
  /** Of a lead's row with several offices: how many of them have reported. */
  readonly fanOut?: FanOutCount | null;
  /** What others did about it, what its office asked for, and what stands behind ⋯. */
  readonly acts: RowActs;
}

export interface ReplyView {
  readonly id: string;
  readonly personName: string;
  /** The day of the reply where it is not the day of reading. */
  readonly onOtherDay: CivilDate | null;
  readonly at: Instant;
  readonly state: ReplyState;
  readonly note: string;
  readonly helpFrom: string | null;
  readonly undoable: boolean;
}
