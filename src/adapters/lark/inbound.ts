import { type Instant, instantFromMs } from '../../domain/calendar/civil-date.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type {
  CardAction,
  CardReply,
  FileMessage,
  MenuPress,
  OtherMessage,
  PersonMessage,
  TextMessage,
} from '../../ports/inbound.ts';
import { type Foreign, fieldsOf, listIn, numberIn, parseJson, textIn } from './foreign.ts';

export const CARD_ACTION = 'card.action.trigger';
export const MESSAGE_RECEIVED = 'im.message.receive_v1';
export const MENU_PRESSED = 'application.bot.menu_v6';

/** Why something that came in is not for the program; `field` names what is missing, never what is in it. */
export type Unread =
  | { readonly kind: 'missing'; readonly field: string }
  | { readonly kind: 'not-a-person' }
  | { readonly kind: 'not-text'; readonly messageType: string }
  /** What the bot cannot read is answered in its own chat only; in a group it was meant for others. */
  | { readonly kind: 'not-to-the-bot'; readonly messageType: string };

/** What a person sent, by what the program does with it. */
export type InboundMessage =
  | { readonly kind: 'text'; readonly message: TextMessage }
  | { readonly kind: 'file'; readonly message: FileMessage }
  | { readonly kind: 'other'; readonly message: OtherMessage };

/** The callback's answer as the platform wants it; an empty object changes nothing. */
export interface PlatformReply {
  readonly toast?: { readonly type: string; readonly content: string };
  readonly card?: { readonly type: 'raw'; readonly data: object };
}

/** `event_type` of a raw envelope or of the SDK's flattened object. */
export function eventTypeOf(raw: unknown): string | undefined {
  return textIn(flat(raw).event_type);
}

/** A press on a card (lark-platform 5.1). @param receivedAt stands in where the platform gives no time */
export function readCardAction(raw: unknown, receivedAt: Instant): Outcome<CardAction, Unread> {
  const event = flat(raw);
  const context = fieldsOf(event.context);
  const action = fieldsOf(event.action);
  const eventId = textIn(event.event_id);
  const actorOpenId = textIn(fieldsOf(event.operator).open_id);
  const messageId = textIn(context.open_message_id) ?? textIn(event.open_message_id);
  const chatId = textIn(context.open_chat_id) ?? textIn(event.open_chat_id);
  if (!eventId) return missing('event_id');
  if (!actorOpenId) return missing('operator.open_id');
  return ok({
    eventId,
    at: instantIn(event.create_time) ?? receivedAt,
    actorOpenId,
    messageId: messageId ?? '',
    chatId: chatId ?? '',
    payload: action.value,
    form: filledFields(action.form_value),
    option: textIn(action.option) ?? null,
  });
}

/** A press on the bot's menu (lark-platform 6.1). */
export function readMenuPress(raw: unknown, receivedAt: Instant): Outcome<MenuPress, Unread> {
  const event = flat(raw);
  const eventId = textIn(event.event_id);
  const actorOpenId = textIn(fieldsOf(fieldsOf(event.operator).operator_id).open_id);
  const key = textIn(event.event_key);
  if (!eventId) return missing('event_id');
  if (!actorOpenId) return missing('operator.operator_id.open_id');
  if (!key) return missing('event_key');
  return ok({ eventId, at: secondsIn(event.timestamp) ?? receivedAt, actorOpenId, key });
}

/** Whatever a person sent (lark-platform 6.1). The platform's page says to dedupe by `message_id`. */
export function readMessage(raw: unknown, receivedAt: Instant): Outcome<InboundMessage, Unread> {
  const messageType = textIn(fieldsOf(flat(raw).message).message_type) ?? '';
  switch (messageType) {
    case 'file': {
      const read = readFileMessage(raw, receivedAt);
      return read.ok ? ok({ kind: 'file', message: read.value }) : read;
    }
    case 'text':
    case 'post':
    case 'system':
    case '': {
      const read = readTextMessage(raw, receivedAt);
      return read.ok ? ok({ kind: 'text', message: read.value }) : read;
    }
    default: {
      const read = readSender(raw, receivedAt);
      if (!read.ok) return read;
      if (read.value.chatType !== 'p2p') return refused({ kind: 'not-to-the-bot', messageType });
      return ok({ kind: 'other', message: { ...read.value, messageType } });
    }
  }
}

