import type { CivilDate, Instant } from '../../domain/calendar/civil-date.ts';

/** What an administrator sees of a plan's file, from its receipt until the plan is in force. */
export type ReviewView =
  | { readonly step: 'reading'; readonly cardId: string; readonly fileName: string; readonly detail: string }
  | { readonly step: 'failed'; readonly cardId: string; readonly fileName: string; readonly problem: string }
  | { readonly step: 'asks-year'; readonly cardId: string; readonly fileName: string; readonly problem: string | null }
  | OverviewView
  | IssueView;

/** The counts, the first rows and what can be done next. */
export interface OverviewView {
  readonly step: 'overview';
  readonly cardId: string;
  readonly title: string;
  readonly fileName: string;
  readonly stage: 'draft' | 'asked' | 'applied' | 'discarded' | 'withdrawn';
  /** `unowned`: rows that no office of the list owes. */
  readonly counts: {
    readonly tasks: number;
    readonly offices: number;
    readonly rules: number;
    readonly unowned: number;
  };
  readonly byKind: readonly Count[];
  readonly byArea: readonly Count[];
  readonly byOffice: readonly Count[];
  readonly issues: { readonly all: number; readonly open: number; readonly blocking: number };
  /** Null for a plan that is new to the ledger. */
  readonly changes: ChangesView | null;
  readonly firstRows: readonly RowLine[];
  /** Null until the offices were asked. */
  readonly answers: AnswersView | null;
}

export interface Count {
  readonly name: string;
  readonly count: number;
}

export interface RowLine {
  readonly no: string | null;
  readonly text: string;
  /** `规划科牵头，办公室配合 · 10月31日前`. */
  readonly about: string;
}

export interface ChangesView {
  readonly added: number;
  readonly changed: number;
  /** Of the changed ones those with another number or heading only; they are not listed. */
  readonly renumbered: number;
  readonly removed: number;
  readonly unchanged: number;
  /** The rows that differ, `removed` ones by their old words. */
  readonly rows: readonly {
    readonly kind: 'added' | 'changed' | 'removed';
    readonly row: RowLine;
    readonly was: string | null;
  }[];
}

export interface AnswersView {
  readonly confirmed: number;
  readonly of: number;
  /** Offices that have not answered, in the plan's order. */
  readonly missing: readonly string[];
  /** Offices to which no card could be sent. */
  readonly unreachable: readonly string[];
  readonly objections: readonly {
    readonly officeId: string;
    readonly office: string;
    readonly by: string;
    readonly reason: string;
    readonly settled: boolean;
  }[];
}

/** One 疑点 with its readings. */
export interface IssueView {
  readonly step: 'issue';
  readonly cardId: string;
  readonly title: string;
  readonly no: number;
  readonly of: number;
  /** Neighbours by number, null at the ends. */
  readonly previous: number | null;
  readonly next: number | null;
  readonly kind: string;
  readonly blocking: boolean;
  readonly rows: readonly RowLine[];
  readonly moreRows: number;
  /** How many rows other words would be taken for. */
  readonly affects: number;
  readonly phrases: readonly { readonly text: string; readonly place: string }[];
  /** The phrases are readings of which one has to be taken; the preselected one by its position. */
  readonly readings: { readonly preselected: number } | null;
  readonly suggestion: string | null;
  readonly canRewrite: boolean;
  readonly decided: { readonly text: string; readonly by: string } | null;
  readonly form: { readonly value: string; readonly error: string | null; readonly hint: string } | null;
}

/** What an office sees of its rows in a draft. */
export interface ConfirmView {
  readonly cardId: string;
  readonly title: string;
  readonly on: CivilDate;
  readonly officeName: string;
  /** How many rows the office has. */
  readonly total: number;
  readonly rows: readonly (RowLine & { readonly past: boolean })[];
  readonly page: { readonly number: number; readonly of: number };
  readonly state: 'asked' | 'confirmed' | 'objected' | 'settled' | 'over';
  readonly answer: { readonly by: string; readonly at: Instant; readonly reason: string } | null;
  readonly form: { readonly value: string; readonly error: string | null } | null;
}

/** What a revision or a withdrawal changes for one office. */
export interface ChangeNoticeView {
  readonly title: string;
  readonly officeName: string;
  readonly kind: 'revised' | 'withdrawn' | 'resumed';
  readonly rows: ChangesView['rows'];
}
