import { type CivilDate, civilDateOf, type Instant } from '../calendar/civil-date.ts';
import { type Outcome, ok, refused } from '../outcome.ts';
import { heartbeatOf } from './heartbeat.ts';
import type { Part, PartState, Reply } from './part.ts';
import { NEXT, standingOf } from './part-states.ts';
import { dueOnAtBirth, dueOnBefore, type PastAnswer, type PastProblem, pastProblem } from './past-at-birth.ts';

/** What a liaison says in a card; with a day where the part was past at birth. */
export interface ReplyDraft extends PastAnswer {
  readonly note: string;
  readonly links: readonly string[];
  readonly percent: number | null;
  readonly helpFrom: string | null;
}

export interface PartMove {
  readonly state: PartState;
  readonly percent: number | null;
  readonly closedOn: CivilDate | null;
  /** Only where the date changes. */
  readonly dueOn?: CivilDate;
  /** What is done needs no other date and no other office any more. */
  readonly request?: null;
}

/** An undo is possible for so long. */
const UNDO_MS = 24 * 60 * 60 * 1000;

export type ReplyRefusal =
  /** The part has changed since the button was drawn. */
  | { readonly kind: 'stale' }
  /** It is reported or signed off already: a repeated click. */
  | { readonly kind: 'already-closed' }
  /** A duty without an end cannot be closed; no card offers it. */
  | { readonly kind: 'never-ends' }
  /** 有更新 and 无变化 are answers about duties without an end. */
  | { readonly kind: 'not-standing' }
  | PastProblem;

/** A duty without an end (及时更新, 贯穿全年) can be reported on and never closed. */
export function isClosable({ rule }: Pick<Part, 'rule'>): boolean {
  return rule.kind !== 'standing';
}

/**
 * Whether an answer counts, and where it takes the part.
 *
 * @param version the version that the pressed button was drawn with
 */
export function decideReply(
  part: Part,
  draft: ReplyDraft,
  version: number,
  at: Instant,
): Outcome<PartMove, ReplyRefusal> {
  const next = NEXT[part.state][draft.state];
  if (!next) return refused({ kind: 'already-closed' });
  if (version !== part.version) return refused({ kind: 'stale' });
  const state = standingOf(part, next);
  const today = civilDateOf(at);
  if (draft.state === 'updated' || draft.state === 'unchanged') return confirmed(part, state, today);
  if (state === 'reported' && !isClosable(part)) return refused({ kind: 'never-ends' });
  if (draft.state === 'acknowledged') return ok({ state, percent: part.percent, closedOn: null });
  const problem = pastProblem(part, draft, today);
  if (problem) return refused(problem);
  return ok({
    state,
    percent: draft.state === 'done' ? 100 : (draft.percent ?? part.percent),
    closedOn: state === 'reported' ? (draft.completedOn ?? today) : null,
    ...(draft.newDueOn && { dueOn: draft.newDueOn }),
    ...(state === 'reported' && withoutRequest(part)),
  });
}

function withoutRequest({ request }: Part): { readonly request?: null } {
  return request === null ? {} : { request: null };
}

/** 有更新 or 无变化; in the year's last period that closes the duty for the year. */
function confirmed(part: Part, state: PartState, today: CivilDate): Outcome<PartMove, ReplyRefusal> {
  const heartbeat = heartbeatOf(part, today);
  if (!heartbeat) return refused({ kind: 'not-standing' });
  return heartbeat.closing
    ? ok({ state: 'reported', percent: 100, closedOn: today, ...withoutRequest(part) })
    : ok({ state, percent: part.percent, closedOn: null });
}

/** The part after a move. */
export function movedPart(part: Part, move: PartMove): Part {
  const pastAtBirth = move.dueOn === undefined ? part.pastAtBirth : move.dueOn === dueOnAtBirth(part);
  return { ...part, ...move, pastAtBirth, version: part.version + 1 };
}

export type UndoRefusal =
  | { readonly kind: 'nothing-to-undo' }
  /** Somebody has answered since, or returned or reopened it. */
  | { readonly kind: 'not-the-latest' }
  | { readonly kind: 'already-undone' }
  | { readonly kind: 'signed-off' }
  | { readonly kind: 'too-late' }
  /** The plan has changed since: the row or its date is not there any more. */
  | { readonly kind: 'plan-changed' };

/** Whether an answer can be taken back, and what the part returns to. */
export function decideUndo(part: Part, replyId: string, at: Instant): Outcome<PartMove, UndoRefusal> {
  const reply = part.replies.find(({ id }) => id === replyId);
  if (!reply) return refused({ kind: 'nothing-to-undo' });
  if (reply.undoneAt !== null) return refused({ kind: 'already-undone' });
  if (part.state === 'signed-off' || part.state === 'excused' || part.state === 'stopped') {
    return refused({ kind: 'signed-off' });
  }
  if (part.outdated) return refused({ kind: 'plan-changed' });
  if (latestReply(part)?.id !== replyId || wasReturned(part, reply)) return refused({ kind: 'not-the-latest' });
  if (!isUndoable(reply, at)) return refused({ kind: 'too-late' });
  const dueOn = dueOnBefore(part, reply);
  const { state, percent } = reply.before;
  // Its date may have arrived since: what it was before the answer is not always what it is without it.
  return ok({ state: standingOf(part, state), percent, closedOn: null, ...(dueOn && { dueOn }) });
}

/** 退文 is an answer to an answer, and so is 更正 that opens it again: there is nothing left to take back. */
export function wasReturned({ acts, state }: Pick<Part, 'acts' | 'state'>, { at }: Reply): boolean {
  const opening = state === 'reported' ? ['return'] : ['return', 'reopen'];
  return acts.some((act) => opening.includes(act.kind) && act.at >= at);
}

export function isUndoable(reply: Reply, at: Instant): boolean {
  return reply.undoneAt === null && at - reply.at <= UNDO_MS;
}

/** The answer that holds: the newest that was not taken back. */
export function latestReply(part: Part): Reply | undefined {
  return part.replies.findLast((reply) => reply.undoneAt === null);
}
