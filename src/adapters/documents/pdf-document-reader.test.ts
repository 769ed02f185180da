import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { grid, line, pdf, row, text, thin, uprights } from '../../../tests/support/sample-pdf.ts';
import type { Block } from '../../domain/plan/source-document.ts';
import { PdfDocumentReader } from './pdf-document-reader.ts';

const read = async (bytes: Uint8Array): Promise<readonly Block[]> =>
  (await new PdfDocumentReader().read({ name: 'a.pdf', bytes })).blocks;
const cellsOf = (block: Block | undefined): readonly (readonly unknown[])[] =>
  block?.type === 'table'
    ? block.cells.map(({ row, column, rowSpan, columnSpan, text: words }) => [row, column, rowSpan, columnSpan, words])
    : [];

const SMALL_TABLE = `${grid([100, 130, 160])}${row(120, '序号', '任务', '单位')}${row(150, '1', '甲项', '甲科')}`;

describe('a ruled table in a PDF', () => {
  it.each([
    ['lines', line],
    ['thin boxes', thin],
  ])('drawn with %s comes as its cells', async (_, draw) => {
    const page = `${grid([100, 130, 160], draw)}${row(120, '序号', '工作任务', '责任单位')}${row(150, '1', '公开救助标准', '救助科')}`;
    const [block] = await read(pdf([page]));
    expect(cellsOf(block)).toEqual([
      [0, 0, 1, 1, '序号'],
      [0, 1, 1, 1, '工作任务'],
      [0, 2, 1, 1, '责任单位'],
      [1, 0, 1, 1, '1'],
      [1, 1, 1, 1, '公开救助标准'],
      [1, 2, 1, 1, '救助科'],
    ]);
    expect(block).toMatchObject({ place: '第 1 页 表 1' });
    expect(block?.type === 'table' && block.cells[3]?.place).toBe('第 1 页 表 1 第 2 行');
  });

  it('keeps cells that are merged down and across whole', async () => {
    const lines = [
      ...[100, 130, 190].map((y) => line(50, y, 500, y)),
      line(150, 160, 500, 160),
      line(50, 100, 50, 190),
      line(150, 130, 150, 190),
      line(400, 130, 400, 190),
      line(500, 100, 500, 190),
    ].join('');
    const words = `${text(200, 120, '任务分解表')}${text(55, 165, '主动公开')}${row(150, '', '甲项', '甲科')}${row(180, '', '乙项', '乙科')}`;
    const [block] = await read(pdf([lines + words]));
    expect(cellsOf(block)).toEqual([
      [0, 0, 1, 3, '任务分解表'],
      [1, 0, 2, 1, '主动公开'],
      [1, 1, 1, 1, '甲项'],
      [1, 2, 1, 1, '甲科'],
      [2, 1, 1, 1, '乙项'],
      [2, 2, 1, 1, '乙科'],
    ]);
  });

  it('joins a line that the width of the cell has broken, and leaves lines apart that were ended before', async () => {
    const item = `${text(155, 120, '一二三四五六七八九十一二三四五六七八九十一二三四')}${text(155, 135, '接着写完')}`;
    const page = `${grid([100, 150, 180])}${item}${text(405, 120, '教育局')}${text(405, 135, '民政局')}${row(170, '1', '甲', '乙')}`;
    const [block] = await read(pdf([page]));
    expect(cellsOf(block).slice(1, 3)).toEqual([
      [0, 1, 1, 1, '一二三四五六七八九十一二三四五六七八九十一二三四接着写完'],
      [0, 2, 1, 1, '教育局\n民政局'],
    ]);
  });

  it('is one table over a page break, page numbers left out', async () => {
    const first = `${SMALL_TABLE}${text(290, 780, '— 1 —')}`;
    const second = `${grid([60, 90])}${row(80, '2', '乙项', '乙科')}${text(290, 780, '— 2 —')}`;
    const blocks = await read(pdf([first, second]));
    expect(blocks).toHaveLength(1);
    expect(cellsOf(blocks[0]).at(-1)).toEqual([2, 2, 1, 1, '乙科']);
    expect(blocks[0]?.type === 'table' && blocks[0].cells.at(-1)?.place).toBe('第 2 页 表 1 第 1 行');
  });

  it('has a row that the page break cuts, where no line closes it, as one row', async () => {
    const first = `${line(50, 100, 500, 100)}${line(50, 130, 500, 130)}${uprights(100, 160)}${row(120, '序号', '任务', '单位')}${row(150, '1', '甲项开头，', '甲科')}`;
    const second = `${line(50, 90, 500, 90)}${line(50, 120, 500, 120)}${uprights(60, 120)}${row(80, '', '甲项结尾', '')}${row(110, '2', '乙项', '乙科')}`;
    const [block] = await read(pdf([first, second]));
    expect(cellsOf(block).slice(3)).toEqual([
      [1, 0, 1, 1, '1'],
      [1, 1, 1, 1, '甲项开头，\n甲项结尾'],
      [1, 2, 1, 1, '甲科'],
      [2, 0, 1, 1, '2'],
      [2, 1, 1, 1, '乙项'],
      [2, 2, 1, 1, '乙科'],
    ]);
  });

  it('does not take an office for two where the cell is narrow', async () => {
    const page = `${grid([100, 150, 180]).replaceAll('500', '455')}${text(55, 120, '1')}${text(155, 120, '征求意见。')}${text(405, 120, '决策承办')}${text(405, 135, '科室')}${row(170, '2', '甲', '乙')}`;
    const [block] = await read(pdf([page]));
    expect(cellsOf(block)[2]?.[4]).toBe('决策承办科室');
  });

  it.each([
    ['the page is turned', pdf([{ content: SMALL_TABLE, rotate: 180 }])],
    ['its words are written downwards', pdf([sideways()])],
  ])('is read when %s', async (_, bytes) => {
    const [block] = await read(bytes);
    expect(cellsOf(block).map(([, , , , words]) => words)).toEqual(['序号', '任务', '单位', '1', '甲项', '甲科']);
  });
});

