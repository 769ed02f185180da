import { isObject } from '../card-json/card-tree.ts';
import { parseContent } from '../content-rules.ts';
import type { PageChat, PageMessage } from '../page-api.ts';
import type { Platform } from '../platform.ts';
import type { Chat } from '../store/chat-book.ts';
import type { Message } from '../store/message-book.ts';

export function chatView(platform: Platform, chat: Chat, openId: string): PageChat {
  const last = platform.messages.inChat(chat.chatId).at(-1);
  return {
    chatId: chat.chatId,
    type: chat.type,
    name: chat.name,
    unread: platform.messages.unread(chat.chatId, openId).length,
    preview: last ? previewOf(messageView(platform, last)) : '',
    lastAt: last?.createdAt ?? null,
  };
}

export function messageView(platform: Platform, message: Message): PageMessage {
  const { sender } = message;
  return {
    messageId: message.messageId,
    chatId: message.chatId,
    createdAt: message.createdAt,
    updatedAt: message.updatedAt,
    sender:
      sender.type === 'app'
        ? { type: 'app', name: platform.directory.app(sender.appId)?.botName ?? sender.appId, openId: null }
        : { type: 'user', name: platform.directory.nameOf(sender.openId), openId: sender.openId },
    msgType: message.msgType,
    content: contentView(platform, message),
    recalled: message.recalled,
    ...(message.urgedFor.size > 0 && { urgent: true }),
  };
}

/** Parsed, with mentioned names and a file's name and size put back in. */
function contentView(platform: Platform, message: Message): unknown {
  const content = parseContent(message.content);
  if (!isObject(content)) return content;
  if (message.msgType === 'text' && typeof content.text === 'string') {
    const named = (text: string, { key, name }: { key: string; name: string }) => text.replaceAll(key, `@${name}`);
    return { text: message.mentions.toReversed().reduce(named, content.text).replaceAll('@_all', '@所有人') };
  }
  const key = content.file_key ?? content.image_key;
  const file = typeof key === 'string' ? platform.files.find(key) : undefined;
  return file ? { ...content, file_name: file.name, file_size: file.bytes.byteLength } : content;
}

/** One line for the chat list: a card's summary, else its title. */
function previewOf({ msgType, content, recalled }: PageMessage): string {
  if (recalled) return '消息已撤回';
  if (!isObject(content)) return '';
  switch (msgType) {
    case 'text':
      return String(content.text);
    case 'interactive': {
      const summary = isObject(content.config) ? textOf(content.config.summary) : undefined;
      const title = isObject(content.header) ? textOf(content.header.title) : undefined;
      return summary ?? title ?? '[卡片]';
    }
    case 'file':
      return typeof content.file_name === 'string' ? `[文件] ${content.file_name}` : '[文件]';
    case 'image':
      return '[图片]';
    case 'post':
      return '[富文本]';
    case 'audio':
      return '[语音]';
    case 'media':
      return '[视频]';
    case 'sticker':
      return '[表情]';
    case 'folder':
      return '[文件夹]';
    case 'system':
      return '';
  }
}

function textOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.content === 'string' && value.content !== '' ? value.content : undefined;
}
