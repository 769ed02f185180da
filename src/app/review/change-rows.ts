import { ownersWords } from '../../cards/owner-words.ts';
import type { ChangesView, RowLine } from '../../cards/review/review-view.ts';
import { ruleWords } from '../../cards/rule-words.ts';
import { dotted } from '../../cards/words.ts';
import type { ChangedField, RowChange } from '../../domain/ledger/compare-plans.ts';
import type { DraftTask } from '../../domain/plan/import-report.ts';

/** The rows that differ, as people read them. */
export function changeRows(
  changes: readonly RowChange[],
  before: readonly DraftTask[],
  after: readonly DraftTask[],
): ChangesView['rows'] {
  return changes.flatMap((change): ChangesView['rows'] => {
    if (change.kind === 'unchanged' || isRenumbered(change)) return [];
    const old = change.kind === 'added' ? undefined : before[change.before];
    const fresh = change.kind === 'removed' ? old : after[change.after];
    if (!fresh) return [];
    const was = change.kind === 'changed' && old ? wasWords(old, change.fields) : null;
    return [{ kind: change.kind, row: rowLine(fresh), was }];
  });
}

/** Only its number or its heading has changed: nobody has anything else to do. */
export function isRenumbered(change: RowChange): boolean {
  return change.kind === 'changed' && change.fields.every((field) => field === 'no' || field === 'area');
}

/** A row in two lines: its number and text, its offices and deadlines. */
export function rowLine(task: DraftTask): RowLine {
  const rules = task.rules.map(ruleWords).join('；');
  return { no: task.no, text: task.text, about: dotted([ownersWords(task.offices), rules]) };
}

function wasWords(old: DraftTask, fields: readonly ChangedField[]): string {
  const words: Readonly<Record<ChangedField, string>> = {
    no: old.no ?? '无序号',
    area: old.area.at(-1) ?? '无标题',
    text: old.text,
    offices: ownersWords(old.offices),
    people: old.people.map(({ name }) => name).join('、'),
    rules: old.rules.map(ruleWords).join('；') || '无时限',
  };
  return dotted(fields.map((field) => words[field]));
}
