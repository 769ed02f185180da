import type { CivilDate, Instant } from '../calendar/civil-date.ts';

export type Recipient =
  | { readonly type: 'person'; readonly personId: string; readonly openId: string }
  | { readonly type: 'group'; readonly chatId: string };

/** What a message is for; with the recipient and the local date it makes the key that is sent once. */
export type Purpose = 'morning-card' | 'my-tasks' | 'weekly-digest' | 'card-update' | 'notice';

/**
 * What an outbox row holds. Cards of the ledger and their updates are drawn when they are sent, from the ledger as it stands then;
 * a digest keeps the numbers of its instant.
 */
export type MessageBody =
  | { readonly type: 'ledger-card'; readonly cardId: string }
  | { readonly type: 'card-update'; readonly cardId: string }
  | { readonly type: 'card'; readonly card: Readonly<Record<string, unknown>> }
  | { readonly type: 'text'; readonly text: string };

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
 */
export interface SentCard {
  readonly id: string;
  readonly kind: 'morning' | 'mine';
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
}

/** What is open on a card besides the ledger's facts. */
export interface CardUi {
  readonly form: { readonly partId: string; readonly kind: 'progress' | 'trouble' } | null;
  /** The page of a `mine` card, from 1. */
  readonly page?: number;
}
