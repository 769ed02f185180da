import { describe } from 'vitest';
import {
  aMorning,
  aReply,
  aRow,
  aWeek,
  laterRow,
  myTasks,
  overdueRow,
  pastRow,
  todayRow,
} from '../../tests/support/card-views.ts';
import { itIsAsReviewed } from '../../tests/support/golden-cards.ts';
import { civil, instantOf } from '../domain/calendar/civil-date.ts';
import { morningCard } from './morning-card.ts';
import type { FormKind } from './morning-view.ts';
import { myTasksCard } from './my-tasks-card.ts';
import { NO_ACTS } from './row-acts-view.ts';
import { weeklyDigestCard } from './weekly-digest-card.ts';

const VALUES = { percent: null, note: '', link: '', helpFrom: '', date: '' };
const LONG =
  '梳理本单位近三年印发的办事规定，逐件核对是否仍然有效，对停止执行的在原页面加注说明，对修改过的换成新文本；'.repeat(
    9,
  );

function formCard(rowOf: typeof aRow, kind: FormKind, error: string | null) {
  const past = rowOf === pastRow;
  return morningCard(
    aMorning({
      sections: [{ kind: past ? 'past' : 'today', rows: [rowOf({ form: { kind, error, values: VALUES } })] }],
      counts: { overdue: 0, today: past ? 0 : 1, soon: 0, total: past ? 0 : 1, past: past ? 1 : 0 },
    }),
  );
}

function pausedActs() {
  return { ...NO_ACTS, pausedUntil: civil('2018-01-02') };
}

