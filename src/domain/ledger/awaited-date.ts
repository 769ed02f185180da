import { type CivilDate, civilDateOf, type Instant } from '../calendar/civil-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { type Outcome, ok, refused } from '../outcome.ts';
import { type ActMove, type ActRefusal, decideAct } from './decide-act.ts';
import type { Part } from './part.ts';

/** Whether an open part waits for a date that somebody else sets, be it that its office has reported a difficulty meanwhile. */
export function isAwaitingDate({ rule, state, dueOn }: Pick<Part, 'rule' | 'state' | 'dueOn'>): boolean {
  return rule.kind === 'awaiting' && dueOn === null && (state === 'undated' || state === 'blocked');
}

/**
 * What the arrival of an awaited date changes in the parts of one occurrence: it holds for every office that still waits for it. Who
 * has reported a difficulty keeps it.
 */
export function decideAwaitedDate(
  parts: readonly Part[],
  {
    dueOn,
    note,
    at,
    calendar,
  }: {
    readonly dueOn: CivilDate | null;
    readonly note: string;
    readonly at: Instant;
    readonly calendar: WorkingCalendar;
  },
): Outcome<readonly { readonly part: Part; readonly move: ActMove }[], ActRefusal> {
  const moves: { part: Part; move: ActMove }[] = [];
  for (const part of parts.filter(isAwaitingDate)) {
    const asUndated = { ...part, state: 'undated' as const };
    const decided = decideAct(asUndated, { kind: 'date', note, dueOn }, { version: null, at, calendar });
    if (!decided.ok) return decided;
    const state = part.state === 'undated' ? decided.value.state : part.state;
    moves.push({ part, move: { ...decided.value, state, newsOn: civilDateOf(at) } });
  }
  const [first] = parts;
  return moves.length > 0 || !first ? ok(moves) : refused({ kind: 'not-in-this-state', state: first.state });
}
