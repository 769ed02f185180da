import { describe, expect, it } from 'vitest';
import { aWeek } from '../../tests/support/card-views.ts';
import { itIsAsReviewed } from '../../tests/support/golden-cards.ts';
import { figuresOf, NEWS_OF_ALL, OFFICE_NAMES } from '../../tests/support/month.ts';
import { november, OCTOBER } from '../../tests/support/november.ts';
import { aQuota, aSubmission } from '../../tests/support/quotas.ts';
import { instantOf } from '../domain/calendar/civil-date.ts';
import { correctionsSince } from '../domain/quotas/close-period.ts';
import { monthSoFar } from '../domain/reports/month-counters.ts';
import { monthlyApprovalCard } from './monthly-approval-card.ts';
import { monthlyCorrectionCard } from './monthly-correction-card.ts';
import { isCorrectable, monthlyNumbers, numberLabel } from './monthly-definitions.ts';
import { monthlySummaryCard } from './monthly-summary-card.ts';
import { weeklyDigestCard } from './weekly-digest-card.ts';

const PLANS = { planTitles: ['2017年政务公开工作安排'], planId: 'plan-1' };
const FULL = monthlySummaryCard({ figures: november(), ...PLANS });
const EMPTY = figuresOf('2017-11', { rules: [NEWS_OF_ALL], submissions: [] });

const CORRECTION = monthlyCorrectionCard({
  figures: november(),
  asOf: instantOf('2017-12-06T09:00+08:00'),
  changes: [
    { name: 'news.accepted', from: 20, to: 19 },
    { name: 'news.met', from: 7, to: 6 },
    { name: 'news.accepted.政策研究处', from: 2, to: 1 },
    { name: 'press.held', from: 2, to: 1 },
  ],
  records: correctionsSince(OCTOBER, instantOf('2017-11-04T00:00+08:00')),
});

function approval(over: Partial<Parameters<typeof monthlyApprovalCard>[0]['summary']> = {}, isCorrection = false) {
  return {
    cardId: 'card-1',
    replaced: false,
    writing: null,
    summary: {
      id: 'summary-1',
      month: '2017-11',
      isCorrection,
      state: 'draft' as const,
      card: isCorrection ? CORRECTION : FULL,
      draftedAt: instantOf('2017-12-06T09:00+08:00'),
      decidedAt: null,
      decidedBy: null,
      reason: '',
      ...over,
    },
  };
}

const DECIDED = { decidedAt: instantOf('2017-12-06T10:12+08:00'), decidedBy: '赵磊' };
const DROPPED = { ...DECIDED, state: 'dropped' as const, reason: '两个处室的采用数待核' };

function week(offices: number) {
  const news = Array.from({ length: offices }, (_, index) => ({
    name: OFFICE_NAMES.get(`office-${index + 1}`) ?? `第${index + 1}街道办事处`,
    accepted: index % 3,
    target: 2,
  }));
  return weeklyDigestCard(aWeek({ paused: 2, month: { press: { held: 1, target: 2 }, news } }));
}

const MANY = figuresOf('2017-11', {
  rules: [aQuota({ officeIds: Array.from({ length: 2000 }, (_, index) => `office-${index + 1}`) })],
  submissions: [aSubmission('2017-11-02', { done: [['accept', '2017-11-03T10:00+08:00']] })],
});

const CARDS = {
  'monthly-full': FULL,
  'monthly-empty': monthlySummaryCard({ figures: EMPTY, ...PLANS, planId: null }),
  'monthly-many-offices': monthlySummaryCard({ figures: MANY, ...PLANS }),
  'monthly-correction': CORRECTION,
  'monthly-approval': monthlyApprovalCard(approval()),
  'monthly-approval-form': monthlyApprovalCard({ ...approval(), writing: { error: '请写明不发的原因', reason: '' } }),
  'monthly-approval-posted': monthlyApprovalCard(approval({ ...DECIDED, state: 'posted' })),
  'monthly-approval-dropped': monthlyApprovalCard(approval(DROPPED)),
  'monthly-approval-replaced': monthlyApprovalCard({ ...approval(DROPPED, true), replaced: true }),
  'monthly-approval-overtaken': monthlyApprovalCard(approval({ state: 'dropped', decidedAt: DECIDED.decidedAt }, true)),
  'weekly-month': week(12),
  'weekly-month-many-offices': week(40),
};

