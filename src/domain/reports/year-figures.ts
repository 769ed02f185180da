import type { CivilDate } from '../calendar/civil-date.ts';
import { groupBy } from '../group-by.ts';
import { wasLate } from '../ledger/lights.ts';
import type { Part } from '../ledger/part.ts';
import type { LedgerTask } from '../ledger/plan.ts';
import { markOf } from '../look-back/row-mark.ts';
import { EXPLAINER, NEWS, PRESS } from '../quotas/matter.ts';
import { hundredths, type Tally } from '../quotas/tally.ts';
import { isClosed, isOverdue } from '../reminders/urgency.ts';
import { isCounted } from './counted-parts.ts';

/** What the annual report on government information disclosure says about a year's ledger. */
export interface YearFigures {
  readonly year: number;
  /** Rows of the ledger: all of them, those that are done, and those that have no date to be done by (长期坚持, 按事项办理, 数量指标). */
  readonly tasks: { readonly total: number; readonly done: number; readonly lasting: number };
  /** 件: one office's part of one deadline, as in the digests. On time is a share of closed and overdue. */
  readonly parts: { readonly closed: number; readonly onTime: number; readonly overdue: number };
  /** 采用, of everything that happened in the year. */
  readonly press: number;
  readonly news: number;
  readonly explainers: number;
  /** Rows that were carried over from last year or slipped back, and those of them that are done. */
  readonly rectified: { readonly total: number; readonly done: number };
}

/**
 * Counts the year. A row is done where every part of it that has a date is closed; one without such parts lasts. Rows of a look-back
 * are counted as 整改 alone.
 *
 * @param tasks of the year's plan, and of the 整改台账 of the same year
 * @param parts of these rows
 */
export function yearFigures(input: {
  readonly year: number;
  readonly tasks: readonly LedgerTask[];
  readonly parts: readonly Part[];
  /** Of the whole year. */
  readonly tallies: readonly Tally[];
  readonly today: CivilDate;
}): YearFigures {
  const { year, today } = input;
  // A plan that stays in force goes on bearing periods of the next year.
  const ofYear = input.parts.filter(({ period }) => period === null || period.startsWith(String(year)));
  const dated = ofYear.filter(isCounted);
  const partsOf = groupBy(dated, ({ taskId }) => taskId);
  const isDone = ({ id }: LedgerTask) => partsOf.get(id)?.every(isClosed) ?? false;
  const rows = input.tasks.filter((task) => markOf(task) === undefined);
  const rectified = input.tasks.filter((task) => ['rectify', 'rebound'].includes(markOf(task)?.kind ?? ''));
  const counted = rows.flatMap(({ id }) => partsOf.get(id) ?? []);
  const closed = counted.filter(isClosed);
  const acceptedOf = (matter: string) => sumOf(input.tallies.filter((tally) => tally.matter === matter));
  return {
    year,
    tasks: {
      total: rows.length,
      done: rows.filter(isDone).length,
      lasting: rows.filter(({ id }) => !partsOf.has(id)).length,
    },
    parts: {
      closed: closed.length,
      onTime: closed.filter((part) => !wasLate(part)).length,
      overdue: counted.filter((part) => isOverdue(part, today)).length,
    },
    press: acceptedOf(PRESS),
    news: acceptedOf(NEWS),
    explainers: acceptedOf(EXPLAINER),
    rectified: { total: rectified.length, done: rectified.filter(isDone).length },
  };
}

function sumOf(tallies: readonly Tally[]): number {
  return hundredths(tallies.reduce((sum, { accepted }) => sum + accepted, 0));
}
