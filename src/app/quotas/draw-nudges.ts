import type { NudgedDuty } from '../../cards/quotas/duty-section.ts';
import type { NudgedCounter, NudgedReturn, NudgesView } from '../../cards/quotas/nudge-section.ts';
import { lastMonthOver } from '../../domain/calendar/month.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import { dutyWords, isLeaderDuty } from '../../domain/quotas/leader-duty.ts';
import type { CounterNudge, QuotaNotes } from '../../domain/quotas/plan-quota-nudges.ts';
import { proposeDays } from '../../domain/quotas/propose-days.ts';
import { rateName } from '../../domain/quotas/rates.ts';
import type { Deps } from '../deps.ts';
import { mayReadPapers } from '../papers/ask-for-paper.ts';
import { countersOn, loadQuotas, type Quotas } from './load-counters.ts';
import { loadRateLines } from './rates.ts';
import { withoutSubmittedAnew } from './submitted-anew.ts';

type Needs = Pick<Deps, 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** What a card of the day has told of 报送, as it stands now; null where it has told nothing. */
export async function drawNudges(deps: Needs, card: SentCard): Promise<NudgesView | null> {
  const notes = card.ui.quotas;
  if (!notes) return null;
  const scene = { card, ...(await loadQuotas(deps)) };
  const [told, returned, rates] = await Promise.all([
    countersOf(deps, notes, scene),
    returnedOf(deps, notes),
    ratesOf(deps, notes, scene),
  ]);
  const duties = told.filter(({ counter }) => isLeaderDuty(counter.rule));
  return {
    counters: told.filter((each) => !duties.includes(each)),
    duties: duties.map((each) => dutyOf(each, notes, scene)),
    briefing: mayReadPapers(scene.directory, card.personId) ? lastMonthOver(card.on) : null,
    returned,
    rates,
  };
}

interface Scene extends Quotas {
  readonly card: SentCard;
}

async function countersOf(
  deps: Needs,
  { counters: nudges }: QuotaNotes,
  { card, directory, rules }: Scene,
): Promise<readonly NudgedCounter[]> {
  if (nudges.length === 0) return [];
  const told = new Set(nudges.map(({ ruleId }) => ruleId));
  const meant = rules.filter(({ ruleId }) => told.has(ruleId));
  const counters = await countersOn(deps, meant, card.on);
  const names = new Map(directory.offices.map(({ id, name }) => [id, name]));
  const several = officesAnsweredFor(directory, card.personId).length > 1;
  const own = counters.filter((counter) => nudges.some((nudge) => isAbout(nudge, counter)));
  // Two plans that ask for the same are one line.
  const lines = new Map(own.map((counter) => [lineOf(counter), counter]));
  return [...lines.values()].map((counter) => ({
    counter,
    officeName: several && counter.officeId !== null ? (names.get(counter.officeId) ?? null) : null,
  }));
}

/** The days as they were proposed on the day of the card. */
function dutyOf(told: NudgedCounter, { counters }: QuotaNotes, { card, calendar }: Scene): NudgedDuty {
  const { counter } = told;
  const proposes = counters.some((nudge) => isAbout(nudge, counter) && nudge.step !== 'short');
  const { endsOn } = counter.period;
  return {
    ...told,
    words: dutyWords(counter.rule),
    days: proposes ? proposeDays(calendar, { today: card.on, until: endsOn }) : [],
  };
}

function isAbout({ ruleId, officeId, period }: CounterNudge, counter: Counter): boolean {
  return counter.rule.ruleId === ruleId && counter.officeId === officeId && counter.period.key === period;
}

function lineOf({ rule, officeId, period, target }: Counter): string {
  return `${rule.matter} ${officeId ?? ''} ${period.key} ${target}`;
}

async function returnedOf(deps: Needs, { returned }: QuotaNotes): Promise<readonly NudgedReturn[]> {
  if (returned.length === 0) return [];
  const found = await deps.quotas.findSubmissions({ ids: returned.map(({ submissionId }) => submissionId) });
  const open = new Set(
    (
      await withoutSubmittedAnew(
        deps,
        found.filter(({ state }) => state === 'returned'),
      )
    ).map(({ id }) => id),
  );
  return found.map(({ id, title, acts }) => ({
    submissionId: id,
    title,
    reason: acts.findLast(({ kind }) => kind === 'return')?.reason ?? '',
    settled: !open.has(id),
  }));
}

async function ratesOf(
  deps: Needs,
  { ratesOf: month }: QuotaNotes,
  { card, directory, rates }: Scene,
): Promise<NudgesView['rates']> {
  if (month === null) return null;
  const lines = await loadRateLines(deps, { offices: officesAnsweredFor(directory, card.personId), month, rates });
  const missing = lines.filter(({ entry }) => entry === null).map(({ rule }) => rateName(rule));
  return { month, missing };
}
