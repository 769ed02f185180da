import { NO_ERRANDS } from '../../src/cards/errands/errands-view.ts';
import type { MorningCardView, ReplyView, RowView } from '../../src/cards/morning-view.ts';
import type { MyTasksView } from '../../src/cards/my-tasks-card.ts';
import { NO_ACTS } from '../../src/cards/row-acts-view.ts';
import type { WeeklyDigestView } from '../../src/cards/weekly-digest-card.ts';
import { civil, instantOf } from '../../src/domain/calendar/civil-date.ts';

/** A row that waits for its answer, due in three working days. */
export function aRow(over: Partial<RowView> = {}): RowView {
  return {
    partId: 'part-1',
    version: 1,
    no: '7',
    text: '汇编本年度便民服务事项目录并上网',
    event: null,
    officeName: null,
    leadOffice: '政策研究处',
    dueOn: civil('2017-11-30'),
    phrase: '2017年11月底前',
    closable: true,
    provisional: false,
    pastAtBirth: false,
    closedOn: null,
    workingDays: 3,
    state: 'open',
    percent: null,
    lastReply: null,
    form: null,
    acts: NO_ACTS,
    ...over,
  };
}

export function aReply(over: Partial<ReplyView> = {}): ReplyView {
  return {
    id: 'reply-1',
    personName: '张敏',
    onOtherDay: null,
    at: instantOf('2017-11-27T09:12+08:00'),
    state: 'done',
    note: '',
    helpFrom: null,
    undoable: true,
    ...over,
  };
}

/** Monday 27 November 2017: one row overdue, one due today, one soon. */
export function aMorning(over: Partial<MorningCardView> = {}): MorningCardView {
  return {
    cardId: 'card-1',
    on: civil('2017-11-27'),
    officeNames: ['政策研究处'],
    supersededOn: null,
    counts: { overdue: 1, today: 1, soon: 1, total: 3, past: 0 },
    sections: [
      { kind: 'overdue', rows: [overdueRow()] },
      { kind: 'today', rows: [todayRow()] },
      { kind: 'soon', rows: [aRow({ partId: 'part-3', version: 1 })] },
    ],
    beats: null,
    errands: NO_ERRANDS,
    hasList: true,
    leftOut: { rows: 0, answered: 0, later: [] },
    ...over,
  };
}

export function overdueRow(over: Partial<RowView> = {}): RowView {
  return aRow({
    partId: 'part-12',
    version: 4,
    no: '12',
    text: '公布停止执行的旧版办事指南清单',
    dueOn: civil('2017-11-24'),
    workingDays: -1,
    state: 'working',
    percent: 60,
    lastReply: aReply({
      id: 'reply-9',
      personName: '李强',
      onOtherDay: civil('2017-11-22'),
      at: instantOf('2017-11-22T16:40+08:00'),
      state: 'progress',
      note: '清单初稿已送各处室核对，周内汇总',
      undoable: false,
    }),
    ...over,
  });
}

export function todayRow(over: Partial<RowView> = {}): RowView {
  return aRow({
    partId: 'part-2',
    version: 2,
    no: '3(2)',
    text: '请服务对象代表旁听业务例会，并把意见采纳情况登在网站专栏',
    dueOn: civil('2017-11-27'),
    workingDays: 0,
    ...over,
  });
}

/** A row whose deadline is some weeks off. */
export function laterRow(over: Partial<RowView> = {}): RowView {
  return aRow({
    partId: 'part-4',
    no: null,
    text: '开放首批可下载的业务数据',
    officeName: '数据资源处',
    dueOn: civil('2018-01-19'),
    provisional: true,
    workingDays: 38,
    ...over,
  });
}

/** A row whose date was over when the plan was issued. */
export function pastRow(over: Partial<RowView> = {}): RowView {
  return aRow({
    partId: 'part-21',
    no: '21',
    text: '办结上一轮政务公开检查指出的问题',
    dueOn: civil('2017-03-31'),
    workingDays: -165,
    pastAtBirth: true,
    ...over,
  });
}

export function myTasks(over: Partial<MyTasksView> = {}): MyTasksView {
  return {
    cardId: 'card-2',
    on: civil('2017-11-27'),
    officeNames: ['政策研究处', '数据资源处'],
    groups: [
      { kind: 'overdue', count: 1, rows: [overdueRow({ officeName: '政策研究处' })] },
      { kind: 'today', count: 0, rows: [] },
      { kind: 'soon', count: 1, rows: [aRow({ partId: 'part-3', officeName: '数据资源处' })] },
      {
        kind: 'later',
        count: 6,
        rows: [laterRow()],
      },
      {
        kind: 'undated',
        count: 2,
        rows: [
          aRow({
            partId: 'part-5',
            no: '19',
            text: '按上级通知的时间公开年度收支情况',
            dueOn: null,
            phrase: '按上级通知的时间',
            state: 'undated',
          }),
        ],
      },
      { kind: 'closed', count: 5, rows: [] },
    ],
    registers: false,
    page: { number: 1, of: 2 },
    ...over,
  };
}

/** The week of 20 November 2017, read on the Monday after. */
export function aWeek(over: Partial<WeeklyDigestView> = {}): WeeklyDigestView {
  return {
    week: { from: civil('2017-11-20'), to: civil('2017-11-26') },
    asOf: civil('2017-11-26'),
    at: instantOf('2017-11-27T09:00:00+08:00'),
    planTitles: ['2017年政务公开工作安排'],
    numbers: { completion: { done: 26, total: 30 }, overdue: 2, closed: 5, dueNext: 3 },
    decisions: [
      {
        no: '21',
        text: '提前公开专项检查的整改情况',
        officeNames: ['审计处'],
        note: '外单位来函要求提前两周公开，整改材料尚缺两项，请示是否提前',
        since: civil('2017-11-22'),
      },
    ],
    turnedRed: [
      {
        no: '12',
        text: '公布停止执行的旧版办事指南清单',
        officeNames: ['政策研究处'],
        since: civil('2017-11-24'),
      },
      { no: '3(1)', text: '会议纪要注明公开属性', officeNames: ['数据资源处'], since: civil('2017-11-25') },
    ],
    dueNext: [
      {
        no: '3(2)',
        text: '请服务对象代表旁听业务例会，并把意见采纳情况登在网站专栏',
        officeNames: ['政策研究处'],
        dueOn: civil('2017-11-27'),
      },
      { no: '7', text: '汇编本年度便民服务事项目录并上网', officeNames: ['数据资源处'], dueOn: civil('2017-11-30') },
      { no: null, text: '公布本月抽查结果', officeNames: ['审计处'], dueOn: civil('2017-11-30') },
    ],
    overdueBefore: [
      { no: '2', text: '补登上半年会议纪要', officeNames: ['综合处', '审计处'], since: civil('2017-10-10') },
    ],
    provisional: false,
    ...over,
  };
}