/** The same table printed sideways on an upright page. */
function sideways(): string {
  return `q 0 -1 1 0 -200 700 cm\n${SMALL_TABLE}Q\n`;
}

describe('a file that an office programme has written', () => {
  const FOLDER = fileURLToPath(new URL('../../../tests/fixtures/documents/', import.meta.url));

  it('over two pages with a merged column and a repeated header comes whole', async () => {
    const blocks = await read(readFileSync(`${FOLDER}plan-over-pages.pdf`));
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'table', 'paragraph', 'paragraph']);
    const table = blocks[2];
    const words = table?.type === 'table' ? table.cells.map(({ text: cell }) => cell) : [];
    expect(words.filter((cell) => cell === '序号')).toHaveLength(2);
    expect(words.filter((cell) => /^\d+$/.test(cell)).map(Number)).toEqual(
      Array.from({ length: 24 }, (_, at) => at + 1),
    );
    expect(words.filter((cell) => cell.startsWith('按月公布'))).toEqual(
      Array.from({ length: 8 }, () => '按月公布城乡低保和特困人员救助供养情况，方便群众查询和监督。'),
    );
    expect(blocks.slice(3)).toMatchObject([{ text: '云州市民政局' }, { text: '2024年3月15日' }]);
  });

  it('with a password to open it is refused as such', async () => {
    const bytes = readFileSync(`${FOLDER}with-password.pdf`);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'encrypted' });
  });

  it('with a password only against copying is read', async () => {
    expect(await read(readFileSync(`${FOLDER}no-copying.pdf`))).toMatchObject([{ text: '临江县公开工作要点' }]);
  });
});

