import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import { missingOf, waitingOf } from '../../domain/quotas/plan-quota-nudges.ts';
import type { ButtonPlace } from '../actions.ts';
import { button, buttonRow, type CardElement, font, markdown, note } from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { clip, dayWords } from '../words.ts';
import { dutySection, isToArrange, type NudgedDuty } from './duty-section.ts';
import { counterPeriodWords, gapWords, SUBMISSION_DEFINITION, unitOf } from './quota-words.ts';

/** What a card of the day says of 报送, as it stands now. */
export interface NudgesView {
  readonly counters: readonly NudgedCounter[];
  readonly duties: readonly NudgedDuty[];
  /** The month whose 月度汇总 the person may take along to a duty, or null. */
  readonly briefing: string | null;
  readonly returned: readonly NudgedReturn[];
  /** The rates whose figures of a month are still missing; null where the card asks for none. */
  readonly rates: { readonly month: string; readonly missing: readonly string[] } | null;
}

/** A counter as it stands now; the office's name only where the person answers for several. */
export interface NudgedCounter {
  readonly counter: Counter;
  readonly officeName: string | null;
}

export interface NudgedReturn {
  readonly submissionId: string;
  readonly title: string;
  readonly reason: string;
  /** It was reopened, or submitted anew, since. */
  readonly settled: boolean;
}

export interface NudgePlace extends ButtonPlace {
  /** The day of reading. */
  readonly today: CivilDate;
}

const SHOWN = 3;

/** 请安排: what leaders have to hold. 本月报送: a line for each counter, what was returned, and which rates are asked for. All of it said once. */
export function nudgeSection(view: NudgesView | null | undefined, place: NudgePlace): readonly CardElement[] {
  if (!view) return [];
  return [...dutySection(view.duties, view.briefing, place), ...submissionSection(view, place)];
}

/** Nothing but duties is told. */
export function isAboutDuties(view: NudgesView): boolean {
  return view.duties.length > 0 && !isAboutSubmissions(view);
}

function isAboutSubmissions({ counters, returned, rates }: NudgesView): boolean {
  return counters.length > 0 || returned.length > 0 || rates !== null;
}

function submissionSection(view: NudgesView, place: NudgePlace): readonly CardElement[] {
  if (!isAboutSubmissions(view)) return [];
  const { counters, returned, rates } = view;
  const buttons = nudgeButtons(view, place);
  return [
    markdown(font('blue', '**本月报送**'), { size: 'notation', margin: '8px 0px -4px 0px' }),
    ...counters.slice(0, SHOWN).map((counter) => markdown(counterLine(counter, place.today))),
    ...more(counters.length),
    ...returnedLines(returned),
    ...(rates ? [markdown(ratesLine(rates))] : []),
    ...(counters.length > 0 ? [note(SUBMISSION_DEFINITION)] : []),
    ...(buttons.length > 0 ? [buttonRow(buttons)] : []),
  ];
}

/** What the person still has to do of it: `信息还差 2 条，退回 1 条待改，比率 1 项待填`; empty where nothing is left. */
export function nudgesLeft(view: NudgesView | null | undefined): string {
  if (!view) return '';
  const short = view.counters.filter(isShort);
  const [first] = short;
  const open = view.returned.filter(({ settled }) => !settled).length;
  const rates = view.rates?.missing.length ?? 0;
  const duties = view.duties.filter(isToArrange);
  return [
    ...(duties.length > 0 ? [dutiesWords(duties)] : []),
    ...(first ? [shortWords(first, short.length)] : []),
    ...(open > 0 ? [`退回 ${open} 条待改`] : []),
    ...(rates > 0 ? [`比率 ${rates} 项待填`] : []),
  ].join('，');
}

/** `待安排听取汇报`, `待安排听取汇报等 2 项`. */
function dutiesWords(duties: readonly NudgedDuty[]): string {
  const matters = [...new Set(duties.map(({ counter }) => counter.rule.matter))];
  return `待安排${matters[0]}${duties.length === 1 ? '' : `等 ${duties.length} 项`}`;
}

