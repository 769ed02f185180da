import { civilDateOf } from '../domain/calendar/civil-date.ts';
import { type ActRefusal, SNOOZES } from '../domain/ledger/decide-act.ts';
import type { Part, PartState } from '../domain/ledger/part.ts';
import type { PartAct, PartActKind, PartRequest, ReturnReason } from '../domain/ledger/part-act.ts';
import { clip, dayWords, momentWords, stateWords } from './words.ts';

/** Coded reasons of 退文, as people read them. */
export const RETURN_REASON_WORDS: Readonly<Record<ReturnReason, string>> = {
  'no-attribute': '未明确公开属性',
  'no-grounds': '未说明不公开理由',
  'materials-missing': '解读材料不齐',
  'link-broken': '佐证链接打不开',
  other: '其他',
};

const ACT_WORDS: Readonly<Record<PartActKind, string>> = {
  'ask-extension': '申请延期',
  'ask-excuse': '报不涉及',
  'ask-transfer': '申请转交',
  withdraw: '撤回申请',
  snooze: '稍后提醒',
  grant: '同意',
  refuse: '不同意',
  pass: '审核通过',
  return: '退文',
  reopen: '更正',
  urge: '催办',
  instruct: '批示',
  pause: '暂停',
  resume: '恢复',
  date: '补时限',
  restart: '改触发日期',
  stop: '误报，停止',
};

/** `申请延期至 12月15日`, `报不涉及`, `申请转交法规科`. */
export function requestWords({ kind, at, dueOn, officeName }: PartRequest): string {
  switch (kind) {
    case 'extension':
      return `申请延期至 ${dueOn === null ? '' : dayWords(dueOn, civilDateOf(at))}`;
    case 'excuse':
      return '报不涉及';
    case 'transfer':
      return `申请转交${clip(officeName ?? '', 16)}`;
  }
}

/** `退文（解读材料不齐；佐证链接打不开）：请补网址`: what was done, why, in one line; people's words unescaped. */
export function actLine({ kind, at, note, reasons, dueOn }: Omit<PartAct, 'id'>): string {
  const why = reasons.length === 0 ? '' : `（${reasons.map((reason) => RETURN_REASON_WORDS[reason]).join('；')}）`;
  const day = dueOn === null ? '' : dayWords(dueOn, civilDateOf(at));
  const until = day === '' ? '' : kind === 'grant' || kind === 'refuse' ? `延至 ${day}` : `（${day}）`;
  return `${ACT_WORDS[kind]}${why}${until}${note === '' ? '' : `：${note}`}`;
}

/** What an act has done, to the person who did it. @param before the part as it was, @param after as it is now */
export function actDoneText(act: PartAct, before: Part, after: Part): string {
  const office = clip(after.officeName, 16);
  switch (act.kind) {
    case 'ask-extension':
      return `已提交，批复前仍按 ${before.dueOn === null ? '原时限' : dayWords(before.dueOn, civilDateOf(act.at))}办理`;
    case 'ask-excuse':
    case 'ask-transfer':
      return '已提交，批复前仍由本单位办理';
    case 'withdraw':
      return '已撤回申请';
    case 'snooze':
      return snoozedText(after);
    case 'grant':
      return grantedText(before.request, office);
    case 'refuse':
      return `已答复不同意，${office}将收到通知`;
    case 'pass':
      return '已审核通过，予以销号';
    case 'return':
      return `已退文，${office}将收到通知`;
    case 'reopen':
      return `已更正，恢复为“${stateWords(after.state, after.percent)}”`;
    case 'urge':
    case 'instruct':
    case 'pause':
    case 'resume':
    case 'date':
    case 'restart':
    case 'stop':
      return `已记录${ACT_WORDS[act.kind]}`;
  }
}

function snoozedText({ snoozedUntil, acts }: Part): string {
  const left = SNOOZES.times - acts.filter(({ kind }) => kind === 'snooze').length;
  const more = left > 0 ? `还可推迟 ${left} 次` : '不能再推迟';
  return `已记录，${snoozedUntil === null ? '' : dayWords(snoozedUntil)}再提醒，${more}`;
}