describe('golden cards of the month', () => {
  itIsAsReviewed(CARDS);
});

const textOf = (card: unknown) => JSON.stringify(card);

describe('a summary', () => {
  it('names no person and ranks nobody: the offices stand in their own order', () => {
    const text = textOf(FULL);
    expect(text).not.toMatch(/张敏|孙静/);
    expect([...OFFICE_NAMES.values()].map((name) => text.indexOf(`"office":"${name}"`))).toEqual(
      [...OFFICE_NAMES.values()].map((name) => text.indexOf(`"office":"${name}"`)).toSorted((a, b) => a - b),
    );
  });

  it('repeats the numbers of its charts as text', () => {
    expect(textOf(FULL)).toContain('采用/指标：10月 2/24，11月 20/24');
    expect(textOf(FULL)).toContain('决策公开：办结 2，逾期未办 0');
  });

  it('of many offices shows those that are short and says how many are not shown', () => {
    expect(textOf(CARDS['monthly-many-offices'])).toMatch(/还有 \d+ 个单位，见台账/);
  });

  it('has a table of three columns and at most two charts', () => {
    expect(textOf(FULL).match(/"tag":"chart"/g)).toHaveLength(2);
    expect(textOf(FULL).match(/"display_name"/g)).toHaveLength(3);
  });
});

describe('numbers for scripts', () => {
  const numbers = monthlyNumbers(november());

  it('carry their definition and what is behind them', () => {
    expect(numbers['news.accepted.数据资源处']).toMatchObject({ value: 1, parts: [expect.any(String)] });
    expect(numbers.onTimeRate).toMatchObject({ value: 50, definition: expect.stringContaining('÷') });
    expect(numbers.onTimeRate?.parts).toEqual(['in time', 'on its day', 'late', 'open and late']);
    for (const { definition } of Object.values(numbers)) expect(definition).not.toBe('');
  });

  it('have no rate where nothing was due', () => {
    expect(monthlyNumbers(EMPTY)).not.toHaveProperty('onTimeRate');
  });
});

describe('a correction', () => {
  it.each([
    ['news.accepted.政策研究处', '政策研究处信息采用'],
    ['news.accepted', '信息采用合计'],
    ['quota.图文解读.2017-11.accepted.政策研究处', '政策研究处图文解读采用（11月）'],
    ['press.held', '发布会'],
  ])('calls %s %s', (name, words) => {
    expect(isCorrectable(name, '2017-11')).toBe(true);
    expect(numberLabel(name)).toBe(words);
  });

  it.each(['overdue', 'closed', 'news.submitted', 'quota.图文解读.2017.accepted.政策研究处', 'news.target.政策研究处'])(
    'is not about %s, which changes from day to day',
    (name) => {
      expect(isCorrectable(name, '2017-11')).toBe(false);
    },
  );

  it('says from what to what, and which submissions did it', () => {
    expect(textOf(CORRECTION)).toContain('政策研究处信息采用：由 2 改为 1');
    expect(textOf(CORRECTION)).toContain('《数据培训》：采用改为退回');
    expect(textOf(CORRECTION)).toContain('《人才招聘》：关账后补报，采用');
  });
});

describe('the month on the weekly digest', () => {
  it('is there only where plans in force ask for it', () => {
    expect(monthSoFar([], OFFICE_NAMES)).toEqual({ press: null, news: null });
    const text = textOf(weeklyDigestCard(aWeek({ month: { press: null, news: null } })));
    expect(text).not.toContain('信息报送');
  });

  it('draws at most twelve offices and says how many it leaves out', () => {
    expect(textOf(week(40))).toContain('其余 28 个单位（已达标 13 个）');
    expect(textOf(week(12))).not.toContain('其余');
  });

  it('says how many things are paused', () => {
    expect(textOf(week(12))).toContain('另有 2 件暂停，不计逾期');
  });
});
