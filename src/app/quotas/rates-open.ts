import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { lastMonthOver, monthOfDay } from '../../domain/calendar/month.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { sendAskedCard } from '../send-asked-card.ts';
import { loadRateLines, loadRatePerson, type RateLine, type RatePerson } from './rates.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

export type OpenRatesRefusal = { readonly kind: 'unknown-person' | 'no-rates' };

/** Sends the form of a month's rates: of the month before, or where there are none yet, of this one. */
export async function openRates(
  deps: Needs,
  request: { readonly actorOpenId: string; readonly eventId: string; readonly month: string | null },
): Promise<Outcome<null, OpenRatesRefusal>> {
  const who = await loadRatePerson(deps, request.actorOpenId);
  if (!who) return refused({ kind: 'unknown-person' });
  const found = await findRateLines(deps, who, request.month);
  if (!found) return refused({ kind: 'no-rates' });
  await sendAskedCard(deps, {
    kind: 'rates',
    person: who.person,
    eventId: request.eventId,
    partIds: [],
    ui: { month: found.month },
  });
  return ok(null);
}

/** A person's rates of a month; where none is named of the month before, or of this one while the plan is younger. */
export async function findRateLines(
  deps: Omit<Needs, 'ids'>,
  { offices }: Pick<RatePerson, 'offices'>,
  named: string | null,
): Promise<{ readonly month: string; readonly lines: readonly RateLine[] } | undefined> {
  const today = civilDateOf(deps.clock.now());
  for (const month of named === null ? [lastMonthOver(today), monthOfDay(today)] : [named]) {
    const lines = await loadRateLines(deps, { offices, month });
    if (lines.length > 0) return { month, lines };
  }
  return undefined;
}

/** Whether a person answers for an office that reports rates. */
export async function mayEnterRates(
  deps: Omit<Needs, 'ids'>,
  directory: Directory,
  personId: string,
): Promise<boolean> {
  const offices = officesAnsweredFor(directory, personId);
  return (await findRateLines(deps, { offices }, null)) !== undefined;
}

/** Remembers the month that a `rates` card shows, or the line that is in 更正. */
export async function turnRatesCard(
  deps: Pick<Deps, 'clock' | 'ledger'>,
  {
    card,
    eventId,
    month,
    writing,
  }: { card: SentCard; eventId: string; month?: string | undefined; writing: string | null },
): Promise<void> {
  const before = month === undefined ? card.ui.rates?.before : undefined;
  const ui = { ...card.ui, ...(month !== undefined && { month }), rates: { writing, before: before ?? {} } };
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui }],
    audit: [],
  });
}
