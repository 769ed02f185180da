import { rmSync } from 'node:fs';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { driverUrl } from './database.ts';
import { asStoreError } from './store-error.ts';

/** A file as the driver sees it, without the client: for what comes before it is known to be ours. */
export interface RawFile {
  readonly rows: (sql: string, ...args: readonly string[]) => Promise<readonly (readonly unknown[])[]>;
  /** @returns how many rows were written */
  readonly run: (sql: string, ...args: readonly string[]) => Promise<number>;
}

/** Opens the file for the length of the work. @throws StoreError */
export async function withRawFile<T>(file: string, work: (raw: RawFile) => Promise<T>): Promise<T> {
  try {
    const adapter = await new PrismaLibSql({ url: driverUrl(file), timeout: 1000 }).connect();
    const query = (sql: string, args: readonly string[]) => ({
      sql,
      args: [...args],
      argTypes: args.map(() => ({ scalarType: 'string' as const, arity: 'scalar' as const })),
    });
    try {
      return await work({
        rows: async (sql, ...args) => (await adapter.queryRaw(query(sql, args))).rows,
        run: (sql, ...args) => adapter.executeRaw(query(sql, args)),
      });
    } finally {
      await adapter.dispose();
    }
  } catch (error) {
    throw asStoreError(error, file);
  }
}

/** Removes a database with the files that SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}
