import { openDesk } from '../../app/desk/open-desk.ts';
import { openEventForm } from '../../app/events/open-event-form.ts';
import { findFanOutRows } from '../../app/fan-out/find-fan-out-rows.ts';
import { openFanOut } from '../../app/fan-out/open-fan-out.ts';
import { sendMyTasks } from '../../app/my-tasks.ts';
import { chooseRowText, unknownRowText } from '../../cards/answer-text.ts';
import { deskRefusalToast } from '../../cards/desk/desk-text.ts';
import { eventRefusalText } from '../../cards/events/event-text.ts';
import { fanOutRefusalText } from '../../cards/fan-out/fan-out-text.ts';
import { refusalText } from '../../cards/text.ts';
import { type Answer, actorOf, type Said } from './answer.ts';

/** 我的任务, 逾期: the list goes to the person alone. */
export async function answerList(from: Said, kind: 'mine' | 'overdue'): Promise<Answer> {
  const sent = await sendMyTasks(from.deps, { ...actorOf(from), ...(kind === 'overdue' && { filter: kind }) });
  return sent.ok ? null : { text: refusalText(sent.error) };
}

/** 登记: the card with the rows that wait for events. */
export async function answerRegister(from: Said, words: string): Promise<Answer> {
  const opened = await openEventForm(from.deps, { ...actorOf(from), words });
  if (opened.ok) return null;
  const { kind } = opened.error;
  return { text: kind === 'unknown-person' ? refusalText({ kind }) : eventRefusalText({ kind }) };
}

/** 审核: the desk of whoever decides. */
export async function answerReview(from: Said): Promise<Answer> {
  const opened = await openDesk(from.deps, actorOf(from));
  return opened.ok ? null : { text: deskRefusalToast(opened.error).text };
}

/** 落实情况 N: how the offices of a row stand. */
export async function answerFanOut(
  from: Said,
  { no, rest }: { readonly no: string | null; readonly rest: string },
): Promise<Answer> {
  if (no === null) return { text: unknownRowText(null) };
  const rows = await findFanOutRows(from.deps, { no, words: rest });
  if (rows.kind === 'none') return { text: unknownRowText(no) };
  if (rows.kind === 'several') return { text: chooseRowText(rows.choices) };
  const sent = await openFanOut(from.deps, { ...actorOf(from), taskId: rows.taskId });
  if (sent.ok) return null;
  if (sent.error.kind === 'unknown-person') return { text: refusalText(sent.error) };
  return { text: fanOutRefusalText(sent.error) };
}
