import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { cellLines } from '../../../tests/support/block-lines.ts';
import type { Block } from '../../domain/plan/source-document.ts';
import { HtmlDocumentReader } from './html-document-reader.ts';

const bytesOf = (html: string): Uint8Array => new TextEncoder().encode(html);
const readBytes = async (bytes: Uint8Array): Promise<readonly Block[]> =>
  (await new HtmlDocumentReader().read({ name: 'a.html', bytes })).blocks;
const read = (html: string): Promise<readonly Block[]> => readBytes(bytesOf(html));
const wordsOf = (blocks: readonly Block[]): readonly unknown[] =>
  blocks.map((block) => (block.type === 'table' ? cellLines(block) : block.text));

const PLAN = '<table><tr><th>任务</th><th>单位</th></tr><tr><td>公开救助标准</td><td>救助科</td></tr></table>';
const PLAN_CELLS = ['0,0 1x1 任务', '0,1 1x1 单位', '1,0 1x1 公开救助标准', '1,1 1x1 救助科'];

describe('a table of a web page', () => {
  it('keeps merged cells, lines inside cells and places', async () => {
    const html =
      '<table><tr><td rowspan="2">主动<br>公开</td><td colspan=2>甲</td></tr><tr><td><p>乙</p><p>丙</p></td><td>丁&nbsp;科</td></tr></table>';
    const blocks = await read(html);
    expect(wordsOf(blocks)).toEqual([['0,0 2x1 主动\n公开', '0,1 1x2 甲', '1,1 1x1 乙\n丙', '1,2 1x1 丁 科']]);
    expect(blocks[0]).toMatchObject({ place: '表 1', cells: [{}, {}, { place: '表 1 第 2 行' }, {}] });
  });

  it.each([
    [
      'rows that say they go beyond the end',
      '<tr><td rowspan=99>甲</td><td>乙</td></tr><tr><td>丙</td></tr>',
      ['0,0 2x1 甲', '0,1 1x1 乙', '1,1 1x1 丙'],
    ],
    [
      'rowspan 0 to the end',
      '<tr><td rowspan=0>甲</td><td>乙</td></tr><tr><td>丙</td></tr>',
      ['0,0 2x1 甲', '0,1 1x1 乙', '1,1 1x1 丙'],
    ],
    [
      'a title over a thousand million columns',
      '<tr><td colspan=1000000000>题</td></tr><tr><td>甲</td><td>乙</td></tr>',
      ['0,0 1x2 题', '1,0 1x1 甲', '1,1 1x1 乙'],
    ],
    ['cells without a row', '<td>甲<td>乙<tr><td>丙<td>丁', ['0,0 1x1 甲', '0,1 1x1 乙', '1,0 1x1 丙', '1,1 1x1 丁']],
    [
      'hidden rows left out',
      '<tr><td>甲</td><td>乙</td></tr><tr style="display: none"><td>x</td><td>y</td></tr>',
      ['0,0 1x1 甲', '0,1 1x1 乙'],
    ],
  ])('with %s stays a sound grid', async (_, rows, cells) => {
    expect(wordsOf(await read(`<table>${rows}</table>`))).toEqual([cells]);
  });

  it('inside tables that only lay out the page is found, and their text is read as paragraphs', async () => {
    const html = `<table><tr><td><table><tr><td>左栏</td></tr></table></td><td><p>关于印发要点的通知</p>${PLAN}<p>特此通知。</p></td></tr></table>`;
    expect(wordsOf(await read(html))).toEqual(['左栏', '关于印发要点的通知', PLAN_CELLS, '特此通知。']);
  });

  it('that stands in a cell of a plan is the text of that cell', async () => {
    const inner = '<table><tr><td>一季度</td><td>两次</td></tr></table>';
    const row = '<tr><td>甲项</td><td>甲科</td></tr>';
    const html = `<table>${row}${row}${row}<tr><td>乙项${inner}</td><td>乙科</td></tr></table>`;
    expect((await read(html)).flatMap((block) => (block.type === 'table' ? block.cells.at(-2)?.text : []))).toEqual([
      '乙项\n一季度\n两次',
    ]);
  });
});

