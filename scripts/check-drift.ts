import { bundledMigrations } from '../src/adapters/prisma/bundled-migrations.ts';
import { missingSql } from '../src/adapters/prisma/schema-engine.ts';

// Part of `npm run check`: schema.prisma and the migrations have to mean the same tables.
const sql = await missingSql(bundledMigrations());
if (sql !== null) {
  process.stderr.write(
    `prisma/schema.prisma and prisma/migrations differ.\nWrite the migration with: npm run db:migration -- <name>\n\n${sql}\n`,
  );
  process.exitCode = 1;
}
