import { type PauseRefusal, pauseParts } from '../../app/pause-parts.ts';
import { briefToPrivateText } from '../../cards/answer-text.ts';
import { pausedText, pauseProblemText, resumedText } from '../../cards/pause-text.ts';
import { refusalText } from '../../cards/text.ts';
import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { readPause } from '../../domain/words/read-pause.ts';
import { splitRowNumber } from '../../domain/words/row-number.ts';
import { type Answer, actorOf, type Said } from './answer.ts';

/** 暂停 N 到 12月1日 理由, 恢复 N: a row, an office or everything; for the 主管机构 and administrators. */
export async function answerPause(from: Said, act: 'pause' | 'resume', words: string): Promise<Answer> {
  const today = civilDateOf(from.deps.clock.now());
  const said = readPause(words, today);
  const row = splitRowNumber(said.target);
  const done = await pauseParts(from.deps, { ...actorOf(from), act, row, said });
  if (!done.ok) return { text: problemText(done.error, act), brief: briefToPrivateText() };
  const { what, parts } = done.value;
  const text =
    act === 'pause' && said.until !== null ? pausedText(what, parts, said.until, today) : resumedText(what, parts);
  return { text, brief: briefToPrivateText() };
}

function problemText(problem: PauseRefusal, act: 'pause' | 'resume'): string {
  if (problem.kind === 'unknown-person') return refusalText({ kind: 'unknown-person' });
  return pauseProblemText(problem, act === 'pause' ? '暂停' : '恢复');
}
