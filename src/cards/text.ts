import type { CivilDate, Instant } from '../domain/calendar/civil-date.ts';
import type { PartState } from '../domain/ledger/part.ts';
import type { FormError } from './report-form.ts';
import { clip, dateWords, dayWords, fullDayWords, momentWords, percentWords, stateWords } from './words.ts';

/** Who answers questions that the cards cannot: the office that runs the plan. */
const GOVERNING_OFFICE = '局办公室';

/** Why a press or a message changes nothing. */
export type Refusal =
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'no-office' }
  | { readonly kind: 'nothing-overdue' }
  | { readonly kind: 'not-yours'; readonly officeName: string; readonly yourOffices: readonly string[] }
  | { readonly kind: 'stale-reported'; readonly byName: string; readonly at: Instant }
  | { readonly kind: 'stale-state'; readonly state: PartState; readonly percent: number | null }
  | { readonly kind: 'signed-off'; readonly on: CivilDate | null }
  | { readonly kind: 'undo-too-late' }
  | { readonly kind: 'undo-superseded' }
  | { readonly kind: 'undo-plan-changed' }
  | { readonly kind: 'part-gone' }
  | { readonly kind: 'plan-gone' }
  | { readonly kind: 'unknown-button' }
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'form'; readonly error: FormError };

/** What a press has done. A repeated press is a success that says so. */
export type Done =
  | { readonly kind: 'reported' }
  | { readonly kind: 'progress'; readonly percent: number | null }
  | { readonly kind: 'trouble' }
  | { readonly kind: 'acknowledged' }
  /** 有更新 or 无变化; `closing` where that ends the duty for the year. */
  | { readonly kind: 'confirmed'; readonly closing: boolean }
  | { readonly kind: 'postponed'; readonly to: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'undone'; readonly state: PartState; readonly percent: number | null }
  | { readonly kind: 'already-reported'; readonly byName: string; readonly at: Instant }
  | { readonly kind: 'already-undone' }
  | { readonly kind: 'list-sent' };

/** A toast as the chat port takes it. */
export interface Toast {
  readonly type: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
}

/** Who, why, and what to do about it; never a code, never blame. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'unknown-person':
      return `通讯录里没有您的联络人信息，暂时不能办理。请联系${GOVERNING_OFFICE}登记。`;
    case 'no-office':
      return `您名下没有处室，暂时没有任务。如应由您联络，请联系${GOVERNING_OFFICE}登记。`;
    case 'nothing-overdue':
      return '名下没有逾期事项。';
    case 'not-yours':
      return notYours(refusal.officeName, refusal.yourOffices);
    case 'stale-reported':
      return `该事项已于 ${momentWords(refusal.at)} 由${clip(refusal.byName, 10)}报办结`;
    case 'stale-state':
      return `该事项状态已更新为“${stateWords(refusal.state, refusal.percent)}”，以下是当前状态`;
    case 'signed-off':
      return `该事项已${refusal.on === null ? '' : `于 ${dayWords(refusal.on)}`}销号。如需更正，请联系${GOVERNING_OFFICE}。`;
    case 'undo-too-late':
      return `已过 24 小时，不能撤回。如需更正，请联系${GOVERNING_OFFICE}。`;
    case 'undo-superseded':
      return '这条答复之后已有新的答复，不能撤回，以下是当前状态';
    case 'undo-plan-changed':
      return `计划已有变更，这条答复不能撤回。如需更正，请联系${GOVERNING_OFFICE}。`;
    case 'part-gone':
      return `该事项已随计划变更取消或改期，以新的待办卡片为准。如有疑问，请联系${GOVERNING_OFFICE}。`;
    case 'plan-gone':
      return `该工作要点已停止执行，无需办理。如有疑问，请联系${GOVERNING_OFFICE}。`;
    case 'unknown-button':
      return '这张卡片的按钮已停用。发“我的任务”，可在新卡片上办理。';
    case 'not-saved':
      return `刚才没有保存成功，请再点一次。仍不成功，请联系${GOVERNING_OFFICE}。`;
    case 'form':
      return formErrorText(refusal.error);
  }
}

/** The one line in a form that says what is missing. */
export function formErrorText(error: FormError): string {
  switch (error.kind) {
    case 'nothing-filled':
      return '未填写任何内容：进度、一句话、链接请至少填一项';
    case 'date-missing':
      return error.asked === 'completed' ? '请选择完成日期' : '请选择新时限';
    case 'completed-in-future':
      return `完成日期 ${dayWords(error.on, error.today)}还没有到（今天是 ${dayWords(error.today)}）；如尚未完成，请点“取消”，再点“未完成”`;
    case 'new-date-over':
      return `新时限 ${dayWords(error.on, error.today)}已过（今天是 ${dayWords(error.today)}），请选今天或以后的日期`;
    case 'new-date-too-far':
      return `新时限 ${fullDayWords(error.on)}太远，请选 ${fullDayWords(error.until)}及以前的日期`;
    case 'new-date-unchanged':
      return `${fullDayWords(error.on)}是原时限，请另选日期`;
    case 'note-missing':
      return '请用一句话写明困难';
    case 'note-too-long':
      return `文字请在 ${error.longest} 字以内，现有 ${error.length} 字`;
    case 'help-too-long':
      return `需要谁协调请在 ${error.longest} 字以内，现有 ${error.length} 字`;
    case 'percent-unknown':
      return '请从列表中选择进度';
    case 'link-invalid':
      return '链接打不开：请填写以 http:// 或 https:// 开头的网址';
  }
}

