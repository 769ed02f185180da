import { distinct } from '../compare-rules.ts';
import type { Rule } from '../rule.ts';
import { DOCUMENT_OUT } from './find-open-ends.ts';
import { findRules } from './find-rules.ts';
import { clauseAround, contextAt, type Finding, findingOf, isFree, matchesOf, type PlanDates } from './finding.ts';
import { fold, maskNames, squeeze, stripArtefacts } from './fold.ts';

export interface TextReading {
  /** Counts, shares, clocks, cadences and dates: they stand beside whatever the deadline cell says. */
  readonly rules: readonly Rule[];
  /** 及时, 定期, 按…统一部署: they say something only where the row has no deadline of its own. */
  readonly faint: readonly Rule[];
  readonly yearMissing: boolean;
  /** A length that nothing starts (半年内): no rule, but no silence either. */
  readonly unread: string | null;
}

/** Far beyond any item; keeps the work bounded for text that is none. */
const TEXT_LIMIT = 20_000;
const UNSTARTED = /(?<![上下每近])半年(?:以内|之内|内)/g;
const NO_RULES: TextReading = { rules: [], faint: [], yearMissing: false, unread: null };
const LIMITS: ReadonlySet<Rule['kind']> = new Set(['by', 'within', 'every']);
const CLAUSE = ',;。!?:';

/**
 * Reads the rules that hide in the text of an item. Numbers of documents and names in 《》 or quotation marks are left alone.
 *
 * @param foldedText the same text folded, where it is at hand
 */
export function readRulesInText(text: string, known: PlanDates, foldedText: string | null = null): TextReading {
  const printed = squeeze(stripArtefacts(text.slice(0, 2 * TEXT_LIMIT))).slice(0, TEXT_LIMIT);
  const folded = foldedText !== null && printed === text ? foldedText : fold(printed);
  const source = { printed, folded: maskTitles(folded) };
  const found = findRules(source, contextAt(known, 'text'));
  if (found.length === 0 && !folded.includes('半年')) return NO_RULES;
  const rules: Rule[] = [];
  const faint: Rule[] = [];
  const dated = found.some(({ rule }) => rule !== null && LIMITS.has(rule.kind));
  for (const finding of found) {
    if (!finding.rule || (dated && waitsForEvent(finding))) continue;
    const rule: Rule = { ...finding.rule, phrase: clauseOf(printed, folded, finding), place: 'text' };
    (isFaint(finding) ? faint : rules).push(rule);
  }
  const unstarted = matchesOf(UNSTARTED, source.folded).filter((match) => isFree(found, findingOf(match, null)));
  const unread = unstarted.map((match) => printed.slice(match.index, match.index + match[0].length));
  return {
    rules: distinct(rules),
    faint: distinct(faint),
    yearMissing: found.some((finding) => !finding.rule),
    unread: unread.length > 0 ? [...new Set(unread)].join('；') : null,
  };
}

/** 待平台上线后，6月底前完成对接: the date holds. */
function waitsForEvent({ rule, weak }: Finding): boolean {
  return weak && rule?.kind === 'awaiting' && rule.document !== null;
}

function isFaint(finding: Finding): boolean {
  if (finding.weak || finding.rule?.kind === 'standing') return true;
  return finding.rule?.kind === 'every' && finding.rule.assumed;
}

function clauseOf(printed: string, folded: string, finding: Finding): string {
  const { start, end } = clauseAround(folded, finding.start, finding.end, CLAUSE);
  return printed.slice(start, end);
}

const TITLE_AWAITED = new RegExp(`(待[^,;。□]{0,12})(□+)(?=${DOCUMENT_OUT})`, 'g');

// 待《…》出台后 needs its brackets; the title inside must not be read.
function maskTitles(folded: string): string {
  const masked = maskNames(folded);
  if (!masked.includes('待')) return masked;
  return masked.replace(
    TITLE_AWAITED,
    (_, lead: string, title: string) => `${lead}《${'□'.repeat(Math.max(0, title.length - 2))}》`,
  );
}
