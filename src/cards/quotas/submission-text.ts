import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { monthOfDay } from '../../domain/calendar/month.ts';
import type { Period } from '../../domain/plan/rule.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import type { SubmissionRefusal } from '../../domain/quotas/decide-submission.ts';
import { HELD_ON_A_DAY } from '../../domain/quotas/matter.ts';
import type { NilReportRefusal } from '../../domain/quotas/nil-report.ts';
import type { Submission, SubmissionActKind } from '../../domain/quotas/submission.ts';
import type { Toast } from '../text.ts';
import { clip, dayWords, dotted, fullDayWords } from '../words.ts';
import { counterWords, monthWords, unitOf } from './quota-words.ts';
import type { SubmissionFormError } from './submission-form.ts';
import type { DuplicateView, SubmissionView } from './submission-view.ts';

/** The one line in the form that says what is missing. */
export function submissionErrorText(error: SubmissionFormError): string {
  switch (error.kind) {
    case 'matter-missing':
      return '请选择报送事项';
    case 'title-missing':
      return error.press ? '请填写发布会主题' : '请填写标题';
    case 'title-too-long':
      return `标题请在 ${error.longest} 字以内，现有 ${error.length} 字`;
    case 'link-missing':
      return '请填写公开页面的链接，供审核核对';
    case 'link-invalid':
      return '链接打不开：请填写以 http:// 或 https:// 开头的网址';
    case 'date-missing':
      return '日期没有选或不存在，请选择活动日期';
    case 'date-to-come':
      return `${dayWords(error.on, error.today)}还没有到（今天是 ${dayWords(error.today)}），请在活动举办后报送；${HELD_ON_A_DAY.join('、')}可以提前登记`;
    case 'date-too-far':
      return `${fullDayWords(error.on)}与今天相差一年以上，请核对日期`;
    case 'office-missing':
      return '请选择报送单位';
    case 'joint-unknown':
      return `没有找到联合报送单位“${clip(error.name, 20)}”，请按单位名册填写，多个用顿号隔开`;
  }
}

/** Whether its link and title are those of another: `与法规科 11月3日“…”链接相同`. */
export function duplicateWords({ by, officeName, eventOn, title, matter }: DuplicateView, own: string): string {
  const as = matter === own ? '' : `（${clip(matter, 8)}）`;
  const what = by === 'link' ? '链接相同' : '标题相近';
  return `与${clip(officeName, 16)} ${dayWords(eventOn)}“${clip(title, 30)}”${as}${what}`;
}

/** What stands in a submission's first line: where it is in its life. */
export function submissionStateWords({ state, split }: Pick<SubmissionView, 'state' | 'split'>): string {
  switch (state) {
    case 'submitted':
      return '待审核';
    case 'accepted':
      return split ? '已采用，拆分计数' : '已采用';
    case 'returned':
      return '已退回';
    case 'withdrawn':
      return '已撤回';
    case 'none':
      return '零报告';
  }
}

/** `已收到，待局办公室审核 · 本月 信息 采用 1/2（还差 1 条）`. */
export function receivedWords(counters: readonly Counter[], today: CivilDate): string {
  return dotted(['已收到，待局办公室审核', countersWords(counters, today)]);
}

/** `本月 信息 采用 1/2（还差 1 条）· 本年 信息 采用 5/24（还差 19 条）`. */
export function countersWords(counters: readonly Counter[], today: CivilDate): string {
  return dotted(counters.map((counter) => counterWords(counter, today)));
}

/** Why somebody gets no card of 报送. */
export type SubmitRefusal =
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'no-office' }
  | { readonly kind: 'not-your-card' }
  | { readonly kind: 'not-reviewer' }
  | { readonly kind: 'gone' };

export function submitRefusalText({ kind }: SubmitRefusal): string {
  switch (kind) {
    case 'unknown-person':
      return '通讯录里没有您的联络人信息，暂时不能报送。请联系局办公室登记。';
    case 'no-office':
      return '您名下没有处室，不能代为报送。如应由您报送，请联系局办公室登记。';
    case 'not-your-card':
      return '这张卡片是发给别人的。发“报送”，可以为您的处室报送。';
    case 'not-reviewer':
      return '报送由主管机构（局办公室）审核。发“本月报送”，看本处室的报送情况。';
    case 'gone':
      return '这条报送已不在记录中。发“本月报送”，看现在的情况。';
  }
}