/** A text or rich text that a person wrote. */
export function readTextMessage(raw: unknown, receivedAt: Instant): Outcome<TextMessage, Unread> {
  const message = fieldsOf(flat(raw).message);
  const messageType = textIn(message.message_type) ?? '';
  if (isFromApp(raw)) return refused({ kind: 'not-a-person' });
  if (messageType !== 'text' && messageType !== 'post') return refused({ kind: 'not-text', messageType });
  const sender = readSender(raw, receivedAt);
  if (!sender.ok) return sender;
  const content = contentOf(message);
  const said = messageType === 'text' ? textIn(content.text) : richTextIn(content);
  if (said === undefined) return missing('message.content');
  return ok({ ...sender.value, text: withoutMentions(said, listIn(message.mentions)) });
}

function readFileMessage(raw: unknown, receivedAt: Instant): Outcome<FileMessage, Unread> {
  const sender = readSender(raw, receivedAt);
  if (!sender.ok) return sender;
  const content = contentOf(fieldsOf(flat(raw).message));
  const fileKey = textIn(content.file_key);
  if (!fileKey) return missing('message.content');
  return ok({ ...sender.value, fileKey, fileName: textIn(content.file_name) ?? '' });
}

function readSender(raw: unknown, receivedAt: Instant): Outcome<PersonMessage, Unread> {
  const event = flat(raw);
  const message = fieldsOf(event.message);
  const senderOpenId = textIn(fieldsOf(fieldsOf(event.sender).sender_id).open_id);
  const messageId = textIn(message.message_id);
  const chatId = textIn(message.chat_id);
  if (isFromApp(raw)) return refused({ kind: 'not-a-person' });
  if (!messageId) return missing('message.message_id');
  if (!chatId) return missing('message.chat_id');
  if (!senderOpenId) return missing('sender.sender_id.open_id');
  return ok({
    eventId: messageId,
    at: instantIn(message.create_time) ?? receivedAt,
    senderOpenId,
    messageId,
    chatId,
    chatType: message.chat_type === 'p2p' ? 'p2p' : 'group',
  });
}

function isFromApp(raw: unknown): boolean {
  return textIn(fieldsOf(flat(raw).sender).sender_type) === 'app';
}

function contentOf(message: Foreign): Foreign {
  return fieldsOf(parseJson(textIn(message.content) ?? ''));
}

/** What the platform does with the program's reply (lark-platform 5.2). */
export function toPlatformReply(reply: CardReply): PlatformReply {
  return {
    ...(reply.toast ? { toast: { type: reply.toast.type, content: reply.toast.text } } : {}),
    ...(reply.card ? { card: { type: 'raw' as const, data: reply.card } } : {}),
  };
}

/** The raw envelope puts `header` and `event` apart; the SDK's object has both flattened (the card token then hides the header's). */
function flat(raw: unknown): Foreign {
  const all = fieldsOf(raw);
  return { ...all, ...fieldsOf(all.header), ...fieldsOf(all.event) };
}

function missing(field: string): Outcome<never, Unread> {
  return refused({ kind: 'missing', field });
}

/** Callbacks count in microseconds, events in milliseconds. */
function instantIn(value: unknown): Instant | undefined {
  const number = numberIn(value);
  if (number === undefined || number <= 0) return undefined;
  return instantFromMs(Math.floor(number > 1e14 ? number / 1000 : number));
}

/** The menu's event counts in seconds, unlike all others. */
function secondsIn(value: unknown): Instant | undefined {
  const number = numberIn(value);
  if (number === undefined || number <= 0) return undefined;
  return instantFromMs(number < 1e11 ? number * 1000 : number);
}

/** How an unfilled field arrives is not documented: empty text, null, nothing and an empty list are all "not filled". */
function filledFields(form: unknown): Foreign {
  return Object.fromEntries(Object.entries(fieldsOf(form)).filter(([, value]) => isFilled(value)));
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** Bots and 所有人 disappear, people stay by name. */
function withoutMentions(said: string, mentions: readonly unknown[]): string {
  const people = new Map(
    mentions
      .map(fieldsOf)
      .filter(({ mentioned_type }) => mentioned_type === 'user')
      .map(({ key, name }) => [textIn(key), textIn(name)]),
  );
  const plain = said.replace(/@_(?:user_\d+|all)/g, (key) => (people.has(key) ? `@${people.get(key) ?? ''}` : ' '));
  return plain.replace(/[^\S\n]+/g, ' ').trim();
}

/** `{ title, content: [[node, …], …] }`, without a locale around it. */
function richTextIn(content: Foreign): string | undefined {
  if (!Array.isArray(content.content)) return undefined;
  const lines = listIn(content.content).map((line) => listIn(line).map(nodeText).join(''));
  return [textIn(content.title) ?? '', ...lines].filter((line) => line !== '').join('\n');
}

function nodeText(node: unknown): string {
  const { tag, text, user_id } = fieldsOf(node);
  if (tag === 'at') return textIn(user_id) ?? '';
  return textIn(text) ?? '';
}
