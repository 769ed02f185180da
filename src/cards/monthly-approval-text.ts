import type { MonthlySummary } from '../domain/quotas/monthly-summary.ts';
import { fullMonthWords } from './monthly-text.ts';
import type { Toast } from './text.ts';
import { clip, momentWords } from './words.ts';

/** Of the reason for 不发, in characters. */
export const LONGEST_REASON = 200;

/** Why nobody gets a summary to approve, or nothing was posted. */
export type SummaryRefusal =
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'not-approver' }
  | { readonly kind: 'summary-gone' }
  | { readonly kind: 'decided'; readonly summary: Pick<MonthlySummary, 'state' | 'decidedBy' | 'decidedAt' | 'month'> }
  | { readonly kind: 'no-group' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reason-too-long'; readonly length: number };

/** Why no summary of a month is drafted. */
export type NoDraft = 'no-plan' | 'no-quota' | 'no-group' | 'nobody-approves' | 'drafted-before' | 'unchanged';

export function summaryRefusalText(refusal: SummaryRefusal): string {
  switch (refusal.kind) {
    case 'unknown-person':
      return '通讯录里没有您的信息，暂时不能审定。请联系局办公室登记。';
    case 'not-approver':
      return '月度汇总由分管领导、主要负责人或主管机构审定，您不在其中。如有变化，请联系局办公室。';
    case 'summary-gone':
      return '这份汇总已不存在，请联系局办公室。';
    case 'no-group':
      return '还没有绑定领导小组群，无处可发。请管理员先绑定，再点一次“同意发布”。';
    case 'reason-missing':
      return '请写明不发的原因';
    case 'reason-too-long':
      return `原因请在 ${LONGEST_REASON} 字以内，现有 ${refusal.length} 字`;
    case 'decided':
      return decidedText(refusal.summary);
  }
}

function decidedText({ state, decidedBy, decidedAt }: Extract<SummaryRefusal, { kind: 'decided' }>['summary']): string {
  if (decidedBy === null || decidedAt === null) return '数字有变动，已另拟新稿，这一稿作废';
  const by = `${clip(decidedBy, 10)}已于 ${momentWords(decidedAt)} `;
  return state === 'posted' ? `${by}同意发布，无需再点` : `${by}决定不发，以下是当前状态`;
}

export function summaryRefusalToast(refusal: SummaryRefusal): Toast {
  return { type: refusal.kind === 'decided' ? 'info' : 'warning', text: summaryRefusalText(refusal) };
}

export function summaryDoneToast(done: 'approved' | 'dropped' | 'redrafted', month: string): Toast {
  return { type: 'success', text: `${fullMonthWords(month)}汇总${DONE[done]}` };
}

const DONE = {
  approved: '已同意发布，即发领导小组群',
  dropped: '不发，已记录原因。需要时点“重新起草”',
  redrafted: '已重新起草，请看下面的新卡片',
} as const;

/** For the command line and the record. */
export function noDraftText(why: NoDraft, month: string): string {
  switch (why) {
    case 'no-plan':
      return `${fullMonthWords(month)}没有在用的计划，不拟汇总。`;
    case 'no-quota':
      return '已发布的计划里没有数量指标，不拟汇总。';
    case 'no-group':
      return '还没有绑定领导小组群：请先用 bind leaders 绑定，再拟汇总。';
    case 'nobody-approves':
      return '名单里没有能审定的人：请在单位名单中登记主管机构、分管领导或主要负责人。';
    case 'drafted-before':
      return `${fullMonthWords(month)}汇总此前已拟，没有重复。`;
    case 'unchanged':
      return `${fullMonthWords(month)}汇总发布后没有变动。`;
  }
}
