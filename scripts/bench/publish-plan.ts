import type { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { civil, type Instant } from '../../src/domain/calendar/civil-date.ts';
import type { LedgerTask, NewOccurrence, Plan } from '../../src/domain/ledger/plan.ts';
import type { DraftOffice } from '../../src/domain/plan/import-report.ts';
import type { Rule } from '../../src/domain/plan/rule.ts';

export const ISSUED_ON = civil('2026-01-05');

/** Ids that sort in the order in which they were given out. */
export function serialIds(): { next(kind: string): string } {
  let serial = 0;
  return {
    next: (kind) => {
      serial += 1;
      return `${kind}-${serial.toString(36).padStart(8, '0')}`;
    },
  };
}

export interface BenchRow {
  readonly text: string;
  readonly area: readonly string[];
  readonly offices: readonly DraftOffice[];
  readonly rules: readonly Rule[];
}

/**
 * Puts a plan of 2026 with these rows into force.
 *
 * @param occurrencesOf what is born with it
 */
export async function publishPlan(
  ledger: PrismaLedgerStore,
  ids: { next(kind: string): string },
  plan: {
    readonly title: string;
    /** When it comes into force. */
    readonly at: Instant;
    readonly rows: readonly BenchRow[];
    readonly occurrencesOf?: (task: LedgerTask) => readonly NewOccurrence[];
  },
): Promise<void> {
  const { title, at, rows, occurrencesOf = () => [] } = plan;
  const draft: Plan = {
    id: ids.next('plan'),
    title,
    year: 2026,
    issuedOn: ISSUED_ON,
    issuer: null,
    ownerOfficeId: null,
    state: 'draft',
    createdAt: at,
  };
  const tasks = rows.map(
    (row, order): LedgerTask => ({
      ...row,
      id: ids.next('task'),
      planId: draft.id,
      order,
      no: String(order + 1),
      people: [],
      ruleIds: row.rules.map(() => ids.next('rule')),
      source: { file: 'plan.docx', place: `表 1 第 ${order + 2} 行` },
      notes: [],
      printed: { owners: [], deadline: '', columns: [] },
    }),
  );
  const version = {
    id: ids.next('version'),
    planId: draft.id,
    number: 1,
    sourceName: 'plan.docx',
    sourceHash: draft.id,
    report: { plan: { title, year: 2026, issuedOn: null, issuer: null }, tasks: [], issues: [], layout: null },
    createdAt: at,
    state: 'draft' as const,
  };
  await ledger.saveDraft({ plan: draft, version, issues: [], tasks, audit: [] });
  await ledger.commit({
    at,
    planState: { planId: draft.id, state: 'published' },
    versionState: { versionId: version.id, state: 'applied' },
    occurrences: tasks.flatMap(occurrencesOf),
    audit: [],
  });
}
