import { afterEach, describe, expect, it } from 'vitest';
import { buildWorkingCalendar, calendarFrom } from './build-working-calendar.ts';
import { civil, civilDateOf, instantOf } from './civil-date.ts';
import {
  addWorkingDays,
  dayKind,
  firstWorkingDayOfWeek,
  firstWorkingDayOnOrAfter,
  isProvisional,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  workingDaysBetween,
} from './working-calendar.ts';
import { makeUp, off, type YearArrangement } from './year-arrangement.ts';

const calendar = buildWorkingCalendar();

describe('adding working days', () => {
  it.each([
    [
      '20 days from an approval on 2017-09-18, over the make-up Saturday and the holiday',
      '2017-09-18',
      20,
      '2017-10-20',
    ],
    ['an event on a Saturday: Monday is day 1', '2017-11-04', 1, '2017-11-06'],
    ['an event on the eve of a holiday: day 1 comes after it', '2017-09-30', 1, '2017-10-09'],
    ['an event in the middle of a holiday', '2017-10-04', 1, '2017-10-09'],
    ['an event on a make-up Saturday, not counted like any other', '2017-05-27', 1, '2017-05-31'],
    ['a make-up Sunday counts', '2020-06-24', 1, '2020-06-28'],
    ['over a new year', '2018-12-28', 2, '2019-01-02'],
    ['over the lengthened Spring Festival of 2020', '2020-01-23', 1, '2020-02-03'],
    ['backwards', '2017-10-20', -20, '2017-09-18'],
    ['backwards from a holiday', '2017-10-05', -1, '2017-09-30'],
    ['none: the day itself, though it is off', '2017-10-05', 0, '2017-10-05'],
  ])('%s', (_, from, n, due) => {
    expect(addWorkingDays(calendar, civil(from), n)).toBe(due);
  });

  it('refuses a fraction of a day', () => {
    expect(() => addWorkingDays(calendar, civil('2017-01-01'), 1.5)).toThrow('whole numbers');
  });
});

describe('counting working days between two dates', () => {
  it.each([
    ['the same day', '2017-10-20', '2017-10-20', 0],
    ['event to due date', '2017-09-18', '2017-10-20', 20],
    ['due on Friday, looked at on Monday: one day late', '2017-10-23', '2017-10-20', -1],
    ['due on a Sunday, looked at on Monday: one day late', '2017-10-23', '2017-10-22', -1],
    ['due on Friday, looked at on Sunday: no working day late yet', '2017-10-22', '2017-10-20', 0],
    ['due on Monday, looked at on Friday: one day left', '2017-10-20', '2017-10-23', 1],
    ['a holiday week has none', '2017-09-30', '2017-10-08', 0],
  ])('%s', (_, a, b, days) => {
    expect(workingDaysBetween(calendar, civil(a), civil(b))).toBe(days);
  });
});

describe('the nearest working day', () => {
  it.each([
    ['2017-12-31', '2017-12-29', '2018-01-02'],
    ['2017-09-30', '2017-09-30', '2017-09-30'],
    ['2017-10-03', '2017-09-30', '2017-10-09'],
    ['2026-02-28', '2026-02-28', '2026-02-28'],
  ])('of %s is %s before and %s after', (date, before, after) => {
    expect(lastWorkingDayOnOrBefore(calendar, civil(date))).toBe(before);
    expect(firstWorkingDayOnOrAfter(calendar, civil(date))).toBe(after);
  });
});

describe('the first working day of a week', () => {
  it.each([
    ['an ordinary week, asked on its Sunday', '2017-11-12', '2017-11-06'],
    ['a week that begins with a holiday', '2017-05-01', '2017-05-02'],
    ['a week that is off but for its make-up Sunday', '2024-02-18', '2024-02-18'],
    ['asked on the Monday of that week', '2024-02-12', '2024-02-18'],
  ])('%s', (_, date, first) => {
    expect(firstWorkingDayOfWeek(calendar, civil(date))).toBe(first);
  });

  it('is missing in a week that is off altogether', () => {
    expect(firstWorkingDayOfWeek(calendar, civil('2017-10-04'))).toBeUndefined();
  });
});

describe('a year whose holidays are not announced', () => {
  it.each([
    ['2027-01-01', false, '元旦放假'],
    ['2027-05-02', false, '劳动节放假'],
    ['2027-10-01', false, '国庆节放假'],
    ['2027-10-04', true, '周一'],
    ['2027-03-06', false, '周六'],
    ['2027-03-09', true, '周二'],
  ])('says of %s that it is provisional', (date, working, why) => {
    expect(dayKind(calendar, civil(date))).toEqual({ working, why, provisional: true });
  });

  it('stops being provisional when it is imported', () => {
    const imported = buildWorkingCalendar([aYear({ year: 2027 })]);
    expect(isProvisional(calendar, 2027)).toBe(true);
    expect(isProvisional(imported, 2027)).toBe(false);
    expect(dayKind(imported, civil('2027-02-08'))).toEqual({ working: false, why: '春节放假', provisional: false });
    expect(dayKind(imported, civil('2027-02-20'))).toEqual({ working: true, why: '调休上班', provisional: false });
    expect(isWorkingDay(imported, civil('2027-05-01')), 'a Saturday that the notice does not name').toBe(false);
  });
});

describe('an imported year', () => {
  it('replaces the built-in one altogether and leaves the others alone', () => {
    const imported = buildWorkingCalendar([aYear({ year: 2017, daysOff: [], makeUpDays: [] })]);
    expect(isWorkingDay(imported, civil('2017-10-02'))).toBe(true);
    expect(isWorkingDay(imported, civil('2017-09-30'))).toBe(false);
    expect(isWorkingDay(imported, civil('2018-10-02'))).toBe(false);
  });

  it('counts as it was loaded last', () => {
    const twice = calendarFrom([aYear({ notice: '旧' }), aYear({ notice: '新' })]);
    expect(twice.arrangements.get(2027)?.notice).toBe('新');
  });

  it('gives way in December to the later notice of the next year', () => {
    const years = [
      aYear({ year: 2028, makeUpDays: [makeUp('元旦', '2027-12-25')] }),
      aYear({ daysOff: [off('校庆', '2027-12-25')] }),
    ];
    expect(isWorkingDay(calendarFrom(years), civil('2027-12-25'))).toBe(true);
  });
});

describe('the zone of the machine', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(['UTC', 'America/Sao_Paulo', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai'])(
    '%s changes no due date, not even for an event at 00:30 in Beijing',
    (other) => {
      process.env.TZ = other;
      const event = civilDateOf(instantOf('2017-09-18T00:30+08:00'));
      expect(event).toBe('2017-09-18');
      expect(addWorkingDays(calendar, event, 20)).toBe('2017-10-20');
      expect(workingDaysBetween(calendar, civil('2018-10-31'), civil('2018-11-30'))).toBe(22);
    },
  );
});

function aYear(known: Partial<YearArrangement> = {}): YearArrangement {
  return {
    year: 2027,
    notice: '测试',
    issuedOn: null,
    daysOff: [off('元旦', '2027-01-01'), off('春节', '2027-02-06', '2027-02-12')],
    makeUpDays: [makeUp('春节', '2027-02-20')],
    ...known,
  };
}
