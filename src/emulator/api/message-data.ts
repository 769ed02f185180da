import { isObject } from '../card-json/card-tree.ts';
import { parseContent } from '../content-rules.ts';
import type { Directory } from '../store/directory.ts';
import type { Message } from '../store/message-book.ts';

/** A message as the API reports it. */
export function messageData(directory: Directory, message: Message, cards: 'as-sent' | 'simplified' = 'simplified') {
  const { sender, parentId } = message;
  const tenant_key = directory.tenantKey;
  return {
    message_id: message.messageId,
    ...(parentId ? { root_id: parentId, parent_id: parentId } : {}),
    msg_type: message.msgType,
    create_time: String(message.createdAt),
    update_time: String(message.updatedAt),
    deleted: message.recalled,
    updated: message.updatedAt > message.createdAt,
    chat_id: message.chatId,
    sender:
      sender.type === 'app'
        ? { id: sender.appId, id_type: 'app_id', sender_type: 'app', tenant_key }
        : { id: sender.openId, id_type: 'open_id', sender_type: 'user', tenant_key },
    body: { content: contentData(message, cards) },
    ...(message.mentions.length > 0
      ? {
          mentions: message.mentions.map(({ key, openId, name }) => ({
            key,
            id: openId,
            id_type: 'open_id',
            name,
            tenant_key,
          })),
        }
      : {}),
  };
}

function contentData(message: Message, cards: 'as-sent' | 'simplified'): string {
  if (message.recalled) return 'This message was recalled';
  if (message.msgType !== 'interactive' || cards === 'as-sent') return message.content;
  const card = parseContent(message.content);
  const header = isObject(card) && isObject(card.header) ? card.header : {};
  const title = isObject(header.title) ? header.title.content : undefined;
  const notice = { tag: 'text', text: '请升级至最新版本客户端，以查看内容' };
  return JSON.stringify({ title: title ?? null, elements: [[notice]] });
}
