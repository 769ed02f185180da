import { myQuotasCard } from '../../cards/quotas/my-quotas-card.ts';
import type { MyQuotasView } from '../../cards/quotas/submission-view.ts';
import { type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import { monthOfDay, monthSpan } from '../../domain/calendar/month.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import type { Office } from '../../domain/directory/directory.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import { nilReportRefusal } from '../../domain/quotas/nil-report.ts';
import type { QuotaRule } from '../../domain/quotas/quota-rule.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import type { SubmissionQuery } from '../../ports/quota-store.ts';
import type { Deps } from '../deps.ts';
import { loadCounters } from './load-counters.ts';
import { officeStandings, submissionViews } from './submission-views.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

const ROWS_PER_PAGE = 8;

/** Draws 本月报送 as things stand now. */
export async function drawMyQuotas(
  deps: Needs,
  card: SentCard,
): Promise<{ readonly card: CardJson; readonly open: boolean; readonly formOpen: boolean }> {
  const now = deps.clock.now();
  const today = civilDateOf(now);
  const month = card.ui.month ?? monthOfDay(today);
  const { counters, rules, directory, calendar } = await loadCounters(deps, dayIn(month, today));
  const offices = officesAnsweredFor(directory, card.personId);
  const officeIds = offices.map(({ id }) => id);
  const query: SubmissionQuery = { officeIds, span: monthSpan(month) };
  const total = offices.length === 0 ? 0 : await deps.quotas.countSubmissions(query);
  const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
  const page = Math.min(Math.max(1, card.ui.page ?? 1), pages);
  const window = { skip: (page - 1) * ROWS_PER_PAGE, limit: ROWS_PER_PAGE };
  const rows = total === 0 ? [] : await deps.quotas.findSubmissions({ ...query, ...window });
  const drawn = myQuotasCard({
    cardId: card.id,
    today,
    month,
    offices: await officeViews(deps, offices, { counters, rules, month, today }),
    rows: submissionViews(rows, {
      directory,
      calendar,
      now,
      duplicates: new Map(),
      standingsFor: officeStandings(officeIds),
    }),
    total,
    page: { number: page, of: pages },
  });
  return { card: drawn, open: true, formOpen: false };
}

async function officeViews(
  deps: Pick<Deps, 'quotas'>,
  offices: readonly Office[],
  {
    counters,
    rules,
    month,
    today,
  }: { counters: readonly Counter[]; rules: readonly QuotaRule[]; month: string; today: CivilDate },
): Promise<MyQuotasView['offices']> {
  const asks = month === monthOfDay(today);
  return Promise.all(
    offices.map(async ({ id, name }) => ({
      id,
      name,
      counters: counters.filter((counter) => counter.officeId === id || isShared(counter, id)),
      nil: asks ? await nilMatters(deps, rules, { officeId: id, month }) : [],
    })),
  );
}

/** A quota of the whole plan concerns the offices that its row names. */
function isShared({ officeId, rule }: Counter, id: string): boolean {
  return officeId === null && rule.officeIds.includes(id);
}

/** Matters that allow 零报告 and in which the office has said nothing yet. */
async function nilMatters(
  deps: Pick<Deps, 'quotas'>,
  rules: readonly QuotaRule[],
  { officeId, month }: { officeId: string; month: string },
): Promise<readonly string[]> {
  const allowed = [...new Set(rules.map(({ matter }) => matter))].filter(
    (matter) => nilReportRefusal(rules, { matter, officeId }) === null,
  );
  const said = await Promise.all(
    allowed.map((matter) =>
      deps.quotas.countSubmissions({ matter, officeIds: [officeId], span: monthSpan(month), states: SAID }),
    ),
  );
  return allowed.filter((_, index) => said[index] === 0);
}

const SAID = ['submitted', 'accepted', 'returned', 'none'] as const;

/** The day on which the counters of a month are read: today in the current one, else its last. */
function dayIn(month: string, today: CivilDate): CivilDate {
  return month === monthOfDay(today) ? today : monthSpan(month).to;
}
