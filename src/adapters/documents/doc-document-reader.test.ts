import { readFileSync } from 'node:fs';
import CFB from 'cfb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellLines } from '../../../tests/support/block-lines.ts';
import { damagedCopies, expectReadOrRefused } from '../../../tests/support/read-or-refused.ts';
import type { Block } from '../../domain/plan/source-document.ts';
import { findDroppedCharacters } from './doc/dropped-characters.ts';
import { openWordFile } from './doc/open-word-file.ts';
import { readWordText } from './doc/piece-table.ts';
import { DocDocumentReader } from './doc-document-reader.ts';
import { FileDocumentReader } from './file-document-reader.ts';

const PLAN = new Uint8Array(readFileSync(new URL('../../../tests/fixtures/documents/linjiang.doc', import.meta.url)));
const read = async (bytes: Uint8Array) => (await new DocDocumentReader().read({ name: 'a.doc', bytes })).blocks;

/** The plan with bytes of one of its streams changed. */
function planWith(change: (streams: { main: Uint8Array; table: Uint8Array }) => void): Uint8Array {
  const container = CFB.read(Buffer.from(PLAN), { type: 'buffer' });
  const stream = (name: string): Uint8Array => {
    const entry = CFB.find(container, `/${name}`);
    if (!entry) throw new Error(`no stream ${name}`);
    entry.content = Uint8Array.from(entry.content);
    return entry.content;
  };
  change({ main: stream('WordDocument'), table: stream('1Table') });
  return Uint8Array.from(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

function put32(bytes: Uint8Array, at: number, value: number): void {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, value, true);
}

const textOf = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.type === 'table' ? block.cells.map(({ text }) => text).join('') : block.text)).join('');

function countOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const char of text.replace(/\s/g, '')) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

/** The characters of the file's text that a person sees, counted straight from its pieces. */
function seenCharacters(bytes: Uint8Array): ReadonlyMap<string, number> {
  const file = openWordFile(bytes);
  const wordText = readWordText(file);
  const { marks } = findDroppedCharacters(file, wordText);
  const main = wordText.text.slice(0, file.fib.lengths.main);
  return countOf(
    Array.from({ length: main.length }, (_, at) => (marks[at] ? '' : main.charAt(at)))
      .filter((char) => char >= ' ')
      .join(''),
  );
}

describe('a Word 97 plan', () => {
  it('is read with its automatic numbers, without deleted and hidden text, field codes and headers', async () => {
    const paragraphs = (await read(PLAN)).flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
    expect(paragraphs).toEqual([
      '临江县2026年政务公开工作要点',
      '云政办发〔2026〕7号',
      '一、总体要求',
      '坚持以公开为常态，服务群众。',
      '二、重点任务',
      '（一）推进决策公开',
      '1.每季度公开一次重大行政决策事项目录。',
      '① 组织听证',
      '② 公开结果',
      '2.按月公开财政收支。',
      '（二）推进执行公开',
      '1.每半年评估。',
      '三、保障措施',
      '加强组织\n领导\t县政府办',
      '详见县政府网站。',
      '第十条 依规办理。',
      '第十一条 及时报送。',
      '附件',
      '临江县2026年政务公开任务分工表',
      '注：以上任务长期坚持。',
      '网页正文',
      '版权',
      '指临江县各街道办事处。',
    ]);
  });

  it('keeps the merged cells of its table, on the columns of all rows', async () => {
    const table = (await read(PLAN)).find((block) => block.type === 'table');
    expect(cellLines(table)).toEqual([
      '0,0 2x1 序号',
      '0,1 2x1 类别',
      '0,2 2x1 工作任务',
      '0,3 1x2 责任分工',
      '0,5 2x1 完成时限',
      '1,3 1x1 牵头单位',
      '1,4 1x1 配合单位',
      '2,0 1x1 1',
      '2,1 3x1 决策公开',
      '2,2 1x1 发布年度目录\n并同步解读',
      '2,3 1x1 县司法局',
      '2,4 1x1 各有关单位',
      '2,5 1x1 3月底前',
      '3,0 1x1 2',
      '3,2 1x1 邀请公众列席会议',
      '3,3 2x1 县政府办',
      '3,4 1x1 ',
      '3,5 1x1 每季度',
      '4,0 1x1 3',
      '4,2 1x1 公开会议纪要',
      '4,4 1x1 县档案馆',
      '4,5 1x1 会后20个工作日内',
      '5,0 1x6 二、民生领域',
      '6,0 1x1 4',
      '6,1 1x2 教育',
      '6,3 1x2 县教育局',
      '6,5 1x1 8月31日前',
      '7,0 1x1 5',
      '7,1 1x1 养老',
      '7,2 1x1 甲\n名称\t数量\n机构\t12\n乙',
      '7,3 1x1 县民政局',
      '7,4 1x1 县财政局',
      '7,5 1x1 全年',
    ]);
  });

  it('says where everything is, and takes a frame around a web page for no table', async () => {
    const blocks = await read(PLAN);
    const tables = blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
    expect(blocks[2]?.place).toBe('第 3 段');
    expect(tables.map(({ place, cells }) => `${place}: ${cells.at(-1)?.place}`)).toEqual([
      '表 1: 表 1 第 8 行',
      '表 2: 表 2 第 2 行',
    ]);
    expect(blocks.at(-1)?.place).toBe('脚注 1');
  });
});

