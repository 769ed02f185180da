/**
 * `busy`: another process held the file too long. `migration-edited`, `migration-failed`, `database-newer`: the file and the
 * program's migrations do not agree. `not-duban`: an SQLite file of another program. `database-unreadable`: no SQLite file, a
 * damaged one, or one that may not be opened. `file-exists`, `file-missing`: of backups. `query-failed`: anything else.
 */
export type StoreErrorCode =
  | 'busy'
  | 'bad-url'
  | 'migration-edited'
  | 'migration-failed'
  | 'database-newer'
  | 'not-duban'
  | 'database-unreadable'
  | 'disk-full'
  | 'file-exists'
  | 'file-missing'
  | 'query-failed';

export interface StoreErrorFields {
  /** Folder name of the migration that is meant. */
  readonly migration?: string;
  readonly file?: string;
}

/** The store failed. The message is static English, for the log; people's words are chosen by `code`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly retryable: boolean;
  readonly fields: StoreErrorFields;

  constructor(code: StoreErrorCode, fields: StoreErrorFields = {}, cause?: unknown) {
    super(MESSAGES[code], cause === undefined ? {} : { cause });
    this.code = code;
    this.retryable = code === 'busy';
    this.fields = fields;
  }
}

const MESSAGES: Record<StoreErrorCode, string> = {
  busy: 'the database is held by another process',
  'bad-url': 'the database address is not file:<path>',
  'migration-edited': 'a migration was edited after it was applied to this database',
  'migration-failed': 'a migration did not get through on this database',
  'database-newer': 'this database has migrations that this program does not know',
  'not-duban': 'the file is an SQLite database of another program',
  'database-unreadable': 'the file cannot be read as a database',
  'disk-full': 'the disk has no room for the database',
  'file-exists': 'a backup does not overwrite a file',
  'file-missing': 'there is no such backup',
  'query-failed': 'the database refused a statement',
};

/** Turns whatever Prisma or the driver threw into a {@link StoreError}; leaves everything that is not theirs alone. */
export function asStoreError(error: unknown, file: string): unknown {
  if (error instanceof StoreError || !isForeign(error)) return error;
  return new StoreError(codeOf(error), { file }, error);
}

// Errors of Prisma and of the driver; our own (a refusal, a bug) pass through.
function isForeign(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return /^(Prisma|DriverAdapter|Libsql|Sqlite)/.test(error.name) || error.message.startsWith('ConnectionFailed');
}

function codeOf(error: Error): StoreErrorCode {
  const text = describe(error);
  if (/SQLITE_BUSY|SQLITE_LOCKED|SocketTimeout|database is locked|P1008|P2028/.test(text)) return 'busy';
  if (/SQLITE_(NOTADB|CORRUPT|CANTOPEN|PERM|READONLY|IOERR)/.test(text)) return 'database-unreadable';
  if (/not a database|malformed|ConnectionFailed|unable to open|readonly database|disk I\/O/.test(text))
    return 'database-unreadable';
  if (/SQLITE_FULL|disk is full/.test(text)) return 'disk-full';
  return 'query-failed';
}

// Prisma wraps the driver's error in different places, by version and by kind of query.
function describe(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 4) return '';
  const own = ['name', 'code', 'kind', 'message', 'originalCode', 'originalMessage'].map((key) =>
    Reflect.get(error, key),
  );
  const inner = ['cause', 'meta', 'driverAdapterError'].map((key) => describe(Reflect.get(error, key), depth + 1));
  return [...own.filter((value) => typeof value === 'string'), ...inner].join(' ');
}
