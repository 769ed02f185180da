import { MESSAGE_TEXT } from '../cards/delivery-text.ts';
import { paperRefusalText } from '../cards/paper-text.ts';
import { addMs, civilDateOf } from '../domain/calendar/civil-date.ts';
import { mayHaveArrived, saysPersonGone } from '../domain/delivery/chat-failure.ts';
import type { OutboxMessage, Purpose } from '../domain/delivery/message.ts';
import { nextAttempt } from '../domain/delivery/retry-policy.ts';
import { backOff, type SendLimits, take, waitFor } from '../domain/delivery/send-limits.ts';
import { nextSendTime } from '../domain/reminders/send-window.ts';
import type { CardJson, ChatAddress, ChatFailure } from '../ports/chat-gateway.ts';
import { isChatFailure } from './chat-failure.ts';
import { type Deps, loadCalendar } from './deps.ts';
import { drawCard } from './draw-card.ts';
import { makePaper } from './papers/make-paper.ts';
import { sendSubmissionFile } from './quotas/send-submission-file.ts';
import { checkSheet } from './review/check-sheet.ts';
import { sendToStandIn } from './review/stand-in.ts';
import { sendMorningCards } from './send-morning-cards.ts';

type Needs = Pick<
  Deps,
  | 'clock'
  | 'ids'
  | 'log'
  | 'ledger'
  | 'quotas'
  | 'outbox'
  | 'directory'
  | 'settings'
  | 'chat'
  | 'policy'
  | 'tables'
  | 'papers'
  | 'admins'
>;

/** What became of one message. `person-gone`: its card has to go to the stand-in. */
type Delivered = 'sent' | 'not-sent' | 'person-gone';

/** What the sender remembers between beats: how fast it may go. */
export interface Delivery {
  readonly limits: SendLimits;
  /** 0 ≤ x < 1, spreads retries. */
  readonly jitter: () => number;
}

const BATCH = 20;
const CATCH_UP_ROUNDS = 3;
/** A message that a dead process left half sent is tried again after this, with the same uuid. */
const ABANDONED_MS = 60_000;
/** The platform remembers a uuid for an hour; after that a repeat could arrive twice. */
const UUID_MS = 55 * 60_000;
/** What nobody asked for keeps to working hours, however late it is. */
const UNASKED: readonly Purpose[] = [
  'morning-card',
  'weekly-digest',
  'monthly-draft',
  'monthly-summary',
  'confirmation',
  'plan-notice',
];

/** Sends what is due until nothing is left that may go now. @returns how many were handed to the platform */
export async function deliverDue(deps: Needs, delivery: Delivery): Promise<number> {
  let sent = 0;
  for (;;) {
    const batch = await deps.outbox.claim({ now: deps.clock.now(), limit: BATCH, abandonedAfterMs: ABANDONED_MS });
    if (batch.length === 0) return sent;
    const { first, repeated } = byCard(batch);
    for (const { id } of repeated) await deps.outbox.markWithheld(id, MESSAGE_TEXT.merged);
    const results = await Promise.all(first.map((message) => deliver(deps, delivery, message)));
    sent += results.filter((result) => result === 'sent').length;
    if (results.includes('person-gone')) await sendMorningCards(deps);
  }
}

/** Every update of a card draws it as it stands now: one of several that wait at the same time is enough. */
function byCard(batch: readonly OutboxMessage[]) {
  const updated = new Set<string>();
  const first: OutboxMessage[] = [];
  const repeated: OutboxMessage[] = [];
  for (const message of batch) {
    const cardId = message.body.type === 'card-update' ? message.body.cardId : null;
    (cardId !== null && updated.has(cardId) ? repeated : first).push(message);
    if (cardId !== null) updated.add(cardId);
  }
  return { first, repeated };
}

