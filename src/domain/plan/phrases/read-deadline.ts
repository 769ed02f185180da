import type { Rule } from '../rule.ts';
import { saysNothing } from './blank-words.ts';
import { DOCUMENT_OUT } from './find-open-ends.ts';
import { findRules } from './find-rules.ts';
import { contextAt, type Finding, type PhraseContext } from './finding.ts';
import { fold, maskNames, squeeze, stripArtefacts } from './fold.ts';
import { remembered } from './remember.ts';

export interface DeadlineReading {
  readonly rules: readonly Rule[];
  /** The words that no rule covers, or null. */
  readonly unread: string | null;
  /** A date was found whose year nobody states. */
  readonly yearMissing: boolean;
}

/** No deadline is longer; what follows would be another cell. */
const TEXT_LIMIT = 2000;
/** With the padding that a cell may have. */
const RAW_LIMIT = 20_000;
/** A document has a context for each place where a deadline may stand. */
const MOST_CONTEXTS = 8;
const BOX = /^[〔【[［]([^〔〕【】[\]［］]*)[〕】\]］]$/;
/** A blank line, or a line that begins with its own period: 二季度：试点. */
const NEW_ENTRY = /\n\s*\n|\n(?=[^\n：:。，,]{2,8}：)/g;
const LONGEST_SUBJECT = 16;
/** The thing that is published, not how or why it is done. */
const SUBJECT =
  /^(?!并|且|应|须|要|按|根据|经|在|于|自|如|有|遇|以|对|由)[\u4e00-\u9fff]{2,8}(?:计划|结果|清单|目录|方案|报告|信息|数据|名单|文件|预算|决算|制度|政策|公告|公示|名录)$/;
const SEGMENT = /[;。]/;
const DONE = /^(?:[前内底]|完成|办结|公开|发布|报送|答复|办理|落实|到位|更新)+/;

/**
 * Reads the words of a deadline cell (or of a bracket) into rules. Words that state no time limit are handed back as
 * `unread` and never become a date.
 */
export function readDeadline(phrase: string, context: PhraseContext): DeadlineReading {
  return readerFor(context)(phrase);
}

type Reader = (phrase: string) => DeadlineReading;

/** One memory a context, so that a phrase is looked up as it is. */
const readers: { readonly context: PhraseContext; readonly read: Reader }[] = [];

function readerFor({ year, issuedOn, place }: PhraseContext): Reader {
  const known = readers.find(
    ({ context }) => context.place === place && context.year === year && context.issuedOn === issuedOn,
  );
  if (known) return known.read;
  if (readers.length >= MOST_CONTEXTS) readers.length = 0;
  const context = contextAt({ year, issuedOn }, place);
  const read = remembered((phrase) => readAnew(phrase, context));
  readers.push({ context, read });
  return read;
}

function readAnew(phrase: string, context: PhraseContext): DeadlineReading {
  const printed = squeeze(stripArtefacts(phrase.slice(0, RAW_LIMIT)).replace(NEW_ENTRY, '；'))
    .slice(0, TEXT_LIMIT)
    .replace(BOX, '$1');
  if (saysNothing(fold(printed))) return { rules: [], unread: null, yearMissing: false };
  const source = { printed, folded: maskDocuments(fold(printed)) };
  const found = once(strong(findRules(source, context), source.folded));
  const rules = found.flatMap((finding, index): Rule[] =>
    finding.rule
      ? [{ ...finding.rule, phrase: slice(printed, source.folded, found, index), place: context.place }]
      : [],
  );
  return { rules, unread: unreadIn(printed, source.folded, found), yearMissing: found.some((f) => !f.rule) };
}

/**
 * Drops what says nothing beside a real time limit: 及时 in 「受理后2个工作日内及时答复」, 按要求 in 「按要求于6月底前完成」.
 */
function strong(found: readonly Finding[], folded: string): readonly Finding[] {
  return found.filter((finding) => {
    if (!finding.weak) return true;
    return !found.some((other) => other !== finding && outranks(other, finding) && sameSegment(folded, finding, other));
  });
}

function outranks(other: Finding, finding: Finding): boolean {
  if (!other.weak) return true;
  return finding.rule?.kind === 'standing' && other.rule?.kind !== 'standing';
}

function sameSegment(folded: string, a: Finding, b: Finding): boolean {
  const between = a.end <= b.start ? folded.slice(a.end, b.start) : folded.slice(b.end, a.start);
  if (SEGMENT.test(between) || between.includes(':')) return false;
  return !(between.includes(',') && hasSubject(folded, a) && hasSubject(folded, b));
}

/** 供应计划3月底前发布,出让结果及时公布: each says of something else when. */
function hasSubject(folded: string, { start }: Finding): boolean {
  const before =
    folded
      .slice(Math.max(0, start - LONGEST_SUBJECT), start)
      .split(',')
      .at(-1) ?? '';
  return SUBJECT.test(before);
}

/** The words that belong to one of several rules: up to the last break before the next, else up to the verb after it. */
function slice(printed: string, folded: string, found: readonly Finding[], index: number): string {
  const from = index === 0 ? 0 : borderAfter(folded, found, index - 1);
  const to = index === found.length - 1 ? printed.length : borderAfter(folded, found, index);
  return printed.slice(from, Math.max(from, to)).replace(/^[;；,，。、\s]+|[;；,，。、\s]+$/g, '');
}

function borderAfter(folded: string, found: readonly Finding[], index: number): number {
  const end = found[index]?.end ?? folded.length;
  const next = found[index + 1]?.start ?? folded.length;
  const between = folded.slice(end, next);
  const lastBreak = Math.max(...[';', '。', ',', '、'].map((mark) => between.lastIndexOf(mark)));
  if (lastBreak >= 0) return end + lastBreak + 1;
  return end + (DONE.exec(between)?.[0].length ?? 0);
}

function unreadIn(printed: string, folded: string, found: readonly Finding[]): string | null {
  const unread: string[] = [];
  let start = 0;
  for (const segment of folded.split(SEGMENT)) {
    const end = start + segment.length;
    const read = found.some((finding) => finding.rule && finding.start < end && finding.end > start);
    if (!read && /[\p{L}\p{N}]/u.test(segment)) unread.push(printed.slice(start, end));
    start = end + 1;
  }
  return unread.length > 0 ? unread.join('；') : null;
}

const APPEARS = new RegExp(DOCUMENT_OUT);

function maskDocuments(folded: string): string {
  // A document that has to appear first keeps its title: 待《…》出台后.
  return folded.includes('《') && APPEARS.test(folded) ? folded : maskNames(folded);
}

function once(found: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return found.filter(({ rule }) => {
    const key = JSON.stringify(rule);
    return !seen.has(key) && seen.add(key);
  });
}
