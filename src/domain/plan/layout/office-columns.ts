import type { OfficeRole } from '../import-report.ts';
import { fold, keyOf } from '../phrases/fold.ts';
import { isOfficeName } from '../phrases/office-names.ts';
import type { HeaderLeaf } from './grid-headers.ts';
import { kindOfHeader } from './header-words.ts';
import type { GridCell, GridRow } from './table-grid.ts';

/** Rows whose owners stood as marks under the names of offices, with one column of owners instead. */
export interface Joined {
  readonly leaves: readonly HeaderLeaf[];
  readonly rows: readonly GridRow[];
}

const FEWEST_OFFICES = 2;
const MOSTLY = 0.9;
const MARKS = '√✓✔☑●◆■★▲〇◎☆△□◇';
const MARK = new RegExp(`^[${MARKS}](?:\\s*[${MARKS}])*$`);
const LEADS = /^(?:牵头|牵|主办|主|主责)$/;
const HELPS = /^(?:配合|配|协办|协|协助|参与|参)$/;
const OWNS = /^(?:责任|责|承办|负责)$/;
const ROLE = '(牵头|主办|主责|责任|承办|负责|配合|协办|协助|参与)';
const LEGEND = new RegExp(
  `([${MARKS}])\\s*(?:为|是|表示|代表|指|:|-{1,2}|=)?\\s*${ROLE}|${ROLE}(?:单位|部门|科室|处室)?(?:用|以|标)?\\s*([${MARKS}])`,
  'g',
);
const LONGEST_LEGEND = 200;
const VERB: Readonly<Record<'lead' | 'support' | 'responsible', string>> = {
  lead: '牵头',
  support: '配合',
  responsible: '负责',
};

/** The role that each mark stands for. */
export type Legend = ReadonlyMap<string, OfficeRole>;

/** What the legend (●为牵头部门，○为配合部门) says each mark means; empty without one. */
export function legendIn(texts: readonly string[]): Legend {
  const legend = new Map<string, OfficeRole>();
  for (const text of texts) {
    if (text.length > LONGEST_LEGEND || !/牵头|主办|责任|负责|承办/.test(text)) continue;
    for (const match of fold(text).matchAll(LEGEND)) {
      const role = roleOfWord(match[2] ?? match[3] ?? '');
      const mark = match[1] ?? match[4];
      if (mark !== undefined && role && !legend.has(mark)) legend.set(mark, role);
    }
  }
  return legend;
}

/** Whether a word heads a column of marks about one office. */
export function isOfficeColumn(word: string): boolean {
  return word.length >= 2 && word.length <= 12 && kindOfHeader(word) === undefined && isOfficeName(word);
}

/** Puts a matrix of offices and marks into words. Null where the table is none. */
export function joinOfficeColumns(
  leaves: readonly HeaderLeaf[],
  rows: readonly GridRow[],
  readLegend: () => Legend,
): Joined | null {
  const run = officeRun(leaves);
  if (!run) return null;
  const [first, last] = [leaves[run.from]?.column ?? 0, leaves[run.to]?.column ?? 0];
  const names = leaves.slice(run.from, run.to + 1);
  const inRun = ({ column }: GridCell): boolean => column >= first && column <= last;
  const marked = rows.flatMap((row) => row.own.filter((cell) => inRun(cell) && cell.columnSpan === 1));
  const filled = marked.filter((cell) => cell.cell.text.trim() !== '');
  if (filled.length < 2 || filled.filter((cell) => isMark(cell.cell.text)).length < filled.length * MOSTLY) return null;
  const legend = readLegend();
  const lost = last - first;
  const moved = (leaf: HeaderLeaf): HeaderLeaf => (leaf.column > last ? { ...leaf, column: leaf.column - lost } : leaf);
  const owners: HeaderLeaf = { word: '责任分工', above: '', printed: '责任分工', column: first, wide: 1 };
  return {
    leaves: [...leaves.slice(0, run.from), owners, ...leaves.slice(run.to + 1).map(moved)],
    rows: rows.map((row) => joinedRow(row, first, last, names, legend)),
  };
}

/** The longest run of columns of single width that are headed by offices. */
function officeRun(leaves: readonly HeaderLeaf[]): { readonly from: number; readonly to: number } | null {
  let best: { from: number; to: number } | null = null;
  let from = -1;
  for (let at = 0; at <= leaves.length; at += 1) {
    const leaf = leaves[at];
    if (leaf && leaf.wide === 1 && isOfficeColumn(leaf.word)) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      if (at - from >= FEWEST_OFFICES && (!best || at - from > best.to - best.from + 1)) best = { from, to: at - 1 };
      from = -1;
    }
  }
  return best;
}

function isMark(text: string): boolean {
  const key = keyOf(text);
  return MARK.test(key) || roleOfWord(key) !== null;
}

function roleOfWord(word: string): OfficeRole | null {
  return LEADS.test(word) ? 'lead' : HELPS.test(word) ? 'support' : OWNS.test(word) ? 'responsible' : null;
}

function joinedRow(row: GridRow, first: number, last: number, names: readonly HeaderLeaf[], legend: Legend): GridRow {
  if (row.table === null) return row;
  const lost = last - first;
  const known = new Map<GridCell, GridCell>();
  const shifted = (cell: GridCell): GridCell => {
    const before = known.get(cell);
    if (before) return before;
    const end = cell.column + cell.columnSpan - 1;
    const covered = Math.max(0, Math.min(end, last) - Math.max(cell.column, first));
    const column = cell.column > last ? cell.column - lost : Math.min(cell.column, first);
    const moved = { ...cell, column, columnSpan: Math.max(1, cell.columnSpan - covered) };
    known.set(cell, moved);
    return moved;
  };
  const inRun = (cell: GridCell): boolean => cell.column >= first && cell.column <= last && cell.columnSpan === 1;
  const marks = row.own.filter(inRun);
  const [model] = marks;
  const text = model ? wordsOf(marks, first, names, legend) : '';
  const owner = model && { ...model, column: first, rowSpan: 1, cell: { ...model.cell, text } };
  const own = [
    ...row.own.filter((cell) => !inRun(cell) && cell.column <= last).map(shifted),
    ...(owner ? [owner] : []),
    ...row.own.filter((cell) => !inRun(cell) && cell.column > last).map(shifted),
  ];
  const slots = row.slots.flatMap((cell, column) => {
    if (column > first && column <= last) return [];
    return [column === first && owner ? owner : cell && shifted(cell)];
  });
  return { ...row, own, slots };
}

/** 党政办牵头，财务处、后勤处配合. A mark that no legend explains says who, but not what. */
function wordsOf(marks: readonly GridCell[], first: number, names: readonly HeaderLeaf[], legend: Legend): string {
  const byRole = new Map<keyof typeof VERB, string[]>();
  for (const { column, cell } of marks) {
    const key = keyOf(cell.text);
    const name = names[column - first]?.printed;
    if (name === undefined || !isMark(key)) continue;
    const stated = roleOfWord(key) ?? legend.get(key[0] ?? '') ?? 'responsible';
    const role = stated === 'lead' || stated === 'support' ? stated : 'responsible';
    byRole.set(role, [...(byRole.get(role) ?? []), name]);
  }
  const said = (['lead', 'responsible', 'support'] as const).flatMap((role) => {
    const offices = byRole.get(role);
    return offices ? [`${offices.join('、')}${VERB[role]}`] : [];
  });
  return said.join('，');
}
