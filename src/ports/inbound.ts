import type { Instant } from '../domain/calendar/civil-date.ts';
import type { CardJson } from './chat-gateway.ts';

/** A press on a card, normalised. The actor comes from the platform, never from the payload. */
export interface CardAction {
  readonly eventId: string;
  /** When the platform saw the press. */
  readonly at: Instant;
  readonly actorOpenId: string;
  /** Empty where the platform did not say; the payload names the card as well. */
  readonly messageId: string;
  readonly chatId: string;
  readonly payload: unknown;
  /** The values of a submitted form by name; empty for a plain button. Unfilled fields are absent. */
  readonly form: Readonly<Record<string, unknown>>;
  /** The chosen option of a select, picker or overflow. */
  readonly option: string | null;
}

export interface CardReply {
  readonly toast: { readonly type: 'info' | 'success' | 'warning' | 'error'; readonly text: string } | null;
  /** Replaces the card for everybody who sees it; null leaves it as it is. */
  readonly card: CardJson | null;
}

/** Who sent something to the bot, where and when. */
export interface PersonMessage {
  /** The message id: the platform delivers a message again under it. */
  readonly eventId: string;
  readonly at: Instant;
  readonly senderOpenId: string;
  readonly messageId: string;
  readonly chatId: string;
  readonly chatType: 'p2p' | 'group';
}

/** Something a person wrote to the bot. */
export interface TextMessage extends PersonMessage {
  /** Without the mention of the bot. */
  readonly text: string;
}

/** A file that a person sent; `ChatGateway.downloadFile` fetches it. */
export interface FileMessage extends PersonMessage {
  readonly fileKey: string;
  /** As on the person's computer; empty where the platform did not say. */
  readonly fileName: string;
}

/** What a person sent in their own chat with the bot and the bot cannot read. */
export interface OtherMessage extends PersonMessage {
  /** The platform's word: `image`, `media`, `audio`, `sticker`, `folder`, `merge_forward` … */
  readonly messageType: string;
}

/** A press on an item of the bot's menu. It comes from the person's own chat with the bot, which the platform does not name. */
export interface MenuPress {
  readonly eventId: string;
  readonly at: Instant;
  readonly actorOpenId: string;
  /** As the app's administrator named the item; at most 30 characters. */
  readonly key: string;
}

/**
 * What the program does with what comes in. Handlers never throw for a person's mistake. A message whose handler takes longer than
 * the platform waits is acknowledged meanwhile and not delivered again, so work of many seconds has to be stored first.
 */
export interface InboundHandlers {
  onCardAction(action: CardAction): Promise<CardReply>;
  onText(message: TextMessage): Promise<void>;
  onFile(message: FileMessage): Promise<void>;
  onOther(message: OtherMessage): Promise<void>;
  onMenu(press: MenuPress): Promise<void>;
}

/** Where events come from: the long connection or a webhook. */
export interface EventSource {
  /** Resolves once connected (or listening). */
  start(handlers: InboundHandlers): Promise<void>;
  status(): { readonly connected: boolean; readonly detail: string };
  stop(): Promise<void>;
}
