import type { DraftOffice, DraftTask, OfficeRole } from './import-report.ts';
import type { PlanRow } from './layout/table-rows.ts';
import { takeOfficeBlock } from './office-block.ts';
import { contextAt, type PlanDates } from './phrases/finding.ts';
import { fold } from './phrases/fold.ts';
import { fanOutOf, isOfficeName, splitNames } from './phrases/office-names.ts';
import { isPersonName, isTitledName, splitPeople } from './phrases/person-names.ts';
import { type DeadlineReading, readDeadline } from './phrases/read-deadline.ts';
import { readOwners } from './phrases/read-owners.ts';
import { readRulesInText, type TextReading } from './phrases/read-rules-in-text.ts';
import { doesDuty, isLeader } from './phrases/role-verbs.ts';
import { cutAtLabels } from './prose/owner-labels.ts';
import type { Rule } from './rule.ts';

/** A row of a table, or a clause of running text in the same shape. */
export type TaskRow = PlanRow & {
  /** One text a column, as it stands in the table. */
  readonly printed?: readonly string[];
  /** Where the words of `deadline` stand if not in a cell. */
  readonly deadlinePlace?: 'bracket';
  readonly notes?: DraftTask['notes'];
  /** The words of the owner block, where `owners` and `people` were cut out of one. */
  readonly ownerBlock?: string | null;
};

/** A task and what could not be decided while it was read. */
export interface ReadTask {
  readonly task: DraftTask;
  readonly row: TaskRow;
  /** The text of the task as patterns match it. */
  readonly folded: string;
  /** Words of the deadline cell that are no rule we know, and lengths in the text that nothing starts. */
  readonly unread: string | null;
  readonly yearMissing: boolean;
  /** An owner cell that names offices without a verb. */
  readonly roleless: boolean;
}

const STRENGTH: Readonly<Record<OfficeRole, number>> = { upstream: 0, support: 1, responsible: 2, joint: 3, lead: 4 };
const NOTES = /^(?:备注|备考|说明|附注|其他要求)$/;
const LONGEST_NOTED = 20;
const NOTHING_STATED: DeadlineReading = { rules: [], unread: null, yearMissing: false };
const DAY_WITHOUT_MARK = /\d{1,2}月\d{1,2}(?=前|之前|以前|完成)/;

export function readTask(row: TaskRow, file: string, known: PlanDates): ReadTask {
  const block = takeOfficeBlock(row.text);
  const owners = officesOf(row, block.owners);
  const cell = readDeadline(
    row.deadline === '' ? notedDeadline(row, known) : row.deadline,
    contextAt(known, row.deadlinePlace ?? 'deadline-cell'),
  );
  const bracket = block.deadline === null ? NOTHING_STATED : readDeadline(block.deadline, contextAt(known, 'bracket'));
  const folded = fold(block.text);
  const text = readRulesInText(block.text, known, folded);
  const stated = bracket.rules.length === 0 ? cell.rules : [...cell.rules, ...bracket.rules];
  // Objects inside of an object are made apart: that is quicker.
  const source = { file, place: row.place };
  const printed = {
    owners: printedOwners(row, block.owners),
    deadline: row.deadline === '' ? (block.deadline ?? '') : row.deadline,
    columns: row.printed ?? [],
  };
  const task: DraftTask = {
    no: row.no,
    area: row.area,
    text: block.text,
    offices: owners.offices,
    people: owners.people,
    rules: rulesOf(stated, text, block.text),
    source,
    notes: notesOn(row),
    printed,
  };
  return {
    task,
    row,
    folded,
    unread: together(cell.unread, together(bracket.unread, text.unread)),
    yearMissing: cell.yearMissing || bracket.yearMissing || text.yearMissing,
    roleless: owners.roleless,
  };
}

/** The rules of the cell, and those that hide in the text and say something else. */
function rulesOf(stated: readonly Rule[], text: TextReading, words: string): readonly Rule[] {
  const inText = stated.length === 0 ? [...text.rules, ...text.faint] : text.rules;
  if (inText.length === 0 && !stated.some(isNameless)) return stated;
  const hidden = inText.filter((rule) => !stated.some((other) => says(other, rule)));
  const rules = hidden.length === 0 ? stated : [...stated, ...hidden];
  return rules.map((rule) => (isNameless(rule) ? { ...rule, of: headOf(words) } : rule));
}

function isNameless(rule: Rule): rule is Rule & { readonly kind: 'quota' } {
  return rule.kind === 'quota' && rule.of === '';
}

function together(words: string | null, more: string | null): string | null {
  return words === null || more === null ? (words ?? more) : `${words}；${more}`;
}

function printedOwners(row: TaskRow, bracket: string | null): readonly string[] {
  const own = row.ownerBlock == null ? row.owners.map((cell) => cell.text) : [row.ownerBlock];
  return bracket === null ? own : [...own, bracket];
}

