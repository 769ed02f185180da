import type {
  AwaitedView,
  ErrandsView,
  LateView,
  LeaderView,
  ReturnedView,
  StillView,
} from '../../cards/errands/errands-view.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { PartForm, SentCard } from '../../domain/delivery/message.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { recipientOf } from '../../domain/directory/find-office.ts';
import { groupBy } from '../../domain/group-by.ts';
import { isAwaitingDate } from '../../domain/ledger/awaited-date.ts';
import { latestAct } from '../../domain/ledger/decide-act.ts';
import { mayAct, standingsOf } from '../../domain/ledger/may-act.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { PartAct } from '../../domain/ledger/part-act.ts';
import { NEXT } from '../../domain/ledger/part-states.ts';
import { isReturnedOften, returnsOf, unansweredActs } from '../../domain/ledger/part-story.ts';
import { isClosed, isOverdue, workingDaysLeft } from '../../domain/reminders/urgency.ts';
import { type FormProblem, rowOf } from '../card-rows.ts';
import type { Deps } from '../deps.ts';
import { queryOf } from '../quotas/open-submissions.ts';
import { toldAsLeader } from './told-as-leader.ts';

type Needs = Pick<Deps, 'ledger' | 'quotas'>;

interface Scene {
  readonly card: SentCard;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly directory: Directory;
  readonly calendar: WorkingCalendar;
  readonly problem: FormProblem | undefined;
}

/** What a person has to see of other people's parts, as it stands now. */
export async function drawErrands(deps: Needs, scene: Omit<Scene, 'today'>): Promise<ErrandsView> {
  const around = { ...scene, today: civilDateOf(scene.now) };
  const { escalated = [], returned = [], stagnant = [], awaited = [], review } = scene.card.ui.errands ?? {};
  const [late, back, still, dateless, desk] = await Promise.all([
    findAll(deps, escalated),
    findAll(
      deps,
      returned.filter((id) => !escalated.includes(id)),
    ),
    findAll(
      deps,
      stagnant.filter((id) => !escalated.includes(id)),
    ),
    findAll(deps, awaited),
    review ? deskOf(deps, review, around) : null,
  ]);
  const dates = await deps.ledger.findParts({ occurrenceIds: dateless.map(({ occurrenceId }) => occurrenceId) });
  const byOccurrence = groupBy(dates, ({ occurrenceId }) => occurrenceId);
  return {
    desk,
    escalated: late.map((part) => lateView(part, around)).toSorted((a, b) => b.late - a.late),
    returned: back.map((part) => returnedView(part, around)),
    stagnant: still.map((part) => stillView(part, around)),
    awaited: dateless.map((part) => awaitedView(part, byOccurrence.get(part.occurrenceId) ?? [part], around)),
  };
}

async function findAll({ ledger }: Pick<Deps, 'ledger'>, ids: readonly string[]): Promise<readonly Part[]> {
  return ids.length === 0 ? [] : ledger.findParts({ ids });
}

/** The whole desk for the governing office, for others the requests that they were told of and nobody has decided. */
async function deskOf({ ledger, quotas }: Needs, partIds: readonly string[], { directory, card, today }: Scene) {
  if (partIds.length === 0) {
    const [reported, requests, submissions] = await Promise.all([
      ledger.countParts({ states: ['reported'] }),
      ledger.countParts({ withRequest: true }),
      quotas.countSubmissions(queryOf('queue', today)),
    ]);
    return { reported, requests, submissions };
  }
  const actor = { personId: card.personId, isAdministrator: false };
  const asked = (await ledger.findParts({ ids: partIds })).filter(
    (part) => part.request !== null && mayAct(standingsOf(directory, actor, part), 'grant', part),
  );
  return { reported: 0, requests: asked.length, submissions: 0 };
}

