import { addDays, addMonths, type CivilDate, instantAt } from '../../domain/calendar/civil-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import { owingOffices } from '../../domain/ledger/bear-occurrences.ts';
import {
  type NudgeInput,
  nudgeDays,
  type PersonNudges,
  planQuotaNudges,
  type QuotaNudgePlan,
  type ToldNudges,
  toldKeys,
} from '../../domain/quotas/plan-quota-nudges.ts';
import type { QuotaRule } from '../../domain/quotas/quota-rule.ts';
import { monthBefore } from '../../domain/quotas/rate-months.ts';
import type { Deps } from '../deps.ts';
import { tellingSubject } from '../events/quiet-events.ts';
import { loadCounters } from './load-counters.ts';
import { officesMissingRates } from './rates.ts';

type Needs = Pick<Deps, 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** How long what was returned waits for a card that can tell it. */
const RETURNED_DAYS = 31;
/** Subjects that the store looks up at a time. */
const CHUNK = 300;

/** Whose card of the day speaks of 报送, and why the other counters are silent. */
export async function findQuotaNudges(deps: Needs, today: CivilDate): Promise<QuotaNudgePlan> {
  const { rules, rates, counters, directory, calendar } = await loadCounters(deps, today);
  const month = monthBefore(today);
  const input: NudgeInput = {
    counters,
    leads: await leadsOf(deps, rules, directory),
    returned: await deps.quotas.findSubmissions({
      states: ['returned'],
      changedSince: instantAt(addDays(today, -RETURNED_DAYS), '00:00'),
    }),
    rates: { month, officeIds: await officesMissingRates(deps, rates, month) },
    told: new Map(),
    directory,
    today,
    calendar,
  };
  const { send } = planQuotaNudges(input);
  // Nearly every morning nobody is to be told of anything: only then is it asked who knows it already.
  return planQuotaNudges({ ...input, told: await toldBefore(deps, send, input) });
}

/** By rule of a whole plan, the offices that lead its row; rules without one are left out. */
async function leadsOf(
  deps: Pick<Deps, 'quotas'>,
  rules: readonly QuotaRule[],
  directory: NudgeInput['directory'],
): Promise<NudgeInput['leads']> {
  const shared = rules.filter(({ scope, officeIds }) => scope === 'whole-plan' && officeIds.length > 1);
  if (shared.length === 0) return new Map();
  const tasks = new Map((await deps.quotas.loadQuotaTasks()).map((task) => [task.id, task]));
  return new Map(
    shared.flatMap(({ ruleId, taskId }) => {
      const task = tasks.get(taskId);
      const owing = task ? owingOffices(task, directory) : [];
      const leads = owing.filter(({ role }) => role === 'lead').map(({ officeId }) => officeId);
      return leads.length > 0 ? [[ruleId, leads] as const] : [];
    }),
  );
}

/** What cards that arrived have told these people, as far back as anything of today may have been told. */
async function toldBefore(
  deps: Pick<Deps, 'ledger'>,
  send: readonly PersonNudges[],
  { counters, today, calendar }: NudgeInput,
): Promise<ToldNudges> {
  if (send.length === 0) return new Map();
  const periods = new Map(counters.map(({ rule, period }) => [rule.ruleId, period]));
  const began = send.flatMap(({ notes }) => notes.counters.flatMap(({ ruleId }) => periods.get(ruleId) ?? []));
  const steps = [...new Map(began.map((period) => [period.key, period])).values()].flatMap((period) =>
    Object.values(nudgeDays(period, calendar)),
  );
  const [first = today] = [...steps, addDays(today, -RETURNED_DAYS)].toSorted();
  const subjects = send.flatMap(({ person }) => monthsFrom(first, today).map((on) => tellingSubject(person.id, on)));
  const told: (readonly [string, string])[] = [];
  for (let from = 0; from < subjects.length; from += CHUNK) {
    for (const card of await deps.ledger.findCardsAbout(subjects.slice(from, from + CHUNK))) {
      const arrived = card.messageId !== null || card.on === today;
      if (!arrived || !card.ui.quotas) continue;
      told.push(...toldKeys(card.ui.quotas).map((key) => [card.personId, key] as const));
    }
  }
  const byPerson = groupBy(told, ([personId]) => personId);
  return new Map([...byPerson].map(([personId, own]) => [personId, new Set(own.map(([, key]) => key))]));
}

/** A day in each month from one day to another. */
function monthsFrom(first: CivilDate, last: CivilDate): readonly CivilDate[] {
  const months: CivilDate[] = [];
  for (let on = last; on.slice(0, 7) >= first.slice(0, 7); on = addMonths(on, -1)) months.push(on);
  return months;
}
