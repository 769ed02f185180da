import { changeRows } from '../../app/review/change-rows.ts';
import type { RowChange } from '../../domain/ledger/compare-plans.ts';
import type { DraftTask } from '../../domain/plan/import-report.ts';
import { textTable } from './columns.ts';

const WORDS = { added: '新增', changed: '变更', removed: '删除' } as const;

/** What a new version of a plan changes: the counts, then the rows that differ. */
export function changeTable(
  changes: readonly RowChange[],
  before: readonly DraftTask[],
  after: readonly DraftTask[],
): string {
  const rows = changeRows(changes, before, after).map(({ kind, row, was }) => [
    WORDS[kind],
    row.no ?? '',
    row.text,
    row.about,
    was ?? '',
  ]);
  const table = rows.length === 0 ? '' : textTable(['变动', '序号', '事项', '现为', '原为'], rows, [5, 6, 40, 40, 40]);
  return `${changeCounts(changes)}\n${table}\n`;
}

/** `新增 1 · 变更 2 · 删除 0 · 未变 34`. */
export function changeCounts(changes: readonly RowChange[]): string {
  const count = (kind: RowChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return `新增 ${count('added')} · 变更 ${count('changed')} · 删除 ${count('removed')} · 未变 ${count('unchanged')}`;
}
