import { deliverDue } from '../../src/app/deliver-outbox.ts';
import type { Deps } from '../../src/app/deps.ts';
import { importPlan } from '../../src/app/import-plan.ts';
import { takeLeave } from '../../src/app/leave.ts';
import { recordAct } from '../../src/app/record-act.ts';
import { recordReply } from '../../src/app/record-reply.ts';
import { sendMorningCards } from '../../src/app/send-morning-cards.ts';
import { addDays, type CivilDate, civilDateOf, instantAt, weekdayOf } from '../../src/domain/calendar/civil-date.ts';
import type { SentCard } from '../../src/domain/delivery/message.ts';
import { createLimits } from '../../src/domain/delivery/send-limits.ts';
import { officesAnsweredFor } from '../../src/domain/directory/answering.ts';
import type { Office } from '../../src/domain/directory/directory.ts';
import type { ReplyDraft } from '../../src/domain/ledger/decide-reply.ts';
import type { Part } from '../../src/domain/ledger/part.ts';
import type { PlannedReminder } from '../../src/domain/reminders/plan-reminders.ts';
import type { RecordingChat } from './app-on-store.ts';
import type { TestClock } from './test-clock.ts';

/**
 * What the people of an office are like: `prompt` answers the first card, `slow` the third that shows a row, `silent` never,
 * `steady` first reports progress and then completion, `away` is prompt and twice on leave, `leaver` is silent and leaves in June,
 * after which her deputy is prompt.
 */
export const CHARACTERS = ['prompt', 'slow', 'silent', 'steady', 'away', 'leaver'] as const;
export type Character = (typeof CHARACTERS)[number];

/** One morning as the platform saw it. */
export interface Morning {
  readonly on: CivilDate;
  readonly send: readonly PlannedReminder[];
  /** Cards that were delivered, by open_id. */
  readonly cards: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;
}

interface YearApp {
  readonly deps: Deps;
  readonly clock: TestClock;
  readonly chat: RecordingChat;
}

const LEAVES = ['2017-03-06 2017-03-17', '2017-10-09 2017-10-20'];
const LAST_DAY = '2017-06-30';

/** A year of a bureau whose people behave as scripted, on the real store, without the network. */
export class BureauYear {
  readonly mornings: Morning[] = [];
  readonly #app: YearApp;
  readonly #characters = new Map<string, Character>();
  readonly #seen = new Map<string, number>();
  #presses = 0;

  constructor(app: YearApp) {
    this.#app = app;
  }

  get deps(): Deps {
    return this.#app.deps;
  }

  /** A plan comes into force on a day. @returns its id */
  async publish(name: string, bytes: Uint8Array, on: CivilDate): Promise<string> {
    this.#app.clock.moveTo(instantAt(on, '08:00'));
    const request = { year: 2017, issuedOn: null, owner: null, mode: 'publish', actor: 'test' } as const;
    const imported = await importPlan(this.deps, { ...request, file: { name, bytes } });
    if (!imported.ok) throw new Error(`the plan was refused: ${JSON.stringify(imported.error)}`);
    return imported.value.planId ?? '';
  }

  /** Staffs so many more of the offices that plans have named, in their order, until so many are staffed in all. */
  async staffUpTo(most: number, more: number): Promise<void> {
    const { offices, posts } = await this.deps.directory.load();
    const staffed = new Set(posts.map(({ officeId }) => officeId));
    const free = offices.filter(({ id }) => !staffed.has(id));
    await this.#staff(free.slice(0, Math.min(more, most - staffed.size)));
  }

  /** Plans a morning that was planned already. @returns how many cards are new */
  async planAgain(on: CivilDate): Promise<number> {
    this.#app.clock.moveTo(instantAt(on, '09:30'));
    return (await sendMorningCards(this.deps)).queued;
  }

  /** Gives offices that have nobody yet two liaisons, a head and a character each, and the first also the reviewer. */
  async #staff(offices: readonly Office[]): Promise<void> {
    const first = this.#characters.size;
    const inputs = offices.map(({ name, aliases, rosters }, index) => ({
      name,
      aliases,
      rosters,
      people: [
        person('liaison-a', `甲${first + index}`),
        person('liaison-b', `乙${first + index}`),
        person('head', `处${first + index}`),
        ...(first + index === 0 ? [person('governing', '审核人'), person('top-leader', '局长')] : []),
      ],
    }));
    offices.forEach(({ id }, index) => {
      this.#characters.set(id, CHARACTERS[(first + index) % CHARACTERS.length] ?? 'prompt');
    });
    await this.deps.directory.save(inputs, []);
    for (const [index, { id }] of offices.entries()) {
      if (this.characterOf(id) !== 'away') continue;
      const today = civilDateOf(this.#app.clock.now());
      for (const leave of LEAVES.filter((days) => days > today)) await this.#takesLeave(`ou_甲${first + index}`, leave);
    }
  }

  characterOf(officeId: string): Character | undefined {
    return this.#characters.get(officeId);
  }

