import type { CivilDate } from '../calendar/civil-date.ts';
import type { Rule } from './rule.ts';

/** What an office has to do with a row. `upstream`: a lead above the bureau, which is not ours to chase. */
export type OfficeRole = 'lead' | 'joint' | 'responsible' | 'support' | 'upstream';

/**
 * Whether a name stands for several offices: `all` of a roster (各处室), the `relevant` ones that somebody has to pick
 * (各相关处室), or the one that an `event` decides (文件起草处室). Null for an office by its own name.
 */
export type FanOut = 'all' | 'relevant' | 'event' | null;

export interface DraftOffice {
  /** As printed, without padding. */
  readonly name: string;
  readonly role: OfficeRole;
  readonly fanOut: FanOut;
  /** Filled down or guessed from the layout, not read in the row itself. */
  readonly inferred: boolean;
}

/** A row of a plan as it was read. */
export interface DraftTask {
  /** As printed, `3（1）` normalised to `3(1)` for a nested item; null where the row has no number. */
  readonly no: string | null;
  /** Headings above the row, outermost first. */
  readonly area: readonly string[];
  /** The item without its number and without its office block. */
  readonly text: string;
  readonly offices: readonly DraftOffice[];
  readonly people: readonly { readonly role: string; readonly name: string; readonly office: string | null }[];
  readonly rules: readonly Rule[];
  /** Where a person finds it: `第 12 行`, `表 1 第 3 行`, `Sheet1 第 8 行`. */
  readonly source: { readonly file: string; readonly place: string };
  /** What was noticed while reading; `kind` is kebab-case English, `text` a short Chinese sentence. */
  readonly notes: readonly { readonly kind: string; readonly text: string }[];
  /** What stands in the row, untouched, so that it can be written again in its own layout. */
  readonly printed: {
    /** One text an owner column, or the words of the owner block. */
    readonly owners: readonly string[];
    readonly deadline: string;
    /** One text a column of {@link ImportReport.layout}; empty for a plan without a table. */
    readonly columns: readonly string[];
  };
}

/** Something the reader will not decide alone (疑点). */
export interface DraftIssue {
  /** 1, 2, 3 … in the order of the document. */
  readonly no: number;
  /** kebab-case English: `unknown-deadline`, `unknown-office`, `conflict`, `past-at-birth`, `year-missing` … */
  readonly kind: string;
  /** The `no` of the row, or null where it concerns the whole document. */
  readonly task: string | null;
  readonly phrases: readonly { readonly text: string; readonly place: string }[];
  /** The reading that is taken unless somebody decides otherwise, in Chinese. */
  readonly suggestion: string | null;
  /** Has to be decided before the plan goes into force. */
  readonly blocking: boolean;
  /** Indexes into the tasks of the report that it concerns, rising; empty for the document as a whole. */
  readonly tasks: readonly number[];
}

/** A question before all of the plan are known and it gets its number. */
export type OpenIssue = Omit<DraftIssue, 'no'>;

export interface ImportReport {
  readonly plan: {
    readonly title: string | null;
    readonly year: number | null;
    readonly issuedOn: CivilDate | null;
    readonly issuer: string | null;
  };
  readonly tasks: readonly DraftTask[];
  readonly issues: readonly DraftIssue[];
  /** The columns of the first table of the plan; null for a plan in running text. */
  readonly layout: { readonly columns: readonly PrintedColumn[] } | null;
}

export interface PrintedColumn {
  readonly header: string;
  readonly kind: 'seq' | 'area' | 'item' | 'owner' | 'deadline' | 'person' | 'other';
  /** What an office in this column has to do where its cell does not say. */
  readonly role: OfficeRole | null;
}