function lateView(part: Part, scene: Scene): LateView {
  const { today, calendar, directory } = scene;
  const recipient = recipientOf(directory, part.officeId, today);
  const dueOn = part.dueOn ?? today;
  const row = rowOf(part, { ...scene, manyOffices: false });
  return {
    ...leaderView(part, scene, { settled: !isOverdue(part, today) }),
    dueOn,
    late: Math.max(0, -workingDaysLeft(dueOn, today, calendar)),
    answer: row.lastReply,
    reminded:
      part.remindedOn !== null && recipient.kind === 'found'
        ? { personName: recipient.person.name, on: part.remindedOn }
        : null,
    returnedTimes: isReturnedOften(part) ? returnsOf(part) : null,
  };
}

function returnedView(part: Part, scene: Scene): ReturnedView {
  const last = latestAct(part, 'return');
  return {
    ...leaderView(part, scene, { settled: !isReturnedOften(part) }),
    times: returnsOf(part),
    last: last ? signedOn(last, scene.today) : null,
  };
}

function stillView(part: Part, scene: Scene): StillView {
  const reply = part.replies.findLast(({ undoneAt }) => undoneAt === null);
  const since = reply ? civilDateOf(reply.at) : null;
  const settled = isClosed(part) || (since !== null && since >= scene.card.on);
  return { ...leaderView(part, scene, { settled }), since, stale: part.rule.kind === 'standing' };
}

function leaderView(part: Part, scene: Scene, { settled }: { readonly settled: boolean }): LeaderView {
  const { card, directory, today } = scene;
  const standings = standingsOf(directory, { personId: card.personId, isAdministrator: false }, part);
  const leads = standings.has('leader') || toldAsLeader(card, card.personId, part.id);
  const urged = latestAct(part, 'urge');
  return {
    partId: part.id,
    version: part.version,
    no: part.taskNo,
    text: part.taskText,
    event: part.event,
    settled,
    officeName: part.officeName,
    state: part.state,
    percent: part.percent,
    mayInstruct: leads && NEXT[part.state].instruct !== undefined,
    mayUrge: NEXT[part.state].urge !== undefined && !(urged && civilDateOf(urged.at) >= today),
    said: unansweredActs(part)
      .filter(({ kind }) => kind === 'urge' || kind === 'instruct')
      .map((act) => signedOn(act, today)),
    form: settled ? null : formOf(part, 'instruct', scene),
  };
}

function signedOn(act: PartAct, today: CivilDate): ReturnedView['said'][number] {
  const on = civilDateOf(act.at);
  return { ...act, onOtherDay: on === today ? null : on };
}

function awaitedView(part: Part, all: readonly Part[], scene: Scene): AwaitedView {
  const rule = part.rule.kind === 'awaiting' ? part.rule : { issuer: null, document: null };
  const settled = !all.some(isAwaitingDate);
  const form = settled ? null : formOf(part, 'date', scene);
  return {
    partId: part.id,
    version: part.version,
    no: part.taskNo,
    text: part.taskText,
    event: part.event,
    settled,
    officeNames: all.map(({ officeName }) => officeName),
    phrase: part.rule.phrase,
    issuer: rule.issuer,
    document: rule.document,
    dueOn: settled ? (all.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null) : null,
    form: form && { ...form, date: scene.problem?.values.date ?? '' },
  };
}

function formOf(part: Part, kind: PartForm, { card, problem }: Scene) {
  if (card.ui.form?.partId !== part.id || card.ui.form.kind !== kind) return null;
  return { error: problem?.error ?? null, note: problem?.values.note ?? '' };
}

/** Whether anything of it still waits for this person. */
export function hasOpenErrand({ desk, escalated, returned, stagnant, awaited }: ErrandsView): boolean {
  const waiting = desk !== null && desk.reported + desk.requests + desk.submissions > 0;
  return waiting || [...escalated, ...returned, ...stagnant, ...awaited].some(({ settled }) => !settled);
}

/** Whether somebody may be typing in it. */
export function hasErrandForm({ escalated, returned, stagnant, awaited }: ErrandsView): boolean {
  return [...escalated, ...returned, ...stagnant, ...awaited].some(({ form }) => form !== null);
}
