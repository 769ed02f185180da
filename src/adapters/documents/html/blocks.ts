import type { Block } from '../../../domain/plan/source-document.ts';
import { cellText, DataTables, hasText, textBesideCells } from './data-table.ts';
import { type FlowItem, flowOf } from './flow-text.ts';
import { gridOf } from './table-grid.ts';
import { type Element, parseHtml } from './tree.ts';
import { articleOf, isSeen } from './visible.ts';

/** Where counting stands; several pages in one file are counted through. */
export interface Count {
  paragraphs: number;
  tables: number;
}

/** @throws DocumentError `damaged` */
export function htmlBlocks(html: string, count: Count): readonly Block[] {
  const tables = new DataTables();
  const root = articleOf(parseHtml(html, isSeen));
  const isData = (table: Element): boolean => tables.isData(table);
  return flowOf(root, isData).flatMap((item) => blocksOf(item, count, isData));
}

function blocksOf(item: FlowItem, count: Count, isData: (table: Element) => boolean): readonly Block[] {
  if (item.type === 'text') return [paragraph(item.text, count)];
  if (item.type === 'preformatted') return linesOf(item.text, count);
  const beside = textBesideCells(item.table)
    .filter(hasText)
    .flatMap((element) => flowOf({ name: 'div', attributes: {}, children: [element] }, isData))
    .flatMap((each) => blocksOf(each, count, isData));
  return [...beside, tableBlock(item.table, count)];
}

function paragraph(text: string, count: Count): Block {
  count.paragraphs += 1;
  return { type: 'paragraph', text, place: `第 ${count.paragraphs} 段` };
}

/** Preformatted text keeps its lines, blank ones too. */
function linesOf(text: string, count: Count): readonly Block[] {
  const lines = text.replace(/^\r?\n|\s+$/g, '').split(/\r\n|\n|\r/);
  return lines.map((line) => {
    count.paragraphs += 1;
    return { type: 'line', text: line, place: `第 ${count.paragraphs} 段` };
  });
}

function tableBlock(table: Element, count: Count): Block {
  count.tables += 1;
  const place = `表 ${count.tables}`;
  return {
    type: 'table',
    place,
    cells: gridOf(table).map(({ row, column, rowSpan, columnSpan, element }) => {
      return { row, column, rowSpan, columnSpan, text: cellText({ element }), place: `${place} 第 ${row + 1} 行` };
    }),
  };
}
