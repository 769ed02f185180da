import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { p, part, planDocx, rawDocx } from '../../../tests/support/docx-builder.ts';
import { DocxDocumentReader } from './docx-document-reader.ts';
import { ZipParts } from './zip-parts.ts';

const reader = new DocxDocumentReader();
const refused = (bytes: Uint8Array): Promise<unknown> =>
  reader.read({ name: 'a.docx', bytes }).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('documents of other programs', () => {
  it('LibreOffice: automatic numbers, a header of two levels, merged cells, a table in a cell', async () => {
    const bytes = await readFile(
      new URL('../../../tests/fixtures/documents/linjiang-libreoffice.docx', import.meta.url),
    );
    const { blocks } = await reader.read({ name: 'linjiang-libreoffice.docx', bytes });
    expect(blocks.map((block) => (block.type === 'table' ? block.place : block.text))).toEqual([
      '临江县2026年政务公开工作要点任务分工表',
      '各乡镇人民政府，县政府各部门：',
      '1.加强政策解读，重要文件印发后3个工作日内公布解读材料。（牵头单位：县政府办公室）',
      '2.规范政务公开专区建设，10月底前完成自查。（责任单位：县行政审批服务局）',
      '表 1',
      '临江县人民政府办公室',
      '2026年3月5日',
    ]);
    const cells = blocks.flatMap((block) => (block.type === 'table' ? block.cells : []));
    expect(cells).toContainEqual({
      row: 0,
      column: 2,
      rowSpan: 1,
      columnSpan: 2,
      text: '责任分工',
      place: '表 1 第 1 行',
    });
    expect(cells).toContainEqual({
      row: 2,
      column: 3,
      rowSpan: 2,
      columnSpan: 1,
      text: '县审计局\n县税务局',
      place: '表 1 第 3 行',
    });
    expect(cells.find(({ row, column }) => row === 4 && column === 1)?.text).toBe('二、加强政策解读\n图解\t视频\n问答');
  });

  it('a zip of the kind for large files', async () => {
    const folder = new URL('../../../tests/fixtures/documents/', import.meta.url);
    const large = await reader.read({ name: 'a.docx', bytes: await readFile(new URL('linjiang-zip64.docx', folder)) });
    const usual = await reader.read({
      name: 'a.docx',
      bytes: await readFile(new URL('linjiang-libreoffice.docx', folder)),
    });
    expect(large).toEqual(usual);
  });

  it('a library: numbered prose, areas that are merged down', async () => {
    const bytes = await planDocx({
      title: '云州市2026年政务公开工作要点',
      prose: ['推进决策公开', '加强政策解读'],
      header: ['领域', '序号', '事项', '牵头单位', '配合单位', '完成时限'],
      areas: [
        {
          name: '决策公开',
          rows: [
            ['1', '公布目录', '市司法局', '', '6月底前'],
            ['2', '征求意见', '市政府办公室', '各部门', '长期坚持'],
          ],
        },
      ],
    });
    const { blocks } = await reader.read({ name: 'a.docx', bytes });
    expect(blocks.slice(0, 3)).toMatchObject([{}, { text: '一、推进决策公开' }, { text: '二、加强政策解读' }]);
    const cells = blocks.flatMap((block) => (block.type === 'table' ? block.cells : []));
    expect(cells).toContainEqual({
      row: 1,
      column: 0,
      rowSpan: 2,
      columnSpan: 1,
      text: '决策公开',
      place: '表 1 第 2 行',
    });
  });
});

describe('a file made to do harm', () => {
  const LAUGHS = Array.from({ length: 9 }, (_, nth) => `<!ENTITY l${nth + 1} "${`&l${nth};`.repeat(10)}">`).join('');

  it('entities that grow are refused, unread', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "哈">${LAUGHS}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:document>`;
    expect(await refused(rawDocx({ body: '', others: { 'word/document.xml': strToU8(xml) } }))).toMatchObject({
      code: 'damaged',
    });
  });

  it('a file outside that an entity names is not opened', async () => {
    const xml = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>';
    expect(await refused(rawDocx({ body: '', others: { 'word/document.xml': strToU8(xml) } }))).toMatchObject({
      code: 'damaged',
    });
  });

  it('a part that unpacks to a thousand times its size stops early', async () => {
    const bytes = rawDocx({ body: `${p('甲')}${' '.repeat(40_000_000)}` });
    expect(bytes.length).toBeLessThan(60_000);
    expect(await refused(bytes)).toMatchObject({ code: 'too-large' });
  });

  it('what the directory says of a part’s size is not believed', () => {
    const bytes = zipSync({ a: new Uint8Array(2_000_000) });
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, 10, true);
    expect(() => new ZipParts(bytes, 1_000_000).get('a')).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  it('a changed byte is noticed', () => {
    const bytes = zipSync({ a: strToU8('政务公开') }, { level: 0 });
    bytes[30 + 1] = 0x41;
    expect(() => new ZipParts(bytes).get('a')).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  it.each([
    ['elements a million deep', '<w:sdt>'.repeat(1_000_000), 'damaged'],
    ['a part that ends anywhere', '<w:p><w:r><w:t>甲', 'damaged'],
    ['millions of cells', `<w:tbl><w:tr>${'<w:tc/>'.repeat(600_000)}</w:tr></w:tbl>`, 'too-large'],
    ['a namespace for every element', '<x:a xmlns:x="y"/>'.repeat(200_000), 'empty'],
  ])('%s', async (_, body, code) => {
    const cut = code === 'damaged';
    const whole = part('w:document', body);
    const xml = cut ? whole.subarray(0, whole.length - '</w:document>'.length) : whole;
    const bytes = zipSync({ 'word/document.xml': xml }, { level: 1 });
    const start = performance.now();
    expect(await refused(bytes)).toMatchObject({ name: 'DocumentError', code });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('tables in tables to no end', async () => {
    const depth = 240;
    const body = `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${p('甲')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
    const { blocks } = await reader.read({ name: 'a.docx', bytes: rawDocx({ body }) });
    expect(blocks).toMatchObject([{ type: 'table', cells: [{ text: '甲' }] }]);
  });
});
