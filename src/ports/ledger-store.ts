import type { CivilDate, Instant } from '../domain/calendar/civil-date.ts';
import type { CardUi, NewMessage, SentCard } from '../domain/delivery/message.ts';
import type { Part, PartState, Reply } from '../domain/ledger/part.ts';
import type { PartAct, PartRequest } from '../domain/ledger/part-act.ts';
import type {
  Confirmation,
  LedgerIssue,
  LedgerTask,
  NewOccurrence,
  Plan,
  PlanVersion,
  Upload,
  VersionState,
} from '../domain/ledger/plan.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { IssueChoice } from '../domain/plan/decide-issue.ts';
import type { RuleKind } from '../domain/plan/rule.ts';
import type { MonthlySummary } from '../domain/quotas/monthly-summary.ts';
import type { RateEntry } from '../domain/quotas/rates.ts';
import type { Submission, SubmissionAct } from '../domain/quotas/submission.ts';
import type { AlikeParts } from '../domain/reports/counted-parts.ts';

/** Plans, tasks, parts, replies and the registry of sent cards. */
export interface LedgerStore {
  listPlans(): Promise<readonly Plan[]>;
  findPlan(id: string): Promise<Plan | undefined>;
  /** The newest plan with this title and year, whatever its state, and its newest version that was not discarded. */
  findPlanByTitle(title: string, year: number): Promise<{ plan: Plan; latest: PlanVersion } | undefined>;
  findVersion(id: string): Promise<PlanVersion | undefined>;
  /** By plan, the id of the newest version that is or was in force. */
  versionsInForce(): Promise<ReadonlyMap<string, string>>;
  /** Oldest first. */
  listVersions(planId: string): Promise<readonly PlanVersion[]>;
  /** In the plan's order, without the rows that a later version left out. */
  loadTasks(planId: string): Promise<readonly LedgerTask[]>;
  /** The rows of plans in force that wait for events (a rule `within`), in the order of the plans and of their rows. */
  loadEventTasks(): Promise<readonly LedgerTask[]>;
  /** Of one version, in the order of its document. */
  loadIssues(versionId: string): Promise<readonly LedgerIssue[]>;
  loadConfirmations(versionId: string): Promise<readonly Confirmation[]>;
  /** Stores a version and its issues as a draft, with its plan where that is new, in one transaction. */
  saveDraft(draft: {
    readonly plan: Plan | null;
    readonly version: PlanVersion;
    readonly issues: readonly LedgerIssue[];
    /** The rows of a plan that is not in force yet. */
    readonly tasks: readonly LedgerTask[];
    readonly audit: readonly AuditEntry[];
  }): Promise<void>;
  findUpload(id: string): Promise<Upload | undefined>;
  /** Marks the oldest waiting upload as being read; also one whose reader died more than `abandonedAfterMs` ago. */
  claimUpload(query: { readonly now: Instant; readonly abandonedAfterMs: number }): Promise<Upload | undefined>;

  /** Sorted by plan, row, rule, due date, office order. Uses an index for every field given. */
  findParts(query: PartQuery): Promise<readonly Part[]>;
  /** How many parts the query would find, without loading them. */
  countParts(query: PartQuery): Promise<number>;
  /**
   * The same, apart by everything that decides whether a part is in a number: its state, whether it has a date, whether that was over
   * at birth, the kind of its rule and whether that is soft. In no order.
   */
  countAlike(query: PartQuery): Promise<readonly AlikeParts[]>;
  /** Some of the parts of such groups, in the order of all of them, which is that of {@link findParts}. */
  findAlike(query: PartQuery, page: AlikePage): Promise<readonly Part[]>;

  findCard(id: string): Promise<SentCard | undefined>;
  findCardByMessage(messageId: string): Promise<SentCard | undefined>;
  /** Cards that show any of these parts and may still be changed on the platform (sent, not superseded, on or after `since`). */
  findLiveCards(query: CardQuery): Promise<readonly SentCard[]>;
  /** Cards about any of these subjects, sent or not. */
  findCardsAbout(subjects: readonly string[]): Promise<readonly SentCard[]>;
  /** Those of them that may still be changed on the platform; a version's also with an office behind it. */
  findReviewCards(query: { readonly subject: string; readonly since: CivilDate }): Promise<readonly SentCard[]>;
  /** Cards, not superseded, that the platform has not taken: they wait, were withheld or could not be delivered. */
  findUnsentCards(query: CardQuery): Promise<readonly SentCard[]>;