function grantedText(request: PartRequest | null, office: string): string {
  switch (request?.kind) {
    case 'extension':
      return `已同意${request.dueOn === null ? '' : `延至 ${dayWords(request.dueOn, civilDateOf(request.at))}`}，${office}将收到通知`;
    case 'transfer':
      return `已同意转交${clip(request.officeName ?? '', 16)}，该单位将收到通知`;
    case 'excuse':
    case undefined:
      return `已同意，${office}不再办理这项`;
  }
}

/** How a part stands that somebody else has decided meanwhile: `该事项已于 11月27日 09:12 由陈主任审核通过`. */
export function decidedAlreadyText({ kind, personName, at }: Pick<PartAct, 'kind' | 'personName' | 'at'>): string {
  return `该事项已于 ${momentWords(at)} 由${clip(personName, 10)}${DECIDED_WORDS[kind] ?? ACT_WORDS[kind]}，以下是当前状态`;
}

const DECIDED_WORDS: Partial<Readonly<Record<PartActKind, string>>> = {
  grant: '批复同意',
  refuse: '批复不同意',
  withdraw: '撤回申请',
};

/** Why an act does not count: what is wrong, and what to do. */
export function actRefusalText(refusal: ActRefusal): string {
  switch (refusal.kind) {
    case 'stale':
      return '该事项刚有变化，以下是当前状态，请再看一下';
    case 'not-in-this-state':
      return notInThisState(refusal.state);
    case 'request-open':
      return `${clip(refusal.request.personName, 10)}已${requestWords(refusal.request)}，正等批复；要改请先撤回申请`;
    case 'no-request':
      return '这项申请已处理或已撤回';
    case 'note-missing':
      return '请写一句理由或意见';
    case 'reasons-missing':
      return '请至少选一条退文理由';
    case 'date-missing':
      return '请选择日期';
    case 'date-over':
      return `${dayWords(refusal.on, refusal.today)}已过，请选今天之后的日期`;
    case 'date-not-later':
      return `新时限须晚于现时限 ${dayWords(refusal.dueOn)}`;
    case 'date-too-far':
      return `日期请在 ${dayWords(refusal.until, refusal.today)}以内`;
    case 'not-dated':
      return '这项没有固定时限，不能申请延期；有困难请点“有困难”';
    case 'office-missing':
      return '没有找到这个单位，请从名单中选择';
    case 'own-office':
      return '不能转交给本单位';
    case 'snoozed-out':
      return `稍后提醒已用满 ${refusal.most} 次；办不完请申请延期`;
    case 'overdue':
      return '已逾期，不能稍后提醒；请填进展或申请延期';
    case 'urged-already':
      return `今天 ${momentWords(refusal.at)}已催办过，下一个工作日可再催`;
    case 'not-paused':
      return '这项没有暂停';
  }
}

function notInThisState(state: PartState): string {
  return state === 'reported' ? '该事项已报办结，正等审核' : `该事项现为“${stateWords(state, null)}”，不能这样操作`;
}

/** Somebody who has to do with the part, but not with this. */
export function notPermittedText(act: PartActKind, officeName: string): string {
  switch (act) {
    case 'pass':
    case 'return':
    case 'reopen':
    case 'pause':
    case 'resume':
    case 'date':
      return `“${ACT_WORDS[act]}”由主管机构（局办公室）办理`;
    case 'grant':
    case 'refuse':
      return '这项申请由主管机构或牵头单位批复';
    case 'instruct':
      return '批示由分管领导或单位负责人作出';
    case 'ask-extension':
    case 'ask-excuse':
    case 'ask-transfer':
    case 'withdraw':
    case 'snooze':
    case 'urge':
    case 'restart':
    case 'stop':
      return `“${ACT_WORDS[act]}”由${clip(officeName, 16)}的联络人办理`;
  }
}