const CARDS = {
  'morning-all-sections': morningCard(
    aMorning({
      officeNames: ['政策研究处', '数据资源处'],
      sections: [
        { kind: 'overdue', rows: [overdueRow({ officeName: '政策研究处' })] },
        {
          kind: 'today',
          rows: [
            todayRow({
              officeName: '政策研究处',
              state: 'blocked',
              lastReply: aReply({
                id: 'reply-5',
                state: 'trouble',
                note: '会场与另一会议冲突',
                helpFrom: '后勤中心',
              }),
            }),
          ],
        },
        {
          kind: 'soon',
          rows: [aRow({ partId: 'part-3', officeName: '数据资源处', dueOn: civil('2017-11-30'), workingDays: 3 })],
        },
        {
          kind: 'later',
          rows: [laterRow({ leadOffice: null })],
        },
        {
          kind: 'closed',
          rows: [
            aRow({
              partId: 'part-6',
              no: '9',
              text: '更新网站领导信箱的办理说明',
              officeName: '政策研究处',
              state: 'reported',
              lastReply: aReply(),
            }),
          ],
        },
      ],
      leftOut: {
        rows: 2,
        answered: 0,
        later: [
          { no: '5', text: '制作三期政策图解', dueOn: civil('2017-12-08') },
          { no: '3(4)', text: '公布全年会议公开情况', dueOn: civil('2017-12-29') },
          { no: null, text: '报送下一年度公开目录', dueOn: civil('2018-01-31') },
        ],
      },
    }),
  ),
  'morning-all-answered': morningCard(
    aMorning({
      counts: { overdue: 0, today: 0, soon: 0, total: 0, past: 0 },
      sections: [
        {
          kind: 'closed',
          rows: [
            overdueRow({ state: 'reported', version: 5, lastReply: aReply({ id: 'reply-10' }) }),
            todayRow({
              state: 'reported',
              lastReply: aReply({
                id: 'reply-11',
                personName: '李强',
                onOtherDay: civil('2017-11-24'),
                at: instantOf('2017-11-24T09:05+08:00'),
                undoable: false,
              }),
            }),
            aRow({ state: 'signed-off' }),
          ],
        },
      ],
    }),
  ),
  'morning-form-progress': morningCard(
    aMorning({
      sections: [
        { kind: 'overdue', rows: [overdueRow({ form: { kind: 'progress', error: null, values: VALUES } })] },
        { kind: 'today', rows: [todayRow()] },
      ],
      counts: { overdue: 1, today: 1, soon: 0, total: 2, past: 0 },
    }),
  ),
  'morning-form-trouble-error': morningCard(
    aMorning({
      sections: [
        { kind: 'overdue', rows: [overdueRow()] },
        {
          kind: 'today',
          rows: [
            todayRow({
              form: {
                kind: 'trouble',
                error: '请用一句话写明困难',
                values: { percent: '40', note: '', link: 'oa.example.cn/7', helpFrom: '后勤中心', date: '' },
              },
            }),
          ],
        },
      ],
      counts: { overdue: 1, today: 1, soon: 0, total: 2, past: 0 },
    }),
  ),
  'morning-past-at-birth': morningCard(
    aMorning({
      sections: [
        { kind: 'today', rows: [todayRow()] },
        {
          kind: 'past',
          rows: [
            pastRow(),
            pastRow({
              partId: 'part-22',
              no: '22',
              text: '公布上年度收支情况',
              dueOn: civil('2016-12-31'),
              state: 'reported',
              closedOn: civil('2017-03-20'),
              lastReply: aReply({ id: 'reply-22' }),
            }),
          ],
        },
      ],
      counts: { overdue: 0, today: 1, soon: 0, total: 1, past: 1 },
    }),
  ),
  'morning-form-completed-error': morningCard(
    aMorning({
      sections: [
        {
          kind: 'past',
          rows: [
            pastRow({
              form: {
                kind: 'completed',
                error: '完成日期 12月1日还没有到（今天是 11月27日）；如尚未完成，请点“取消”，再点“未完成”',
                values: { ...VALUES, date: '2017-12-01 +0800', link: 'www.example.cn/21', note: '已全部整改' },
              },
            }),
          ],
        },
      ],
      counts: { overdue: 0, today: 0, soon: 0, total: 0, past: 1 },
    }),
  ),
  'morning-form-postponed': morningCard(
    aMorning({
      sections: [{ kind: 'past', rows: [pastRow({ form: { kind: 'postponed', error: null, values: VALUES } })] }],
      counts: { overdue: 0, today: 0, soon: 0, total: 0, past: 1 },
    }),
  ),
  'morning-form-completed': formCard(pastRow, 'completed', null),
  'morning-form-postponed-error': formCard(pastRow, 'postponed', '请选择新时限'),
  'morning-form-trouble': formCard(todayRow, 'trouble', null),
  'morning-form-progress-error': formCard(todayRow, 'progress', '未填写任何内容：进度、一句话、链接请至少填一项'),
  'morning-nothing-pressing': morningCard(
    aMorning({
      counts: { overdue: 0, today: 0, soon: 0, total: 1, past: 0 },
      sections: [{ kind: 'later', rows: [laterRow({ officeName: null })] }],
      leftOut: { rows: 0, answered: 2, later: [] },
    }),
  ),
  'morning-superseded': morningCard(aMorning({ supersededOn: civil('2017-11-28') })),
  'morning-long-texts': morningCard(
    aMorning({
      officeNames: ['城乡融合与对外联络协调发展促进处'],
      sections: [
        {
          kind: 'overdue',
          rows: Array.from({ length: 10 }, (_, index) =>
            overdueRow({ partId: `part-${index}`, no: `${index + 1}(${index})`, text: LONG }),
          ),
        },
      ],
      counts: { overdue: 10, today: 0, soon: 0, total: 10, past: 0 },
    }),
  ),
  'my-tasks': myTasksCard(myTasks()),
  'my-tasks-none': myTasksCard(myTasks({ groups: [], page: null })),
  'my-tasks-last-page': myTasksCard(
    myTasks({
      groups: [
        { kind: 'later', count: 9, rows: [laterRow({ acts: pausedActs() })] },
        { kind: 'closed', count: 5, rows: [] },
      ],
      registers: true,
      page: { number: 2, of: 2 },
    }),
  ),
  'my-overdue': myTasksCard(
    myTasks({ filter: 'overdue', groups: [{ kind: 'overdue', count: 1, rows: [overdueRow()] }], page: null }),
  ),
  'my-overdue-none': myTasksCard(myTasks({ filter: 'overdue', groups: [], page: null })),
  'weekly-full': weeklyDigestCard(aWeek()),
  'weekly-first': weeklyDigestCard(
    aWeek({
      numbers: { completion: { done: 0, total: 0 }, overdue: 0, closed: 0, dueNext: 4 },
      decisions: [],
      turnedRed: [],
      overdueBefore: [],
      dueNext: [
        {
          no: '7',
          text: '汇编本年度便民服务事项目录并上网',
          officeNames: ['政策研究处', '数据资源处', '审计处', '后勤中心'],
          dueOn: civil('2017-12-01'),
        },
      ],
      provisional: true,
    }),
  ),
  'weekly-nothing-changed': weeklyDigestCard(
    aWeek({
      numbers: { completion: { done: 26, total: 28 }, overdue: 2, closed: 0, dueNext: 0 },
      decisions: [],
      turnedRed: [],
      dueNext: [],
    }),
  ),
};

describe('golden cards', () => {
  itIsAsReviewed(CARDS);
});
