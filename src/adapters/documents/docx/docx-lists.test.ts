import { describe, expect, it } from 'vitest';
import { lvl, numPr, p, rawDocx, tbl, tc, tr } from '../../../../tests/support/docx-builder.ts';
import { DocxDocumentReader } from '../docx-document-reader.ts';

async function texts(body: string, numbering: string, styles?: string): Promise<readonly string[]> {
  const bytes = rawDocx({ body, numbering, ...(styles === undefined ? {} : { styles }) });
  const { blocks } = await new DocxDocumentReader().read({ name: 'a.docx', bytes });
  return blocks.flatMap((block) => (block.type === 'table' ? block.cells.map(({ text }) => text) : [block.text]));
}

const list = (id: number, inside: string): string => `<w:abstractNum w:abstractNumId="${id}">${inside}</w:abstractNum>`;
const use = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const startsAt = (level: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
const OUTLINE = list(
  0,
  lvl(0, 'chineseCounting', '%1、') +
    lvl(1, 'chineseCounting', '（%2）') +
    lvl(2, 'decimal', '%3.') +
    lvl(3, 'decimal', '（%4）'),
);

describe('automatic numbers stand in front of their text as Word prints them', () => {
  it('through all levels, each beginning anew under the next', async () => {
    const body = [0, 1, 1, 2, 2, 3, 0, 1, 2].map((level) => p('项', numPr(1, level))).join('');
    expect(await texts(body, OUTLINE + use(1, 0))).toEqual([
      '一、项',
      '（一）项',
      '（二）项',
      '1.项',
      '2.项',
      '（1）项',
      '二、项',
      '（一）项',
      '1.项',
    ]);
  });

  it.each([
    ['chineseCounting', '%1、', 21, '二十一、项'],
    ['chineseCountingThousand', '第%1条', 105, '第一百零五条 项'],
    ['chineseLegalSimplified', '%1、', 12, '壹拾贰、项'],
    ['ideographDigital', '%1', 10, '一〇 项'],
    ['decimalEnclosedCircle', '%1', 3, '③ 项'],
    ['decimalEnclosedCircleChinese', '%1', 21, '㉑ 项'],
    ['decimalEnclosedParen', '%1', 2, '⑵ 项'],
    ['decimalEnclosedFullstop', '%1', 2, '⒉ 项'],
    ['decimalFullWidth', '%1．', 12, '１２．项'],
    ['decimalZero', '%1', 7, '07 项'],
    ['upperLetter', '%1)', 2, 'B)项'],
    ['lowerLetter', '%1)', 28, 'bb)项'],
    ['upperRoman', '%1.', 4, 'IV.项'],
    ['ideographTraditional', '%1、', 2, '乙、项'],
    ['ideographZodiac', '%1、', 1, '子、项'],
    ['none', '%1附', 1, '附 项'],
    ['bullet', '\uf0b7', 1, '项'],
    ['someNewFormat', '%1.', 5, '5.项'],
  ])('%s %s', async (format, pattern, start, expected) => {
    expect(await texts(p('项', numPr(1)), list(0, lvl(0, format, pattern)) + use(1, 0, startsAt(0, start)))).toEqual([
      expected,
    ]);
  });

  it('001, 002 as Word 2010 began to write it', async () => {
    const custom =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const level = `<w:lvl w:ilvl="0"><w:start w:val="9"/>${custom}<w:lvlText w:val="%1"/></w:lvl>`;
    expect(await texts(p('项', numPr(1)), list(0, level) + use(1, 0))).toEqual(['009 项']);
  });

  it('the numbers of the levels above too, in plain digits where the level is legal', async () => {
    const levels =
      lvl(0, 'chineseCounting', '%1、') + lvl(1, 'decimal', '%1.%2') + lvl(2, 'decimal', '%1.%2.%3', '<w:isLgl/>');
    const body = p('甲', numPr(1)) + p('乙', numPr(1, 1)) + p('丙', numPr(1, 2)) + p('丁', numPr(1, 1));
    expect(await texts(body, list(0, levels) + use(1, 0))).toEqual(['一、甲', '一.1 乙', '1.1.1 丙', '一.2 丁']);
  });

  it('a blank keeps a number and a year apart', async () => {
    expect(await texts(p('2026年', numPr(1)), list(0, lvl(0, 'decimal', '%1.')) + use(1, 0))).toEqual(['1. 2026年']);
  });

  it('two uses of a list count on together, one with a start of its own begins there', async () => {
    const body = [1, 1, 2, 3, 3, 1].map((id) => p('项', numPr(id))).join('');
    const numbering = list(0, lvl(0, 'decimal', '%1.')) + use(1, 0) + use(2, 0) + use(3, 0, startsAt(0, 1));
    expect(await texts(body, numbering)).toEqual(['1.项', '2.项', '3.项', '1.项', '2.项', '3.项']);
  });

  it('a use may print a level in its own way', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${lvl(0, 'decimal', '（%1）')}</w:lvlOverride>`;
    expect(await texts(p('项', numPr(1)), list(0, lvl(0, 'decimal', '%1.')) + use(1, 0, own))).toEqual(['（1）项']);
  });

  it('a level that never begins anew goes on', async () => {
    const levels = lvl(0, 'chineseCounting', '%1、') + lvl(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>');
    const body = [0, 1, 1, 0, 1].map((level) => p('项', numPr(1, level))).join('');
    expect(await texts(body, list(0, levels) + use(1, 0))).toEqual(['一、项', '1.项', '2.项', '二、项', '3.项']);
  });

  it('numbers come from styles, at the level that the list gives to the style', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/></w:style>';
    const levels =
      lvl(0, 'chineseCounting', '%1、', '<w:pStyle w:val="h1"/>') +
      lvl(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="h2"/>');
    const styled = (id: string, more = ''): string => p('项', `<w:pStyle w:val="${id}"/>${more}`);
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const body = styled('h1') + styled('h2') + styled('h2', none) + styled('h2') + styled('h1');
    expect(await texts(body, list(0, levels) + use(1, 0), styles)).toEqual([
      '一、项',
      '（一）项',
      '项',
      '（二）项',
      '二、项',
    ]);
  });

  it('a list that is kept in a list style', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      list(0, `<w:styleLink w:val="s"/>${lvl(0, 'decimal', '%1、')}`) +
      list(5, '<w:numStyleLink w:val="s"/>') +
      use(1, 0) +
      use(2, 5);
    expect(await texts(p('项', numPr(2)), numbering, styles)).toEqual(['1、项']);
  });

  it('cells of numbers only, none for the rest of a merged cell or for a hidden paragraph', async () => {
    const number = (merge = ''): string => tc(p('', numPr(1)), merge);
    const restart = '<w:vMerge w:val="restart"/>';
    const body =
      tbl(tr([number(restart), tc('甲')]), tr([number('<w:vMerge/>'), tc('乙')]), tr([number(), tc('丙')])) +
      p('', `${numPr(1)}<w:rPr><w:vanish/></w:rPr>`) +
      p('丁', numPr(1));
    expect(await texts(body, list(0, lvl(0, 'decimal', '%1')) + use(1, 0))).toEqual([
      '1',
      '甲',
      '乙',
      '2',
      '丙',
      '3 丁',
    ]);
  });
});