/** What 备注 says of time in a row that says nothing of it elsewhere, if it says nothing else. */
function notedDeadline(row: TaskRow, known: PlanDates): string {
  const noted = row.remarks.filter(({ header, text }) => NOTES.test(fold(header)) && text.length <= LONGEST_NOTED);
  const told = noted.find(({ text }) => {
    const { rules, unread } = readDeadline(text, contextAt(known, 'deadline-cell'));
    return unread === null && rules.some(({ kind }) => kind !== 'standing' && kind !== 'rate');
  });
  return told?.text ?? '';
}

function officesOf(
  row: PlanRow,
  bracket: string | null,
): { offices: readonly DraftOffice[]; people: DraftTask['people']; roleless: boolean } {
  const offices: DraftOffice[] = [];
  const people: DraftTask['people'][number][] = [];
  let roleless = false;
  const inBracket = bracket === null ? [] : cutAtLabels(bracket);
  const cells = bracket === null ? row.owners : [...row.owners, ...inBracket.filter((cell) => cell.people === null)];
  cells.forEach((cell) => {
    const reading = readOwners(cell.text);
    const inferred = row.ownersInferred && row.owners.some((own) => own === cell);
    roleless ||= !reading.roleStated && cell.role !== 'upstream';
    people.push(...reading.people);
    reading.offices.forEach(({ name, role, fanOut }) => {
      const own = cell.role === 'upstream' || !reading.roleStated ? (cell.role ?? role) : role;
      addOffice(offices, { name, role: own, fanOut, inferred });
    });
  });
  const named = inBracket.flatMap((cell) => (cell.people === null ? [] : [{ role: cell.people, text: cell.text }]));
  for (const person of [...row.people, ...named]) {
    const instead = officesAmong(person);
    for (const name of instead)
      addOffice(offices, { name, role: 'responsible', fanOut: fanOutOf(name), inferred: false });
    people.push(
      ...(instead.length === 0
        ? pairedPeople(person, offices)
        : readOwners(`责任人：${person.text}`).people.map((each) => ({ ...each, role: person.role }))),
    );
  }
  return { offices, people, roleless };
}

/** An office owes a row one thing: who leads it does not support it as well. A lead above the bureau stands apart. */
function addOffice(offices: DraftOffice[], office: DraftOffice): void {
  const at = offices.findIndex(
    (other) => other.name === office.name && (other.role === 'upstream') === (office.role === 'upstream'),
  );
  const known = offices[at];
  if (!known) offices.push(office);
  else if (STRENGTH[office.role] > STRENGTH[known.role]) offices[at] = office;
}

/** 责任人：办公室、财务科 names offices, not people; 责任人：办公室 张三 both. */
function officesAmong({ role, text }: PlanRow['people'][number]): readonly string[] {
  if (isLeader(role)) return [];
  return splitNames(text).filter(
    (name) => isOfficeName(name) && !isTitledName(fold(name)) && !isPersonName(fold(name)),
  );
}

/** A column of names pairs with the offices of its row where there are as many. */
function pairedPeople(person: PlanRow['people'][number], offices: readonly DraftOffice[]): DraftTask['people'] {
  const own = offices.filter(doesDuty);
  const names = splitPeople(person.text);
  const leader = isLeader(person.role);
  return names.map((name, index) => ({
    role: person.role,
    name,
    office: names.length === own.length && !leader ? (own[index]?.name ?? null) : null,
  }));
}

/** Whether the rule of the cell already says what the text says. */
function says(cell: Rule, text: Rule): boolean {
  if (cell.kind !== text.kind) return false;
  if (cell.kind === 'within' && text.kind === 'within') return cell.n === text.n && cell.unit === text.unit;
  if (cell.kind === 'every' && text.kind === 'every')
    return cell.period === text.period && (text.due === null || text.due === cell.due);
  if (cell.kind === 'by' && text.kind === 'by') return cell.on === text.on;
  return cell.kind === 'standing' || cell.kind === 'awaiting';
}

function headOf(text: string): string {
  return (text.split(/[，,。；;：:]/)[0] ?? '').slice(0, 24);
}

function notesOn(row: TaskRow): DraftTask['notes'] {
  const notes = row.remarks.map(({ header, text }) => ({ kind: 'remark', text: `${header}：${text}` }));
  const day = row.deadline.includes('月') ? DAY_WITHOUT_MARK.exec(fold(row.deadline)) : null;
  if (day) notes.push({ kind: 'typo', text: `“${row.deadline}”缺“日”字，按${day[0]}日读` });
  if (row.ownersInferred) notes.push({ kind: 'inferred-owner', text: '本行单位一栏为空，沿用上一行' });
  if (row.deadlineInferred) notes.push({ kind: 'inferred-deadline', text: '本行时限一栏为空，沿用上一行' });
  return row.notes ? [...notes, ...row.notes] : notes;
}
