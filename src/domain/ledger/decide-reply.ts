import { type CivilDate, civilDateOf, type Instant } from '../calendar/civil-date.ts';
import { type Outcome, ok, refused } from '../outcome.ts';
import type { Part, PartState, Reply, ReplyState } from './part.ts';
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
}

/** Which answers lead where. An answer that is not listed for a state is refused. */
const NEXT: Record<PartState, Partial<Record<ReplyState, PartState>>> = {
  open: { done: 'reported', progress: 'working', trouble: 'blocked' },
  working: { done: 'reported', progress: 'working', trouble: 'blocked' },
  blocked: { done: 'reported', progress: 'working', trouble: 'blocked' },
  undated: { done: 'reported', progress: 'undated', trouble: 'blocked' },
  reported: {},
  'signed-off': {},
};

/** An undo is possible for so long. */
const UNDO_MS = 24 * 60 * 60 * 1000;

export type ReplyRefusal =
  /** The part has changed since the button was drawn. */
  | { readonly kind: 'stale' }
  /** It is reported or signed off already: a repeated click. */
  | { readonly kind: 'already-closed' }
  /** A duty without an end cannot be closed; no card offers it. */
  | { readonly kind: 'never-ends' }
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
  const state = NEXT[part.state][draft.state];
  if (!state) return refused({ kind: 'already-closed' });
  if (version !== part.version) return refused({ kind: 'stale' });
  if (state === 'reported' && !isClosable(part)) return refused({ kind: 'never-ends' });
  const today = civilDateOf(at);
  const problem = pastProblem(part, draft, today);
  if (problem) return refused(problem);
  return ok({
    state,
    percent: draft.state === 'done' ? 100 : (draft.percent ?? part.percent),
    closedOn: state === 'reported' ? (draft.completedOn ?? today) : null,
    ...(draft.newDueOn && { dueOn: draft.newDueOn }),
  });
}

/** The part after a move. */
export function movedPart(part: Part, move: PartMove): Part {
  const pastAtBirth = move.dueOn === undefined ? part.pastAtBirth : move.dueOn === dueOnAtBirth(part);
  return { ...part, ...move, pastAtBirth, version: part.version + 1 };
}

export type UndoRefusal =
  | { readonly kind: 'nothing-to-undo' }
  /** Somebody has answered since. */
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
  if (part.state === 'signed-off') return refused({ kind: 'signed-off' });
  if (part.outdated) return refused({ kind: 'plan-changed' });
  if (latestReply(part)?.id !== replyId) return refused({ kind: 'not-the-latest' });
  if (!isUndoable(reply, at)) return refused({ kind: 'too-late' });
  const dueOn = dueOnBefore(part, reply);
  return ok({ ...reply.before, closedOn: null, ...(dueOn && { dueOn }) });
}

export function isUndoable(reply: Reply, at: Instant): boolean {
  return reply.undoneAt === null && at - reply.at <= UNDO_MS;
}

/** The answer that holds: the newest that was not taken back. */
export function latestReply(part: Part): Reply | undefined {
  return part.replies.findLast((reply) => reply.undoneAt === null);
}