  /**
   * Writes a change, whole or not at all: parts with their replies, cards, messages, the event that caused it, the audit trail.
   * Refuses with `event-seen` where the event is in the inbox already, with `not-a-draft` where a version is none, with `stale` where a part or reply has moved on since it
   * was read. Messages and occurrences whose key exists already are left out silently, and so
   * is a new card whose message is left out.
   */
  commit(change: LedgerChange): Promise<Outcome<CommitReport, CommitRefusal>>;
  /** The same text as long as neither this process nor another has committed anything to the ledger. */
  changeMark(): Promise<string>;
}

export interface CardQuery {
  readonly partIds?: readonly string[];
  readonly personIds?: readonly string[];
  readonly since: CivilDate;
}

export interface AlikePage {
  readonly groups: readonly Pick<AlikeParts, 'group'>[];
  readonly skip: number;
  readonly take: number;
}

export interface PartQuery {
  readonly ids?: readonly string[];
  readonly planId?: string;
  readonly officeIds?: readonly string[];
  readonly states?: readonly PartState[];
  /** Only parts that have a due date, and it is this day or earlier. */
  readonly dueOnOrBefore?: CivilDate;
  /** Only parts that were closed on one of these days, both included. */
  readonly closedOn?: { readonly from: CivilDate; readonly to: CivilDate };
  readonly taskIds?: readonly string[];
  readonly occurrenceIds?: readonly string[];
  readonly ruleKinds?: readonly RuleKind['kind'][];
  /** Only parts about which something has moved on this day or later. */
  readonly movedSince?: CivilDate;
  /** Only parts about which something was asked or decided at this moment or later, besides their offices' answers. */
  readonly actedSince?: Instant;
  /** Only parts about which nothing has moved since before this day, or ever. */
  readonly movedBefore?: CivilDate;
  /** Only parts whose lead was not told that nothing moves, since it moved last. */
  readonly notToldStagnant?: true;
  /** Only parts whose office waits for a decision. */
  readonly withRequest?: true;
  /** Only parts about which there is something that their office has not been told. */
  readonly withNews?: true;
  /** Only parts of hour clocks. */
  readonly hourClocks?: true;
  /** Only parts of hour clocks that end at this moment or later. */
  readonly endingFrom?: Instant;
  /** Only parts of plans in force (default true). */
  readonly publishedOnly?: boolean;
  /** False leaves `replies` and `acts` empty, where nobody looks at them (default true). */
  readonly withReplies?: boolean;
  /** Also parts that a later version of their plan dropped (default false). */
  readonly withCancelled?: boolean;
}

