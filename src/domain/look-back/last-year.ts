import type { CivilDate } from '../calendar/civil-date.ts';
import { groupBy } from '../group-by.ts';
import type { Part } from '../ledger/part.ts';
import { isClosed, isDropped, isPaused } from '../reminders/urgency.ts';

/** A row of last year's ledger with the parts that its offices have not finished. */
export interface UnfinishedRow {
  readonly taskId: string;
  readonly parts: readonly [Part, ...Part[]];
}

/** An office's share of a row, all of it reported done; `part` is the one that was closed last. */
export interface ClosedRow {
  readonly taskId: string;
  readonly officeId: string;
  readonly part: Part;
}

/** What a look-back finds in last year's ledger; in the order of `parts`. */
export interface LastYear {
  readonly unfinished: readonly UnfinishedRow[];
  readonly closed: readonly ClosedRow[];
  /** Open parts that are left where they are: paused on purpose, due only later, without a date (长期坚持, 待定时限). */
  readonly left: { readonly paused: number; readonly notDue: number; readonly undated: number };
}

/**
 * Sorts last year's ledger: what is unfinished, what is closed, and what is neither.
 *
 * Unfinished is what has a date, the date is over and nobody has reported it done. What was paused on purpose stays paused, what
 * is due later is still reminded in its own plan, and a duty without an end cannot be unfinished.
 *
 * @param parts of the plans of `year`, in the order of their plans
 */
export function sortLastYear(
  parts: readonly Part[],
  { year, today }: { readonly year: number; readonly today: CivilDate },
): LastYear {
  const own = parts.filter((part) => isOfYear(part, year) && part.outdated !== true);
  const open = own.filter((part) => !isClosed(part));
  const overdue = (part: Part) => part.dueOn !== null && part.dueOn < today && part.rule.kind !== 'from';
  return {
    unfinished: [
      ...groupBy(
        open.filter((part) => overdue(part) && !isPaused(part, today)),
        ({ taskId }) => taskId,
      ),
    ].flatMap(([taskId, [first, ...rest]]) => (first ? [{ taskId, parts: [first, ...rest] as const }] : [])),
    closed: closedRows(own),
    left: {
      paused: open.filter((part) => overdue(part) && isPaused(part, today)).length,
      notDue: open.filter(({ dueOn }) => dueOn !== null && dueOn >= today).length,
      undated: open.filter(({ dueOn }) => dueOn === null).length,
    },
  };
}

/** A plan that is still in force goes on bearing periods of the next year: those are not last year's. */
function isOfYear({ period }: Part, year: number): boolean {
  return period === null || period.startsWith(String(year));
}

function closedRows(parts: readonly Part[]): readonly ClosedRow[] {
  const counted = parts.filter((part) => !isDropped(part));
  return [...groupBy(counted, ({ taskId, officeId }) => `${taskId} ${officeId}`).values()].flatMap((own) => {
    const last = own.toSorted((a, b) => ((a.closedOn ?? '') < (b.closedOn ?? '') ? -1 : 1)).at(-1);
    return last && own.every(isClosed) ? [{ taskId: last.taskId, officeId: last.officeId, part: last }] : [];
  });
}
