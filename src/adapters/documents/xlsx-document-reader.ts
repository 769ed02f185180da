import { HEADER_WITHIN, OWN_COLUMN } from '../../domain/plan/own-columns.ts';
import type { Block, DocumentNote, SourceDocument } from '../../domain/plan/source-document.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { DocumentError } from './document-error.ts';
import { readSharedStrings } from './xlsx/cell-strings.ts';
import { readNumberFormats } from './xlsx/number-formats.ts';
import { readSheet, type SheetContent } from './xlsx/read-sheet.ts';
import { sheetBlocks } from './xlsx/sheet-blocks.ts';
import { CellWording } from './xlsx/shown-value.ts';
import { openWorkbook, type WorkbookParts } from './xlsx/workbook-parts.ts';

/** Every visible sheet of a workbook, in the order of the tabs. What the notes name was not read. */
export class XlsxDocumentReader implements DocumentReader {
  async read({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument> {
    const { blocks, notes, hasPictures } = readWorkbook(bytes);
    if (blocks.length === 0) throw new DocumentError(hasPictures ? 'no-text' : 'empty');
    return { name, blocks, notes };
  }
}

function readWorkbook(bytes: Uint8Array): {
  blocks: readonly Block[];
  notes: readonly DocumentNote[];
  hasPictures: boolean;
} {
  const workbook = openWorkbook(bytes);
  const context = {
    strings: readSharedStrings(partOf(workbook, workbook.stringsPath)),
    formats: readNumberFormats(partOf(workbook, workbook.stylesPath)),
    wording: new CellWording(workbook.countsFrom1904),
  };
  const sheets: (readonly Block[])[] = [];
  const notes: DocumentNote[] = [];
  for (const { name, isHidden, path } of workbook.sheets) {
    const sheet = isHidden ? undefined : partOf(workbook, path);
    if (isHidden) notes.push({ kind: 'sheet-hidden', text: `工作表“${name}”已隐藏，未读取。` });
    if (!sheet) continue;
    const content = unfiltered(readSheet(sheet, context));
    sheets.push(sheetBlocks(name, content));
    notes.push(...notesOf(name, content));
  }
  const hasPictures = workbook.parts.names.some((part) => /^\/?xl\/media\//i.test(part));
  return { blocks: sheets.flat(), notes, hasPictures };
}

function partOf({ parts }: WorkbookParts, path: string | undefined): Uint8Array | undefined {
  return path === undefined ? undefined : parts.find(path);
}

/** In an export of ours that comes back a filter hides rows, and nobody means to strike them. */
function unfiltered(content: SheetContent): SheetContent {
  const exported = [...content.rows].some(
    ([row, cells]) => row < HEADER_WITHIN && [...cells.values()].some((text) => text.startsWith(OWN_COLUMN)),
  );
  return exported ? { ...content, hiddenRows: new Set(), hiddenColumns: new Set() } : content;
}

/** Only what has text is missed: sheets hide blank rows and columns by the thousand. */
function notesOf(
  name: string,
  { rows, hiddenRows, hiddenColumns, openFormulas }: SheetContent,
): readonly DocumentNote[] {
  const hiddenWithText = [...rows.keys()].filter((row) => hiddenRows.has(row));
  const columns = new Set<number>();
  for (const cells of rows.values())
    for (const column of cells.keys()) if (hiddenColumns.has(column)) columns.add(column);
  return [
    ...note('rows-hidden', hiddenWithText.length, `工作表“${name}”有 ${hiddenWithText.length} 行已隐藏，未读取。`),
    ...note('columns-hidden', columns.size, `工作表“${name}”有 ${columns.size} 列已隐藏，未读取。`),
    ...note('formulas-open', openFormulas, `工作表“${name}”有 ${openFormulas} 个公式没有保存计算结果，未读取。`),
  ];
}

function note(kind: string, count: number, text: string): readonly DocumentNote[] {
  return count === 0 ? [] : [{ kind, text }];
}
