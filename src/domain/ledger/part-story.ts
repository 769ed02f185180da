import type { CivilDate } from '../calendar/civil-date.ts';
import { latestAct } from './decide-act.ts';
import { latestReply } from './decide-reply.ts';
import type { Part } from './part.ts';
import type { PartAct, PartActKind } from './part-act.ts';
import { NEXT } from './part-states.ts';

/** What its office may do about a part besides answering; `seen` is 签收. */
export type PartChoice = 'seen' | 'extension' | 'excuse' | 'transfer' | 'snooze' | 'withdraw';

/** What its office may do now, in the order of the menu behind ⋯. One request at a time: an open one can only be taken back. */
export function choicesOf(part: Part, today: CivilDate): readonly PartChoice[] {
  const next = NEXT[part.state];
  const dated = part.dueOn !== null && part.dueAt === null && !part.pastAtBirth;
  const free = part.request === null;
  const open: Readonly<Record<PartChoice, boolean>> = {
    seen: next.acknowledged !== undefined && latestReply(part) === undefined && !part.pastAtBirth,
    extension: next['ask-extension'] !== undefined && free && dated,
    excuse: next['ask-excuse'] !== undefined && free,
    transfer: next['ask-transfer'] !== undefined && free,
    // On its last day there is no later day left to be reminded on.
    snooze: next.snooze !== undefined && dated && part.dueOn > today,
    withdraw: next.withdraw !== undefined && !free,
  };
  return ORDER.filter((choice) => open[choice]);
}

const ORDER: readonly PartChoice[] = ['seen', 'withdraw', 'extension', 'excuse', 'transfer', 'snooze'];

/** What others did that the office has to read on its row; a granted extension shows in its dates. */
const SAID: readonly PartActKind[] = ['return', 'instruct', 'urge', 'refuse', 'reopen', 'date', 'restart'];

/** A new request and its decision leave nothing of an older refusal. */
const OVERTAKES_REFUSAL: readonly PartActKind[] = ['ask-extension', 'ask-excuse', 'ask-transfer', 'grant'];

/**
 * What nobody of the office has answered since: the newest 退文, because it says what is missing, the newest 批示 of each leader, and
 * the newest of all else (催办, 不同意 …). Oldest first.
 */
export function unansweredActs(part: Pick<Part, 'acts' | 'replies'>): readonly PartAct[] {
  const answer = part.replies.findLast(({ undoneAt }) => undoneAt === null);
  const since = part.acts.filter(
    (act, index) =>
      SAID.includes(act.kind) &&
      (answer === undefined || act.at >= answer.at) &&
      !(act.kind === 'refuse' && part.acts.slice(index + 1).some(({ kind }) => OVERTAKES_REFUSAL.includes(kind))),
  );
  return since.filter((act, index) => !since.slice(index + 1).some((later) => takesPlaceOf(later, act)));
}

function takesPlaceOf(later: PartAct, { kind, personId }: PartAct): boolean {
  if (kind === 'instruct') return later.kind === 'instruct' && later.personId === personId;
  return kind === 'return' ? later.kind === 'return' : later.kind !== 'return' && later.kind !== 'instruct';
}

/** How often a part was returned (退文). */
export function returnsOf({ acts }: Pick<Part, 'acts'>): number {
  return acts.filter(({ kind }) => kind === 'return').length;
}

/** From this 退文 on the office's 负责人 hears of it. */
const OFTEN = 3;

/** Returned for the third time or more, and nobody of the office has answered since. */
export function isReturnedOften(part: Pick<Part, 'acts' | 'replies'>): boolean {
  return returnsOf(part) >= OFTEN && unansweredActs(part).some(({ kind }) => kind === 'return');
}

/** The date before the first granted extension, how many there were, and who granted the last; undefined where there was none. */
export function extensionOf({
  acts,
}: Pick<Part, 'acts'>): { readonly from: CivilDate; readonly times: number; readonly last: PartAct } | undefined {
  const granted = acts.filter(({ kind, dueOn, beforeOn }) => kind === 'grant' && dueOn !== null && beforeOn !== null);
  const from = granted[0]?.beforeOn;
  const last = granted.at(-1);
  return from && last ? { from, times: granted.length, last } : undefined;
}

/** Who closed a part that its office did not close itself: 审核通过, or 同意 of 不涉及 or 转交. */
export function closingAct(part: Pick<Part, 'acts' | 'state'>): PartAct | undefined {
  if (part.state === 'signed-off') return latestAct(part, 'pass');
  return part.state === 'excused' ? latestAct(part, 'grant') : undefined;
}

/** Whether a part that is 不涉及 now was handed over to another office. */
export function wasHandedOver(part: Pick<Part, 'acts' | 'state'>): boolean {
  return part.state === 'excused' && latestAct(part, 'ask-excuse', 'ask-transfer')?.kind === 'ask-transfer';
}
