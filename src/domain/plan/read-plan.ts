import type { CivilDate } from '../calendar/civil-date.ts';
import { groupBy } from '../group-by.ts';
import { type Outcome, ok, refused } from '../outcome.ts';
import { type ReadTask, readTask, type TaskRow } from './draft-task.ts';
import { findIssues } from './find-issues.ts';
import type { DraftTask, ImportReport } from './import-report.ts';
import { shortNames } from './issues/short-names.ts';
import { withoutOwnColumns } from './own-columns.ts';
import { keyOf } from './phrases/fold.ts';
import { readHead } from './plan-head.ts';
import { chooseReading } from './prose/choose-reading.ts';
import { firstLeads, withFirstLeading } from './prose/lead-by-order.ts';
import { readingIssues } from './prose/reading-issues.ts';
import { compareProse } from './prose-rules.ts';
import { hasText, type SourceDocument } from './source-document.ts';

/** Why a document is not imported at all. */
export type PlanRefusal =
  /** Neither a table of items nor clauses with owners or deadlines; `reason` tells an empty document from one without tasks. */
  | { readonly kind: 'not-a-plan'; readonly reason: 'empty' | 'no-table' }
  /** A deadline states no year, and neither the document nor the person who imports it does. */
  | { readonly kind: 'year-missing' };

/**
 * Reads a plan into draft tasks and questions. Nothing is decided alone that the document leaves open, and no row stops the
 * others.
 *
 * @param input.year year of the plan where the person who imports it knows better than the document
 * @param input.issuedOn 成文日期, likewise; without it no date can be called past at birth
 */
export function readPlan(input: {
  readonly document: SourceDocument;
  readonly year: number | null;
  readonly issuedOn: CivilDate | null;
}): Outcome<ImportReport, PlanRefusal> {
  const document = withoutOwnColumns(input.document);
  if (!document.blocks.some(hasText)) return refused({ kind: 'not-a-plan', reason: 'empty' });
  const reading = chooseReading(document);
  if (!reading) return refused({ kind: 'not-a-plan', reason: 'no-table' });

  const head = readHead(reading.above, reading.below);
  const year = input.year ?? head.year;
  const issuedOn = input.issuedOn ?? head.issuedOn;
  const known = { year, issuedOn };
  const titleKey = head.title === null ? null : keyOf(head.title);
  const rows = reading.rows.map((row) => withoutTitle(row, titleKey));
  const asStated = rows.map((row) => readTask(row, document.name, known));
  const tasks = firstLeads(document) ? asStated.map(withFirstLeading) : asStated;
  if (year === null && tasks.some((task) => task.yearMissing)) return refused({ kind: 'year-missing' });
  const prose = compareProse(reading.beside, tasks, known);
  const asked = findIssues({
    tasks,
    head,
    prose,
    issuedOn,
    statedYear: input.year,
    hasDeadlineColumn: reading.hasDeadlines || reading.columns === null,
    unowned: reading.unowned,
  });
  const issues = [...asked, ...readingIssues(reading, head.title, document.notes)];
  return ok({
    plan: { title: head.title, year, issuedOn, issuer: head.issuer },
    tasks: withTypos(tasks),
    issues: issues.map((issue, index) => ({ no: index + 1, ...issue })),
    layout: reading.columns && { columns: reading.columns },
  });
}

const LEAST_TITLE = 6;

/** The title of the plan stands above all of it and says nothing about a row. */
function withoutTitle(row: TaskRow, titleKey: string | null): TaskRow {
  if (titleKey === null || row.area.length === 0) return row;
  if (!row.area.some((heading) => isTitle(heading, titleKey))) return row;
  return { ...row, area: row.area.filter((heading) => !isTitle(heading, titleKey)) };
}

function isTitle(heading: string, titleKey: string): boolean {
  return heading.length >= Math.max(LEAST_TITLE, titleKey.length) && keyOf(heading) === titleKey;
}

/** A heading whose quoted name is cut short is kept as printed, with a note. */
function withTypos(tasks: readonly ReadTask[]): readonly DraftTask[] {
  const short = groupBy(shortNames(tasks), ({ task }) => task);
  return tasks.map((each) => {
    const found = short.get(each) ?? [];
    if (found.length === 0) return each.task;
    const notes = found.map(({ word, right }) => {
      return { kind: 'typo', text: `标题写作“${word}”，正文写作“${right}”，按原文保留` };
    });
    return { ...each.task, notes: [...each.task.notes, ...notes] };
  });
}
