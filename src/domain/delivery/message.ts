import type { CivilDate, Instant } from '../calendar/civil-date.ts';
import type { QuietEvent } from '../ledger/quiet-events.ts';
import type { QuotaNotes } from '../quotas/plan-quota-nudges.ts';
import type { Figures } from '../quotas/rates.ts';
import type { SubmissionDraft } from '../quotas/submission-draft.ts';
import type { Errands } from '../reminders/errand.ts';
import type { ReportNumber } from '../reports/details-source.ts';

export type Recipient =
  | { readonly type: 'person'; readonly personId: string; readonly openId: string }
  | { readonly type: 'group'; readonly chatId: string };

/** What a message is for; with the recipient and the local date it makes the key that is sent once. */
export type Purpose =
  | 'morning-card'
  | 'my-tasks'
  | 'asked-card'
  | 'hour-clock'
  | 'weekly-digest'
  | 'monthly-draft'
  | 'monthly-summary'
  | 'card-update'
  | 'notice'
  | 'review'
  | 'confirmation'
  | 'plan-notice';

/**
 * What an outbox row holds. Cards of the ledger and their updates are drawn when they are sent, from the ledger as it stands then;
 * a digest keeps the numbers of its instant.
 */
export type MessageBody =
  | { readonly type: 'ledger-card'; readonly cardId: string }
  | { readonly type: 'card-update'; readonly cardId: string }
  | { readonly type: 'card'; readonly card: Readonly<Record<string, unknown>> }
  | { readonly type: 'text'; readonly text: string }
  /** The rows of a version as a table for people to check (核对表), written when it is sent. */
  | { readonly type: 'check-sheet'; readonly versionId: string }
  /** 通报, 台账 or 月度汇总 of the month `m` as a file, written when it is sent. */
  | {
      readonly type: 'paper';
      readonly k: 'circular' | 'ledger' | 'summary';
      /** `YYYY-MM` */
      readonly m: string;
      readonly planId: string;
    }
  /** The file that came with a 报送, fetched when it is sent. */
  | { readonly type: 'submission-file'; readonly submissionId: string };

/**
 * `queued` waits for `dueAt`; `sending` was handed to the platform and has no answer yet; `withheld` was not sent because there
 * was nothing left to say; `failed` (未送达) will not be tried again.
 */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'withheld' | 'failed';

export interface NewMessage {
  readonly id: string;
  /** Unique for ever: the same key is queued once, however often it is asked for. */
  readonly key: string;
  readonly to: Recipient;
  readonly purpose: Purpose;
  readonly body: MessageBody;
  /** Not before this instant. */
  readonly dueAt: Instant;
}

export interface OutboxMessage extends NewMessage {
  /** Sent with every attempt; the platform delivers it once within an hour. At most 50 characters. */
  readonly uuid: string;
  readonly state: DeliveryState;
  /** Attempts that ended, by an answer or with the process; the one under way is not counted. */
  readonly attempts: number;
  /** First attempt of the current uuid, or null. */
  readonly firstTriedAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly messageId: string | null;
  /** Why it failed, was withheld or is being retried: a short Chinese sentence, or null. */
  readonly reason: string | null;
}

/**
 * A card that was sent or is about to be: what it shows is drawn from the ledger, `partIds` and `ui`, and never stored.
 * `morning` is the card of the day; `mine` is the whole list that a person asked for, its `partIds` those of the page shown.
 * `review` shows an administrator the upload `subject` and the version that was read from it; `confirm` asks an office about its
 * rows, its `subject` the version and the office (`version/office`). `desk` is the queue of whoever reviews; `event` registers or
 * corrects an event, its `subject` the row and the event's words, or the occurrence; `clock` is an hour clock, its `subject` the
 * occurrence; `fan-out` shows a lead how the offices of one row stand, its `subject` the row. `submission` is the form of 报送 or what was
 * recorded with it, its `subject` then the submission; `my-quotas` is 本月报送 of the person in its `subject`; `submissions` is the queue of
 * whoever reviews them. `monthly` asks for approval of the summary `subject`; `details` lists what
 * stands behind the numbers of a report, its `subject` the report (`subjectOf`). `look-back` asks an
 * office about closed rows of last year, its `subject` the 整改台账 and the office (`plan/office`). `rates` is 比率填报 of a month.
 */
