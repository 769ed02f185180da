import { clockCard } from '../../cards/events/clock-card.ts';
import type { ClockCardView, ClockPartView } from '../../cards/events/event-view.ts';
import type { Instant } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import { groupBy } from '../../domain/group-by.ts';
import { decideUndo, latestReply } from '../../domain/ledger/decide-reply.ts';
import type { Part } from '../../domain/ledger/part.ts';
import { isClosed } from '../../domain/reminders/urgency.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import type { Deps } from '../deps.ts';
import { mayChangeEvent, mayReopenEvent } from './change-event.ts';
import { loadReader } from './load-events.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'directory' | 'admins'>;

/** A link that was refused, and why. */
export interface ClockProblem {
  readonly partId: string;
  readonly link: string;
  readonly error: string;
}

/** Draws the card from the ledger as it stands now. Its forms never keep it from being brought up to date: time runs. */
export async function drawClock(
  deps: Needs,
  card: SentCard,
  problem?: ClockProblem,
): Promise<{ readonly card: CardJson; readonly open: boolean; readonly formOpen: boolean }> {
  const now = deps.clock.now();
  const [parts, directory, reader] = await Promise.all([
    deps.ledger.findParts({ ids: card.partIds }),
    deps.directory.load(),
    loadReader(deps, card.personId),
  ]);
  const own = new Set(officesAnsweredFor(directory, card.personId).map(({ id }) => id));
  const milestones = [...groupBy(parts, ({ occurrenceId }) => occurrenceId).values()];
  const view: ClockCardView = {
    cardId: card.id,
    eventId: card.subject ?? '',
    title: parts[0]?.event ?? '',
    text: parts[0]?.taskText ?? '',
    now,
    milestones: milestones.flatMap((group) => milestoneOf(group, { own, now, problem })),
    reopenable: reader !== undefined && mayReopenEvent(reader, parts, now),
    stoppable: reader !== undefined && mayChangeEvent(reader, parts),
  };
  return { card: clockCard(view), open: parts.some((part) => !isClosed(part)), formOpen: false };
}

interface Around {
  readonly own: ReadonlySet<string>;
  readonly now: Instant;
  readonly problem: ClockProblem | undefined;
}

function milestoneOf(parts: readonly Part[], around: Around): ClockCardView['milestones'] {
  const [first] = parts;
  if (first?.rule.kind !== 'within' || first.eventAt === null || first.dueAt === null) return [];
  const { rule, eventAt, dueAt } = first;
  return [{ rule, eventAt, dueAt, parts: parts.map((part) => partView(part, around)) }];
}

function partView(part: Part, { own, now, problem }: Around): ClockPartView {
  const { id, version, officeName, state } = part;
  const isOwn = own.has(part.officeId);
  const reply = state === 'reported' || state === 'signed-off' ? latestReply(part) : undefined;
  const typed = problem?.partId === id ? problem : null;
  return {
    partId: id,
    version,
    officeName,
    state: stateOf(part),
    done: reply
      ? {
          replyId: reply.id,
          personName: reply.personName,
          at: reply.at,
          link: reply.links[0] ?? null,
          undoable: isOwn && decideUndo(part, reply.id, now).ok,
        }
      : null,
    form: isOwn && !isClosed(part) ? { link: typed?.link ?? '', error: typed?.error ?? null } : null,
  };
}

function stateOf({ state }: Part): ClockPartView['state'] {
  switch (state) {
    case 'reported':
    case 'signed-off':
      return 'done';
    case 'stopped':
      return 'stopped';
    case 'excused':
      return 'excused';
    case 'open':
    case 'working':
    case 'blocked':
    case 'undated':
      return 'open';
  }
}
