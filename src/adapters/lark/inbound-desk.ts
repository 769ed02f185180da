import type { Clock } from '../../ports/clock.ts';
import type { CardReply, InboundHandlers } from '../../ports/inbound.ts';
import type { Log } from '../../ports/log.ts';
import {
  CARD_ACTION,
  eventTypeOf,
  type InboundMessage,
  MENU_PRESSED,
  MESSAGE_RECEIVED,
  type PlatformReply,
  readCardAction,
  readMenuPress,
  readMessage,
  toPlatformReply,
} from './inbound.ts';

/** What the person who pressed reads when the program cannot say it itself. */
export interface InboundWording {
  readonly failed: string;
  readonly late: string;
}

export const INBOUND_WORDING: InboundWording = {
  failed: '操作没有保存，请稍后再试。',
  late: '正在处理，请稍候查看。',
};

/** The platform gives up after 3 s, the way there and back included. */
const ANSWER_WITHIN_MS = 2500;

export interface InboundDeskOptions {
  readonly handlers: InboundHandlers;
  readonly clock: Clock;
  readonly log: Log;
  readonly answerWithinMs?: number;
  readonly wording?: InboundWording;
}

/** Takes what either transport delivers to the handlers, and has an answer in time whatever they do. */
export class InboundDesk {
  readonly #options: InboundDeskOptions;
  readonly #underWay = new Set<Promise<unknown>>();
  /** Messages that a handler is busy with: a second delivery waits for the first one's outcome instead of starting another. */
  readonly #messages = new Map<string, Promise<'kept' | 'failed'>>();

  constructor(options: InboundDeskOptions) {
    this.#options = options;
  }

  /**
   * @param raw the envelope, or what the SDK makes of it
   * @returns the callback's answer; an empty object for an event
   * @throws Error without a person's words where an event could not be kept, so that the platform delivers it again
   */
  async take(raw: unknown): Promise<PlatformReply> {
    const type = eventTypeOf(raw);
    if (type === CARD_ACTION) return this.#takeCardAction(raw);
    if (type === MESSAGE_RECEIVED) await this.#takeMessage(raw);
    else if (type === MENU_PRESSED) await this.#takeMenuPress(raw);
    else this.#options.log.debug({ type }, 'event of no use to us');
    return {};
  }

  /** Resolves when no handler runs any more, or after this long. */
  async settled(withinMs = 5000): Promise<void> {
    await within(withinMs, this.#allSettled());
  }

  async #allSettled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  async #takeCardAction(raw: unknown): Promise<PlatformReply> {
    const { handlers, clock, log, wording = INBOUND_WORDING } = this.#options;
    const action = readCardAction(raw, clock.now());
    if (!action.ok) {
      log.warn({ reason: action.error }, 'card press cannot be read');
      return toPlatformReply(errorToast(wording.failed));
    }
    const { eventId, messageId } = action.value;
    const work = this.#run(() => handlers.onCardAction(action.value)).catch((error: unknown) => {
      log.error({ eventId, messageId, err: error }, 'card press failed');
      return errorToast(wording.failed);
    });
    const reply = await this.#inTime(work);
    if (reply) return toPlatformReply(reply);
    log.warn({ eventId, messageId }, 'card press takes longer than the platform waits');
    return toPlatformReply({ toast: { type: 'info', text: wording.late }, card: null });
  }

  /** Work that goes on after the platform's patience is over was acknowledged; what becomes of it then is the handler's business. */
  async #takeMessage(raw: unknown): Promise<void> {
    const { clock, log } = this.#options;
    const read = readMessage(raw, clock.now());
    if (!read.ok) {
      log.info({ reason: read.error }, 'message is not for us');
      return;
    }
    const { messageId } = read.value.message;
    const work = this.#messages.get(messageId) ?? this.#startOn(read.value);
    if ((await this.#inTime(work)) === 'failed') throw new Error('the message could not be handled');
  }

  async #takeMenuPress(raw: unknown): Promise<void> {
    const { handlers, clock, log } = this.#options;
    const read = readMenuPress(raw, clock.now());
    if (!read.ok) {
      log.info({ reason: read.error }, 'menu press cannot be read');
      return;
    }
    const { eventId, key } = read.value;
    const work = this.#run(() => handlers.onMenu(read.value)).then(
      () => 'kept' as const,
      (error: unknown) => {
        log.error({ eventId, key, err: error }, 'menu press failed');
        return 'failed' as const;
      },
    );
    if ((await this.#inTime(work)) === 'failed') throw new Error('the menu press could not be handled');
  }

  #startOn(inbound: InboundMessage): Promise<'kept' | 'failed'> {
    const { messageId } = inbound.message;
    const work = this.#run(() => this.#hand(inbound))
      .then(
        () => 'kept' as const,
        (error: unknown) => {
          this.#options.log.error({ messageId, kind: inbound.kind, err: error }, 'message failed');
          return 'failed' as const;
        },
      )
      .finally(() => this.#messages.delete(messageId));
    this.#messages.set(messageId, work);
    return work;
  }

  #hand(inbound: InboundMessage): Promise<void> {
    const { handlers } = this.#options;
    switch (inbound.kind) {
      case 'text':
        return handlers.onText(inbound.message);
      case 'file':
        return handlers.onFile(inbound.message);
      case 'other':
        return handlers.onOther(inbound.message);
    }
  }

  /** A handler that throws before its first await is a rejection like any other. */
  #run<T>(work: () => Promise<T>): Promise<T> {
    const running = Promise.resolve().then(work);
    this.#underWay.add(running);
    const done = () => this.#underWay.delete(running);
    running.then(done, done);
    return running;
  }

  #inTime<T>(work: Promise<T>): Promise<T | undefined> {
    return within(this.#options.answerWithinMs ?? ANSWER_WITHIN_MS, work);
  }
}

/** What the work comes to, or `undefined` where it takes longer. */
function within<T>(limitMs: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function errorToast(text: string): CardReply {
  return { toast: { type: 'error', text }, card: null };
}
