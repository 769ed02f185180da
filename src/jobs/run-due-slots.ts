import { bearDueOccurrences } from '../app/bear-due-occurrences.ts';
import { type Deps, loadCalendar } from '../app/deps.ts';
import { carryAllRebounds } from '../app/look-back/carry-rebounds.ts';
import { correctPosted, runMonthly } from '../app/monthly/run-monthly.ts';
import { resolvePeople } from '../app/resolve-people.ts';
import { sendMorningCards } from '../app/send-morning-cards.ts';
import { sendWeeklyDigest } from '../app/send-weekly-digest.ts';
import { civilDateOf } from '../domain/calendar/civil-date.ts';
import { planSlots, type ScheduleName, type SlotDecision } from '../domain/reminders/slots.ts';

type Report = Readonly<Record<string, unknown>>;

/** What each schedule does when its time comes. */
const JOBS: Readonly<Record<ScheduleName, (deps: Deps) => Promise<Report>>> = {
  'morning-cards': async (deps) => {
    await resolvePeople(deps);
    await carryAllRebounds(deps);
    await correctPosted(deps);
    const { queued, send, silent, counts, unheard } = await sendMorningCards(deps);
    if (unheard.length > 0) {
      deps.log.warn({ unheard: unheard.slice(0, 20), of: unheard.length }, 'escalation found nobody to tell at a step');
    }
    return { queued, people: send.length, silent: silent.length, ...counts };
  },
  'weekly-digest': async (deps) => {
    await bearDueOccurrences(deps);
    return sendWeeklyDigest(deps);
  },
  'monthly-summary': async (deps) => {
    await resolvePeople(deps);
    await bearDueOccurrences(deps);
    const { queued, why, corrections } = await runMonthly(deps);
    return { queued, why, corrections };
  },
};

/**
 * Runs every schedule whose time has come by the clock, each at most once a day across all processes, and records the days that
 * were missed. Called every second; it does nothing but a look at the slots unless something is due. A run that fails, or dies
 * with its process, is tried again after half a minute while its day lasts, and is in the way of no other.
 */
export async function runDueSlots(deps: Deps): Promise<void> {
  const [schedules, slots, calendar] = await Promise.all([
    deps.schedules.list(),
    deps.schedules.lastSlots(),
    loadCalendar(deps),
  ]);
  const now = deps.clock.now();
  const today = civilDateOf(now);
  for (const { schedule, on, outcome } of slots) {
    if (outcome === 'running' && on < today) await skip(deps, { schedule, on, action: 'skip', why: 'was-down' });
  }
  const settled = slots.filter(({ on, outcome }) => outcome !== 'running' || on < today);
  const lastOn = new Map(settled.map(({ schedule, on }) => [schedule, on]));
  for (const decision of planSlots({ schedules, lastOn, now, calendar })) {
    if (decision.action === 'skip') await skip(deps, decision);
    else await run(deps, decision);
  }
}

async function run(deps: Deps, { schedule, on, action }: SlotDecision): Promise<void> {
  if (!(await deps.schedules.claimSlot({ schedule, on, at: deps.clock.now() }))) return;
  if (action === 'catch-up') deps.log.warn({ schedule, on }, 'missed run is caught up inside the send window');
  try {
    const report = await JOBS[schedule](deps);
    await deps.schedules.finishSlot({ schedule, on }, { ...report, caughtUp: action === 'catch-up' });
    deps.log.info({ schedule, on, ...report }, 'schedule ran');
  } catch (error) {
    deps.log.error({ schedule, on, error }, 'schedule failed; it is tried again in half a minute');
  }
}

async function skip(deps: Deps, { schedule, on, why }: SlotDecision): Promise<void> {
  await deps.schedules.skipSlot({ schedule, on, at: deps.clock.now() }, why ?? 'was-down');
  deps.log.warn({ schedule, on, why }, 'missed run is skipped; its contents are part of the next one');
}
