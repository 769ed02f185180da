import type { Block } from '../../../domain/plan/source-document.ts';
import { plainOf } from './plain-inline.ts';

/** The cells of a line between pipes; a pipe behind a backslash is text. */
export function splitPipes(line: string): readonly string[] {
  const cells = line
    .trim()
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}

export function tableBlock(rows: readonly (readonly string[])[], place: string): Block {
  return {
    type: 'table',
    place,
    cells: rows.flatMap((row, at) =>
      row.map((cell, column) => {
        return { row: at, column, rowSpan: 1, columnSpan: 1, text: plainOf(cell), place: `${place} 第 ${at + 1} 行` };
      }),
    ),
  };
}
