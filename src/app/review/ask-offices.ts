import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { NewMessage, SentCard } from '../../domain/delivery/message.ts';
import { unsentCard } from '../../domain/delivery/unsent-card.ts';
import { recipientOf } from '../../domain/directory/find-office.ts';
import type { Confirmation } from '../../domain/ledger/plan.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { blockingIssues, loadReview, officesWithRows } from './load-review.ts';

export type AskRefusal =
  | { readonly kind: 'unknown-version' | 'not-a-draft' | 'no-offices' }
  | { readonly kind: 'undecided'; readonly nos: readonly number[] };

export interface Asked {
  readonly offices: number;
  /** Offices with rows and nobody to write to. */
  readonly unreachable: readonly string[];
}

/**
 * Sends each office that owes rows of a draft one card to confirm them or to object. Asking again sends nothing to an office that
 * has been asked.
 */
export async function askOffices(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>,
  request: { readonly versionId: string; readonly actor: string },
): Promise<Outcome<Asked, AskRefusal>> {
  const review = await loadReview(deps, request.versionId);
  if (!review) return refused({ kind: 'unknown-version' });
  if (review.version.state !== 'draft') return refused({ kind: 'not-a-draft' });
  const blocking = blockingIssues(review.issues);
  if (blocking.length > 0) return refused({ kind: 'undecided', nos: blocking.map(({ no }) => no) });
  const directory = await deps.directory.load();
  const offices = officesWithRows(review.report, directory);
  if (offices.length === 0) return refused({ kind: 'no-offices' });

  const at = deps.clock.now();
  const asked = new Set(review.confirmations.map(({ officeId }) => officeId));
  const confirmations: Confirmation[] = [];
  const newCards: SentCard[] = [];
  const messages: NewMessage[] = [];
  const unreachable: string[] = [];
  for (const { office } of offices) {
    const recipient = recipientOf(directory, office.id, civilDateOf(at));
    if (recipient.kind !== 'found') unreachable.push(office.name);
    if (asked.has(office.id)) continue;
    const personName = recipient.kind === 'found' ? recipient.person.name : '';
    const blank = { versionId: review.version.id, officeId: office.id, state: 'asked', reason: '', at } as const;
    confirmations.push({ ...blank, personName });
    if (recipient.kind !== 'found') continue;
    const { person } = recipient;
    const card = unsentCard({
      id: deps.ids.next('card'),
      kind: 'confirm',
      personId: person.id,
      on: civilDateOf(at),
      ui: { page: 1 },
      subject: `${review.version.id}/${office.id}`,
    });
    newCards.push(card);
    messages.push({
      id: deps.ids.next('message'),
      key: `confirmation:${review.version.id}:${office.id}`,
      to: { type: 'person', personId: person.id, openId: person.openId },
      purpose: 'confirmation',
      body: { type: 'ledger-card', cardId: card.id },
      dueAt: at,
    });
  }
  await deps.ledger.commit({
    at,
    confirmations,
    newCards,
    messages,
    audit: [
      {
        actor: request.actor,
        action: 'plan.asked',
        subject: { type: 'plan', id: review.plan.id },
        detail: { version: review.version.number, offices: confirmations.length },
      },
    ],
  });
  return ok({ offices: offices.length, unreachable });
}
