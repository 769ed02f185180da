import { type Outcome, ok, refused } from '../outcome.ts';
import type { DraftIssue, DraftOffice, DraftTask, ImportReport } from './import-report.ts';
import { contextAt, type PlanDates } from './phrases/finding.ts';
import { keyOf } from './phrases/fold.ts';
import { isOfficeName } from './phrases/office-names.ts';
import { readDeadline } from './phrases/read-deadline.ts';
import { readOwners } from './phrases/read-owners.ts';
import { readRulesInText } from './phrases/read-rules-in-text.ts';
import type { Rule } from './rule.ts';

/** What somebody decided about a 疑点. */
export type IssueChoice =
  /** One of the phrases that contradict each other holds, by its position. */
  | { readonly kind: 'take'; readonly phrase: number }
  /** Other words hold, such as `12月15日前` or `法规科牵头，办公室配合`. */
  | { readonly kind: 'as'; readonly text: string }
  /** The reading stands as it is. */
  | { readonly kind: 'keep' };

export type ChoiceRefusal =
  /** The issue has no such phrase, or a contradiction cannot be kept. */
  | { readonly kind: 'not-a-choice' }
  /** The words are no deadline and no offices that we can read. */
  | { readonly kind: 'unread'; readonly text: string; readonly wanted: 'deadline' | 'owners' }
  /** Nothing of the issue can be said in other words. */
  | { readonly kind: 'nothing-to-change' };

/** What an issue is about, and so what other words for it have to be. */
export type IssueSubject = 'deadline' | 'owners' | 'other';

const DEADLINES = new Set([
  'conflict',
  'unknown-deadline',
  'missing-deadline',
  'inferred-deadline',
  'assumed-cadence',
  'awaiting-date',
  'event-unstated',
  'past-at-birth',
  'unassigned-rule',
]);
const OWNERS = new Set([
  'owner-conflict',
  'missing-owner',
  'unknown-office',
  'ambiguous-office',
  'similar-office',
  'undetermined-offices',
  'inferred-owner',
  'roleless-owner',
  'several-leads',
]);
/** Other words stand for the one name that the phrase gives, not for all offices of the row. */
const ONE_NAME = new Set(['unknown-office', 'ambiguous-office', 'similar-office', 'undetermined-offices']);
/** Other words are added; there is nothing that they replace. */
const ADDED = new Set(['unknown-deadline', 'missing-deadline', 'unassigned-rule']);

export function subjectOf({ kind }: Pick<DraftIssue, 'kind'>): IssueSubject {
  if (DEADLINES.has(kind)) return 'deadline';
  return OWNERS.has(kind) ? 'owners' : 'other';
}

/** Whether the phrases are readings of one thing, of which one has to be taken. */
export function hasReadings(issue: Pick<DraftIssue, 'kind' | 'phrases'>): boolean {
  return (issue.kind === 'conflict' || issue.kind === 'owner-conflict') && issue.phrases.length > 1;
}

/** The reading that holds unless somebody decides otherwise: of a contradiction the stricter one. */
export function preselected(issue: Pick<DraftIssue, 'kind' | 'phrases' | 'suggestion'>): IssueChoice {
  if (!hasReadings(issue)) return { kind: 'keep' };
  const named = issue.phrases.findIndex(({ text }) => text !== '' && (issue.suggestion ?? '').includes(`“${text}”`));
  return { kind: 'take', phrase: named >= 0 ? named : issue.phrases.length - 1 };
}

/** Whether a choice fits its issue. */
export function checkChoice(issue: DraftIssue, choice: IssueChoice, known: PlanDates): Outcome<null, ChoiceRefusal> {
  switch (choice.kind) {
    case 'take':
      return hasReadings(issue) && issue.phrases[choice.phrase] ? ok(null) : refused({ kind: 'not-a-choice' });
    case 'keep':
      return hasReadings(issue) || issue.kind === 'ambiguous-office' ? refused({ kind: 'not-a-choice' }) : ok(null);
    case 'as': {
      const subject = subjectOf(issue);
      if (subject === 'other' || issue.tasks.length === 0) return refused({ kind: 'nothing-to-change' });
      const read = subject === 'deadline' ? rulesIn(choice.text, known).length > 0 : namesOffices(choice.text);
      return read ? ok(null) : refused({ kind: 'unread', text: choice.text, wanted: subject });
    }
  }
}

