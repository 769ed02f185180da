import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { decideAct } from '../../domain/ledger/decide-act.ts';
import { isUrgeable } from '../../domain/ledger/fan-out.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { PartAct } from '../../domain/ledger/part-act.ts';
import { type Outcome, ok } from '../../domain/outcome.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { updatesOfCards } from '../refresh-cards.ts';
import { untilCommitted } from '../until-committed.ts';
import { findOverseen, type OverseeRefusal } from './open-fan-out.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings' | 'admins'>;

/**
 * 催办未交: every office that has not reported hears of it with its next card, each at most once a day. All acts and the updates of
 * the cards that show the parts go in one transaction.
 *
 * @returns how many offices were urged now
 */
export function urgeMissing(
  deps: Needs,
  request: { readonly actorOpenId: string; readonly eventId: string; readonly card: SentCard },
): Promise<Outcome<{ readonly urged: number }, OverseeRefusal>> {
  return untilCommitted(() => urgeOnce(deps, request));
}

async function urgeOnce(
  deps: Needs,
  { actorOpenId, eventId, card }: { readonly actorOpenId: string; readonly eventId: string; readonly card: SentCard },
): Promise<Outcome<{ readonly urged: number }, OverseeRefusal> | 'stale'> {
  const { subject, partIds } = card;
  const access = await findOverseen(deps, { actorOpenId, taskId: subject ?? '', partIds });
  if (!access.ok) return access;
  const { person, fanOut } = access.value;
  const at = deps.clock.now();
  const calendar = await loadCalendar(deps);
  const urged = fanOut.missing
    .filter((part) => isUrgeable(part, civilDateOf(at)))
    .flatMap((part) => {
      const move = decideAct(part, { kind: 'urge', note: '' }, { version: null, at, calendar });
      return move.ok ? [{ part, move: move.value, act: actOf(deps.ids.next('act'), part, person, at) }] : [];
    });
  const parts = urged.map(({ part }) => part);
  const updates = await updatesOfCards(deps, { parts, mark: `urge:${eventId}`, at });
  const committed = await deps.ledger.commit({
    at,
    event: { id: eventId, kind: 'part-act' },
    parts: urged.map(({ part, move }) => ({ id: part.id, expectedVersion: part.version, ...move })),
    acts: urged.map(({ part, act }) => ({ partId: part.id, act })),
    // The pressed card is replaced by the answer itself.
    messages: updates.filter(({ body }) => !('cardId' in body && body.cardId === card.id)),
    audit: urged.map(({ part, act }) => ({
      actor: person.id,
      action: 'part.urge',
      subject: { type: 'part', id: part.id },
      detail: { act: act.id, from: part.state, to: part.state },
    })),
  });
  if (committed.ok) return ok({ urged: urged.length });
  return committed.error.kind === 'event-seen' ? ok({ urged: 0 }) : 'stale';
}

function actOf(
  id: string,
  part: Part,
  person: { readonly id: string; readonly name: string },
  at: PartAct['at'],
): PartAct {
  const about = { note: '', reasons: [], dueOn: null, beforeOn: part.dueOn, officeId: null };
  return { id, at, personId: person.id, personName: person.name, kind: 'urge', ...about };
}
