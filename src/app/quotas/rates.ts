import { shiftMonth } from '../../domain/calendar/month.ts';
import { officesAnsweredFor, personByOpenId } from '../../domain/directory/answering.ts';
import type { Directory, Office, Person } from '../../domain/directory/directory.ts';
import type { RateRule } from '../../domain/quotas/quota-rule.ts';
import { ratesOfMonth } from '../../domain/quotas/rate-months.ts';
import type { RateEntry } from '../../domain/quotas/rates.ts';
import type { Deps } from '../deps.ts';
import { loadQuotas } from './load-counters.ts';

type Needs = Pick<Deps, 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** Months before the one shown that the trend looks at. */
const TREND_MONTHS = 3;

/** One rate of one office in one month. */
export interface RateLine {
  readonly rule: RateRule;
  readonly office: Office;
  /** The figures that count, or null where none are entered. */
  readonly entry: RateEntry | null;
  /** What the store has newest, taken back or not: an undo names it. */
  readonly newestId: string | null;
  /** Of the months before, oldest first. */
  readonly before: readonly RateEntry[];
}

/** Names one line on a card and among its fields. */
export function lineKey({ ruleId, officeId }: { readonly ruleId: string; readonly officeId: string }): string {
  return `${ruleId}/${officeId}`;
}

export function keyOfLine({ rule, office }: Pick<RateLine, 'rule' | 'office'>): string {
  return lineKey({ ruleId: rule.ruleId, officeId: office.id });
}

export interface RatePerson {
  readonly person: Person & { readonly openId: string };
  readonly directory: Directory;
  readonly offices: readonly Office[];
}

/** The person behind an open_id with the offices they answer for, or undefined for a stranger. */
export async function loadRatePerson(
  { directory: store }: Pick<Deps, 'directory'>,
  openId: string,
): Promise<RatePerson | undefined> {
  const directory = await store.load();
  const person = personByOpenId(directory, openId);
  return person && { person: { ...person, openId }, directory, offices: officesAnsweredFor(directory, person.id) };
}

/** The rates that some offices report for a month, in the order of the plans' rows, then of the offices. */
export async function loadRateLines(
  deps: Needs,
  {
    offices,
    month,
    ...known
  }: {
    readonly offices: readonly Office[];
    readonly month: string;
    /** Where they are loaded already. */
    readonly rates?: readonly RateRule[];
  },
): Promise<readonly RateLine[]> {
  const rates = known.rates ?? (await loadQuotas(deps)).rates;
  if (rates.length === 0) return [];
  const plans = await deps.ledger.listPlans();
  const own = new Map(offices.map((office) => [office.id, office]));
  const meant = ratesOfMonth(rates, plans, month).filter(({ officeIds }) => officeIds.some((id) => own.has(id)));
  if (meant.length === 0) return [];
  const entries = await deps.quotas.findRates({ from: shiftMonth(month, -TREND_MONTHS), to: month });
  return meant.flatMap((rule) =>
    rule.officeIds.flatMap((officeId): readonly RateLine[] => {
      const office = own.get(officeId);
      if (!office) return [];
      const all = entries.filter((entry) => entry.ruleId === rule.ruleId && entry.officeId === officeId);
      const newest = all.find((entry) => entry.month === month) ?? null;
      const before = all.filter((entry) => entry.month < month && !entry.withdrawn);
      const entry = newest?.withdrawn === false ? newest : null;
      return [{ rule, office, entry, newestId: newest?.id ?? null, before }];
    }),
  );
}

/** The offices that have not entered all of a month's rates, in the order of the rates. */
export async function officesMissingRates(
  deps: Pick<Deps, 'ledger' | 'quotas'>,
  rates: readonly RateRule[],
  month: string,
): Promise<readonly string[]> {
  if (rates.length === 0) return [];
  const [plans, entries] = await Promise.all([
    deps.ledger.listPlans(),
    deps.quotas.findRates({ from: month, to: month }),
  ]);
  const entered = new Set(entries.filter(({ withdrawn }) => !withdrawn).map(lineKey));
  const missing = ratesOfMonth(rates, plans, month).flatMap(({ ruleId, officeIds }) =>
    officeIds.filter((officeId) => !entered.has(lineKey({ ruleId, officeId }))),
  );
  return [...new Set(missing)];
}
