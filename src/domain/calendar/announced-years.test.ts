import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { ANNOUNCED_YEARS } from './announced-years.ts';
import { buildWorkingCalendar } from './build-working-calendar.ts';
import { addDays, type CivilDate, civil, weekdayOf, yearOf } from './civil-date.ts';
import { dayKind } from './working-calendar.ts';

const calendar = buildWorkingCalendar();

describe('the holidays that come with the program', () => {
  it('cover 2016 to 2026 without a gap', () => {
    expect(ANNOUNCED_YEARS.map(({ year }) => year)).toEqual(Array.from({ length: 11 }, (_, index) => 2016 + index));
  });

  it.each(ANNOUNCED_YEARS.map(({ year }) => year))('agree with an independent list on every day of %i', (year) => {
    const different = daysOfYear(year).filter((date) => dayKind(calendar, date).working !== isWorkingInTheList(date));
    expect(different).toEqual([]);
  });

  it('name a State Council notice of the year before', () => {
    for (const { year, notice, issuedOn } of ANNOUNCED_YEARS) {
      expect(notice).toMatch(new RegExp(`^国办发明电〔${year - 1}〕\\d+号`));
      expect(issuedOn && yearOf(issuedOn)).toBe(year - 1);
    }
  });

  it('make only weekend days into make-up workdays', () => {
    const made = ANNOUNCED_YEARS.flatMap(({ makeUpDays }) => makeUpDays.map(({ on }) => on));
    expect(made.filter((on) => weekdayOf(on) <= 5)).toEqual([]);
  });

  it.each([
    ['2017-09-30', true, '调休上班'],
    ['2017-10-05', false, '中秋节、国庆节放假'],
    ['2018-12-29', true, '调休上班'],
    ['2018-12-31', false, '元旦放假'],
    ['2019-04-28', true, '调休上班'],
    ['2019-05-03', false, '劳动节放假'],
    ['2020-01-31', false, '春节放假'],
    ['2020-02-01', false, '春节放假'],
    ['2020-02-03', true, '周一'],
    ['2026-02-23', false, '春节放假'],
    ['2026-02-28', true, '调休上班'],
  ] as const)('know that %s is worked: %s, and say %s', (date, working, why) => {
    expect(dayKind(calendar, civil(date))).toEqual({ working, why, provisional: false });
  });
});

const off: ReadonlySet<string> = new Set(Object.keys(published.holidays));
const worked: ReadonlySet<string> = new Set(Object.keys(published.workdays));

function isWorkingInTheList(date: CivilDate): boolean {
  return worked.has(date) || (weekdayOf(date) <= 5 && !off.has(date));
}

function daysOfYear(year: number): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let date = civil(`${year}-01-01`); yearOf(date) === year; date = addDays(date, 1)) days.push(date);
  return days;
}