async function deliver(deps: Needs, delivery: Delivery, message: OutboxMessage): Promise<Delivered> {
  const now = deps.clock.now();
  if (message.firstTriedAt !== null && now - message.firstTriedAt > UUID_MS && message.purpose !== 'card-update') {
    await deps.outbox.markFailed(message.id, MESSAGE_TEXT.outcomeUnknown);
    return 'not-sent';
  }
  const opensAt = UNASKED.includes(message.purpose) ? nextSendTime(now, await loadCalendar(deps)) : now;
  if (opensAt > now) {
    await deps.outbox.retryAt(message.id, opensAt, MESSAGE_TEXT.outsideWindow, 'not-made');
    return 'not-sent';
  }
  const target = await targetOf(deps, message);
  const waitMs = waitFor(delivery.limits, target, now);
  if (waitMs > 0) {
    await deps.outbox.retryAt(message.id, addMs(now, waitMs), MESSAGE_TEXT.rateLimit, 'not-made');
    return 'not-sent';
  }
  take(delivery.limits, target, now);
  try {
    return (await hand(deps, message)) ? 'sent' : 'not-sent';
  } catch (error) {
    if (isChatFailure(error)) return afterFailure(deps, delivery, { message, target, failure: error });
    await afterBug(deps, message, error);
    return 'not-sent';
  }
}

/** Draws the message from the ledger as it stands now and hands it over. @returns false where there was nothing left to say */
async function hand(deps: Needs, message: OutboxMessage): Promise<boolean> {
  const { body } = message;
  const to = addressOf(message);
  switch (body.type) {
    case 'text': {
      const { messageId } = await deps.chat.sendText({ to, text: body.text, uuid: message.uuid });
      await deps.outbox.markSent(message.id, { at: deps.clock.now(), messageId });
      return true;
    }
    case 'card': {
      const { messageId } = await deps.chat.sendCard({ to, card: body.card, uuid: message.uuid });
      await deps.outbox.markSent(message.id, { at: deps.clock.now(), messageId });
      return true;
    }
    case 'check-sheet': {
      const file = await checkSheet(deps, body.versionId);
      const { messageId } = await deps.chat.sendFile({ to, ...file, uuid: message.uuid });
      await deps.outbox.markSent(message.id, { at: deps.clock.now(), messageId });
      return true;
    }
    case 'paper':
      return sendPaper(deps, message, body, to);
    case 'submission-file':
      return sendSubmissionFile(deps, message, body.submissionId, to);
    case 'ledger-card':
      return sendCard(deps, message, body.cardId, to);
    case 'card-update':
      return updateCard(deps, message, body.cardId);
  }
}

/** @returns false where nothing can be written any more, for instance after the plan was withdrawn */
async function sendPaper(
  deps: Needs,
  message: OutboxMessage,
  { k, m, planId }: Extract<OutboxMessage['body'], { readonly type: 'paper' }>,
  to: ChatAddress,
): Promise<boolean> {
  const format = k === 'ledger' ? 'xlsx' : 'docx';
  const made = await makePaper(deps, { kind: k, format, planId, month: m, isPublic: false });
  if (!made.ok) {
    await deps.outbox.markWithheld(message.id, paperRefusalText(made.error));
    return false;
  }
  const { name, bytes } = made.value;
  const { messageId } = await deps.chat.sendFile({ to, name, bytes, uuid: message.uuid });
  await deps.outbox.markSent(message.id, { at: deps.clock.now(), messageId });
  return true;
}

async function sendCard(deps: Needs, message: OutboxMessage, cardId: string, to: ChatAddress): Promise<boolean> {
  const card = await deps.ledger.findCard(cardId);
  if (card && card.supersededOn !== null) {
    await deps.outbox.markWithheld(message.id, MESSAGE_TEXT.superseded);
    return false;
  }
  const mark = await deps.ledger.changeMark();
  const drawn = card && (await drawCard(deps, card));
  if (!drawn?.open) {
    await deps.outbox.markWithheld(message.id, MESSAGE_TEXT.allAnswered);
    return false;
  }
  const { messageId } = await deps.chat.sendCard({ to, card: drawn.card, uuid: message.uuid });
  if (message.purpose === 'hour-clock' && to.type === 'person') await urge(deps, messageId, to.openId);
  const at = deps.clock.now();
  await deps.outbox.markSent(message.id, { at, messageId, cardId });
  await catchUp(deps, cardId, { card: drawn.card, mark });
  return true;
}

/** 应用内加急, for hour clocks alone. The message has arrived: where the platform refuses, that is all there is. */
async function urge({ chat, log }: Needs, messageId: string, openId: string): Promise<void> {
  try {
    await chat.urge({ messageId, openIds: [openId] });
  } catch (error) {
    if (!isChatFailure(error)) throw error;
    log.warn({ messageId, code: error.code, platformCode: error.platformCode }, 'urgent notice refused');
  }
}

