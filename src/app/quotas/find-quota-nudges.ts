import { addDays, addMonths, type CivilDate, instantAt } from '../../domain/calendar/civil-date.ts';
import { lastMonthOver, monthOfDay } from '../../domain/calendar/month.ts';
import { groupBy } from '../../domain/group-by.ts';
import {
  type NudgeInput,
  type PersonNudges,
  planQuotaNudges,
  type QuotaNudgePlan,
  type ToldNudges,
  toldKeys,
  toldSince,
} from '../../domain/quotas/plan-quota-nudges.ts';
import type { Deps } from '../deps.ts';
import { tellingSubject } from '../events/quiet-events.ts';
import { loadCounters } from './load-counters.ts';
import { officesMissingRates } from './rates.ts';
import { withoutSubmittedAnew } from './submitted-anew.ts';

type Needs = Pick<Deps, 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** How long what was returned waits for a card that can tell it. */
const RETURNED_DAYS = 31;

/** Whose card of the day speaks of 报送, and why the other counters are silent. */
export async function findQuotaNudges(deps: Needs, today: CivilDate): Promise<QuotaNudgePlan> {
  const { rates, counters, directory, calendar } = await loadCounters(deps, today);
  const month = lastMonthOver(today);
  const since = instantAt(addDays(today, -RETURNED_DAYS), '00:00');
  const returned = await deps.quotas.findSubmissions({ states: ['returned'], changedSince: since });
  const input: NudgeInput = {
    counters,
    returned: await withoutSubmittedAnew(deps, returned),
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

/** What cards that arrived have told these people, as far back as anything of today may have been told. */
async function toldBefore(
  deps: Pick<Deps, 'ledger'>,
  send: readonly PersonNudges[],
  { counters, today, calendar }: NudgeInput,
): Promise<ToldNudges> {
  if (send.length === 0) return new Map();
  const byRule = new Map(counters.map((counter) => [counter.rule.ruleId, counter]));
  const meant = new Set(send.flatMap(({ notes }) => notes.counters.flatMap(({ ruleId }) => byRule.get(ruleId) ?? [])));
  const steps = [...meant].map((counter) => toldSince(counter, calendar));
  const [first = today] = [...steps, addDays(today, -RETURNED_DAYS)].toSorted();
  const subjects = send.flatMap(({ person }) => monthsFrom(first, today).map((on) => tellingSubject(person.id, on)));
  const cards = await deps.ledger.findCardsAbout(subjects);
  const arrived = cards.filter(({ messageId, on }) => messageId !== null || on === today);
  return new Map(
    [...groupBy(arrived, ({ personId }) => personId)].map(([personId, own]) => [
      personId,
      new Set(own.flatMap(({ ui }) => (ui.quotas ? toldKeys(ui.quotas) : []))),
    ]),
  );
}

/** A day in each month from one day to another. */
function monthsFrom(first: CivilDate, last: CivilDate): readonly CivilDate[] {
  const months: CivilDate[] = [];
  for (let on = last; monthOfDay(on) >= monthOfDay(first); on = addMonths(on, -1)) months.push(on);
  return months;
}
