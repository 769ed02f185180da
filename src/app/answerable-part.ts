import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { type CardUi, isAnswerForm, type SentCard } from '../domain/delivery/message.ts';
import { officesAnsweredFor, officesOf, personByOpenId } from '../domain/directory/answering.ts';
import type { Person } from '../domain/directory/directory.ts';
import type { Part } from '../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import type { Deps } from './deps.ts';

/** Why somebody may not touch a part. */
export type AccessRefusal =
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'not-yours'; readonly officeName: string; readonly yourOffices: readonly string[] }
  | { readonly kind: 'part-gone' }
  | { readonly kind: 'plan-gone' };

/**
 * Finds a part for the person who pressed a button. The person is the one the platform names, never one in the payload, and must
 * be a liaison or the head of the part's own office.
 */
export async function findAnswerablePart(
  deps: Pick<Deps, 'ledger' | 'directory'>,
  { partId, actorOpenId }: { readonly partId: string; readonly actorOpenId: string },
): Promise<Outcome<{ readonly part: Part; readonly person: Person }, AccessRefusal>> {
  const [directory, [part]] = await Promise.all([
    deps.directory.load(),
    deps.ledger.findParts({ ids: [partId], publishedOnly: false }),
  ]);
  const person = personByOpenId(directory, actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  if (!part) return refused({ kind: 'part-gone' });
  if (!officesAnsweredFor(directory, person.id).some(({ id }) => id === part.officeId)) {
    const yourOffices = officesOf(directory, person.id).map(({ name }) => name);
    return refused({ kind: 'not-yours', officeName: part.officeName, yourOffices });
  }
  const plan = await deps.ledger.findPlan(part.planId);
  return plan?.state === 'published' ? ok({ part, person }) : refused({ kind: 'plan-gone' });
}

/** A part as it stands by now, after a change of it was refused. */
export async function currentPart(deps: Pick<Deps, 'ledger'>, part: Part): Promise<Part> {
  const [fresh] = await deps.ledger.findParts({ ids: [part.id], publishedOnly: false });
  return fresh ?? part;
}

/**
 * Whether a press comes from a card that a newer one has replaced, drawn before it said so. Such a press counts for nothing: the
 * card is drawn again first, and shows how things stand.
 */
export function isFromOldCard(card: SentCard, drawnAsOld: boolean): card is ReplacedCard {
  return card.supersededOn !== null && !drawnAsOld;
}

export type ReplacedCard = SentCard & { readonly supersededOn: CivilDate };

/**
 * Whether a form asks what the part waits for: 已完成 or 未完成 where it was past at birth, progress or trouble else; requests are
 * always possible.
 */
export function formFits(part: Part, { kind }: Pick<NonNullable<CardUi['form']>, 'kind'>): boolean {
  if (!isAnswerForm(kind)) return true;
  return part.pastAtBirth === (kind === 'completed' || kind === 'postponed');
}
