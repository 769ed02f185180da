import { weightOf } from '../compare-rules.ts';
import type { ReadTask } from '../draft-task.ts';
import { fold } from '../phrases/fold.ts';
import type { Rule } from '../rule.ts';
import type { Question } from './question.ts';

const PROMPT = /及时|尽快|立即|第一时间/;

/** Where the words of an item ask for something else than its own deadline cell. The stricter one is suggested. */
export function contradictions(task: ReadTask): readonly Question[] {
  const inText = task.task.rules.filter((rule) => rule.place === 'text');
  if (inText.length === 0) return [];
  const stated = task.task.rules.filter((rule) => rule.place !== 'text');
  return inText.flatMap((rule): readonly Question[] => {
    const against = stated.find((other) => contradicts(other, rule));
    if (!against) return [];
    const hits = [
      { task, text: rule.phrase },
      { task, text: against.phrase },
    ];
    return [{ kind: 'conflict', suggestion: `从严，按“${stricter(against, rule).phrase}”`, hits }];
  });
}

function contradicts(cell: Rule, text: Rule): boolean {
  if (cell.kind === 'by' && text.kind === 'by') return text.on > cell.on && !text.soft;
  if (cell.kind === 'every' && text.kind === 'every')
    return cell.period === text.period && cell.due !== text.due && text.due !== null && cell.due !== null;
  if (cell.kind === 'within' && text.kind === 'within')
    return cell.before === text.before && weightOf(cell) !== weightOf(text) && sameEvent(cell.event, text.event);
  if (cell.kind === 'quota' && text.kind === 'quota')
    return cell.per === text.per && cell.count !== text.count && sameEvent(cell.of, text.of);
  // 及时回应 in the cell beside 规定时限 in the text: the limit holds.
  return (
    cell.kind === 'standing' && text.kind === 'awaiting' && text.document === null && PROMPT.test(fold(cell.phrase))
  );
}

/** The same thing, as far as the words tell. */
function sameEvent(a: string, b: string): boolean {
  return a === '' || b === '' || a.includes(b) || b.includes(a);
}

function stricter(cell: Rule, text: Rule): Rule {
  if (cell.kind === 'standing') return text;
  return weightOf(text) < weightOf(cell) ? text : cell;
}
