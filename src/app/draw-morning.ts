import type { BeatProblem, BeatsView } from '../cards/errands/beats-view.ts';
import { morningCard } from '../cards/morning-card.ts';
import { nudgesLeft } from '../cards/quotas/nudge-section.ts';
import { type CivilDate, civilDateOf } from '../domain/calendar/civil-date.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import { officesAnsweredFor } from '../domain/directory/answering.ts';
import { latestReply } from '../domain/ledger/decide-reply.ts';
import { eventTitleOf } from '../domain/ledger/event-clocks.ts';
import { heartbeatOf } from '../domain/ledger/heartbeat.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { PartActKind } from '../domain/ledger/part-act.ts';
import { unansweredActs } from '../domain/ledger/part-story.ts';
import { morningList } from '../domain/reminders/morning-list.ts';
import { isClosed, isDropped, isPaused } from '../domain/reminders/urgency.ts';
import { type FormProblem, type RowContext, rowOf, showsForm } from './card-rows.ts';
import { type Deps, loadCalendar } from './deps.ts';
import type { DrawnCard } from './draw-card.ts';
import { drawErrands, hasErrandForm, hasOpenErrand } from './errands/draw-errands.ts';
import { quietLine } from './events/quiet-events.ts';
import { countFanOuts } from './fan-out/fan-out-counts.ts';
import { drawNudges } from './quotas/draw-nudges.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** Draws a person's card of the day. A card has one open form: while a row's or an errand's is open, the heartbeats fold. */
export async function drawMorning(
  deps: Needs,
  card: SentCard,
  problem?: FormProblem,
  beatProblem?: BeatProblem,
): Promise<DrawnCard> {
  const now = deps.clock.now();
  const [directory, calendar] = await Promise.all([deps.directory.load(), loadCalendar(deps)]);
  const offices = officesAnsweredFor(directory, card.personId);
  const errandIds = new Set(Object.values(card.ui.errands ?? {}).flat());
  const [onCard, others, errands, quiet, nudges] = await Promise.all([
    deps.ledger.findParts({ ids: card.partIds.filter((id) => !errandIds.has(id)) }),
    findOthers(deps, offices, civilDateOf(now)),
    drawErrands(deps, { card, now, directory, calendar, problem }),
    quietLine(deps, card),
    drawNudges(deps, card),
  ]);
  const beats = onCard.filter((part) => isBeat(part, card));
  const rows = onCard.filter((part) => !beats.includes(part));
  const list = morningList({ onCard: rows, others, today: civilDateOf(now), calendar });
  const officeNames = [...new Set(onCard.map(({ officeName }) => officeName))];
  const manyOffices = officeNames.length > 1;
  const fanOuts = await countFanOuts(deps, directory, rows);
  const context = { card, now, calendar, problem, manyOffices, fanOuts, offices: directory.offices };
  const formOpen = rows.some((part) => showsForm(part, card)) || hasErrandForm(errands);
  const beatsView = viewOfBeats(beats, context, { folded: formOpen, problem: beatProblem ?? null });
  const json = morningCard({
    cardId: card.id,
    on: card.on,
    officeNames,
    supersededOn: card.supersededOn,
    counts: list.counts,
    sections: list.sections.map(({ kind, rows: parts }) => ({ kind, rows: parts.map((part) => rowOf(part, context)) })),
    beats: beatsView,
    errands,
    quiet,
    nudges,
    today: civilDateOf(now),
    hasList: offices.length > 0,
    leftOut: {
      rows: list.leftOut,
      answered: list.leftAlone,
      later: list.later.map((part) => ({
        no: part.taskNo,
        text: part.taskText,
        event: eventTitleOf(part),
        dueOn: part.dueOn,
      })),
    },
  });
  const open =
    rows.some(isOpen) || (beatsView?.waiting.length ?? 0) > 0 || hasOpenErrand(errands) || nudgesLeft(nudges) !== '';
  // Heartbeats that came back with a mistake stand there as they were typed.
  const typing = card.ui.writing === true && (beatsView?.waiting.length ?? 0) > 0;
  return { card: json, open, formOpen: formOpen || typing };
}

/** What a person's offices have open; with what was said only where it is late already. */
async function findOthers({ ledger }: Needs, offices: readonly { readonly id: string }[], today: CivilDate) {
  const officeIds = offices.map(({ id }) => id);
  const all = await ledger.findParts({ officeIds, states: ['open', 'working', 'blocked'], withReplies: false });
  const late = all.filter(({ dueOn, version }) => version > 1 && dueOn !== null && dueOn < today);
  const told = new Map((await ledger.findParts({ ids: late.map(({ id }) => id) })).map((part) => [part.id, part]));
  return all.map((part) => told.get(part.id) ?? part);
}

/** A duty without an end is a line of the form, unless somebody has said something about it that its office has to answer. */
function isBeat(part: Part, card: SentCard): boolean {
  return part.rule.kind === 'standing' && unansweredActs(part).length === 0 && !showsForm(part, card);
}

const NEWS_OF_CLOSED: readonly PartActKind[] = ['grant', 'refuse', 'instruct', 'urge', 'restart'];

/** What waits for an answer; or what is closed, and its office was not told by whom. */
function isOpen(part: Part): boolean {
  const act = part.acts.at(-1);
  const reply = latestReply(part);
  return !isClosed(part) || (!!act && NEWS_OF_CLOSED.includes(act.kind) && (!reply || act.at >= reply.at));
}

function viewOfBeats(
  beats: readonly Part[],
  context: RowContext,
  { folded, problem }: Pick<BeatsView, 'folded' | 'problem'>,
): BeatsView | null {
  const today = civilDateOf(context.now);
  const lines = beats.flatMap((part) => {
    const heartbeat = heartbeatOf(part, today);
    if (!heartbeat || isDropped(part)) return [];
    const row = rowOf(part, context);
    const { partId, version, no, text, officeName, lastReply } = row;
    const { confirmedOn, closing } = heartbeat;
    const facts = { partId, version, no, text, officeName, period: heartbeat.period.key, confirmedOn, closing };
    return [
      { facts, reply: lastReply, confirmed: heartbeat.confirmed || isClosed(part), paused: isPaused(part, today) },
    ];
  });
  const waiting = lines.flatMap(({ facts, confirmed, paused }) => (confirmed || paused ? [] : [facts]));
  const confirmed = lines
    .flatMap(({ facts, confirmed: is, reply }) => (is && reply ? [{ ...facts, reply }] : []))
    .toSorted((a, b) => b.reply.at - a.reply.at);
  return waiting.length + confirmed.length === 0 ? null : { waiting, confirmed, folded, problem };
}
