import { morningCard } from '../cards/morning-card.ts';
import { myTasksCard } from '../cards/my-tasks-card.ts';
import { civilDateOf } from '../domain/calendar/civil-date.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import { officesAnsweredFor } from '../domain/directory/answering.ts';
import type { Part } from '../domain/ledger/part.ts';
import { morningList } from '../domain/reminders/morning-list.ts';
import { taskList } from '../domain/reminders/task-list.ts';
import { isClosed } from '../domain/reminders/urgency.ts';
import type { CardJson } from '../ports/chat-gateway.ts';
import { type FormProblem, rowOf } from './card-rows.ts';
import { type Deps, loadCalendar } from './deps.ts';
import { confirmSubject } from './review/answer-confirmation.ts';
import { drawConfirmation, drawReview } from './review/draw-review.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'directory' | 'settings'>;

export interface DrawnCard {
  readonly card: CardJson;
  /** Whether anything on it still waits for an answer; a list that was asked for always counts as open. */
  readonly open: boolean;
  /** Somebody may be typing on it. */
  readonly formOpen: boolean;
}

/** Draws a card from the ledger as it stands now: the same card looks the same wherever it is drawn. */
export async function drawCard(deps: Needs, card: SentCard, problem?: FormProblem): Promise<DrawnCard> {
  switch (card.kind) {
    case 'morning':
      return drawMorning(deps, card, problem);
    case 'mine':
      return drawMine(deps, card, problem);
    case 'review':
      return { card: await drawReview(deps, card), open: true, formOpen: card.ui.writing === true };
    case 'confirm': {
      const version = await deps.ledger.findVersion(confirmSubject(card).versionId);
      // What is over by the morning is not sent any more.
      const open = version?.state === 'draft';
      return { card: await drawConfirmation(deps, card), open, formOpen: card.ui.writing === true };
    }
  }
}

async function drawMorning(deps: Needs, card: SentCard, problem: FormProblem | undefined): Promise<DrawnCard> {
  const now = deps.clock.now();
  const [directory, calendar] = await Promise.all([deps.directory.load(), loadCalendar(deps)]);
  const offices = officesAnsweredFor(directory, card.personId);
  const [onCard, others] = await Promise.all([
    deps.ledger.findParts({ ids: card.partIds }),
    deps.ledger.findParts({
      officeIds: offices.map(({ id }) => id),
      states: ['open', 'working', 'blocked'],
      withReplies: false,
    }),
  ]);
  const list = morningList({ onCard, others, today: civilDateOf(now), calendar });
  const officeNames = [...new Set(onCard.map(({ officeName }) => officeName))];
  const context = { card, now, calendar, problem, manyOffices: officeNames.length > 1 };
  const json = morningCard({
    cardId: card.id,
    on: card.on,
    officeNames,
    supersededOn: card.supersededOn,
    counts: list.counts,
    sections: list.sections.map(({ kind, rows }) => ({ kind, rows: rows.map((part) => rowOf(part, context)) })),
    leftOut: {
      rows: list.leftOut,
      answered: list.leftAlone,
      later: list.later.map(({ taskNo, taskText, dueOn }) => ({ no: taskNo, text: taskText, dueOn })),
    },
  });
  return { card: json, open: onCard.some((part) => !isClosed(part)), formOpen: hasForm(card, onCard) };
}

async function drawMine(deps: Needs, card: SentCard, problem: FormProblem | undefined): Promise<DrawnCard> {
  const now = deps.clock.now();
  const [directory, calendar] = await Promise.all([deps.directory.load(), loadCalendar(deps)]);
  const offices = officesAnsweredFor(directory, card.personId);
  const parts = await deps.ledger.findParts({ officeIds: offices.map(({ id }) => id) });
  const list = taskList({ parts, today: civilDateOf(now), calendar, page: card.ui.page ?? 1, keep: card.partIds });
  const context = { card, now, calendar, problem, manyOffices: offices.length > 1 };
  const json = myTasksCard({
    cardId: card.id,
    on: civilDateOf(now),
    officeNames: offices.map(({ name }) => name),
    groups: list.groups.map(({ kind, count, rows }) => ({
      kind,
      count,
      rows: rows.map((part) => rowOf(part, context)),
    })),
    page: list.pages > 1 ? { number: list.page, of: list.pages } : null,
  });
  return { card: json, open: true, formOpen: hasForm(card, parts) };
}

/** A form goes with its row: once that is answered by somebody else there is nothing to fill in. */
function hasForm({ ui }: SentCard, parts: readonly Part[]): boolean {
  return parts.some((part) => part.id === ui.form?.partId && !isClosed(part));
}
