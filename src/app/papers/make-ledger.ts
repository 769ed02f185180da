import { ledgerMarkdown, omittedWords, publicLedgerWorkbook } from '../../cards/paper-ledger-public.ts';
import type { Plan } from '../../domain/ledger/plan.ts';
import { exportPlan } from '../export-plan.ts';
import { fileNameOf } from '../review/check-sheet.ts';
import { briefTable, flatTable, publicTable, type TextTable } from './ledger-tables.ts';
import { type LoadedLedger, loadLedger } from './load-ledger.ts';
import type { PaperNeeds } from './load-paper-month.ts';
import type { Paper } from './paper.ts';

type LedgerFormat = 'xlsx' | 'csv' | 'md';

/**
 * 台账: `.xlsx` in the layout of the plan's document, to be edited and imported again; `.csv` flat, a line a part; `.md` a short table.
 * For the public one table in all three.
 */
export async function makeLedger(
  deps: PaperNeeds,
  request: { readonly plan: Plan; readonly format: LedgerFormat; readonly isPublic: boolean },
): Promise<Paper> {
  const { plan, format, isPublic } = request;
  const ledger = await loadLedger(deps, plan);
  if (isPublic) return publicLedger(deps, ledger, format);
  const name = `${fileNameOf(plan.title)}台账.${format}`;
  if (format === 'xlsx') return { name, bytes: await exportPlan(deps, ledger), remarks: [] };
  const table = format === 'csv' ? flatTable(ledger) : briefTable(ledger);
  return { name, bytes: await written(deps, ledger, format, table), remarks: [] };
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
