import type { CivilDate, Instant } from '../domain/calendar/civil-date.ts';
import type { CardUi, NewMessage, SentCard } from '../domain/delivery/message.ts';
import type { Part, PartState, Reply } from '../domain/ledger/part.ts';
import type { LedgerIssue, LedgerTask, NewOccurrence, Plan, PlanVersion } from '../domain/ledger/plan.ts';
import type { Outcome } from '../domain/outcome.ts';

/** Plans, tasks, parts, replies and the registry of sent cards. */
export interface LedgerStore {
  listPlans(): Promise<readonly Plan[]>;
  findPlan(id: string): Promise<Plan | undefined>;
  /** The plan with this title and year, whatever its state. */
  findPlanByTitle(title: string, year: number): Promise<{ plan: Plan; latest: PlanVersion } | undefined>;
  /** In the plan's order. */
  loadTasks(planId: string): Promise<readonly LedgerTask[]>;
  loadIssues(planId: string): Promise<readonly LedgerIssue[]>;
  /** Stores a plan with its first version, its rows, their rules and its issues as a draft, in one transaction. */
  saveDraft(draft: {
    readonly plan: Plan;
    readonly version: PlanVersion;
    readonly tasks: readonly LedgerTask[];
    readonly issues: readonly LedgerIssue[];
    readonly audit: readonly AuditEntry[];
  }): Promise<void>;

  /** Sorted by plan, row, rule, due date, office order. Uses an index for every field given. */
  findParts(query: PartQuery): Promise<readonly Part[]>;
  /** How many parts the query would find, without loading them. */
  countParts(query: PartQuery): Promise<number>;

  findCard(id: string): Promise<SentCard | undefined>;
  findCardByMessage(messageId: string): Promise<SentCard | undefined>;
  /** Cards that show any of these parts and may still be changed on the platform (sent, not superseded, on or after `since`). */
  findLiveCards(query: CardQuery): Promise<readonly SentCard[]>;
  /** Cards, not superseded, that the platform has not taken: they wait, were withheld or could not be delivered. */
  findUnsentCards(query: CardQuery): Promise<readonly SentCard[]>;

  /**
   * Writes a change, whole or not at all: parts with their replies, cards, messages, the event that caused it, the audit trail.
   * Refuses with `event-seen` where the event is in the inbox already, with `stale` where a part or reply has moved on since it
   * was read. Messages and occurrences whose key exists already are left out silently, and so
   * is a new card whose message is left out.
   */
  commit(change: LedgerChange): Promise<Outcome<CommitReport, CommitRefusal>>;
}

export interface CardQuery {
  readonly partIds?: readonly string[];
  readonly personIds?: readonly string[];
  readonly since: CivilDate;
}

export interface PartQuery {
  readonly ids?: readonly string[];
  readonly planId?: string;
  readonly officeIds?: readonly string[];
  readonly states?: readonly PartState[];
  /** Only parts that have a due date, and it is this day or earlier. */
  readonly dueOnOrBefore?: CivilDate;
  /** Only parts of plans in force (default true). */
  readonly publishedOnly?: boolean;
  /** False leaves `replies` empty, where nobody looks at them (default true). */
  readonly withReplies?: boolean;
}

export interface LedgerChange {
  readonly at: Instant;
  readonly event?: { readonly id: string; readonly kind: string };
  readonly planState?: { readonly planId: string; readonly state: Plan['state'] };
  readonly issueDecisions?: readonly { readonly id: string; readonly decision: string; readonly decidedBy: string }[];
  readonly occurrences?: readonly NewOccurrence[];
  readonly parts?: readonly PartChange[];
  readonly replies?: readonly { readonly partId: string; readonly reply: Reply }[];
  readonly undone?: readonly { readonly replyId: string; readonly byPersonId: string }[];
  readonly newCards?: readonly SentCard[];
  readonly cardChanges?: readonly {
    readonly id: string;
    readonly ui?: CardUi;
    readonly partIds?: readonly string[];
    readonly supersededOn?: CivilDate;
  }[];
  readonly messages?: readonly NewMessage[];
  readonly audit: readonly AuditEntry[];
}

/** `expectedVersion` is tested by the same statement that writes; the version grows by one unless only `remindedOn` changes. */
export interface PartChange {
  readonly id: string;
  readonly expectedVersion: number;
  readonly state?: PartState;
  readonly percent?: number | null;
  readonly closedOn?: CivilDate | null;
  readonly remindedOn?: CivilDate;
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
  | { readonly kind: 'stale'; readonly partId: string };
