import { BugError } from '../domain/invariant.ts';

const ATTEMPTS = 5;

/**
 * Works a change of several parts out again as long as an answer of the same moment is in its way: each time on what that answer has
 * left behind. Nothing is lost because somebody else was quicker.
 *
 * @param attempt loads, decides and commits; `stale` where the commit was refused as such
 */
export async function untilCommitted<T>(attempt: () => Promise<T | 'stale'>): Promise<T> {
  for (let made = 0; made < ATTEMPTS; made += 1) {
    const done = await attempt();
    if (done !== 'stale') return done;
  }
  throw new BugError('a change finds a moment between two answers');
}
