import { addDays, type CivilDate, daysBetween, yearOf } from '../calendar/civil-date.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Directory, Person } from '../directory/directory.ts';
import { type Recipient, recipientOf } from '../directory/find-office.ts';
import { groupBy } from '../group-by.ts';
import type { Counter } from './count-quotas.ts';
import { isLeaderDuty, type ProposalStep, proposalDue, proposalsBegin } from './leader-duty.ts';
import type { Submission } from './submission.ts';
import { hundredths } from './tally.ts';

/**
 * `none-yet`: two thirds of the period are over and nothing has come · `short`: it is about to end, and something is missing. In
 * place of the first, duties of leaders have two steps that propose days, see {@link proposalDue}.
 */
export type NudgeStep = 'none-yet' | 'short' | ProposalStep;

/** A counter that a person is told of at a step, once in its period. */
export interface CounterNudge {
  readonly ruleId: string;
  /** Null where the whole plan counts together. */
  readonly officeId: string | null;
  /** The key of the period. */
  readonly period: string;
  readonly step: NudgeStep;
}

/** A submission that was returned, as it stood when its office was told. */
export interface ReturnedNudge {
  readonly submissionId: string;
  readonly version: number;
}

/** What one card of the day says of 报送: the counters, what was returned, and the month (`YYYY-MM`) whose rates are asked for. */
export interface QuotaNotes {
  readonly counters: readonly CounterNudge[];
  readonly returned: readonly ReturnedNudge[];
  readonly ratesOf: string | null;
}

/** `on-pace`: something has come, or it is early · `in-review`: enough has come, and waits for 采用. */
export type NudgeSilence = 'rest-day' | 'met' | 'in-review' | 'on-pace' | 'told-already' | 'no-liaison' | 'no-open-id';

export interface PersonNudges {
  readonly person: Person & { readonly openId: string };
  readonly officeName: string;
  readonly notes: QuotaNotes;
}

export interface QuotaNudgePlan {
  readonly send: readonly PersonNudges[];
  readonly silent: readonly (Omit<CounterNudge, 'step'> & { readonly reason: NudgeSilence })[];
}

/** By person, what they were told before, as {@link toldKeys} names it. */
export type ToldNudges = ReadonlyMap<string, ReadonlySet<string>>;

const SHORT_BEFORE = 3;

export interface NudgeInput {
  /** Of the periods that today lies in. */
  readonly counters: readonly Counter[];
  /** Submissions that stand returned, and were not submitted anew. */
  readonly returned: readonly Pick<Submission, 'id' | 'officeId' | 'version'>[];
  /** The month before (`YYYY-MM`), and the offices that have not entered all of its rates. */
  readonly rates: { readonly month: string; readonly officeIds: readonly string[] };
  readonly told: ToldNudges;
  readonly directory: Directory;
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
}

/**
 * Decides whose card of the day speaks of 报送, and why the other counters are silent: nothing while an office is on pace; once when
 * two thirds of a period are over and nothing was accepted or waits for review; once from the third working day before its end on,
 * if something is missing. For a duty of leaders days are proposed in the second and the third quarter instead of a reminder when two
 * thirds of the year are over; where none of the offices of its row can be told, the 主管机构 is. What was missed, because the program did
 * not run or the day was one of rest, is said on the next working day, as long as the period lasts. What was returned and which
 * month's rates are missing is said once, too. On a day of rest nobody hears anything.
 */
export function planQuotaNudges(input: NudgeInput): QuotaNudgePlan {
  const around: Around = { ...input, find: finder(input), daysOf: dayFinder(input.calendar) };
  const verdicts = input.counters
    .filter(({ target }) => target > 0)
    .map((counter) => ({ counter, verdict: judge(counter, around) }));
  const items = isWorkingDay(input.calendar, input.today)
    ? [...verdicts.flatMap(({ verdict }) => (typeof verdict === 'string' ? [] : verdict)), ...onceTold(around)]
    : [];
  return {
    send: [...groupBy(items, ({ person }) => person.id).values()].flatMap((own) => merged(own)),
    silent: verdicts.flatMap(({ counter: { rule, officeId, period }, verdict }) =>
      typeof verdict === 'string' ? [{ ruleId: rule.ruleId, officeId, period: period.key, reason: verdict }] : [],
    ),
  };
}

