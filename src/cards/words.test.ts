import { describe, expect, it } from 'vitest';
import { civil, instantOf } from '../domain/calendar/civil-date.ts';
import {
  clip,
  dateWords,
  momentWords,
  numberWords,
  percentWords,
  shareOf,
  spanWords,
  stateWords,
  tidy,
  timeWords,
} from './words.ts';

describe('dates in words', () => {
  it('a date has its day of the week', () => {
    expect(dateWords(civil('2017-11-24'))).toBe('11月24日（周五）');
    expect(dateWords(civil('2017-12-03'))).toBe('12月3日（周日）');
  });

  it('a date of another year than the reader states its year', () => {
    expect(dateWords(civil('2018-01-19'), civil('2017-11-27'))).toBe('2018年1月19日（周五）');
    expect(dateWords(civil('2017-12-29'), civil('2017-11-27'))).toBe('12月29日（周五）');
  });

  it.each([
    ['2017-11-20', '2017-11-26', '11月20日—26日'],
    ['2017-10-30', '2017-11-05', '10月30日—11月5日'],
    ['2017-12-25', '2018-01-07', '2017年12月25日—2018年1月7日'],
    ['2017-11-20', '2017-11-20', '11月20日'],
  ])('%s to %s is %s', (from, to, words) => {
    expect(spanWords(civil(from), civil(to))).toBe(words);
  });

  it('times are those of Asia/Shanghai on any machine', () => {
    expect(timeWords(instantOf('2017-11-24T01:05Z'))).toBe('09:05');
    expect(momentWords(instantOf('2017-11-23T16:30Z'))).toBe('11月24日 00:30');
  });
});

describe('numbers in words', () => {
  it('the last step of progress is 待公开', () => {
    expect([0, 60, 100].map(percentWords)).toEqual(['0 %', '60 %', '待公开']);
    expect(stateWords('working', 60)).toBe('办理中 60 %');
    expect(stateWords('working', null)).toBe('办理中');
    expect(stateWords('blocked', 40)).toBe('有困难，进度 40 %');
  });

  it.each([
    [26, 38, 68],
    [0, 4, 0],
    [999, 1000, 99],
    [1, 1000, 1],
    [7, 7, 100],
    [0, 0, null],
  ])('%i of %i is %j per cent: 100 only where nothing is left', (done, total, share) => {
    expect(shareOf(done, total)).toBe(share);
  });

  it('a nested number is printed as in plans', () => {
    expect(numberWords('3(1)')).toBe('3（1）');
  });
});

describe('clip', () => {
  it('keeps what fits and marks what was cut', () => {
    expect(clip('一二三四五', 5)).toBe('一二三四五');
    expect(clip('一二三四五六', 5)).toBe('一二三四…');
    expect(clip('一二三四五六', 0)).toBe('');
  });

  it('never cuts a character in half', () => {
    expect(clip('😀😀😀', 2)).toBe('😀…');
  });
});

describe('tidy', () => {
  it('makes one line without invisible characters', () => {
    expect(tidy(' 一\r\n二\t三\u202e\u200b\u0000 \ud800')).toBe('一 二 三');
    expect(tidy('12　事项')).toBe('12　事项');
  });
});
