import { addMonths, type CivilDate } from '../calendar/civil-date.ts';
import { officesAnsweredFor } from '../directory/answering.ts';
import type { Directory } from '../directory/directory.ts';
import { owingOffices } from './bear-occurrences.ts';
import { eventGroups } from './event-clocks.ts';
import type { Part } from './part.ts';
import type { LedgerTask, Plan } from './plan.ts';

/** Something that starts clocks of a row, and of which a person's office has registered nothing for a month. */
export interface QuietEvent {
  readonly taskId: string;
  /** In the plan's words. */
  readonly event: string;
}

/**
 * What a liaison is asked about once a month: 本月有无新的“批准发出”？ Not of a plan that is younger than a month, and not of hour
 * clocks, which nobody waits a month to register.
 *
 * @param parts those that events have born, see `ruleKinds`
 */
export function quietEvents(input: {
  readonly plans: readonly { readonly plan: Pick<Plan, 'issuedOn'>; readonly tasks: readonly LedgerTask[] }[];
  readonly parts: readonly Part[];
  readonly directory: Directory;
  readonly personId: string;
  readonly today: CivilDate;
}): readonly QuietEvent[] {
  const { directory, today } = input;
  const since = addMonths(today, -1);
  const own = new Set(officesAnsweredFor(directory, input.personId).map(({ id }) => id));
  const mine = input.parts.filter(({ officeId }) => own.has(officeId));
  const tasks = input.plans
    .filter(({ plan }) => plan.issuedOn === null || plan.issuedOn <= since)
    .flatMap((each) => each.tasks)
    .filter((task) => owingOffices(task, directory).some(({ officeId }) => own.has(officeId)));
  return tasks.flatMap((task) =>
    eventGroups(task)
      .filter(({ byHour }) => !byHour)
      .map(({ event }) => ({ taskId: task.id, event }))
      .filter((each) => !wasRegistered(mine, each, since)),
  );
}

/** Whether such an event was on that day or later. */
export function wasRegistered(parts: readonly Part[], { taskId, event }: QuietEvent, since: CivilDate): boolean {
  return parts.some(
    (part) =>
      part.taskId === taskId &&
      part.rule.kind === 'within' &&
      part.rule.event === event &&
      part.state !== 'stopped' &&
      part.eventOn !== null &&
      part.eventOn >= since,
  );
}
