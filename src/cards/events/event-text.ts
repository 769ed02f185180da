import type { CivilDate, Instant } from '../../domain/calendar/civil-date.ts';
import type { CountedDay } from '../../domain/calendar/count-days.ts';
import { weekdayName } from '../../domain/calendar/working-calendar.ts';
import type { ClockRule } from '../../domain/ledger/event-clocks.ts';
import type { Toast } from '../text.ts';
import { clip, dateWords, dayWords, fullDayWords, momentWords, spanWords, tidy } from '../words.ts';

/** Why an event is not registered, corrected or stopped. */
export type EventRefusal =
  | { readonly kind: 'no-events' }
  | { readonly kind: 'not-your-card' }
  /** The plan has changed, or the person does not answer for the row any more. */
  | { readonly kind: 'row-gone' }
  | { readonly kind: 'event-gone' }
  | { readonly kind: 'title-missing' }
  | { readonly kind: 'date-missing' }
  | { readonly kind: 'time-invalid' }
  | { readonly kind: 'office-missing' }
  | { readonly kind: 'before-the-plan'; readonly on: CivilDate; readonly year: number }
  | { readonly kind: 'not-yet'; readonly on: CivilDate }
  | { readonly kind: 'span-too-long' }
  | { readonly kind: 'already-registered'; readonly title: string; readonly on: CivilDate }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'not-permitted'; readonly officeNames: readonly string[] }
  | { readonly kind: 'nothing-open' }
  | { readonly kind: 'nothing-to-reopen' }
  /** Only who stopped it and the 主管机构 may. */
  | { readonly kind: 'not-yours-to-reopen' };

/** What a press about an event has done. */
export type EventDone =
  | { readonly kind: 'registered'; readonly dueOn: CivilDate }
  | { readonly kind: 'clock-started' }
  | { readonly kind: 'already-registered' }
  | { readonly kind: 'corrected' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'published'; readonly at: Instant; readonly lateMs: number };

/** What is wrong, and what to do. */
export function eventRefusalText(refusal: EventRefusal): string {
  switch (refusal.kind) {
    case 'no-events':
      return '您名下没有按事件起算时限的事项，无需登记。如应由您登记，请联系局办公室。';
    case 'not-your-card':
      return '这张卡片是发给别人的。发“登记”，可以登记您名下的事项。';
    case 'row-gone':
      return '该事项已随计划变更，或不在您名下。发“登记”，看现在可以登记的事项。';
    case 'event-gone':
      return '这次触发已随计划变更取消，无需办理。';
    case 'title-missing':
      return '请填写标题，说明是哪一件';
    case 'date-missing':
      return '请选择发生日期';
    case 'time-invalid':
      return '请填写几点几分，如 09:30';
    case 'office-missing':
      return '请选择责任处室';
    case 'before-the-plan':
      return `${fullDayWords(refusal.on)}早于 ${refusal.year} 年度，不属于本计划，请核对日期`;
    case 'not-yet':
      return `${dayWords(refusal.on)}还没有到，请在发生后登记`;
    case 'span-too-long':
      return '时限超出可计算的范围，请联系局办公室核对原文';
    case 'already-registered':
      return `“${clip(refusal.title, 20)}”（${dayWords(refusal.on)}）已登记，无需重复；如是另一件，请换个标题`;
    case 'unchanged':
      return '标题和日期没有变化；不改请点“取消”';
    case 'not-permitted':
      return `这件由${clip(refusal.officeNames.join('、'), 30)}登记和办理。如有变化，请联系局办公室。`;
    case 'nothing-open':
      return '这件已办结或已停止，不能再改。如需更正，请联系局办公室。';
    case 'nothing-to-reopen':
      return '这件没有停止，或停止已超过 24 小时，不能恢复。仍需办理的，请重新登记。';
    case 'not-yours-to-reopen':
      return '只有点停止的本人和局办公室可以恢复。请联系局办公室。';
  }
}

export function eventRefusalToast(refusal: EventRefusal): Toast {
  return { type: 'warning', text: eventRefusalText(refusal) };
}

export function eventDoneToast(done: EventDone): Toast {
  const type = done.kind === 'already-registered' ? 'info' : 'success';
  return { type, text: doneText(done) };
}

function doneText(done: EventDone): string {
  switch (done.kind) {
    case 'registered':
      return `已登记，应于 ${dateWords(done.dueOn)}完成`;
    case 'clock-started':
      return '已登记并开始计时，已加急通知有关人员';
    case 'already-registered':
      return '这件已登记';
    case 'corrected':
      return '已更正并重新计算，责任处室将在下一张待办卡片上看到';
    case 'stopped':
      return '已停止，记录保留';
    case 'reopened':
      return '已恢复，仍按原时限办理，责任处室将收到通知';
    case 'published':
      return `已记录：${momentWords(done.at)} 发布${done.lateMs > 0 ? `，超时 ${lengthWords(done.lateMs)}` : ''}`;
  }
}