describe('a .doc that lost its structure', () => {
  it('without paragraph properties gives its rows as lines with tabs', async () => {
    const blocks = await read(planWith(({ main }) => put32(main, 0x9a + 8 * 13 + 4, 0)));
    const lines = blocks.flatMap((block) => (block.type === 'line' ? [block.text] : []));
    expect(lines).toContain('牵头单位\t配合单位');
    expect(textOf(blocks)).toContain('县教育局');
  });

  it('without lists goes on without numbers', async () => {
    const blocks = await read(planWith(({ main }) => put32(main, 0x9a + 8 * 74, 0x7fffffff)));
    expect(blocks.map((block) => (block.type === 'paragraph' ? block.text : ''))).toContain('总体要求');
  });

  it('loses no character whatever its properties say', async () => {
    const change = fc.record({ at: fc.nat(1_000_000), value: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 60 }), async (changes) => {
        const bytes = planWith(({ main, table }) => {
          const file = openWordFile(PLAN);
          const clx = file.fib.pieces;
          for (const { at, value } of changes) {
            // The pages of formatting lie behind the text, the pieces in a part of the table stream that stays whole.
            const position = at % table.length;
            if (position < clx.at || position >= clx.at + clx.sizeBytes) table[position] = value;
            const [first, pages] = paragraphPages(
              main,
              file.table,
              file.fib.paragraphPages.at,
              file.fib.paragraphPages.sizeBytes,
            );
            if (pages > 0) main[first + (at % pages)] = value;
          }
        });
        const found = countOf(textOf(await read(bytes)));
        for (const [char, count] of seenCharacters(bytes))
          expect(found.get(char) ?? 0, char).toBeGreaterThanOrEqual(count);
      }),
      { numRuns: 150 },
    );
  });
});

/** The first page of paragraph properties and the bytes of all of them, which follow one another. */
function paragraphPages(
  main: Uint8Array,
  table: { u32(at: number): number },
  at: number,
  sizeBytes: number,
): readonly [number, number] {
  const count = (sizeBytes - 4) / 8;
  const first = 512 * table.u32(at + 4 * (count + 1));
  return first + 512 * count <= main.length ? [first, 512 * count] : [first, 0];
}

describe('a .doc that cannot be read says why:', () => {
  it.each([
    ['no compound file', new TextEncoder().encode('not a Word file at all'), 'damaged'],
    ['cut off in its header', PLAN.slice(0, 300), 'damaged'],
    ['encrypted', planWith(({ main }) => main.set([(main[0x0b] ?? 0) | 1], 0x0b)), 'encrypted'],
    ['of Word 95', planWith(({ main }) => main.set([0x68, 0], 2)), 'damaged'],
    ['no pieces', planWith(({ main }) => put32(main, 0x9a + 8 * 33 + 4, 0)), 'damaged'],
  ])('%s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'DocumentError', code });
  });

  it.each([
    ['EncryptedPackage', 'encrypted'],
    ['Workbook', 'old-excel'],
    ['Contents', 'unknown-format'],
  ])('a compound file with %s', async (stream, code) => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, `/${stream}`, Buffer.alloc(5000, 1));
    const bytes = Uint8Array.from(CFB.write(container, { type: 'buffer' }) as Uint8Array);
    await expect(new FileDocumentReader().read({ name: 'a.doc', bytes })).rejects.toMatchObject({ code });
  });

  it.each([
    ['fields in fields', [0x13]],
    ['fields without end', [0x13, 0x14]],
    ['cells', [0x07]],
    ['paragraphs', [0x0d]],
    ['closed fields', [0x13, 0x61, 0x14, 0x62, 0x15]],
  ])('never, within time, for 5 MB of %s', async (_, pattern) => {
    const payload = Uint8Array.from({ length: 5_000_000 }, (_value, at) => pattern[at % pattern.length] ?? 0);
    const container = CFB.read(Buffer.from(PLAN), { type: 'buffer' });
    const main = CFB.find(container, '/WordDocument');
    const table = CFB.find(container, '/1Table');
    if (!main || !table) throw new Error('no streams');
    const text = Buffer.concat([Uint8Array.from(main.content), payload]);
    const pieces = Buffer.alloc(21);
    pieces.set([2, 16], 0);
    pieces.writeUInt32LE(payload.length, 9);
    pieces.writeUInt32LE((0x40000000 | (2 * main.content.length)) >>> 0, 15);
    put32(text, 0x4c, payload.length);
    put32(text, 0x9a + 8 * 33, table.content.length);
    put32(text, 0x9a + 8 * 33 + 4, pieces.length);
    table.content = Buffer.concat([Uint8Array.from(table.content), pieces]);
    main.content = text;
    const started = performance.now();
    const bytes = Uint8Array.from(CFB.write(container, { type: 'buffer' }) as Uint8Array);
    await read(bytes).catch((error: unknown) => expect(error).toMatchObject({ name: 'DocumentError' }));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('cut off anywhere', async () => {
    for (let size = 1; size < PLAN.length; size += 997) {
      await expect(read(PLAN.slice(0, size))).rejects.toMatchObject({ name: 'DocumentError' });
    }
  });

  it('whatever its bytes are', async () => {
    const size = fc.integer({ min: 512, max: PLAN.length });
    await fc.assert(
      fc.asyncProperty(damagedCopies(PLAN, 200), size, (bytes, end) => expectReadOrRefused(read(bytes.slice(0, end)))),
      { numRuns: 300 },
    );
  });
});
