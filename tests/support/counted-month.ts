import type { Deps } from '../../src/app/deps.ts';
import { importPlan } from '../../src/app/import-plan.ts';
import { civil, instantAt, instantOf } from '../../src/domain/calendar/civil-date.ts';
import { foldActs } from '../../src/domain/quotas/close-period.ts';
import type { Submission, SubmissionAct, SubmissionActKind } from '../../src/domain/quotas/submission.ts';
import { aSubmission, type Done } from './quotas.ts';
import type { TestClock } from './test-clock.ts';

/** In the order of the offices file. */
export const OFFICES = [
  '办公室',
  '政策法规科',
  '计划财务科',
  '人事教育科',
  '工程建设科',
  '质量安全科',
  '市场管理科',
  '行政审批科',
  '信息中心',
  '执法支队',
  '规划科',
  '宣传科',
] as const;
type OfficeName = (typeof OFFICES)[number];

const PLAN = `云州市城乡建设局2026年政务公开工作要点任务分工表

| 序号 | 工作任务 | 责任单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 做好政务信息报送工作，各科室每月报送政务信息不少于2条 | 各科室 | 长期坚持 |
| 2 | 落实新闻发布制度，每月组织举办两场发布会 | 宣传科 | 长期坚持 |
| 3 | 公布行政规范性文件清理结果 | 政策法规科 | 4月10日前 |
| 4 | 公开年度部门预算 | 计划财务科 | 4月20日前 |
| 5 | 编制工程质量安全监管事项目录 | 质量安全科 | 4月30日前 |
| 6 | 更新政务服务事项办事指南 | 行政审批科 | 5月20日前 |
`;

/** One item of the month. Days are of 2026; `acts` are what the reviewer did and when. */
interface Item {
  readonly office: OfficeName;
  readonly on: string;
  /** The day it came; the day of the event where it says nothing. */
  readonly came?: string;
  readonly matter?: '信息' | '发布会';
  readonly with?: OfficeName;
  readonly acts?: readonly (readonly [SubmissionActKind, string, string?, SubmissionAct['reasons']?])[];
}

const accepted = (on: string) => [['accept', on] as const];

/** April 2026, counted by hand in `month.test.ts`. */
const ITEMS: readonly Item[] = [
  { office: '办公室', on: '04-02', acts: accepted('04-03') },
  { office: '办公室', on: '04-13', acts: accepted('04-14') },
  { office: '办公室', on: '04-27', acts: accepted('04-28') },
  { office: '政策法规科', on: '04-08', acts: accepted('04-09') },
  { office: '政策法规科', on: '04-15', acts: accepted('04-16') },
  { office: '政策法规科', on: '04-22', acts: [['return', '04-23', '内容不实', ['untrue']]] },
  { office: '计划财务科', on: '04-09', acts: accepted('04-10') },
  { office: '计划财务科', on: '04-13', came: '04-14', acts: [['return', '04-15', '重复报送', ['duplicate']]] },
  { office: '人事教育科', on: '04-20', acts: accepted('04-21') },
  // The working day after 30 April is 6 May: the 7th is late, and before the close on the 8th.
  { office: '人事教育科', on: '04-30', came: '05-07', acts: accepted('05-08') },
  { office: '工程建设科', on: '04-16', acts: accepted('04-17') },
  // Made together and not split: credited to the office that sent it.
  { office: '工程建设科', on: '04-21', with: '质量安全科', acts: accepted('04-22') },
  { office: '质量安全科', on: '04-24', acts: accepted('04-27') },
  { office: '市场管理科', on: '04-07', acts: accepted('04-08') },
  {
    office: '市场管理科',
    on: '04-17',
    with: '行政审批科',
    acts: [
      ['accept', '04-20'],
      ['split', '04-20'],
    ],
  },
  { office: '行政审批科', on: '04-10', acts: accepted('04-13') },
  { office: '行政审批科', on: '04-23', acts: accepted('04-24') },
  { office: '信息中心', on: '04-14', acts: accepted('04-15') },
  // Accepted, and after the close found to be wrong.
  {
    office: '信息中心',
    on: '04-28',
    acts: [
      ['accept', '04-29'],
      ['reopen', '05-12'],
      ['return', '05-12', '内容不实', ['untrue']],
    ],
  },
  { office: '执法支队', on: '04-18', came: '04-20' },
  // Waits until after the close.
  { office: '执法支队', on: '04-29', acts: accepted('05-12') },
  // Of March, although it came in April.
  { office: '规划科', on: '03-31', came: '04-01', acts: accepted('04-02') },
  { office: '宣传科', on: '04-03', acts: accepted('04-07') },
  { office: '宣传科', on: '04-09', acts: accepted('04-10') },
  { office: '宣传科', on: '04-22', acts: [['withdraw', '04-22']] },
  { office: '宣传科', on: '04-10', matter: '发布会', acts: accepted('04-13') },
  { office: '宣传科', on: '04-28', matter: '发布会', acts: accepted('04-29') },
  { office: '宣传科', on: '04-29', matter: '发布会', acts: [['return', '04-30', '时间写错', ['other']]] },
];

