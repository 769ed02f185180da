import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { RETURN_REASON_WORDS, requestWords } from '../act-text.ts';
import { type ButtonPlace, targetOf } from '../actions.ts';
import { button, buttonRow, type CardElement, columns, font, markdown, note } from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { lengthWords } from '../events/event-text.ts';
import { linkTo } from '../link.ts';
import type { Detail } from '../row.ts';
import { signatureWords } from '../row-acts.ts';
import { rowTitle } from '../row-title.ts';
import { clip, dateWords, dayWords, dotted, momentWords } from '../words.ts';
import { deskForm } from './desk-form.ts';
import type { DeskAnswer, DeskDecision, DeskRowView } from './desk-view.ts';

export interface DeskPlace extends ButtonPlace {
  readonly on: CivilDate;
  readonly detail: Detail;
}

const BELOW = '-4px 0px 0px 0px';
const LINKS_SHOWN = 3;

/** One row of the desk: what it is about, what was answered or asked, and the decision. A decided row folds. */
export function deskRow(row: DeskRowView, place: DeskPlace): readonly CardElement[] {
  if (row.decision) return decidedRow(row, row.decision, place);
  return [
    markdown(`**${rowTitle(row, place.detail.title)}**`, { margin: '8px 0px 0px 0px' }),
    note(aboutWords(row, place), { margin: BELOW }),
    ...(row.answer ? answerLines(row.answer, row, place) : []),
    ...(missingOf(row) > 0 ? [markdown(font('red', othersWords(row)), { size: 'notation', margin: BELOW })] : []),
    ...(row.request ? [requestLine(row.request, place)] : []),
    row.form ? deskForm(row, row.form, place) : buttons(row, place),
  ];
}

function aboutWords(row: DeskRowView, place: DeskPlace): string {
  return dotted([
    plain(clip(row.officeName, 16)),
    dueWords(row, place),
    row.returns > 0 ? `已退文 ${row.returns} 次` : null,
    row.extensions > 0 ? `已延期 ${row.extensions} 次` : null,
  ]);
}

function dueWords({ dueOn, dueAt, phrase }: DeskRowView, { on }: DeskPlace): string {
  if (dueAt !== undefined) return `截止 ${momentWords(dueAt)}`;
  return dueOn === null ? `时限：${plain(clip(phrase, 24))}` : `应于 ${dateWords(dueOn, on)}完成`;
}

function answerLines(answer: DeskAnswer, { dueAt }: DeskRowView, { detail }: DeskPlace): readonly CardElement[] {
  const late = lateWords(answer, dueAt);
  const said = clip(answer.note, Math.max(detail.note, 40));
  const links = answer.links.slice(-LINKS_SHOWN).map((link) => linkTo(link));
  return [
    markdown(
      `${signatureWords(answer)} 报办结${late === '' ? '' : `，${font('red', late)}`}${said === '' ? '' : `：${plain(said)}`}`,
      {
        size: 'notation',
        margin: BELOW,
      },
    ),
    ...(links.length === 0 ? [] : [markdown(links.join('<br>'), { size: 'notation', margin: BELOW })]),
  ];
}

/** An hour clock is late by hours, day and night. */
function lateWords({ workingDaysLate, at }: DeskAnswer, dueAt: DeskRowView['dueAt']): string {
  if (dueAt !== undefined) return at > dueAt ? `超时 ${lengthWords(at - dueAt)}` : '';
  return workingDaysLate > 0 ? `晚 ${workingDaysLate} 个工作日` : '';
}

function requestLine(request: NonNullable<DeskRowView['request']>, { detail }: DeskPlace): CardElement {
  const reason = clip(request.reason, Math.max(detail.note, 40));
  return markdown(`${signatureWords(request)} ${plain(requestWords(request))}：${plain(reason)}`, {
    size: 'notation',
    margin: BELOW,
  });
}

function buttons(row: DeskRowView, place: DeskPlace): CardElement {
  const target = targetOf(row, place);
  if (!row.request) {
    return buttonRow([
      button({
        text: '通过',
        type: 'primary',
        ...(missingOf(row) > 0 && {
          confirm: { title: '其他处室尚未报齐', text: `只销号牵头处室的一件。${othersWords(row)}，由其各自办理。` },
        }),
        action: { a: 'desk.pass', ...target },
      }),
      button({ text: '退文', action: { a: 'desk.write-return', ...target } }),
    ]);
  }
  return buttonRow([
    button({
      text: '同意',
      type: 'primary',
      confirm: { title: confirmTitle(row.request, place.on), text: confirmText(row, row.request) },
      action: { a: 'desk.grant', ...target },
    }),
    button({ text: '不同意', action: { a: 'desk.write-refuse', ...target } }),
  ]);
}

/** How many other offices of the row that a lead has reported on still owe their part. */
function missingOf({ answer, others }: DeskRowView): number {
  return answer && others ? others.total - others.done : 0;
}

function othersWords(row: DeskRowView): string {
  return `各处室已报 ${row.others?.done ?? 0}/${row.others?.total ?? 0}，还差 ${missingOf(row)} 个`;
}

function confirmTitle({ kind, dueOn, officeName }: NonNullable<DeskRowView['request']>, on: CivilDate): string {
  switch (kind) {
    case 'extension':
      return `同意延至 ${dueOn === null ? '' : dayWords(dueOn, on)}`;
    case 'excuse':
      return '同意不涉及';
    case 'transfer':
      return `同意转交${clip(officeName ?? '', 16)}`;
  }
}

function confirmText(row: DeskRowView, { kind, officeName }: NonNullable<DeskRowView['request']>): string {
  const office = clip(row.officeName, 16);
  switch (kind) {
    case 'extension':
      return `${office}按新时限办理，原时限留在记录中。`;
    case 'excuse':
      return `${office}不再办理这项，也不再提醒。`;
    case 'transfer':
      return `这项由${clip(officeName ?? '', 16)}办理，${office}不再办理。`;
  }
}

/** `✓ 12 公开… 已销号 · 陈主任 09:12`, with 更正 where that is still possible. */
function decidedRow(row: DeskRowView, decision: DeskDecision, place: DeskPlace): readonly CardElement[] {
  const title = markdown(font('grey', `✓ ${rowTitle(row, Math.min(30, place.detail.title))}`));
  const fate = note(
    dotted([plain(clip(row.officeName, 16)), decisionWords(decision, place.on), signatureWords(decision)]),
  );
  if (!decision.correctable) return [columns([{ width: 1, elements: [title, fate] }])];
  const action = { a: 'desk.reopen', ...targetOf(row, place) } as const;
  return [
    columns(
      [
        { width: 1, elements: [title, fate] },
        { width: 'auto', elements: [button({ text: '更正', type: 'primary_text', size: 'small', action })] },
      ],
      { align: 'center' },
    ),
  ];
}

function decisionWords({ kind, reasons, dueOn, state, handedOver }: DeskDecision, on: CivilDate): string {
  if (kind === 'pass') return '已销号';
  if (kind === 'return') return `已退文（${reasons.map((reason) => RETURN_REASON_WORDS[reason]).join('；')}）`;
  if (kind === 'refuse') return '已批复不同意';
  if (state !== 'excused') return `已同意${dueOn === null ? '' : `延至 ${dayWords(dueOn, on)}`}`;
  return handedOver ? '已同意转交' : '已同意不涉及';
}