/** What a person is told whose hour clock was a false alarm. */
export function standDownText(title: string, byName: string): string {
  return `“${clip(title, 40)}”为误报，已停止计时（${clip(byName, 10)}），无需再办理。记录保留。`;
}

/** What they are told where the false alarm was none. */
export function standUpText(title: string, byName: string): string {
  return `“${clip(title, 40)}”不是误报，已恢复计时（${clip(byName, 10)}），请按原截止时间办理。`;
}

const UNITS = { working_day: '个工作日', day: '日', hour: '小时' } as const;

/** What starts a clock, in the plan's words. */
export function eventWords(event: string): string {
  return event === '' ? '事项发生' : clip(event, 24);
}

/** `批准发出 9月18日（不计入）→ 第 20 个工作日：10月20日（周五）`, with a clock's own words before an hour's. */
export function countWords(
  rule: ClockRule,
  when: {
    readonly eventOn: CivilDate;
    readonly eventAt: Instant | null;
    readonly dueOn: CivilDate;
    readonly dueAt: Instant | null;
  },
  today: CivilDate,
): string {
  const event = `${rule.deliverable === undefined ? '' : `${rule.deliverable} · `}${eventWords(rule.event)}`;
  if (when.dueAt !== null && when.eventAt !== null) {
    return `${event} ${momentWords(when.eventAt)} → ${rule.before ? '前 ' : ''}${rule.n} 小时：${momentWords(when.dueAt)}`;
  }
  const from = `${event} ${dayWords(when.eventOn, today)}`;
  const due = dateWords(when.dueOn, today);
  if (rule.n === 0) return rule.before ? `${from} → 应在此前完成：${due}` : `${from} → 当日：${due}`;
  const nth = `第 ${rule.n} ${UNITS[rule.unit]}`;
  return `${from}（不计入）→ ${rule.before ? `前推${nth}` : nth}：${due}`;
}

/** `5 小时内发布权威信息`: the plan's clause without its 最迟在. */
export function milestoneWords(rule: ClockRule): string {
  const clauses = tidy(rule.phrase).split(/[,，;；。]/u);
  const own = clauses.find((clause) => clause.replaceAll(' ', '').includes(`${rule.n}小时`)) ?? rule.phrase;
  const said = tidy(own).replace(/^(?:应当?|须|必须|要|最迟|最晚|在|于)+/u, '');
  const words = said.includes('小时') ? said : `${rule.n} 小时内${said}`;
  return clip(words.replace(/(\d)\s*小时/u, '$1 小时'), 30);
}

/** `4 小时 30 分`, `45 分`, `不到 1 分`; rounded up to whole minutes. */
export function lengthWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} 分`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

/** A long count is cut to so many lines. */
const MOST_LINES = 60;

/**
 * A count as people check it on a wall calendar: one line for each day that counts, days of rest in a row as one. Where that is
 * too long, days that count in a row are joined as well, and what is left over is counted.
 */
export function countLines(days: readonly CountedDay[]): readonly string[] {
  const [first, ...rest] = days;
  if (!first) return [];
  const head = `${dayWords(first.on)} ${first.why}`;
  const single = [head, ...linesOf(rest, false)];
  const lines = single.length <= MOST_LINES ? single : [head, ...linesOf(rest, true)];
  if (lines.length <= MOST_LINES) return lines;
  const cut = lines.length - MOST_LINES + 1;
  return [...lines.slice(0, MOST_LINES - 2), `…… 中间 ${cut} 行略`, ...lines.slice(-1)];
}

interface Run {
  readonly days: CountedDay[];
  readonly firstNumber: number;
}

function linesOf(days: readonly CountedDay[], joined: boolean): readonly string[] {
  const runs: Run[] = [];
  let number = 0;
  for (const day of days) {
    if (day.counts) number += 1;
    const last = runs.at(-1);
    const goesOn = last?.days[0]?.counts === day.counts && (joined || !day.counts);
    if (last && goesOn) last.days.push(day);
    else runs.push({ days: [day], firstNumber: number });
  }
  return runs.map(runLine);
}

function runLine({ days, firstNumber }: Run): string {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return '';
  const span = first.on <= last.on ? spanWords(first.on, last.on) : spanWords(last.on, first.on);
  if (!first.counts) return `${span} ${[...new Set(days.map(({ why }) => why))].join('、')} 不计`;
  if (days.length === 1) return `${span} ${withWeekday(first)} 第 ${firstNumber} 日`;
  return `${span} 第 ${firstNumber}—${firstNumber + days.length - 1} 日`;
}

/** A make-up day says which day of the week it is as well. */
function withWeekday({ on, why }: CountedDay): string {
  const weekday = weekdayName(on);
  return why.startsWith(weekday) ? why : `${weekday} ${why}`;
}
