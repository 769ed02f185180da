import { yearLookedBackAt } from '../../cards/look-back/look-back-text.ts';
import { type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import { planLookBack } from '../../domain/look-back/plan-look-back.ts';
import type { Deps } from '../deps.ts';
import { loadOrigins, loadRectifyLedger, rectifyDueOn } from './load-look-back.ts';
import { type Actor, saveRows } from './save-rows.ts';
import { takeOver } from './take-over.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings'>;

/**
 * Gives every 已反弹 its row in the 整改台账, and takes the row of one that was taken back out again where nobody has done anything
 * about it. @returns when the rows of rebounds are due
 */
export async function carryRebounds(deps: Needs, year: number, actor: Actor): Promise<CivilDate | null> {
  const ledger = await loadRectifyLedger(deps, year);
  if (ledger?.plan.state !== 'published') return null;
  const today = civilDateOf(deps.clock.now());
  const origins = await loadOrigins(deps, ledger.tasks);
  const planned = planLookBack({ lastYear: null, origins, ledger, year, sampleSize: 0, officeIds: [] });
  const dueOn = rectifyDueOn(ledger.tasks, today);
  if (planned.add.length > 0 || planned.removeTaskIds.length > 0) {
    const titles = new Map((await deps.ledger.listPlans()).map(({ id, title }) => [id, title]));
    const dates = { dueOn, answerBy: dueOn };
    await saveRows(deps, { year, before: ledger, planned, titles, issuer: null, dates, ...actor });
  }
  await takeOver(deps, { parts: planned.takenOver, plan: ledger.plan, ...actor });
  return dueOn;
}

/** The same for every round that is in force: answers also come by words and with the card of the day. */
export async function carryAllRebounds(deps: Needs): Promise<void> {
  for (const plan of await deps.ledger.listPlans()) {
    const year = plan.state === 'published' ? yearLookedBackAt(plan) : undefined;
    if (year !== undefined) await carryRebounds(deps, year, { actor: 'system', actorName: '系统' });
  }
}
