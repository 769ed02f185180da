import { newId } from '../ids.ts';

/** What a bot may send here. */
export const BOT_MESSAGE_TYPES = ['text', 'post', 'image', 'file', 'interactive', 'system'] as const;
export type BotMessageType = (typeof BOT_MESSAGE_TYPES)[number];
/** What only people send here. */
export type MessageType = BotMessageType | 'audio' | 'media' | 'sticker' | 'folder';

export type Sender =
  | { readonly type: 'app'; readonly appId: string }
  | { readonly type: 'user'; readonly openId: string };

export interface Mention {
  readonly key: string;
  readonly openId: string;
  readonly name: string;
}

export interface Message {
  readonly messageId: string;
  readonly chatId: string;
  readonly sender: Sender;
  readonly msgType: MessageType;
  /** As written on the wire: a JSON string. */
  readonly content: string;
  /** What a card said before, newest first: a slow client may still show it. */
  readonly earlier: readonly string[];
  readonly mentions: readonly Mention[];
  readonly parentId: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly edits: number;
  readonly recalled: boolean;
  readonly pinned: boolean;
  /** Who was told of it urgently (应用内加急). */
  readonly urgedFor: ReadonlySet<string>;
  /** open_id → when they read it, epoch milliseconds. */
  readonly readAt: ReadonlyMap<string, number>;
}

const EARLIER_KEPT = 5;

type NewMessage = Pick<Message, 'chatId' | 'sender' | 'msgType' | 'content'> &
  Partial<Pick<Message, 'mentions' | 'parentId'>>;

/** Every message of the tenant, in the order it was written. */
export class MessageBook {
  readonly #messages = new Map<string, Message>();

  add(message: NewMessage, now: number): Message {
    const readAt = message.sender.type === 'user' ? [[message.sender.openId, now] as const] : [];
    const added: Message = {
      mentions: [],
      parentId: null,
      earlier: [],
      ...message,
      messageId: newId('om_'),
      createdAt: now,
      updatedAt: now,
      edits: 0,
      recalled: false,
      pinned: false,
      urgedFor: new Set(),
      readAt: new Map(readAt),
    };
    this.#messages.set(added.messageId, added);
    return added;
  }

  find(messageId: string): Message | undefined {
    return this.#messages.get(messageId);
  }

  inChat(chatId: string): readonly Message[] {
    return [...this.#messages.values()].filter((message) => message.chatId === chatId);
  }

  change(messageId: string, change: Partial<Pick<Message, 'content' | 'updatedAt' | 'edits' | 'recalled' | 'pinned'>>) {
    const message = this.#messages.get(messageId);
    if (!message) return;
    const isNew = change.content !== undefined && change.content !== message.content;
    const earlier = isNew ? [message.content, ...message.earlier].slice(0, EARLIER_KEPT) : message.earlier;
    this.#messages.set(messageId, { ...message, ...change, earlier });
  }

  urge(messageId: string, openIds: readonly string[]): void {
    const message = this.#messages.get(messageId);
    if (message) this.#messages.set(messageId, { ...message, urgedFor: new Set([...message.urgedFor, ...openIds]) });
  }

  /** Marks the chat read by this person; returns what was unread. */
  read(chatId: string, openId: string, now: number): readonly Message[] {
    const unread = this.unread(chatId, openId);
    for (const message of unread) {
      this.#messages.set(message.messageId, { ...message, readAt: new Map(message.readAt).set(openId, now) });
    }
    return unread;
  }

  unread(chatId: string, openId: string): readonly Message[] {
    return this.inChat(chatId).filter((message) => !message.readAt.has(openId) && !message.recalled);
  }
}