describe('a page of a government site', () => {
  it('comes as the article with its table, and nothing around it', async () => {
    const file = fileURLToPath(new URL('../../../tests/fixtures/documents/web-page.html', import.meta.url));
    const blocks = await readBytes(readFileSync(file));
    expect(wordsOf(blocks.filter(({ type }) => type !== 'table'))).toEqual([
      '临江县水务局2024年政务公开工作要点分工方案',
      '为做好今年的政务公开工作，制定本方案。',
      '临江县水务局',
      '2024年3月20日',
    ]);
    expect(wordsOf(blocks.filter(({ type }) => type === 'table')).flat()).toContain('1,1 2x1 一、公开水质信息');
  });
});

describe('the text of a web page', () => {
  it('is laid out as in a browser: white space, line breaks, numbers of lists, headings', async () => {
    const html =
      '<h1>工作\n 要点</h1><div>一<b>、加强</b>领导<br/>二、<span>抓好</span>落实</div><ol start=3><li>甲<li>乙<ol type=a><li>丙</ol></ol><ul><li>丁</ul>尾　注';
    expect(wordsOf(await read(html))).toEqual([
      '工作 要点',
      '一、加强领导',
      '二、抓好落实',
      '3. 甲',
      '4. 乙',
      'a. 丙',
      '丁',
      '尾　注',
    ]);
    expect((await read(html))[2]?.place).toBe('第 3 段');
  });

  it.each([
    [
      'paragraphs in its items',
      '<ol><li><p>甲</p><p>续</p></li><li><div><p>乙</p></div></li></ol>',
      ['1. 甲', '续', '2. 乙'],
    ],
    ['an item that is empty', '<ol><li> </li><li>乙</ol>', ['1.', '2. 乙']],
    ['a table in an item', `<ol><li>${PLAN}</li></ol>`, ['1.', PLAN_CELLS]],
    [
      'lists in its items',
      '<ol><li><p>甲</p><ol><li><p>子</p></li><li>丑</li></ol></li><li>乙<ol start=4><li>寅<li value=8>卯<li>辰</ol></li><li>丙</li></ol>',
      ['1. 甲', '1. 子', '2. 丑', '2. 乙', '4. 寅', '8. 卯', '9. 辰', '3. 丙'],
    ],
    [
      'lists beside its items',
      '<ol><li>甲</li><ol><li>子<li>丑</ol><li>乙</li></ol>',
      ['1. 甲', '1. 子', '2. 丑', '2. 乙'],
    ],
    ['boxes around its items', '<ol><div><li>甲</li><li>乙</li></div><li>丙</li></ol>', ['1. 甲', '2. 乙', '3. 丙']],
    [
      'Chinese numbers',
      '<ol style="list-style-type: cjk-ideographic"><li>甲<ol style="list-style:simp-chinese-informal inside" start=10><li>子<li>丑<li value=20>寅<li value=110>卯<li value=207>辰</ol></ol>',
      ['一、甲', '十、子', '十一、丑', '二十、寅', '一百一十、卯', '二百零七、辰'],
    ],
    [
      'letters named in a style',
      '<ol style="list-style-type:upper-alpha"><li>甲<li style="list-style-type:lower-roman">乙</ol>',
      ['A. 甲', 'ii. 乙'],
    ],
    ['numbers switched off', '<ol style="list-style: none"><li>1.甲<li>2.乙</ol>', ['1.甲', '2.乙']],
  ])('with a list with %s counts as a browser does', async (_, html, words) => {
    expect(wordsOf(await read(html))).toEqual(words);
  });

  it('keeps the article and leaves menus, scripts, share bars, breadcrumbs and footers out', async () => {
    const menu = '<ul class="menu">首页 机构 新闻</ul><nav><a>导航</a></nav>';
    const crumbs = '<div class="crumb">当前位置：<a>首页</a>&gt;<a>公开</a></div>';
    const share = '<div class="bdsharebuttonbox"><a>微信</a></div><script>var a="<p>x</p>"</script><p hidden>藏</p>';
    const links = `<ul>${'<li><a>云州市民政局网站</a></li>'.repeat(6)}</ul>`;
    const html = `<html><head><title>云州市</title></head><body>${menu}${crumbs}<div class="content header-top"><p>${'要点正文'.repeat(30)}</p>${PLAN}</div>${share}${links}<footer>版权</footer></body></html>`;
    expect(wordsOf(await read(html))).toEqual(['要点正文'.repeat(30), PLAN_CELLS]);
  });

  it('in a page whose article is named like a menu is still read', async () => {
    const text = '各科室要按照分工抓好落实。'.repeat(20);
    expect(wordsOf(await read(`<div id="nav"><p>${text}</p></div>`))).toEqual([text]);
  });

  it.each([
    ['UTF-8 whatever the page says', bytesOf(`<meta charset=gb2312>${PLAN}`)],
    ['GB2312 as the page says', iconv.encode(`<meta charset="gb2312">${PLAN}`, 'gb18030')],
    ['GBK though the page says UTF-8', iconv.encode(`<meta charset="utf-8">${PLAN}`, 'gbk')],
    ['GBK without a word', iconv.encode(PLAN, 'gbk')],
    [
      'Big5',
      iconv.encode(
        `<meta http-equiv="Content-Type" content="text/html; charset=big5"><p>臨江縣</p>${PLAN.replace(/[\u4e00-\u9fff]/g, '工')}`,
        'big5',
      ),
    ],
    ['UTF-16', iconv.encode(`\ufeff${PLAN}`, 'utf16le')],
    ['UTF-16 without a mark', iconv.encode(PLAN, 'utf16le')],
  ])('is read in %s', async (name, bytes) => {
    const words = JSON.stringify(wordsOf(await readBytes(bytes)));
    expect(words).toContain(name === 'Big5' ? '臨江縣' : '公开救助标准');
  });

  it.each(['quoted-printable', 'base64'])('saved as one file (MHTML, %s) is read', async (encoding) => {
    const page = iconv.encode(`<html><body><p>要点=方案</p>${PLAN}</body></html>`, 'gb18030');
    const packed =
      encoding === 'base64'
        ? page.toString('base64').replace(/.{60}/g, '$&\r\n')
        : Array.from(page, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
            .join('')
            .replace(/.{72}/g, '$&=\r\n');
    const file = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_Next"\r\n\r\n说明\r\n------=_Next\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n${packed}\r\n------=_Next\r\nContent-Type: image/png\r\n\r\nxx\r\n------=_Next--\r\n`;
    expect(wordsOf(await readBytes(bytesOf(file)))).toEqual(['要点=方案', PLAN_CELLS]);
  });
});

describe('a web page that cannot be read says why', () => {
  it.each([
    ['nothing but tags', bytesOf('<html><body><p> &nbsp; </p></body></html>'), 'empty'],
    ['only a picture', bytesOf('<p><img src="scan.jpg"></p>'), 'no-text'],
    ['bytes that are no text', new Uint8Array(4000).map((_, at) => at % 7), 'damaged'],
    ['elements nested beyond sense', bytesOf('<div>'.repeat(100_000)), 'damaged'],
  ])('%s', async (_, bytes, code) => {
    await expect(readBytes(bytes)).rejects.toMatchObject({ name: 'DocumentError', code });
  });
});

describe('a page of five megabytes', () => {
  const fill = (part: string): string => part.repeat(Math.floor((5 * 1024 * 1024) / part.length));

  it.each([
    ['of cells as wide as they go', `<table><tr>${fill('<td colspan=9999 rowspan=9999>甲')}`],
    ['of rows', `<table>${fill('<tr><td rowspan=9>甲<td>乙')}`],
    ['of tables', fill('<table><tr><td>甲<td>乙</table>')],
    ['of ends without beginnings', `${'<b>'.repeat(450)}甲${fill('</i>')}`],
    ['of nested tables', `${'<table><tr><td>'.repeat(150)}甲${fill('</td>')}`],
    ['of list items', `<ol>${fill('<li>甲')}`],
    ['of open tags', `甲${fill('<')}`],
    ['of links in lists', fill('<ul class=nav><li><a>甲')],
    ['of blanks', `甲${fill(' &nbsp;\n')}乙`],
  ])('%s is done with before anybody wonders', async (_, html) => {
    const start = process.cpuUsage();
    await read(html).catch((error: unknown) => expect(error).toMatchObject({ name: 'DocumentError' }));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
