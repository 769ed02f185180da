import type { LookBackRefusal } from '../../cards/look-back/look-back-text.ts';
import { type CivilDate, civilDateOf, yearOf } from '../../domain/calendar/civil-date.ts';
import { addWorkingDays } from '../../domain/calendar/working-calendar.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { Plan } from '../../domain/ledger/plan.ts';
import { type LastYear, sortLastYear } from '../../domain/look-back/last-year.ts';
import { type LookBackPlan, planLookBack } from '../../domain/look-back/plan-look-back.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { loadOrigins, loadRectifyLedger, questionsOf, type RectifyLedger, rectifyDueOn } from './load-look-back.ts';
import type { RoundDates } from './rectify-rows.ts';
import { type Actor, saveRows } from './save-rows.ts';
import { sendQuestions } from './send-questions.ts';
import { takeOver } from './take-over.ts';

export type LookBackNeeds = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings'>;

export interface LookBackRequest extends Actor {
  /** The year looked back at; its plans in force or withdrawn are. */
  readonly year: number;
  /** Closed rows that are asked about again; every office that has any is asked at least one. */
  readonly sampleSize: number;
  /** When the 整改 rows are due; null for three months from today, or the date that the round has already. */
  readonly dueOn: CivilDate | null;
  /** `look` changes nothing. */
  readonly mode: 'look' | 'start';
}

export interface LookBackRound {
  readonly year: number;
  /** As it stands after the round; undefined where none was begun. */
  readonly ledger: RectifyLedger | undefined;
  /** What the round added, or with `look` would add. */
  readonly planned: LookBackPlan;
  readonly titles: ReadonlyMap<string, string>;
  readonly dates: RoundDates;
  readonly left: LastYear['left'];
  readonly unreachable: readonly string[];
}

export const SAMPLE_SIZE = 20;
const DAYS_TO_ANSWER = 10;

/**
 * 回头看 over a year's ledger: what is unfinished becomes a row of the 整改台账 of the year after, a sample of what was closed is
 * asked about again, one card an office. Done again it adds nothing but what has slipped back since.
 */
export async function runLookBack(
  deps: LookBackNeeds,
  request: LookBackRequest,
): Promise<Outcome<LookBackRound, LookBackRefusal>> {
  const { year } = request;
  const today = civilDateOf(deps.clock.now());
  if (year >= yearOf(today)) return refused({ kind: 'year-not-over', year });
  if (request.dueOn !== null && request.dueOn <= today) return refused({ kind: 'due-over', on: request.dueOn });
  const all = (await deps.ledger.listPlans()).filter(({ state }) => state !== 'draft');
  const plans = all.filter((plan) => plan.year === year);
  if (plans.length === 0) {
    return refused({ kind: 'no-plan', year, known: [...new Set(all.map((plan) => plan.year))].sort((a, b) => a - b) });
  }
  const work = await workOut(deps, request, plans, today);
  const { before, planned, lastYear } = work;
  if (!before && planned.add.length === 0) return refused({ kind: 'nothing-to-look-back-at', year });
  const round = {
    year,
    planned,
    titles: new Map(plans.map(({ id, title }) => [id, title])),
    dates: work.dates,
    left: lastYear.left,
  };
  if (request.mode === 'look') return ok({ ...round, ledger: before, unreachable: [] });
  const ledger = await saveRound(deps, request, { ...work, titles: round.titles, issuer: issuerOf(plans) });
  const sent = ledger ? await sendQuestions(deps, ledger) : { unreachable: [] };
  return ok({ ...round, ledger, unreachable: sent.unreachable });
}

interface Work {
  readonly before: RectifyLedger | undefined;
  readonly lastYear: LastYear;
  readonly planned: LookBackPlan;
  readonly dates: RoundDates;
}

async function workOut(
  deps: LookBackNeeds,
  request: LookBackRequest,
  plans: readonly Plan[],
  today: CivilDate,
): Promise<Work> {
  const { year } = request;
  const [before, calendar, directory] = await Promise.all([
    loadRectifyLedger(deps, year),
    loadCalendar(deps),
    deps.directory.load(),
  ]);
  const parts: Part[] = [];
  for (const { id } of plans) {
    parts.push(...(await deps.ledger.findParts({ planId: id, publishedOnly: false, withReplies: false })));
  }
  const asked = await questionIds(deps, year);
  const lastYear = sortLastYear(
    parts.filter(({ taskId }) => !asked.has(taskId)),
    { year, today },
  );
  const planned = planLookBack({
    lastYear,
    origins: await loadOrigins(deps, before?.tasks ?? []),
    ledger: before ?? { tasks: [], parts: [] },
    year,
    sampleSize: request.sampleSize,
    officeIds: directory.offices.map(({ id }) => id),
  });
  const dueOn = request.dueOn ?? rectifyDueOn(before?.tasks ?? [], today);
  return { before, lastYear, planned, dates: { dueOn, answerBy: addWorkingDays(calendar, today, DAYS_TO_ANSWER) } };
}

/** The questions of an earlier round are no duties: they are neither carried on nor asked about. */
async function questionIds(deps: LookBackNeeds, year: number): Promise<ReadonlySet<string>> {
  const ledger = await loadRectifyLedger(deps, year - 1);
  return new Set(ledger ? questionsOf(ledger).map(({ taskId }) => taskId) : []);
}

/** @returns the ledger with what the round has added */
async function saveRound(
  deps: LookBackNeeds,
  request: LookBackRequest,
  work: Work & { readonly titles: ReadonlyMap<string, string>; readonly issuer: string | null },
): Promise<RectifyLedger | undefined> {
  const { before, planned } = work;
  // A ledger that was withdrawn, or whose publication was cut off, comes into force again.
  if (planned.add.length > 0 || planned.removeTaskIds.length > 0 || before?.plan.state !== 'published') {
    await saveRows(deps, { ...request, ...work });
  }
  const ledger = await loadRectifyLedger(deps, request.year);
  if (ledger) await takeOver(deps, { parts: planned.takenOver, plan: ledger.plan, ...request });
  return ledger;
}

function issuerOf(plans: readonly Plan[]): string | null {
  return plans.find(({ issuer }) => issuer !== null)?.issuer ?? null;
}
