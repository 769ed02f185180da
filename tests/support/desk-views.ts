import type { DeskDecision, DeskRowView, DeskView } from '../../src/cards/desk/desk-view.ts';
import type { RowActs, Signed } from '../../src/cards/row-acts-view.ts';
import { NO_ACTS } from '../../src/cards/row-acts-view.ts';
import { civil, instantOf } from '../../src/domain/calendar/civil-date.ts';
import type { PartAct, PartRequest } from '../../src/domain/ledger/part-act.ts';

/** What somebody other than the office did on 24 November 2017. */
export function aSaid(over: Partial<Signed<PartAct>> = {}): Signed<PartAct> {
  return {
    id: 'act-1',
    at: instantOf('2017-11-24T15:20+08:00'),
    onOtherDay: civil('2017-11-24'),
    personId: 'person-9',
    personName: '陈主任',
    kind: 'return',
    note: '请补网址',
    reasons: ['materials-missing'],
    dueOn: null,
    beforeOn: null,
    officeId: null,
    ...over,
  };
}

export function aRequest(over: Partial<Signed<PartRequest>> = {}): Signed<PartRequest> {
  return {
    kind: 'extension',
    at: instantOf('2017-11-24T10:05+08:00'),
    onOtherDay: civil('2017-11-24'),
    personName: '张敏',
    reason: '外单位数据月中才到',
    dueOn: civil('2017-12-15'),
    officeId: null,
    officeName: null,
    ...over,
  };
}

export function rowActs(over: Partial<RowActs> = {}): RowActs {
  return { ...NO_ACTS, choices: ['extension', 'excuse', 'transfer', 'snooze'], ...over };
}

/** Something that was reported in time on 24 November 2017. */
export function aDeskRow(over: Partial<DeskRowView> = {}): DeskRowView {
  return {
    partId: 'part-1',
    version: 2,
    no: '12',
    text: '公布停止执行的旧版办事指南清单',
    officeName: '政策研究处',
    dueOn: civil('2017-11-27'),
    phrase: '2017年11月27日前',
    answer: {
      personName: '张敏',
      at: instantOf('2017-11-24T09:12+08:00'),
      onOtherDay: civil('2017-11-24'),
      note: '已在网站专栏公布',
      links: ['https://www.example.gov.cn/zwgk/list.html'],
      workingDaysLate: 0,
    },
    request: null,
    returns: 0,
    extensions: 0,
    form: null,
    decision: null,
    ...over,
  };
}

/** A row on which somebody waits for a decision. */
export function aDeskRequest(over: Partial<DeskRowView> = {}): DeskRowView {
  return aDeskRow({
    partId: 'part-2',
    no: '7',
    text: '汇编本年度便民服务事项目录并上网',
    answer: null,
    request: aRequest(),
    ...over,
  });
}

export function aDecision(over: Partial<DeskDecision> = {}): DeskDecision {
  return {
    ...aSaid({ kind: 'pass', note: '', reasons: [], at: instantOf('2017-11-27T09:12+08:00'), onOtherDay: null }),
    state: 'signed-off',
    handedOver: false,
    correctable: true,
    ...over,
  };
}

export function aDesk(over: Partial<DeskView> = {}): DeskView {
  return {
    cardId: 'card-3',
    at: instantOf('2017-11-27T09:12+08:00'),
    on: civil('2017-11-27'),
    counts: { reviews: 1, requests: 1 },
    rows: [aDeskRow(), aDeskRequest()],
    page: { number: 1, of: 1 },
    ...over,
  };
}
