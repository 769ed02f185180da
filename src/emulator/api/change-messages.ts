import { z } from 'zod';
import { ApiError, badField, badParameter } from '../api-error.ts';
import { isObject } from '../card-json/card-tree.ts';
import { checkContent, parseContent } from '../content-rules.ts';
import { PER_TARGET } from '../rate-limits.ts';
import type { Message } from '../store/message-book.ts';
import { messageData } from './message-data.ts';
import { ownedMessage } from './own-message.ts';
import { type Answer, type Call, parseBody, type Route } from './route.ts';

const DAY_MS = 86_400_000;
const MAX_EDITS = 20;

/** FS im-v1/message/patch, update, delete and urgent_app. */
export const changeRoutes: readonly Route[] = [
  { method: 'PATCH', path: '/open-apis/im/v1/messages/:id', handle: patchCard },
  { method: 'PUT', path: '/open-apis/im/v1/messages/:id', handle: editText },
  { method: 'DELETE', path: '/open-apis/im/v1/messages/:id', handle: recall },
  { method: 'PATCH', path: '/open-apis/im/v1/messages/:id/urgent_app', handle: urge },
];

function patchCard(call: Call): Answer {
  const { platform, app, now } = call;
  const { content } = parseBody(z.object({ content: z.string() }), call.body);
  const message = ownedMessage(call);
  if (message.msgType !== 'interactive') throw badParameter('This message is NOT a card.');
  if (now - message.createdAt > 14 * DAY_MS) throw new ApiError(230031, 'The message is older than 14 days.');
  checkFrequency(call, `patch ${message.messageId}`);
  checkContent(platform, app.appId, 'interactive', content);
  if (schemaOf(message.content) === '2.0' && schemaOf(content) !== '2.0') {
    throw new ApiError(
      230099,
      'Failed to create card content, ext=ErrCode: 200830; ErrMsg: a 2.0 card cannot become a 1.0 card',
    );
  }
  change(call, message, { content });
  return { data: {} };
}

function editText(call: Call): Answer {
  const { platform, app } = call;
  const body = parseBody(z.object({ msg_type: z.enum(['text', 'post']), content: z.string() }), call.body);
  const message = ownedMessage(call);
  if (message.msgType === 'interactive') throw badParameter('This message is a card: use PATCH.');
  if (message.msgType !== body.msg_type)
    throw new ApiError(230054, 'This operation is not supported for this message type.');
  if (message.edits >= MAX_EDITS)
    throw new ApiError(230072, 'The message has reached the number of times it can be edited.');
  checkContent(platform, app.appId, body.msg_type, body.content);
  change(call, message, { content: body.content, edits: message.edits + 1 });
  return { data: messageData(platform.directory, { ...message, content: body.content }, 'as-sent') };
}

function recall(call: Call): Answer {
  const message = ownedMessage(call);
  if (call.now - message.createdAt > DAY_MS) throw new ApiError(230009, 'The message is too old to be recalled.');
  change(call, message, { recalled: true });
  return { data: {} };
}

/** FS im-v1/message/urgent_app: who is unknown or not in the chat is named in the answer; where that is everybody, it is refused. */
function urge(call: Call): Answer {
  const { platform, query } = call;
  if (query.get('user_id_type') !== 'open_id') throw badField('user_id_type must be open_id here');
  const body = parseBody(z.object({ user_id_list: z.array(z.string()).min(1).max(200) }), call.body);
  const message = ownedMessage(call);
  const members = platform.chats.find(message.chatId)?.members;
  const valid = body.user_id_list.filter((openId) => members?.has(openId));
  if (valid.length === 0) throw badParameter('all user ids are invalid.');
  platform.messages.urge(message.messageId, valid);
  platform.changes.announce();
  return { data: { invalid_user_id_list: body.user_id_list.filter((openId) => !valid.includes(openId)) } };
}

function change(
  { platform, now }: Call,
  message: Message,
  what: Partial<Pick<Message, 'content' | 'edits' | 'recalled'>>,
) {
  platform.messages.change(message.messageId, { ...what, updatedAt: now });
  platform.changes.announce();
}

function checkFrequency({ platform, now }: Call, key: string): void {
  if (!platform.limits.take(key, PER_TARGET, now)) return;
  throw new ApiError(230020, 'This operation triggers the frequency limit.');
}

function schemaOf(content: string): unknown {
  const card = parseContent(content);
  return isObject(card) ? card.schema : undefined;
}
