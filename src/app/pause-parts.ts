import { type CivilDate, civilDateOf } from '../domain/calendar/civil-date.ts';
import { findOffice } from '../domain/directory/find-office.ts';
import type { ActRefusal } from '../domain/ledger/decide-act.ts';
import type { Part } from '../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { isPaused } from '../domain/reminders/urgency.ts';
import { meansEverything, type PauseWords } from '../domain/words/read-pause.ts';
import type { Deps } from './deps.ts';
import { type FanOutRows, findFanOutRows } from './fan-out/find-fan-out-rows.ts';
import { recordAct } from './record-act.ts';
import { isAdministrator } from './review/administrator.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings' | 'admins'>;

/** What was paused or goes on. */
export interface PausedParts {
  readonly what:
    | { readonly kind: 'row'; readonly no: string; readonly text: string }
    | { readonly kind: 'office'; readonly name: string }
    | { readonly kind: 'everything' };
  readonly parts: number;
}

export type PauseRefusal =
  | { readonly kind: 'not-administrator' }
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'target-missing' }
  | { readonly kind: 'unknown-target'; readonly words: string }
  | { readonly kind: 'several-rows'; readonly choices: Extract<FanOutRows, { readonly kind: 'several' }>['choices'] }
  | { readonly kind: 'nothing-open' }
  | { readonly kind: 'nothing-paused' }
  | { readonly kind: 'not-recorded'; readonly refusal: ActRefusal };

const OPEN = ['open', 'working', 'blocked', 'undated'] as const;

/**
 * 暂停 and 恢复 of a row, of an office or of everything that is open, by the 主管机构. Each part keeps its own record and every card
 * that shows it follows.
 */
export async function pauseParts(
  deps: Needs,
  request: {
    readonly act: 'pause' | 'resume';
    /** The row's number where the target begins with one, and the words behind it. */
    readonly row: { readonly no: string; readonly words: string } | null;
    readonly said: PauseWords;
    readonly actorOpenId: string;
    readonly eventId: string;
  },
): Promise<Outcome<PausedParts, PauseRefusal>> {
  const { act, said, actorOpenId, eventId } = request;
  if (!(await isAdministrator(deps, actorOpenId))) return refused({ kind: 'not-administrator' });
  const found = await findTarget(deps, request);
  if (!found.ok) return found;
  const { what, parts } = found.value;
  const today = civilDateOf(deps.clock.now());
  const meant = act === 'pause' ? parts : parts.filter((part) => isPaused(part, today));
  if (meant.length === 0) return refused({ kind: parts.length === 0 ? 'nothing-open' : 'nothing-paused' });
  let recorded = 0;
  for (const part of meant) {
    const outcome = await recordAct(deps, {
      partId: part.id,
      version: null,
      draft: { kind: act, note: said.reason, dueOn: untilOf(act, said) },
      actorOpenId,
      eventId: `${eventId}:${part.id}`,
      card: undefined,
    });
    if (outcome.ok) recorded += 1;
    else if (outcome.error.kind === 'unknown-person') return refused({ kind: 'unknown-person' });
    else if (isOfEvery(outcome.error)) return refused({ kind: 'not-recorded', refusal: outcome.error });
  }
  return recorded === 0 ? refused({ kind: 'nothing-open' }) : ok({ what, parts: recorded });
}

function untilOf(act: 'pause' | 'resume', { until }: PauseWords): CivilDate | null {
  return act === 'pause' ? until : null;
}

/** What is wrong with the words, and so with every part. */
function isOfEvery(refusal: { readonly kind: string }): refusal is ActRefusal {
  return ['date-missing', 'date-over', 'date-too-far', 'note-missing'].includes(refusal.kind);
}

interface Target {
  readonly what: PausedParts['what'];
  readonly parts: readonly Part[];
}

async function findTarget(
  deps: Needs,
  { row, said: { target } }: Parameters<typeof pauseParts>[1],
): Promise<Outcome<Target, PauseRefusal>> {
  if (target === '') return refused({ kind: 'target-missing' });
  const open = { states: OPEN, withReplies: false } as const;
  if (meansEverything(target)) {
    return ok({ what: { kind: 'everything' }, parts: withoutClocks(await deps.ledger.findParts(open)) });
  }
  if (row) {
    const rows = await findFanOutRows(deps, row);
    if (rows.kind === 'several') return refused({ kind: 'several-rows', choices: rows.choices });
    if (rows.kind === 'one') {
      const parts = await deps.ledger.findParts({ ...open, taskIds: [rows.taskId] });
      return ok({ what: { kind: 'row', no: row.no, text: parts[0]?.taskText ?? '' }, parts });
    }
    return refused({ kind: 'unknown-target', words: target });
  }
  const office = findOffice(await deps.directory.load(), target);
  if (office.kind !== 'found') return refused({ kind: 'unknown-target', words: target });
  const parts = await deps.ledger.findParts({ ...open, officeIds: [office.office.id] });
  return ok({ what: { kind: 'office', name: office.office.name }, parts: withoutClocks(parts) });
}

/** An hour clock that runs is paused only where its own row is named: somebody has to act on it tonight. */
function withoutClocks(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ dueAt }) => dueAt === null);
}
