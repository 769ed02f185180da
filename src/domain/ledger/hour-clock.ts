import { addMs, civilDateOf, type Instant } from '../calendar/civil-date.ts';
import { reachable } from '../directory/answering.ts';
import type { Directory, PostRole, Reachable } from '../directory/directory.ts';
import { isClosed, isPaused } from '../reminders/urgency.ts';
import type { Part } from './part.ts';

/** Whom a message of an hour clock goes to: everybody who answers for it and the 主管机构, or the next ones up. */
export type ClockAudience = 'office' | 'leader-in-charge' | 'top-leader';

export interface ClockStep {
  /** From 1; the part remembers the highest that was told. */
  readonly number: number;
  readonly name: string;
  readonly at: Instant;
  readonly audience: ClockAudience;
}

const MINUTE_MS = 60_000;
const STEPS = [
  { name: '50%', share: 0.5, afterMs: 0, audience: 'office' },
  { name: '80%', share: 0.8, afterMs: 0, audience: 'office' },
  { name: '100%', share: 1, afterMs: 0, audience: 'office' },
  { name: '+15', share: 1, afterMs: 15 * MINUTE_MS, audience: 'leader-in-charge' },
  { name: '+30', share: 1, afterMs: 30 * MINUTE_MS, audience: 'top-leader' },
] as const satisfies readonly { name: string; share: number; afterMs: number; audience: ClockAudience }[];

/** Every message of an hour clock after the first, with its moment. One that runs towards an event counts its own length. */
export function stepsOfClock({ eventAt, dueAt }: Pick<Part, 'eventAt' | 'dueAt'>): readonly ClockStep[] {
  if (eventAt === null || dueAt === null) return [];
  const lengthMs = Math.abs(dueAt - eventAt);
  return STEPS.map(({ name, share, afterMs, audience }, index) => ({
    number: index + 1,
    name,
    audience,
    at: addMs(dueAt, Math.round((share - 1) * lengthMs) + afterMs),
  }));
}

/**
 * What an open hour clock has to say now that it has not said: of several steps that were missed only the last to each audience.
 * A closed or paused one says nothing.
 */
export function clockSteps(
  part: Pick<Part, 'eventAt' | 'dueAt' | 'state' | 'escalated' | 'pausedUntil'>,
  now: Instant,
): readonly ClockStep[] {
  if (isClosed(part) || isPaused(part, civilDateOf(now))) return [];
  const due = stepsOfClock(part).filter(({ number, at }) => at <= now && number > part.escalated);
  return due.filter((step) => !due.some(({ audience, number }) => audience === step.audience && number > step.number));
}

/** The last step to the offices themselves that is over: what the first card says already. */
export function stepsOverAtBirth(part: Pick<Part, 'eventAt' | 'dueAt'>, now: Instant): number {
  const over = stepsOfClock(part).filter(({ at, audience }) => at <= now && audience === 'office');
  return over.at(-1)?.number ?? 0;
}

const OFFICE_POSTS: readonly PostRole[] = ['liaison-a', 'liaison-b', 'head'];

/**
 * Who gets a message of an hour clock, each once. On leave or not: somebody has to act tonight. Where an office has no leader in
 * charge the head of the bureau is told in their place.
 */
export function clockAudience(
  directory: Directory,
  officeIds: readonly string[],
  audience: ClockAudience,
): readonly Reachable[] {
  const holding = (roles: readonly PostRole[], own: boolean) =>
    directory.posts.filter(({ role, officeId }) => roles.includes(role) && (!own || officeIds.includes(officeId)));
  switch (audience) {
    case 'office':
      return peopleOf(directory, [...holding(OFFICE_POSTS, true), ...holding(['governing'], false)]);
    case 'leader-in-charge': {
      const inCharge = peopleOf(directory, holding(['leader-in-charge'], true));
      return inCharge.length > 0 ? inCharge : clockAudience(directory, officeIds, 'top-leader');
    }
    case 'top-leader':
      return peopleOf(directory, holding(['top-leader'], false));
  }
}

function peopleOf(directory: Directory, posts: Directory['posts']): readonly Reachable[] {
  const ids = new Set(posts.map(({ personId }) => personId));
  return reachable(directory.people.filter(({ id }) => ids.has(id)));
}
