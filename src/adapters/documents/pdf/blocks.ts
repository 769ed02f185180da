import type { Block } from '../../../domain/plan/source-document.ts';
import { goesOn, joinTables, type TableOnPage } from './join-tables.ts';
import { looseBlocks, type PlacedLine } from './loose-text.ts';
import { withoutFurniture } from './page-furniture.ts';
import type { PageMarks } from './page-marks.ts';
import { type PageParts, partsOf } from './page-parts.ts';
import { marginsOf } from './paragraphs.ts';

type Placed = ({ readonly type: 'table' } & TableOnPage) | ({ readonly type: 'line' } & PlacedLine);

/** Pages as the blocks of one document: tables go on over page breaks, lines become paragraphs. */
export function blocksOf(pages: readonly PageMarks[]): readonly Block[] {
  const placed = withoutFurniture(pages.map(partsOf)).flatMap(placesOn);
  const margins = marginsOf(placed.filter((part) => part.type === 'line'));
  const blocks: (readonly Block[])[] = [];
  for (let at = 0; at < placed.length; ) {
    const end = runEnd(placed, at);
    const run = placed.slice(at, end);
    const tables = run.filter((part) => part.type === 'table');
    if (tables.length > 0) blocks.push([joinTables(tables)]);
    else
      blocks.push(
        looseBlocks(
          run.filter((part) => part.type === 'line'),
          margins,
        ),
      );
    at = end;
  }
  return blocks.flat();
}

function placesOn(page: PageParts): readonly Placed[] {
  let tables = 0;
  let lines = 0;
  return page.parts.map((part): Placed => {
    if (part.type === 'table') {
      tables += 1;
      return { type: 'table', table: part, page: page.number, index: tables };
    }
    lines += 1;
    const place = `第 ${page.number} 页 第 ${lines} 行`;
    return { type: 'line', line: part.line, page: page.number, pageWidth: page.width, place };
  });
}

/** The end of the lines that begin here, or of the table with the parts of it on the next pages. */
function runEnd(placed: readonly Placed[], start: number): number {
  let end = start + 1;
  for (; end < placed.length; end += 1) {
    const above = placed[end - 1];
    const next = placed[end];
    if (!above || !next || above.type !== next.type) break;
    if (above.type === 'table' && next.type === 'table') {
      if (next.page !== above.page + 1 || !goesOn(above.table, next.table)) break;
    }
  }
  return end;
}
