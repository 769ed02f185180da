import { layOut } from '../../src/domain/plan/layout/lay-out.ts';
import type { PlanRow } from '../../src/domain/plan/layout/table-rows.ts';
import type { Block, Cell } from '../../src/domain/plan/source-document.ts';

/** A table as it is drawn: cells between `|`, `<` goes on with the cell to the left, `^` with the one above, `/` breaks a line. */
export function table(drawing: string, name = '表 1'): Block {
  const grid = drawing
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split('|')
        .map((cell) => cell.trim()),
    );
  const cells: Cell[] = [];
  grid.forEach((row, r) => {
    row.forEach((text, c) => {
      if (text === '<' || text === '^') return;
      let columnSpan = 1;
      while (row[c + columnSpan] === '<') columnSpan += 1;
      let rowSpan = 1;
      while (grid[r + rowSpan]?.[c] === '^') rowSpan += 1;
      const place = `${name} 第 ${r + 1} 行`;
      cells.push({ row: r, column: c, rowSpan, columnSpan, text: text.replaceAll('/', '\n'), place });
    });
  });
  return { type: 'table', cells, place: name };
}

export function paragraph(text: string): Block {
  return { type: 'paragraph', text, place: '段落' };
}

export function rowsIn(...blocks: readonly (Block | string)[]) {
  const layout = layOut({
    name: 'plan.docx',
    blocks: blocks.map((block) => (typeof block === 'string' ? table(block) : block)),
  });
  return (layout?.tables ?? []).flatMap(({ rows }) => rows);
}

/** {@link rowLine} of each row. */
export function linesOf(...blocks: readonly (Block | string)[]): string[] {
  return rowsIn(...blocks).map(rowLine);
}

/** `no|areas|text|owners|deadline`; `?` after what was filled in from above. */
export function rowLine(row: PlanRow): string {
  return [
    row.no ?? '',
    row.area.join('>'),
    row.text,
    row.owners.map(({ text, role }) => `${text}${role === null ? '' : `=${role}`}`).join('+') +
      (row.ownersInferred ? '?' : ''),
    row.deadline + (row.deadlineInferred ? '?' : ''),
  ].join('|');
}
