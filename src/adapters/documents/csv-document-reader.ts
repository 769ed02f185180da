import type { Block, SourceDocument } from '../../domain/plan/source-document.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { DELIMITERS, parseRecords } from './csv-table.ts';
import { DocumentError } from './document-error.ts';
import { decodeText, lineBlocks } from './text-document-reader.ts';
import { sheetBlocks } from './xlsx/sheet-blocks.ts';

type Records = readonly (readonly string[])[];

const MAX_CELLS = 500_000;
/** Enough to tell the separator by. */
const SAMPLE = 100;
/** How many of the records must have as many cells as most: a title has fewer, and hand-written ones lose a comma here and there. */
const LEAST_SHARE = 0.6;
/** Chinese prose has full-width commas too; there they make no even columns. */
const FULL_WIDTH = /[\uff0c\uff1b]/;
const LEAST_SHARE_FULL_WIDTH = 0.9;

/** Delimited text in UTF-8, UTF-16 or GB18030; what makes no table is read as lines. */
export class CsvDocumentReader implements DocumentReader {
  async read({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument> {
    const text = decodeText(bytes);
    if (text.trim() === '') throw new DocumentError('empty');
    const delimiter = delimiterOf(text);
    const records = delimiter === undefined ? undefined : parseRecords(text, delimiter);
    return { name, blocks: records ? tableBlocks(records) : lineBlocks(text) };
  }
}

/** The separator that gives the most even columns; `undefined` where none gives columns. */
function delimiterOf(text: string): string | undefined {
  const readings = DELIMITERS.map((delimiter) => ({
    delimiter,
    ...evenness(parseRecords(text, delimiter, SAMPLE) ?? []),
  }));
  return readings
    .filter(
      ({ delimiter, share, width }) =>
        width > 1 && share >= (FULL_WIDTH.test(delimiter) ? LEAST_SHARE_FULL_WIDTH : LEAST_SHARE),
    )
    .sort((a, b) => b.share - a.share || b.width - a.width)[0]?.delimiter;
}

/** The width that most records have, and how many of them have it. */
function evenness(records: Records): { readonly width: number; readonly share: number } {
  const filled = records.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width = 0, count = 0] = [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [];
  return { width, share: filled.length === 0 ? 0 : count / filled.length };
}

function tableBlocks(records: Records): readonly Block[] {
  const rows = new Map<number, ReadonlyMap<number, string>>();
  let cellCount = 0;
  for (const [row, cells] of records.entries()) {
    const texts = new Map<number, string>();
    for (const [column, cell] of cells.entries()) {
      const text = cell.replace(/\r\n?/g, '\n');
      if (text.trim() !== '') texts.set(column, text);
    }
    cellCount += texts.size;
    if (cellCount > MAX_CELLS) throw new DocumentError('too-large');
    if (texts.size > 0) rows.set(row, texts);
  }
  const nothing = { merges: [], hiddenRows: new Set<number>(), hiddenColumns: new Set<number>(), openFormulas: 0 };
  return sheetBlocks('', { rows, ...nothing });
}
