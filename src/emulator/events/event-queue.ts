import type { BotAnswer, Carrier } from './carrier.ts';

/** After a failed first delivery; the last failure gives the event up (FS event subscription guide). */
const RETRY_AFTER_MS: readonly number[] = [15_000, 5 * 60_000, 3_600_000, 6 * 3_600_000];

export interface EventRecord {
  readonly eventId: string;
  readonly appId: string;
  readonly type: string;
  readonly attempts: number;
  /** `waiting` also while it is under way or no bot is connected. */
  readonly state: 'waiting' | 'acknowledged' | 'given-up';
}

interface Entry {
  readonly record: EventRecord;
  readonly payload: string;
  readonly dueAt: number;
  readonly underWay: boolean;
}

interface Needs {
  readonly carrier: Carrier;
  readonly now: () => number;
  readonly duplicates: () => boolean;
  readonly onChange: () => void;
}

/** Delivers events at least once: until the bot acknowledges them, on the platform's retry schedule and clock. */
export class EventQueue {
  readonly #needs: Needs;
  readonly #entries = new Map<string, Entry>();
  readonly #deliveries = new Set<Promise<unknown>>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  get records(): readonly EventRecord[] {
    return [...this.#entries.values()].map(({ record }) => record);
  }

  add(event: Pick<EventRecord, 'eventId' | 'appId' | 'type'>, payload: string): void {
    const record: EventRecord = { ...event, attempts: 0, state: 'waiting' };
    this.#entries.set(event.eventId, { record, payload, dueAt: this.#needs.now(), underWay: false });
    this.tick();
  }

  /** Delivers what is due; to be called as time passes, when the clock was moved and when a bot has connected. */
  tick(): void {
    const now = this.#needs.now();
    for (const entry of this.#entries.values()) {
      const { state, appId } = entry.record;
      if (state !== 'waiting' || entry.underWay || entry.dueAt > now || !this.#needs.carrier.reaches(appId)) continue;
      this.#track(this.#attempt(entry));
    }
  }

  /** Sends an event once more with the same event_id, whatever became of it; true when the bot acknowledges. */
  async redeliver(eventId: string): Promise<boolean> {
    const entry = this.#entries.get(eventId);
    if (!entry) throw new Error(`no event ${eventId}`);
    return isAcknowledged(await this.#send(entry));
  }

  /** Resolves when no delivery is under way. */
  async settled(): Promise<void> {
    while (this.#deliveries.size > 0) await Promise.allSettled(this.#deliveries);
  }

  async #attempt(entry: Entry): Promise<void> {
    const { eventId } = entry.record;
    this.#entries.set(eventId, { ...entry, underWay: true });
    if (this.#needs.duplicates()) this.#track(this.#send(entry));
    const answer = await this.#send(entry);
    const attempts = entry.record.attempts + 1;
    const delay = RETRY_AFTER_MS[attempts - 1];
    const state = isAcknowledged(answer) ? 'acknowledged' : delay === undefined ? 'given-up' : 'waiting';
    const dueAt = this.#needs.now() + (delay ?? 0);
    this.#entries.set(eventId, { ...entry, record: { ...entry.record, attempts, state }, dueAt, underWay: false });
    this.#needs.onChange();
  }

  #send({ record, payload }: Entry): Promise<BotAnswer> {
    return this.#needs.carrier.deliver(record.appId, payload);
  }

  #track(delivery: Promise<unknown>): void {
    this.#deliveries.add(delivery);
    void delivery.finally(() => this.#deliveries.delete(delivery));
  }
}

function isAcknowledged(answer: BotAnswer): boolean {
  return (answer.kind === 'answered' || answer.kind === 'malformed') && answer.status === 200;
}
