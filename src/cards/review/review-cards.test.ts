import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { civil, instantOf } from '../../domain/calendar/civil-date.ts';
import { findCardFault } from '../../emulator/card-json/card-rules.ts';
import type { CardJson } from '../card.ts';
import { cardSize, fitsCard } from '../card-size.ts';
import { changeNoticeCard } from './change-notice-card.ts';
import { confirmCard } from './confirm-card.ts';
import { reviewCard } from './review-card.ts';
import type { ConfirmView, IssueView, OverviewView, RowLine } from './review-view.ts';

const row = (no: string | null, text: string, about: string): RowLine => ({ no, text, about });
const ROWS = [
  row('1', '修订政府信息公开指南', '法规科牵头，信息中心配合 · 2026年6月30日前'),
  row('3(1)', '公开部门预算', '办公室负责 · 每月25日前'),
];

const OVERVIEW: OverviewView = {
  step: 'overview',
  cardId: 'card-1',
  title: '云溪区数据局2026年政务公开工作要点分工方案',
  fileName: '要点.docx',
  stage: 'draft',
  counts: { tasks: 37, offices: 11, rules: 41, unowned: 1 },
  byKind: [{ name: '限期完成', count: 15 }],
  byArea: [{ name: '一、夯实基础', count: 20 }],
  byOffice: [{ name: '法规科', count: 9 }],
  issues: { all: 6, open: 4, blocking: 2 },
  changes: null,
  firstRows: ROWS,
  answers: null,
};
const ISSUE: IssueView = {
  step: 'issue',
  cardId: 'card-1',
  title: OVERVIEW.title,
  no: 2,
  of: 6,
  previous: 1,
  next: 3,
  kind: 'conflict',
  blocking: true,
  rows: ROWS.slice(0, 1),
  moreRows: 0,
  affects: 1,
  phrases: [
    { text: '最迟不超过3个工作日', place: '第 40 行' },
    { text: '20个工作日内公开', place: '表 1 第 9 行' },
  ],
  readings: { preselected: 0 },
  suggestion: '从严，按“最迟不超过3个工作日”',
  canRewrite: true,
  decided: null,
  form: null,
};
const CONFIRM: ConfirmView = {
  cardId: 'card-2',
  title: OVERVIEW.title,
  on: civil('2026-03-30'),
  officeName: '法规科',
  total: 9,
  rows: ROWS.map((each, at) => ({ ...each, past: at === 1 })),
  page: { number: 1, of: 2 },
  state: 'asked',
  answer: null,
  form: null,
};
const OBJECTED = { by: '王芳', at: instantOf('2026-03-30T09:12+08:00'), reason: '应由办公室牵头' };
const CONFIRMED = { ...OBJECTED, reason: '' };
const OBJECTION = { officeId: 'office-1', office: '信息中心', by: '王芳', reason: '应由办公室牵头', settled: false };

