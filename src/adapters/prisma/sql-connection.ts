import Database from 'libsql';

type Driver = InstanceType<typeof Database>;
type Value = string | number | bigint | boolean | null | ArrayBuffer | Uint8Array;

/** What the adapter reads of a result: a row is looked at by position alone. */
export interface SqlResult {
  readonly columns: readonly string[];
  readonly columnTypes: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly rowsAffected: number;
}

/** A statement ready to run; `returns` is null where it yields no rows. */
interface Prepared {
  readonly statement: ReturnType<Driver['prepare']>;
  readonly returns: Pick<SqlResult, 'columns' | 'columnTypes'> | null;
}

/** Prisma writes the same few hundred statements again and again; those with long lists of values vary. */
const REMEMBERED = 300;

/**
 * One connection to a file of SQLite. It prepares each statement once: libsql's own client does so, and asks for the names of the
 * columns, on every run, which for small queries costs more than running them.
 */
export class SqlConnection {
  readonly #file: string;
  readonly #waitMs: number;
  readonly #prepared = new Map<string, Prepared>();
  #driver: Driver | undefined;

  /** @param waitMs how long the driver sleeps, with this whole process, for another one's lock */
  constructor(file: string, waitMs: number) {
    this.#file = file;
    this.#waitMs = waitMs;
  }

  run(sql: string, values: readonly Value[]): SqlResult {
    const prepared = this.#prepare(sql);
    const { statement, returns } = prepared;
    const bound = values.map(toDriver);
    try {
      if (returns) return { ...returns, rows: statement.all(bound) as unknown[][], rowsAffected: 0 };
      return { columns: [], columnTypes: [], rows: [], rowsAffected: statement.run(bound).changes };
    } catch (error) {
      this.#prepared.delete(sql);
      throw error;
    }
  }

  /** Several statements without values. */
  script(sql: string): void {
    const driver = this.#open();
    try {
      driver.exec(sql);
    } finally {
      if (driver.inTransaction) driver.exec('ROLLBACK');
    }
  }

  /** The next statement opens the file anew. */
  close(): void {
    this.#prepared.clear();
    const driver = this.#driver;
    this.#driver = undefined;
    driver?.close();
  }

  #open(): Driver {
    this.#driver ??= new Database(this.#file, { timeout: this.#waitMs });
    return this.#driver;
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#open().prepare(sql);
    const prepared = { statement, returns: columnsOf(statement) };
    const [oldest] = this.#prepared.keys();
    if (oldest !== undefined && this.#prepared.size >= REMEMBERED) this.#prepared.delete(oldest);
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

function columnsOf(statement: Prepared['statement']): Prepared['returns'] {
  try {
    statement.raw(true);
  } catch {
    // libsql refuses this for a statement that yields no rows, and has no other way of saying so.
    return null;
  }
  const columns = statement.columns();
  return { columns: columns.map(({ name }) => name), columnTypes: columns.map(({ type }) => type ?? '') };
}

function toDriver(value: Value): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof ArrayBuffer ? Buffer.from(value) : value;
}
