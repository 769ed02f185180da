import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itIsAsReviewed } from '../../../tests/support/golden-cards.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { aCounter } from '../../../tests/support/quotas.ts';
import { civil, instantOf } from '../../domain/calendar/civil-date.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import type { SubmissionDraft } from '../../domain/quotas/submission-draft.ts';
import { findCardFault } from '../../emulator/card-json/card-rules.ts';
import { fitsCard } from '../card-size.ts';
import { myQuotasCard } from './my-quotas-card.ts';
import { submissionCard } from './submission-card.ts';
import type { MyQuotasView, SubmissionsView, SubmissionView } from './submission-view.ts';
import { submissionsCard } from './submissions-card.ts';

const today = civil('2017-11-22');
const base = { cardId: 'card-1', today };

function aView(more: Partial<SubmissionView> = {}): SubmissionView {
  return {
    id: 'submission-1',
    version: 1,
    matter: '信息',
    title: '云州市数据局召开公共数据推进会',
    link: 'https://www.yunzhou.gov.cn/xw/1.html',
    fileName: null,
    eventOn: civil('2017-11-20'),
    officeName: '法规处',
    jointNames: [],
    split: false,
    late: false,
    state: 'submitted',
    personName: '张敏',
    submittedAt: instantOf('2017-11-21T09:12+08:00'),
    decision: null,
    correction: false,
    duplicates: [],
    acts: [],
    ...more,
  };
}

/** One of two is accepted. */
const ONE_OF_TWO = aCounter({ accepted: 1 });

const DRAFT: SubmissionDraft = {
  matter: '信息',
  title: '',
  link: '',
  date: '2017-11-22',
  officeId: 'office-1',
  jointOfficeIds: [],
  file: null,
  error: null,
};

const OFFICES = [
  { id: 'office-1', name: '法规处' },
  { id: 'office-2', name: '信息中心' },
];

const DUPLICATE = {
  by: 'link',
  matter: '信息',
  officeName: '信息中心',
  eventOn: civil('2017-11-03'),
  title: '公共数据推进会召开',
} as const;

const FILE = { name: '数据条例图文解读.docx', messageId: 'om_1', fileKey: 'file_1' };

const form = (draft: Partial<SubmissionDraft>, offices = OFFICES.slice(0, 1)) =>
  submissionCard({
    ...base,
    look: 'form',
    draft: { ...DRAFT, ...draft },
    matters: ['信息', '发布会', '图文解读'],
    offices,
    others: OFFICES.slice(1),
    byFile: draft.file == null,
  });

const result = (more: Partial<SubmissionView>, counters: readonly Counter[] = [ONE_OF_TWO]) =>
  submissionCard({ ...base, look: 'result', submission: aView(more), counters });

function aQueue(more: Partial<SubmissionsView> = {}): SubmissionsView {
  return {
    ...base,
    at: instantOf('2017-11-22T10:05+08:00'),
    view: 'queue',
    waiting: 1,
    coming: 0,
    rows: [aView({ acts: ['accept', 'return'] })],
    page: { number: 1, of: 1 },
    returning: null,
    ...more,
  };
}

function aMonth(more: Partial<MyQuotasView> = {}): MyQuotasView {
  return {
    ...base,
    month: '2017-11',
    offices: [
      {
        id: 'office-1',
        name: '法规处',
        counters: [
          ONE_OF_TWO,
          aCounter({ rule: { matter: '发布会', scope: 'whole-plan' }, officeId: null, accepted: 2, submitted: 1 }),
        ],
        nil: [],
      },
    ],
    rows: [aView({ acts: ['withdraw'] })],
    total: 1,
    page: { number: 1, of: 1 },
    ...more,
  };
}

const DECISION = { personName: '孙静', at: instantOf('2017-11-21T15:00+08:00'), reason: '' };
const RETURNED = { ...DECISION, reason: '链接打不开：提示 404' };

