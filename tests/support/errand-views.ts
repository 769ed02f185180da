import type { BeatsView, BeatView, ConfirmedBeat } from '../../src/cards/errands/beats-view.ts';
import type { AwaitedView, LateView, ReturnedView, StillView } from '../../src/cards/errands/errands-view.ts';
import { civil, instantOf } from '../../src/domain/calendar/civil-date.ts';
import type { PartAct } from '../../src/domain/ledger/part-act.ts';
import { aReply } from './card-views.ts';

/** A duty of the fourth quarter, confirmed last on 9 October 2017. */
export function aBeat(over: Partial<BeatView> = {}): BeatView {
  return {
    partId: 'beat-1',
    version: 3,
    no: '31',
    text: '及时更新机构职能和负责人信息',
    officeName: null,
    period: '2017-Q4',
    confirmedOn: civil('2017-08-09'),
    closing: false,
    ...over,
  };
}

export function aConfirmedBeat(over: Partial<ConfirmedBeat> = {}): ConfirmedBeat {
  const { partId, version, no, text, period } = aBeat({ partId: 'beat-9', no: '39', text: '动态更新办事指南' });
  return { partId, version, no, text, period, reply: aReply({ id: 'reply-39', state: 'unchanged' }), ...over };
}

export function beats(over: Partial<BeatsView> = {}): BeatsView {
  return { waiting: [aBeat()], confirmed: [], folded: false, problem: null, ...over };
}

export function aLate(over: Partial<LateView> = {}): LateView {
  return {
    partId: 'late-1',
    version: 2,
    no: '12',
    text: '公布停止执行的旧版办事指南清单',
    settled: false,
    officeName: '法规科',
    state: 'working',
    percent: 60,
    mayInstruct: true,
    mayUrge: true,
    said: [],
    form: null,
    dueOn: civil('2017-11-24'),
    late: 3,
    answer: aReply({
      state: 'progress',
      note: '等财务数据',
      onOtherDay: civil('2017-11-20'),
      at: instantOf('2017-11-20T15:00+08:00'),
    }),
    reminded: { personName: '张敏', on: civil('2017-11-27') },
    returnedTimes: null,
    ...over,
  };
}

export function aReturned(over: Partial<ReturnedView> = {}): ReturnedView {
  const { dueOn: _d, late: _l, answer: _a, reminded: _r, returnedTimes: _t, ...leader } = aLate({ partId: 'back-1' });
  const last = anAct({ kind: 'return', reasons: ['link-broken'], note: '网址打不开' });
  return { ...leader, times: 3, last, ...over };
}

export function aStill(over: Partial<StillView> = {}): StillView {
  const {
    dueOn: _d,
    late: _l,
    answer: _a,
    reminded: _r,
    returnedTimes: _t,
    ...leader
  } = aLate({ partId: 'still-1', no: '3(1)' });
  return {
    ...leader,
    text: '会议纪要注明公开属性',
    mayInstruct: false,
    since: civil('2017-10-20'),
    stale: false,
    ...over,
  };
}

export function anAwaited(over: Partial<AwaitedView> = {}): AwaitedView {
  return {
    partId: 'awaited-1',
    version: 1,
    no: '19',
    text: '公开年度收支情况',
    settled: false,
    officeNames: ['财务处', '审计处'],
    phrase: '按规定时间',
    issuer: '市财政局',
    document: null,
    dueOn: null,
    form: null,
    ...over,
  };
}

export function anAct(over: Partial<PartAct> = {}): PartAct & { readonly onOtherDay: null } {
  return {
    id: 'act-1',
    at: instantOf('2017-11-27T09:05+08:00'),
    personId: 'person-9',
    personName: '赵磊',
    kind: 'urge',
    note: '',
    reasons: [],
    dueOn: null,
    beforeOn: null,
    officeId: null,
    onOtherDay: null,
    ...over,
  };
}
