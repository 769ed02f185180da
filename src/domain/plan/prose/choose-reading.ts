import type { TaskRow } from '../draft-task.ts';
import type { PrintedColumn } from '../import-report.ts';
import { type Layout, layOut, linesIn } from '../layout/lay-out.ts';
import { fold } from '../phrases/fold.ts';
import { isPersonName, isTitledName } from '../phrases/person-names.ts';
import type { HeadLine } from '../plan-head.ts';
import type { Block, SourceDocument } from '../source-document.ts';
import type { ProseItem } from './collect.ts';
import { joinTable } from './join-table.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { rowOf } from './prose-row.ts';
import { isOwned, type ProsePlan, readProse } from './read-prose.ts';

/** A document as rows, whether they stood in a table or in running text. Every word of it is in one of the parts. */
export interface Reading {
  readonly rows: readonly TaskRow[];
  /** Null for running text. */
  readonly columns: readonly PrintedColumn[] | null;
  readonly hasDeadlines: boolean;
  /** Lines before and behind the rows, for the head of the plan. */
  readonly above: readonly HeadLine[];
  readonly below: readonly HeadLine[];
  /** Running text that may say about the rows what they do not say themselves. */
  readonly beside: readonly Paragraph[];
  /** Clauses without an owner among clauses that have one. */
  readonly unowned: readonly Paragraph[];
  /** Clauses with an owner that the table does not have. */
  readonly notInTable: readonly ProseItem[];
  readonly outside: readonly Paragraph[];
}

/** Many times the longest plan; what is longer is refused unread, so that no file can keep the reader busy. */
const MOST_CHARACTERS = 3_000_000;
const MOST_LINES = 60_000;
const CONTACTS = /联系|电话|手机|邮箱|姓名|职务/;
/** A column of these has no task in it. */
const ROSTER_HEADER = /^(?:值班|带班|值守)|姓名|^人员$|联系人|联[络系]员|电话|手机|邮箱|职务|^open_?id$/i;
const TASK_HEADER = /任务|事项|内容|要点|项目|措施|举措|名称|目标|指标|工作/;
const CONTACT_WORDS = /^(?:[\w.+-]{1,64}@[\w.-]{1,80}|[+(]?\d[\d\s()+-]{4,24}|\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?)$/;
const MOSTLY = 0.6;
const CLEARLY_MORE = 1.5;

/** Reads a document both ways where both are possible and takes the one that finds who does what. Null where neither does. */
export function chooseReading(document: SourceDocument): Reading | null {
  const layout = layOut(document);
  if (!layout) return proseReading(document.blocks);
  const rows = layout.tables.flatMap((table) => table.rows);
  const outside = paragraphsOf([...layout.before, ...layout.leftover].map(asParagraph));
  const prose = readProse(outside);
  const owned = (prose?.items ?? []).filter(isOwned).length;
  if (isContacts(layout) && owned > 0) return proseReading(document.blocks);
  if (isRoster(layout)) return owned > 0 ? proseReading(document.blocks) : null;
  if (!isSure(rows)) {
    const whole = proseReading(document.blocks);
    const inProse = (whole?.rows ?? []).filter((row) => row.owners.length > 0).length;
    if (whole && inProse > ownedRows(rows) * CLEARLY_MORE + 1) return whole;
  }
  return tableReading(layout, rows, outside, prose);
}

function tableReading(
  layout: Layout,
  rows: readonly TaskRow[],
  paragraphs: readonly Paragraph[],
  prose: ProsePlan | null,
): Reading {
  const columns = layout.tables[0]?.columns.map(({ header, kind, role }) => ({ header, kind, role })) ?? [];
  const joined = joinTable(rows, prose, columns);
  const apart = joined.apart ? joined.missing.map(rowOf) : [];
  const unmatched = new Set(joined.missing.map((item) => item.paragraph.at));
  const told = new Set([...joined.matched, ...unmatched]);
  return {
    rows: [...apart, ...joined.rows],
    columns: layout.tables.every((table) => sameColumns(table.columns, columns)) ? columns : null,
    hasDeadlines: layout.tables.some((table) => table.columns.some((column) => column.kind === 'deadline')),
    above: linesIn(layout.before),
    below: linesIn(layout.leftover),
    beside: joined.apart ? (prose?.outside ?? []) : paragraphs.filter(({ at }) => !unmatched.has(at)),
    unowned: joined.apart ? (prose?.unowned ?? []) : [],
    notInTable: joined.apart ? [] : joined.missing,
    outside: joined.apart ? (prose?.outside ?? []) : paragraphs.filter(({ at }) => !told.has(at)),
  };
}

/** Only tables under the same headers can be written again as one. */
function sameColumns(own: readonly PrintedColumn[], columns: readonly PrintedColumn[]): boolean {
  return (
    own.length === columns.length &&
    own.every(({ header, kind, role }, at) => {
      const other = columns[at];
      return other?.header === header && other.kind === kind && other.role === role;
    })
  );
}

function proseReading(blocks: readonly Block[]): Reading | null {
  if (lengthOf(blocks) > MOST_CHARACTERS || countLines(blocks) > MOST_LINES) return null;
  const prose = readProse(paragraphsOf(blocks));
  if (!prose) return null;
  return {
    rows: prose.items.map(rowOf),
    columns: null,
    hasDeadlines: prose.items.some((item) => item.duty.deadline !== null),
    above: prose.above,
    below: prose.below,
    beside: prose.outside,
    unowned: prose.unowned,
    notInTable: [],
    outside: [...prose.outside, ...tableTexts(blocks)],
  };
}

function countLines(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.type !== 'table' && block.text.trim() !== '' ? 1 : 0), 0);
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'table' ? 0 : block.text.length), 0);
}

/** A table that is not the plan: its rows as lines. */
function tableTexts(blocks: readonly Block[]): readonly Paragraph[] {
  return blocks.flatMap((block, index) => {
    if (block.type !== 'table') return [];
    const text = block.cells.map((cell) => cell.text.trim()).filter((cell) => cell !== '');
    return text.length === 0 ? [] : [{ text: text.join('　'), place: block.place, at: index }];
  });
}

/** Most rows say who does them; then nothing else in the document can be the plan. */
function isSure(rows: readonly TaskRow[]): boolean {
  return ownedRows(rows) >= rows.length * 0.5 && rows.length > 0;
}

function ownedRows(rows: readonly TaskRow[]): number {
  return rows.filter((row) => row.owners.length > 0 && !row.ownersInferred).length;
}

function isContacts(layout: Layout): boolean {
  return layout.tables.every((table) => table.columns.filter(({ header }) => CONTACTS.test(header)).length >= 2);
}

/** An address book, a duty roster: what should be items are people, telephones or dates. */
function isRoster(layout: Layout): boolean {
  return layout.tables.every((table) => {
    const headers = table.columns.filter(({ kind }) => kind === 'item').map(({ header }) => header);
    if (headers.some((header) => TASK_HEADER.test(header))) return false;
    if (headers.length > 0 && headers.every((header) => ROSTER_HEADER.test(header))) return true;
    const entries = table.rows.filter(({ text }) => isEntry(fold(text.slice(0, 100)).trim())).length;
    return entries > 0 && entries >= table.rows.length * MOSTLY;
  });
}

function isEntry(words: string): boolean {
  return CONTACT_WORDS.test(words) || isTitledName(words) || isPersonName(words);
}

function asParagraph({ text, place }: { readonly text: string; readonly place: string }): Block {
  return { type: 'paragraph', text, place };
}
