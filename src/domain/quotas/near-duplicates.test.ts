import { describe, expect, it } from 'vitest';
import { civil, instantOf } from '../calendar/civil-date.ts';
import { isNearTitle, nearDuplicates, sameLinkKey } from './near-duplicates.ts';

describe('the address of one page', () => {
  it.each([
    ['scheme', 'http://yunxi.gov.cn/a/1.html'],
    ['www.', 'https://www.yunxi.gov.cn/a/1.html'],
    ['the mobile host', 'https://m.yunxi.gov.cn/a/1.html'],
    ['an anchor', 'https://yunxi.gov.cn/a/1.html#top'],
    ['tracking', 'https://yunxi.gov.cn/a/1.html?utm_source=wx&from=singlemessage&isappinstalled=0'],
    ['letters of the host', 'https://YunXi.gov.cn/a/1.html'],
    ['no scheme', 'yunxi.gov.cn/a/1.html'],
    ['full width', 'ｈｔｔｐｓ://yunxi.gov.cn/a/1.html'],
    ['spaces around', '  https://yunxi.gov.cn/a/1.html '],
  ])('does not depend on %s', (_, link) => {
    expect(sameLinkKey(link)).toBe(sameLinkKey('https://yunxi.gov.cn/a/1.html'));
  });

  it.each([
    ['a trailing slash', 'https://yunxi.gov.cn/a/', 'https://yunxi.gov.cn/a'],
    ['the order of its query', 'https://yunxi.gov.cn/a?id=1&x=2', 'https://yunxi.gov.cn/a?x=2&id=1'],
    ['an index page', 'https://yunxi.gov.cn/a/index.html', 'https://yunxi.gov.cn/a/'],
    ['how its path is written', 'https://yunxi.gov.cn/%E6%96%B0', 'https://yunxi.gov.cn/新'],
  ])('does not depend on %s', (_, one, other) => {
    expect(sameLinkKey(one)).toBe(sameLinkKey(other));
  });

  it.each([
    ['path', 'https://yunxi.gov.cn/a/2.html'],
    ['query', 'https://yunxi.gov.cn/a/1.html?id=7'],
    ['the query that is another', 'https://yunxi.gov.cn/a/1.html?id=7', 'https://yunxi.gov.cn/a/1.html?id=8'],
    ['host', 'https://linjiang.gov.cn/a/1.html'],
    ['case of the path', 'https://yunxi.gov.cn/A/1.html'],
  ])('differs with the %s', (_, link, other = 'https://yunxi.gov.cn/a/1.html') => {
    expect(sameLinkKey(link)).not.toBe(sameLinkKey(other));
  });

  it('that is none at all is as it was typed, but for its letters', () => {
    expect(sameLinkKey('HTTP://[')).toBe('http://[');
  });
});

describe('near-same titles', () => {
  it.each([
    ['区数据局召开公共数据推进会', '区数据局召开公共数据推进会。'],
    ['“区数据局”召开 公共数据推进会', '区数据局召开公共数据推进会'],
    ['区数据局召开公共数据工作推进会', '区数据局召开公共数据推进会'],
    ['ＡＩ应用培训班开班', 'AI应用培训班开班'],
    // One names its number, the other does not.
    ['政务公开简报', '政务公开简报第3期'],
    // Three of four pairs of letters.
    ['公共数据会', '公共数据日'],
  ])('%s and %s are one', (a, b) => {
    expect(isNearTitle(a, b)).toBe(true);
  });

  it.each([
    ['政务公开简报第3期', '政务公开简报第4期'],
    ['政务公开简报第三期', '政务公开简报第四期'],
    ['区数据局召开公共数据推进会', '区数据局举办消防演练'],
    ['推进会', '推介会'],
    ['推进会工作', '作工会进推'],
    ['开会', '开会开会开会'],
    ['', ''],
  ])('%s and %s are two', (a, b) => {
    expect(isNearTitle(a, b)).toBe(false);
  });
});

describe('what a submission repeats', () => {
  const base = {
    id: 's-2',
    matter: '信息',
    title: '区数据局召开推进会',
    link: 'https://yunxi.gov.cn/1',
    eventOn: civil('2017-11-20'),
    submittedAt: instantOf('2017-11-21T09:00+08:00'),
  };
  const earlier = { ...base, id: 's-1', submittedAt: instantOf('2017-11-20T09:00+08:00') };

  it('are all that came before, the earliest first; of two of one moment one repeats the other', () => {
    const between = { ...base, id: 's-3', submittedAt: instantOf('2017-11-20T15:00+08:00') };
    expect(nearDuplicates(base, [between, earlier]).map(({ of }) => of.id)).toEqual(['s-1', 's-3']);
    const atOnce = { ...base, id: 's-9' };
    expect(nearDuplicates(atOnce, [base])).toHaveLength(1);
    expect(nearDuplicates(base, [atOnce])).toEqual([]);
  });

  it('is the earlier one, never itself or a later one', () => {
    expect(nearDuplicates(base, [base, earlier]).map(({ of, by }) => `${of.id} ${by}`)).toEqual(['s-1 link']);
    expect(nearDuplicates(earlier, [base, earlier])).toEqual([]);
  });

  it('has the same address in any matter, the same title only in its own', () => {
    expect(nearDuplicates(base, [{ ...earlier, matter: '图文解读' }])).toHaveLength(1);
    expect(nearDuplicates(base, [{ ...earlier, matter: '图文解读', link: null }])).toEqual([]);
    expect(nearDuplicates(base, [{ ...earlier, link: null }])[0]?.by).toBe('title');
  });

  it('lies within 31 days', () => {
    expect(nearDuplicates(base, [{ ...earlier, eventOn: civil('2017-10-20') }])).toHaveLength(1);
    expect(nearDuplicates(base, [{ ...earlier, eventOn: civil('2017-10-19') }])).toEqual([]);
  });

  it('press conferences of a series with one title are several', () => {
    const press = { ...base, matter: '发布会', title: '例行新闻发布会', link: null };
    const before = { ...press, id: 's-1', submittedAt: earlier.submittedAt };
    expect(nearDuplicates(press, [{ ...before, eventOn: civil('2017-11-16') }])).toEqual([]);
    expect(nearDuplicates(press, [{ ...before, eventOn: civil('2017-11-17') }])).toHaveLength(1);
    expect(nearDuplicates(press, [before])).toHaveLength(1);
  });
});
