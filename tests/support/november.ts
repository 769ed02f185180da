import { instantOf } from '../../src/domain/calendar/civil-date.ts';
import { correctionsSince } from '../../src/domain/quotas/close-period.ts';
import type { Submission } from '../../src/domain/quotas/submission.ts';
import { countersOf, figuresOf, NEWS_OF_ALL } from './month.ts';
import { aPart } from './parts.ts';
import { aQuota, aSubmission, type Done } from './quotas.ts';

const ACCEPTED = [['accept', '2017-11-28T10:00+08:00']] as const;

function news(office: number, on: string, done: readonly Done[] = ACCEPTED): Submission {
  return aSubmission(on, { officeId: `office-${office}`, done });
}

export const RULES = [
  NEWS_OF_ALL,
  aQuota({
    ruleId: 'rule-2',
    matter: '发布会',
    phrase: '每月组织举办两场发布会',
    target: 2,
    scope: 'whole-plan',
    officeIds: ['office-1'],
  }),
  aQuota({
    ruleId: 'rule-3',
    matter: '图文解读',
    phrase: '每年制作图文解读不少于2个',
    target: 2,
    per: 'year',
    officeIds: ['office-2', 'office-3'],
  }),
  aQuota({
    ruleId: 'rule-4',
    matter: '听取汇报',
    phrase: '每年至少听取1次汇报',
    target: 1,
    per: 'year',
    scope: 'whole-plan',
    officeIds: ['office-1'],
  }),
];

/**
 * November 2017, counted by hand. 办公室 3 accepted; 政策研究处 2, one of them late; 数据资源处 1 and 1 returned as a duplicate; 审计处 1
 * and half of one made with 法规处, who has 1 and the other half; 人事处 2, of which one waits; 财务处 none, one withdrawn; all
 * others 2 each.
 */
export const SUBMISSIONS: readonly Submission[] = [
  news(1, '2017-11-02'),
  news(1, '2017-11-10'),
  news(1, '2017-11-30'),
  news(2, '2017-11-06'),
  aSubmission('2017-11-08', {
    officeId: 'office-2',
    submittedAt: instantOf('2017-11-13T09:00+08:00'),
    done: ACCEPTED,
  }),
  news(3, '2017-11-07'),
  news(3, '2017-11-09', [['return', '2017-11-28T10:00+08:00']]),
  news(4, '2017-11-14'),
  aSubmission('2017-11-15', {
    officeId: 'office-4',
    jointOfficeIds: ['office-5'],
    title: '联合调研',
    done: [...ACCEPTED, ['split', '2017-11-28T10:01+08:00']],
  }),
  news(5, '2017-11-16'),
  news(6, '2017-11-17'),
  news(6, '2017-11-20', []),
  news(7, '2017-11-21', [['withdraw', '2017-11-22T10:00+08:00']]),
  ...[8, 9, 10, 11, 12].flatMap((office) => [news(office, '2017-11-03'), news(office, '2017-11-23')]),
  // The days around the month are not of it.
  news(1, '2017-10-31'),
  news(7, '2017-12-01'),
  aSubmission('2017-11-18', { matter: '发布会', title: '优化办事流程', done: ACCEPTED }),
  aSubmission('2017-11-09', { matter: '发布会', title: '数据开放', officeId: 'office-3', done: ACCEPTED }),
  aSubmission('2017-03-09', { matter: '图文解读', officeId: 'office-2', done: ACCEPTED }),
  aSubmission('2017-05-09', { matter: '图文解读', officeId: 'office-2', done: ACCEPTED }),
  aSubmission('2017-06-09', { matter: '图文解读', officeId: 'office-3', done: ACCEPTED }),
];

const done = (id: string, area: string, dueOn: string, closedOn: string) =>
  aPart({ id, area: [area], dueOn, closedOn, state: 'reported' });

export const PARTS = [
  done('in time', '决策公开', '2017-11-30', '2017-11-20'),
  done('on its day', '决策公开', '2017-11-20', '2017-11-20'),
  done('late', '政策解读', '2017-10-31', '2017-11-02'),
  done('in October', '决策公开', '2017-10-31', '2017-10-30'),
  done('in December', '决策公开', '2017-11-30', '2017-12-01'),
  aPart({ id: 'open and late', area: ['政策解读'], dueOn: '2017-11-24' }),
  aPart({ id: 'late in December', area: ['政策解读'], dueOn: '2017-12-01' }),
  aPart({ id: 'not due yet', area: ['平台建设'], dueOn: '2017-12-29' }),
  aPart({ id: 'no date', area: ['平台建设'], dueOn: null }),
];

/** October, of which one item was accepted and then returned after it was closed on 3 November, and one came later still. */
export const OCTOBER: readonly Submission[] = [
  aSubmission('2017-10-10', {
    officeId: 'office-3',
    title: '数据培训',
    done: [
      ['accept', '2017-10-12T10:00+08:00'],
      ['return', '2017-11-10T10:00+08:00'],
    ],
  }),
  aSubmission('2017-10-11', { officeId: 'office-2', done: [['accept', '2017-10-12T10:00+08:00']] }),
  aSubmission('2017-10-30', {
    officeId: 'office-6',
    title: '人才招聘',
    submittedAt: instantOf('2017-11-20T10:00+08:00'),
    done: [['accept', '2017-11-21T10:00+08:00']],
  }),
];

/** The summary of {@link SUBMISSIONS} and {@link PARTS}, drafted on the fourth working day of December. */
export function november() {
  return figuresOf('2017-11', {
    rules: RULES,
    submissions: SUBMISSIONS,
    parts: PARTS,
    before: ['2017-09', '2017-10'].map((month) => ({
      month,
      counters: countersOf([NEWS_OF_ALL], OCTOBER, month),
    })),
    corrections: correctionsSince(OCTOBER, instantOf('2017-11-04T00:00+08:00')),
    rates: [
      {
        ...aQuota({ ruleId: 'rule-5', officeIds: ['office-10'], phrase: '网上办理率不低于70%' }),
        min: 70,
        of: '网上办理事项',
      },
    ],
    rateEntries: [rateEntry('2017-10', 60), rateEntry('2017-11', 65)],
  });
}

function rateEntry(month: string, met: number) {
  const at = instantOf('2017-12-01T09:00+08:00');
  return {
    id: month,
    ruleId: 'rule-5',
    officeId: 'office-10',
    month,
    met,
    total: 110,
    exempt: 10,
    withdrawn: false,
    at,
    personId: 'p-2',
    personName: '张敏',
  };
}
