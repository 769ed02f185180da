import type { AppRegistration } from '../options.ts';
import type { Chat } from '../store/chat-book.ts';
import type { Directory } from '../store/directory.ts';
import type { Message } from '../store/message-book.ts';

/** Bodies of the events people cause (lark-platform 6.1), in the platform's own field names. */

export function messageReceived(directory: Directory, chat: Chat, message: Message, openId: string): object {
  return {
    sender: { sender_id: directory.userIdOf(openId), sender_type: 'user', tenant_key: directory.tenantKey },
    message: {
      message_id: message.messageId,
      ...(message.parentId ? { root_id: message.parentId, parent_id: message.parentId } : {}),
      create_time: String(message.createdAt),
      update_time: String(message.updatedAt),
      chat_id: chat.chatId,
      chat_type: chat.type,
      message_type: message.msgType,
      content: message.content,
      ...(message.mentions.length > 0 ? { mentions: mentionsIn(directory, message) } : {}),
    },
  };
}

function mentionsIn(directory: Directory, message: Message): readonly object[] {
  return message.mentions.map(({ key, openId, name }) => ({
    key,
    id: directory.userIdOf(openId),
    mentioned_type: directory.user(openId) ? 'user' : 'bot',
    name,
    tenant_key: directory.tenantKey,
  }));
}

export function messagesRead(directory: Directory, openId: string, messageIds: readonly string[], now: number): object {
  return {
    reader: { reader_id: directory.userIdOf(openId), read_time: String(now), tenant_key: directory.tenantKey },
    message_id_list: messageIds,
  };
}

export function messageRecalled(message: Message, now: number): object {
  return {
    message_id: message.messageId,
    chat_id: message.chatId,
    recall_time: String(now),
    recall_type: 'message_owner',
  };
}

export function botMembership(directory: Directory, chat: Chat, operatorId: string): object {
  return {
    chat_id: chat.chatId,
    operator_id: directory.userIdOf(operatorId),
    external: false,
    operator_tenant_key: directory.tenantKey,
    name: chat.name,
    i18n_names: { zh_cn: chat.name },
  };
}

export function chatEntered(directory: Directory, chatId: string, openId: string, last: Message | undefined): object {
  return {
    chat_id: chatId,
    operator_id: directory.userIdOf(openId),
    ...(last ? { last_message_id: last.messageId, last_message_create_time: String(last.createdAt) } : {}),
  };
}

/** `timestamp` is a number of seconds here, unlike everywhere else. */
export function menuPressed(directory: Directory, openId: string, eventKey: string, now: number): object {
  return {
    operator: { operator_name: directory.nameOf(openId), operator_id: directory.userIdOf(openId) },
    event_key: eventKey,
    timestamp: Math.floor(now / 1000),
  };
}

export function envelope(
  app: AppRegistration,
  head: { readonly eventId: string; readonly type: string; readonly createTime: string; readonly tenantKey: string },
  event: object,
): string {
  return JSON.stringify({
    schema: '2.0',
    header: {
      event_id: head.eventId,
      event_type: head.type,
      create_time: head.createTime,
      token: app.verificationToken ?? '',
      app_id: app.appId,
      tenant_key: head.tenantKey,
    },
    event,
  });
}
