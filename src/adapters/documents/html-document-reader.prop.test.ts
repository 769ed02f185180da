import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../domain/plan/source-document.ts';
import { HtmlDocumentReader } from './html-document-reader.ts';

const read = async (html: string): Promise<readonly Block[]> =>
  (await new HtmlDocumentReader().read({ name: 'a.html', bytes: new TextEncoder().encode(html) })).blocks;

const word = fc.string({
  unit: fc.constantFrom(...Array.from('甲乙丙丁市局1２（）、。a')),
  minLength: 1,
  maxLength: 6,
});
const cell = fc.record({
  words: fc.array(word, { maxLength: 3 }),
  rowSpan: fc.constantFrom('', '0', '1', '2', '7', '65535', '-1', 'x'),
  columnSpan: fc.constantFrom('', '1', '2', '3', '0', '999999999999', 'x'),
});
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

function htmlOf(rows: typeof table extends fc.Arbitrary<infer T> ? T : never): string {
  const cells = (row: (typeof rows)[number]): string =>
    row
      .map(({ words, rowSpan, columnSpan }) => {
        return `<td rowspan="${rowSpan}" colspan="${columnSpan}">${words.map((each) => `<p>${each}</p>`).join('')}</td>`;
      })
      .join('');
  return `<p>题</p><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
}

describe('a table of a web page, whatever its spans say', () => {
  it('loses no character and invents none', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const expected = `题${rows
          .flat()
          .flatMap(({ words }) => words)
          .join('')}`;
        const texts = (await read(htmlOf(rows))).flatMap((block) =>
          block.type === 'table' ? block.cells.map(({ text }) => text) : [block.text],
        );
        expect(texts.join('').replaceAll('\n', '')).toBe(expected);
      }),
    );
  });

  it('gives a grid in which no cell begins where another lies, and spans end inside', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        for (const block of await read(htmlOf(rows))) {
          if (block.type !== 'table') continue;
          const starts = block.cells.map(({ row, column }) => `${row} ${column}`);
          expect(new Set(starts).size).toBe(starts.length);
          for (const { row, rowSpan, columnSpan } of block.cells) {
            expect(row + rowSpan).toBeLessThanOrEqual(rows.length);
            expect(columnSpan).toBeGreaterThanOrEqual(1);
            expect(columnSpan).toBeLessThanOrEqual(200);
          }
        }
      }),
    );
  });
});
