import { isObject, type JsonObject } from '../card-json/card-tree.ts';
import { isPersonOf, parseContent } from '../content-rules.ts';
import { envelope } from '../events/event-bodies.ts';
import { newId } from '../ids.ts';
import type { AppRegistration } from '../options.ts';
import type { PageClick, PageClickAnswer } from '../page-api.ts';
import type { Platform } from '../platform.ts';
import type { Message } from '../store/message-book.ts';
import { ActError } from './act-error.ts';
import { failed, readCallback } from './callback-answer.ts';
import { cardAction } from './card-action.ts';

const DAY_MS = 86_400_000;

/** A person acts on a card: the callback to its bot, once, and what the client then shows. */
export async function clickCard(platform: Platform, click: PageClick): Promise<PageClickAnswer> {
  const now = platform.clock.now();
  const { message, card, app } = clickable(platform, click, now);
  const earlier = message.earlier.map(parseContent).filter(isObject);
  const action = cardAction([card, ...earlier], click);
  if (!action) return { toast: null, error: null };
  if (!platform.carrier.reaches(app.appId)) return failed(200340).shown;

  const token = platform.cardTokens.issue(app.appId, message.messageId, now);
  const payload = callbackPayload(platform, { app, message, openId: click.as, token, action, now });
  const answer = await platform.carrier.deliver(app.appId, payload);
  const { shown, card: next } = readCallback(answer, card, isPersonOf(platform));
  platform.cardTokens.release(token);
  if (next) {
    const updatedAt = platform.clock.now();
    platform.messages.change(message.messageId, { content: JSON.stringify(next), updatedAt });
    platform.changes.announce();
  }
  return shown;
}

function clickable(platform: Platform, click: PageClick, now: number) {
  const message = platform.messages.find(click.messageId);
  const chat = message && platform.chats.find(message.chatId);
  if (!message || !chat?.members.has(click.as)) throw new ActError('没有这条消息', 404);
  if (message.recalled) throw new ActError('消息已撤回', 409);
  const card = message.msgType === 'interactive' ? parseContent(message.content) : undefined;
  const app = message.sender.type === 'app' ? platform.directory.app(message.sender.appId) : undefined;
  if (!isObject(card) || !app) throw new ActError('这不是机器人的卡片');
  const validDays = card.schema === '2.0' ? 14 : 30;
  if (now - message.createdAt > validDays * DAY_MS) throw new ActError(`卡片已超过 ${validDays} 天，不能再操作`, 409);
  return { message, card, app };
}

interface Callback {
  readonly app: AppRegistration;
  readonly message: Message;
  readonly openId: string;
  readonly token: string;
  readonly action: JsonObject;
  readonly now: number;
}

/** `create_time` of callbacks is in microseconds, unlike that of events. */
function callbackPayload({ directory }: Platform, { app, message, openId, token, action, now }: Callback): string {
  const { tenantKey } = directory;
  const head = { eventId: newId(''), type: 'card.action.trigger', createTime: String(now * 1000), tenantKey };
  return envelope(app, head, {
    operator: { tenant_key: tenantKey, ...directory.userIdOf(openId) },
    token,
    action,
    host: 'im_message',
    context: { open_message_id: message.messageId, open_chat_id: message.chatId },
  });
}
