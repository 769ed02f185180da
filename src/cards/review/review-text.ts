import type { ChoiceRefusal } from '../../domain/plan/decide-issue.ts';
import { choiceRefusalText } from '../issue-text.ts';
import type { Toast } from '../text.ts';
import { clip } from '../words.ts';

/** Why a press on a review's card, or a file, changes nothing. */
export type ReviewRefusal =
  | { readonly kind: 'not-administrator' }
  | { readonly kind: 'unknown-version' }
  | { readonly kind: 'unknown-issue' }
  | { readonly kind: 'not-a-draft'; readonly state?: 'applied' | 'discarded' }
  | { readonly kind: 'no-offices' }
  | { readonly kind: 'undecided'; readonly nos: readonly number[] }
  | { readonly kind: 'objections'; readonly offices: readonly string[] }
  | { readonly kind: 'year-unreadable' }
  | { readonly kind: 'review-over' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'nothing-written' }
  | ChoiceRefusal;

/** Who, why, and what to do about it. */
export function reviewRefusalText(refusal: ReviewRefusal): string {
  switch (refusal.kind) {
    case 'not-administrator':
      return '导入和发布计划由管理员或主管机构办理。如应由您办理，请联系局办公室登记。';
    case 'unknown-version':
      return '这次导入的草稿已不在。请重新发送文件。';
    case 'unknown-issue':
      return '这处疑点已不在，以下是当前状态';
    case 'not-a-draft':
      if (refusal.state === 'applied') return '该计划已发布施行，以下是当前状态';
      return '这次导入已放弃，或已有新的导入。以下是当前状态';
    case 'no-offices':
      return '没有一项任务能对上单位名单：请先导入单位名单，再发核对。';
    case 'undecided':
      return `第 ${clip(refusal.nos.join('、'), 30)} 处疑点互相矛盾：请先点“逐条处理疑点”确定。`;
    case 'objections':
      return `${clip(refusal.offices.join('、'), 40)}的异议还没有处理：请维持原文，或改好文件后重新发送。`;
    case 'year-unreadable':
      return '年度请填四位数字，如 2026';
    case 'review-over':
      return '核对已结束，以下是当前状态';
    case 'reason-missing':
      return '请写明哪一项不对、应当怎样';
    case 'nothing-written':
      return '未填写任何内容';
    case 'not-a-choice':
    case 'unread':
    case 'nothing-to-change':
      return choiceRefusalText(refusal);
  }
}

export function reviewRefusalToast(refusal: ReviewRefusal): Toast {
  const passing = refusal.kind === 'not-a-draft' || refusal.kind === 'review-over' || refusal.kind === 'unknown-issue';
  return { type: passing ? 'info' : 'warning', text: reviewRefusalText(refusal) };
}

/** What a press on a review's card has done. */
export type ReviewDone =
  | { readonly kind: 'decided' | 'reopened' | 'sheet-sent' | 'discarded' | 'settled' | 'year-taken' }
  | { readonly kind: 'asked'; readonly offices: number; readonly unreachable: number }
  | { readonly kind: 'published'; readonly parts: number; readonly revised: boolean }
  | { readonly kind: 'confirmed' | 'objected' };

export function reviewDoneToast(done: ReviewDone): Toast {
  return { type: 'success', text: doneText(done) };
}

function doneText(done: ReviewDone): string {
  switch (done.kind) {
    case 'decided':
      return '已记录';
    case 'reopened':
      return '已撤回决定，请重新确定';
    case 'sheet-sent':
      return '核对表随后发给您';
    case 'discarded':
      return '已放弃，台账没有改动';
    case 'settled':
      return '已记录：维持原文';
    case 'year-taken':
      return '已收到，正在重新读取';
    case 'asked':
      return `已发 ${done.offices - done.unreachable} 个单位核对，工作时间送达${done.unreachable > 0 ? `；${done.unreachable} 个单位没有联络人` : ''}`;
    case 'published':
      return done.revised ? '变更已生效，涉及的单位将收到通知' : `已施行，生成 ${done.parts} 件待办`;
    case 'confirmed':
      return '已确认';
    case 'objected':
      return '异议已提交，由主管机构处理';
  }
}

/** Told to whoever runs a plan when rows of the superior's plan have changed. */
export function upstreamChangedText(
  upstreamTitle: string,
  rows: readonly { readonly no: string | null; readonly text: string }[],
): string {
  const shown = rows.slice(0, 5).map(({ no, text }) => `${no === null ? '' : `${no} `}${clip(text, 24)}`);
  const more = rows.length > shown.length ? `等 ${rows.length} 项` : '';
  return `上级有调整：《${clip(upstreamTitle, 40)}》有变动，涉及本单位 ${shown.join('；')}${more}。请核对，需要调整的，改好文件后发来。`;
}