describe('text beside tables', () => {
  it('is put together to paragraphs, and the next indented line begins a new one', async () => {
    const full = '一二三四五六七八九十'.repeat(4);
    const page = `${text(70, 100, full.slice(2))}${text(50, 120, full)}${text(50, 140, '到此为止。')}${text(70, 160, '另起一段。')}`;
    expect(await read(pdf([page]))).toEqual([
      { type: 'paragraph', text: `${full.slice(2)}${full}到此为止。`, place: '第 1 页 第 1 行' },
      { type: 'paragraph', text: '另起一段。', place: '第 1 页 第 4 行' },
    ]);
  });

  it('in clear columns without lines is a table', async () => {
    const page = [100, 120, 140, 160]
      .map((y, at) => row(y, `${at + 1}`, `第${'甲乙丙丁'[at]}项任务`, '办公室'))
      .join('');
    const [block] = await read(pdf([page]));
    expect(cellsOf(block)).toHaveLength(12);
  });

  it('in two lines of columns keeps its gaps as tabs', async () => {
    const page = [100, 120].map((y) => row(y, '1', '任务', '办公室')).join('');
    expect(await read(pdf([page]))).toEqual([
      { type: 'line', text: '1\t任务\t办公室', place: '第 1 页 第 1 行' },
      { type: 'line', text: '1\t任务\t办公室', place: '第 1 页 第 2 行' },
    ]);
  });

  it('numbered by the office programme keeps each number with its text, however wide the gap', async () => {
    const items = ['1.', '2.', '一、', '（二）', '3、', '①', '第一条'];
    const page = items
      .map((mark, at) => `${text(70, 100 + at * 20, mark)}${text(120, 100 + at * 20, '公开部门预算。（财务科）')}`)
      .join('');
    const signature = text(350, 250, '云州市民政局');
    expect(await read(pdf([page + signature]))).toMatchObject([
      { type: 'paragraph', text: '1. 公开部门预算。（财务科）' },
      { text: '2. 公开部门预算。（财务科）' },
      { text: '一、公开部门预算。（财务科）' },
      { text: '（二）公开部门预算。（财务科）' },
      { text: '3、公开部门预算。（财务科）' },
      { text: '① 公开部门预算。（财务科）' },
      { text: '第一条 公开部门预算。（财务科）' },
      { text: '云州市民政局' },
    ]);
  });

  it.each([
    ['a wide gap', 110],
    ['a narrow gap', 96],
  ])('of a numbered item with %s goes on below where its text began', async (_, left) => {
    const lines = [
      text(70, 100, '1.') + text(left, 100, '一二三四五六七八九十'.repeat(4)),
      text(left, 120, `${'一二三四五六七八九十'.repeat(4)}`),
      text(left, 140, '到此为止。'),
      text(70, 160, '2.') + text(left, 160, '另一项。'),
      text(50, 180, '一二三四五六七八九十'.repeat(4)),
    ];
    const full = '一二三四五六七八九十'.repeat(8);
    expect(
      (await read(pdf([lines.join('')]))).map((block) => block.type !== 'table' && block.text.replace(' ', '')),
    ).toEqual([`1.${full}到此为止。`, '2.另一项。', '一二三四五六七八九十'.repeat(4)]);
  });

  it('in columns without lines whose first column counts 1. 2. 3. is a table', async () => {
    const head = row(80, '序号', '任务', '单位');
    const page = [100, 120, 140]
      .map((y, at) => row(y, `${at + 1}.`, '公开救助标准', at === 1 ? '' : '办公室'))
      .join('');
    const [block] = await read(pdf([head + page]));
    expect(cellsOf(block)).toHaveLength(12);
  });

  it('in a title over two lines in the middle loses nothing', async () => {
    const page = `${text(200, 60, '云州市民政局二〇二六年政务公开')}${text(240, 80, '工作要点分工方案')}${text(50, 120, '一二三四五六七八九十'.repeat(5))}`;
    expect((await read(pdf([page]))).slice(0, 2)).toMatchObject([
      { type: 'paragraph', text: '云州市民政局二〇二六年政务公开' },
      { type: 'paragraph', text: '工作要点分工方案' },
    ]);
  });

  it('is the character meant where the font names a radical, and full-width signs and ring numbers stay', async () => {
    const [block] = await read(pdf([text(50, 100, '⼈⺠政府①（⼀）')]));
    expect(block).toMatchObject({ text: '人民政府①（一）' });
  });

  it('printed twice to look bold is read once, and a slanted mark across the page is left out', async () => {
    const page = `${text(50, 100, '要点')}${text(50.3, 100, '要点')}${text(200, 400, '样张', '0.7 0.7 -0.7 0.7')}`;
    expect(await read(pdf([page]))).toEqual([{ type: 'paragraph', text: '要点', place: '第 1 页 第 1 行' }]);
  });

  it('that every page repeats at its edge is left out', async () => {
    const pages = ['甲', '乙', '丙'].map(
      (words) => `${text(60, 40, '云州市民政局文件')}${text(50, 100, `${words}段。`)}`,
    );
    expect((await read(pdf(pages))).map((block) => block.type !== 'table' && block.text)).toEqual([
      '甲段。',
      '乙段。',
      '丙段。',
    ]);
  });
});

describe('a PDF that cannot be read says why', () => {
  const good = pdf([text(50, 100, '云州市民政局工作要点分工方案')]);
  const picture = 'q 500 0 0 700 50 50 cm /Im1 Do Q\n';

  it.each([
    ['cut to its head', good.slice(0, 40), 'damaged'],
    ['no PDF inside', new TextEncoder().encode(`%PDF-1.4\n${'x'.repeat(500)}`), 'damaged'],
    ['empty pages', pdf(['', '']), 'no-text'],
    ['pictures with a page number', pdf([`${picture}${text(290, 780, '— 1 —')}`]), 'no-text'],
    ['more pages than any plan', pdf(Array.from({ length: 401 }, () => '')), 'too-large'],
  ])('%s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'DocumentError', code });
  });

  it('and one without its end is read as far as it goes, with a note', async () => {
    const whole = pdf([text(50, 100, '云州市民政局工作要点分工方案')]);
    const cut = whole.slice(0, whole.length - 20);
    const document = await new PdfDocumentReader().read({ name: 'a.pdf', bytes: cut });
    expect(document.blocks).toHaveLength(1);
    expect(document.notes).toMatchObject([{ kind: 'file-cut-off' }]);
  });

  it('and pages that are only pictures among others are named', async () => {
    const pages = [text(50, 100, '云州市民政局二〇二四年政务公开工作要点分工方案'), picture];
    const document = await new PdfDocumentReader().read({ name: 'a.pdf', bytes: pdf(pages) });
    expect(document.notes).toEqual([
      { kind: 'pages-without-text', text: '第 2 页只有图片，没有文字，未能读取，请人工核对。' },
    ]);
  });
});
