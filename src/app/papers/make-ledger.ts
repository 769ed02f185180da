import { ledgerMarkdown, omittedWords, publicLedgerWorkbook } from '../../cards/paper-ledger-public.ts';
import { type Outcome, ok } from '../../domain/outcome.ts';
import { exportPlan } from '../export-plan.ts';
import { fileNameOf } from '../review/check-sheet.ts';
import { briefTable, flatTable, publicTable, type TextTable } from './ledger-tables.ts';
import { type LoadedLedger, loadLedger, type PlanRefusal } from './load-ledger.ts';
import type { PaperNeeds } from './load-paper-month.ts';
import type { Paper } from './paper.ts';

export type LedgerFormat = 'xlsx' | 'csv' | 'md';

/**
 * 台账: `.xlsx` in the layout of the plan's document, to be edited and imported again; `.csv` flat, a line a part; `.md` a short table.
 * For the public one table in all three.
 */
export async function makeLedger(
  deps: PaperNeeds,
  request: { readonly planId: string; readonly format: LedgerFormat; readonly isPublic: boolean },
): Promise<Outcome<Paper, PlanRefusal>> {
  const { planId, format, isPublic } = request;
  const loaded = await loadLedger(deps, planId);
  if (!loaded.ok) return loaded;
  const ledger = loaded.value;
  if (isPublic) return ok(await publicLedger(deps, ledger, format));
  const name = `${fileNameOf(ledger.plan.title)}台账.${format}`;
  if (format !== 'xlsx') {
    const table = format === 'csv' ? flatTable(ledger) : briefTable(ledger);
    return ok({ name, bytes: await written(deps, ledger, format, table), remarks: [] });
  }
  const exported = await exportPlan(deps, planId);
  return exported.ok ? ok({ name, bytes: exported.value.bytes, remarks: [] }) : exported;
}

async function publicLedger(deps: PaperNeeds, ledger: LoadedLedger, format: LedgerFormat): Promise<Paper> {
  const { table, omitted, names } = publicTable(ledger);
  const { plan, today } = ledger;
  const bytes =
    format === 'xlsx'
      ? await deps.papers.writeWorkbook(publicLedgerWorkbook({ title: plan.title, on: today, table }))
      : await written(deps, ledger, format, table);
  return { name: `${fileNameOf(plan.title)}台账（公开版）.${format}`, bytes, remarks: omittedWords(omitted, names) };
}

async function written(
  deps: PaperNeeds,
  { plan, today }: LoadedLedger,
  format: 'csv' | 'md',
  table: TextTable,
): Promise<Uint8Array> {
  if (format === 'csv') return deps.tables.write('ledger.csv', table);
  return new TextEncoder().encode(ledgerMarkdown({ title: plan.title, on: today, table }));
}
