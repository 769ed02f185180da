import { describe, expect, it } from 'vitest';
import { aMorning, aReply, overdueRow } from '../../../tests/support/card-views.ts';
import {
  aBeat,
  aConfirmedBeat,
  aLate,
  anAct,
  anAwaited,
  aReturned,
  aStill,
  beats,
} from '../../../tests/support/errand-views.ts';
import { itIsAsReviewed } from '../../../tests/support/golden-cards.ts';
import { aCounter } from '../../../tests/support/quotas.ts';
import { civil } from '../../domain/calendar/civil-date.ts';
import type { CardJson } from '../card.ts';
import { morningCard } from '../morning-card.ts';
import type { MorningCardView } from '../morning-view.ts';
import { type ErrandsView, NO_ERRANDS } from './errands-view.ts';

const NOTHING = { overdue: 0, today: 0, soon: 0, total: 0, past: 0 };
const LATE_DONE = aLate({ settled: true, state: 'reported' });

/** A card without rows of the person's own. */
function others(errands: Partial<ErrandsView>, over: Partial<MorningCardView> = {}): CardJson {
  return morningCard(
    aMorning({
      counts: NOTHING,
      sections: [],
      officeNames: [],
      hasList: false,
      errands: { ...NO_ERRANDS, ...errands },
      ...over,
    }),
  );
}

const liaison = { officeNames: ['法规科'], hasList: true };
const beat = (index: number) => aBeat({ partId: `beat-${index}`, no: `${30 + index}` });

const HEARING = { per: 'year', target: 1, matter: '听取汇报' } as const;
const DAYS = ['2017-12-12', '2017-12-20', '2017-12-28'].map(civil);

const CARDS: Readonly<Record<string, CardJson>> = {
  'morning-desk-only': others({ desk: { reported: 12, requests: 3, submissions: 0 } }),
  'morning-desk-submissions': others({ desk: { reported: 12, requests: 0, submissions: 2 } }),
  'morning-leader-first': others({ escalated: [aLate({ answer: null })] }),
  'morning-leader-writing': others({
    escalated: [aLate({ form: { error: null, note: '' } }), aLate({ partId: 'late-2' })],
  }),
  'morning-leader-instructed': others({
    escalated: [aLate({ said: [anAct({ kind: 'instruct', note: '本周内办结，周五报我' })], mayUrge: false })],
  }),
  'morning-leader-many': others({
    escalated: Array.from({ length: 10 }, (_, index) => aLate({ partId: `late-${index}`, no: `${index + 1}` })),
  }),
  'morning-leader-settled': others({
    escalated: [LATE_DONE],
    returned: [aReturned({ settled: true, state: 'reported' })],
  }),
  'morning-duties': others(
    {},
    {
      ...liaison,
      nudges: {
        counters: [],
        duties: [
          {
            counter: aCounter({ rule: HEARING }),
            officeName: null,
            words: '主要负责人听取便民公开情况汇报',
            days: DAYS,
          },
          {
            counter: aCounter({ rule: { ...HEARING, matter: '会议' }, submitted: 1 }),
            officeName: null,
            words: '领导小组召开会议',
            days: DAYS,
          },
        ],
        briefing: '2017-10',
        returned: [],
        rates: null,
      },
    },
  ),
  'morning-lead-standstill': others({ stagnant: [aStill(), aStill({ partId: 'still-2', stale: true, since: null })] }),
  'morning-returned-often': others({ returned: [aReturned()] }),
  'morning-awaited-error': others({
    awaited: [anAwaited({ form: { error: '请选择日期', note: '某财〔2017〕12号', date: '' } })],
  }),
  'morning-awaited-settled': others({ awaited: [anAwaited({ settled: true, dueOn: civil('2017-12-29') })] }),
  'morning-heartbeats-some': others(
    {},
    { ...liaison, beats: beats({ waiting: [beat(1), beat(2)], confirmed: [aConfirmedBeat()] }) },
  ),
  'morning-heartbeats-all': others(
    {},
    {
      ...liaison,
      beats: beats({
        waiting: [],
        confirmed: [
          aConfirmedBeat({ reply: aReply({ state: 'updated' }) }),
          aConfirmedBeat({ partId: 'beat-8', no: '38', reply: aReply({ state: 'trouble', undoable: false }) }),
        ],
      }),
    },
  ),
  'morning-heartbeats-folded': morningCard(
    aMorning({
      counts: { ...NOTHING, overdue: 1, total: 1 },
      sections: [
        {
          kind: 'overdue',
          rows: [
            overdueRow({
              form: {
                kind: 'progress',
                error: null,
                values: { percent: null, note: '', link: '', helpFrom: '', date: '' },
              },
            }),
          ],
        },
      ],
      beats: beats({ waiting: [beat(1), beat(2)], folded: true }),
    }),
  ),
};

describe('golden cards of what a person has to see', () => {
  itIsAsReviewed(CARDS);
});

describe('the first line of a card without rows of the person’s own says what to do', () => {
  it.each([
    [{ escalated: [aLate(), LATE_DONE] }, '逾期须知 1 件，请批示或催办'],
    [{ escalated: [aLate()], returned: [aReturned()] }, '逾期须知 1 件，多次退文 1 件，请批示或催办'],
    [{ stagnant: [aStill()] }, '久未进展 1 件，请催办'],
    [
      { escalated: [aLate({ mayUrge: false })], awaited: [anAwaited()] },
      '逾期须知 1 件，请批示；待定时限 1 件，请补时限',
    ],
    [{ escalated: [aLate({ mayUrge: false, mayInstruct: false })] }, '逾期须知 1 件'],
  ])('%j', (errands, words) => {
    expect(JSON.stringify(others(errands))).toContain(`"elements":[{"tag":"markdown","content":"${words}"}`);
  });
});