/** Why an act on a submission does not count, with how it stands. */
export function actRefusedToast(
  refusal: SubmissionRefusal,
  { submission, officeName }: { readonly submission: Submission; readonly officeName: string },
): Toast {
  switch (refusal.kind) {
    case 'not-permitted':
      return {
        type: 'warning',
        text: `这条由${clip(officeName, 16)}报送、局办公室审核，您不能处理。如有变化，请联系局办公室。`,
      };
    case 'already':
      return { type: 'info', text: `这条${standing(submission)}，无需重复` };
    case 'stale':
      return { type: 'info', text: `刚才的点击没有生效：这条${standing(submission)}，以下是当前状态` };
    case 'closed':
      return {
        type: 'warning',
        text: `${monthWords(monthOfDay(submission.eventOn))}已关账，不能自行撤回。如需更正，请联系局办公室。`,
      };
    case 'not-yet':
      return { type: 'warning', text: `${dayWords(refusal.on)}还没有到，举行后再采用` };
    case 'reason-missing':
      return { type: 'warning', text: '请选择退回理由' };
  }
}

function standing({ state, credits }: Submission): string {
  const words = submissionStateWords({ state, split: credits.length > 1 });
  return state === 'submitted' || state === 'none' ? `现为${words}` : words;
}

/** What an act has done. */
export function actDoneText(kind: SubmissionActKind, after: Pick<Submission, 'state' | 'credits'>): string {
  switch (kind) {
    case 'accept':
      return '已采用';
    case 'return':
      return '已退回，报送单位会看到理由';
    case 'reopen':
      return '已恢复为待审核';
    case 'withdraw':
      return '已撤回';
    case 'split':
      return `已拆分，由 ${after.credits.length} 个单位均分`;
    case 'join':
      return '已合并，计入报送单位';
  }
}

/** `已采用 6 条；2 条疑似重复，请逐条核对`. */
export function acceptedAllText({
  accepted,
  flagged,
}: {
  readonly accepted: number;
  readonly flagged: number;
}): string {
  if (accepted === 0) return flagged > 0 ? `本页 ${flagged} 条疑似重复，请逐条核对` : '本页没有待审核的报送';
  return flagged > 0 ? `已采用 ${accepted} 条；${flagged} 条疑似重复，请逐条核对` : `已采用 ${accepted} 条`;
}

export type NilRefusal =
  | NilReportRefusal
  | { readonly kind: 'matter-missing' }
  | { readonly kind: 'has-items'; readonly count: number }
  | { readonly kind: 'already' };

const PER: Readonly<Record<Period, string>> = {
  week: '周',
  month: '月',
  quarter: '季度',
  half_year: '半年',
  year: '年',
};

/** Why 零报告 is refused; where a minimum applies the sentence names it. */
export function nilRefusalText(refusal: NilRefusal, matter: string): string {
  const what = clip(matter, 12);
  switch (refusal.kind) {
    case 'matter-missing':
      return '请写明零报告的事项，如“零报告 信息”';
    case 'no-quota':
      return `计划没有要求您的处室报送${what}，无需零报告`;
    case 'minimum':
      return `${what}要求每${PER[refusal.per]}不少于 ${refusal.target} ${unitOf(matter)}，不能零报告；确有困难，请联系局办公室`;
    case 'has-items':
      return `本月已报送${what} ${refusal.count} ${unitOf(matter)}，无需零报告`;
    case 'already':
      return `本月${what}已记零报告，无需重复`;
  }
}

/** `已记录：法规科 2026年3月 信息 零报告`. */
export function nilDoneText(officeNames: readonly string[], matter: string, on: CivilDate): string {
  return `已记录：${officeNames.map((name) => clip(name, 16)).join('、')} ${on.slice(0, 4)}年${monthWords(monthOfDay(on))} ${clip(matter, 12)} 零报告。如有误，发“本月报送”撤回。`;
}
