import { describe, expect, it } from 'vitest';
import { ANNOUNCED_YEARS } from './announced-years.ts';
import { type CalendarFormat, parseCalendar } from './parse-calendar.ts';
import { makeUp, off, type YearArrangement } from './year-arrangement.ts';

/** What every file below says, each in its own way. */
const YEAR_2027 = {
  year: 2027,
  issuedOn: null,
  daysOff: [
    off('元旦', '2027-01-01', '2027-01-03'),
    off('春节', '2027-02-06', '2027-02-12'),
    off('清明节', '2027-04-05'),
    off('劳动节', '2027-05-01', '2027-05-05'),
    off('国庆节', '2027-10-01', '2027-10-07'),
  ],
  makeUpDays: [makeUp('春节', '2027-02-20'), makeUp('国庆节', '2027-10-09')],
};

const ROWS = listed(YEAR_2027).map(({ on, working, name }) => `${on},${working ? '班' : '休'},${name}`);

describe('a table of days', () => {
  it('is read into one arrangement, runs of days together', () => {
    expect(read('csv', ['日期,类型,名称', ...ROWS].join('\n'))).toEqual([{ ...YEAR_2027, notice: '2027.csv' }]);
  });

  it('takes its source from a comment line', () => {
    const text = ['# 国办发明电〔2026〕1号', '日期,类型,名称', ...ROWS].join('\n');
    expect(read('csv', text)).toMatchObject([{ notice: '国办发明电〔2026〕1号' }]);
  });

  it.each([
    ['without a header', ROWS],
    [
      'saved by a spreadsheet with a byte-order mark and CRLF',
      ['\uFEFF日期,类型,名称\r', ...ROWS.map((row) => `${row}\r`)],
    ],
    ['with dates like 2027/2/6', ['日期,类型,名称', ...ROWS.map((row) => row.replace(/-0?(\d+)-0?(\d+)/, '/$1/$2'))]],
    ['with dates like 2027年2月6日', ROWS.map((row) => row.replace(/-0?(\d+)-0?(\d+)/, '年$1月$2日'))],
    [
      'with its columns in another order',
      ['类型,名称,日期', ...ROWS.map((row) => row.replace(/(.*?),(.*?),(.*)/, '$2,$3,$1'))],
    ],
    ['with tabs, quotes and empty lines', ['', ...ROWS.map((row) => `"${row.replaceAll(',', '"\t"')}"\n`)]],
  ])('is read the same %s', (_, lines) => {
    expect(read('csv', lines.join('\n'))).toEqual([{ ...YEAR_2027, notice: '2027.csv' }]);
  });

  it('names every bad line and says what to write instead', () => {
    expect(
      issues('csv', ['日期,类型,名称', '2027-02-30,休,春节', ...ROWS, '2027-03-01,假,植树节', '下周,?,'].join('\n')),
    ).toEqual([
      { kind: 'bad-date', line: 2, text: '2027-02-30,休,春节', expected: '2027-02-01' },
      { kind: 'bad-type', line: ROWS.length + 3, text: '2027-03-01,假,植树节', expected: '休 / 班' },
      { kind: 'bad-date', line: ROWS.length + 4, text: '下周,?,', expected: '2027-02-01' },
      { kind: 'bad-type', line: ROWS.length + 4, text: '下周,?,', expected: '休 / 班' },
    ]);
  });
});

