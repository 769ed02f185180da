import { addDays, type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import { addWorkingDays, firstWorkingDayOfWeek, type WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Part } from '../../domain/ledger/part.ts';
import { nextPeriodDue } from '../../domain/ledger/periods.ts';
import type { DraftTask } from '../../domain/plan/import-report.ts';
import type { RuleKind } from '../../domain/plan/rule.ts';
import { ladderOn } from '../../domain/reminders/ladder.ts';
import { isOverdue, lastDateWithin } from '../../domain/reminders/urgency.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { queryOf } from '../quotas/open-submissions.ts';
import { patchableSince } from '../refresh-cards.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'quotas' | 'directory' | 'settings' | 'policy'>;

const OPEN_STATES = ['open', 'working', 'blocked', 'undated'] as const;
const WITH_AN_END: readonly RuleKind['kind'][] = ['by', 'every', 'within', 'awaiting', 'quota', 'rate'];

/** Everything that the plan of a morning looks at. */
export interface Morning {
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly directory: Directory;
  /** The parts that may speak to their offices, the late ones among them. */
  readonly parts: readonly Part[];
  readonly requests: readonly Part[];
  readonly awaiting: readonly Part[];
  readonly stagnant: readonly Part[];
  readonly reported: number;
  readonly submissions: number;
  readonly peopleOf: ReadonlyMap<string, DraftTask['people']>;
}

/** @param every loads every open part, also those that cannot have anything to say today */
export async function loadMorning(deps: Needs, { every }: { readonly every: boolean }): Promise<Morning> {
  const now = deps.clock.now();
  const today = civilDateOf(now);
  const calendar = await loadCalendar(deps);
  const [found, elsewhere, directory, unsent] = await Promise.all([
    every ? deps.ledger.findParts({ states: OPEN_STATES }) : findSpeaking(deps, today, calendar),
    findForErrands(deps, today, calendar),
    deps.directory.load(),
    deps.ledger.findUnsentCards({ since: patchableSince(now) }),
  ]);
  const unreachable = new Set(directory.people.flatMap(({ id, unreachableOn }) => (unreachableOn ? [id] : [])));
  const lost = unsent.filter((card) => card.kind === 'morning' && (card.on < today || unreachable.has(card.personId)));
  const parts = withoutLostCards(found, lost);
  return {
    today,
    calendar,
    directory,
    parts,
    ...elsewhere,
    peopleOf: await peopleInRows(deps, parts, today, calendar),
  };
}

/** The parts that may have something to say to their offices today, each found by an index of its own. */
async function findSpeaking(deps: Needs, today: CivilDate, calendar: WorkingCalendar): Promise<readonly Part[]> {
  const top = deps.policy.ladder[0] ?? 0;
  const found = await Promise.all([
    deps.ledger.findParts({ states: OPEN_STATES, dueOnOrBefore: lastDateWithin(top, today, calendar) }),
    deps.ledger.findParts({ withNews: true }),
    dueHeartbeats(deps, today, calendar),
  ]);
  return [...new Map(found.flat().map((part) => [part.id, part])).values()];
}

/** Duties without an end of the cadences whose period ends soon, as far as nobody has moved them since. */
async function dueHeartbeats(deps: Needs, today: CivilDate, calendar: WorkingCalendar): Promise<readonly Part[]> {
  const { heartbeatLadder } = deps.policy;
  const ladder = ladderOn(heartbeatLadder, calendar);
  const ending = (['month', 'quarter', 'year'] as const)
    .map((period) => nextPeriodDue({ period, due: null }, today))
    .filter(({ endsOn }) => ladder(endsOn, today) !== null);
  const last = ending.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn)).at(-1);
  if (!last) return [];
  // The statement for the year is asked for although somebody has said something earlier in its last period.
  const asked = addWorkingDays(calendar, addDays(last.endsOn, 1), -1 - (heartbeatLadder[0] ?? 0));
  const movedBefore = last.endsOn.endsWith('-12-31') ? asked : last.startsOn;
  return deps.ledger.findParts({ states: OPEN_STATES, ruleKinds: ['standing'], movedBefore });
}

/** What waits for a decision or a date, or stands still; what is late is among the speaking ones. */
async function findForErrands(deps: Needs, today: CivilDate, calendar: WorkingCalendar) {
  const movedBefore = addWorkingDays(calendar, today, -deps.policy.stagnantAfter);
  const weekBegins = firstWorkingDayOfWeek(calendar, today) === today;
  const [requests, awaiting, stagnant, reported, submissions] = await Promise.all([
    deps.ledger.findParts({ withRequest: true }),
    weekBegins ? deps.ledger.findParts({ states: ['undated', 'blocked'], ruleKinds: ['awaiting'] }) : [],
    Promise.all([
      deps.ledger.findParts({
        states: ['working', 'blocked'],
        ruleKinds: WITH_AN_END,
        movedBefore,
        notToldStagnant: true,
      }),
      weekBegins ? staleHeartbeats(deps, today) : [],
    ]),
    deps.ledger.countParts({ states: ['reported'] }),
    deps.quotas.countSubmissions(queryOf('queue', today)),
  ]);
  return { requests, awaiting, stagnant: stagnant.flat(), reported, submissions };
}

/** They turn 久未更新 where a period begins: looking once a week is enough. */
function staleHeartbeats(deps: Needs, today: CivilDate): Promise<readonly Part[]> {
  const month = nextPeriodDue({ period: 'month', due: null }, today);
  return deps.ledger.findParts({
    states: ['open', 'working', 'blocked'],
    ruleKinds: ['standing'],
    movedBefore: month.startsOn,
    notToldStagnant: true,
  });
}

/** A reminder whose card has not arrived on its day, or cannot arrive, was none; nor was anybody told who is late. */
function withoutLostCards(parts: readonly Part[], lost: readonly SentCard[]): readonly Part[] {
  const own = new Set(lost.flatMap(({ on, partIds }) => partIds.map((id) => `${id} ${on}`)));
  const steps = new Set(lost.flatMap(({ ui }) => Object.entries(ui.steps ?? {}).map(([id, step]) => `${id} ${step}`)));
  return parts.map((part) => ({
    ...part,
    ...(own.has(`${part.id} ${part.remindedOn}`) && { remindedOn: null }),
    ...(steps.has(`${part.id} ${part.escalated}`) && { escalated: part.escalated - 1 }),
  }));
}

/** The leaders that the plan names in the rows that are late enough for them. */
async function peopleInRows(
  deps: Needs,
  parts: readonly Part[],
  today: CivilDate,
  calendar: WorkingCalendar,
): Promise<Morning['peopleOf']> {
  const last = addWorkingDays(calendar, today, 1 - deps.policy.escalation[1]);
  const late = parts.filter(
    (part) => part.escalated < 2 && part.dueOn !== null && part.dueOn < last && isOverdue(part, today),
  );
  const planIds = [...new Set(late.map(({ planId }) => planId))];
  const tasks = await Promise.all(planIds.map((id) => deps.ledger.loadTasks(id)));
  return new Map(tasks.flat().map(({ id, people }) => [id, people]));
}
