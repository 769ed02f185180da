import { addMs, type CivilDate, civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import { monthSpan, type Span } from '../../domain/calendar/month.ts';
import { compareTexts } from '../../domain/compare-texts.ts';
import type { Part } from '../../domain/ledger/part.ts';
import { PRESS } from '../../domain/quotas/matter.ts';
import { isLate, isSubmitted, type Submission } from '../../domain/quotas/submission.ts';
import { isDone } from '../../domain/reports/counted-parts.ts';
import type { ListedPart } from '../../domain/reports/listing.ts';
import type { MonthFigures } from '../../domain/reports/month-figures.ts';
import type { Behind } from '../../domain/reports/month-lists.ts';
import { monthlySummary } from '../../domain/reports/monthly-summary.ts';
import { partAt } from '../../domain/reports/part-at.ts';
import { submissionsAt, talliesAt } from '../../domain/reports/tallies-at.ts';
import type { SubmissionRecord } from '../../ports/quota-store.ts';
import type { Deps } from '../deps.ts';
import type { OfOffices } from '../load-digest-parts.ts';
import { inPlanOrder, loadMonthParts, loadRecords } from '../monthly/load-month.ts';
import { countersOn, loadQuotas } from '../quotas/load-counters.ts';

type Needs = Pick<Deps, 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** A month as it was drafted at an instant. */
interface Then extends OfOffices {
  readonly month: string;
  readonly at: Instant;
}

export interface MonthThen {
  readonly figures: MonthFigures;
  readonly behind: Behind;
}

/**
 * The figures of a month as they were formed at an instant, and what they count: the same functions over the records as they stood
 * then. Plans, quotas and offices are those of now.
 *
 * @param withRecords also finds the submissions behind the figures
 */
export async function loadMonthThen(
  deps: Needs,
  { withRecords, ...then }: Then & { readonly withRecords: boolean },
): Promise<MonthThen> {
  const { month, at, officeIds } = then;
  const span = monthSpan(month);
  const { rules, directory } = await loadQuotas(deps);
  // What was there at the very instant was read with it.
  const until = { ...then, at: addMs(at, 1) };
  const quotas = quotasThen(deps, until, span);
  const [parts, counters] = await Promise.all([
    loadPartsThen(deps, until, span),
    countersOn({ quotas }, rules, span.to),
  ]);
  const own = counters.filter(({ officeId }) => officeId === null || !officeIds || officeIds.includes(officeId));
  const [tallies, press, records] = await Promise.all([
    quotas.tally(span),
    quotas.press(),
    withRecords ? loadRecords(quotas, own) : [],
  ]);
  const figures = monthlySummary({
    month,
    at,
    parts: parts.map(({ part }) => part),
    counters: own,
    officeNames: new Map(directory.offices.map(({ id, name }) => [id, name])),
    tallies,
    records,
    press,
    before: [],
    rates: [],
    rateEntries: [],
    corrections: [],
  });
  const behind = {
    parts: new Map(parts.flatMap(rowOf)),
    records: new Map(records.map((record) => [record.id, record])),
  };
  return { figures, behind };
}

function rowOf({ part, now }: PartThen): readonly (readonly [string, ListedPart])[] {
  const { dueOn } = part;
  if (dueOn === null) return [];
  const closedSince = isDone(now) && !isDone(part) ? now.closedOn : null;
  return [[part.id, { kind: 'part', part: { ...part, dueOn }, closedSince }]];
}

/** A part as it stood, and as it stands now. */
interface PartThen {
  readonly part: Part;
  readonly now: Part;
}

/** Beside what is in the month now, what may have left it since: moved and due by its end, or decided about. */
async function loadPartsThen(
  deps: Pick<Deps, 'ledger'>,
  { at, officeIds }: Then,
  span: Span,
): Promise<readonly PartThen[]> {
  const moved = { ...(officeIds && { officeIds }), movedSince: civilDateOf(at) };
  const allPlans = await deps.ledger.listPlans();
  const plans = allPlans.filter(({ state }) => state === 'published');
  const [now, due, decided] = await Promise.all([
    loadMonthParts(deps, { span, plans, officeIds }),
    deps.ledger.findParts({ ...moved, dueOnOrBefore: span.to }),
    deps.ledger.findParts({ ...moved, actedSince: at }),
  ]);
  // The latter come with what was said about them.
  const parts = new Map([...now, ...due, ...decided].map((part) => [part.id, part]));
  return inPlanOrder([...parts.values()], plans).map((now) => ({ part: partAt(now, at), now }));
}

/** The submissions as they stood, of these offices alone where some are named. */
function quotasThen({ quotas }: Pick<Deps, 'quotas'>, { at, officeIds }: Then, month: Span) {
  const clipped = (span: Span) => upTo(span, civilDateOf(at));
  const isOwn = (officeId: string) => !officeIds || officeIds.includes(officeId);
  const changedIn = (span: Span) => quotas.findSubmissions({ span, changedSince: at });
  return {
    async tally(whole: Span) {
      const span = clipped(whole);
      const [now, changed] = await Promise.all([quotas.tally(span), changedIn(span)]);
      return talliesAt(now, { changed, span, at }).filter(({ officeId }) => isOwn(officeId));
    },
    async findRecords(whole: Span): Promise<readonly SubmissionRecord[]> {
      const span = clipped(whole);
      const [now, changed] = await Promise.all([quotas.findRecords(span), changedIn(span)]);
      const ids = new Set(changed.map(({ id }) => id));
      const before = submissionsAt(changed, at).filter(isSubmitted).map(recordOf);
      return [...now.filter(({ id }) => !ids.has(id)), ...before]
        .filter(({ credits }) => credits.some(isOwn))
        .toSorted((a, b) => compareTexts(a.eventOn, b.eventOn) || compareTexts(a.id, b.id));
    },
    async press(): Promise<readonly Submission[]> {
      const all = submissionsAt(await quotas.findSubmissions({ span: month, matter: PRESS }), at);
      return all.filter(({ state, credits }) => state === 'accepted' && credits.some(isOwn));
    },
  };
}

/** Nothing is accepted before its day: what lies after the instant was in no number that is shown. */
function upTo({ from, to }: Span, day: CivilDate): Span {
  return { from, to: day < to ? day : to };
}

function recordOf(submission: Submission): SubmissionRecord {
  const { id, matter, state, credits, eventOn } = submission;
  return { id, matter, state, credits, eventOn, isLate: isLate(submission) };
}
