import { describe, expect, it } from 'vitest';
import { itIsAsReviewed } from '../../../tests/support/golden-cards.ts';
import { civil, instantOf } from '../../domain/calendar/civil-date.ts';
import { fanOutCard } from './fan-out-card.ts';
import type { FanOutView, OfficeLine } from './fan-out-view.ts';

function anOffice(officeName: string, over: Partial<OfficeLine> = {}): OfficeLine {
  const blank = { request: null, paused: false, urgedOn: null, lastReply: null };
  return { officeName, state: 'open', percent: null, ...blank, ...over };
}

const REPORTED = anOffice('数据资源处', {
  state: 'reported',
  percent: 100,
  lastReply: { personName: '李强', at: instantOf('2017-11-24T09:05+08:00'), note: '会议纪要已注明公开属性' },
});

/** Seven of nine have reported, one is excused; the lead's own part waits. */
function aView(over: Partial<FanOutView> = {}): FanOutView {
  return {
    cardId: 'card-1',
    taskId: 'task-1',
    on: civil('2017-11-27'),
    no: '3(1)',
    text: '将“五公开”纳入会议办理程序',
    about: null,
    leadOffice: '政策研究处',
    dueOn: civil('2017-11-30'),
    overdue: false,
    done: 7,
    total: 9,
    missing: ['审计处', '后勤中心'],
    excused: ['离退休干部处'],
    behind: [],
    urgeable: ['审计处', '后勤中心'],
    own: { state: 'working', percent: 60, ready: false },
    offices: [
      REPORTED,
      anOffice('审计处', { state: 'working', percent: 40, urgedOn: civil('2017-11-24') }),
      anOffice('后勤中心', {
        request: {
          kind: 'excuse',
          at: instantOf('2017-11-24T10:00+08:00'),
          personName: '王芳',
          reason: '不办会',
          dueOn: null,
          officeId: null,
          officeName: null,
        },
      }),
      anOffice('离退休干部处', { state: 'excused' }),
    ],
    page: { number: 1, of: 1 },
    ...over,
  };
}

const LONG = '城乡融合与对外联络协调发展促进处';

const CARDS = {
  'fan-out-missing': fanOutCard(aView()),
  'fan-out-overdue-urged': fanOutCard(
    aView({
      overdue: true,
      dueOn: civil('2017-11-24'),
      urgeable: [],
      about: '3月',
      behind: [{ about: '2月', missing: 3 }],
    }),
  ),
  'fan-out-ready': fanOutCard(
    aView({
      done: 9,
      missing: [],
      urgeable: [],
      own: { state: 'working', percent: 60, ready: true },
      offices: [REPORTED],
    }),
  ),
  'fan-out-closed': fanOutCard(
    aView({
      done: 9,
      missing: [],
      urgeable: [],
      own: { state: 'reported', percent: 100, ready: false },
      offices: [REPORTED, anOffice('离退休干部处', { state: 'excused' })],
    }),
  ),
  'fan-out-leader': fanOutCard(
    aView({
      no: null,
      leadOffice: null,
      dueOn: null,
      own: null,
      offices: [REPORTED, anOffice('审计处', { paused: true }), anOffice('后勤中心', { state: 'blocked' })],
    }),
  ),
  'fan-out-many-offices': fanOutCard(
    aView({
      done: 0,
      total: 60,
      text: '梳理本单位近三年印发的办事规定，'.repeat(40),
      missing: Array.from({ length: 60 }, (_, index) => `${LONG}${index}`),
      urgeable: Array.from({ length: 60 }, (_, index) => `${LONG}${index}`),
      excused: [],
      own: null,
      offices: Array.from({ length: 8 }, (_, index) =>
        anOffice(`${LONG}${index}`, {
          state: 'blocked',
          percent: 20,
          lastReply: {
            personName: '*张*敏*',
            at: instantOf('2017-11-24T09:05+08:00'),
            note: '<at id=all></at>'.repeat(30),
          },
        }),
      ),
      page: { number: 2, of: 8 },
    }),
  ),
};

describe('各处室落实情况', () => {
  itIsAsReviewed(CARDS);

  it('the confirmation of 催办未交 names who would get it', () => {
    const text = JSON.stringify(CARDS['fan-out-missing']);
    expect(text).toContain('将提醒 2 个处室：审计处、后勤中心');
  });

  it('汇总并报办结 is there only when all others are in or excused', () => {
    const shown = Object.entries(CARDS).filter(([, card]) => JSON.stringify(card).includes('fan-out.close'));
    expect(shown.map(([name]) => name)).toEqual(['fan-out-ready']);
  });
});
