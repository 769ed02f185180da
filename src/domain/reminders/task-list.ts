import type { CivilDate } from '../calendar/civil-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { groupBy } from '../group-by.ts';
import type { Part } from '../ledger/part.ts';
import { byDueDate, datedSection, ROWS_PER_CARD } from './morning-list.ts';
import { isClosed, isDated, isDropped, type Urgency } from './urgency.ts';

type Group = Urgency | 'past' | 'undated' | 'closed';

/** What was over when the plan was issued waits for an answer, and so stands before what can wait. */
const GROUPS: readonly Group[] = ['overdue', 'today', 'soon', 'past', 'later', 'undated', 'closed'];

export interface TaskList {
  /** Counts of everything, rows of this page; of what is closed only the rows that are kept. */
  readonly groups: readonly { readonly kind: Group; readonly count: number; readonly rows: readonly Part[] }[];
  /** From 1; a page beyond the last shows the last. */
  readonly page: number;
  readonly pages: number;
}

/** Everything that a person answers for, most urgent first, a page at a time. */
export function taskList(input: {
  readonly parts: readonly Part[];
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly page: number;
  /** Ids of parts that stay in sight although they are closed: they were answered on this card and can be taken back. */
  readonly keep: readonly string[];
}): TaskList {
  const groupOf = (part: Part): Group => {
    if (isClosed(part)) return 'closed';
    if (part.pastAtBirth) return 'past';
    return isDated(part) ? datedSection(part, input.today, input.calendar) : 'undated';
  };
  const byGroup = groupBy(input.parts, groupOf);
  const grouped = GROUPS.map((kind) => ({ kind, parts: (byGroup.get(kind) ?? []).toSorted(byDueDate) }));
  const open = grouped.flatMap(({ kind, parts }) => (kind === 'closed' ? [] : parts));
  const kept = input.parts.filter((part) => isClosed(part) && input.keep.includes(part.id)).slice(0, ROWS_PER_CARD);
  // What stays in sight takes the place of open rows: they come up on another page.
  const pages = Math.max(1, Math.ceil((open.length + kept.length) / ROWS_PER_CARD));
  const page = Math.min(Math.max(1, input.page), pages);
  const first = (page - 1) * ROWS_PER_CARD;
  const shown = new Set([...open.slice(first, first + ROWS_PER_CARD - kept.length), ...kept]);
  return {
    groups: grouped.map(({ kind, parts }) => ({
      kind,
      count: parts.filter((part) => !isDropped(part)).length,
      rows: parts.filter((part) => shown.has(part)),
    })),
    page,
    pages,
  };
}