export interface LedgerChange {
  readonly at: Instant;
  readonly event?: { readonly id: string; readonly kind: string };
  readonly planState?: { readonly planId: string; readonly state: Plan['state'] };
  readonly versionState?: { readonly versionId: string; readonly state: VersionState };
  readonly issueDecisions?: readonly {
    readonly id: string;
    readonly choice: IssueChoice | null;
    readonly decision: string | null;
    readonly decidedBy: string | null;
  }[];
  readonly confirmations?: readonly Confirmation[];
  readonly newUpload?: Upload;
  readonly uploadChange?: { readonly id: string } & Partial<Pick<Upload, 'state' | 'year' | 'versionId' | 'problem'>>;
  /** Writes the rows of a plan anew: of a draft, whose rows nothing refers to, or in a revision of a plan in force. */
  readonly rows?: PlanRows;
  readonly lineage?: readonly { readonly taskId: string; readonly upstreamId: string | null }[];
  /** Rows whose superior's row has changed. */
  readonly upstreamChanged?: readonly string[];
  readonly occurrences?: readonly NewOccurrence[];
  /** Gives the offices of `occurrences` that have no part in an occurrence that exists already one of their own. */
  readonly completeParts?: boolean;
  /** Gives an office a part of its own in the occurrence of another's, unless it has one. */
  readonly handedOver?: readonly { readonly fromPartId: string; readonly id: string; readonly officeId: string }[];
  readonly cancelledParts?: readonly { readonly id: string; readonly expectedVersion: number }[];
  readonly parts?: readonly PartChange[];
  /** Events whose title or date was corrected. */
  readonly occurrenceChanges?: readonly ({ readonly id: string } & Required<
    Pick<NewOccurrence, 'event' | 'eventOn' | 'eventAt' | 'dueOn' | 'dueAt' | 'provisional'>
  >)[];
  /** What is said about a part stands beside its change in `parts`: a part of version 1 has neither replies nor acts. */
  readonly replies?: readonly { readonly partId: string; readonly reply: Reply }[];
  readonly acts?: readonly { readonly partId: string; readonly act: PartAct }[];
  readonly undone?: readonly { readonly replyId: string; readonly byPersonId: string }[];
  readonly newCards?: readonly SentCard[];
  readonly cardChanges?: readonly {
    readonly id: string;
    readonly ui?: CardUi;
    readonly partIds?: readonly string[];
    readonly supersededOn?: CivilDate;
    readonly subject?: string;
  }[];
  readonly messages?: readonly NewMessage[];
  readonly newSubmissions?: readonly Submission[];
  /** What was done about submissions, with where they stand after it; `stale-submission` where one has moved on. */
  readonly submissionActs?: readonly SubmissionChange[];
  readonly rateEntries?: readonly RateEntry[];
  readonly newSummaries?: readonly MonthlySummary[];
  /** Of drafts alone: `summary-decided` where it is none any more. */
  readonly summaryChanges?: readonly Pick<MonthlySummary, 'id' | 'state' | 'decidedAt' | 'decidedBy' | 'reason'>[];
  readonly audit: readonly AuditEntry[];
}

/** Rows with known ids are changed, others added; a revision also says what it leaves out. */
export interface PlanRows {
  readonly planId: string;
  readonly tasks: readonly LedgerTask[];
  readonly removedTaskIds: readonly string[];
  readonly retiredRuleIds: readonly string[];
}

/**
 * `expectedVersion` is tested by the same statement that writes, and the version grows by one; neither where only the program's own
 * notes change.
 */
export interface PartChange {
  readonly id: string;
  readonly expectedVersion: number;
  readonly state?: PartState;
  readonly percent?: number | null;
  readonly closedOn?: CivilDate | null;
  /** The program's own note, like `escalated` and `stagnantOn`. */
  readonly remindedOn?: CivilDate | null;
  readonly escalated?: number;
  /** Something its office has to be told, since this day; a reminder tells it. */
  readonly newsOn?: CivilDate | null;
  /** The day its lead was told that nothing moves. */
  readonly stagnantOn?: CivilDate;
  /** Another date for this office alone; the occurrence keeps its own. */
  readonly dueOn?: CivilDate | null;
  readonly dueAt?: Instant | null;
  readonly request?: PartRequest | null;
  readonly snoozedUntil?: CivilDate | null;
  readonly pausedUntil?: CivilDate | null;
}

export interface SubmissionChange extends Pick<Submission, 'state' | 'credits'> {
  readonly submissionId: string;
  readonly expectedVersion: number;
  readonly act: SubmissionAct;
}

export interface AuditEntry {
  /** A person's id, or `system`, `command-line`. */
  readonly actor: string;
  /** noun.verb, such as `part.reported`. */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly detail: Readonly<Record<string, unknown>>;
}

/** How much of what was asked for was new; `parts` are those of the new occurrences. */
export interface CommitReport {
  readonly occurrences: number;
  readonly parts: number;
  readonly messages: number;
}

export type CommitRefusal =
  | { readonly kind: 'event-seen'; readonly eventId: string }
  | { readonly kind: 'stale'; readonly partId: string }
  | { readonly kind: 'stale-submission'; readonly submissionId: string }
  | { readonly kind: 'summary-decided'; readonly summaryId: string }
  /** The version whose state was to change is in force or discarded already. */
  | { readonly kind: 'not-a-draft'; readonly versionId: string };
