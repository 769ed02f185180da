import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor, officesOf, personByOpenId } from '../../domain/directory/answering.ts';
import type { Person } from '../../domain/directory/directory.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { reviewUpdates } from './review-updates.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>;

export type ConfirmRefusal =
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'not-yours'; readonly officeName: string; readonly yourOffices: readonly string[] }
  /** The plan is in force or was given up: nothing is asked any more. */
  | { readonly kind: 'review-over' }
  | { readonly kind: 'reason-missing' };

/** The version and the office that a confirmation card is about. */
export function confirmSubject(card: Pick<SentCard, 'subject'>): { versionId: string; officeId: string } {
  const [versionId = '', officeId = ''] = (card.subject ?? '').split('/');
  return { versionId, officeId };
}

/** Whether somebody may answer a confirmation card, and whether there still is something to answer. */
export async function findConfirmer(
  deps: Pick<Deps, 'ledger' | 'directory'>,
  request: { readonly card: SentCard; readonly actorOpenId: string },
): Promise<Outcome<Person, ConfirmRefusal>> {
  const { versionId, officeId } = confirmSubject(request.card);
  const [directory, version] = await Promise.all([deps.directory.load(), deps.ledger.findVersion(versionId)]);
  const person = personByOpenId(directory, request.actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  if (!officesAnsweredFor(directory, person.id).some(({ id }) => id === officeId)) {
    const officeName = directory.offices.find(({ id }) => id === officeId)?.name ?? '';
    const yourOffices = officesOf(directory, person.id).map(({ name }) => name);
    return refused({ kind: 'not-yours', officeName, yourOffices });
  }
  return version?.state === 'draft' ? ok(person) : refused({ kind: 'review-over' });
}

/**
 * An office's answer about its rows: 确认无误, or an objection with its reason. The last answer holds until the plan goes into
 * force; the administrator's card follows.
 */
export async function answerConfirmation(
  deps: Needs,
  request: {
    readonly card: SentCard;
    /** Null confirms. */
    readonly reason: string | null;
    readonly actorOpenId: string;
    readonly eventId: string;
  },
): Promise<Outcome<null, ConfirmRefusal>> {
  const confirmer = await findConfirmer(deps, request);
  if (!confirmer.ok) return confirmer;
  if (request.reason === '') return refused({ kind: 'reason-missing' });
  const { versionId, officeId } = confirmSubject(request.card);
  const at = deps.clock.now();
  const state = request.reason === null ? 'confirmed' : 'objected';
  await deps.ledger.commit({
    at,
    event: { id: request.eventId, kind: 'card-action' },
    confirmations: [{ versionId, officeId, state, reason: request.reason ?? '', personName: confirmer.value.name, at }],
    cardChanges: [{ id: request.card.id, ui: { ...request.card.ui, writing: false } }],
    messages: await reviewUpdates(deps, { versionId, except: request.card.id, at, mark: request.eventId }),
    audit: [
      {
        actor: confirmer.value.id,
        action: state === 'confirmed' ? 'rows.confirmed' : 'rows.objected',
        subject: { type: 'version', id: versionId },
        detail: { officeId, reason: request.reason },
      },
    ],
  });
  return ok(null);
}

/** The administrator has dealt with an objection: the rows stay as they are (维持原文). */
export async function settleObjection(
  deps: Needs,
  request: { readonly versionId: string; readonly officeId: string; readonly actor: string; readonly eventId: string },
): Promise<void> {
  const { versionId, officeId } = request;
  const known = (await deps.ledger.loadConfirmations(versionId)).find((each) => each.officeId === officeId);
  if (known?.state !== 'objected') return;
  const at = deps.clock.now();
  await deps.ledger.commit({
    at,
    event: { id: request.eventId, kind: 'card-action' },
    confirmations: [{ ...known, state: 'settled' }],
    messages: await reviewUpdates(deps, { versionId, except: null, at, mark: request.eventId }),
    audit: [
      {
        actor: request.actor,
        action: 'objection.settled',
        subject: { type: 'version', id: versionId },
        detail: { officeId },
      },
    ],
  });
}
