import { roundSummary } from '../../app/look-back/round-summary.ts';
import { runLookBack, SAMPLE_SIZE } from '../../app/look-back/run-look-back.ts';
import { isAdministrator } from '../../app/review/administrator.ts';
import { briefToPrivateText } from '../../cards/answer-text.ts';
import { lookBackAnswer, lookBackRefusalText, lookBackUsageText } from '../../cards/look-back/look-back-text.ts';
import { civilDateOf, yearOf } from '../../domain/calendar/civil-date.ts';
import { personByOpenId } from '../../domain/directory/answering.ts';
import { foldWords } from '../../domain/words/fold-words.ts';
import type { Answer, Said } from './answer.ts';

/** 回头看 2025 shows what a round would do or how it stands; 回头看 2025 开始 begins it. For the 主管机构 and administrators. */
export async function answerLookBack({ deps, message }: Said, words: string): Promise<Answer> {
  const lastYear = yearOf(civilDateOf(deps.clock.now())) - 1;
  const brief = briefToPrivateText();
  if (!(await isAdministrator(deps, message.senderOpenId))) {
    return { text: lookBackRefusalText({ kind: 'not-administrator' }), brief };
  }
  const read = /^(?:(?<year>\d{4})年?度?)?(?<start>开始|启动|开展)?$/u.exec(
    foldWords(words).replace(/[\s,.:、]/gu, ''),
  );
  if (!read) return { text: lookBackUsageText(lastYear), brief };
  const person = personByOpenId(await deps.directory.load(), message.senderOpenId);
  const round = await runLookBack(deps, {
    year: read.groups?.year === undefined ? lastYear : Number(read.groups.year),
    sampleSize: SAMPLE_SIZE,
    dueOn: null,
    mode: read.groups?.start === undefined ? 'look' : 'start',
    actor: person?.id ?? message.senderOpenId,
    actorName: person?.name ?? '管理员',
  });
  return { text: round.ok ? lookBackAnswer(roundSummary(round.value)) : lookBackRefusalText(round.error), brief };
}