const CARDS: Readonly<Record<string, CardJson>> = {
  'review-reading': reviewCard({
    step: 'reading',
    cardId: 'card-1',
    fileName: '要点.docx',
    detail: '已收到文件，正在下载。',
  }),
  'review-failed': reviewCard({
    step: 'failed',
    cardId: 'card-1',
    fileName: '要点.docx',
    problem: '文件设有密码：请先去掉密码再试。',
  }),
  'review-year': reviewCard({
    step: 'asks-year',
    cardId: 'card-1',
    fileName: '要点.docx',
    problem: '年度请填四位数字，如 2026',
  }),
  'review-year-open': reviewCard({ step: 'asks-year', cardId: 'card-1', fileName: '要点.docx', problem: null }),
  'review-overview': reviewCard(OVERVIEW),
  'review-ready': reviewCard({ ...OVERVIEW, issues: { all: 6, open: 0, blocking: 0 } }),
  'review-answered': reviewCard({
    ...OVERVIEW,
    stage: 'asked',
    issues: { all: 0, open: 0, blocking: 0 },
    answers: { confirmed: 11, of: 11, missing: [], unreachable: [], objections: [{ ...OBJECTION, settled: true }] },
  }),
  'review-applied': reviewCard({ ...OVERVIEW, stage: 'applied', issues: { all: 6, open: 0, blocking: 0 } }),
  'review-discarded': reviewCard({ ...OVERVIEW, stage: 'discarded' }),
  'review-withdrawn': reviewCard({ ...OVERVIEW, stage: 'withdrawn' }),
  'review-changes': reviewCard({
    ...OVERVIEW,
    issues: { all: 0, open: 0, blocking: 0 },
    changes: {
      added: 1,
      changed: 3,
      renumbered: 2,
      removed: 1,
      unchanged: 34,
      rows: [
        { kind: 'added', row: row('9', '发布政策解读', '信息中心负责 · 2026年7月31日前'), was: null },
        { kind: 'changed', row: ROWS[0] as RowLine, was: '2026年5月31日前' },
        { kind: 'removed', row: ROWS[1] as RowLine, was: null },
      ],
    },
  }),
  'review-asked': reviewCard({
    ...OVERVIEW,
    stage: 'asked',
    issues: { all: 6, open: 1, blocking: 0 },
    answers: { confirmed: 8, of: 11, missing: ['法规科'], unreachable: ['档案室'], objections: [OBJECTION] },
  }),
  'review-issue': reviewCard(ISSUE),
  'review-issue-rewrite': reviewCard({
    ...ISSUE,
    form: { value: '看情况', error: '看不懂时限', hint: '如：11月30日前' },
  }),
  'review-issue-suggestion': reviewCard({
    ...ISSUE,
    previous: null,
    kind: 'unknown-deadline',
    blocking: false,
    moreRows: 4,
    phrases: [{ text: '适时开展', place: '第 12 行' }],
    readings: null,
    suggestion: '按“贯穿全年”，每季度确认一次',
  }),
  'review-issue-decided': reviewCard({
    ...ISSUE,
    next: null,
    decided: { text: '按“最迟不超过3个工作日”', by: '顾青禾' },
  }),
  'confirm-asked': confirmCard(CONFIRM),
  'confirm-confirmed': confirmCard({ ...CONFIRM, state: 'confirmed', answer: CONFIRMED, page: { number: 2, of: 2 } }),
  'confirm-settled': confirmCard({ ...CONFIRM, state: 'settled', answer: OBJECTED }),
  'confirm-over': confirmCard({ ...CONFIRM, state: 'over', page: { number: 1, of: 1 } }),
  'confirm-objected': confirmCard({
    ...CONFIRM,
    state: 'objected',
    answer: OBJECTED,
  }),
  'confirm-form': confirmCard({ ...CONFIRM, form: { value: '', error: '请写明哪一项不对、应当怎样' } }),
  'change-notice': changeNoticeCard({
    title: OVERVIEW.title,
    officeName: '法规科',
    kind: 'revised',
    rows: [{ kind: 'changed', row: ROWS[0] as RowLine, was: '2026年5月31日前' }],
  }),
  'plan-resumed': changeNoticeCard({ title: OVERVIEW.title, officeName: '法规科', kind: 'resumed', rows: [] }),
  'plan-resumed-changed': changeNoticeCard({
    title: OVERVIEW.title,
    officeName: '法规科',
    kind: 'resumed',
    rows: [
      { kind: 'added', row: row('9', '发布政策解读', '信息中心负责 · 2026年7月31日前'), was: null },
      { kind: 'removed', row: ROWS[1] as RowLine, was: null },
    ],
  }),
  'plan-withdrawn': changeNoticeCard({ title: OVERVIEW.title, officeName: '法规科', kind: 'withdrawn', rows: [] }),
};

describe('the cards of a review', () => {
  it.each(Object.entries(CARDS))('%s: is taken by the platform and looks as agreed', async (name, card) => {
    expect(findCardFault(card, () => true)).toBeNull();
    expect(fitsCard(card)).toBe(true);
    await expect(`${JSON.stringify(card, null, 2)}\n`).toMatchFileSnapshot(`../../../tests/golden/${name}.json`);
  });

  it('never grow over what the platform takes, whatever a document says', () => {
    const text = fc.oneof(hostileText(), fc.constantFrom('|'.repeat(5000), '😀'.repeat(3000), '"\\'.repeat(2000)));
    const line = fc.record({ no: fc.option(text, { nil: null }), text, about: text });
    const many = <T>(value: fc.Arbitrary<T>, most: number) => fc.array(value, { minLength: most, maxLength: most });
    fc.assert(
      fc.property(text, many(line, 60), many(fc.record({ text, place: text }), 40), (words, rows, phrases) => {
        const views = [
          reviewCard({
            ...OVERVIEW,
            title: words,
            stage: 'asked',
            byOffice: rows.map(({ text: name }) => ({ name, count: 3 })),
            byArea: rows.map(({ text: name }) => ({ name, count: 3 })),
            changes: {
              added: 60,
              changed: 0,
              renumbered: 0,
              removed: 0,
              unchanged: 0,
              rows: rows.map((each) => ({ kind: 'added', row: each, was: words })),
            },
            answers: {
              confirmed: 0,
              of: 60,
              missing: rows.map(({ text: name }) => name),
              unreachable: rows.map(({ text: name }) => name),
              objections: rows.map(({ text: reason }) => ({ ...OBJECTION, reason, by: words, office: words })),
            },
          }),
          reviewCard({
            ...ISSUE,
            title: words,
            rows: rows.slice(0, 3),
            phrases,
            suggestion: words,
            decided: { text: words, by: words },
          }),
          confirmCard({ ...CONFIRM, title: words, rows: rows.slice(0, 8).map((each) => ({ ...each, past: true })) }),
          changeNoticeCard({
            title: words,
            officeName: words,
            kind: 'revised',
            rows: rows.map((each) => ({ kind: 'changed', row: each, was: words })),
          }),
        ];
        for (const [at, card] of views.entries()) {
          expect(findCardFault(card, () => true)).toBeNull();
          expect([at, cardSize(card).bytes <= 30_000]).toEqual([at, true]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
