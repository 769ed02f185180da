import { endLeave, takeLeave } from '../../app/leave.ts';
import { backText, briefLeaveText, leaveProblemText, leaveText } from '../../cards/leave-text.ts';
import { refusalText } from '../../cards/text.ts';
import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { type Answer, actorOf, type Said } from './answer.ts';

/** 请假 with its days: who takes over is in the answer. */
export async function answerLeave(from: Said, words: string): Promise<Answer> {
  const taken = await takeLeave(from.deps, { ...actorOf(from), words });
  if (taken.ok) {
    const { absence, covers, today } = taken.value;
    return { text: leaveText(absence, covers, today), brief: briefLeaveText(absence, today) };
  }
  if (taken.error.kind === 'unknown-person') return { text: refusalText(taken.error) };
  return { text: leaveProblemText(taken.error, civilDateOf(from.deps.clock.now())) };
}

/** 销假. */
export async function answerBack(from: Said): Promise<Answer> {
  const ended = await endLeave(from.deps, actorOf(from));
  if (!ended.ok) return { text: refusalText(ended.error) };
  return { text: backText(ended.value.ended, ended.value.today) };
}