/** By row: the day its office reported it done. Row 5 is open and late, row 6 not due yet. */
const CLOSED: readonly (readonly [string, string])[] = [
  ['3', '04-09'],
  ['4', '04-24'],
];

/** A bureau of twelve offices with a plan in force since January. @returns the plan's id */
export async function publishCountedPlan(deps: Deps, clock: TestClock): Promise<string> {
  clock.moveTo(instantOf('2026-01-05T08:00+08:00'));
  await deps.directory.save(
    OFFICES.map((name, index) => ({
      name,
      aliases: [],
      rosters: ['各科室'],
      people: [
        { role: 'liaison-a' as const, name: `联络${index}`, mobile: null, email: null, openId: `ou_${index}` },
        ...(index === 0
          ? [{ role: 'governing' as const, name: '审核人', mobile: null, email: null, openId: 'ou_governing' }]
          : []),
      ],
    })),
    [],
  );
  const file = { name: '任务分工表.md', bytes: new TextEncoder().encode(PLAN) };
  const request = {
    year: 2026,
    issuedOn: civil('2026-01-05'),
    owner: '办公室',
    mode: 'publish',
    actor: 'test',
  } as const;
  const imported = await importPlan(deps, { ...request, file });
  if (!imported.ok || !imported.value.planId) throw new Error(`the plan was refused: ${JSON.stringify(imported)}`);
  return imported.value.planId;
}

/** Writes everything that had happened by an instant, each thing at its own time. */
export async function liveCountedMonth(deps: Deps, until: string): Promise<void> {
  const offices = new Map((await deps.directory.load()).offices.map(({ id, name }) => [name, id]));
  const end = instantOf(until);
  for (const part of await deps.ledger.findParts({ states: ['open'] })) {
    const on = CLOSED.find(([no]) => no === part.taskNo)?.[1];
    if (on === undefined || part.rule.kind !== 'by') continue;
    const closedOn = civil(`2026-${on}`);
    const at = instantAt(closedOn, '11:00');
    const change = { id: part.id, expectedVersion: part.version, state: 'signed-off' as const, closedOn };
    if (at < end) await deps.ledger.commit({ at, parts: [change], audit: [] });
  }
  for (const [index, item] of ITEMS.entries()) {
    const submission = submissionOf(item, `item-${index + 1}`, offices);
    if (submission.submittedAt >= end) continue;
    const known = await deps.quotas.findSubmission(submission.id);
    const blank = { ...submission, state: 'submitted' as const, credits: [submission.officeId], version: 1 };
    if (!known) {
      const first = { ...blank, decidedAt: null, acts: [] };
      await deps.ledger.commit({ at: submission.submittedAt, newSubmissions: [first], audit: [] });
    }
    for (const [at, act] of submission.acts.entries()) {
      if (act.at >= end || (known && at < known.acts.length)) continue;
      const { state, credits } = foldActs(blank, submission.acts.slice(0, at + 1));
      const change = { submissionId: submission.id, expectedVersion: at + 1, act, state, credits };
      const done = await deps.ledger.commit({ at: act.at, submissionActs: [change], audit: [] });
      if (!done.ok) throw new Error(`${submission.id} was refused`);
    }
  }
}

function submissionOf(item: Item, id: string, offices: ReadonlyMap<string, string>): Submission {
  const eventOn = `2026-${item.on}`;
  const done = (item.acts ?? []).map(
    ([kind, on, reason, reasons], index): Done => [
      kind,
      `2026-${on}T16:${index === 0 ? '00' : '30'}+08:00`,
      reason,
      reasons,
    ],
  );
  return aSubmission(eventOn, {
    id,
    matter: item.matter ?? '信息',
    title: `${item.office}${item.on}${item.matter === '发布会' ? '新闻发布会' : '工作动态'}`,
    link: `https://jsj.yunzhou.example/${id}.html`,
    officeId: offices.get(item.office) ?? '',
    jointOfficeIds: item.with ? [offices.get(item.with) ?? ''] : [],
    submittedAt: instantAt(civil(item.came ? `2026-${item.came}` : eventOn), '15:00'),
    done,
  });
}
