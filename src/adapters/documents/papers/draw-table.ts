import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PaperTable } from '../../../domain/reports/paper.ts';
import { storableText } from '../storable-text.ts';
import { BODY_WIDTH, FONT, SIZE, TABLE_LINE } from './official-form.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE } as const;
const MARGINS = { top: 40, bottom: 40, left: 80, right: 80 } as const;

/** A table over the whole width, its header on every page, no row over two pages. */
export function drawTable({ caption, columns, rows, hasTotal }: PaperTable): readonly (Paragraph | Table)[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((BODY_WIDTH * width) / all));
  const head = columns.map(({ title }) => title);
  const table = new Table({
    width: { size: BODY_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, at) => cell(text, { width: widths[at] ?? 0, align: 'center', isHead: true })),
      }),
      ...rows.map(
        (row, position) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ align }, at) =>
              cell(row[at] ?? '', {
                width: widths[at] ?? 0,
                align,
                isHead: hasTotal && position === rows.length - 1,
              }),
            ),
          }),
      ),
    ],
  });
  const after = new Paragraph({ spacing: { line: 240 }, children: [] });
  return caption === null ? [table, after] : [captionLine(caption), table, after];
}

function captionLine(caption: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...TABLE_LINE, before: 120, after: 60 },
    keepNext: true,
    children: [new TextRun({ text: storableText(caption), font: FONT.heading1, size: SIZE.小四 })],
  });
}

function cell(
  text: string,
  { width, align, isHead }: { readonly width: number; readonly align: 'left' | 'center'; readonly isHead: boolean },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: BORDERS,
    margins: MARGINS,
    verticalAlign: VerticalAlign.CENTER,
    children: storableText(text)
      .split('\n')
      .map(
        (line) =>
          new Paragraph({
            alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
            spacing: TABLE_LINE,
            children: [new TextRun({ text: line, font: isHead ? FONT.heading1 : FONT.body, size: SIZE.小四 })],
          }),
      ),
  });
}
