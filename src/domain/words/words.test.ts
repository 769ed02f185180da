import { describe, expect, it } from 'vitest';
import { likelyCommands } from './likely-commands.ts';
import { readReport } from './read-report.ts';
import { rowsMeant } from './row-number.ts';
import { chooseByWords, tellApart } from './tell-apart.ts';

describe('the row that a number means', () => {
  it.each([
    ['3', ['3', '3(1)', '13'], [0]],
    ['3（1）', ['3', '3(1)', '3(2)'], [1]],
    ['第3项', ['3', '4'], [0]],
    ['3.1', ['3', '3(1)', '3(2)'], [1]],
    ['三', ['三、', '3'], [0]],
    ['3', ['三、', '四、'], [0]],
    ['3', ['3(1)', '3(2)', '4'], [0, 1]],
    ['3', ['3', '5', '3'], [0, 2]],
    ['9', ['3', null], []],
    ['', ['3'], []],
  ])('%j among %j', (typed, printed, meant) => {
    expect(rowsMeant(printed, typed)).toEqual(meant);
  });
});

describe('a report in one line', () => {
  it.each([
    ['已送审 60%', { note: '已送审', percent: '60', link: null }],
    ['60％，已送审', { note: '已送审', percent: '60', link: null }],
    ['60', { note: '', percent: '60', link: null }],
    ['完成60%的清单核对', { note: '完成60%的清单核对', percent: '60', link: null }],
    ['百分之八十', { note: '百分之八十', percent: null, link: null }],
    [
      '见 https://a.example.cn/x?y=1，请查收',
      { note: '见 ，请查收', percent: null, link: 'https://a.example.cn/x?y=1' },
    ],
    ['www.example.gov.cn/list 80%', { note: '', percent: '80', link: 'www.example.gov.cn/list' }],
    ['', { note: '', percent: null, link: null }],
  ])('%j', (words, said) => {
    expect(readReport(words)).toEqual(said);
  });
});

describe('several things under one number', () => {
  const things = [
    ['法规科', '3月31日', '更新目录'],
    ['法规科', '6月30日', '更新目录'],
    ['信息中心', '6月30日', '更新目录'],
  ];

  it('each gets the shortest words that only it has, or all of its words', () => {
    expect(tellApart(things)).toEqual(['3月31日', '法规科 6月30日 更新目录', '信息中心']);
  });

  it.each([
    ['3月31日', [0], ''],
    ['信息中心 已公布', [2], '已公布'],
    ['法规科 6月30日 更新目录', [1], ''],
    ['6 月 30 日', [1, 2], ''],
    ['已公布', [0, 1, 2], '已公布'],
  ])('%j chooses %j', (words, chosen, rest) => {
    expect(chooseByWords(things, words)).toEqual({ chosen, rest });
  });
});

describe('the likely commands', () => {
  it.each([
    ['我的任物', '我的任务'],
    ['任务清单在哪', '我的任务'],
    ['逾期了没有啊这个', '逾期'],
    ['帮组', '帮助'],
    ['进站 3 已送审', '进展'],
    ['情假三天', '请假'],
    ['谁没交', '落实情况'],
    ['有问题想求助', '困难'],
    ['点错了怎么办', '撤回'],
  ])('%j is most likely %s', (text, word) => {
    expect(likelyCommands(text)[0]?.word).toBe(word);
  });

  it('of two equally near ones both are among the three', () => {
    expect(likelyCommands('消假').map(({ word }) => word)).toEqual(expect.arrayContaining(['请假', '销假']));
  });

  it('are three, and without any likeness the most used ones', () => {
    expect(likelyCommands('xyz').map(({ word }) => word)).toEqual(['我的任务', '逾期', '帮助']);
    expect(likelyCommands('').map(({ word }) => word)).toEqual(['我的任务', '逾期', '帮助']);
    expect(likelyCommands('很长'.repeat(2000))).toHaveLength(3);
  });
});