/** What a card tells, one text for each thing that is told once. */
export function toldKeys({ counters, returned, ratesOf }: QuotaNotes): readonly string[] {
  return [
    ...counters.map(({ ruleId, officeId, period, step }) => `${step} ${ruleId} ${officeId ?? ''} ${period}`),
    ...returned.map(({ submissionId, version }) => `returned ${submissionId} ${version}`),
    ...(ratesOf === null ? [] : [`rates ${ratesOf}`]),
  ];
}

/** What has come and was neither accepted nor returned yet. */
export function waitingOf({ submitted, accepted, returned }: Standing): number {
  return hundredths(submitted - accepted - returned);
}

/** How many are still to be submitted: what waits for review may yet be accepted. */
export function missingOf(counter: Standing & Pick<Counter, 'target'>): number {
  return Math.max(0, hundredths(counter.target - counter.accepted - waitingOf(counter)));
}

/**
 * The days, of rest or not, from which on the two steps are due: the first after two thirds of the period, and the third working
 * day before its last one. The later step takes the place of the earlier.
 */
export function nudgeDays(
  { startsOn, endsOn }: Pick<Counter['period'], 'startsOn' | 'endsOn'>,
  calendar: WorkingCalendar,
): { readonly noneYetFrom: CivilDate; readonly shortFrom: CivilDate } {
  const days = daysBetween(startsOn, endsOn) + 1;
  const third = addWorkingDays(calendar, addDays(endsOn, 1), -1 - SHORT_BEFORE);
  return {
    noneYetFrom: addDays(startsOn, Math.ceil((days * 2) / 3)),
    shortFrom: third < startsOn ? startsOn : third,
  };
}

/** The first day on which anyone can have been told of a counter in its period. */
export function toldSince({ rule, period }: Pick<Counter, 'rule' | 'period'>, calendar: WorkingCalendar): CivilDate {
  const { noneYetFrom, shortFrom } = nudgeDays(period, calendar);
  if (isLeaderDuty(rule)) return proposalsBegin(yearOf(period.startsOn));
  const [first = noneYetFrom] = [noneYetFrom, shortFrom].toSorted();
  return first;
}

type Standing = Pick<Counter, 'submitted' | 'accepted' | 'returned'>;

interface Item {
  readonly person: PersonNudges['person'];
  readonly officeName: string;
  readonly notes: Partial<QuotaNotes>;
}

interface Around extends NudgeInput {
  readonly find: (officeId: string) => Recipient;
  readonly daysOf: (period: Counter['period']) => ReturnType<typeof nudgeDays>;
}

/** Who is told of a counter, or why nobody is. */
function judge(counter: Counter, around: Around): NudgeSilence | readonly Item[] {
  const standing = stepOf(counter, around);
  if ('silent' in standing) return standing.silent;
  const { rule, officeId, period } = counter;
  const nudge = { ruleId: rule.ruleId, officeId, period: period.key, step: standing.step };
  const found = officesToTell(counter, around).map((id) => ({ id, recipient: around.find(id) }));
  const hearers = found.flatMap(({ id, recipient }) => itemsOf(recipient, id, { counters: [nudge] }, around));
  if (hearers.length === 0) {
    return found.some(({ recipient }) => recipient.kind === 'no-open-id') ? 'no-open-id' : 'no-liaison';
  }
  const unheard = hearers.filter((item) => !wasTold(item, around));
  return unheard.length === 0 ? 'told-already' : unheard;
}

