import { describe, expect, it } from 'vitest';
import { civil } from '../calendar/civil-date.ts';
import { readSubmission } from './read-submission.ts';

const today = civil('2026-11-18');
const LINK = 'https://yunxi.gov.cn/xw/1.html';

describe('报送 in words', () => {
  it.each([
    [`推进会召开 ${LINK}`, '信息', '推进会召开', LINK, null],
    [`${LINK} 推进会召开`, '信息', '推进会召开', LINK, null],
    [`推进会召开，${LINK}，11月17日`, '信息', '推进会召开', LINK, '2026-11-17'],
    [`推进会召开${LINK}`, '信息', '推进会召开', LINK, null],
    [`昨天 推进会召开 ${LINK}`, '信息', '推进会召开', LINK, '2026-11-17'],
    [`11.16 推进会召开 ${LINK}`, '信息', '推进会召开', LINK, '2026-11-16'],
    [`２０２６－１１－１６　推进会召开 ${LINK}`, '信息', '推进会召开', LINK, '2026-11-16'],
    [`推进会 二期 召开 ${LINK}`, '信息', '推进会 二期 召开', LINK, null],
    [`信息：推进会召开 ${LINK}`, '信息', '推进会召开', LINK, null],
    [`信息化建设取得进展 ${LINK}`, '信息', '信息化建设取得进展', LINK, null],
    [`11月17日我局召开推进会 ${LINK}`, '信息', '11月17日我局召开推进会', LINK, '2026-11-17'],
    ['推进会召开 yunxi.gov.cn/xw/1.html', '信息', '推进会召开', 'yunxi.gov.cn/xw/1.html', null],
    ['推进会召开 ｈｔｔｐｓ：／／yunxi.gov.cn/Xw', '信息', '推进会召开', 'https://yunxi.gov.cn/Xw', null],
    [`增长 3.5 ${LINK}`, '信息', '增长 3.5', LINK, null],
    [`12月20日 推进会 ${LINK}`, '信息', '推进会', LINK, '2025-12-20'],
    [`11月18日 推进会 ${LINK}`, '信息', '推进会', LINK, '2026-11-18'],
    [`2024-11-20 推进会 ${LINK}`, '信息', '推进会', LINK, '2024-11-20'],
    [`  解读 一图读懂 ${LINK}`, '图文解读', '一图读懂', LINK, null],
    [`2月30日 推进会 ${LINK}`, '信息', '推进会', LINK, ''],
    ['', '信息', '', '', null],
    [`解读 一图读懂 ${LINK}`, '图文解读', '一图读懂', LINK, null],
    [`图解 一图读懂 ${LINK}`, '图文解读', '一图读懂', LINK, null],
    ['发布会 2026-11-25 公共数据', '发布会', '公共数据', '', '2026-11-25'],
  ])('%s', (words, matter, title, link, date) => {
    expect(readSubmission(words, { lead: null, today })).toEqual({ matter, title, link, date });
  });

  it.each([
    ['2026-11-25 公共数据', '公共数据', '2026-11-25'],
    ['2026年11月25日 公共数据', '公共数据', '2026-11-25'],
    ['公共数据 11月25日', '公共数据', '2026-11-25'],
    ['1月5日 公共数据', '公共数据', '2027-01-05'],
    ['下周三 公共数据', '公共数据', '2026-11-25'],
    ['明天，公共数据', '公共数据', '2026-11-19'],
    ['11/25 公共数据', '公共数据', '2026-11-25'],
    ['11月25日公共数据', '11月25日公共数据', '2026-11-25'],
    ['公共数据', '公共数据', null],
  ])('a press conference may be ahead: %s', (words, title, date) => {
    expect(readSubmission(words, { lead: '发布会', today })).toEqual({ matter: '发布会', title, link: '', date });
  });
});
