import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { type ButtonPlace, targetOf } from './actions.ts';
import { askForm } from './ask-form-card.ts';
import { button, buttonRow, type CardElement, collapsible, columns, font, markdown, note } from './card.ts';
import { plain } from './escape-markdown.ts';
import { fanOutLink } from './fan-out/fan-out-link.ts';
import type { ReplyView, RowView, SectionKind } from './morning-view.ts';
import { reportForm } from './report-form-card.ts';
import { actLines, signatureWords } from './row-acts.ts';
import { moreMenu } from './row-more.ts';
import { rowTitle } from './row-title.ts';
import { clip, dateWords, dayWords, dotted, momentWords, stateWords, tidy, timeWords } from './words.ts';

/** How much of the texts a card shows, in characters: less where the whole would not fit. */
export interface Detail {
  readonly title: number;
  /** Of the full text behind 看原文; 0 leaves it out. */
  readonly original: number;
  /** Of the last reply's sentence; 0 leaves the line out. */
  readonly note: number;
}

export interface RowPlace extends ButtonPlace {
  readonly on: CivilDate;
  readonly section: SectionKind | 'undated';
  readonly detail: Detail;
}

/** Whether the person has nothing more to do about it. */
export function isAnswered(row: RowView): boolean {
  return row.state === 'reported' || row.state === 'signed-off' || row.state === 'excused' || row.state === 'stopped';
}

/** One row: its text, what is known about it, and the buttons or the open form. An answered row folds. */
export function rowElements(row: RowView, place: RowPlace): readonly CardElement[] {
  if (isAnswered(row)) return answeredRow(row, place);
  return [
    markdown(`**${rowTitle(row, place.detail.title)}**`, { margin: '8px 0px 0px 0px' }),
    markdown(statusLine(row, place), { size: 'notation', margin: '-4px 0px 0px 0px' }),
    ...lastReply(row, place),
    ...actLines(row, place, place.detail.note),
    ...original(row, place.detail),
    ...fanOutLink(row.fanOut, place),
    actions(row, place),
  ];
}

function actions(row: RowView, place: RowPlace): CardElement {
  if (row.form) return reportForm(row, row.form, place);
  return row.acts.ask ? askForm(row, row.acts.ask, place) : answerButtons(row, place);
}

// Two lines on purpose: as one it would break on a phone in the middle of a word.
function statusLine(row: RowView, place: RowPlace): string {
  const state = row.state === 'working' || row.state === 'blocked' ? stateWords(row.state, row.percent) : null;
  const office = row.officeName === null ? null : short(row.officeName);
  const provisional = row.provisional && row.dueOn !== null ? '放假安排未公布，暂按此日' : null;
  const about = dotted([provisional, office, state, leadWords(row)]);
  const due = font('grey', row.pastAtBirth ? pastQuestion(row, place) : dueWords(row, place));
  return about === '' ? due : `${due}<br>${font('grey', about)}`;
}

function leadWords(row: RowView): string | null {
  if (row.leadOffice === null) return null;
  return row.leadOffice === row.officeName ? '本处室牵头' : `牵头：${short(row.leadOffice)}`;
}

function dueWords(row: RowView, place: RowPlace): string {
  if (row.dueOn === null) return `时限：${plain(clip(row.phrase, 24))}`;
  if (row.dueAt !== undefined) return `截止 ${momentWords(row.dueAt)}${place.section === 'overdue' ? '，已超时' : ''}`;
  if (row.neverLate === 'from') return `自 ${dayWords(row.dueOn, place.on)}起执行`;
  if (row.neverLate === 'target' && row.workingDays < 0)
    return `力争 ${dateWords(row.dueOn, place.on)}完成，目标日期已过`;
  if (row.acts.pausedUntil !== null) return `应于 ${dateWords(row.dueOn, place.on)}完成`;
  return `应于 ${dateWords(row.dueOn, place.on)}完成，${distanceWords(row.workingDays, place.section)}`;
}

function pastQuestion(row: RowView, place: RowPlace): string {
  return `时限 ${row.dueOn === null ? '' : dayWords(row.dueOn, place.on)}早于印发日期，是否已完成？`;
}

function distanceWords(workingDays: number, section: RowPlace['section']): string {
  if (workingDays < 0) return `已逾期 ${-workingDays} 个工作日`;
  if (section === 'overdue') return '已逾期';
  if (section === 'today') return '今天到期';
  return workingDays === 0 ? '今天是到期前最后一个工作日' : `还有 ${workingDays} 个工作日`;
}

