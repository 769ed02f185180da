import { describe, expect, it } from 'vitest';
import { withoutOwnColumns } from './own-columns.ts';
import type { SourceDocument } from './source-document.ts';

const table = (rows: readonly (readonly string[])[]): SourceDocument => ({
  name: '台账.xlsx',
  blocks: [
    {
      type: 'table',
      place: '表 1',
      cells: rows.flatMap((cells, row) =>
        cells.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text, place: `第 ${row + 1} 行` })),
      ),
    },
  ],
});
const textsOf = (document: SourceDocument) =>
  document.blocks.flatMap((block) =>
    block.type === 'table' ? block.cells.map(({ row, column, text }) => `${row}/${column} ${text}`) : [],
  );

describe('the columns that an export added', () => {
  it('are not read back; what a person wrote right of them stays', () => {
    const sent = table([
      ['任务', '台账：办理状态', '备注'],
      ['公开预算', '办理中', '截止改为10月1日前'],
    ]);
    expect(textsOf(withoutOwnColumns(sent))).toEqual(['0/0 任务', '0/1 备注', '1/0 公开预算', '1/1 截止改为10月1日前']);
  });

  it('are not read back as rows where a sheet of ours explains them', () => {
    const plan = table([
      ['任务', '单位'],
      ['公开预算', '办公室'],
    ]);
    const explained = table([
      ['台账：名称', '台账：口径'],
      ['逾期', '时限已过'],
    ]);
    const title = { type: 'paragraph', text: '台账：口径', place: '口径 第 1 行' } as const;
    const sent = { name: '台账.xlsx', blocks: [...plan.blocks, title, ...explained.blocks] };
    expect(textsOf(withoutOwnColumns(sent))).toEqual(textsOf(plan));
    expect(withoutOwnColumns(sent).blocks).toHaveLength(1);
  });

  it('are told by their header alone: an item that begins with the same words is an item', () => {
    const rows = [
      ['任务', '单位'],
      ...Array.from({ length: 12 }, () => ['公开预算', '办公室']),
      ['台账：核对一次', '办公室'],
    ];
    const plan = table(rows);
    expect(withoutOwnColumns(plan)).toBe(plan);
  });
});
