import type { Block } from '../../../domain/plan/source-document.ts';
import { alignedTable } from './aligned-table.ts';
import { withMarkJoined } from './list-mark.ts';
import { joinLines, type Margins } from './paragraphs.ts';
import { type TextLine, textOf } from './text-lines.ts';

/** A line beside the tables, with where a person finds it. */
export interface PlacedLine {
  readonly line: TextLine;
  readonly page: number;
  readonly pageWidth: number;
  readonly place: string;
}

/** From this many neighbouring lines with wide gaps on, the gaps are columns. */
const COLUMN_LINES = 2;
const NEAR = 2.6;
const INDENT = 2;

/** Lines without rules around them: aligned columns become tables or lines with tabs, the rest paragraphs. */
export function looseBlocks(printed: readonly PlacedLine[], margins: ReadonlyMap<number, Margins>): readonly Block[] {
  const lines = withMarksJoined(printed);
  const blocks: (readonly Block[])[] = [];
  let prose: PlacedLine[] = [];
  const flush = (): void => {
    blocks.push(joinLines(prose, margins));
    prose = [];
  };
  for (let at = 0; at < lines.length; ) {
    const end = columnsEnd(lines, at);
    const run = lines.slice(at, end);
    if (run.filter(({ line }) => line.segments.length > 1).length >= COLUMN_LINES) {
      flush();
      blocks.push(columnBlocks(run));
      at = end;
    } else {
      const line = lines[at];
      if (line) prose.push(line);
      at += 1;
    }
  }
  flush();
  return blocks.flat();
}

/**
 * The gap behind the number of a list is no column, unless most of the lines around have a third piece: then the numbers
 * count the rows of a table.
 */
function withMarksJoined(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const joined: PlacedLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = Math.max(at + 1, columnsEnd(lines, at));
    const run = lines.slice(at, end);
    const gaps = run.filter(({ line }) => line.segments.length > 1);
    const rows = gaps.filter(({ line }) => line.segments.length > 2);
    const isTable = rows.length * 2 >= gaps.length;
    for (const each of run) joined.push(isTable ? each : { ...each, line: withMarkJoined(each.line) });
    at = end;
  }
  return joined;
}

/** Where the lines with columns that begin here end; a line of one piece belongs to them if it stands below a later column. */
function columnsEnd(lines: readonly PlacedLine[], start: number): number {
  const first = lines[start];
  if (!first || first.line.segments.length < 2) return start;
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const above = lines[end - 1];
    const next = lines[end];
    if (!above || !next || next.page !== above.page) break;
    const { line } = next;
    const near = line.y - above.line.y <= NEAR * Math.max(line.size, above.line.size);
    const below = near && line.left > first.line.left + INDENT * line.size;
    if (line.segments.length < 2 && !below) break;
  }
  return end;
}

function columnBlocks(run: readonly PlacedLine[]): readonly Block[] {
  const table = alignedTable(run);
  if (table) return [table];
  return run.map(({ line, place }) => ({ type: 'line', text: textOf(line, '\t'), place }));
}
