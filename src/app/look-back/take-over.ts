import { takenOverNote } from '../../cards/look-back/look-back-text.ts';
import { addMonths, civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { Plan } from '../../domain/ledger/plan.ts';
import type { Deps } from '../deps.ts';
import { updatesOfCards } from '../refresh-cards.ts';
import type { Actor } from './save-rows.ts';

/** A pause lasts a year at most; by then the next round has looked at it again. */
const MONTHS = 12;
/** So many parts are written at once: whoever answers in between is in the way of no more. */
const AT_ONCE = 50;

/**
 * Silences the parts whose place a row of the 整改台账 has taken: nobody is chased twice for one thing. They are paused and not
 * closed, so last year's ledger goes on saying that they are unfinished; 恢复 makes them speak again, and that is respected.
 *
 * @param parts without their acts
 */
export async function takeOver(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>,
  { parts, plan, actor, actorName }: { readonly parts: readonly Part[]; readonly plan: Plan } & Actor,
): Promise<void> {
  const at = deps.clock.now();
  const until = addMonths(civilDateOf(at), MONTHS);
  const note = takenOverNote(plan.title);
  for (let from = 0; from < parts.length; from += AT_ONCE) {
    const ids = parts.slice(from, from + AT_ONCE).map(({ id }) => id);
    const chunk = (await deps.ledger.findParts({ ids })).filter(({ acts }) => !acts.some((act) => act.note === note));
    if (chunk.length === 0) continue;
    // Somebody who answers at this moment keeps the whole chunk as it is until the round is looked at again.
    await deps.ledger.commit({
      at,
      parts: chunk.map(({ id, version }) => ({ id, expectedVersion: version, pausedUntil: until })),
      acts: chunk.map((part) => ({
        partId: part.id,
        act: {
          id: deps.ids.next('act'),
          at,
          personId: actor,
          personName: actorName,
          kind: 'pause',
          note,
          reasons: [],
          dueOn: until,
          beforeOn: part.pausedUntil,
          officeId: null,
        },
      })),
      messages: await updatesOfCards(deps, { parts: chunk, mark: `look-back:${plan.id}:${at}`, at }),
      audit: chunk.map(({ id }) => ({
        actor,
        action: 'part.paused',
        subject: { type: 'part', id },
        detail: { until, takenOverBy: plan.id },
      })),
    });
  }
}