const CARDS = {
  'submission-form': form({}),
  'submission-form-error': form(
    { title: '推进会召开', link: '没有', error: '链接打不开：请填写以 http:// 或 https:// 开头的网址' },
    OFFICES,
  ),
  'submission-form-file': form({ title: '数据条例图文解读', matter: '图文解读', file: FILE }),
  'submission-received-file': result({ acts: ['withdraw'], link: null, fileName: FILE.name, matter: '图文解读' }),
  'submission-received': result({ acts: ['withdraw'] }),
  'submission-late-duplicate': result({
    acts: ['withdraw'],
    late: true,
    duplicates: [DUPLICATE],
    jointNames: ['信息中心'],
  }),
  'submission-accepted': result({ state: 'accepted', decision: DECISION }, [aCounter({ accepted: 2, submitted: 1 })]),
  'submission-returned': result({ state: 'returned', decision: RETURNED }),
  'submission-withdrawn': result({ state: 'withdrawn', acts: ['reopen'] }, []),
  'submission-after-close': result({ eventOn: civil('2017-10-20'), late: true, correction: true }),
  'submission-gone': submissionCard({ ...base, look: 'gone' }),
  'my-quotas': myQuotasCard(
    aMonth({
      rows: [
        aView({ acts: ['withdraw'] }),
        aView({ state: 'accepted', decision: DECISION, split: true, jointNames: ['信息中心'] }),
        aView({ state: 'returned', decision: RETURNED, fileName: FILE.name }),
        aView({ state: 'withdrawn', acts: ['reopen'] }),
        aView({ state: 'none', title: '', link: null, matter: '会议', acts: ['withdraw'] }),
      ],
      total: 13,
      page: { number: 1, of: 2 },
    }),
  ),
  'my-quotas-nil': myQuotasCard(
    aMonth({ offices: [{ id: 'office-1', name: '法规处', counters: [], nil: ['信息'] }], rows: [], total: 0 }),
  ),
  'submissions-queue': submissionsCard(
    aQueue({
      waiting: 11,
      coming: 1,
      page: { number: 1, of: 2 },
      rows: [
        aView({ acts: ['accept', 'return'] }),
        aView({ id: 's-2', duplicates: [DUPLICATE, DUPLICATE], late: true, acts: ['accept', 'return'] }),
        aView({
          id: 's-3',
          jointNames: ['信息中心'],
          link: null,
          fileName: FILE.name,
          acts: ['accept', 'return', 'split'],
        }),
        aView({
          id: 's-4',
          state: 'accepted',
          decision: DECISION,
          acts: ['reopen', 'split'],
          jointNames: ['信息中心'],
          fileName: FILE.name,
        }),
        aView({ id: 's-5', state: 'returned', decision: RETURNED, acts: ['reopen'], correction: true }),
        aView({ id: 's-6', state: 'withdrawn' }),
      ],
    }),
  ),
  'submissions-return-error': submissionsCard(
    aQueue({ returning: { id: 'submission-1', error: '请选择退回理由', values: { note: '提示 404', reasons: [] } } }),
  ),
  'submissions-empty': submissionsCard(aQueue({ waiting: 0, rows: [] })),
  'submissions-decided': submissionsCard(
    aQueue({ view: 'decided', rows: [aView({ state: 'accepted', decision: DECISION, acts: ['reopen'] })] }),
  ),
};

describe('golden cards of 报送', () => {
  itIsAsReviewed(CARDS);
});

describe('本页全部采用', () => {
  it('asks about as many as it accepts: repetitions are counted apart', () => {
    const clear = [aView({ id: 's-1', acts: ['accept'] }), aView({ id: 's-2', acts: ['accept'] })];
    const twice = aView({ id: 's-3', acts: ['accept'], duplicates: [DUPLICATE] });
    const drawn = JSON.stringify(submissionsCard(aQueue({ rows: [...clear, twice] })));
    expect(drawn).toContain('采用本页 2 条');
    expect(drawn).toContain('另有 1 条疑似重复，不在其内');
    expect(JSON.stringify(submissionsCard(aQueue({ rows: [twice, twice] })))).not.toContain('本页全部采用');
  });
});

describe('本月报送 of somebody', () => {
  it('who answers for one office names only the others', () => {
    const one = [{ id: 'office-1', name: '法规处', counters: [], nil: [] }];
    const rows = [
      aView({ title: '甲', jointNames: ['信息中心'] }),
      aView({ title: '乙', officeName: '财务处', jointNames: ['法规处'] }),
    ];
    const drawn = JSON.stringify(myQuotasCard(aMonth({ offices: one, rows })));
    expect(drawn).toContain('>联合信息中心 · 信息');
    expect(drawn).toContain('财务处（联合法规处） · 信息');
    expect(drawn).not.toContain('法规处（');
  });
});

describe('whatever the texts hold, the platform takes the cards', () => {
  it('with eight rows, a form and long titles', () => {
    const texts = fc.record({ title: hostileText(), link: hostileText(), reason: hostileText() });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 60 }), ({ title, link, reason }, times) => {
        const long = title.repeat(times).slice(0, 2000);
        const row = {
          title: long,
          matter: long.slice(0, 60) || '信息',
          link: `https://example.cn/${link}`.slice(0, 500),
          fileName: long,
          officeName: long,
          jointNames: [long, long],
          personName: long,
          late: true,
          correction: true,
          duplicates: [{ ...DUPLICATE, title: long, officeName: long, matter: long }],
        };
        const rows = Array.from({ length: 8 }, (_, index) =>
          aView({ ...row, id: `s-${index}`, acts: ['accept', 'return', 'split'] }),
        );
        const decided = rows.map((each) =>
          aView({
            ...each,
            state: 'returned',
            acts: ['reopen'],
            decision: { ...DECISION, reason: reason.repeat(times).slice(0, 300) },
          }),
        );
        const drawn = [
          submissionsCard(
            aQueue({
              rows,
              returning: { id: 's-7', error: long, values: { note: long.slice(0, 200), reasons: [long] } },
            }),
          ),
          submissionsCard(aQueue({ view: 'decided', rows: decided, page: { number: 2, of: 3 } })),
          myQuotasCard(aMonth({ rows: decided, page: { number: 2, of: 3 } })),
          form(
            {
              title: long,
              link: `https://example.cn/${link}`,
              matter: long,
              error: long,
              jointOfficeIds: [long],
              file: { ...FILE, name: long },
            },
            OFFICES,
          ),
          result({ ...row, state: 'returned', decision: { ...DECISION, reason: long } }),
        ];
        for (const card of drawn) {
          expect(findCardFault(card, () => true)).toBeNull();
          expect(fitsCard(card)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});
