import type { Instant } from '../calendar/civil-date.ts';
import { latestAct } from './decide-act.ts';
import { latestReply } from './decide-reply.ts';
import type { Part, PartState } from './part.ts';
import type { PartAct } from './part-act.ts';
import { NEXT } from './part-states.ts';

/** 误报 or 撤销登记 by mistake is put right for so long. */
const REOPENABLE_MS = 24 * 60 * 60 * 1000;

/** The parts of an event that were stopped together last, and by whom; undefined where none was, or longer ago than a day. */
export function reopenable(
  parts: readonly Part[],
  at: Instant,
): { readonly parts: readonly Part[]; readonly stop: PartAct } | undefined {
  const stops = parts.flatMap((part) => {
    const stop = part.state === 'stopped' && !part.outdated ? latestAct(part, 'stop') : undefined;
    return stop && at - stop.at <= REOPENABLE_MS ? [{ part, stop }] : [];
  });
  const last = stops.toSorted((a, b) => b.stop.at - a.stop.at)[0]?.stop;
  return last && { parts: stops.filter(({ stop }) => stop.at === last.at).map(({ part }) => part), stop: last };
}

/**
 * Where a stopped part stood before: what its office had said last still holds. 签收 changes nothing that was said; what was
 * reported and could be stopped had come back (退文).
 */
export function stateBeforeStop(part: Part): PartState {
  const said = part.replies.findLast(({ undoneAt, state }) => undoneAt === null && state !== 'acknowledged');
  const reply = said ?? latestReply(part);
  const state = reply ? (NEXT.open[reply.state] ?? 'open') : 'open';
  return state === 'reported' ? 'working' : state;
}
