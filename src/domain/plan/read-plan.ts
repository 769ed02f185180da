import type { CivilDate } from '../calendar/civil-date.ts';
import { type Outcome, ok, refused } from '../outcome.ts';
import { type ReadTask, readTask } from './draft-task.ts';
import { findIssues } from './find-issues.ts';
import type { ImportReport } from './import-report.ts';
import { layOut, linesIn, type PlanTable } from './layout/lay-out.ts';
import { readHead } from './plan-head.ts';
import { compareProse } from './prose-rules.ts';
import type { SourceDocument } from './source-document.ts';

/** Why a document is not imported at all. */
export type PlanRefusal =
  /** No table of items with owners or deadlines; `reason` tells an empty document from one without a table. */
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
  const { document } = input;
  if (isEmpty(document)) return refused({ kind: 'not-a-plan', reason: 'empty' });
  const layout = layOut(document);
  if (!layout) return refused({ kind: 'not-a-plan', reason: 'no-table' });

  const head = readHead(linesIn(layout.before), linesIn(layout.leftover));
  const year = input.year ?? head.year;
  const issuedOn = input.issuedOn ?? head.issuedOn;
  const known = { year, issuedOn };
  const tasks = layout.tables.flatMap((table) => table.rows.map((row) => readTask(row, document.name, known)));
  if (year === null && tasks.some((task) => task.yearMissing)) return refused({ kind: 'year-missing' });
  const prose = compareProse(layout.before, tasks, known);
  return ok({
    plan: { title: head.title, year, issuedOn, issuer: head.issuer },
    tasks: withTypos(tasks, layout.tables).map(({ task }) => task),
    issues: findIssues({
      tasks,
      head,
      prose,
      issuedOn,
      statedYear: input.year,
      hasDeadlineColumn: layout.tables.some((table) => table.columns.some((column) => column.kind === 'deadline')),
    }),
  });
}

function isEmpty(document: SourceDocument): boolean {
  return document.blocks.every((block) =>
    block.type === 'table' ? block.cells.every((cell) => cell.text.trim() === '') : block.text.trim() === '',
  );
}

/** “五公” in a heading where the text always says “五公开”: kept as printed, with a note. */
function withTypos(tasks: readonly ReadTask[], tables: readonly PlanTable[]): readonly ReadTask[] {
  const quoted = (text: string): readonly string[] =>
    [...text.matchAll(/“([^“”]{2,8})”/g)].map((match) => match[1] ?? '');
  const inText = new Set(tables.flatMap((table) => table.rows.flatMap((row) => quoted(row.text))));
  return tasks.map((each) => {
    const notes = each.task.area.flatMap((area) =>
      quoted(area).flatMap((word) => {
        const longer = inText.has(word)
          ? undefined
          : [...inText].find((other) => other.startsWith(word) && other.length === word.length + 1);
        return longer ? [{ kind: 'typo', text: `标题写作“${word}”，正文写作“${longer}”，按原文保留` }] : [];
      }),
    );
    return notes.length === 0 ? each : { ...each, task: { ...each.task, notes: [...each.task.notes, ...notes] } };
  });
}
