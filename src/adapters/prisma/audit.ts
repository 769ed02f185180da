import type { Instant } from '../../domain/calendar/civil-date.ts';
import type { AuditEntry } from '../../ports/ledger-store.ts';
import { toBigInt, toJson } from './columns.ts';
import type { Queries } from './database.ts';
import { insertRows } from './insert-rows.ts';

export async function writeAudit(queries: Queries, at: Instant, entries: readonly AuditEntry[]): Promise<void> {
  await insertRows(
    queries,
    'AuditEntry',
    entries.map(({ actor, action, subject, detail }) => ({
      at: toBigInt(at),
      actor,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      detail: toJson(detail),
    })),
  );
}
