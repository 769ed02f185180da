import { addMs, type Instant } from '../../domain/calendar/civil-date.ts';
import type { Directory, Reachable } from '../../domain/directory/directory.ts';
import { eventIdOf } from '../../domain/ledger/event-clocks.ts';
import { type ClockStep, clockAudience, clockSteps } from '../../domain/ledger/hour-clock.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { Deps } from '../deps.ts';
import { clockCard } from './clock-cards.ts';
import { partsOfEvent } from './load-events.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>;

/** A clock that ended longer ago has said all, unless the program was down for so long. */
const LOOK_BACK_MS = 7 * 24 * 3_600_000;

interface Due {
  readonly part: Part;
  readonly steps: readonly ClockStep[];
}

/**
 * Sends what open hour clocks have to say at this moment: at half, at 80 % and at the end of their time to everybody concerned, then
 * to the next ones up. Run with every beat; where no clock runs it is one look at an index. Several steps at once reach a person as
 * one card, which is drawn when it is sent: what was answered meanwhile is not sent at all.
 */
export async function sendClockSteps(deps: Needs): Promise<number> {
  const now = deps.clock.now();
  const parts = await deps.ledger.findParts({ endingFrom: addMs(now, -LOOK_BACK_MS), withReplies: false });
  const due = parts
    .map((part): Due => ({ part, steps: clockSteps(part, now) }))
    .filter(({ steps }) => steps.length > 0);
  if (due.length === 0) return 0;
  const directory = await deps.directory.load();
  const calls = mergedCalls(due, directory);
  const made = await Promise.all(calls.map((call) => cardOf(deps, call, directory, now)));
  const committed = await deps.ledger.commit({
    at: now,
    newCards: made.map(({ card }) => card),
    messages: made.map(({ message }) => message),
    parts: due.map(({ part, steps }) => ({
      id: part.id,
      expectedVersion: part.version,
      escalated: Math.max(...steps.map(({ number }) => number)),
    })),
    audit: due.map(({ part, steps }) => ({
      actor: 'system',
      action: 'clock.step',
      subject: { type: 'part', id: part.id },
      detail: { steps: steps.map(({ name }) => name) },
    })),
  });
  return committed.ok ? committed.value.messages : 0;
}

interface Call {
  readonly person: Reachable;
  readonly eventId: string;
  readonly part: Part;
  readonly step: ClockStep;
}

/** One call a person and event: the furthest step of the clocks that speak. */
function mergedCalls(due: readonly Due[], directory: Directory): readonly Call[] {
  const calls = new Map<string, Call>();
  for (const { part, steps } of due) {
    const eventId = eventIdOf(part.occurrenceId);
    for (const step of steps) {
      for (const person of clockAudience(directory, [part.officeId], step.audience)) {
        const key = `${eventId} ${person.id}`;
        const known = calls.get(key);
        if (!known || known.step.number < step.number) calls.set(key, { person, eventId, part, step });
      }
    }
  }
  return [...calls.values()];
}

async function cardOf(deps: Needs, { person, eventId, part, step }: Call, directory: Directory, at: Instant) {
  const parts = await partsOfEvent(deps, eventId);
  // With its moment: a clock whose event was at another time says its steps anew.
  const key = `clock:${part.id}:${step.name}:${step.at}:${person.id}`;
  return clockCard(deps, { person, key, eventId, parts, directory, at });
}
