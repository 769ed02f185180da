import { ownersWords } from '../cards/owner-words.ts';
import { groupBy } from '../domain/group-by.ts';
import type { DraftTask, ImportReport } from '../domain/plan/import-report.ts';
import { OWN_COLUMN } from '../domain/plan/own-columns.ts';
import { readOwners } from '../domain/plan/phrases/read-owners.ts';
import type { PlanSheet, PlanSheetCell, PlanSheetRow } from '../ports/table-file.ts';

type Layout = NonNullable<ImportReport['layout']>;
type Row = Pick<DraftTask, 'no' | 'area' | 'text' | 'printed' | 'offices' | 'people' | 'notes'>;

/** A plan without a table gets one. */
const PLAIN_COLUMNS = ['序号', '工作领域', '工作任务', '责任单位', '完成时限', '备注'] as const;

/**
 * A plan in the layout of its document, with columns of ours at the right. Reading the sheet again gives the same rows.
 *
 * @param state the texts of our columns for a row, by its position
 */
export function planSheet(input: {
  readonly title: string;
  readonly layout: ImportReport['layout'];
  readonly tasks: readonly Row[];
  readonly stateColumns: readonly string[];
  readonly state: (position: number) => readonly string[];
}): PlanSheet {
  const { title, tasks, stateColumns, state } = input;
  const layout = input.layout && tasks.every(hasPrint(input.layout)) ? input.layout : null;
  const columns = layout ? layout.columns.map(({ header }) => header) : PLAIN_COLUMNS;
  const rows = layout ? printedRows(tasks, layout, state) : plainRows(tasks, state);
  return {
    title,
    columns: [
      ...columns.map((header) => ({ title: header, isState: false })),
      ...stateColumns.map((header) => ({ title: `${OWN_COLUMN}${header}`, isState: true })),
    ],
    rows,
  };
}

function hasPrint(layout: Layout): (row: Row) => boolean {
  return ({ printed }) => printed.columns.length === layout.columns.length;
}

/** The document's own cells; headings that stood across the table stand across it again. */
function printedRows(
  tasks: readonly Row[],
  { columns }: Layout,
  state: (position: number) => readonly string[],
): readonly PlanSheetRow[] {
  const areaAt = columns.flatMap(({ kind }, at) => (kind === 'area' ? [at] : []));
  const rows: PlanSheetRow[] = [];
  let headings: readonly string[] = [];
  const texts = tasks.map((task) => task.printed.columns);
  const spans = areaSpans(tasks, texts, areaAt);
  tasks.forEach((task, position) => {
    const inColumns = new Set(areaAt.map((at) => plainText(texts[position]?.[at] ?? '')));
    const across = task.area.filter((area) => !inColumns.has(plainText(area)));
    const changed = across.findIndex((area, level) => headings[level] !== area);
    if (changed >= 0) rows.push(...across.slice(changed).map((text) => headingRow(text, task, columns)));
    headings = across;
    const cells = (texts[position] ?? []).map((text, at): PlanSheetCell => {
      const rowSpan = spans.get(`${position} ${at}`) ?? 1;
      return { text: rowSpan === 0 ? '' : text, rowSpan };
    });
    rows.push({ kind: 'cells', cells: [...cells, ...state(position).map((text) => ({ text, rowSpan: 1 }))] });
  });
  return rows;
}

/** An item whose sub-items have owners of their own stands in the items' column, any other heading across the table. */
function headingRow(text: string, { no }: Row, columns: Layout['columns']): PlanSheetRow {
  const parent = /^(\d+)\(/.exec(no ?? '')?.[1];
  if (parent === undefined || !new RegExp(`^${parent}\\D`).test(text)) return { kind: 'section', text };
  return {
    kind: 'cells',
    cells: columns.map(({ kind }) => ({ text: kind === 'item' ? text : '', rowSpan: 1 })),
  };
}

/** How many rows an area's cell stands over: as long as it and the areas left of it stay the same, and no heading comes between. */
function areaSpans(
  tasks: readonly Row[],
  texts: readonly (readonly string[])[],
  areaAt: readonly number[],
): ReadonlyMap<string, number> {
  const spans = new Map<string, number>();
  areaAt.forEach((column, level) => {
    const outer = areaAt.slice(0, level + 1);
    let start = 0;
    const same = (a: number, b: number): boolean =>
      texts[a]?.[column] !== '' &&
      outer.every((at) => texts[a]?.[at] === texts[b]?.[at]) &&
      tasks[a]?.area.join('\n') === tasks[b]?.area.join('\n');
    for (let position = 1; position <= tasks.length; position += 1) {
      if (position < tasks.length && same(start, position)) continue;
      spans.set(`${start} ${column}`, position - start);
      for (let inner = start + 1; inner < position; inner += 1) spans.set(`${inner} ${column}`, 0);
      start = position;
    }
  });
  return spans;
}

function plainRows(tasks: readonly Row[], state: (position: number) => readonly string[]): readonly PlanSheetRow[] {
  return tasks.map((task, position) => {
    const texts = [
      task.no ?? '',
      task.area.join(' / '),
      task.text,
      ownersOf(task),
      task.printed.deadline,
      remarksOf(task),
      ...state(position),
    ];
    return { kind: 'cells', cells: texts.map((text) => ({ text, rowSpan: 1 })) };
  });
}

/** The document's own words where they say the roles themselves; where the headers said them, words that do. */
function ownersOf({ printed, offices, people }: Row): string {
  const words = printed.owners.filter((text) => text !== '').join('；');
  const read = readOwners(words);
  const key = (each: Pick<DraftTask['offices'][number], 'name' | 'role'>) => `${each.role} ${each.name}`;
  const printedRoles = setOf(read.offices.map(key)) === setOf(offices.filter(isOwn).map(key));
  if (printedRoles && read.people.length === people.length) return words;
  const persons = groupBy(people, ({ role }) => role);
  const named = [...persons].map(([role, own]) => `${role}：${own.map(({ name }) => name).join('、')}`);
  return [ownersWords(offices), ...named].filter((text) => text !== '').join('；');
}

function isOwn({ role }: DraftTask['offices'][number]): boolean {
  return role !== 'upstream';
}

function remarksOf({ notes }: Row): string {
  return notes.flatMap(({ kind, text }) => (kind === 'remark' ? [text] : [])).join('；');
}

function setOf(keys: readonly string[]): string {
  return [...new Set(keys)].sort((a, b) => (a < b ? -1 : 1)).join('\n');
}

function plainText(text: string): string {
  return text.replace(/\s+/g, '');
}
