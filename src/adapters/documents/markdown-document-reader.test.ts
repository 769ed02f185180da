import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../domain/plan/source-document.ts';
import { MarkdownDocumentReader } from './markdown-document-reader.ts';

const read = async (text: string): Promise<readonly Block[]> =>
  (await new MarkdownDocumentReader().read({ name: 'a.md', bytes: new TextEncoder().encode(text) })).blocks;

describe('a markdown plan', () => {
  it('from a file has its title, its table and its signature in order', async () => {
    const file = fileURLToPath(new URL('../../../tests/fixtures/documents/pipe-plan.md', import.meta.url));
    const blocks = await read(readFileSync(file, 'utf8'));
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'table', 'paragraph', 'paragraph']);
    expect(blocks[2]?.type === 'table' && blocks[2].cells).toHaveLength(16);
  });

  it('has its pipe tables as tables, with the marks inside cells taken out', async () => {
    const blocks = await read(
      '| 任务 | 单位 |\n|:--|--:|\n| **公开**<br>标准 | 甲\\|乙科 |\n|  | [丙科](http://x.cn) |\n\n后文',
    );
    expect(blocks).toMatchObject([
      {
        type: 'table',
        place: '表 1',
        cells: [
          { row: 0, column: 0, text: '任务' },
          { row: 0, column: 1, text: '单位' },
          { row: 1, column: 0, text: '公开\n标准', place: '表 1 第 2 行' },
          { row: 1, column: 1, text: '甲|乙科' },
          { row: 2, column: 0, text: '' },
          { row: 2, column: 1, text: '丙科' },
        ],
      },
      { type: 'paragraph', text: '后文', place: '第 6 行' },
    ]);
  });

  it.each([
    ['without a ruler', '序号 | 任务 | 单位\n1 | 甲 | 乙'],
    ['with a row that has more cells than the header', '| 任务 | 单位 |\n|---|---|\n| 甲 | 乙 | 丙 |'],
    ['with a row that has fewer', '| 任务 | 单位 | 时限 |\n|---|---|---|\n| 甲 | 乙 |'],
    ['in full-width pipes', '｜任务｜单位｜\n｜甲｜乙｜'],
  ])('leaves pipes %s as the lines that they are', async (_, text) => {
    const blocks = await read(text);
    expect(blocks.every(({ type }) => type === 'line')).toBe(true);
    expect(blocks.map((block) => block.type !== 'table' && block.text).join('\n')).toBe(text);
  });

  it('has headings, indented paragraphs and the numbers of lists as written', async () => {
    const blocks = await read(
      '# 要点\n\n　　第一段。\n第二段。\n\n    缩进段。\n\n3. 甲\n4) 乙\n- 丙\n\n一、不是列表\n---\n**粗**体 2*3',
    );
    expect(blocks.map((block) => block.type !== 'table' && block.text)).toEqual([
      '要点',
      '第一段。',
      '第二段。',
      '缩进段。',
      '3. 甲',
      '4) 乙',
      '丙',
      '一、不是列表',
      '粗体 2*3',
    ]);
  });

  it('may have HTML tables in it, blank lines inside them too', async () => {
    const blocks = await read(
      '前文\n<table><tr><td rowspan=2>甲</td><td>乙</td></tr>\n\n<tr><td>丙</td></tr></table>\n\n后文',
    );
    expect(blocks).toMatchObject([
      { text: '前文' },
      { type: 'table', cells: [{ text: '甲', rowSpan: 2 }, { text: '乙' }, { text: '丙' }] },
      { text: '后文', place: '第 6 行' },
    ]);
  });

  it.each([
    ['links', '['],
    ['quotes', '>'],
    ['tables', '<table>'],
    ['closed tables', '<table></table>\n'],
    ['pipes', '|'],
    ['rows', '| 甲 | 乙 |\n'],
    ['list marks', '- '],
    ['stars', '*_`'],
  ])('of five megabytes of %s is done with before anybody wonders', async (_, part) => {
    const start = process.cpuUsage();
    const text = `甲\n${part.repeat(Math.floor((5 * 1024 * 1024) / part.length))}`;
    await read(text).catch((error: unknown) => expect(error).toMatchObject({ name: 'DocumentError' }));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
