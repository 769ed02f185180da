import type { CivilDate, Instant } from '../calendar/civil-date.ts';
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

/** One import of a plan's document. */
export interface PlanVersion {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly sourceName: string;
  /** SHA-256 of the file, hex. */
  readonly sourceHash: string;
  readonly report: ImportReport;
  readonly createdAt: Instant;
}

/** A row of a plan in the ledger. */
export interface LedgerTask extends DraftTask {
  readonly id: string;
  readonly planId: string;
  /** Position in the plan, from 0. */
  readonly order: number;
  readonly ruleIds: readonly string[];
}

/** A 疑点 with the decision taken. */
export interface LedgerIssue extends DraftIssue {
  readonly id: string;
  readonly planId: string;
  readonly decision: string | null;
  /** `command-line`, or a person's name. */
  readonly decidedBy: string | null;
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
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
  readonly pastAtBirth: boolean;
  readonly parts: readonly {
    readonly id: string;
    readonly officeId: string;
    readonly role: OfficeRole;
    /** `undated` where somebody else will set the date, else `open`. */
    readonly state: Extract<PartState, 'open' | 'undated'>;
  }[];
}
