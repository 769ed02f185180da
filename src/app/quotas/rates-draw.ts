import { ratesCard } from '../../cards/quotas/rate-card.ts';
import { rateValues } from '../../cards/quotas/rate-form.ts';
import type { RateLineView } from '../../cards/quotas/rate-view.ts';
import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { lastMonthOver, monthOfDay } from '../../domain/calendar/month.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import type { Deps } from '../deps.ts';
import type { DrawnCard } from '../draw-card.ts';
import { keyOfLine, loadRateLines, type RateLine } from './rates.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** A form that comes back as it was typed, and what is wrong with it. */
export interface RatesProblem {
  readonly form: Readonly<Record<string, unknown>>;
  readonly error: string;
}

/** Draws 比率填报 of the month that the card shows. */
export async function drawRates(deps: Needs, card: SentCard, problem?: RatesProblem): Promise<DrawnCard> {
  const today = civilDateOf(deps.clock.now());
  const offices = officesAnsweredFor(await deps.directory.load(), card.personId);
  const month = monthOfCard(card);
  const lines = await loadRateLines(deps, { offices, month });
  const json = ratesCard({
    cardId: card.id,
    month,
    thisMonth: monthOfDay(today),
    lines: lines.map((line) => lineView(line, { card, several: offices.length > 1, problem })),
    error: problem?.error ?? null,
  });
  return { card: json, open: true, formOpen: card.ui.rates?.writing != null };
}

export function monthOfCard({ ui, on }: Pick<SentCard, 'ui' | 'on'>): string {
  return ui.month ?? lastMonthOver(on);
}

function lineView(
  line: RateLine,
  { card, several, problem }: { card: SentCard; several: boolean; problem: RatesProblem | undefined },
): RateLineView {
  const { rule, office, entry } = line;
  const key = keyOfLine(line);
  const writing = entry !== null && card.ui.rates?.writing === key;
  return {
    key,
    ruleId: rule.ruleId,
    officeId: office.id,
    no: rule.taskNo,
    of: rule.of,
    phrase: rule.phrase,
    officeName: several ? office.name : null,
    min: rule.min,
    entry: entry && { ...entry, undoable: card.ui.rates?.before[key]?.entryId === entry.id },
    before: line.before,
    writing,
    values: problem ? rateValues(problem.form, key) : standing(writing ? entry : null),
  };
}

function standing(entry: RateLine['entry']): RateLineView['values'] {
  if (!entry) return { met: '', total: '', exempt: '' };
  return { met: String(entry.met), total: String(entry.total), exempt: entry.exempt > 0 ? String(entry.exempt) : '' };
}