export interface SentCard {
  readonly id: string;
  readonly kind:
    | 'morning'
    | 'mine'
    | 'review'
    | 'confirm'
    | 'desk'
    | 'event'
    | 'clock'
    | 'fan-out'
    | 'submission'
    | 'my-quotas'
    | 'submissions'
    | 'monthly'
    | 'details'
    | 'look-back'
    | 'rates';
  readonly personId: string;
  /** The day it is the card of. */
  readonly on: CivilDate;
  readonly partIds: readonly string[];
  readonly ui: CardUi;
  /** Null until the platform has answered. */
  readonly messageId: string | null;
  readonly sentAt: Instant | null;
  /** The day of the newer card that took its place, or null. */
  readonly supersededOn: CivilDate | null;
  readonly subject?: string | null;
}

/** Forms of a liaison's answer; `completed` and `postponed` (已完成, 未完成) are of a part whose date was over when the plan was issued. */
export type AnswerForm = 'progress' | 'trouble' | 'completed' | 'postponed';

/** Forms of a request (申请延期, 不涉及, 转交, 稍后提醒), of 办结 after 退文 (`proof`), of a decision (退文, 不同意), of 批示 and of an awaited date. */
export type ActForm =
  | 'extension'
  | 'excuse'
  | 'transfer'
  | 'snooze'
  | 'proof'
  | 'return'
  | 'refuse'
  | 'instruct'
  | 'date';

export type PartForm = AnswerForm | ActForm;

const ANSWER_FORMS: readonly PartForm[] = ['progress', 'trouble', 'completed', 'postponed'];

export function isAnswerForm(kind: PartForm): kind is AnswerForm {
  return ANSWER_FORMS.includes(kind);
}

/** What is open on a card besides the ledger's facts. */
export interface CardUi {
  readonly form: { readonly partId: string; readonly kind: PartForm } | null;
  /** Parts of other people that a `morning` card shows, by the errand; they are among its `partIds`. */
  readonly errands?: Errands;
  /** By part, the step of the ladder at which `escalated` tells of it: a card that never arrives has told nobody. */
  readonly steps?: Readonly<Record<string, number>>;
  /** Events of which a `morning` card asks whether any has been, once a month; `none` once 本月没有 was the answer. */
  readonly quiet?: { readonly events: readonly QuietEvent[]; readonly none: boolean };
  /** What a `morning` card has said of 报送, and whose it is to say once. */
  readonly quotas?: QuotaNotes;
  /** A `mine` card shows only what is overdue. */
  readonly filter?: 'overdue';
  /** The page of a `mine` or `confirm` card, from 1. */
  readonly page?: number;
  /** The upload that a `review` card shows. */
  readonly upload?: string;
  /** The 疑点 that a `review` card shows, by its number; null shows the overview. */
  readonly issue?: number | null;
  /** Whether a `confirm` card shows the form of an objection, a `review` card that of other words, a `monthly` card that of 不发. */
  readonly writing?: boolean;
  /** What is filled in on a `submission` card that nothing was recorded with yet. */
  readonly draft?: SubmissionDraft;
  /** The rows that a `submissions` card shows, by their ids, and which of them has the form of 退回 open. */
  readonly submissions?: {
    readonly view: 'queue' | 'decided';
    readonly ids: readonly string[];
    readonly returning: string | null;
  };
  /** The number of a digest or of a month's summary that a `details` card lists. */
  readonly number?: ReportNumber;
  /** The month that a `my-quotas` or `rates` card shows, `YYYY-MM`. */
  readonly month?: string;
  /** On a `rates` card, the line (rule and office) in 更正; and by line what the entry made there has replaced, null for nothing. */
  readonly rates?: {
    readonly writing: string | null;
    readonly before: Readonly<Record<string, { readonly entryId: string; readonly figures: Figures | null }>>;
  };
}
