import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalMergeType,
} from 'docx';
import { strToU8, type Zippable, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

/** The insides of the parts of a `.docx`, as WordprocessingML; without a part the file has none. */
export interface RawParts {
  readonly body: string;
  /** Name of the part that has the body. */
  readonly main?: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  /** Further parts by their names. */
  readonly others?: Readonly<Record<string, Uint8Array>>;
}

/** A `.docx` of just these parts, for what no library writes: revisions, odd merges, broken files. */
export function rawDocx(parts: RawParts): Uint8Array {
  const { body, main = 'word/document.xml', styles, numbering, footnotes, endnotes, others = {} } = parts;
  const files: Zippable = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    [main]: part('w:document', `<w:body>${body}</w:body>`),
    ...(styles === undefined ? {} : { 'word/styles.xml': part('w:styles', styles) }),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': part('w:numbering', numbering) }),
    ...(footnotes === undefined ? {} : { 'word/footnotes.xml': part('w:footnotes', footnotes) }),
    ...(endnotes === undefined ? {} : { 'word/endnotes.xml': part('w:endnotes', endnotes) }),
    ...others,
  };
  return zipSync(files);
}

/** A part's XML around its inside. */
export function part(root: string, inside: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${root} ${NAMESPACES}>${inside}</${root}>`);
}

/** A paragraph of one run, with the insides of `w:pPr` where it has any. */
export function p(text: string, format = ''): string {
  return `<w:p>${format === '' ? '' : `<w:pPr>${format}</w:pPr>`}${r(text)}</w:p>`;
}

export function r(text: string, format = ''): string {
  return `<w:r>${format === '' ? '' : `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

export function tbl(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

export function tr(cells: readonly string[], format = ''): string {
  return `<w:tr>${format === '' ? '' : `<w:trPr>${format}</w:trPr>`}${cells.join('')}</w:tr>`;
}

/** @param content text, or elements where it begins with one */
export function tc(content: string, format = ''): string {
  return `<w:tc><w:tcPr>${format}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
}

/** A list level: `lvl(0, 'chineseCounting', '%1、')`. */
export function lvl(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export function numPr(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A plan as Word users make it: a title, prose with automatic numbers, and one table in which the areas are merged cells. */
export async function planDocx(input: {
  readonly title: string;
  readonly prose: readonly string[];
  readonly header: readonly string[];
  /** Rows by the area that stands in one merged cell at their left. */
  readonly areas: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[];
}): Promise<Uint8Array> {
  const cell = (text: string, verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]) =>
    new TableCell({ children: [new Paragraph(text)], ...(verticalMerge ? { verticalMerge } : {}) });
  const rows = input.areas.flatMap(({ name, rows: ofArea }) =>
    ofArea.map(
      (row, at) =>
        new TableRow({
          children: [
            cell(at === 0 ? name : '', at === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE),
            ...row.map((text) => cell(text)),
          ],
        }),
    ),
  );
  const header = new TableRow({ tableHeader: true, children: input.header.map((text) => cell(text)) });
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'prose',
          levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph(input.title),
          ...input.prose.map((text) => new Paragraph({ text, numbering: { reference: 'prose', level: 0 } })),
          new Table({ rows: [header, ...rows] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
