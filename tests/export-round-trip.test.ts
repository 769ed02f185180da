import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LibraryTableFile } from '../src/adapters/documents/table-file.ts';
import { planSheet } from '../src/app/plan-sheet.ts';
import { definitionsSheet, STATE_COLUMNS } from '../src/cards/paper-ledger.ts';
import { comparePlans } from '../src/domain/ledger/compare-plans.ts';
import type { ImportReport } from '../src/domain/plan/import-report.ts';
import { documentOf, PLANS, reportOf, SEEDS } from './support/read-plan-file.ts';

/** Written as a sheet in its own layout with columns of ours beside it, and read again. */
async function afterRoundTrip(report: ImportReport, year: number): Promise<ImportReport> {
  const plan = planSheet({
    title: report.plan.title ?? '计划',
    layout: report.layout,
    tasks: report.tasks,
    stateColumns: STATE_COLUMNS,
    state: (at) => [
      `法规科：办理中 ${at} %`,
      '法规科：2026年6月30日',
      '法规科：黄',
      '3月30日 09:12 张敏 责任单位：办公室，6月底前',
      '3月30日',
    ],
  });
  const sheet = { ...plan, sheets: [definitionsSheet('2026年3月30日09:00')] };
  return reportOf(await documentOf('台账.xlsx', await new LibraryTableFile().writePlan(sheet)), year);
}

const files = [PLANS, SEEDS].flatMap((folder) =>
  existsSync(folder) ? readdirSync(folder).map((name) => [name, folder] as const) : [],
);

describe('a ledger that was exported and sent back unchanged', () => {
  it.each(files)('is no change at all: %s', async (name, folder) => {
    const report = reportOf(await documentOf(name, readFileSync(`${folder}${name}`)), 2026);
    const again = await afterRoundTrip(report, 2026);
    const changes = comparePlans(report.tasks, again.tasks).filter(({ kind }) => kind !== 'unchanged');
    const words = changes.map((change) => ({
      ...change,
      was: change.kind === 'added' ? null : report.tasks[change.before]?.text.slice(0, 20),
      is: change.kind === 'removed' ? null : again.tasks[change.after]?.text.slice(0, 20),
    }));
    expect(words).toEqual([]);
  });
});