function lastReply(row: RowView, place: RowPlace): readonly CardElement[] {
  if (row.lastReply === null || place.detail.note === 0) return [];
  const said = replyWords(row.lastReply, place);
  const margin = '-4px 0px 0px 0px';
  if (!row.lastReply.undoable) return [note(said, { margin })];
  return [withUndo([note(said)], row, row.lastReply, place)];
}

function replyWords(reply: ReplyView, place: RowPlace): string {
  const sentence = clip(reply.note, place.detail.note);
  const help = reply.helpFrom === null ? null : `需${clip(reply.helpFrom, 20)}协调`;
  const said = [sentence, help].filter((part) => part !== null && part !== '').join('；');
  const who = `${signature(reply, place)} ${replyVerb(reply)}`;
  return said === '' ? who : `${who}：${plain(said)}`;
}

/** `填进展`, `报困难` … */
export function replyVerb(reply: Pick<ReplyView, 'state'>): string {
  switch (reply.state) {
    case 'done':
      return '报办结';
    case 'progress':
      return '填进展';
    case 'trouble':
      return '报困难';
    case 'acknowledged':
      return '签收';
    case 'updated':
      return '报有更新';
    case 'unchanged':
      return '报无变化';
  }
}

/** `张敏 09:12`, `李强 11月24日 09:05`. */
function signature(reply: ReplyView, place: RowPlace): string {
  const day = reply.onOtherDay === null ? '' : `${dayWords(reply.onOtherDay, place.on)} `;
  return `${plain(clip(reply.personName, 10))} ${day}${timeWords(reply.at)}`;
}

function original(row: RowView, detail: Detail): readonly CardElement[] {
  if (detail.original === 0 || Array.from(tidy(row.text)).length <= detail.title) return [];
  return [collapsible(font('grey', '看原文'), [note(plain(clip(row.text, detail.original)))])];
}

function answerButtons(row: RowView, place: ButtonPlace): CardElement {
  const target = targetOf(row, place);
  if (row.pastAtBirth) {
    return buttonRow([
      button({ text: '已完成', type: 'primary', action: { a: 'part.open', ...target, k: 'completed' } }),
      button({ text: '未完成', action: { a: 'part.open', ...target, k: 'postponed' } }),
      ...moreMenu(row, place),
    ]);
  }
  return buttonRow([
    ...(row.closable ? [button({ text: '办结', type: 'primary', action: { a: doneAction(row), ...target } })] : []),
    button({ text: '填进展', action: { a: 'part.open', ...target, k: 'progress' } }),
    button({ text: '有困难', action: { a: 'part.open', ...target, k: 'trouble' } }),
    ...moreMenu(row, place),
  ]);
}

/** After 退文 办结 opens a form of what was missing; otherwise it answers at once. */
function doneAction({ acts }: RowView): 'part.done' | 'part.resubmit' {
  return acts.proof === null ? 'part.done' : 'part.resubmit';
}

function answeredRow(row: RowView, place: RowPlace): readonly CardElement[] {
  const reply = row.lastReply;
  const title = markdown(font('grey', `✓ ${rowTitle(row, Math.min(30, place.detail.title))}`));
  const office = row.officeName === null ? null : short(row.officeName);
  const { closedBy } = row.acts;
  const state = closedBy?.handedOver ? '已转交' : stateWords(row.state, row.percent);
  const stated = row.pastAtBirth && row.closedOn !== null ? `${dayWords(row.closedOn, place.on)}完成` : null;
  const who = closedBy ? signatureWords(closedBy) : reply === null ? null : signature(reply, place);
  const fate = dotted([office, withOthers(state, row), stated, who]);
  if (row.state === 'reported' && reply?.undoable) {
    return [withUndo([title, note(fate)], row, reply, place)];
  }
  return [title, note(fate, { margin: '-4px 0px 0px 0px' })];
}

/** A lead that has reported its own part has not finished the row: `本处室已报办结，各处室已报 7/12`. */
function withOthers(state: string, { state: own, fanOut }: RowView): string {
  const waits = fanOut && fanOut.done < fanOut.total && (own === 'reported' || own === 'signed-off');
  return waits ? `本处室${state}，各处室已报 ${fanOut.done}/${fanOut.total}` : state;
}

function withUndo(lines: readonly CardElement[], row: RowView, reply: ReplyView, place: ButtonPlace): CardElement {
  const action = { a: 'part.undo', ...targetOf(row, place), r: reply.id } as const;
  return columns(
    [
      { width: 1, elements: lines },
      { width: 'auto', elements: [button({ text: '撤回', type: 'primary_text', size: 'small', action })] },
    ],
    { align: 'center' },
  );
}

function short(office: string): string {
  return plain(clip(office, 16));
}
