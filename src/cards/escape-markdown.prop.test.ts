import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../tests/support/hostile-text.ts';
import { plain } from './escape-markdown.ts';
import { tidy } from './words.ts';

const renderer = new MarkdownIt({ html: true, linkify: true });

describe('plain', () => {
  it('reads exactly as written, whatever is in it', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const line = tidy(text);
        const shown = line === '' ? '' : `<p>${renderer.utils.escapeHtml(line)}</p>\n`;
        expect(renderer.render(plain(text))).toBe(shown);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays inside the bold and the grey that we put around it', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        fc.pre(tidy(text) !== '');
        const html = renderer.render(`x<font color='grey'>${plain(text)}</font>`);
        expect(html).toBe(`<p>x<font color='grey'>${renderer.utils.escapeHtml(tidy(text))}</font></p>\n`);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no character that starts markup, and no line break', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(plain(text).replace(/&#\d+;/g, '')).not.toMatch(/[&<>*_~[\]`#|\\:@$!\n\r]/);
      }),
    );
  });

  it.each([
    ['<at id=all></at>'],
    ['**加粗** _斜_ ~~删~~ `码`'],
    ['[点这里](https://example.cn)'],
    ['https://example.cn/a.b'],
    ['www.example.cn，mail a@example.cn'],
    ['# 标题'],
    ['- 一'],
    ['1. 一'],
    ['2) 二'],
    ['=== '],
    ['&lt;b&gt; &#42;'],
    ['![图](img_v2)'],
    [':SMILE: $x$'],
    ['一\n\n# 二\r\n> 三'],
  ])('%j is shown as typed', (text) => {
    expect(renderer.render(plain(text))).toBe(`<p>${renderer.utils.escapeHtml(tidy(text))}</p>\n`);
  });
});
