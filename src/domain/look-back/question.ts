import { latestReply } from '../ledger/decide-reply.ts';
import type { Part } from '../ledger/part.ts';
import { isDropped } from '../reminders/urgency.ts';

/** What an office says of a closed row: `holds` 仍在落实, `rebounded` 已反弹; `unanswered` 未答, `excused` 不涉及. */
export type QuestionAnswer = 'holds' | 'rebounded' | 'unanswered' | 'excused';

/** How the sentence of an answer begins in the record. */
const REBOUNDED = '已反弹';

/** What the record keeps of an answer; the sentence says what has slipped back. */
export function answerNote(sentence: string | null): string {
  return sentence === null ? '仍在落实' : `${REBOUNDED}：${sentence}`;
}

/**
 * What the part of a question says. 办结 on the ordinary card means that it holds, 有困难 that it does not; an answer that was
 * returned (退文) is none.
 */
export function answerOf(part: Part): QuestionAnswer {
  if (isDropped(part)) return 'excused';
  if (part.state === 'blocked') return 'rebounded';
  if (part.state !== 'reported' && part.state !== 'signed-off') return 'unanswered';
  return latestReply(part)?.note.startsWith(REBOUNDED) ? 'rebounded' : 'holds';
}

/** What has slipped back, in the office's words. */
export function reboundSentence(part: Part): string {
  return (latestReply(part)?.note ?? '').replace(new RegExp(`^${REBOUNDED}[:：]?`), '').trim();
}

export type LookBackCounts = Readonly<Record<QuestionAnswer, number>>;

/** `n 仍在落实, n 已反弹, n 未答`, counted in questions. */
export function countAnswers(parts: readonly Part[]): LookBackCounts {
  const counts = { holds: 0, rebounded: 0, unanswered: 0, excused: 0 };
  for (const part of parts) counts[answerOf(part)] += 1;
  return counts;
}
