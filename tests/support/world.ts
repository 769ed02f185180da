import { importOffices } from '../../src/app/import-offices.ts';
import { importPlan } from '../../src/app/import-plan.ts';
import { type App, compose } from '../../src/compose.ts';
import type { Config } from '../../src/config.ts';
import { instantOf } from '../../src/domain/calendar/civil-date.ts';
import type { Part } from '../../src/domain/ledger/part.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { RecordingLog } from './recording-log.ts';
import { LEADERS_GROUP, OFFICES_CSV, PLAN_ROWS, type PlanRow, planText, TENANT } from './small-bureau.ts';
import { TempDatabases } from './temp-database.ts';
import { TestClock } from './test-clock.ts';
import { appIdOf } from './test-emulator.ts';
import { WorldPerson } from './world-person.ts';

const CONFIG: Omit<Config, 'app' | 'larkDomain' | 'databaseUrl'> = {
  transport: 'ws',
  encryptKey: null,
  verificationToken: null,
  port: 0,
  admins: [],
  clockStart: null,
  logLevel: 'silent',
};

let serial = 0;

export interface WorldOptions {
  /** When the world begins; with an offset. */
  readonly at: string;
  readonly rows?: readonly PlanRow[];
}

/** The whole program with the emulator and a clock that stands still until told, in users' words. */
export class World {
  readonly clock: TestClock;
  readonly emulator: Emulator;
  readonly log = new RecordingLog();
  readonly #databases: TempDatabases;
  readonly #config: Config;
  #app: App | undefined;

  private constructor(clock: TestClock, emulator: Emulator, databases: TempDatabases, config: Config) {
    this.clock = clock;
    this.emulator = emulator;
    this.#databases = databases;
    this.#config = config;
  }

  static async start({ at, rows = PLAN_ROWS }: WorldOptions): Promise<World> {
    const clock = new TestClock(at);
    serial += 1;
    const appId = appIdOf(0xa000 + process.pid * 100 + serial);
    const emulator = await startEmulator({
      tenant: TENANT,
      apps: [{ appId, appSecret: 'secret', botName: '督办' }],
      clock: { now: () => clock.now() },
    });
    const databases = new TempDatabases();
    const world = new World(clock, emulator, databases, {
      ...CONFIG,
      app: { id: appId, secret: 'secret' },
      larkDomain: emulator.url,
      databaseUrl: await databases.blankUrl(),
    });
    await world.startBot();
    const { deps } = world.app;
    await importOffices(deps, {
      file: { name: 'offices.csv', bytes: new TextEncoder().encode(OFFICES_CSV) },
      mode: 'write',
      actor: 'test',
    });
    await deps.settings.bindGroup('leaders', LEADERS_GROUP);
    await world.publishes('plan.txt', planText(rows));
    return world;
  }

  /** Monday 2026-03-30, nine o'clock: the cards and the digest have just gone out. */
  static async onMondayMorning(rows: readonly PlanRow[]): Promise<World> {
    const world = await World.start({ at: '2026-03-30T08:59:00+08:00', rows });
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    return world;
  }

  /** Somebody at the command line brings a plan into force. */
  async publishes(name: string, text: string): Promise<void> {
    const imported = await importPlan(this.app.deps, {
      file: { name, bytes: new TextEncoder().encode(text) },
      year: null,
      issuedOn: null,
      owner: null,
      mode: 'publish',
      actor: 'test',
    });
    if (!imported.ok) throw new Error(`the plan was refused: ${JSON.stringify(imported.error)}`);
  }

  get app(): App {
    if (!this.#app) throw new Error('the bot is not running');
    return this.#app;
  }

  /** The bot comes up on the database as it is. */
  async startBot(): Promise<void> {
    this.#app = await compose(this.#config, { clock: this.clock, log: this.log });
    await this.#app.events?.start(this.#app.handlers);
    await this.emulator.until(() => this.emulator.botConnected || undefined);
  }

  /** The process is gone; nothing of its memory is left. */
  async killBot(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
  }

  /** Moves the clock and lets everything that is due happen. */
  async advanceTo(at: string): Promise<void> {
    this.clock.moveTo(instantOf(at));
    this.emulator.tick();
    await this.settle();
  }

  async pass(ms: number): Promise<void> {
    this.clock.pass(ms);
    this.emulator.tick();
    await this.settle();
  }

  /** Until nothing is due any more. What has to wait for the platform's limits waits on the test's clock, not on the wall. */
  async settle(): Promise<void> {
    await this.emulator.settled();
    if (!this.#app) return;
    await this.app.scheduler.beat();
    for (
      let next = await this.app.deps.outbox.nextDueAt();
      isSoon(next, this.clock);
      next = await this.app.deps.outbox.nextDueAt()
    ) {
      if (next !== null && next > this.clock.now()) this.clock.moveTo(next);
      await this.app.scheduler.beat();
    }
  }

  person(name: string): WorldPerson {
    const user = TENANT.users.find((candidate) => candidate.name === name);
    if (!user) throw new Error(`nobody is called ${name}`);
    return new WorldPerson(this.emulator.as(user.openId), user, () => this.settle());
  }

  /** Cards in the leadership group. */
  leadersGroup() {
    return this.emulator.groupMessages(LEADERS_GROUP);
  }

  /** The part of one office in the row whose text contains the words. */
  async part(words: string, office: string): Promise<Part> {
    const parts = await this.app.deps.ledger.findParts({});
    const found = parts.filter(({ taskText, officeName }) => taskText.includes(words) && officeName === office);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} parts of ${office} contain ${words}`);
    return found[0];
  }

  /** `text office day state` of every part of a plan, in force or not, `cancelled` for its state where it is. */
  async partLines(planId: string): Promise<string[]> {
    const parts = await this.app.deps.ledger.findParts({ planId, publishedOnly: false, withCancelled: true });
    return parts.map(
      ({ taskText, officeName, dueOn, state, cancelled }) =>
        `${taskText} ${officeName} ${dueOn} ${cancelled ? 'cancelled' : state}`,
    );
  }

  async stop(): Promise<void> {
    await this.killBot();
    await this.emulator.close();
    await this.#databases.remove();
  }
}

/** Limits and first retries end within a minute; longer waits are the test's own business. */
function isSoon(next: number | null, clock: TestClock): boolean {
  return next !== null && next - clock.now() <= 2_000;
}
