import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itIsAsReviewed } from '../../tests/support/golden-cards.ts';
import { hostileText } from '../../tests/support/hostile-text.ts';
import { november } from '../../tests/support/november.ts';
import { civil, instantOf } from '../domain/calendar/civil-date.ts';
import { monthCounts } from '../domain/reports/month-lists.ts';
import { findCardFault } from '../emulator/card-json/card-rules.ts';
import { fitsCard } from './card-size.ts';
import { type DetailsView, detailsCard, type PartLine, type SubmissionLine } from './details-card.ts';

const AT = instantOf('2017-11-27T09:00+08:00');

const A_PART: PartLine = {
  kind: 'part',
  no: '1',
  text: '公布停止执行的旧版办事指南清单',
  officeName: '政策研究处',
  dueOn: civil('2017-11-24'),
  closedOn: null,
  state: 'working',
  percent: 60,
  closedSince: null,
};

const LATE_ROWS = Array.from({ length: 8 }, (_, index): PartLine => ({ ...A_PART, no: `${index + 1}` }));

const DETAILS: DetailsView = {
  cardId: 'card-1',
  source: { kind: 'week', at: AT },
  number: 'overdue',
  counts: [
    { number: 'completion', count: 38 },
    { number: 'overdue', count: 10 },
    { number: 'closed', count: 5 },
    { number: 'dueNext', count: 3 },
  ],
  groups: [{ name: null, count: 10, rows: LATE_ROWS }],
  page: { number: 1, of: 2 },
  onlyOffices: null,
  at: instantOf('2017-11-27T11:30+08:00'),
  isOld: false,
  posted: null,
};

function aSubmissionLine(on: string, over: Partial<SubmissionLine> = {}): SubmissionLine {
  return {
    kind: 'submission',
    title: '我市上线便民地图，周边网点一键查询',
    link: 'https://www.example.gov.cn/news/1.html',
    officeName: '审计处',
    jointNames: [],
    eventOn: civil(on),
    isLate: false,
    state: 'accepted',
    share: 1,
    stateNow: null,
    ...over,
  };
}

/** November as it was drafted on 6 December, looked at a week later. */
const MONTH_DETAILS: DetailsView = {
  ...DETAILS,
  source: { kind: 'month', at: instantOf('2017-12-06T09:00+08:00'), month: '2017-11' },
  counts: monthCounts(november()),
  groups: [
    { name: { kind: 'area', area: '决策公开' }, count: 1, rows: LATE_ROWS.slice(0, 1) },
    {
      name: { kind: 'area', area: null },
      count: 3,
      rows: LATE_ROWS.slice(1, 2).map((row) => ({ ...row, closedSince: civil('2017-12-08') })),
    },
  ],
  at: instantOf('2017-12-13T11:30+08:00'),
  isOld: true,
};

const CARDS = {
  'details-page': detailsCard(DETAILS),
  'details-old': detailsCard({
    ...DETAILS,
    number: 'closed',
    groups: [
      {
        name: null,
        count: 1,
        rows: LATE_ROWS.slice(0, 1).map((row) => ({ ...row, state: 'reported', closedOn: civil('2017-11-24') })),
      },
    ],
    page: { number: 1, of: 1 },
    onlyOffices: ['政策研究处'],
    at: instantOf('2017-12-12T11:30+08:00'),
    isOld: true,
  }),
  'details-none': detailsCard({ ...DETAILS, groups: [], page: { number: 1, of: 1 }, onlyOffices: [] }),
  'details-month': detailsCard(MONTH_DETAILS),
  'details-month-accepted': detailsCard({
    ...MONTH_DETAILS,
    number: 'accepted',
    groups: [
      {
        name: { kind: 'office', name: '审计处' },
        count: 1.5,
        rows: [
          aSubmissionLine('2017-11-14', { isLate: true, stateNow: 'returned' }),
          aSubmissionLine('2017-11-15', { jointNames: ['法规处'], share: 0.5, link: null }),
        ],
      },
      {
        name: { kind: 'office', name: '法规处' },
        count: 1.5,
        rows: [aSubmissionLine('2017-11-15', { jointNames: ['法规处'], share: 0.5 })],
      },
    ],
    onlyOffices: ['审计处', '法规处'],
    page: { number: 1, of: 1 },
  }),
  'details-month-others': detailsCard({
    ...MONTH_DETAILS,
    number: 'others',
    groups: [
      {
        name: { kind: 'quota', matter: '图文解读', periodKey: '2017' },
        count: 1,
        rows: [aSubmissionLine('2017-03-09')],
      },
    ],
    page: { number: 1, of: 1 },
  }),
  'details-month-differs': detailsCard({ ...MONTH_DETAILS, posted: 2 }),
};

describe('golden cards of details', () => {
  itIsAsReviewed(CARDS);
});

const textOf = (card: unknown) => JSON.stringify(card);

describe('eight rows of whatever people wrote', () => {
  it('are all shown, and the platform takes the card', () => {
    const text = () => fc.oneof(hostileText(), fc.constantFrom('|'.repeat(500), '任务'.repeat(200), '😀'.repeat(200)));
    const line = fc.oneof(
      fc.record({ text: text(), officeName: text() }).map((over): PartLine => ({ ...A_PART, ...over })),
      fc
        .record({ title: text(), officeName: text(), link: text(), jointNames: fc.array(text(), { maxLength: 3 }) })
        .map((over) => aSubmissionLine('2017-11-14', over)),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 8, maxLength: 8 }), text(), (rows, name) => {
        const groups = rows.map((row) => ({ name: { kind: 'office' as const, name }, count: 1, rows: [row] }));
        const card = detailsCard({ ...MONTH_DETAILS, groups, onlyOffices: [name] });
        expect(fitsCard(card)).toBe(true);
        expect(findCardFault(card, () => false)).toBeNull();
        expect(JSON.stringify(card).match(/时限 11月24日|11月14日/g)).toHaveLength(8);
      }),
      { numRuns: 100 },
    );
  });
});

describe('details', () => {
  it('of a digest of another day say that they are of now', () => {
    expect(textOf(CARDS['details-old'])).toContain('以下为现在的情况');
    expect(textOf(CARDS['details-page'])).not.toContain('以下为现在的情况');
  });

  it('for somebody who sees a part say which', () => {
    expect(textOf(CARDS['details-old'])).toContain('只列您所在单位（政策研究处）的事项');
  });

  it('of a month say of which instant they are, and where the records do not give its number any more', () => {
    expect(textOf(CARDS['details-month'])).toContain('截至 12月6日 09:00，与汇总相同');
    expect(textOf(CARDS['details-month-differs'])).toContain('截至 12月6日 09:00，汇总为 2；此后计划或台账有调整');
  });

  it('say what has become since of what was open or accepted then', () => {
    expect(textOf(CARDS['details-month'])).toContain('办理中 60 % · 12月8日已报办结');
    expect(textOf(CARDS['details-month-accepted'])).toContain('现为已退回');
  });

  it('name an office once, and how much a split submission counts for it', () => {
    const text = textOf(CARDS['details-month-accepted']);
    expect(text).toContain('联合法规处 · 11月15日 · 已采用 · 计 0.5 条');
    expect(text.match(/审计处 · /g)).toHaveLength(1);
  });
});