function shortWords({ counter }: NudgedCounter, count: number): string {
  const words = `${clip(counter.rule.matter, 8)}${waitingOf(counter) > 0 ? '还需' : '还差'} ${missingWords(counter)}`;
  return count === 1 ? words : `${words}等 ${count} 项`;
}

function isShort({ counter }: NudgedCounter): boolean {
  return !counter.met && missingOf(counter) > 0;
}

/** `信息：采用 0/2，还差 2 条，请于 11月30日前报送`. */
function counterLine({ counter, officeName }: NudgedCounter, today: CivilDate): string {
  const { rule, accepted, target, met } = counter;
  const where = [
    ...(counter.officeId === null ? ['全局'] : []),
    ...(officeName === null ? [] : [clip(officeName, 16)]),
    ...(rule.per === 'month' ? [] : [counterPeriodWords(counter, today)]),
  ].join('，');
  const name = `**${plain(clip(rule.matter, 16))}**${where === '' ? '' : `（${plain(where)}）`}`;
  const count = `采用 ${accepted}/${target}`;
  if (met) return `✓ ${name}：${count}，${gapWords(counter)}`;
  const waiting = waitingOf(counter);
  const parts = [count, ...(waiting > 0 ? [`待审核 ${waiting} ${unitOf(rule.matter)}`] : [])];
  return `${name}：${[...parts, ...askWords(counter, today)].join('，')}`;
}

function askWords(counter: Counter, today: CivilDate): readonly string[] {
  if (missingOf(counter) === 0) return ['采用后达标'];
  const { endsOn } = counter.period;
  // 还差 is what is not accepted yet, on every card; beside what waits for review less than that has to be submitted.
  const words = waitingOf(counter) > 0 ? '还需' : '还差';
  return [`${words} ${missingWords(counter)}`, endsOn < today ? '本期已结束' : `请于 ${dayWords(endsOn, today)}前报送`];
}

function missingWords(counter: Counter): string {
  return `${missingOf(counter)} ${unitOf(counter.rule.matter)}`;
}

function returnedLines(returned: readonly NudgedReturn[]): readonly CardElement[] {
  if (returned.length === 0) return [];
  const open = returned.filter(({ settled }) => !settled);
  const lines = returned.slice(0, SHOWN).map(({ title, reason, settled }) => {
    const words = plain(clip(title, 30));
    if (settled) return note(`✓ ${words}：已处理`);
    return markdown(`· ${words}${reason === '' ? '' : `，${plain(clip(reason, 60))}`}`);
  });
  const head = open.length > 0 ? [markdown(font('red', `退回 ${open.length} 条，请改后再报`))] : [];
  return [...head, ...lines, ...more(returned.length)];
}

function more(count: number): readonly CardElement[] {
  return count > SHOWN ? [note(`还有 ${count - SHOWN} 项`)] : [];
}

function ratesLine({ month, missing }: NonNullable<NudgesView['rates']>): string {
  const words = `${Number(month.slice(5))}月比率`;
  const [first = ''] = missing;
  if (missing.length === 0) return `✓ ${words}已填报`;
  const names = missing.length === 1 ? plain(clip(first, 24)) : `${plain(clip(first, 16))}等 ${missing.length} 项`;
  return `**${words}**：${names}待填`;
}

function nudgeButtons({ counters, returned, rates }: NudgesView, place: NudgePlace): readonly CardElement[] {
  const target = { v: 1, c: place.cardId } as const;
  const back = returned.filter(({ settled }) => !settled);
  const [only] = back;
  const counting = counters.some((each) => isShort(each) && each.counter.period.endsOn >= place.today);
  const again = only && back.length === 1 ? only : undefined;
  return [
    ...(counting || back.length > 1
      ? [button({ text: '去报送', type: 'primary', action: { a: 'submission.open', ...target } })]
      : []),
    ...(again
      ? [button({ text: '修改再报', action: { a: 'submission.open', ...target, s: again.submissionId } })]
      : []),
    ...(rates && rates.missing.length > 0
      ? [button({ text: '填比率', action: { a: 'rate.open', ...target, m: rates.month } })]
      : []),
  ];
}
