import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../../domain/calendar/civil-date.ts';
import { type ClockRule, type EventTime, eventDates } from '../../domain/ledger/event-clocks.ts';
import { parseEventForm } from './event-form.ts';
import { countLines, countWords, lengthWords, milestoneWords } from './event-text.ts';

const RULE: ClockRule = {
  kind: 'within',
  event: '批准发出',
  n: 20,
  unit: 'working_day',
  before: false,
  phrase: '批准发出之日起20个工作日内公开',
  place: 'text',
};

function datesOf(rule: ClockRule, time: EventTime) {
  const dates = eventDates(rule, time, CALENDAR);
  if (!dates.ok) throw new Error(dates.error.kind);
  return dates.value;
}

const wordsOf = (over: Partial<ClockRule>, time: EventTime) =>
  countWords({ ...RULE, ...over }, datesOf({ ...RULE, ...over }, time), civil('2017-09-20'));

describe('the answer to a registration', () => {
  it.each([
    [{}, civil('2017-09-18'), '批准发出 9月18日（不计入）→ 第 20 个工作日：10月20日（周五）'],
    [{ n: 15, unit: 'day' }, civil('2017-09-18'), '批准发出 9月18日（不计入）→ 第 15 日：10月3日（周二）'],
    [
      { n: 5, before: true, event: '会议召开' },
      civil('2017-10-13'),
      '会议召开 10月13日（不计入）→ 前推第 5 个工作日：9月30日（周六）',
    ],
    [{ n: 0, event: '文件发布' }, civil('2017-09-18'), '文件发布 9月18日 → 当日：9月18日（周一）'],
    [{ event: '' }, civil('2017-12-20'), '事项发生 12月20日（不计入）→ 第 20 个工作日：2018年1月18日（周四）'],
    [
      { n: 5, unit: 'hour', event: '舆情' },
      instantOf('2017-10-01T22:30+08:00'),
      '舆情 10月1日 22:30 → 5 小时：10月2日 03:30',
    ],
  ] as const)('%j', (over, time, words) => {
    expect(wordsOf(over, time)).toBe(words);
  });

  it('counts day by day, days of rest in a row as one line', () => {
    const lines = countLines(datesOf(RULE, civil('2017-09-18')).days);
    expect(lines[0]).toBe('9月18日 周一，当日不计入');
    expect(lines[1]).toBe('9月19日 周二 第 1 日');
    expect(lines).toContain('9月30日 周六 调休上班 第 10 日');
    expect(lines).toContain('10月1日—8日 中秋节、国庆节放假 不计');
    expect(lines).toContain('9月23日—24日 周六、周日 不计');
    expect(lines.at(-1)).toBe('10月20日 周五 第 20 日');
  });

  it('a long count joins its weeks, and is never longer than a card can bear', () => {
    const year = countLines(datesOf({ ...RULE, n: 60 }, civil('2017-03-01')).days);
    expect(year.length).toBeLessThanOrEqual(60);
    expect(year).toContain('3月2日—3日 第 1—2 日');
    const decade = countLines(datesOf({ ...RULE, n: 1500 }, civil('2017-03-01')).days);
    expect(decade).toHaveLength(60);
    expect(decade.at(-1)).toContain('第');
    expect(decade.at(-2)).toMatch(/中间 \d+ 行略/);
  });
});

describe('words of an hour clock', () => {
  it.each([
    ['最迟在5小时内发布权威信息', 5, '5 小时内发布权威信息'],
    ['最迟在5小时内发布权威信息，在24小时内举行新闻发布会', 24, '24 小时内举行新闻发布会'],
    ['及时回应', 48, '48 小时内及时回应'],
  ])('%s', (phrase, n, words) => {
    expect(milestoneWords({ ...RULE, unit: 'hour', n, phrase })).toBe(words);
  });

  it.each([
    [0, '0 分'],
    [30_000, '1 分'],
    [3_600_000, '1 小时'],
    [16_200_000, '4 小时 30 分'],
  ])('%i ms', (ms, words) => {
    expect(lengthWords(ms)).toBe(words);
  });
});

describe('the form', () => {
  const typed = { title: ' 某路  改造批复 ', date: '2017-09-18 +0800', time: '9:05', office: '' };

  it.each([
    [typed, false, { title: '某路 改造批复', time: '2017-09-18', officeId: null }],
    [{ ...typed, office: 'every' }, false, { officeId: null }],
    [{ ...typed, office: 'office-2' }, false, { officeId: 'office-2' }],
    [typed, true, { time: instantOf('2017-09-18T09:05+08:00') }],
    [{ ...typed, time: '２２：３０' }, true, { time: instantOf('2017-09-18T22:30+08:00') }],
    [{ ...typed, time: '8点' }, true, { time: instantOf('2017-09-18T08:00+08:00') }],
  ])('%j', (values, byHour, form) => {
    expect(parseEventForm(values, byHour)).toMatchObject({ ok: true, value: form });
  });

  it.each([
    [{ ...typed, title: ' ' }, false, 'title-missing'],
    [{ ...typed, date: '' }, false, 'date-missing'],
    [{ ...typed, time: '' }, true, 'time-invalid'],
    [{ ...typed, time: '25:00' }, true, 'time-invalid'],
  ])('%j is refused', (values, byHour, kind) => {
    expect(parseEventForm(values, byHour)).toEqual({ ok: false, error: { kind } });
  });
});
