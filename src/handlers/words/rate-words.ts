import { loadRatePerson, type RateLine } from '../../app/quotas/rates.ts';
import { findRateLines, openRates } from '../../app/quotas/rates-open.ts';
import { recordRates } from '../../app/quotas/rates-record.ts';
import { briefToPrivateText } from '../../cards/answer-text.ts';
import { type RateRefusal, rateEnteredText, rateRefusalText } from '../../cards/quotas/rate-text.ts';
import { refusalText } from '../../cards/text.ts';
import { type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import { monthOfDay, shiftMonth } from '../../domain/calendar/month.ts';
import { checkFigures, rateName } from '../../domain/quotas/rates.ts';
import { type RateWords, readRateWords } from '../../domain/words/read-rate.ts';
import { rowsMeant } from '../../domain/words/row-number.ts';
import { type Answer, actorOf, type Said } from './answer.ts';

/** 比率 3 45/60, 指标 3 45/60: enters a rate; without figures, and where several rates may be meant, the card with all of them. */
export async function answerRate(from: Said, words: string): Promise<Answer> {
  const { deps } = from;
  const said = readRateWords(words);
  const { actorOpenId, eventId } = actorOf(from);
  const who = await loadRatePerson(deps, actorOpenId);
  if (!who) return { text: refusalText({ kind: 'unknown-person' }) };
  const today = civilDateOf(deps.clock.now());
  const named = said.month === null ? null : newestMonth(said.month, today);
  const found = await findRateLines(deps, who, named);
  if (!found) return privately({ kind: 'no-rates' });
  const meant = linesMeant(found.lines, said);
  const [line] = meant;
  if (!line) return privately({ kind: 'unknown-row', no: said.no });
  if (!said.figures || meant.length > 1) {
    if (said.figures === null && said.no !== null && meant.length === 1 && said.rest !== '') {
      return privately({ kind: 'figures-missing', rate: rateName(line.rule) });
    }
    const opened = await openRates(deps, { ...actorOf(from, 'card'), month: found.month });
    if (!opened.ok) return privately({ kind: 'no-rates' });
    return said.figures ? privately({ kind: 'several-rates', count: meant.length }) : null;
  }
  const figures = checkFigures(said.figures);
  if (!figures.ok) return privately({ ...figures.error, rate: rateName(line.rule) });
  const entries = [{ line, figures: figures.value }];
  const [change] = await recordRates(deps, {
    who,
    month: found.month,
    entries,
    card: undefined,
    eventId: `${eventId}:rate`,
  });
  const facts = { name: rateName(line.rule), min: line.rule.min, figures: figures.value, month: found.month };
  return { text: rateEnteredText(change ?? null, facts), brief: briefToPrivateText() };
}

/** 11月, said in March, is that of last year. */
function newestMonth(month: number, today: CivilDate): string {
  const thisMonth = monthOfDay(today);
  const back = (Number(thisMonth.slice(5)) - month + 12) % 12;
  return shiftMonth(thisMonth, -back);
}

/** By the row's number, by the words of its name; without either all of them. */
function linesMeant(lines: readonly RateLine[], { no, rest }: RateWords): readonly RateLine[] {
  const byNo =
    no === null
      ? lines
      : rowsMeant(
          lines.map(({ rule }) => rule.taskNo),
          no,
        ).flatMap((index) => lines[index] ?? []);
  if (rest === '' || byNo.length <= 1) return byNo;
  const byName = byNo.filter((line) => rateName(line.rule).includes(rest) || line.office.name.includes(rest));
  return byName.length > 0 ? byName : byNo;
}

function privately(refusal: RateRefusal): Answer {
  return { text: rateRefusalText(refusal), brief: briefToPrivateText() };
}