/** The report with what was decided in it; rows that no choice touches are the same objects. */
export function withDecisions(
  report: ImportReport,
  decided: readonly { readonly issue: DraftIssue; readonly choice: IssueChoice }[],
): ImportReport {
  const tasks = [...report.tasks];
  for (const { issue, choice } of decided) {
    if (choice.kind === 'keep') continue;
    for (const at of issue.tasks) {
      const task = tasks[at];
      if (task) tasks[at] = decideTask(task, issue, choice, report);
    }
  }
  return { ...report, tasks };
}

function decideTask(
  task: DraftTask,
  issue: DraftIssue,
  choice: IssueChoice,
  { plan: known, layout }: Pick<ImportReport, 'plan' | 'layout'>,
): DraftTask {
  const words = choice.kind === 'as' ? choice.text : choice.kind === 'take' ? issue.phrases[choice.phrase]?.text : null;
  if (!words) return task;
  switch (subjectOf(issue)) {
    case 'deadline': {
      const rules = decideRules(task.rules, issue, words, known);
      const deadline = unique(rules.filter(({ place }) => place !== 'text').map(({ phrase }) => phrase)).join('；');
      return reprinted({ ...task, rules }, layout, { deadline });
    }
    case 'owners': {
      const offices = decideOffices(task.offices, issue, words);
      return reprinted({ ...task, offices }, layout, { owners: decidedPrint(task, issue, words) });
    }
    case 'other':
      return task;
  }
}

/** What the row prints from now on, so that an export says what was decided. */
function decidedPrint(task: DraftTask, issue: DraftIssue, words: string): readonly string[] {
  if (!ONE_NAME.has(issue.kind)) return task.printed.owners.map((_, at) => (at === 0 ? words : ''));
  const names = issue.phrases.map(({ text }) => text).filter((text) => text !== '');
  return task.printed.owners.map((text) => names.reduce((print, name) => print.replace(name, words), text));
}

function reprinted(
  task: DraftTask,
  layout: ImportReport['layout'],
  change: { readonly owners?: readonly string[]; readonly deadline?: string },
): DraftTask {
  const { owners = task.printed.owners, deadline = task.printed.deadline } = change;
  let owner = 0;
  let firstDeadline = true;
  const columns = task.printed.columns.map((text, at) => {
    const kind = layout?.columns[at]?.kind;
    if (kind === 'owner' && change.owners) return owners[owner++] ?? '';
    if (kind !== 'deadline' || change.deadline === undefined) return text;
    const print = firstDeadline ? deadline : '';
    firstDeadline = false;
    return print;
  });
  return { ...task, printed: { owners, deadline, columns } };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** The chosen words replace what the phrases of the issue say; a rule that already says them stays as it is. */
function decideRules(rules: readonly Rule[], issue: DraftIssue, words: string, known: PlanDates): readonly Rule[] {
  const given = new Set(issue.phrases.map(({ text }) => keyOf(text)));
  const chosen = keyOf(words);
  const stays = (rule: Rule): boolean => keyOf(rule.phrase) === chosen || !given.has(keyOf(rule.phrase));
  const kept = ADDED.has(issue.kind) ? rules : rules.filter(stays);
  if (kept.some((rule) => keyOf(rule.phrase) === chosen)) return kept;
  return [...kept, ...rulesIn(words, known)];
}

function decideOffices(offices: readonly DraftOffice[], issue: DraftIssue, words: string): readonly DraftOffice[] {
  const chosen = officesIn(words);
  const upstream = offices.filter(({ role }) => role === 'upstream');
  if (!ONE_NAME.has(issue.kind)) return [...upstream, ...chosen];
  const given = new Set(issue.phrases.map(({ text }) => keyOf(text)));
  const stated = chosen.some(({ role }) => role !== 'responsible');
  return offices
    .flatMap((office) => {
      if (!given.has(keyOf(office.name))) return [office];
      return chosen.map((each) => (stated ? each : { ...each, role: office.role }));
    })
    .filter((office, at, all) => all.findIndex(({ name }) => keyOf(name) === keyOf(office.name)) === at);
}

function rulesIn(words: string, known: PlanDates): readonly Rule[] {
  const cell = readDeadline(words, contextAt(known, 'deadline-cell'));
  if (cell.rules.length > 0) return cell.unread === null ? cell.rules : [];
  return readRulesInText(words, known).rules;
}

/** Words that name offices and nothing else. */
function namesOffices(words: string): boolean {
  const offices = officesIn(words);
  return offices.length > 0 && offices.every(({ name, fanOut }) => fanOut !== null || isOfficeName(name));
}

function officesIn(words: string): readonly DraftOffice[] {
  return readOwners(words).offices;
}
