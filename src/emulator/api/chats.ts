import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import type { Chat } from '../store/chat-book.ts';
import { idOf } from '../store/directory.ts';
import { type Answer, type Call, pageOf, parseBody, type Route } from './route.ts';

/** FS im-v1/chat/{list,get,create} and chat-members/{get,is_in_chat}. */
export const chatRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/open-apis/im/v1/chats',
    handle: (call) => {
      const page = pageOf(call.platform.chats.groupsOf(call.app.appId), call.query, 100);
      return { data: { ...page, items: page.items.map((chat) => chatData(call, chat)) } };
    },
  },
  { method: 'POST', path: '/open-apis/im/v1/chats', handle: create },
  {
    method: 'GET',
    path: '/open-apis/im/v1/chats/:id',
    handle: (call) => {
      const chat = existingChat(call);
      return {
        data: {
          ...chatData(call, chat),
          chat_mode: chat.type,
          chat_type: 'private',
          user_count: String(chat.members.size),
        },
      };
    },
  },
  { method: 'GET', path: '/open-apis/im/v1/chats/:id/members', handle: members },
  {
    method: 'GET',
    path: '/open-apis/im/v1/chats/:id/members/is_in_chat',
    handle: (call) => ({ data: { is_in_chat: existingChat(call).apps.has(call.app.appId) } }),
  },
];

const createSchema = z.object({
  name: z.string().max(60).optional(),
  description: z.string().max(100).optional(),
  owner_id: z.string().optional(),
  user_id_list: z.array(z.string()).max(50).optional(),
  bot_id_list: z.array(z.string()).max(5).optional(),
});

function create(call: Call): Answer {
  const { platform, app, now, query } = call;
  const body = parseBody(createSchema, call.body);
  const uuid = query.get('uuid') ?? undefined;
  const earlier = platform.chats.find(platform.createdOnce.find(app.appId, uuid, now) ?? '');
  if (earlier) return { data: chatData(call, earlier) };

  const idType = query.get('user_id_type') ?? 'open_id';
  const ids = [...(body.owner_id ? [body.owner_id] : []), ...(body.user_id_list ?? [])];
  const users = ids.map((id) => platform.directory.find(idType, id));
  if (users.includes(undefined)) throw new ApiError(232043, 'Your request contains unavailable ids.');
  const members = new Set(users.flatMap((user) => (user ? [user.openId] : [])));
  const chat = platform.chats.createGroup({
    name: body.name ?? '(无主题)',
    description: body.description ?? '',
    ownerId: body.owner_id ? (users[0]?.openId ?? '') : '',
    members,
    apps: new Set([app.appId, ...(body.bot_id_list ?? [])]),
  });
  platform.createdOnce.remember(app.appId, uuid, chat.chatId, now);
  platform.changes.announce();
  return { data: chatData(call, chat) };
}

function members(call: Call): Answer {
  const chat = existingChat(call);
  if (!chat.apps.has(call.app.appId)) throw new ApiError(232011, 'Operator can NOT be out of the chat.');
  const { directory } = call.platform;
  const idType = call.query.get('member_id_type') ?? 'open_id';
  const items = [...chat.members].flatMap((openId) => {
    const user = directory.user(openId);
    const member_id = user && idOf(user, idType);
    return member_id ? [{ member_id_type: idType, member_id, name: user.name, tenant_key: directory.tenantKey }] : [];
  });
  return { data: { ...pageOf(items, call.query, 100), member_total: items.length } };
}

function existingChat({ platform, params }: Call): Chat {
  const chat = platform.chats.find(params.id ?? '');
  if (!chat) throw new ApiError(232006, 'Your request specifies a chat_id which is invalid.');
  return chat;
}

function chatData({ platform }: Call, chat: Chat) {
  return {
    chat_id: chat.chatId,
    avatar: '',
    name: chat.name,
    description: chat.description,
    owner_id: chat.ownerId,
    owner_id_type: 'open_id',
    external: false,
    tenant_key: platform.directory.tenantKey,
    chat_status: 'normal',
  };
}
