import { describe, expect, it } from 'vitest';
import type { DraftTask } from '../src/domain/plan/import-report.ts';
import {
  blocks,
  boxed,
  DRAWN,
  type Drawn,
  type Field,
  type Grid,
  gridOf,
  HEADS,
  type Heads,
  joined,
  paged,
  shifted,
  sideBySide,
  stacked,
  TITLE,
} from './support/draw-plan.ts';
import { documentOf, reportOf } from './support/read-plan-file.ts';

async function tasksIn(table: string): Promise<readonly DraftTask[]> {
  return reportOf(await documentOf('plan.txt', `${TITLE}\n\n${table}\n`), 2026).tasks;
}

/** What a row says, as far as the table has columns for it. */
function said(task: DraftTask, heads: Heads): Partial<Drawn> {
  const names = (...roles: readonly string[]): string =>
    task.offices.flatMap(({ name, role }) => (roles.includes(role) ? [name] : [])).join('、');
  const all = {
    item: task.text,
    area: task.area.at(-1) ?? '',
    lead: names('lead', 'responsible'),
    support: names('support'),
    due: task.printed.deadline.replace(/\s/g, ''),
    rule: task.rules.find(({ place }) => place === 'deadline-cell')?.kind ?? '',
  };
  return only(all, heads);
}

function only(row: Drawn, heads: Heads): Partial<Drawn> {
  const fields = heads.map(([field]) => field).filter((field): field is Exclude<Field, 'seq'> => field !== 'seq');
  return { ...Object.fromEntries(fields.map((field) => [field, row[field]])), rule: row.rule };
}

const WITHOUT_NUMBERS = HEADS.filter(([field]) => field !== 'seq');
/** Each of them is called something else in some bureau. */
const CALLED_OTHERWISE: readonly Heads[] = [
  [
    ['seq', '编号'],
    ['area', '信息类别'],
    ['item', '内容描述'],
    ['lead', '申报单位'],
    ['due', '拟完成时间'],
  ],
  [
    ['item', '决策事项名称'],
    ['lead', '承办部门'],
    ['due', '拟决策时间'],
    ['support', '参与单位'],
  ],
  [
    ['seq', '序号'],
    ['area', '栏目名称'],
    ['item', '具体内容'],
    ['due', '提供内容时效标准'],
    ['lead', '保障部门'],
  ],
  [
    ['seq', '项目编号'],
    ['area', '一级指标'],
    ['item', '抽查事项'],
    ['lead', '发起部门'],
    ['support', '联合部门'],
    ['due', '抽查时间'],
  ],
  [
    ['seq', '序号'],
    ['item', '整改问题'],
    ['lead', '谁来做'],
    ['support', '协助'],
    ['due', '什么时候完成'],
  ],
];
const ORDERS: readonly Heads[] = [HEADS, WITHOUT_NUMBERS, ...CALLED_OTHERWISE];

const WIDTHS = { seq: 8, area: 14, item: 30, lead: 12, support: 14, due: 16 } as const;
const NARROW = { seq: 4, area: 8, item: 16, lead: 8, support: 8, due: 8 } as const;
const widths = (heads: Heads, of: Readonly<Record<Field, number>> = WIDTHS) => heads.map(([field]) => of[field]);

/** A word of the header on two lines. */
function wrappedHead([heads = [], ...rows]: Grid): Grid {
  return [heads.map((word) => (word && word.length > 3 ? `${word.slice(0, 2)}\n${word.slice(2)}` : word)), ...rows];
}

const SHAPES: readonly (readonly [string, (grid: Grid, heads: Heads) => string])[] = [
  ['pipes between the cells', (grid) => joined(grid, ' | ')],
  ['pipes around the cells', (grid) => joined(grid, '|', '|')],
  ['pipes, the merged cells lost and the rows filled up', (grid) => shifted(grid)],
  ['pipes, one cell a line, the rows filled up', (grid) => shifted(grid, ' |\n', ' |')],
  ['pipes on lines of their own', (grid) => stacked(grid, '\n|\n')],
  ['tabs', (grid) => joined(grid, '\t')],
  ['tabs, one cell a line', (grid) => `\t${stacked(grid, '\n\t', '')}`],
  ['two spaces', (grid) => joined(grid, '  ')],
  ['one space', (grid) => joined(grid, ' ')],
  ['full-width spaces', (grid) => joined(grid, '　　')],
  ['one space, the header wrapped', (grid) => joined(wrappedHead(grid), ' ')],
  ['one cell a line', (grid) => stacked(grid)],
  ['one cell a line, with pages', (grid) => paged(grid, 5, (page) => stacked(page))],
  ['blank lines', (grid) => stacked(grid, '\n\n')],
  ['columns side by side', (grid, heads) => sideBySide(grid, widths(heads))],
  ['columns side by side, set in the middle', (grid, heads) => sideBySide(grid, widths(heads), { align: 'middle' })],
  [
    'columns side by side, blank lines between the rows',
    (grid, heads) => sideBySide(grid, widths(heads), { gap: true }),
  ],
  ['columns side by side, with pages', (grid, heads) => paged(grid, 6, (page) => sideBySide(page, widths(heads)))],
  ['narrow columns side by side', (grid, heads) => sideBySide(grid, widths(heads, NARROW))],
  ['drawn lines', (grid, heads) => boxed(grid, widths(heads))],
];

describe.each(SHAPES)('a table with %s', (_, draw) => {
  it.each(ORDERS.map((heads) => [heads.map(([, word]) => word).join(' '), heads] as const))(
    'gives each row its owners and its time: %s',
    async (__, heads) => {
      const tasks = await tasksIn(draw(gridOf(DRAWN, heads), heads));
      expect(tasks.map((task) => said(task, heads))).toEqual(DRAWN.map((row) => only(row, heads)));
    },
  );
});

describe('one task after the other, each thing said by its name', () => {
  it.each([
    ['：', '\n'],
    ['：', ''],
    ['\t', '\n'],
    [' | ', '\n'],
    ['\n', '\n'],
  ])('with %j behind the name and %j behind the task', async (mark, gap) => {
    const tasks = await tasksIn(blocks(gridOf(DRAWN, HEADS, 'repeated'), mark, gap));
    expect(tasks.map((task) => said(task, HEADS))).toEqual(DRAWN.map((row) => only(row, HEADS)));
  });
});

describe('a table that lost its header', () => {
  it.each([
    ['pipes', (grid: Grid) => joined(grid, ' | ')],
    ['tabs', (grid: Grid) => joined(grid, '\t')],
    ['wide gaps', (grid: Grid) => joined(grid, '  ')],
    ['one cell a line', (grid: Grid) => stacked(grid)],
    ['columns side by side', (grid: Grid) => sideBySide(grid, widths(HEADS))],
  ])('is read by what its cells say: %s', async (_, draw) => {
    const tasks = await tasksIn(draw(gridOf(DRAWN, HEADS).slice(1)));
    expect(tasks.map(({ text }) => text)).toEqual(DRAWN.map(({ item }) => item));
    expect(tasks.map(({ offices }) => offices[0]?.name)).toEqual(DRAWN.map(({ lead }) => lead));
    expect(tasks.map(({ rules }) => rules[0]?.kind)).toEqual(DRAWN.map(({ rule }) => rule));
  });
});

it('keeps the items of a table in which nobody has filled in who does them', async () => {
  const empty = DRAWN.map((row) => ({ ...row, lead: '', support: '', due: '' }));
  expect(await tasksIn(`${joined(gridOf(empty, HEADS), ' | ')}\n办公室：请各科室于6月底前填报`)).not.toEqual([]);
});
