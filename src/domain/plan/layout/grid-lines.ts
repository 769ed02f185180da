import type { Line, StreamCell } from './cell-stream.ts';
import { type GridCell, type GridRow, looseRow } from './table-grid.ts';

const RULER = /^[\s|:+=-]*$/;
const PIPE = /[|｜]/;
/** A cell that is broken over more lines is none. */
const MOST_WRAPPED = 40;

/** |---|:--:| below the header of a markdown table. */
export function isRuler(text: string): boolean {
  return RULER.test(text) && /--|==|:-|-:/.test(text);
}

/** One row a line, cells between pipes, with or without the outer ones. */
export function pipeRows(lines: readonly Line[]): readonly GridRow[] {
  const closed = lines.filter((line) => /[|｜]\s*$/.test(line.text)).length;
  const piped = lines.filter((line) => PIPE.test(line.text)).length;
  return joinWrapped(lines, closed > piped * 0.8).flatMap((line, index): readonly GridRow[] => {
    const text = line.text.trim();
    if (text === '' || isRuler(text)) return [];
    if (!PIPE.test(text)) return [looseRow({ text, place: line.place, gap: 'line' }, index)];
    const parts = text.replace(/^[|｜]|[|｜]$/g, '').split(PIPE);
    return [
      lineRow(
        parts.map((part) => part.replace(/<br\s*\/?>/gi, '\n').replaceAll('**', '')),
        line.place,
        index,
      ),
    ];
  });
}

/** One row a line, cells between tabs. */
export function tabRows(lines: readonly Line[]): readonly GridRow[] {
  const led = lines.filter((line) => tabInside(line.text)).every((line) => line.text.startsWith('\t'));
  return lines.flatMap((line, index): readonly GridRow[] => {
    if (line.text.trim() === '') return [];
    const parts = (led ? line.text.replace(/^\t/, '') : line.text).split('\t');
    if (parts.length < 2) return [looseRow({ text: line.text.trim(), place: line.place, gap: 'line' }, index)];
    return [lineRow(parts, line.place, index)];
  });
}

/** A tab behind a word of the same line. */
export function tabInside(text: string): boolean {
  return text.split('\n').some((line) => line.trim().includes('\t'));
}

export function lineRow(parts: readonly string[], place: string, row: number): GridRow {
  return lineCells(
    parts.map((part): StreamCell => ({ text: part.trim(), place, gap: 'cell' })),
    row,
  );
}

/** A row of which only the order of its cells is known. */
export function lineCells(cells: readonly StreamCell[], row: number): GridRow {
  const own = cells.map((cell, column): GridCell => ({ cell, row, column, rowSpan: 1, columnSpan: 1 }));
  return { slots: own, own, table: 0, ragged: true, spaced: false };
}

function pipesIn(text: string): number {
  return text.split(PIPE).length - 1;
}

/** How many pipes most lines have that end with one; with as many a line is a row, though its last cell is not closed. */
function usualPipes(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { text } of lines) {
    const pipes = /[|｜]\s*$/.test(text) ? pipesIn(text) : 0;
    if (pipes > 1) counts.set(pipes, (counts.get(pipes) ?? 0) + 1);
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [Number.POSITIVE_INFINITY];
  return usual;
}

/** Where every row ends with a pipe, a line without one goes on in the next. */
function joinWrapped(lines: readonly Line[], closed: boolean): readonly Line[] {
  if (!closed) return lines;
  const usual = usualPipes(lines);
  const joined: Line[] = [];
  let open = 0;
  for (const line of lines) {
    const last = joined.at(-1);
    if (open > 0 && last) joined[joined.length - 1] = { ...last, text: `${last.text}\n${line.text}` };
    else joined.push(line);
    const ends = /[|｜]\s*$/.test(line.text) || pipesIn(line.text) >= usual;
    open = ends || (open === 0 && !PIPE.test(line.text)) || open > MOST_WRAPPED ? 0 : open + 1;
  }
  return joined;
}
