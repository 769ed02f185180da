import { Changes } from './changes.ts';
import { nextWeekdayMorning, realClock } from './clock.ts';
import type { Carrier } from './events/carrier.ts';
import { EventQueue } from './events/event-queue.ts';
import { LongConnections } from './events/long-connection.ts';
import { Webhook } from './events/webhook.ts';
import { FaultBoard } from './faults.ts';
import type { EmulatorClock, EmulatorOptions } from './options.ts';
import { RateLimits } from './rate-limits.ts';
import { CardTokens } from './store/card-tokens.ts';
import { ChatBook } from './store/chat-book.ts';
import { Directory } from './store/directory.ts';
import { FileShelf } from './store/file-shelf.ts';
import { MessageBook } from './store/message-book.ts';
import { OnceWindow } from './store/once-window.ts';
import { TokenDesk } from './store/token-desk.ts';

const UUID_WINDOW_MS = 3_600_000;
const CHAT_UUID_WINDOW_MS = 10 * 3_600_000;

/** All state of one running platform; API families and acts of people are functions over it. */
export interface Platform {
  readonly clock: EmulatorClock;
  readonly nextMorning: (nowMs: number) => number;
  readonly directory: Directory;
  readonly chats: ChatBook;
  readonly messages: MessageBook;
  readonly files: FileShelf;
  readonly tokens: TokenDesk;
  readonly cardTokens: CardTokens;
  readonly limits: RateLimits;
  readonly faults: FaultBoard;
  readonly changes: Changes;
  readonly connections: LongConnections;
  readonly webhook: Webhook | null;
  readonly carrier: Carrier;
  readonly events: EventQueue;
  /** uuid → message id, and uuid → chat id. */
  readonly sentOnce: OnceWindow;
  readonly createdOnce: OnceWindow;
  readonly log: (line: string) => void;
}

export function createPlatform(options: EmulatorOptions): Platform {
  const clock = options.clock ?? realClock;
  const now = () => clock.now();
  const answerWithinMs = options.answerWithinMs ?? 3000;
  const directory = new Directory(options.tenant, options.apps);
  const faults = new FaultBoard();
  const changes = new Changes();
  const onChange = () => {
    events.tick();
    changes.announce();
  };
  const connections = new LongConnections(answerWithinMs, onChange);
  const webhook = options.webhookUrl ? new Webhook(options.webhookUrl, options.apps, answerWithinMs, now) : null;
  const carrier = webhook ?? connections;
  const duplicates = () => faults.current.duplicateEvents === true;
  const events = new EventQueue({ carrier, now, duplicates, onChange: () => changes.announce() });
  return {
    clock,
    nextMorning: options.nextMorning ?? nextWeekdayMorning,
    directory,
    chats: new ChatBook(directory, options.tenant.groups),
    messages: new MessageBook(),
    files: new FileShelf(),
    tokens: new TokenDesk(),
    cardTokens: new CardTokens(),
    limits: new RateLimits(options.rateLimits !== 'off'),
    faults,
    changes,
    connections,
    webhook,
    carrier,
    events,
    sentOnce: new OnceWindow(UUID_WINDOW_MS),
    createdOnce: new OnceWindow(CHAT_UUID_WINDOW_MS),
    log: options.log ?? (() => undefined),
  };
}
