import type { Part, PartState, ReplyState } from './part.ts';
import type { PartActKind } from './part-act.ts';

/** What can happen to a part; `release` is a granted 不涉及 or 转交. */
export type PartEvent = ReplyState | PartActKind | 'release';

type Next = Partial<Record<PartEvent, PartState>>;

/** What leaves an open part where it stands. */
const IN_PASSING = [
  'ask-extension',
  'ask-excuse',
  'ask-transfer',
  'withdraw',
  'snooze',
  'grant',
  'refuse',
  'urge',
  'instruct',
  'pause',
  'resume',
  'restart',
] as const satisfies readonly PartEvent[];

const ANSWERS = {
  done: 'reported',
  progress: 'working',
  trouble: 'blocked',
  acknowledged: 'working',
  updated: 'working',
  unchanged: 'working',
} as const satisfies Record<ReplyState, PartState>;

const ENDS = { release: 'excused', stop: 'stopped' } as const satisfies Next;

/**
 * The states of a part and what leads from one to the next: 待办 → 办理中 / 有困难 → 已报办结 → 销号, with 退文 back to 办理中. What
 * is not listed for a state is refused.
 *
 * Source: the states of an occurrence, `退文` and `销号` of the plans' clauses on review and sign-off.
 */
export const NEXT: Readonly<Record<PartState, Next>> = {
  open: { ...staying('open'), ...ANSWERS, ...ENDS },
  working: { ...staying('working'), ...ANSWERS, ...ENDS },
  // Somebody who is stuck has read it: there is nothing to acknowledge.
  blocked: { ...staying('blocked'), ...ANSWERS, acknowledged: 'blocked', ...ENDS },
  undated: {
    ...staying('undated'),
    done: 'reported',
    progress: 'undated',
    acknowledged: 'undated',
    trouble: 'blocked',
    date: 'open',
    release: 'excused',
  },
  reported: { pass: 'signed-off', return: 'working', instruct: 'reported', restart: 'reported' },
  'signed-off': { reopen: 'working' },
  excused: { reopen: 'open' },
  stopped: { reopen: 'open' },
};

function staying(state: PartState): Next {
  return Object.fromEntries(IN_PASSING.map((event) => [event, state]));
}

/**
 * Where a part stands really that is said to be 待办 or 办理中: while it waits for a date that somebody else sets it is 待定时限, whatever
 * led back to it; and once the date has arrived it is so no more.
 */
export function standingOf({ rule, dueOn }: Pick<Part, 'rule' | 'dueOn'>, state: PartState): PartState {
  if (rule.kind !== 'awaiting') return state;
  if (dueOn === null) return state === 'open' || state === 'working' ? 'undated' : state;
  return state === 'undated' ? 'open' : state;
}
