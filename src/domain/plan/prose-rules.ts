import { weightOf } from './compare-rules.ts';
import type { ReadTask } from './draft-task.ts';
import { takeOfficeBlock } from './office-block.ts';
import { contextAt, type PlanDates } from './phrases/finding.ts';
import { keyOf, squeeze } from './phrases/fold.ts';
import { readDeadline } from './phrases/read-deadline.ts';
import { readOwners } from './phrases/read-owners.ts';
import { readRulesInText } from './phrases/read-rules-in-text.ts';
import { type FindAlike, findAlikeIn } from './prose/alike.ts';
import { cutAtLabels } from './prose/owner-labels.ts';
import type { Rule } from './rule.ts';

/** A rule of the prose that the table does not know, or knows otherwise. */
export interface ProseFinding {
  readonly kind: 'conflict' | 'unassigned-rule' | 'owner-conflict';
  readonly phrase: string;
  readonly place: string;
  /** The row that says the same item, if any. */
  readonly task: ReadTask | null;
  /** The words of the row that contradict. */
  readonly against: string | null;
  /** The reading to take, as printed. */
  readonly stricter: string | null;
}

const NOTHING_KNOWN = { task: null, against: null, stricter: null } as const;

/**
 * Compares the prose of a document with its table. Items that stand in both must not differ in silence, and a duty that
 * only the prose states must not be lost.
 */
export function compareProse(
  paragraphs: readonly { readonly text: string; readonly place: string }[],
  tasks: readonly ReadTask[],
  known: PlanDates,
): readonly ProseFinding[] {
  let index: FindAlike | null = null;
  const findAlike: FindAlike = (text) => {
    index ??= findAlikeIn(tasks.map(({ task }) => task.text));
    return index(text);
  };
  return paragraphs.flatMap(({ text, place }): readonly ProseFinding[] => {
    const block = takeOfficeBlock(squeeze(text));
    const reading = readRulesInText(block.text, known);
    const stated = readDeadline(block.deadline ?? '', contextAt(known, 'bracket'));
    const rules = [...reading.rules, ...stated.rules].filter(
      (rule) => rule.kind !== 'from' && rule.kind !== 'awaiting',
    );
    const assumed = reading.faint.filter((rule) => rule.kind === 'every');
    if (rules.length === 0 && assumed.length === 0 && block.owners === null) return [];
    const at = findAlike(block.text);
    const task = at === null ? null : (tasks[at] ?? null);
    if (!task)
      return [...rules, ...assumed].map(({ phrase }) => ({ ...NOTHING_KNOWN, kind: 'unassigned-rule', phrase, place }));
    return [...rules.flatMap((rule) => compareRule(rule, place, task)), ...compareOwners(block.owners, place, task)];
  });
}

function compareRule(rule: Rule, place: string, task: ReadTask): readonly ProseFinding[] {
  const same = task.task.rules.filter((other) => other.kind === rule.kind);
  if (task.task.rules.some((other) => equal(other, rule))) return [];
  const against = same.find(
    (other) =>
      other.kind === 'within' ||
      other.kind === 'by' ||
      other.kind === 'quota' ||
      other.kind === 'rate' ||
      (other.kind === 'every' && rule.kind === 'every' && rule.due !== null && other.period === rule.period),
  );
  const { phrase } = rule;
  if (!against) return [{ ...NOTHING_KNOWN, kind: 'unassigned-rule', phrase, place, task }];
  const stricter = weightOf(rule) <= weightOf(against) ? phrase : against.phrase;
  return [{ kind: 'conflict', phrase, place, task, against: against.phrase, stricter }];
}

function compareOwners(owners: string | null, place: string, task: ReadTask): readonly ProseFinding[] {
  if (owners === null || task.row.owners.length === 0 || task.row.ownersInferred) return [];
  const prose = namesIn(owners);
  const table = task.row.owners.map((cell) => cell.text).join('；');
  const own = namesIn(table);
  if (prose.size === 0 || (prose.size === own.size && [...prose].every((name) => own.has(name)))) return [];
  return [{ kind: 'owner-conflict', phrase: owners, place, task, against: table, stricter: null }];
}

function namesIn(owners: string): ReadonlySet<string> {
  const cells = cutAtLabels(owners).filter(({ people }) => people === null);
  return new Set(cells.flatMap(({ text }) => readOwners(text).offices.map((office) => keyOf(office.name))));
}

function equal(a: Rule, b: Rule): boolean {
  if (a.kind === 'within' && b.kind === 'within') return a.n === b.n && a.unit === b.unit;
  if (a.kind === 'by' && b.kind === 'by') return a.on === b.on;
  if (a.kind === 'every' && b.kind === 'every')
    return a.period === b.period && (a.due === null || b.due === null || a.due === b.due);
  if (a.kind === 'quota' && b.kind === 'quota') return a.count === b.count && a.per === b.per;
  if (a.kind === 'rate' && b.kind === 'rate') return a.min === b.min;
  return a.kind === b.kind || isOnceEach(a, b) || isOnceEach(b, a);
}

/** 每半年一次 may be read as a count or as a cadence. */
function isOnceEach(a: Rule, b: Rule): boolean {
  return a.kind === 'quota' && b.kind === 'every' && a.count === 1 && a.per === b.period;
}
