import { civilDateOf, type Instant } from '../calendar/civil-date.ts';
import type { Part } from './part.ts';
import type { PartAct, PartActKind } from './part-act.ts';
import { NEXT } from './part-states.ts';
import { wasHandedOver } from './part-story.ts';

/** The desk of whoever reviews shows so many rows a page. */
export const DESK_ROWS = 8;
/** So many of the last decisions stay in sight. */
const DECIDED_ROWS = 3;
/** A decision can be corrected at the desk for so long. */
const CORRECTABLE_MS = 24 * 60 * 60 * 1000;

/** What a part waits for: 审核 of what was reported, or the decision on a request. */
export function waitsFor(part: Pick<Part, 'state' | 'request'>): 'review' | 'decision' | null {
  if (part.state === 'reported') return 'review';
  return part.request !== null && NEXT[part.state].grant !== undefined ? 'decision' : null;
}

/** What waits, oldest first: by the day of the report or of the request. */
export function deskQueue(parts: readonly Part[]): readonly Part[] {
  const waiting = new Map(parts.filter((part) => waitsFor(part) !== null).map((part) => [part.id, part]));
  return [...waiting.values()].toSorted(
    (a, b) =>
      waitsSince(a).localeCompare(waitsSince(b)) ||
      a.taskOrder - b.taskOrder ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

function waitsSince({ request, closedOn }: Part): string {
  return request === null ? (closedOn ?? '') : civilDateOf(request.at);
}

const DECISIONS: readonly PartActKind[] = ['pass', 'return', 'grant', 'refuse'];

/** The decision that was the last thing that happened to a part which waits for none any more. */
export function deskDecision(part: Part): PartAct | undefined {
  const last = part.acts.at(-1);
  return waitsFor(part) === null && last && DECISIONS.includes(last.kind) ? last : undefined;
}

/**
 * Whether the last decision can be corrected (更正): 通过 goes back to 待审核, a confirmed 不涉及 to 待办. What was returned or refused
 * was reasoned in writing, and what was handed over is another office's by now.
 */
export function isCorrectable(part: Part, at: Instant): boolean {
  const decision = deskDecision(part);
  if (!decision || part.outdated || at - decision.at > CORRECTABLE_MS) return false;
  return decision.kind === 'pass' || (part.state === 'excused' && !wasHandedOver(part));
}

/**
 * The rows of a desk's page. What was on it stays in its place, the last few decided rows among them; the next in line come up
 * behind.
 *
 * @param shown what stood on the page until now
 * @param decided those of them that were decided, the latest last
 */
export function deskPage(input: {
  readonly queue: readonly string[];
  readonly page: number;
  readonly shown: readonly string[];
  readonly decided: readonly string[];
}): { readonly ids: readonly string[]; readonly page: number } {
  const pages = Math.max(1, Math.ceil(input.queue.length / DESK_ROWS));
  const page = Math.min(Math.max(1, input.page), pages);
  const due = input.queue.slice((page - 1) * DESK_ROWS, page * DESK_ROWS);
  const kept = new Set([...due, ...input.decided.slice(-DECIDED_ROWS)]);
  const before = input.shown.filter((id) => kept.has(id));
  return { ids: [...before, ...due.filter((id) => !before.includes(id))], page };
}
