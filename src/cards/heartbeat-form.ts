import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { type ButtonPlace, targetOf } from './actions.ts';
import { button, type CardElement, collapsible, columns, font, form, input, markdown, note, select } from './card.ts';
import { BEAT_FIELD, BEAT_WORDS, type BeatAnswer, beatOption } from './errands/beat-fields.ts';
import type { BeatsView, BeatView, ConfirmedBeat } from './errands/beats-view.ts';
import { plain } from './escape-markdown.ts';
import type { ReplyView } from './morning-view.ts';
import { LONGEST } from './report-form.ts';
import { fittingInput } from './report-form-card.ts';
import { clip, dayWords, dotted, numberWords, timeWords } from './words.ts';

const ANSWERS: readonly BeatAnswer[] = ['updated', 'unchanged', 'trouble'];
const CONFIRMED_SHOWN = 8;
const QUARTERS: Readonly<Record<string, string>> = { Q1: '第一季度', Q2: '第二季度', Q3: '第三季度', Q4: '第四季度' };

export interface BeatPlace extends ButtonPlace {
  readonly on: CivilDate;
  /** Characters of a row's text. */
  readonly title: number;
  /** Questions at most; the next ones come up after 提交. */
  readonly most: number;
}

/** `第四季度`, `11月`, `全年`. */
export function periodWords(period: string): string {
  const part = period.slice(5);
  return QUARTERS[part] ?? (part === '' ? '全年' : `${Number(part)}月`);
}

/** 动态事项确认: a line and a choice for each duty without an end, one 提交 for all, and what is confirmed already. */
export function heartbeatSection(view: BeatsView, place: BeatPlace): readonly CardElement[] {
  const count = view.waiting.length;
  return [
    ...(count === 0 ? [] : view.folded || place.most === 0 ? [foldedLine(count)] : openForm(view, place)),
    ...confirmedPanel(view.confirmed, place),
  ];
}

function foldedLine(count: number): CardElement {
  return note(`另有 ${count} 件动态事项待确认`, { margin: '8px 0px 0px 0px' });
}

function openForm(view: BeatsView, place: BeatPlace): readonly CardElement[] {
  const { waiting, problem } = view;
  const shown = waiting.slice(0, place.most);
  const periods = new Set(waiting.map(({ period }) => period));
  const [period] = periods;
  const one = periods.size === 1 && period !== undefined;
  const later = waiting.length - shown.length;
  return [
    markdown(font('blue', `**${one ? periodWords(period) : ''}动态事项确认 · ${waiting.length} 件**`), {
      size: 'notation',
      margin: '8px 0px -4px 0px',
    }),
    ...(waiting.some(({ closing }) => closing) ? [note('本期为年终确认，确认后本年度办结')] : []),
    form('beats', [
      ...(problem === null ? [] : [markdown(font('red', plain(clip(problem.error, 100))))]),
      ...shown.flatMap((beat) => question(beat, view, { ...place, period: !one })),
      ...(later > 0 ? [note(`还有 ${later} 项，提交后接着列出`)] : []),
      line('link', '链接（有更新的可填）', '更新页面的网址', problem?.link ?? ''),
      line('note', '说明（选“需协调”的必填）', '需要谁协调、协调什么', problem?.note ?? ''),
      button({
        text: '提交',
        type: 'primary_filled',
        inForm: { name: 'beats_submit', submits: true },
        action: { a: 'beat.report', v: 1, c: place.cardId, ...(place.replaced ? { o: 1 as const } : {}) },
      }),
    ]),
  ];
}

function question(
  beat: BeatView,
  { problem }: BeatsView,
  place: BeatPlace & { readonly period: boolean },
): readonly CardElement[] {
  const last = beat.confirmedOn === null ? '尚未确认过' : `上次确认 ${dayWords(beat.confirmedOn, place.on)}`;
  const office = beat.officeName === null ? null : plain(clip(beat.officeName, 16));
  const about = dotted([place.period ? periodWords(beat.period) : null, office, last]);
  return [
    markdown(`${titleOf(beat, place.title)}<br>${font('grey', about)}`, { margin: '0px 0px -4px 0px' }),
    select({
      name: BEAT_FIELD.of(beat.partId),
      placeholder: '请选择',
      options: ANSWERS.map((answer) => ({ value: beatOption(answer, beat.version), text: BEAT_WORDS[answer] })),
      chosen: problem?.choices[beat.partId] ?? null,
    }),
  ];
}

function line(field: 'link' | 'note', label: string, placeholder: string, value: string): CardElement {
  const maxLength = LONGEST[field];
  return input({ name: BEAT_FIELD[field], label, placeholder, maxLength, value: fittingInput(value, maxLength) });
}

/** What was confirmed stays near, with 撤回, until the period is over. */
function confirmedPanel(confirmed: readonly ConfirmedBeat[], place: BeatPlace): readonly CardElement[] {
  const [first] = confirmed;
  if (!first) return [];
  const shown = confirmed.slice(0, Math.min(CONFIRMED_SHOWN, Math.max(1, place.most)));
  const more = confirmed.length - shown.length;
  const lines = [...shown.map((beat) => confirmedLine(beat, place)), ...(more > 0 ? [note(`还有 ${more} 项`)] : [])];
  return confirmed.length === 1 ? lines : [collapsible(font('grey', `✓ 动态事项已确认 ${confirmed.length} 件`), lines)];
}

function confirmedLine(beat: ConfirmedBeat, place: BeatPlace): CardElement {
  const words = note(`✓ ${titleOf(beat, 24)} ${answerWords(beat.reply)} · ${signature(beat.reply, place.on)}`);
  if (!beat.reply.undoable) return words;
  const action = { a: 'part.undo', ...targetOf(beat, place), r: beat.reply.id } as const;
  return columns(
    [
      { width: 1, elements: [words] },
      { width: 'auto', elements: [button({ text: '撤回', type: 'primary_text', size: 'small', action })] },
    ],
    { align: 'center' },
  );
}

function answerWords({ state }: ReplyView): string {
  return state === 'updated' || state === 'unchanged' || state === 'trouble' ? BEAT_WORDS[state] : '已报进展';
}

function signature({ personName, onOtherDay, at }: ReplyView, on: CivilDate): string {
  return `${plain(clip(personName, 10))} ${onOtherDay === null ? timeWords(at) : dayWords(onOtherDay, on)}`;
}

function titleOf({ no, text }: { readonly no: string | null; readonly text: string }, length: number): string {
  const number = no === null ? '' : `${plain(clip(numberWords(no), 12))}　`;
  return `${number}${plain(clip(text, length))}`;
}
