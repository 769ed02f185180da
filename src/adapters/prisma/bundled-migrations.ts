import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Migration {
  /** Folder name: UTC stamp and a word. Sorts in the order of application. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the SQL, hex, as `_prisma_migrations` keeps it. */
  readonly checksum: string;
}

/** `prisma/` of the package: three folders up from `src/adapters/prisma` and from `dist/adapters/prisma` alike. */
export const PRISMA_FOLDER = fileURLToPath(new URL('../../../prisma/', import.meta.url));

/** The migrations that come with this program, oldest first. */
export function bundledMigrations(folder = join(PRISMA_FOLDER, 'migrations')): readonly Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readMigration(folder, name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readMigration(folder: string, name: string): Migration {
  // A checkout on Windows may have changed the line ends; that is not an edit.
  const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