describe('a file that cannot be true', () => {
  it('is refused where a day is both off and worked', () => {
    expect(issues('csv', [...ROWS, '2027-02-07,班,春节'].join('\n'))).toEqual([
      { kind: 'contradiction', line: ROWS.length + 1, text: '2027-02-07,班,春节', expected: '2027-02-07,休,春节' },
    ]);
  });

  it('is refused where a make-up workday typed by hand is no weekend day', () => {
    expect(issues('csv', [...ROWS, '2027-02-18,班,春节'].join('\n'))).toEqual([
      {
        kind: 'make-up-on-weekday',
        line: ROWS.length + 1,
        text: '2027-02-18,班,春节（周四）',
        expected: '周六 / 周日',
      },
    ]);
  });

  it('is refused where a year lacks holidays, which would silently become working days', () => {
    expect(issues('csv', '2027-05-01,休,劳动节')).toEqual([
      { kind: 'year-incomplete', line: null, text: '2027', expected: '元旦、春节、清明节、国庆节' },
    ]);
  });

  it.each([
    ['csv', ''],
    ['csv', '日期,类型,名称'],
    ['json', '{"year":2027,"papers":[],"days":[]}'],
    ['ics', 'BEGIN:VCALENDAR\nEND:VCALENDAR'],
  ] as const)('is refused where it is empty (%s)', (format, text) => {
    expect(issues(format, text)).toMatchObject([{ kind: 'no-days' }]);
  });
});

describe('days in December', () => {
  const days = [...ROWS, '2026-12-31,休,元旦'];

  it('of 元旦 belong to the notice of the next year', () => {
    expect(read('csv', days.join('\n'))).toMatchObject([
      { year: 2027, daysOff: [{ name: '元旦', from: '2026-12-31', to: '2027-01-03' }, {}, {}, {}, {}] },
    ]);
  });

  it('without a name do so too where the file has nothing else of their year', () => {
    expect(read('csv', ['2026-12-26,班,', ...ROWS].join('\n'))).toMatchObject([
      { year: 2027, makeUpDays: [{ on: '2026-12-26' }, {}, {}] },
    ]);
  });

  it('stay in their year where the file has nothing of the next', () => {
    expect(read('csv', [...ROWS, '2027-12-31,休,元旦'].join('\n'))).toMatchObject([{ year: 2027 }]);
  });
});

describe('JSON', () => {
  it('in our own shape comes back as it was written, for every year that comes with the program', () => {
    expect(read('json', JSON.stringify(ANNOUNCED_YEARS))).toEqual(ANNOUNCED_YEARS);
    expect(read('json', JSON.stringify(ANNOUNCED_YEARS[3]))).toEqual([ANNOUNCED_YEARS[3]]);
  });

  it('in the shape of holiday-cn is read with its papers as source', () => {
    const days = listed(YEAR_2027).map(({ on, working, name }) => ({ name, date: on, isOffDay: !working }));
    const text = JSON.stringify({ year: 2027, papers: ['https://www.gov.cn/2027.htm'], days });
    expect(read('json', text)).toEqual([{ ...YEAR_2027, notice: 'https://www.gov.cn/2027.htm' }]);
  });

  it.each([
    ['no JSON', '{\n"year": 2027,\n oops }', { kind: 'not-json', line: 3 }],
    ['a list of days alone', '[{"date":"2027-01-01"}]', { kind: 'bad-shape', text: '[0].year' }],
    ['neither shape', '{"year":2027,"holidays":[]}', { kind: 'bad-shape', text: 'year: 2027' }],
    [
      'a day that does not exist',
      '{"year":2027,"days":[{"name":"春节","date":"2027-02-29","isOffDay":true}]}',
      { kind: 'bad-date', text: 'days[0]: 2027-02-29', expected: '2027-02-01' },
    ],
    [
      'a day without its kind',
      '{"year":2027,"days":[{"name":"春节","date":"2027-02-06"}]}',
      { kind: 'bad-type', text: 'days[0].isOffDay', expected: 'true / false' },
    ],
    [
      'a holiday that ends before it begins',
      '{"year":2027,"daysOff":[{"name":"春节","from":"2027-02-12","to":"2027-02-06"}],"makeUpDays":[]}',
      { kind: 'bad-date', text: 'daysOff[0]: 2027-02-12 … 2027-02-06' },
    ],
  ])('is refused with its place where it holds %s', (_, text, issue) => {
    expect(issues('json', text)).toMatchObject([issue]);
  });

  it('is refused where a day is listed under another year', () => {
    const days = [...listed(YEAR_2027), { on: '2028-01-01', working: false, name: '元旦' }];
    const text = JSON.stringify({
      year: 2027,
      days: days.map(({ on, working, name }) => ({ name, date: on, isOffDay: !working })),
    });
    expect(issues('json', text)).toEqual([
      { kind: 'outside-year', line: null, text: `days[${days.length - 1}]: 2028-01-01`, expected: '2027' },
    ]);
  });
});

