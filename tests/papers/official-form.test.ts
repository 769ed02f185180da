import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DocxDocumentReader } from '../../src/adapters/documents/docx-document-reader.ts';
import { LibraryPaperFile } from '../../src/adapters/documents/papers/library-paper-file.ts';
import { LibraryTableFile } from '../../src/adapters/documents/table-file.ts';
import type { DocumentPaper } from '../../src/domain/reports/paper.ts';
import { blockLines } from '../support/block-lines.ts';

const PAPER: DocumentPaper = {
  mark: '草稿',
  title: '关于2026年11月政务公开\n信息报送情况的通报',
  addressee: '各科室：',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'heading', level: 2, text: '（一）信息' },
    { kind: 'paragraph', text: '共报送3条。' },
    {
      kind: 'table',
      table: {
        caption: '情况表',
        columns: [
          { title: '单位', width: 2, align: 'left' },
          { title: '采用', width: 1, align: 'center' },
        ],
        rows: [
          ['办公室', '2'],
          ['=1+1\u0001<科>', '\ud800'],
        ],
        hasTotal: false,
      },
    },
    {
      kind: 'chart',
      chart: {
        title: '采用条数',
        categories: ['办公室', '法规科'],
        bars: { name: '采用', values: [2, 0.5] },
        target: { name: '指标', values: [2, null] },
      },
    },
  ],
  signature: { office: '云州市城乡建设局办公室', date: '2026年12月4日' },
  notes: ['附注：口径。'],
};

async function partsOf(paper: DocumentPaper): Promise<Readonly<Record<string, Uint8Array>>> {
  return unzipSync(await new LibraryPaperFile().writeDocument(paper));
}
const textOf = (part: Uint8Array | undefined) => new TextDecoder().decode(part);

describe('a document in official form', () => {
  it('has the page, the characters and the lines of GB/T 9704', async () => {
    const parts = await partsOf(PAPER);
    const body = textOf(parts['word/document.xml']);
    // 210 × 297 mm; 37, 35, 28 and 26 mm, in twentieths of a point.
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(body).toMatch(
      /w:eastAsia="方正小标宋简体"(?:(?!<w:t ).)*<w:sz w:val="44"\/>(?:(?!<w:t ).)*<w:t [^>]*>关于2026年11月/,
    );
    expect(body).toMatch(/w:eastAsia="黑体"(?:(?!<w:t ).)*<w:t [^>]*>一、总体情况/);
    expect(body).toMatch(/w:eastAsia="楷体_GB2312"(?:(?!<w:t ).)*<w:t [^>]*>（一）信息/);
    expect(textOf(parts['word/styles.xml'])).toMatch(/仿宋_GB2312.*<w:sz w:val="32"\/>/);
    expect(body).toMatch(/w:firstLineChars="200"/);
    // 28.95 points.
    expect(body).toMatch(/w:line="579" w:lineRule="exact"/);
    expect(textOf(parts['word/fontTable.xml'])).toContain(
      '<w:font w:name="方正小标宋简体"><w:altName w:val="宋体,SimSun"/>',
    );
  });

  it('numbers its pages — 1 — on the outer side, and says that it is a draft on each', async () => {
    const parts = await partsOf(PAPER);
    const [odd, even] = [textOf(parts['word/footer1.xml']), textOf(parts['word/footer2.xml'])];
    for (const footer of [odd, even]) expect(footer).toMatch(/— .*PAGE.* —/);
    expect([odd, even].map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1])).toEqual(['right', 'left']);
    expect(textOf(parts['word/header1.xml'])).toContain('草稿');
    expect(textOf((await partsOf({ ...PAPER, mark: null }))['word/header1.xml'])).not.toContain('草稿');
  });

  it('draws its chart as an office chart whose numbers stand in a workbook', async () => {
    const parts = await partsOf(PAPER);
    const chart = textOf(parts['word/charts/chart1.xml']);
    expect(chart).toContain('<c:barChart>');
    expect(chart).toContain('<c:lineChart>');
    const sheet = parts['word/embeddings/Microsoft_Excel_Worksheet1.xlsx'] ?? new Uint8Array();
    const { rows } = await new LibraryTableFile().read({ name: 'a.xlsx', bytes: sheet });
    expect(rows.map(({ cells }) => [...cells])).toEqual([
      ['', '采用', '指标'],
      ['办公室', '2', '2'],
      ['法规科', '0.5'],
    ]);
  });

  it('keeps whatever people wrote, without what would damage the file', async () => {
    const bytes = await new LibraryPaperFile().writeDocument(PAPER);
    const { blocks } = await new DocxDocumentReader().read({ name: 'a.docx', bytes });
    expect(blockLines(blocks)).toEqual(
      expect.arrayContaining([
        '各科室：',
        '（一）信息',
        '共报送3条。',
        '1,0 1x1 办公室',
        '2,0 1x1 =1+1<科>',
        '2,1 1x1 ',
      ]),
    );
  });
});
