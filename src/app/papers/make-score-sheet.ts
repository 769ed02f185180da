import { scoreWorkbook } from '../../cards/paper-score.ts';
import { civil, civilDateOf } from '../../domain/calendar/civil-date.ts';
import { addWorkingDays } from '../../domain/calendar/working-calendar.ts';
import type { Plan } from '../../domain/ledger/plan.ts';
import { closesAt } from '../../domain/quotas/close-period.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import { scoreOffices } from '../../domain/quotas/score-sheet.ts';
import { loadCalendar } from '../deps.ts';
import { loadQuotas } from '../quotas/load-counters.ts';
import { fileNameOf } from '../review/check-sheet.ts';
import { countYear } from './count-year.ts';
import type { PaperNeeds } from './load-paper-month.ts';
import type { Paper } from './paper.ts';
import { issuerOf } from './paper-facts.ts';

/** Working days in which an office may object, from the day of issue, which is not counted. */
const OBJECTION_DAYS = 5;

/** 年度考核 of a plan's year as `.xlsx`, issued today. It is handed to whoever asks, and sent to nobody. */
export async function makeScoreSheet(deps: PaperNeeds, plan: Plan): Promise<Paper> {
  const today = civilDateOf(deps.clock.now());
  const span = { from: civil(`${plan.year}-01-01`), to: civil(`${plan.year}-12-31`) };
  const [directory, calendar, parts, counters, submissions] = await Promise.all([
    deps.directory.load(),
    loadCalendar(deps),
    deps.ledger.findParts({ planId: plan.id, publishedOnly: false }),
    loadClosedCounters(deps, plan),
    deps.quotas.findSubmissions({ span }),
  ]);
  const offices = directory.offices.toSorted((a, b) => a.order - b.order);
  const scores = scoreOffices({
    officeIds: offices.map(({ id }) => id),
    parts: parts.filter(({ period }) => period === null || period.startsWith(String(plan.year))),
    counters,
    submissions,
    today,
  });
  const names = new Map(offices.map(({ id, name }) => [id, name]));
  const paper = scoreWorkbook({
    year: plan.year,
    issuer: issuerOf([plan], directory),
    issuedOn: today,
    objectionsUntil: addWorkingDays(calendar, today, OBJECTION_DAYS),
    offices: scores.map((score) => ({ name: names.get(score.officeId) ?? score.officeId, score })),
  });
  const name = `${fileNameOf(`${plan.year}年政务公开工作考核表`)}（送核）.xlsx`;
  return { name, bytes: await deps.papers.writeWorkbook(paper), remarks: [] };
}

/** Every quota of an office of the plan's in every period of the year that is closed, oldest first. */
async function loadClosedCounters(deps: PaperNeeds, plan: Plan): Promise<readonly Counter[]> {
  const { rules, calendar } = await loadQuotas(deps);
  const now = deps.clock.now();
  const own = rules.filter((rule) => rule.planId === plan.id && rule.scope === 'each-office');
  return countYear(deps, { plan, rules: own }, (period) => closesAt(period, calendar) <= now);
}
