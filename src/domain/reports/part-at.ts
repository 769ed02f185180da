import { type CivilDate, civilDateOf, type Instant } from '../calendar/civil-date.ts';
import type { Part, Reply } from '../ledger/part.ts';
import type { PartAct } from '../ledger/part-act.ts';
import { NEXT, type PartEvent, standingOf } from '../ledger/part-states.ts';
import { dueOnBefore } from '../ledger/past-at-birth.ts';

/**
 * A part as it stood at an instant (before which everything counts), as far as numbers go: told anew from what was answered and decided
 * until then. A new date of a part that was past at birth is not remembered once it was taken back.
 *
 * @param part with its replies and acts
 */
export function partAt(part: Part, at: Instant): Part {
  const replies = part.replies.filter((reply) => reply.at < at).map((reply) => replyAt(reply, at));
  const acts = part.acts.filter((act) => act.at < at);
  if (acts.length === part.acts.length && isSame(replies, part.replies)) return part;
  const then = { ...part, ...dateAt(part, at), replies, acts };
  return { ...then, ...standingAt(then) };
}

function replyAt(reply: Reply, at: Instant): Reply {
  return reply.undoneAt !== null && reply.undoneAt >= at ? { ...reply, undoneAt: null } : reply;
}

function isSame(then: readonly Reply[], now: readonly Reply[]): boolean {
  return then.length === now.length && then.every((reply, index) => reply === now[index]);
}

/** Whoever changes a date notes the one before. */
function dateAt(part: Part, at: Instant): Pick<Part, 'dueOn' | 'pastAtBirth'> {
  const change = part.acts.find((act) => act.at >= at && changesDate(act));
  if (change) return { dueOn: change.beforeOn, pastAtBirth: part.pastAtBirth };
  for (const reply of part.replies) {
    const before = reply.at >= at && reply.undoneAt === null ? dueOnBefore(part, reply) : null;
    if (before !== null) return { dueOn: before, pastAtBirth: true };
  }
  return { dueOn: part.dueOn, pastAtBirth: part.pastAtBirth };
}

function changesDate({ kind, dueOn }: PartAct): boolean {
  return kind === 'date' || kind === 'restart' || (kind === 'grant' && dueOn !== null);
}

type Standing = Pick<Part, 'state' | 'percent' | 'closedOn' | 'pausedUntil'>;

type Said = { readonly at: Instant } & ({ readonly reply: Reply } | { readonly act: PartAct });

function standingAt(then: Part): Standing {
  const said: readonly Said[] = [
    ...then.replies.filter(({ undoneAt }) => undoneAt === null).map((reply) => ({ at: reply.at, reply })),
    ...then.acts.map((act) => ({ at: act.at, act })),
  ];
  const born: Standing = { state: standingOf(then, 'open'), percent: null, closedOn: null, pausedUntil: null };
  return said
    .toSorted((a, b) => a.at - b.at)
    .reduce((standing, each) => {
      const next = 'reply' in each ? afterReply(standing, each.reply) : afterAct(standing, each.act);
      return { ...next, state: standingOf(then, next.state) };
    }, born);
}

function afterReply(standing: Standing, { state: answer, percent, at }: Reply): Standing {
  const state = NEXT[standing.state][answer] ?? standing.state;
  return {
    ...standing,
    state,
    percent: answer === 'done' ? 100 : (percent ?? standing.percent),
    closedOn: state === 'reported' ? civilDateOf(at) : null,
  };
}

function afterAct(standing: Standing, act: PartAct): Standing {
  const state = NEXT[standing.state][eventOf(act)] ?? standing.state;
  return {
    state,
    percent: act.kind === 'return' ? null : standing.percent,
    closedOn: closedOnAfter(standing, act, state),
    pausedUntil: act.kind === 'pause' ? act.dueOn : act.kind === 'resume' ? null : standing.pausedUntil,
  };
}

function closedOnAfter({ closedOn }: Standing, { kind, at }: PartAct, state: Part['state']): CivilDate | null {
  if (kind === 'stop') return civilDateOf(at);
  return state === 'reported' || state === 'signed-off' ? closedOn : null;
}

/** A granted 不涉及 or 转交 releases the office; a granted 延期 names its date. */
function eventOf({ kind, dueOn }: PartAct): PartEvent {
  return kind === 'grant' && dueOn === null ? 'release' : kind;
}
