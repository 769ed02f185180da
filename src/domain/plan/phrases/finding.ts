import type { CivilDate } from '../../calendar/civil-date.ts';
import type { Rule, RuleKind } from '../rule.ts';

/** What a phrase leaves unsaid and the plan says elsewhere. */
export interface PlanDates {
  /** Year of the plan; null where nobody knows it, and then a date without a year is not read. */
  readonly year: number | null;
  readonly issuedOn: CivilDate | null;
}

export interface PhraseContext extends PlanDates {
  readonly place: Rule['place'];
}

/** For words that are only asked whether they state a time. */
export const ANY_DATES: PlanDates = { year: 2000, issuedOn: null };

/** Objects of one shape, which copies of others are not: the finders run a quarter faster. */
export function contextAt({ year, issuedOn }: PlanDates, place: Rule['place']): PhraseContext {
  return { year, issuedOn, place };
}

/** A phrase twice, character for character: as printed for people, folded (and masked) for patterns. */
export interface Phrase {
  readonly printed: string;
  readonly folded: string;
}

/** A rule and the stretch of the phrase that states it. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  /** Null where the words are a date but the year is missing. */
  readonly rule: RuleKind | null;
  /** Words such as 及时 that say nothing more where a real time limit stands beside them. */
  readonly weak: boolean;
}

export type Finder = (phrase: Phrase, context: PhraseContext) => readonly Finding[];

/** What a whole match states. */
export function findingOf(match: RegExpExecArray, rule: RuleKind | null): Finding {
  return { start: match.index, end: match.index + match[0].length, rule, weak: false };
}

/** The same where it says nothing more beside a real time limit. */
export function weakly({ start, end, rule }: Finding): Finding {
  return { start, end, rule, weak: true };
}

/** Whether no finding has a character of the stretch yet. */
export function isFree(found: readonly Finding[], { start, end }: Pick<Finding, 'start' | 'end'>): boolean {
  return found.every((other) => end <= other.start || start >= other.end);
}

/** The words of a group, as printed. */
export function printedOf({ printed }: Phrase, match: RegExpExecArray, group: string | undefined): string {
  const from = match.index + match[0].indexOf(group ?? '');
  return printed.slice(from, from + (group?.length ?? 0));
}

const NONE: readonly RegExpExecArray[] = [];
/** No item says so many things; keeps the work for hostile text linear. */
const MOST = 100;

/** As `matchAll`, which copies its pattern at every call: most patterns match nothing in most texts. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null && found.length < MOST; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

/** Runs the finders in order of precedence; a later one only gets the characters that no earlier one took. */
export function findAll(finders: readonly Finder[], phrase: Phrase, context: PhraseContext): readonly Finding[] {
  const taken: Finding[] = [];
  const covered: boolean[] = [];
  finders.forEach((finder) => {
    finder(phrase, context).forEach((finding) => {
      if (covered.slice(finding.start, finding.end).some(Boolean)) return;
      taken.push(finding);
      for (let at = finding.start; at < finding.end; at += 1) covered[at] = true;
    });
  });
  return taken.length < 2 ? taken : taken.sort((a, b) => a.start - b.start);
}

const FARTHEST = 60;

/** The stretch between two breaks around a position, no farther than a clause may reach. */
export function clauseAround(
  folded: string,
  start: number,
  end: number,
  breaks: string,
): { start: number; end: number } {
  let from = start;
  while (from > 0 && start - from < FARTHEST && !breaks.includes(folded[from - 1] ?? ' ')) from -= 1;
  let to = end;
  while (to < folded.length && to - end < FARTHEST && !breaks.includes(folded[to] ?? ' ')) to += 1;
  return { start: from, end: to };
}
