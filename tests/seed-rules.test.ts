import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DraftTask, ImportReport } from '../src/domain/plan/import-report.ts';
import { keyOf } from '../src/domain/plan/phrases/fold.ts';
import { readOwners } from '../src/domain/plan/phrases/read-owners.ts';
import type { Rule } from '../src/domain/plan/rule.ts';
import { reportOfSeed, SHARED } from './support/read-plan-file.ts';

const RULES = `${SHARED}seed-rules.md`;
/** One of the five states no year. */
const YEARS: Readonly<Record<string, number>> = { '004': 2022 };

/** Rows of the list that no report holds, by reason. */
const NOT_READ: Readonly<Record<string, readonly string[]>> = {
  'a heading of a column, read by the layout': ['000-014', '000-015', '001-001'],
  'a duty of a leader, a head or every person of the bureau, not of an office': [
    '000-022',
    '000-023',
    '002-056',
    '002-057',
    '002-058',
    '002-061',
    '003-019',
    '003-020',
    '003-021',
  ],
  'says how the work is organised, owned by nobody': ['002-059', '002-060', '003-018', '003-024'],
  'whom the document is addressed to, not who owns a row': ['002-062', '003-023'],
  'a gate, a criterion, a checklist or a way to publish: nothing falls due': [
    '000-024',
    '001-046',
    '001-047',
    '001-048',
    '001-049',
    '001-050',
    '001-051',
    '001-053',
    '001-055',
    '001-056',
    '001-057',
    '002-035',
    '002-036',
    '003-007',
  ],
  'no word of time: the row is asked about as missing-deadline, or has a rule of its own': [
    '001-002',
    '001-013',
    '001-014',
    '001-037',
    '001-038',
    '001-039',
    '001-040',
    '001-041',
    '001-042',
    '001-044',
    '002-021',
    '002-034',
    '004-015',
  ],
  'several superiors and no word that any of them sets a date': ['001-045'],
  'no number: a share of all is meant, not written': ['001-054'],
  'faint words (及时, 日常, 必要时) beside a deadline that the row states itself': [
    '002-020',
    '002-022',
    '002-024',
    '004-013',
    '004-014',
  ],
  'the day that a hard limit in the same sentence caps; the limit is what can be missed': ['002-015'],
  'the same rule is said twice in one row and stands once': ['001-028', '003-002', '003-009'],
  'a duty of bodies outside the bureau; the row belongs to the office that supervises them': [
    '001-068',
    '001-069',
    '001-070',
    '003-010',
    '004-032',
    '004-033',
  ],
};
const DELIBERATELY_NOT_READ = new Set(Object.values(NOT_READ).flat());

interface Wanted {
  readonly id: string;
  readonly phrase: string;
  readonly kind: string;
  readonly heading: string;
}

function wantedRules(): readonly Wanted[] {
  let heading = '';
  return readFileSync(RULES, 'utf8')
    .split('\n')
    .flatMap((line): readonly Wanted[] => {
      if (line.startsWith('#')) heading = line;
      const [, id, phrase, kind] =
        line.split(' | ').length === 4 ? (/^\| (\d{3}-\d{3}) \| (.+?) \| `(.+?)` \|/.exec(line) ?? []) : [];
      const asked = /· (?:Deadlines|Quotas|Roles)/.test(heading);
      return asked && id && phrase && kind ? [{ id, phrase: phrase.trim(), kind, heading }] : [];
    });
}

