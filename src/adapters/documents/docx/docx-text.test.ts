import { describe, expect, it } from 'vitest';
import { lvl, numPr, p, type RawParts, r, rawDocx, tbl, tc, tr } from '../../../../tests/support/docx-builder.ts';
import type { SourceDocument } from '../../../domain/plan/source-document.ts';
import { DocxDocumentReader } from '../docx-document-reader.ts';

async function read(body: string, more: Omit<RawParts, 'body'> = {}): Promise<SourceDocument> {
  return new DocxDocumentReader().read({ name: 'a.docx', bytes: rawDocx({ body, ...more }) });
}

async function paragraphs(body: string, more: Omit<RawParts, 'body'> = {}): Promise<readonly string[]> {
  return (await read(body, more)).blocks.map((block) => (block.type === 'table' ? '[表]' : block.text));
}

const run = (inside: string): string => `<w:p><w:r>${inside}</w:r></w:p>`;
const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;

describe('a Word document gives the text that a reader sees', () => {
  it.each([
    ['runs of one word joined', `<w:p>${r('政务')}${r('公开')}</w:p>`, ['政务公开']],
    [
      'tabs, line breaks and hyphens',
      run(
        '<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>A</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>B</w:t>',
      ),
      ['甲\t乙\n丙\nA-B'],
    ],
    ['no tab for the tab stops of a format', p('甲', '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'), ['甲']],
    [
      'ticked and empty boxes',
      run(
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>主动公开</w:t><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:t>不予公开</w:t>',
      ),
      ['☑主动公开□不予公开'],
    ],
    [
      'letters typed in a font of signs',
      `<w:p>${r('R', '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>')}${r('公开')}</w:p>`,
      ['☑公开'],
    ],
    [
      'the result of a field, not its code',
      `<w:p>${field('begin')}${code(' PAGEREF x ')}${field('separate')}${r('12')}${field('end')}${r('页')}</w:p>`,
      ['12页'],
    ],
    [
      'a field within the code of a field once',
      `<w:p>${field('begin')}${code('IF ')}${field('begin')}${code('MERGEFIELD a')}${field('separate')}${r('内')}${field('end')}${field('separate')}${r('外')}${field('end')}</w:p>`,
      ['外'],
    ],
    ['text that a broken field would hide', `<w:p>${field('begin')}${r('甲')}</w:p>${p('乙')}`, ['甲', '乙']],
    [
      'a circled number that is a formula',
      `<w:p>${field('begin')}${code('eq \\o\\ac(○,11)')}${field('end')}${r('推进')}</w:p>`,
      ['⑪推进'],
    ],
    [
      'links, smart tags and content controls',
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink>${r('链接')}</w:hyperlink><w:smartTag>${r('标记')}</w:smartTag></w:p></w:sdtContent></w:sdt>`,
      ['链接标记'],
    ],
    [
      'one of two alternatives',
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ['新'],
    ],
    [
      'a text box behind the paragraph that holds it, once',
      `<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice Requires="wps">${box('框')}</mc:Choice><mc:Fallback><w:pict>${box('框')}</w:pict></mc:Fallback></mc:AlternateContent><w:t>后</w:t></w:r></w:p>`,
      ['前后', '框'],
    ],
    [
      'the base of a reading',
      run('<w:ruby><w:rt><w:r><w:t>zheng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>政</w:t></w:r></w:rubyBase></w:ruby>'),
      ['政'],
    ],
    [
      'no hidden text',
      `<w:p>${r('甲')}${r('乙', '<w:vanish/>')}${r('丙', '<w:vanish w:val="false"/>')}</w:p>`,
      ['甲丙'],
    ],
    ['a formula’s letters', '<w:p><m:oMath><m:r><m:t>≥90%</m:t></m:r></m:oMath></w:p>', ['≥90%']],
    ['text in elements nobody knows', `<w:p><w:new>${r('甲')}</w:new></w:p><w:r><w:t>乙</w:t></w:r>`, ['甲', '乙']],
    ['paragraphs inside paragraphs', `<w:p>${r('甲')}${p('乙')}${r('丙')}</w:p>`, ['甲', '乙', '丙']],
  ])('%s', async (_, body, expected) => {
    expect(await paragraphs(body)).toEqual(expected);
  });

  it('places count the paragraphs that have text, and tables and their rows', async () => {
    const { blocks } = await read(`${p('甲')}${p(' ')}${p('乙')}${tbl(tr([tc('丙')]), tr([tc('丁')]))}${p('戊')}`);
    expect(blocks.map(({ place }) => place)).toEqual(['第 1 段', '第 2 段', '表 1', '第 3 段']);
    expect(blocks[2]).toMatchObject({ cells: [{ place: '表 1 第 1 行' }, { place: '表 1 第 2 行' }] });
  });

  it('footnotes follow the text in the order in which it refers to them', async () => {
    const refer = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, text: string, type = ''): string =>
      `<w:${kind} w:id="${id}"${type}>${p(text)}</w:${kind}>`;
    const { blocks } = await read(
      `<w:p>${r('甲')}${refer('footnote', 3)}${refer('footnote', 2)}${refer('endnote', 2)}</w:p>`,
      {
        footnotes: `${note('footnote', 0, '线', ' w:type="separator"')}${note('footnote', 2, '二')}${note('footnote', 3, '三')}${note('footnote', 9, '无人引用')}`,
        endnotes: note('endnote', 2, '末'),
      },
    );
    expect(blocks.map((block) => [block.place, block.type === 'paragraph' && block.text])).toEqual([
      ['第 1 段', '甲'],
      ['脚注 1', '三'],
      ['脚注 2', '二'],
      ['尾注 1', '末'],
    ]);
  });
});

describe('revisions', () => {
  it('are read as accepted, and the document says so', async () => {
    const del = (text: string): string => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const { blocks, notes } = await read(
      `<w:p>${r('甲')}${del('旧')}<w:ins w:id="2">${r('新')}</w:ins><w:moveFrom w:id="3">${r('移')}</w:moveFrom></w:p>` +
        tbl(tr([tc('删')], '<w:del w:id="4"/>'), tr([tc('留'), tc('去', '<w:cellDel w:id="5"/>')])),
    );
    expect(blocks[0]).toMatchObject({ text: '甲新' });
    expect(blocks[1]).toMatchObject({ cells: [{ row: 0, column: 0, text: '留' }] });
    expect(notes).toEqual([{ kind: 'revisions-accepted', text: '文件含修订标记，按“接受全部修订”读取' }]);
  });

  it('a paragraph whose end was deleted goes on in the next', async () => {
    const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
    expect(await paragraphs(`${p('甲', gone)}${p('乙')}${p('丙', gone)}`)).toEqual(['甲乙', '丙']);
  });

  it('a changed format counts as it is now', async () => {
    const changed = '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:pPrChange>';
    const { blocks, notes } = await read(p('甲', changed));
    expect(blocks).toMatchObject([{ text: '甲' }]);
    expect(notes).toBeUndefined();
  });
});

describe('what is left out is said', () => {
  it.each([
    ['hidden text', `${p('甲')}<w:p>${r('乙', '<w:vanish/>')}</w:p>`, 'hidden-text-ignored'],
    ['pictures', `<w:p>${r('甲')}<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r></w:p>`, 'pictures-ignored'],
    ['parts in other formats', `${p('甲')}<w:altChunk r:id="x"/>`, 'embedded-part-ignored'],
  ])('%s', async (_, body, kind) => {
    const { blocks, notes } = await read(body);
    expect(blocks).toHaveLength(1);
    expect(notes?.map((note) => note.kind)).toEqual([kind]);
  });

  it.each([
    ['only pictures', '<w:p><w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r></w:p>', 'no-text'],
    ['nothing', '<w:p/>', 'empty'],
  ])('%s is an error', async (_, body, code) => {
    await expect(read(body)).rejects.toMatchObject({ name: 'DocumentError', code });
  });
});

describe('other ways of writing the same document', () => {
  it('the strict namespaces, and other prefixes', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const xml = `<x:document xmlns:x="${strict}"><x:body><x:tbl><x:tr><x:tc><x:tcPr><x:gridSpan x:val="2"/></x:tcPr><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:tc></x:tr></x:tbl></x:body></x:document>`;
    const { blocks } = await read('', { others: { 'word/document.xml': new TextEncoder().encode(xml) } });
    expect(blocks).toMatchObject([{ cells: [{ text: '甲', columnSpan: 2 }] }]);
  });

  it('a main part by another name', async () => {
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const others = { '_rels/.rels': new TextEncoder().encode(relations) };
    const { blocks } = await read(p('甲'), { main: 'word/document2.xml', others });
    expect(blocks).toMatchObject([{ text: '甲' }]);
  });

  it('one XML file, as older systems export it, with the numbers that it states', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"><w:styles><w:style w:type="paragraph" w:styleId="a"><w:rPr><w:b/></w:rPr></w:style></w:styles><w:body><wx:sect><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></wx:sect></w:body></w:wordDocument>`;
    const { blocks } = await new DocxDocumentReader().read({ name: 'a.doc', bytes: new TextEncoder().encode(xml) });
    expect(blocks).toMatchObject([{ text: '一、甲' }, { cells: [{ text: '乙', rowSpan: 2 }] }]);
  });

  it('all parts of the package in one XML file', async () => {
    const pkg = 'http://schemas.microsoft.com/office/2006/xmlPackage';
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const inside = (name: string, xml: string): string =>
      `<pkg:part pkg:name="/word/${name}.xml"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
    const xml =
      `<?xml version="1.0"?><pkg:package xmlns:pkg="${pkg}" xmlns:w="${w}">` +
      inside('header1', `<w:hdr>${p('页眉')}</w:hdr>`) +
      inside('document', `<w:document><w:body>${p('甲', numPr(1))}</w:body></w:document>`) +
      inside('comments', `<w:comments><w:comment>${p('批注')}</w:comment></w:comments>`) +
      inside(
        'numbering',
        `<w:numbering><w:abstractNum w:abstractNumId="0">${lvl(0, 'chineseCounting', '%1、')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
      ) +
      '</pkg:package>';
    const { blocks } = await new DocxDocumentReader().read({ name: 'a.xml', bytes: new TextEncoder().encode(xml) });
    expect(blocks).toMatchObject([{ text: '一、甲' }]);
  });
});
