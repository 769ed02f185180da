import type { TimeLight } from '../domain/ledger/lights.ts';
import type { Part, PartState } from '../domain/ledger/part.ts';
import { OWN_COLUMN } from '../domain/plan/own-columns.ts';
import type { Counter } from '../domain/quotas/count-quotas.ts';
import type { PaperSheet } from '../domain/reports/paper.ts';
import { MONTHLY_DEFINITIONS } from './monthly-definitions.ts';
import { periodWords } from './period-words.ts';
import { unitOf } from './quotas/quota-words.ts';

export const LIGHT_WORDS: Readonly<Record<TimeLight, string>> = {
  green: '绿',
  yellow: '黄',
  red: '红',
  grey: '灰',
  blue: '蓝',
  purple: '紫',
};

/** Titles of the ledger's own columns, in their order. */
export const STATE_COLUMNS = ['办理状态', '时限', '灯', '最近答复', '完成日期'] as const;

const DEFINITIONS: readonly (readonly [string, string])[] = [
  ['办理状态', '一行一个单位的一次时限（件）；数量指标为本周期采用数与指标。'],
  ['时限', '该件现在的完成时限，已批准的延期计入；力争完成的只提醒，不计逾期。'],
  [
    '灯',
    '绿：按计划推进；黄：10 个工作日内到期；红：逾期未办；蓝：按时办结；紫：逾期办结；灰：没有时限、已暂停或不涉及。',
  ],
  ['最近答复', '最近一次未撤回的答复：时间、答复人、内容。'],
  ['完成日期', '报办结之日；退文后重新报办结的，以重新报办结之日为准。'],
  ['报送', MONTHLY_DEFINITIONS.submitted],
  ['采用', MONTHLY_DEFINITIONS.accepted],
  ['迟报', MONTHLY_DEFINITIONS.late],
  ['导回', '修改计划内容后可以用 import 导回比较；标有“台账：”的列和工作表由程序填写，导回时不读。'],
];

/** Explains our columns, on a sheet that is not read back. */
export function definitionsSheet(at: string): PaperSheet {
  return {
    name: '口径',
    title: `${OWN_COLUMN}口径`,
    lead: [],
    columns: [
      { title: `${OWN_COLUMN}名称`, width: 16 },
      { title: `${OWN_COLUMN}口径`, width: 96 },
    ],
    rows: [...DEFINITIONS, ['数据截至', at]],
  };
}

/** Every quota and period that has begun, on a sheet that is not read back. */
export function quotaSheet(
  counters: readonly Counter[],
  officeName: (officeId: string) => string,
  isClosed: (counter: Counter) => boolean,
): PaperSheet {
  const title = (text: string, width: number) => ({ title: `${OWN_COLUMN}${text}`, width });
  return {
    name: '报送指标',
    title: `${OWN_COLUMN}报送指标`,
    lead: [],
    columns: [
      title('事项', 12),
      title('指标要求', 34),
      title('周期', 12),
      title('单位', 18),
      title('报送', 11),
      title('采用', 11),
      title('退回', 11),
      title('迟报', 11),
      title('指标', 11),
      title('是否达标', 12),
      title('是否关账', 12),
    ],
    rows: counters.map((counter) => [
      counter.rule.matter,
      counter.rule.phrase,
      periodWords(counter.period.key),
      counter.officeId === null ? '全局' : officeName(counter.officeId),
      counter.submitted,
      counter.accepted,
      counter.returned,
      counter.late,
      counter.target,
      counter.met ? '达标' : '未达标',
      isClosed(counter) ? '已关账' : '未关账',
    ]),
  };
}

/** `11月：采用2/2，达标`, `11月：12个单位中9个达标`: where a row's quota stands. */
export function quotaWords(counters: readonly Counter[]): string {
  const [first] = counters;
  if (!first) return '';
  const period = periodWords(first.period.key);
  if (first.officeId === null) {
    return `${period}：采用${first.accepted}/${first.target}，${first.met ? '达标' : '未达标'}`;
  }
  return `${period}：${counters.length}个单位中${counters.filter(({ met }) => met).length}个达标`;
}

/** The same in a citizen's words. */
export function publicQuotaWords(counters: readonly Counter[]): string {
  const [first] = counters;
  if (!first) return '';
  const period = periodWords(first.period.key);
  const unit = unitOf(first.rule.matter);
  if (first.officeId === null) return `${period}已完成${first.accepted}${unit}，目标${first.target}${unit}`;
  return `${period}${counters.length}个单位中${counters.filter(({ met }) => met).length}个已完成目标数量`;
}

const PUBLIC_STATES: Readonly<Record<PartState, string>> = {
  open: '按计划推进',
  working: '正在办理',
  blocked: '正在协调',
  reported: '已完成',
  'signed-off': '已完成',
  undated: '待上级明确时限',
  excused: '不涉及',
  stopped: '不涉及',
};

/** Where a part stands in a citizen's words. */
export function publicState(part: Pick<Part, 'state'>, isOverdue: boolean): string {
  return isOverdue ? '到期未完成，正在办理' : PUBLIC_STATES[part.state];
}

/** `已完成`, or of several offices and dates `已完成10件，正在办理2件`. */
export function publicProgress(states: readonly string[]): string {
  const counted = new Map<string, number>();
  for (const state of states) if (state !== '不涉及') counted.set(state, (counted.get(state) ?? 0) + 1);
  if (counted.size === 0) return states.length === 0 ? '长期坚持，按事项办理' : '不涉及';
  if (counted.size === 1) return [...counted.keys()].join('');
  return [...counted].map(([state, count]) => `${state}${count}件`).join('；');
}
