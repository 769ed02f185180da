import { z } from 'zod';
import { ApiError, badField, badParameter } from '../api-error.ts';
import { PER_TARGET } from '../rate-limits.ts';
import { idOf } from '../store/directory.ts';
import { messageData } from './message-data.ts';
import { ownedMessage } from './own-message.ts';
import { type Answer, type Call, pageOf, parseBody, type Route } from './route.ts';

const READERS_FOR_MS = 7 * 86_400_000;

/** FS im-v1/message/get, list, read_users, urgent_app; pin. */
export const readRoutes: readonly Route[] = [
  { method: 'GET', path: '/open-apis/im/v1/messages', handle: list },
  {
    method: 'GET',
    path: '/open-apis/im/v1/messages/:id',
    handle: (call) => ({
      data: { items: [messageData(call.platform.directory, ownedMessage(call, 'anybody'), cardForm(call))] },
    }),
  },
  { method: 'GET', path: '/open-apis/im/v1/messages/:id/read_users', handle: readers },
  { method: 'PATCH', path: '/open-apis/im/v1/messages/:id/urgent_app', handle: buzz },
  { method: 'POST', path: '/open-apis/im/v1/pins', handle: (call) => pin(call, true) },
  { method: 'DELETE', path: '/open-apis/im/v1/pins/:id', handle: (call) => pin(call, false) },
];

function list(call: Call): Answer {
  const { platform, app, query } = call;
  if (query.get('container_id_type') !== 'chat') throw badField('container_id_type must be chat');
  const chat = platform.chats.find(query.get('container_id') ?? '');
  if (!chat?.apps.has(app.appId)) throw new ApiError(230002, 'Bot/User can NOT be out of the chat.');
  const from = Number(query.get('start_time') || 0) * 1000;
  const to = Number(query.get('end_time') || Number.MAX_SAFE_INTEGER / 1000) * 1000;
  const inChat = platform.messages.inChat(chat.chatId).filter((each) => each.createdAt >= from && each.createdAt <= to);
  const sorted = query.get('sort_type') === 'ByCreateTimeDesc' ? inChat.toReversed() : inChat;
  const page = pageOf(sorted, query, 50);
  const items = page.items.map((message) => messageData(platform.directory, message, cardForm(call)));
  return { data: { ...page, items } };
}

function cardForm({ query }: Call): 'as-sent' | 'simplified' {
  return query.get('card_msg_content_type') === 'user_card_content' ? 'as-sent' : 'simplified';
}

function readers(call: Call): Answer {
  const { platform, query, now } = call;
  const message = ownedMessage(call);
  if (now - message.createdAt > READERS_FOR_MS) throw new ApiError(230033, 'The message is older than 7 days.');
  const idType = query.get('user_id_type') ?? '';
  if (!['open_id', 'union_id', 'user_id'].includes(idType)) throw badField('user_id_type is required');
  const items = [...message.readAt].flatMap(([openId, at]) => {
    const user = platform.directory.user(openId);
    const user_id = user && idOf(user, idType);
    return user_id
      ? [{ user_id_type: idType, user_id, timestamp: String(at), tenant_key: platform.directory.tenantKey }]
      : [];
  });
  return { data: pageOf(items, query, 100) };
}

function buzz(call: Call): Answer {
  const { platform, query } = call;
  const { user_id_list } = parseBody(z.object({ user_id_list: z.array(z.string()).min(1).max(200) }), call.body);
  const message = ownedMessage(call);
  const chat = platform.chats.find(message.chatId);
  const idType = query.get('user_id_type') ?? 'open_id';
  const invalid = user_id_list.filter((id) => {
    const user = platform.directory.find(idType, id);
    return !user || !chat?.members.has(user.openId);
  });
  if (invalid.length === user_id_list.length) throw badParameter('all user ids are invalid');
  return { data: { invalid_user_id_list: invalid } };
}

function pin(call: Call, pinned: boolean): Answer {
  const id = pinned ? parseBody(z.object({ message_id: z.string() }), call.body).message_id : call.params.id;
  const message = ownedMessage({ ...call, params: { id: id ?? '' } }, 'anybody');
  const { platform, app, now } = call;
  if (platform.limits.take(`pin ${message.messageId}`, PER_TARGET, now)) {
    throw new ApiError(230020, 'This operation triggers the frequency limit.');
  }
  platform.messages.change(message.messageId, { pinned });
  if (!pinned) return { data: {} };
  const operator = { operator_id: app.appId, operator_id_type: 'app_id', create_time: String(now) };
  return { data: { pin: { message_id: message.messageId, chat_id: message.chatId, ...operator } } };
}
