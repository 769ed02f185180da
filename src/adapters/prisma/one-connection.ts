import { setTimeout as pause } from 'node:timers/promises';
import { PrismaLibSql } from '@prisma/adapter-libsql';

type Client = ReturnType<PrismaLibSql['createClient']>;
type Transaction = Awaited<ReturnType<Client['transaction']>>;

/** How long a write waits for another process. */
const PATIENCE_MS = 5000;
/** How much of that the driver may spend asleep at a time; nothing else runs in this process then. */
const DRIVER_WAIT_MS = 10;

/**
 * The libsql adapter on one connection that lasts. libsql itself leaves the connection of each transaction to the garbage
 * collector and opens another, begins transactions without the write lock (a read that becomes a write is then refused at
 * once), and waits for other processes inside the driver, where it stops this whole process. Here a transaction takes the
 * write lock first, and the wait is an asynchronous one. The adapter's own lock keeps transactions apart.
 */
export class OneConnectionLibSql extends PrismaLibSql {
  constructor(url: string) {
    super({ url, timeout: DRIVER_WAIT_MS });
  }

  override createClient(config: Parameters<PrismaLibSql['createClient']>[0]): Client {
    const client = super.createClient(config);
    const { execute, transaction } = new LastingConnection(client);
    return Object.assign(client, { execute, transaction });
  }
}

class LastingConnection {
  readonly #client: Client;
  readonly #run: Client['execute'];
  #ready: Promise<void> | undefined;

  constructor(client: Client) {
    this.#client = client;
    this.#run = client.execute.bind(client);
  }

  readonly execute: Client['execute'] = async (...args: unknown[]) =>
    this.#patiently(() => Reflect.apply(this.#run, undefined, args));

  readonly transaction = async (): Promise<Transaction> => {
    const deadline = performance.now() + PATIENCE_MS;
    await this.#untilFree(deadline);
    await this.#patiently(() => this.#run('BEGIN IMMEDIATE'), deadline);
    // The three methods that the adapter calls.
    const inside = { execute: this.#run, commit: () => this.#end('COMMIT'), rollback: () => this.#end('ROLLBACK') };
    return inside as unknown as Transaction;
  };

  /** Whatever happens, no transaction is left open. */
  async #end(statement: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    try {
      await this.#run(statement);
    } catch (error) {
      if (statement === 'COMMIT') await this.#run('ROLLBACK').catch(() => undefined);
      this.#reconnect();
      throw error;
    }
  }

  async #patiently<T>(attempt: () => Promise<T>, deadline = performance.now() + PATIENCE_MS): Promise<T> {
    for (;;) {
      try {
        await this.#prepared();
        return await attempt();
      } catch (error) {
        if (!isBusy(error)) throw error;
        // libsql leaves the refused statement half run until the garbage collector comes, and no COMMIT gets past that.
        this.#reconnect();
        if (performance.now() > deadline) throw error;
        await this.#untilFree(deadline);
      }
    }
  }

  // A script leaves nothing half run, so it may be refused as often as it takes.
  async #untilFree(deadline: number): Promise<void> {
    for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 20)) {
      try {
        await this.#prepared();
        await this.#client.executeMultiple('BEGIN IMMEDIATE; COMMIT');
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
        await pause(waitMs * (0.5 + Math.random() / 2));
      }
    }
  }

  #reconnect(): void {
    this.#ready = undefined;
    // Typed as void, but libsql's returns a promise; where it fails, the next statement says so.
    Promise.resolve(this.#client.reconnect()).catch(() => undefined);
  }

  #prepared(): Promise<void> {
    this.#ready ??= this.#setPragmas().catch((error: unknown) => {
      this.#reconnect();
      throw error;
    });
    return this.#ready;
  }

  // WAL lasts in the file, the other as long as the connection.
  async #setPragmas(): Promise<void> {
    await this.#run('PRAGMA foreign_keys = ON');
    await this.#run('PRAGMA journal_mode = WAL');
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /^SQLITE_(BUSY|LOCKED)/.test(String(Reflect.get(error, 'code')));
}
