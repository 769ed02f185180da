import type { CivilDate } from '../domain/calendar/civil-date.ts';
import type { PartAct, PartRequest } from '../domain/ledger/part-act.ts';
import { actLine, requestWords } from './act-text.ts';
import { type ButtonPlace, targetOf } from './actions.ts';
import { button, type CardElement, columns, font, markdown, note } from './card.ts';
import { plain } from './escape-markdown.ts';
import type { RowActs, Signature, Signed } from './row-acts-view.ts';
import { clip, dayWords, timeWords } from './words.ts';

interface Target {
  readonly partId: string;
  readonly version: number;
  readonly dueOn: CivilDate | null;
  readonly acts: RowActs;
}

/** What is missing is said even where little fits. */
const LEAST_NOTE = 24;
const BELOW = { margin: '-4px 0px 0px 0px' };

/**
 * The lines under a row: what somebody asks of its office, what the office asked for, and which dates were changed.
 *
 * @param length of a person's sentence at most
 */
export function actLines(row: Target, place: ButtonPlace & { readonly on: CivilDate }, length: number): CardElement[] {
  const { acts } = row;
  return [
    ...acts.said.map((said) => saidLine(said, acts.returns, length)),
    ...(acts.extension === null ? [] : [note(extensionWords(row, acts.extension, place.on), BELOW)]),
    ...(acts.pausedUntil === null ? [] : [note(`已暂停，${dayWords(acts.pausedUntil, place.on)}恢复`, BELOW)]),
    ...(acts.snoozedUntil === null
      ? []
      : [note(`已设稍后提醒，${dayWords(acts.snoozedUntil, place.on)}再提醒`, BELOW)]),
    ...(acts.request === null ? [] : [requestLine(row, acts.request, place)]),
  ];
}

/** `张敏 09:12`, `陈主任 11月20日`. */
export function signatureWords({ personName, at, onOtherDay }: Signature): string {
  return `${plain(clip(personName, 10))} ${onOtherDay === null ? timeWords(at) : dayWords(onOtherDay)}`;
}

function saidLine(said: Signed<PartAct>, returns: number, length: number): CardElement {
  const count = said.kind === 'return' && returns > 1 ? `第 ${returns} 次` : '';
  const words = plain(actLine({ ...said, note: clip(said.note, Math.max(length, LEAST_NOTE)) }));
  return markdown(font('orange', `${count}${words} · ${signatureWords(said)}`), { size: 'notation', ...BELOW });
}

function extensionWords(
  { dueOn }: Target,
  { from, times, by }: NonNullable<RowActs['extension']>,
  on: CivilDate,
): string {
  const to = dueOn === null ? '' : `至 ${dayWords(dueOn, on)}`;
  const often = times > 1 ? `，延期 ${times} 次` : '';
  return `原时限 ${dayWords(from, on)}，已同意延${to}${often} · ${signatureWords(by)}`;
}

function requestLine(row: Target, request: Signed<PartRequest>, place: ButtonPlace): CardElement {
  const words = note(`已${plain(requestWords(request))}，待批复 · ${signatureWords(request)}`);
  return columns(
    [
      { width: 1, elements: [words] },
      {
        width: 'auto',
        elements: [
          button({
            text: '撤回申请',
            type: 'primary_text',
            size: 'small',
            action: { a: 'part.withdraw', ...targetOf(row, place) },
          }),
        ],
      },
    ],
    { align: 'center' },
  );
}