export function doneText(done: Done): string {
  switch (done.kind) {
    case 'reported':
      return `已记录，${GOVERNING_OFFICE}审核后销号`;
    case 'progress':
      return progressText(done.percent);
    case 'trouble':
      return '已记录困难，将提请牵头单位协调';
    case 'acknowledged':
      return '已签收，到期前按时提醒';
    case 'confirmed':
      return done.closing ? '已记录，作为本年度的办结说明' : '已记录，下期再请确认';
    case 'postponed':
      return `已记录，改按新时限 ${dateWords(done.to, done.today)}提醒`;
    case 'undone':
      return `已撤回，恢复为“${stateWords(done.state, done.percent)}”`;
    case 'already-reported':
      return `该事项已于 ${momentWords(done.at)} 由${clip(done.byName, 10)}报办结，无需再报`;
    case 'already-undone':
      return '这条答复已撤回';
    case 'list-sent':
      return '已发给您，请看下面的新卡片';
  }
}

/** Passing changes of others are information, the person's own to mend are warnings, a failure of ours is an error. */
export function refusalToast(refusal: Refusal): Toast {
  return { type: refusalType(refusal), text: refusalText(refusal) };
}

export function doneToast(done: Done): Toast {
  const repeated = done.kind === 'already-reported' || done.kind === 'already-undone';
  return { type: repeated ? 'info' : 'success', text: doneText(done) };
}

/** To somebody whose press on a card that was replaced counts for nothing; it comes with how things stand. */
export function oldCardToast(replacedOn: CivilDate, act: '点击' | '提交' = '点击'): Toast {
  return { type: 'info', text: `这张卡片已于 ${dayWords(replacedOn)}更新，刚才的${act}没有生效，以下是当前状态` };
}

/** What the record keeps of 未完成: the new date, and why. */
export function newDateNote(to: CivilDate, why: string): string {
  const date = `新时限 ${fullDayWords(to)}`;
  return why === '' ? date : `${date}：${why}`;
}

/** The answer to 帮助. */
export function helpText({ administrator }: { readonly administrator: boolean }): string {
  return [
    '每个工作日 9:00 收一张待办卡片，在卡片上直接答复。也可以发：',
    '我的任务 · 逾期 · 本月报送：看任务、指标 · 比率 3 45/60',
    '完成 3 · 签收 3 · 进展 3 已送审 60% · 困难 3',
    `报送 标题 链接${administrator ? '' : '（或直接发文件）'} · 发布会 日期 主题`,
    '撤回：24 小时内撤回答复；延期、转交等点卡片上的“⋯”',
    '落实情况 3：牵头单位看各处室；登记：登记起算时限的事件',
    '请假 3天 · 请假到周五 · 销假：卡片改发接替的人',
    ...(administrator
      ? [
          '审核：审核办结、批复申请；审核报送：采用、退回信息。导入计划：把方案文件（Word、Excel、PDF、文本）发到这里',
          '暂停 3 到 12月1日 理由 · 恢复 3：“3”可换成处室名或“全部”',
        ]
      : []),
    `任务分工或联络人有变化，请联系${GOVERNING_OFFICE}。`,
  ].join('\n');
}

function progressText(percent: number | null): string {
  if (percent === null) return '已记录进展';
  return percent >= 100 ? '已记录进展，待公开' : `已记录进展 ${percentWords(percent)}`;
}

function notYours(officeName: string, yourOffices: readonly string[]): string {
  const where = yourOffices.length === 0 ? '' : `，您在${clip(yourOffices.join('、'), 30)}名下`;
  return `这项任务由${clip(officeName, 20)}办理${where}。如有变化，请联系${GOVERNING_OFFICE}。`;
}

function refusalType(refusal: Refusal): Toast['type'] {
  switch (refusal.kind) {
    case 'not-saved':
      return 'error';
    case 'nothing-overdue':
    case 'stale-reported':
    case 'stale-state':
    case 'signed-off':
    case 'part-gone':
    case 'plan-gone':
      return 'info';
    case 'unknown-person':
    case 'no-office':
    case 'not-yours':
    case 'undo-too-late':
    case 'undo-superseded':
    case 'undo-plan-changed':
    case 'unknown-button':
    case 'form':
      return 'warning';
  }
}