/** What a kind of the list is in our union; the first word that fits decides. */
const KINDS: readonly (readonly [RegExp, readonly Rule['kind'][]])[] = [
  [/^recur\(as needed|^due\.unspecified|^due\.soft|standing|^due\.asap/, ['standing', 'every']],
  [/^recur/, ['every', 'quota']],
  [/^due\.(?:rolling|yearLong|prompt)/, ['standing']],
  [/^due\.(?:external|statutory|condition)/, ['awaiting']],
  [/^due\.(?:before|sync)/, ['within']],
  [/^due\.trigger\([^)]*\d/, ['within']],
  [/^due\.trigger/, ['standing', 'within', 'awaiting']],
  [/^due\.annual/, ['every', 'by']],
  [/^due\.(?:fixed|monthEnd|half|intent)/, ['by']],
  [/^start/, ['from']],
  [/^quota\.rate|^score\.weight/, ['rate']],
  [/^quota\.count/, ['quota']],
];

const OVERLAP = 6;

/** Whether two printings share some words. */
function overlaps(a: string, b: string): boolean {
  const [short, long] = [keyOf(a), keyOf(b)].sort((x, y) => x.length - y.length);
  if (!short || !long) return false;
  if (long.includes(short)) return true;
  for (let at = 0; at + OVERLAP <= short.length; at += 1) if (long.includes(short.slice(at, at + OVERLAP))) return true;
  return false;
}

function hasRule(report: ImportReport, { phrase, kind }: Wanted): boolean {
  const kinds = KINDS.find(([pattern]) => pattern.test(kind))?.[1];
  if (!kinds) return false;
  const said = report.tasks
    .flatMap(({ rules }) => rules)
    .some((rule) => kinds.includes(rule.kind) && overlaps(rule.phrase, phrase));
  return (
    said ||
    report.issues.some(
      (issue) => issue.kind === 'unassigned-rule' && issue.phrases.some(({ text }) => overlaps(text, phrase)),
    )
  );
}

/** Every office of the phrase stands in one row with its role; a lead of a column above the bureau is upstream there. */
function hasOffices(tasks: readonly DraftTask[], phrase: string): boolean {
  const { offices, people } = readOwners(phrase);
  const known = new Set(tasks.flatMap((task) => task.offices.map(({ name }) => keyOf(name))));
  if (offices.length + people.length === 0 || !offices.some(({ name }) => known.has(keyOf(name)))) return false;
  return tasks.some((task) => {
    const own = task.offices.map(({ name, role, fanOut }) => `${keyOf(name)} ${role} ${fanOut}`);
    const named = offices.every(({ name, role, fanOut }) =>
      [role, 'upstream'].some((each) => own.includes(`${keyOf(name)} ${each} ${fanOut}`)),
    );
    return named && people.every(({ name }) => task.people.some((person) => person.name === name));
  });
}

function isRead(report: ImportReport, wanted: Wanted): boolean {
  if (wanted.kind === 'scope.year') return report.plan.year === Number(/\d{4}/.exec(wanted.phrase)?.[0]);
  if (hasRule(report, wanted) || hasOffices(report.tasks, wanted.phrase)) return true;
  const asked = report.issues.flatMap(({ kind, phrases }) =>
    kind === 'missing-deadline' || kind === 'outside-rows' ? [] : phrases,
  );
  const [words, asks] = [keyOf(wanted.phrase), asked.map(({ text }) => keyOf(text)).filter((text) => text.length >= 4)];
  return asks.some((text) => words.includes(text) || text.includes(words));
}

describe.skipIf(!existsSync(RULES))('every rule under Deadlines, Quotas and Roles of the real plans', () => {
  it.each(['000', '001', '002', '003', '004'])(
    '%s: is in the report, or left out for a stated reason',
    async (number) => {
      const report = await reportOfSeed(number, YEARS[number] ?? null);
      const wanted = wantedRules().filter(({ id }) => id.startsWith(number));
      expect(wanted.length).toBeGreaterThan(10);
      const unread = wanted
        .filter((each) => !isRead(report, each))
        .map(({ id, phrase, kind }) => `${id} ${phrase} (${kind})`);
      expect(unread.filter((line) => !DELIBERATELY_NOT_READ.has(line.slice(0, 7)))).toEqual([]);
      const read = wanted.map(({ id }) => id).filter((id) => !unread.some((line) => line.startsWith(id)));
      expect(
        read.filter((id) => DELIBERATELY_NOT_READ.has(id)),
        'read after all',
      ).toEqual([]);
    },
  );
});
