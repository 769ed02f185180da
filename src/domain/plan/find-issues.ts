import type { CivilDate } from '../calendar/civil-date.ts';
import type { ReadTask } from './draft-task.ts';
import type { OpenIssue } from './import-report.ts';
import { aboutDeadlines } from './issues/about-deadlines.ts';
import { aboutHead, aboutProse } from './issues/about-head.ts';
import { aboutOwners } from './issues/about-owners.ts';
import { aboutRows } from './issues/about-rows.ts';
import { aboutWords } from './issues/about-words.ts';
import { isBlocking, type Question } from './issues/question.ts';
import type { PlanHead } from './plan-head.ts';
import type { ProseFinding } from './prose-rules.ts';

/**
 * The list of questions (疑点) about a plan, one for each thing that somebody has to decide: the same question about many
 * rows stands once with all its places. What concerns the document comes first, then in the order of the rows.
 *
 * @param input.tasks in the order of the report's tasks
 */
export function findIssues(input: {
  readonly tasks: readonly ReadTask[];
  readonly head: PlanHead;
  readonly prose: readonly ProseFinding[];
  readonly issuedOn: CivilDate | null;
  readonly statedYear: number | null;
  readonly hasDeadlineColumn: boolean;
  /** Clauses beside the rows that have no owner. */
  readonly unowned: readonly { readonly text: string; readonly place: string }[];
}): readonly OpenIssue[] {
  const { tasks, head } = input;
  const order = new Map(tasks.map((task, index) => [task, index]));
  const rowsIn = (question: Question): readonly number[] => {
    const rows = new Set(question.hits.flatMap(({ task }) => (task === null ? [] : (order.get(task) ?? []))));
    return [...rows].sort((a, b) => a - b);
  };
  // Sorting asks for them again and again.
  const known = new Map<Question, readonly number[]>();
  const rowsOf = (question: Question): readonly number[] => {
    const rows = known.get(question) ?? rowsIn(question);
    known.set(question, rows);
    return rows;
  };
  const aboutTheRows = [
    ...aboutOwners(tasks, head.issuer),
    ...aboutDeadlines(tasks, input),
    ...aboutRows(tasks, input.unowned),
    ...aboutWords(tasks),
  ].sort((a, b) => (rowsOf(a)[0] ?? -1) - (rowsOf(b)[0] ?? -1));
  return [...aboutHead(head, input.statedYear), ...input.prose.map(aboutProse), ...aboutTheRows].map((question) => {
    const rows = rowsOf(question);
    return {
      kind: question.kind,
      task: rows.length === 1 ? (tasks[rows[0] ?? 0]?.task.no ?? null) : null,
      phrases: question.hits.map(({ task, text, place }) => ({
        text,
        place: place ?? task?.task.source.place ?? '',
      })),
      suggestion: question.suggestion,
      blocking: isBlocking(question),
      tasks: rows,
    };
  });
}
