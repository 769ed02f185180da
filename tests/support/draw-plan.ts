/** One row of a plan before anybody prints it. */
export interface Drawn {
  readonly area: string;
  readonly item: string;
  readonly lead: string;
  readonly support: string;
  readonly due: string;
  /** The kind of rule in `due`. */
  readonly rule: string;
}

export type Field = 'seq' | Exclude<keyof Drawn, 'rule'>;

/** Columns in their order, with the words above them. */
export type Heads = readonly (readonly [Field, string])[];

/** A table of words; null where a cell is merged with the one above it. */
export type Grid = readonly (readonly (string | null)[])[];

export const TITLE = '云州市商务局2026年政务公开工作任务分工表';

const AREAS = ['推进政策公开', '优化政务服务', '强化监督保障'] as const;

export const DRAWN: readonly Drawn[] = (
  [
    [0, '公布本年度促消费活动计划和资金安排', '市场科', '财务科', '3月底前', 'by'],
    [0, '梳理现行有效的招商政策并在门户网站集中公开', '投资科', '法规科、办公室', '6月30日前', 'by'],
    [0, '对重要政策文件同步编制图文解读材料', '办公室', '各科室', '长期坚持', 'standing'],
    [0, '公开成品油零售企业年度检查结果', '流通科', '', '10月底前', 'by'],
    [0, '更新对外贸易企业备案登记指南，列明材料清单和办理流程', '外贸科', '信息中心', '每季度', 'every'],
    [0, '公示老字号认定名单', '市场科', '', '9月底前', 'by'],
    [1, '完善政务服务大厅商务窗口的一次性告知制度', '审批科', '各业务科室', '5月底前', 'by'],
    [1, '答复企业群众来信来电并定期公开典型问题', '办公室', '审批科、信访科', '每月25日前', 'every'],
    [1, '开设家政服务信用信息查询专栏', '服务业科', '信息中心', '8月底前', 'by'],
    [1, '开展政府开放日活动，邀请企业代表参观展会筹备现场', '会展科', '办公室', '11月底前', 'by'],
    [1, '发布展会排期和申办条件', '会展科', '', '1月31日前', 'by'],
    [1, '简化典当行设立审批材料，向社会公开精简后的目录', '审批科', '法规科', '12月底前', 'by'],
    [2, '组织全局政务公开业务培训', '人事科', '办公室', '每半年', 'every'],
    [2, '检查门户网站各栏目更新情况，发现问题限期整改', '信息中心', '各科室', '每月', 'every'],
    [2, '编制政府信息公开工作年度报告并报送主管部门', '办公室', '', '次年1月20日前', 'by'],
    [2, '将政务公开纳入科室年度考核', '人事科', '监察室', '12月底前', 'by'],
  ] as const
).map(([area, item, lead, support, due, rule]) => ({ area: AREAS[area], item, lead, support, due, rule }));

export const HEADS: Heads = [
  ['seq', '序号'],
  ['area', '重点领域'],
  ['item', '工作任务'],
  ['lead', '牵头科室'],
  ['support', '配合科室'],
  ['due', '完成时限'],
];

/** The words of a plan under some columns, the header first; areas merged down, or in every row. */
export function gridOf(rows: readonly Drawn[], heads: Heads, areas: 'merged' | 'repeated' = 'merged'): Grid {
  const words = rows.map((row, at) =>
    heads.map(([field]) => {
      if (field === 'seq') return `${at + 1}`;
      if (field === 'area' && areas === 'merged' && rows[at - 1]?.area === row.area) return null;
      return row[field];
    }),
  );
  return [heads.map(([, word]) => word), ...words];
}

/** One row a line; what is merged leaves an empty cell. */
export function joined(grid: Grid, between: string, outer = ''): string {
  return grid.map((row) => `${outer}${row.map((word) => word ?? '').join(between)}${outer}`).join('\n');
}

/** As web pages are turned into text: merged cells are lost, and the row is filled up at its end. */
export function shifted(grid: Grid, between = ' | ', end = ' |'): string {
  const width = Math.max(...grid.map((row) => row.length));
  return grid
    .map((row) => {
      const kept = row.filter((word) => word !== null);
      return kept.join(between) + end + end.trim().repeat(width - kept.length);
    })
    .join('\n');
}

/** One cell a line; with `gap` something between them. Empty cells leave no line where `empty` is null. */
export function stacked(grid: Grid, gap = '\n', empty: string | null = null): string {
  return grid
    .flatMap((row) => row.map((word) => (word === null || word === '' ? empty : word)))
    .filter((word) => word !== null)
    .join(gap);
}

const wide = (char: string): number => ((char.codePointAt(0) ?? 0) > 0xff ? 2 : 1);
const widthOf = (text: string): number => Array.from(text, wide).reduce((sum, each) => sum + each, 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

function wrapped(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const char of text) {
    const last = lines.length - 1;
    if (widthOf(`${lines[last]}${char}`) > width) lines.push(char);
    else lines[last] += char;
  }
  return lines;
}

/** As programs print a PDF page: columns side by side, each cell wrapped in its own width. */
export function sideBySide(
  grid: Grid,
  widths: readonly number[],
  options: { readonly align?: 'top' | 'middle'; readonly between?: string; readonly gap?: boolean } = {},
): string {
  const { align = 'top', between = '  ', gap = false } = options;
  return grid
    .flatMap((row) => {
      const cells = row.map((word, column) => wrapped(word ?? '', widths[column] ?? 10));
      const height = Math.max(...cells.map((cell) => cell.length));
      const lines = Array.from({ length: height }, (_, line) =>
        cells
          .map((cell, column) => {
            const from = align === 'middle' ? Math.floor((height - cell.length) / 2) : 0;
            return padded(cell[line - from] ?? '', widths[column] ?? 10);
          })
          .join(between)
          .trimEnd(),
      );
      return gap ? [...lines, ''] : lines;
    })
    .join('\n');
}

/** With drawn lines around the cells, as word processors of old printed them. */
export function boxed(grid: Grid, widths: readonly number[]): string {
  const rule = (from: string, middle: string, to: string): string =>
    from + widths.map((width) => '─'.repeat(width / 2)).join(middle) + to;
  const rows = grid.map((row) =>
    sideBySide([row], widths, { between: '│' })
      .split('\n')
      .map(
        (line) =>
          `│${padded(
            line,
            widths.reduce((sum, width) => sum + width, widths.length - 1),
          )}│`,
      )
      .join('\n'),
  );
  return [rule('┌', '┬', '┐'), rows.join(`\n${rule('├', '┼', '┤')}\n`), rule('└', '┴', '┘')].join('\n');
}

/** One block a row, a word of the header before each value. */
export function blocks(grid: Grid, mark: string, gap = '\n'): string {
  const [heads = [], ...rows] = grid;
  return rows
    .map((row) =>
      row
        .flatMap((word, column) => (word === null || word === '' ? [] : [`${heads[column]}${mark}${word}`]))
        .join('\n'),
    )
    .join(`${gap}\n`);
}

/** A page number and the header again behind every few rows. */
export function paged(grid: Grid, rowsEach: number, draw: (part: Grid) => string): string {
  const [heads = [], ...rows] = grid;
  const pages: string[] = [];
  for (let at = 0; at < rows.length; at += rowsEach) pages.push(draw([heads, ...rows.slice(at, at + rowsEach)]));
  return pages.map((page, at) => `${page}\n— ${at + 1} —`).join('\n');
}
