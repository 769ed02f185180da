import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { type Migration, PRISMA_FOLDER } from './bundled-migrations.ts';

// The only file that knows Prisma's schema engine. Its WebAssembly build comes from npm, where the command line of Prisma
// downloads a binary; its API is internal, so the version is pinned.

// The part of WebAssembly that is used: its types come with browsers' types only.
interface WebAssemblyLoader {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
}
const webAssembly = Reflect.get(globalThis, 'WebAssembly') as WebAssemblyLoader;

const FILTERS = { externalTables: [], externalEnums: [] };

/** Applies what is missing and answers with the names. A migration that fails is marked so in the database, and throws. */
export async function applyWithEngine(url: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const engine = await startEngine(url);
  try {
    const done = await engine.applyMigrations({ migrationsList: listOf(migrations), filters: FILTERS });
    return done.appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** The SQL that leads from the migrations to the schema, or null where they agree. */
export async function missingSql(migrations: readonly Migration[]): Promise<string | null> {
  const engine = await startEngine('file::memory:');
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...listOf(migrations) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schemaText() }] },
      script: true,
      exitCode: true,
      filters: FILTERS,
    });
    return exitCode === 0 ? null : (stdout ?? '');
  } finally {
    engine.free();
  }
}

// Module state, because the package's own glue is: it holds one WebAssembly instance and the memory of a second is misread.
let wasm: Promise<void> | undefined;

async function startEngine(url: string): Promise<glue.SchemaEngine> {
  wasm ??= loadWasm();
  await wasm;
  const factory = bindMigrationAwareSqlAdapterFactory(new ScriptLibSql({ url, timeout: 5000 }));
  return glue.SchemaEngine.new({ datamodels: [['schema.prisma', schemaText()]] }, () => undefined, factory);
}

/** The engine sends whole migrations to its shadow database as one statement, of which libsql would run the first. */
class ScriptLibSql extends PrismaLibSql {
  override createClient(config: Parameters<PrismaLibSql['createClient']>[0]) {
    const client = super.createClient(config);
    const one = client.execute.bind(client);
    const execute = async (statement: { sql: string; args: [] }) => {
      if (!isScript(statement.sql)) return one(statement);
      await client.executeMultiple(statement.sql);
      return one('SELECT 1 WHERE 0');
    };
    return Object.assign(client, { execute: execute as typeof client.execute });
  }
}

// A semicolon before the end: the engine's own questions have none.
function isScript(sql: string): boolean {
  return sql.trimEnd().slice(0, -1).includes(';');
}

async function loadWasm(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(script.replace(/\.js$/, '.wasm'));
  const { instance } = await webAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

function listOf(migrations: readonly Migration[]) {
  return {
    baseDir: join(PRISMA_FOLDER, 'migrations'),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}

function schemaText(): string {
  return readFileSync(join(PRISMA_FOLDER, 'schema.prisma'), 'utf8');
}
