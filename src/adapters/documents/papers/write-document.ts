import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { DocumentPaper, PaperBlock } from '../../../domain/reports/paper.ts';
import { storableText } from '../storable-text.ts';
import { drawChart } from './draw-chart.ts';
import { drawTable } from './draw-table.ts';
import {
  BODY_LINE,
  BODY_WIDTH,
  CHARACTER,
  FONT,
  FONT_TABLE,
  PAGE,
  SIZE,
  TABLE_LINE,
  TITLE_LINE,
} from './official-form.ts';
import { wide } from './row-height.ts';

/** Two characters, whatever their size. */
const INDENT = { firstLineChars: 200, firstLine: 2 * CHARACTER } as const;
const GREY = '7F7F7F';
/** 28 in the standard's grid; without one 三号 is a little wider. */
const LINE_CHARACTERS = BODY_WIDTH / CHARACTER;

/** Writes a document in official form: its part about fonts, margins and pages is in `official-form.ts`. */
export async function writeDocument(paper: DocumentPaper): Promise<Uint8Array> {
  const document = new Document({
    creator: '督办',
    title: storableText(paper.title.replaceAll('\n', '')),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: FONT.body, size: SIZE.三号 } } } },
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: header(paper.mark), even: header(paper.mark) },
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: [
          ...opening(paper),
          ...paper.blocks.flatMap((block, at) => drawBlock(block, at === paper.blocks.length - 1)),
          ...closing(paper),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document, undefined, [FONT_TABLE]));
}

function opening({ title, addressee }: DocumentPaper): readonly Paragraph[] {
  return [
    ...title.split('\n').map(
      (line, at, lines) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { ...TITLE_LINE, after: at === lines.length - 1 ? BODY_LINE.line : 0 },
          keepNext: true,
          children: [run(line, { font: FONT.title, size: SIZE.二号 })],
        }),
    ),
    ...(addressee === null ? [] : [new Paragraph({ spacing: BODY_LINE, children: [run(addressee)] })]),
  ];
}

/** @param isLast it goes over to the next page with the signature: that never stands alone there */
function drawBlock(block: PaperBlock, isLast: boolean) {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          spacing: BODY_LINE,
          indent: INDENT,
          keepNext: true,
          children: [run(block.text, { font: block.level === 1 ? FONT.heading1 : FONT.heading2 })],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          spacing: BODY_LINE,
          indent: INDENT,
          keepNext: isLast,
          keepLines: isLast,
          children: [run(block.text)],
        }),
      ];
    case 'table':
      return drawTable(block.table);
    case 'chart':
      return [drawChart(block.chart)];
  }
}

/** 署名 two characters from the right edge and the date two further in; where the date is longer, that ends there. */
function closing({ signature, notes }: DocumentPaper): readonly Paragraph[] {
  const lines = notes.map(
    (note) =>
      new Paragraph({
        spacing: TABLE_LINE,
        indent: INDENT,
        children: [run(note, { font: FONT.body, size: SIZE.小四 })],
      }),
  );
  if (!signature) return [blank(), ...lines];
  const office = widthOf(signature.office);
  const date = widthOf(signature.date);
  const start = Math.min(LINE_CHARACTERS - 2 - office, LINE_CHARACTERS - 4 - date);
  return [
    blank(),
    signed(signature.office, Math.max(0, start), true),
    signed(signature.date, Math.max(0, start + 2), false),
    blank(),
    ...lines,
  ];
}

function signed(text: string, fromLeft: number, keepNext: boolean): Paragraph {
  const indent = { left: Math.round(fromLeft * CHARACTER) };
  return new Paragraph({ spacing: BODY_LINE, indent, keepNext, children: [run(text)] });
}

/** In Chinese characters: digits are half as wide. */
function widthOf(text: string): number {
  return wide(text) / 2;
}

function blank(): Paragraph {
  return new Paragraph({ spacing: BODY_LINE, keepNext: true, children: [] });
}

function header(mark: string | null): Header {
  const children = mark === null ? [] : [run(mark, { font: FONT.heading1, size: SIZE.小四, color: GREY })];
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] });
}

/** `— 1 —`, one character from the outer edge. */
function footer(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'];
  const edge = { [alignment]: CHARACTER };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: edge,
        children: [new TextRun({ children, font: FONT.page, size: SIZE.四号 })],
      }),
    ],
  });
}

function run(
  text: string,
  look: { readonly font?: (typeof FONT)[keyof typeof FONT]; readonly size?: number; readonly color?: string } = {},
): ParagraphChild {
  return new TextRun({ text: storableText(text), ...look });
}
