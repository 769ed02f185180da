import type { NudgedCounter, NudgedReturn, NudgesView } from '../../cards/quotas/nudge-section.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import type { CounterNudge, QuotaNotes } from '../../domain/quotas/plan-quota-nudges.ts';
import { rateName } from '../../domain/quotas/rates.ts';
import type { Deps } from '../deps.ts';
import { countersOn, loadQuotas, type Quotas } from './load-counters.ts';
import { loadRateLines } from './rates.ts';

type Needs = Pick<Deps, 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** What a card of the day has told of 报送, as it stands now; null where it has told nothing. */
export async function drawNudges(deps: Needs, card: SentCard): Promise<NudgesView | null> {
  const notes = card.ui.quotas;
  if (!notes) return null;
  const scene = { card, ...(await loadQuotas(deps)) };
  const [counters, returned, rates] = await Promise.all([
    countersOf(deps, notes, scene),
    returnedOf(deps, notes),
    ratesOf(deps, notes, scene),
  ]);
  return { counters, returned, rates };
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

function isAbout({ ruleId, officeId, period }: CounterNudge, counter: Counter): boolean {
  return counter.rule.ruleId === ruleId && counter.officeId === officeId && counter.period.key === period;
}

function lineOf({ rule, officeId, period, target }: Counter): string {
  return `${rule.matter} ${officeId ?? ''} ${period.key} ${target}`;
}

async function returnedOf(deps: Needs, { returned }: QuotaNotes): Promise<readonly NudgedReturn[]> {
  if (returned.length === 0) return [];
  const found = await deps.quotas.findSubmissions({ ids: returned.map(({ submissionId }) => submissionId) });
  return found.map(({ id, title, state, acts }) => ({
    submissionId: id,
    title,
    reason: acts.findLast(({ kind }) => kind === 'return')?.reason ?? '',
    settled: state !== 'returned',
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