async function updateCard(deps: Needs, message: OutboxMessage, cardId: string): Promise<boolean> {
  const card = await deps.ledger.findCard(cardId);
  if (!card?.messageId) {
    await deps.outbox.markWithheld(message.id, MESSAGE_TEXT.notSentYet);
    return false;
  }
  const mark = await deps.ledger.changeMark();
  const { card: json, formOpen } = await drawCard(deps, card);
  if (formOpen) {
    await deps.outbox.markWithheld(message.id, MESSAGE_TEXT.formOpen);
    return false;
  }
  await deps.chat.patchCard({ messageId: card.messageId, card: json });
  await deps.outbox.markSent(message.id, { at: deps.clock.now(), messageId: card.messageId });
  await catchUp(deps, cardId, { card: json, mark });
  return true;
}

/**
 * Draws over what was answered while the platform was taking the card: otherwise the older card would stay on top.
 *
 * @param shown what the platform has, and the ledger's mark when that was drawn
 */
async function catchUp(
  deps: Needs,
  cardId: string,
  shown: { readonly card: CardJson; readonly mark: string },
): Promise<void> {
  let { mark, card: last } = shown;
  for (let round = 0; round < CATCH_UP_ROUNDS; round += 1) {
    const now = await deps.ledger.changeMark();
    if (now === mark) return;
    const card = await deps.ledger.findCard(cardId);
    if (!card?.messageId) return;
    const { card: json, formOpen } = await drawCard(deps, card);
    if (formOpen || JSON.stringify(json) === JSON.stringify(last)) return;
    await deps.chat.patchCard({ messageId: card.messageId, card: json });
    mark = now;
    last = json;
  }
}

/** Too many messages to one person, group or card: the platform's page on sending messages. Other limits are of the whole app. */
const TARGET_LIMITED = 230020;

async function afterFailure(
  deps: Needs,
  { limits, jitter }: Delivery,
  { message, target, failure }: { message: OutboxMessage; target: string; failure: ChatFailure },
): Promise<Delivered> {
  const at = deps.clock.now();
  const attempts = message.attempts + 1;
  const next = nextAttempt({ attempts, failure, at, jitter: jitter() });
  const { code, platformCode } = failure;
  const fields = { message: message.id, purpose: message.purpose, code, platformCode, attempts };
  if (next.kind === 'fail') {
    deps.log.error(fields, 'send failed for good');
    await deps.outbox.markFailed(message.id, MESSAGE_TEXT[code]);
    if (message.to.type !== 'person' || !saysPersonGone(code)) return 'not-sent';
    await deps.directory.setUnreachable(message.to.personId, civilDateOf(at));
    if (message.purpose === 'confirmation' || message.purpose === 'plan-notice') await sendToStandIn(deps, message);
    return message.purpose === 'morning-card' ? 'person-gone' : 'not-sent';
  }
  if (code === 'rate-limited') backOff(limits, platformCode === TARGET_LIMITED ? target : null, next.at, at);
  deps.log.warn({ ...fields, nextAt: next.at }, 'send failed; it is tried again');
  await deps.outbox.retryAt(message.id, next.at, MESSAGE_TEXT[code], mayHaveArrived(code) ? 'unanswered' : 'refused');
  return 'not-sent';
}

/** A message that cannot be drawn or sent for a reason of ours must not hold up the others. A busy store is tried again. */
async function afterBug(deps: Needs, message: OutboxMessage, error: unknown): Promise<void> {
  if (error instanceof Error && 'retryable' in error && error.retryable === true) throw error;
  deps.log.error({ err: error, message: message.id, purpose: message.purpose }, 'message failed by a bug');
  await deps.outbox.markFailed(message.id, MESSAGE_TEXT.bug);
}

async function targetOf(deps: Needs, message: OutboxMessage): Promise<string> {
  if (message.body.type === 'card-update') {
    const card = await deps.ledger.findCard(message.body.cardId);
    return `message:${card?.messageId ?? message.body.cardId}`;
  }
  return message.to.type === 'person' ? `person:${message.to.openId}` : `group:${message.to.chatId}`;
}

function addressOf({ to }: OutboxMessage): ChatAddress {
  return to.type === 'person' ? { type: 'person', openId: to.openId } : { type: 'group', chatId: to.chatId };
}
