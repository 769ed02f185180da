import type { CivilDate, Instant } from '../calendar/civil-date.ts';
import type { IssueChoice } from '../plan/decide-issue.ts';
import type { DraftIssue, DraftTask, ImportReport, OfficeRole } from '../plan/import-report.ts';
import type { Rule } from '../plan/rule.ts';
import type { PartState } from './part.ts';

/** `draft` sends nothing; `published` is in force; `withdrawn` is kept to be read. */
export type PlanState = 'draft' | 'published' | 'withdrawn';

export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly issuedOn: CivilDate | null;
  readonly issuer: string | null;
  /** The office that runs the plan (主管机构) where `--owner` named one. */
  readonly ownerOfficeId: string | null;
  readonly state: PlanState;
  readonly createdAt: Instant;
}

/** `draft` waits for confirmation, `applied` is or was in force, `discarded` never will be. */
export type VersionState = 'draft' | 'applied' | 'discarded';

/** One import of a plan's document. */
export interface PlanVersion {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly sourceName: string;
  /** SHA-256 of the file, hex. */
  readonly sourceHash: string;
  /** As it was read; decisions on its 疑点 stand with the issues. */
  readonly report: ImportReport;
  readonly createdAt: Instant;
  readonly state: VersionState;
}

/** A row of a plan in the ledger. */
export interface LedgerTask extends DraftTask {
  readonly id: string;
  readonly planId: string;
  /** Position in the plan, from 0. */
  readonly order: number;
  readonly ruleIds: readonly string[];
  /** By rule: periods that began by this day belong to the rule that it replaced; null for all but replaced ones. */
  readonly startsAfter?: readonly (CivilDate | null)[];
  /** The row of the superior's plan that this one carries out (上级任务), and when that row changed last. */
  readonly upstream?: { readonly taskId: string; readonly changedAt: Instant | null } | null;
}

/** A 疑点 with the decision taken. */
export interface LedgerIssue extends DraftIssue {
  readonly id: string;
  readonly planId: string;
  readonly versionId: string;
  readonly choice: IssueChoice | null;
  /** The choice in words. */
  readonly decision: string | null;
  /** `command-line`, or a person's name. */
  readonly decidedBy: string | null;
}

/** What an office says about its rows of a draft (核对); `settled`: the administrator has dealt with the objection. */
export interface Confirmation {
  readonly versionId: string;
  readonly officeId: string;
  readonly state: 'asked' | 'confirmed' | 'objected' | 'settled';
  /** The objection in the office's words; empty elsewhere. */
  readonly reason: string;
  /** Who answered, or was asked. */
  readonly personName: string;
  readonly at: Instant;
}

/** A plan's file that an administrator sent to the bot, and how far its reading is. */
export interface Upload {
  readonly id: string;
  readonly personId: string;
  /** Where the platform keeps the file. */
  readonly messageId: string;
  readonly fileKey: string;
  readonly fileName: string;
  /** `asks-year`: the document states none; `failed` says why in `problem`. */
  readonly state: 'waiting' | 'reading' | 'asks-year' | 'read' | 'failed';
  readonly year: number | null;
  readonly versionId: string | null;
  /** A Chinese sentence: place, reason, remedy. */
  readonly problem: string | null;
  readonly createdAt: Instant;
}

/** One time that a rule asks for something: its date, its period or its event. Unique on rule and key. */
export interface NewOccurrence {
  readonly id: string;
  readonly planId: string;
  readonly taskId: string;
  readonly ruleId: string;
  /** The rule as it was when the occurrence was born; later changes of the plan do not touch it. */
  readonly rule: Rule;
  /** `once`, a period key such as `2017-11`, or an event's id: unique within the rule. */
  readonly key: string;
  readonly period: string | null;
  readonly event: string | null;
  readonly eventOn?: CivilDate | null;
  readonly eventAt?: Instant | null;
  readonly dueOn: CivilDate | null;
  /** The moment an hour clock ends. */
  readonly dueAt?: Instant | null;
  readonly provisional: boolean;
  readonly pastAtBirth: boolean;
  readonly parts: readonly {
    readonly id: string;
    readonly officeId: string;
    readonly role: OfficeRole;
    /** `undated` where somebody else will set the date, else `open`, or where the part that it replaces stood. */
    readonly state: Extract<PartState, 'open' | 'undated' | 'working' | 'blocked'>;
    readonly percent?: number | null;
  }[];
}
