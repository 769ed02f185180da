import { findLastReply } from '../../app/find-last-reply.ts';
import { type UndoReplyRefusal, undoReply } from '../../app/undo-reply.ts';
import { briefToPrivateText, briefUndoneText, nothingToUndoText, undoneText } from '../../cards/answer-text.ts';
import { doneText, refusalText } from '../../cards/text.ts';
import { standingToast } from '../pressed-card.ts';
import { type Answer, actorOf, type Said } from './answer.ts';

/** 撤回: takes the person's last answer back, within 24 hours; with a number the last about that row. */
export async function answerUndo(from: Said, no: string | null): Promise<Answer> {
  const found = await findLastReply(from.deps, { actorOpenId: from.message.senderOpenId, no });
  if (!found.ok) return { text: refusalText(found.error) };
  if (!found.value) return { text: nothingToUndoText(no), brief: briefToPrivateText() };
  const { part, reply } = found.value;
  const undone = await undoReply(from.deps, {
    ...actorOf(from, 'undo'),
    partId: part.id,
    replyId: reply.id,
    card: undefined,
  });
  if (!undone.ok) return { text: refusedText(undone.error), brief: briefToPrivateText() };
  const { state, percent } = undone.value.part;
  return { text: undoneText(part, state, percent), brief: briefUndoneText(part) };
}

function refusedText(refusal: UndoReplyRefusal): string {
  switch (refusal.kind) {
    case 'unknown-person':
    case 'not-yours':
    case 'part-gone':
    case 'plan-gone':
      return refusalText(refusal);
    case 'already-undone':
    case 'event-seen':
      return doneText({ kind: 'already-undone' });
    case 'too-late':
      return refusalText({ kind: 'undo-too-late' });
    case 'plan-changed':
      return refusalText({ kind: 'undo-plan-changed' });
    case 'not-the-latest':
      return refusalText({ kind: 'undo-superseded' });
    case 'nothing-to-undo':
    case 'signed-off':
    case 'stale':
      return standingToast(refusal.part).text;
  }
}
