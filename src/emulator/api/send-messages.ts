import { z } from 'zod';
import { ApiError, badField } from '../api-error.ts';
import { checkContent } from '../content-rules.ts';
import { PER_TARGET } from '../rate-limits.ts';
import { type Chat, p2pChatId } from '../store/chat-book.ts';
import { BOT_MESSAGE_TYPES, type BotMessageType } from '../store/message-book.ts';
import { messageData } from './message-data.ts';
import { ownedMessage } from './own-message.ts';
import { type Answer, type Call, parseBody, type Route } from './route.ts';

const bodySchema = z.object({
  msg_type: z.string(),
  content: z.string(),
  uuid: z.string().max(50).optional(),
});
const sendSchema = bodySchema.extend({ receive_id: z.string().min(1) });

const ID_TYPES = ['open_id', 'union_id', 'user_id', 'email', 'chat_id'];

/** FS im-v1/message/create and reply. */
export const sendRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/open-apis/im/v1/messages',
    sends: true,
    handle: (call) => {
      const idType = call.query.get('receive_id_type') ?? '';
      if (!ID_TYPES.includes(idType)) throw badField('receive_id_type is required');
      const body = parseBody(sendSchema, call.body);
      return send(call, chatFor(call, idType, body.receive_id), body, null);
    },
  },
  {
    method: 'POST',
    path: '/open-apis/im/v1/messages/:id/reply',
    sends: true,
    handle: (call) => {
      const parent = ownedMessage(call, 'anybody');
      const chat = call.platform.chats.find(parent.chatId);
      if (!chat) throw new ApiError(230002, 'Bot/User can NOT be out of the chat.');
      return send(call, chat, parseBody(bodySchema, call.body), parent.messageId);
    },
  },
];

function chatFor({ platform, app }: Call, idType: string, id: string): Chat {
  if (idType === 'chat_id') {
    const chat = platform.chats.find(id);
    if (!chat && !id.startsWith('oc_')) throw new ApiError(230034, 'The receive_id is invalid.');
    if (!chat?.apps.has(app.appId)) throw new ApiError(230002, 'Bot/User can NOT be out of the chat.');
    return chat;
  }
  const user = platform.directory.find(idType, id);
  const chat = user && platform.chats.find(p2pChatId(app.appId, user.openId));
  if (!chat && idType === 'open_id')
    throw new ApiError(99992351, `The request you send is not a valid open_id or not exists, id: ${id}`);
  if (!chat) throw new ApiError(230034, 'The receive_id is invalid.');
  return chat;
}

function send(call: Call, chat: Chat, body: z.infer<typeof bodySchema>, parentId: string | null): Answer {
  const { platform, app, now } = call;
  const earlierId = platform.sentOnce.find(app.appId, body.uuid, now);
  const earlier = earlierId && platform.messages.find(earlierId);
  if (earlier) return { data: messageData(platform.directory, earlier, 'as-sent') };

  const msgType = messageTypeOf(body.msg_type);
  if (!chat.apps.has(app.appId)) throw new ApiError(230002, 'Bot/User can NOT be out of the chat.');
  checkReachable(call, chat);
  checkContent(platform, app.appId, msgType, body.content);
  // A group's limit is shared by all bots in it.
  if (platform.limits.take(`to ${chat.chatId}`, PER_TARGET, now)) {
    throw new ApiError(230020, 'This operation triggers the frequency limit.');
  }
  const sender = { type: 'app', appId: app.appId } as const;
  const message = platform.messages.add({ chatId: chat.chatId, sender, msgType, content: body.content, parentId }, now);
  platform.sentOnce.remember(app.appId, body.uuid, message.messageId, now);
  platform.changes.announce();
  return { data: messageData(platform.directory, message, 'as-sent') };
}

function checkReachable({ platform }: Call, chat: Chat): void {
  if (chat.type === 'group') return;
  const code = platform.faults.current.unreachable?.[chat.ownerId];
  if (code !== undefined) throw new ApiError(code, 'The user cannot be reached by this bot.');
}

function messageTypeOf(wanted: string): BotMessageType {
  const known = BOT_MESSAGE_TYPES.find((type) => type === wanted);
  if (!known) throw new ApiError(230054, 'This operation is not supported for this message type.');
  return known;
}
