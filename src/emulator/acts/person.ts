import { botOpenId } from '../api/bot.ts';
import { isObject } from '../card-json/card-tree.ts';
import { parseContent } from '../content-rules.ts';
import {
  botMembership,
  chatEntered,
  menuPressed,
  messageRecalled,
  messageReceived,
  messagesRead,
} from '../events/event-bodies.ts';
import { publish } from '../events/publish.ts';
import type { PageChat, PageClick, PageClickAnswer, PageMessage } from '../page-api.ts';
import type { Platform } from '../platform.ts';
import { type Chat, p2pChatId } from '../store/chat-book.ts';
import type { Message } from '../store/message-book.ts';
import { ActError } from './act-error.ts';
import { clickCard } from './click.ts';
import { chatView, messageView } from './views.ts';
import { writeText } from './write-text.ts';

/** One person of the tenant at the client. A chat left out is their chat with the first app's bot. */
export class Person {
  readonly openId: string;
  readonly #platform: Platform;

  constructor(platform: Platform, openId: string) {
    if (!platform.directory.user(openId)) throw new ActError('没有这个人', 404);
    this.#platform = platform;
    this.openId = openId;
  }

  /** Newest first. */
  chats(): readonly PageChat[] {
    return this.#platform.chats
      .chatsOf(this.openId)
      .map((chat) => chatView(this.#platform, chat, this.openId))
      .toSorted((one, other) => (other.lastAt ?? 0) - (one.lastAt ?? 0));
  }

  /** Oldest first; they are read now. */
  messages(chatId?: string): readonly PageMessage[] {
    const { messages, clock, changes, directory } = this.#platform;
    const chat = this.#chat(chatId);
    const now = clock.now();
    const unread = messages.read(chat.chatId, this.openId, now).map(({ messageId }) => messageId);
    if (unread.length > 0) {
      const event = messagesRead(directory, this.openId, unread, now);
      if (chat.type === 'p2p') this.#publish(chat, 'im.message.message_read_v1', event);
      changes.announce();
    }
    return messages.inChat(chat.chatId).map((message) => messageView(this.#platform, message));
  }

  sendText(typed: string, chatId?: string): { readonly messageId: string } {
    if (typed.trim() === '') throw new ActError('不能发送空消息');
    const chat = this.#chat(chatId);
    const { text, mentions } = writeText(this.#platform, chat, typed);
    return this.#write(chat, { msgType: 'text', content: JSON.stringify({ text }), mentions });
  }

  /** Sends a file from the person's computer; the bot gets its `file_key` and downloads it from the message. */
  sendFile(name: string, bytes: Uint8Array<ArrayBuffer>, chatId?: string): { readonly messageId: string } {
    const chat = this.#chat(chatId);
    if (name.trim() === '') throw new ActError('文件没有名称');
    const { key } = this.#platform.files.add({ kind: 'file', name, bytes, appId: null });
    return this.#write(chat, {
      msgType: 'file',
      content: JSON.stringify({ file_key: key, file_name: name }),
      mentions: [],
    });
  }

  sendPicture(name: string, bytes: Uint8Array<ArrayBuffer>, chatId?: string): { readonly messageId: string } {
    const chat = this.#chat(chatId);
    const { key } = this.#platform.files.add({ kind: 'image', name, bytes, appId: null });
    return this.#write(chat, { msgType: 'image', content: JSON.stringify({ image_key: key }), mentions: [] });
  }

  /** Sends what this client has no button for; there is nothing in it. */
  sendOther(msgType: 'audio' | 'media' | 'sticker' | 'folder', chatId?: string): { readonly messageId: string } {
    const chat = this.#chat(chatId);
    const { key } = this.#platform.files.add({ kind: 'file', name: msgType, bytes: new Uint8Array(), appId: null });
    const length = msgType === 'audio' || msgType === 'media' ? { duration: 2000 } : {};
    const name = msgType === 'media' || msgType === 'folder' ? { file_name: msgType } : {};
    return this.#write(chat, {
      msgType,
      content: JSON.stringify({ file_key: key, ...name, ...length }),
      mentions: [],
    });
  }

  /** The file of a message that this person can see, as a click on it saves it. */
  saveFile(messageId: string): { readonly name: string; readonly bytes: Uint8Array } {
    const { messages, files, chats } = this.#platform;
    const message = messages.find(messageId);
    if (!message || !chats.find(message.chatId)?.members.has(this.openId)) throw new ActError('没有这条消息', 404);
    const content = message.recalled ? undefined : parseContent(message.content);
    const file = isObject(content) ? files.find(String(content.file_key ?? content.image_key)) : undefined;
    if (!file) throw new ActError('这条消息里没有文件', 404);
    return { name: file.name, bytes: file.bytes };
  }

  click(click: Omit<PageClick, 'as'>): Promise<PageClickAnswer> {
    return clickCard(this.#platform, { ...click, as: this.openId });
  }

  recall(messageId: string): void {
    const { messages, chats, clock, changes } = this.#platform;
    const message = messages.find(messageId);
    const chat = message && chats.find(message.chatId);
    const isOwn = message?.sender.type === 'user' && message.sender.openId === this.openId;
    if (!isOwn || !chat) throw new ActError('只能撤回自己的消息', 403);
    messages.change(messageId, { recalled: true, updatedAt: clock.now() });
    this.#publish(chat, 'im.message.recalled_v1', messageRecalled(message, clock.now()));
    changes.announce();
  }

  /** Opens the chat with a bot; the platform tells the bot every time. */
  enterChat(chatId?: string): void {
    const chat = this.#chat(chatId);
    if (chat.type !== 'p2p') return;
    const last = this.#platform.messages.inChat(chat.chatId).at(-1);
    const event = chatEntered(this.#platform.directory, chat.chatId, this.openId, last);
    this.#publish(chat, 'im.chat.access_event.bot_p2p_chat_entered_v1', event);
  }

  pressMenu(eventKey: string, chatId?: string): void {
    const event = menuPressed(this.#platform.directory, this.openId, eventKey, this.#platform.clock.now());
    this.#publish(this.#chat(chatId), 'application.bot.menu_v6', event);
  }

  addBot(chatId: string, appId = this.#firstAppId()): void {
    const chat = this.#chat(chatId);
    this.#platform.chats.setBotInside(chat, appId, true);
    publish(
      this.#platform,
      appId,
      'im.chat.member.bot.added_v1',
      botMembership(this.#platform.directory, chat, this.openId),
    );
    this.#platform.changes.announce();
  }

  removeBot(chatId: string, appId = this.#firstAppId()): void {
    const chat = this.#chat(chatId);
    this.#platform.chats.setBotInside(chat, appId, false);
    publish(
      this.#platform,
      appId,
      'im.chat.member.bot.deleted_v1',
      botMembership(this.#platform.directory, chat, this.openId),
    );
    this.#platform.changes.announce();
  }

  /** A bot hears everything in its own chat and, in a group, only what mentions it. */
  #write(chat: Chat, message: Pick<Message, 'msgType' | 'content' | 'mentions'>): { readonly messageId: string } {
    const { messages, clock, changes, directory } = this.#platform;
    const sender = { type: 'user', openId: this.openId } as const;
    const written = messages.add({ ...message, chatId: chat.chatId, sender }, clock.now());
    const event = messageReceived(directory, chat, written, this.openId);
    for (const appId of chat.apps) {
      const isMeant = chat.type === 'p2p' || message.mentions.some(({ openId }) => openId === botOpenId(appId));
      if (isMeant) publish(this.#platform, appId, 'im.message.receive_v1', event);
    }
    changes.announce();
    return { messageId: written.messageId };
  }

  #publish(chat: Chat, type: string, event: object): void {
    for (const appId of chat.apps) publish(this.#platform, appId, type, event);
  }

  #chat(chatId: string = p2pChatId(this.#firstAppId(), this.openId)): Chat {
    const chat = this.#platform.chats.find(chatId);
    if (!chat?.members.has(this.openId)) throw new ActError('没有这个会话', 404);
    return chat;
  }

  #firstAppId(): string {
    return this.#platform.directory.apps[0]?.appId ?? '';
  }
}