describe('a calendar subscription', () => {
  it.each([
    ['元旦(休)', '春节(班)'],
    ['元旦（休）', '春节（班）'],
    ['元旦 假期', '春节 补班 第1天/共2天'],
    ['元旦休', '春节补班'],
    ['元旦放假', '春节调休上班'],
  ])('marks its days with %s and %s', (rest, worked) => {
    const [restMark, workedMark] = [rest.slice(2), worked.slice(2)];
    const events = listed(YEAR_2027).map(({ on, working, name }) =>
      anEvent(on, `${name}${working ? workedMark : restMark}`),
    );
    expect(read('ics', calendarOf(events))).toEqual([{ ...YEAR_2027, notice: '2027.ics' }]);
  });

  it('may say 上班(补春节假期), and name a Monday on which work resumes', () => {
    const events = [
      ...listed(YEAR_2027).map(({ on, working, name }) => anEvent(on, working ? `上班(补${name}假期)` : `${name}假期`)),
      anEvent('2027-02-15', '上班(补春节假期)'),
    ];
    expect(read('ics', calendarOf(events))).toEqual([{ ...YEAR_2027, notice: '2027.ics' }]);
  });

  it('may hold whole holidays, with an exclusive end, and folded lines', () => {
    const events = [
      ...YEAR_2027.daysOff.map(({ name, from, to }) => anEvent(from, `${name}\r\n (休)`, nextDay(to))),
      ...YEAR_2027.makeUpDays.map(({ forHoliday, on }) => anEvent(on, `${forHoliday}(班)`, nextDay(on))),
      anEvent('2027-02-04', '立春'),
    ];
    expect(read('ics', calendarOf(events))).toEqual([{ ...YEAR_2027, notice: '2027.ics' }]);
  });

  it('is refused with the line of a date that does not exist', () => {
    expect(issues('ics', calendarOf([anEvent('2027-02-30', '春节(休)')]))).toEqual([
      { kind: 'bad-date', line: 4, text: '20270230', expected: '20270201' },
    ]);
  });
});

function read(format: CalendarFormat, text: string): readonly YearArrangement[] {
  const outcome = parseCalendar({ text, format, fileName: `2027.${format}` });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function issues(format: CalendarFormat, text: string): unknown {
  const outcome = parseCalendar({ text, format, fileName: `2027.${format}` });
  return outcome.ok ? 'accepted' : outcome.error.issues;
}

function listed(year: typeof YEAR_2027): readonly { on: string; working: boolean; name: string }[] {
  const rest = year.daysOff.flatMap(({ name, from, to }) => {
    const days: { on: string; working: boolean; name: string }[] = [];
    for (let on: string = from; on <= to; on = nextDay(on)) days.push({ on, working: false, name });
    return days;
  });
  return [...rest, ...year.makeUpDays.map(({ on, forHoliday }) => ({ on, working: true, name: forHoliday }))];
}

/** Good enough within the holidays above, none of which crosses a month. */
function nextDay(date: string): string {
  return `${date.slice(0, 8)}${String(Number(date.slice(8)) + 1).padStart(2, '0')}`;
}

function anEvent(on: string, summary: string, end?: string): string {
  const until = end ? `\r\nDTEND;VALUE=DATE:${end.replaceAll('-', '')}` : '';
  return `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${on.replaceAll('-', '')}${until}\r\nSUMMARY:${summary}\r\nEND:VEVENT`;
}

function calendarOf(events: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');
}