/** Leaders have no liaison: where no office of a row of theirs has one, the governing office arranges it. */
function officesToTell({ rule, officeId }: Counter, { directory, find }: Around): readonly string[] {
  if (officeId !== null) return [officeId];
  const own = rule.leadIds.length > 0 ? rule.leadIds : rule.officeIds;
  if (!isLeaderDuty(rule) || own.some((id) => find(id).kind === 'found')) return own;
  const governing = directory.posts.filter(({ role }) => role === 'governing').map((post) => post.officeId);
  return governing.length > 0 ? [...new Set(governing)] : own;
}

function stepOf(
  counter: Counter,
  { today, calendar, daysOf }: Around,
): { readonly step: NudgeStep } | { readonly silent: NudgeSilence } {
  if (!isWorkingDay(calendar, today)) return { silent: 'rest-day' };
  if (counter.met) return { silent: 'met' };
  if (missingOf(counter) === 0) return { silent: 'in-review' };
  const { noneYetFrom, shortFrom } = daysOf(counter.period);
  if (today >= shortFrom) return { step: 'short' };
  const registered = hundredths(counter.accepted + waitingOf(counter));
  const early = isLeaderDuty(counter.rule)
    ? proposalDue({ target: counter.target, registered }, today)
    : today >= noneYetFrom && registered === 0 && 'none-yet';
  return early ? { step: early } : { silent: 'on-pace' };
}

/** What was returned, and the month whose rates are missing. */
function onceTold(around: Around): readonly Item[] {
  const { returned, rates, find } = around;
  const items = [
    ...returned.flatMap(({ id, officeId, version }) =>
      itemsOf(find(officeId), officeId, { returned: [{ submissionId: id, version }] }, around),
    ),
    ...rates.officeIds.flatMap((officeId) => itemsOf(find(officeId), officeId, { ratesOf: rates.month }, around)),
  ];
  return items.filter((item) => !wasTold(item, around));
}

function itemsOf(
  recipient: Recipient,
  officeId: string,
  notes: Partial<QuotaNotes>,
  { directory }: Around,
): readonly Item[] {
  if (recipient.kind !== 'found') return [];
  const officeName = directory.offices.find(({ id }) => id === officeId)?.name ?? '';
  return [{ person: recipient.person, officeName, notes }];
}

function wasTold({ person, notes }: Item, { told }: Around): boolean {
  const before = told.get(person.id);
  return before !== undefined && toldKeys({ ...NOTHING, ...notes }).every((key) => before.has(key));
}

const NOTHING: QuotaNotes = { counters: [], returned: [], ratesOf: null };

/** A person who leads several offices hears of a counter of the whole plan once. */
function merged(own: readonly Item[]): readonly PersonNudges[] {
  const [first] = own;
  if (!first) return [];
  const counters = new Map(
    own.flatMap(({ notes }) =>
      (notes.counters ?? []).map((nudge) => [`${nudge.ruleId} ${nudge.officeId}`, nudge] as const),
    ),
  );
  const notes = {
    counters: [...counters.values()],
    returned: own.flatMap((item) => item.notes.returned ?? []),
    ratesOf: own.flatMap((item) => item.notes.ratesOf ?? [])[0] ?? null,
  };
  return [{ person: first.person, officeName: first.officeName, notes }];
}

function finder({ directory, today }: NudgeInput): Around['find'] {
  const known = new Map<string, Recipient>();
  return (officeId) => {
    const found = known.get(officeId) ?? recipientOf(directory, officeId, today);
    known.set(officeId, found);
    return found;
  };
}

/** Working days are counted once for each period. */
function dayFinder(calendar: WorkingCalendar): Around['daysOf'] {
  const known = new Map<string, ReturnType<typeof nudgeDays>>();
  return (period) => {
    const found = known.get(period.key) ?? nudgeDays(period, calendar);
    known.set(period.key, found);
    return found;
  };
}
