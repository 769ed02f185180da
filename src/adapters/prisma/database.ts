import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import { OneConnectionLibSql } from './one-connection.ts';
import { asStoreError, StoreError } from './store-error.ts';

/** What a query inside {@link Database.read} or {@link Database.write} is asked of. */
export type Queries = Prisma.TransactionClient;

/** The open database of one file. Everything goes through `read` and `write`, which turn errors into {@link StoreError}. */
export interface Database {
  /** Absolute path of the file. */
  readonly file: string;
  /** Each statement by itself, at once. */
  read<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** All statements in one transaction that holds the write lock from its first moment; a throw undoes it. */
  write<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** The same text as long as no other process has written to the file. */
  dataVersion(): Promise<string>;
  close(): Promise<void>;
}

// Waiting for the lock has its own limit (one-connection.ts); these only keep Prisma from giving up on a big import.
const TRANSACTION = { maxWait: 120_000, timeout: 120_000 };

/**
 * Opens the file, and creates it with its folder where it is missing. Does not migrate: {@link migrateDatabase} comes first.
 *
 * @param url `file:` and a path, absolute or relative to the working directory
 * @throws StoreError `bad-url`, `database-unreadable`
 */
export async function openDatabase(url: string): Promise<Database> {
  const file = pathOf(url);
  createFolderOf(file);
  const adapter = new OneConnectionLibSql(file);
  const client = new PrismaClient({
    adapter,
    transactionOptions: TRANSACTION,
    errorFormat: 'minimal',
  });
  const guarded = <T>(work: () => Promise<T>) =>
    work().catch((error: unknown) => Promise.reject(asStoreError(error, file)));
  await guarded(() => client.$connect());
  return {
    file,
    read: (work) => guarded(() => work(client)),
    write: (work) => guarded(() => client.$transaction(work)),
    dataVersion: () => guarded(() => adapter.dataVersion()),
    close: () => client.$disconnect(),
  };
}

/** The absolute path that a `file:` address means. Only `file://` addresses are percent-decoded. @throws StoreError `bad-url` */
export function pathOf(url: string): string {
  if (!url.startsWith('file:') || url.length === 'file:'.length) throw new StoreError('bad-url');
  if (!url.startsWith('file://')) return resolve(url.slice('file:'.length));
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw new StoreError('bad-url', {}, cause);
  }
}

/** The address as the driver wants it, whatever characters the path has. */
export function driverUrl(file: string): string {
  return pathToFileURL(file).href;
}

export function createFolderOf(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (cause) {
    throw new StoreError('database-unreadable', { file }, cause);
  }
}