  /** Every day from the first to the last: at nine the morning, then people answer, on Fridays the reviewer signs off. */
  async live(from: CivilDate, to: CivilDate): Promise<void> {
    for (let on = from; on <= to; on = addDays(on, 1)) {
      if (on === LAST_DAY) await this.#leaversLeave();
      this.#app.clock.moveTo(instantAt(on, '09:00'));
      const before = this.#app.chat.calls.length;
      const { send } = await sendMorningCards(this.deps);
      await this.#deliver();
      const sent = this.#app.chat.calls.slice(before).filter(({ kind }) => kind === 'card');
      this.mornings.push({ on, send, cards: byRecipient(sent) });
      this.#app.clock.moveTo(instantAt(on, '10:00'));
      for (const reminder of send) await this.#reacts(reminder);
      if (weekdayOf(on) === 5) await this.#signsOff();
      await this.#deliver();
    }
  }

  async #deliver(): Promise<void> {
    for (;;) {
      await deliverDue(this.deps, { limits: createLimits(), jitter: () => 0 });
      const next = await this.deps.outbox.nextDueAt();
      if (next === null || next > this.#app.clock.now() + 60_000) return;
      this.#app.clock.moveTo(next);
    }
  }

  async #reacts({ person: { openId, id }, partIds }: PlannedReminder): Promise<void> {
    const directory = await this.deps.directory.load();
    const mine = officesAnsweredFor(directory, id);
    const [card] = await this.deps.ledger.findLiveCards({ personIds: [id], since: addDays(this.#today(), -1) });
    for (const part of await this.deps.ledger.findParts({ ids: partIds })) {
      if (!mine.some((office) => office.id === part.officeId)) continue;
      const draft = this.#answerTo(part, openId);
      if (draft) await this.#answers(part, openId, draft, card);
    }
  }

  #answerTo(part: Part, openId: string): Partial<ReplyDraft> | null {
    const shown = (this.#seen.get(part.id) ?? 0) + 1;
    this.#seen.set(part.id, shown);
    const done: Partial<ReplyDraft> = part.rule.kind === 'standing' ? { state: 'unchanged' } : { state: 'done' };
    switch (this.characterOf(part.officeId)) {
      case 'prompt':
      case 'away':
        return done;
      case 'slow':
        return shown >= 3 ? done : null;
      case 'steady':
        return shown === 1 && done.state === 'done' ? { state: 'progress', percent: 60, note: '正在办理' } : done;
      case 'leaver':
        return openId.startsWith('ou_甲') ? null : done;
      case 'silent':
      case undefined:
        return null;
    }
  }

  async #answers(
    part: Part,
    actorOpenId: string,
    said: Partial<ReplyDraft>,
    card: SentCard | undefined,
  ): Promise<void> {
    const dated = part.pastAtBirth && part.dueOn !== null ? { state: 'done' as const, completedOn: part.dueOn } : {};
    const draft: ReplyDraft = { state: 'done', note: '', links: [], percent: null, helpFrom: null, ...said, ...dated };
    await recordReply(this.deps, {
      partId: part.id,
      version: part.version,
      draft,
      actorOpenId,
      eventId: this.#press(),
      card,
    });
  }

  async #signsOff(): Promise<void> {
    for (const part of await this.deps.ledger.findParts({ states: ['reported'] })) {
      await recordAct(this.deps, {
        partId: part.id,
        version: part.version,
        draft: { kind: 'pass', note: '' },
        actorOpenId: 'ou_审核人',
        eventId: this.#press(),
        card: undefined,
      });
    }
  }

  async #takesLeave(actorOpenId: string, days: string): Promise<void> {
    const [from = '', to = ''] = days.split(' ');
    const taken = await takeLeave(this.deps, { actorOpenId, eventId: this.#press(), words: `${from}到${to}` });
    if (!taken.ok) throw new Error(`leave was refused: ${JSON.stringify(taken.error)}`);
  }

  async #leaversLeave(): Promise<void> {
    const { people, posts } = await this.deps.directory.load();
    for (const { officeId, personId, role } of posts) {
      const who = people.find(({ id }) => id === personId);
      if (who && role === 'liaison-a' && this.characterOf(officeId) === 'leaver') {
        await this.deps.directory.setActive(personId, false);
      }
    }
  }

  #today(): CivilDate {
    return civilDateOf(this.#app.clock.now());
  }

  #press(): string {
    this.#presses += 1;
    return `press-${this.#presses}`;
  }
}

function person<R extends string>(role: R, name: string) {
  return { role, name, mobile: null, email: null, openId: `ou_${name}` };
}

function byRecipient(calls: RecordingChat['calls']) {
  const cards = new Map<string, Readonly<Record<string, unknown>>[]>();
  for (const { to, content } of calls) {
    if (typeof content === 'string') continue;
    cards.set(to, [...(cards.get(to) ?? []), content]);
  }
  return cards;
}
