import { describe, expect, it } from 'vitest';
import { matterOf } from './matter.ts';

describe('what a quota counts', () => {
  it.each([
    ['政务新闻类信息', '信息'],
    ['信 息', '信息'],
    ['新闻发布会', '发布会'],
    ['政策解读新闻发布会', '发布会'],
    ['政策吹风会', '发布会'],
    ['图文解读', '图文解读'],
    ['图解', '图文解读'],
    ['便民公开情况汇报', '听取汇报'],
    ['专题会议', '会议'],
    ['政府信息公开工作会议', '会议'],
    ['工作推进会', '会议'],
    ['会议信息', '信息'],
    ['公众开放日活动', '公众开放日活动'],
  ])('%s counts as %s', (of, matter) => {
    expect(matterOf(of)).toBe(matter);
  });
});
