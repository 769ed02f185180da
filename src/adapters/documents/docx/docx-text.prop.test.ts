import fc from 'fast-check';
import { expect, it } from 'vitest';
import { p, r, rawDocx, tbl, tc, tr } from '../../../../tests/support/docx-builder.ts';
import { DocxDocumentReader } from '../docx-document-reader.ts';

type Piece =
  | { readonly type: 'paragraph'; readonly text: string; readonly box: readonly Piece[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly TableCell[])[]; readonly before: number };

interface TableCell {
  readonly span: number;
  readonly merge: 'none' | 'restart' | 'continue';
  readonly pieces: readonly Piece[];
}

const TEXT = fc.string({
  unit: fc.constantFrom(...Array.from('推进政务公开（一）1.<&>"\' \t\u3000𠮷é')),
  minLength: 1,
  maxLength: 8,
});
const { pieces } = fc.letrec<{
  pieces: readonly Piece[];
  piece: Piece;
  paragraph: Piece;
  table: Piece;
  cell: TableCell;
}>((tie) => ({
  pieces: fc.array(tie('piece'), { maxLength: 4, depthIdentifier: 'inside' }),
  piece: fc.oneof({ depthSize: 'small', depthIdentifier: 'inside' }, tie('paragraph'), tie('table')),
  paragraph: fc.record({
    type: fc.constant('paragraph' as const),
    text: TEXT,
    box: fc.oneof({ depthIdentifier: 'inside' }, fc.constant([]), tie('pieces')),
  }),
  table: fc.record({
    type: fc.constant('table' as const),
    rows: fc.array(fc.array(tie('cell'), { maxLength: 4 }), { maxLength: 4 }),
    before: fc.nat(2),
  }),
  cell: fc.record({
    span: fc.integer({ min: 1, max: 3 }),
    merge: fc.constantFrom('none' as const, 'restart' as const, 'continue' as const),
    pieces: tie('pieces'),
  }),
}));

const MERGES = { none: '', restart: '<w:vMerge w:val="restart"/>', continue: '<w:vMerge/>' };

/** Every paragraph gets a number of its own: a covered cell that repeats another is left out on purpose. */
function bodyOf(all: readonly Piece[]): { readonly xml: string; readonly text: string } {
  let count = 0;
  let text = '';
  const render = (piece: Piece): string => {
    if (piece.type === 'table') {
      const rows = piece.rows.map((row) =>
        tr(
          row.map((cell) =>
            tc(cell.pieces.map(render).join('') || p(''), `<w:gridSpan w:val="${cell.span}"/>${MERGES[cell.merge]}`),
          ),
          `<w:gridBefore w:val="${piece.before}"/>`,
        ),
      );
      return tbl(...rows);
    }
    count += 1;
    const own = `${piece.text}〔${count}〕`;
    text += own;
    const box = piece.box.map(render).join('');
    const shape = box === '' ? '' : `<w:r><w:pict><w:txbxContent>${box}</w:txbxContent></w:pict></w:r>`;
    const [first = '', ...others] = Array.from(own);
    return `<w:p>${r(first)}${shape}${r(others.join(''))}</w:p>`;
  };
  return { xml: all.map(render).join(''), text };
}

const charactersOf = (text: string): readonly string[] => Array.from(text.replace(/\s/gu, '')).toSorted();

it('every character of paragraphs, cells, nested tables and text boxes comes out once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 3 }), async (groups) => {
      const { xml, text } = bodyOf(groups.flat());
      const bytes = rawDocx({ body: `${xml}${p('完')}` });
      const { blocks } = await new DocxDocumentReader().read({ name: 'a.docx', bytes });
      const read = blocks
        .map((block) => (block.type === 'table' ? block.cells.map((cell) => cell.text).join('') : block.text))
        .join('');
      expect(charactersOf(read)).toEqual(charactersOf(`${text}完`));
      expect(blocks.some(overlaps)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

function overlaps(block: Awaited<ReturnType<DocxDocumentReader['read']>>['blocks'][number]): boolean {
  if (block.type !== 'table') return false;
  const taken = new Set<string>();
  for (const { row, column, rowSpan, columnSpan } of block.cells) {
    for (let down = row; down < row + rowSpan; down += 1) {
      for (let across = column; across < column + columnSpan; across += 1) {
        const at = `${down},${across}`;
        if (taken.has(at)) return true;
        taken.add(at);
      }
    }
  }
  return false;
}
