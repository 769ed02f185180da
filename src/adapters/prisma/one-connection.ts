import { setTimeout as pause } from 'node:timers/promises';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { SqlConnection, type SqlResult } from './sql-connection.ts';

type Client = ReturnType<PrismaLibSql['createClient']>;

/** How long a write waits for another process. */
const PATIENCE_MS = 5000;
/** How much of that the driver may spend asleep at a time; nothing else runs in this process then. */
const DRIVER_WAIT_MS = 10;
const BEGIN = { sql: 'BEGIN IMMEDIATE', args: [] };

/**
 * The libsql adapter on one connection that lasts. libsql itself leaves the connection of each transaction to the garbage
 * collector and opens another, begins transactions without the write lock (a read that becomes a write is then refused at
 * once), and waits for other processes inside the driver, where it stops this whole process. Here a transaction takes the
 * write lock first, and the wait is an asynchronous one. The adapter's own lock keeps transactions apart.
 */
export class OneConnectionLibSql extends PrismaLibSql {
  readonly #connection: LastingConnection;

  /** @param file absolute path */
  constructor(file: string) {
    super({ url: ':memory:' });
    this.#connection = new LastingConnection(new SqlConnection(file, DRIVER_WAIT_MS));
  }

  // The four methods that the adapter calls.
  override createClient(): Client {
    const { execute, executeMultiple, transaction, close } = this.#connection;
    return { execute, executeMultiple, transaction, close } as unknown as Client;
  }

  /**
   * Changes whenever another process has written to the file; what this one writes does not show. Asked so often that it does not
   * go through Prisma.
   *
   * Source: sqlite.org/pragma.html#pragma_data_version.
   */
  async dataVersion(): Promise<string> {
    const { rows } = await this.#connection.execute({ sql: 'PRAGMA data_version', args: [] });
    return String(rows[0]?.[0]);
  }
}

interface Statement {
  readonly sql: string;
  readonly args: Parameters<SqlConnection['run']>[1];
}

class LastingConnection {
  readonly #connection: SqlConnection;
  #isReady = false;

  constructor(connection: SqlConnection) {
    this.#connection = connection;
  }

  readonly execute = (statement: Statement): Promise<SqlResult> => this.#patiently(() => this.#run(statement));

  readonly executeMultiple = (script: string): Promise<void> => this.#patiently(() => this.#connection.script(script));

  readonly transaction = async () => {
    const deadline = performance.now() + PATIENCE_MS;
    await this.#untilFree(deadline);
    await this.#patiently(() => this.#run(BEGIN), deadline);
    return {
      execute: async (statement: Statement) => this.#run(statement),
      commit: async () => this.#end('COMMIT'),
      rollback: async () => this.#end('ROLLBACK'),
    };
  };

  readonly close = (): void => {
    this.#isReady = false;
    this.#connection.close();
  };

  #run({ sql, args }: Statement): SqlResult {
    return this.#connection.run(sql, args);
  }

  /** Whatever happens, no transaction is left open. */
  #end(sql: 'COMMIT' | 'ROLLBACK'): void {
    try {
      this.#run({ sql, args: [] });
    } catch (error) {
      this.close();
      throw error;
    }
  }

  async #patiently<T>(attempt: () => T, deadline = performance.now() + PATIENCE_MS): Promise<T> {
    for (;;) {
      try {
        this.#prepare();
        return attempt();
      } catch (error) {
        if (!isBusy(error)) throw error;
        // libsql leaves the refused statement half run until the garbage collector comes, and no COMMIT gets past that.
        this.close();
        if (performance.now() > deadline) throw error;
        await this.#untilFree(deadline);
      }
    }
  }

  // A script leaves nothing half run, so it may be refused as often as it takes.
  async #untilFree(deadline: number): Promise<void> {
    for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 20)) {
      try {
        this.#prepare();
        this.#connection.script('BEGIN IMMEDIATE; COMMIT');
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
        await pause(waitMs * (0.5 + Math.random() / 2));
      }
    }
  }

  // WAL lasts in the file, the other as long as the connection.
  #prepare(): void {
    if (this.#isReady) return;
    try {
      this.#run({ sql: 'PRAGMA foreign_keys = ON', args: [] });
      this.#run({ sql: 'PRAGMA journal_mode = WAL', args: [] });
      this.#isReady = true;
    } catch (error) {
      this.close();
      throw error;
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /^SQLITE_(BUSY|LOCKED)/.test(String(Reflect.get(error, 'code')));
}
