import { civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import type { NewMessage, SentCard } from '../../domain/delivery/message.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { type Figures, isSameFigures, type RateEntry, rateName } from '../../domain/quotas/rates.ts';
import type { Deps } from '../deps.ts';
import { tellingSubject } from '../events/quiet-events.ts';
import { patchableSince, updatesOf } from '../refresh-cards.ts';
import { keyOfLine, type RateLine, type RatePerson } from './rates.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>;

export interface RecordedRate {
  readonly name: string;
  /** What the month had before, or null. */
  readonly before: Figures | null;
  readonly after: Figures;
}

/**
 * Enters a month's figures. They take the place of what was entered before, which stays in the history; figures that are the same
 * change nothing. A card that the person fills them in on remembers what it has replaced, for 撤回; the card of the day that asked
 * for them is brought up to date.
 *
 * @returns what has changed
 */
export async function recordRates(
  deps: Needs,
  request: {
    readonly who: RatePerson;
    readonly month: string;
    readonly entries: readonly { readonly line: RateLine; readonly figures: Figures }[];
    readonly card: SentCard | undefined;
    readonly eventId: string;
  },
): Promise<readonly RecordedRate[]> {
  const { who, month, card, eventId } = request;
  const at = deps.clock.now();
  const changed = request.entries.filter(({ line, figures }) => !line.entry || !isSameFigures(line.entry, figures));
  const rows = changed.map(({ line, figures }) => ({ line, entry: entryOf(deps, { who, month, line, figures, at }) }));
  await deps.ledger.commit({
    at,
    event: { id: eventId, kind: card ? 'card-action' : 'rate' },
    rateEntries: rows.map(({ entry }) => entry),
    ...(card && { cardChanges: [{ id: card.id, ui: uiAfter(card, rows) }] }),
    messages: await askingCards(deps, who, { month, at, mark: `rates:${eventId}` }),
    audit: rows.map(({ line, entry }) => auditOf('rate.entered', who, { line, month, figures: entry })),
  });
  return changed.map(({ line, figures }) => ({
    name: rateName(line.rule),
    before: line.entry && figuresOf(line.entry),
    after: figures,
  }));
}

/** 撤回 on the card on which the figures were entered, as long as nobody has entered others since. */
export async function takeRateBack(
  deps: Needs,
  request: {
    readonly who: RatePerson;
    readonly month: string;
    readonly line: RateLine;
    readonly card: SentCard;
    readonly eventId: string;
  },
): Promise<Outcome<Figures | null, { readonly kind: 'changed-since' }>> {
  const { who, month, line, card, eventId } = request;
  const key = keyOfLine(line);
  const { [key]: mine, ...others } = card.ui.rates?.before ?? {};
  if (!mine || mine.entryId !== line.newestId) return refused({ kind: 'changed-since' });
  const at = deps.clock.now();
  await deps.ledger.commit({
    at,
    event: { id: eventId, kind: 'card-action' },
    rateEntries: [entryOf(deps, { who, month, line, figures: mine.figures, at })],
    cardChanges: [{ id: card.id, ui: { ...card.ui, rates: { writing: null, before: others } } }],
    messages: await askingCards(deps, who, { month, at, mark: `rates:${eventId}` }),
    audit: [auditOf('rate.taken-back', who, { line, month, figures: mine.figures })],
  });
  return ok(mine.figures);
}

function entryOf(
  { ids }: Pick<Deps, 'ids'>,
  {
    who: { person },
    month,
    line: { rule, office },
    figures,
    at,
  }: { who: RatePerson; month: string; line: RateLine; figures: Figures | null; at: Instant },
): RateEntry {
  const { met, total, exempt } = figures ?? { met: 0, total: 0, exempt: 0 };
  return {
    id: ids.next('rate'),
    ruleId: rule.ruleId,
    officeId: office.id,
    month,
    met,
    total,
    exempt,
    withdrawn: figures === null,
    at,
    personId: person.id,
    personName: person.name,
  };
}

function figuresOf({ met, total, exempt }: Figures): Figures {
  return { met, total, exempt };
}

function uiAfter(
  card: SentCard,
  rows: readonly { readonly line: RateLine; readonly entry: RateEntry }[],
): SentCard['ui'] {
  const replaced = rows.map(({ line, entry }) => {
    return [keyOfLine(line), { entryId: entry.id, figures: line.entry && figuresOf(line.entry) }] as const;
  });
  return {
    ...card.ui,
    rates: { writing: null, before: { ...card.ui.rates?.before, ...Object.fromEntries(replaced) } },
  };
}

/** The person's cards of the day that ask for this month's figures. */
async function askingCards(
  deps: Needs,
  { person }: RatePerson,
  { month, at, mark }: { readonly month: string; readonly at: Instant; readonly mark: string },
): Promise<readonly NewMessage[]> {
  const since = patchableSince(at);
  const subjects = [...new Set([since, civilDateOf(at)].map((on) => tellingSubject(person.id, on)))];
  const cards = (await deps.ledger.findCardsAbout(subjects)).filter(
    ({ messageId, on, ui, supersededOn }) =>
      messageId !== null && supersededOn === null && on >= since && ui.quotas?.ratesOf === month,
  );
  return updatesOf(deps, cards, { mark, at });
}

function auditOf(
  action: 'rate.entered' | 'rate.taken-back',
  { person }: RatePerson,
  { line, month, figures }: { readonly line: RateLine; readonly month: string; readonly figures: Figures | null },
) {
  return {
    actor: person.id,
    action,
    subject: { type: 'rule', id: line.rule.ruleId },
    detail: { office: line.office.id, month, figures: figures && figuresOf(figures) },
  };
}
