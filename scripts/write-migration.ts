import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledMigrations, PRISMA_FOLDER } from '../src/adapters/prisma/bundled-migrations.ts';
import { missingSql } from '../src/adapters/prisma/schema-engine.ts';

// npm run db:migration -- add_extension: writes the SQL that leads from the migrations so far to prisma/schema.prisma.
const name = process.argv[2];
const sql = name && /^[a-z][a-z0-9_]*$/.test(name) ? await missingSql(bundledMigrations()) : undefined;
if (sql === undefined) {
  process.stderr.write('usage: npm run db:migration -- <name in small_letters>\n');
  process.exitCode = 2;
} else if (sql === null) {
  process.stderr.write('prisma/schema.prisma and prisma/migrations agree: there is nothing to write\n');
  process.exitCode = 1;
} else {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-T:]/g, '');
  const folder = join(PRISMA_FOLDER, 'migrations', `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  process.stdout.write(
    `${join(folder, 'migration.sql')}\nRead it before you commit it: data may have to move first.\n`,
  );
}
