import type { CivilDate } from '../calendar/civil-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Part } from '../ledger/part.ts';
import { saidOn } from './quiet-after-answer.ts';
import { isClosed, isDated, isOverdue, type Urgency, urgencyOf } from './urgency.ts';

/** A card holds so many rows; the rest is counted. */
export const ROWS_PER_CARD = 8;

const SECTIONS = ['overdue', 'today', 'soon', 'later', 'undated', 'closed', 'past'] as const;

export interface MorningList {
  /** Of what is open; `past` is what was over when the plan was issued, and is in no other number. */
  readonly counts: {
    readonly overdue: number;
    readonly today: number;
    readonly soon: number;
    readonly total: number;
    readonly past: number;
  };
  readonly sections: readonly {
    readonly kind: Urgency | 'undated' | 'closed' | 'past';
    readonly rows: readonly Part[];
  }[];
  /** Rows of the card that did not fit. */
  readonly leftOut: number;
  /** Open parts of the same person that are not on the card and whose date is still to come. */
  readonly later: readonly (Part & { readonly dueOn: CivilDate })[];
  /** Overdue parts of the same person that are not on the card: answered lately, and left alone for now. */
  readonly leftAlone: number;
}

/**
 * Sorts a person's parts into the sections of a card: 逾期 / 今天 / 三天内 / 之后, and last 印发前已到期. What was answered on the card
 * stays in its place, but gives way where there is no room.
 *
 * @param onCard the parts that the card was made for
 * @param others the person's open parts, on the card or not; those that are overdue with what was said about them
 */
export function morningList(input: {
  readonly onCard: readonly Part[];
  readonly others: readonly Part[];
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
}): MorningList {
  const sectionOf = (part: Part) => {
    if (part.pastAtBirth) return 'past';
    if (isDated(part)) return datedSection(part, input.today, input.calendar);
    return isClosed(part) ? 'closed' : 'undated';
  };
  const rows = input.onCard.toSorted(byDueDate);
  const open = rows.filter((part) => !isClosed(part) && !part.pastAtBirth);
  const past = rows.filter((part) => !isClosed(part) && part.pastAtBirth);
  const shown = new Set([...open, ...past, ...rows.filter(isClosed)].slice(0, ROWS_PER_CARD));
  const count = (kind: Urgency) => open.filter((part) => sectionOf(part) === kind).length;
  const onCard = new Set(input.onCard.map(({ id }) => id));
  const elsewhere = input.others.filter((part) => !onCard.has(part.id) && !isClosed(part)).filter(isDated);
  return {
    counts: {
      overdue: count('overdue'),
      today: count('today'),
      soon: count('soon'),
      total: open.length,
      past: past.length,
    },
    sections: SECTIONS.map((kind) => ({
      kind,
      rows: rows.filter((part) => shown.has(part) && sectionOf(part) === kind),
    })).filter((section) => section.rows.length > 0),
    leftOut: rows.length - shown.size,
    later: elsewhere.filter(({ dueOn }) => dueOn >= input.today).toSorted(byDueDate),
    leftAlone: elsewhere.filter((part) => isOverdue(part, input.today) && saidOn(part) !== null).length,
  };
}

/** The section of a dated part. What is never late stands under no 逾期: what holds from a day on under that day, a target that is over behind all else. */
export function datedSection(
  part: Part & { readonly dueOn: CivilDate },
  today: CivilDate,
  calendar: WorkingCalendar,
): Urgency {
  const urgency = urgencyOf(part.dueOn, today, calendar);
  if (urgency !== 'overdue' || isClosed(part) || isOverdue(part, today)) return urgency;
  return part.rule.kind === 'from' ? 'today' : 'later';
}

export function byDueDate(a: Part, b: Part): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.taskOrder - b.taskOrder || a.id.localeCompare(b.id);
}
