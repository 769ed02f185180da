import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { officesAnsweredFor, personByOpenId } from '../../domain/directory/answering.ts';
import type { Person } from '../../domain/directory/directory.ts';
import { mayOversee } from '../../domain/ledger/fan-out.ts';
import type { Part } from '../../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { isAdministrator } from '../review/administrator.ts';
import { sendAskedCard } from '../send-asked-card.ts';
import { type LoadedFanOut, loadFanOut } from './load-fan-out.ts';

/** Why somebody does not get to see how the offices of a row stand. */
export type OverseeRefusal =
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'nothing-born' }
  | { readonly kind: 'not-overseer'; readonly leadOffice: string | null }
  | { readonly kind: 'single-office'; readonly part: Part };

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'admins'>;

/** Queues 各处室落实情况 of a row as a card of its own. The same event again queues nothing. */
export async function openFanOut(
  deps: Needs,
  request: {
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly taskId: string;
    /** Parts near which it was asked for: of those the row's own says which occurrence is meant. */
    readonly partIds?: readonly string[];
  },
): Promise<Outcome<null, OverseeRefusal>> {
  const access = await findOverseen(deps, request);
  if (!access.ok) return access;
  const { person, fanOut } = access.value;
  await sendAskedCard(deps, {
    kind: 'fan-out',
    person: { ...person, openId: request.actorOpenId },
    eventId: request.eventId,
    partIds: fanOut.parts.map(({ id }) => id),
    ui: { page: 1 },
    subject: request.taskId,
  });
  return ok(null);
}

/** The offices of a row, for somebody who may see them. */
export async function findOverseen(
  deps: Pick<Deps, 'clock' | 'ledger' | 'directory' | 'admins'>,
  {
    actorOpenId,
    taskId,
    partIds = [],
  }: { readonly actorOpenId: string; readonly taskId: string; readonly partIds?: readonly string[] },
): Promise<Outcome<{ readonly person: Person; readonly fanOut: LoadedFanOut }, OverseeRefusal>> {
  const person = personByOpenId(await deps.directory.load(), actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  const fanOut = await loadFanOut(deps, { taskId, partIds, today: civilDateOf(deps.clock.now()) });
  const [first] = fanOut?.parts ?? [];
  if (!fanOut || !first) return refused({ kind: 'nothing-born' });
  const who = { personId: person.id, isAdministrator: await isAdministrator(deps, actorOpenId) };
  const isAlone = fanOut.parts.length === 1;
  if (isAlone && officesAnsweredFor(fanOut.directory, person.id).some(({ id }) => id === first.officeId)) {
    return refused({ kind: 'single-office', part: first });
  }
  if (!mayOversee(fanOut.directory, who, fanOut.parts)) {
    return refused({ kind: 'not-overseer', leadOffice: fanOut.lead?.name ?? null });
  }
  return isAlone ? refused({ kind: 'single-office', part: first }) : ok({ person, fanOut });
}
