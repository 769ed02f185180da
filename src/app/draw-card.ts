import { myTasksCard } from '../cards/my-tasks-card.ts';
import { civilDateOf } from '../domain/calendar/civil-date.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import { officesAnsweredFor } from '../domain/directory/answering.ts';
import type { Part } from '../domain/ledger/part.ts';
import { taskList } from '../domain/reminders/task-list.ts';
import type { CardJson } from '../ports/chat-gateway.ts';
import { type FormProblem, rowOf, showsForm } from './card-rows.ts';
import { type Deps, loadCalendar } from './deps.ts';
import { drawDesk } from './desk/draw-desk.ts';
import { drawDetails } from './details/draw-details.ts';
import { drawMorning } from './draw-morning.ts';
import { drawClock } from './events/draw-clock.ts';
import { drawEvent } from './events/draw-event.ts';
import { mayRegister } from './events/load-events.ts';
import { drawFanOut } from './fan-out/draw-fan-out.ts';
import { countFanOuts } from './fan-out/fan-out-counts.ts';
import { drawLookBack } from './look-back/draw-look-back.ts';
import { drawApproval } from './monthly/draw-approval.ts';
import { filtered } from './my-tasks.ts';
import { drawMyQuotas } from './quotas/draw-my-quotas.ts';
import { drawSubmission } from './quotas/draw-submission.ts';
import { drawSubmissions } from './quotas/draw-submissions.ts';
import { drawRates } from './quotas/rates-draw.ts';
import { mayEnterRates } from './quotas/rates-open.ts';
import { confirmSubject } from './review/answer-confirmation.ts';
import { drawConfirmation, drawReview } from './review/draw-review.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'quotas' | 'directory' | 'settings' | 'admins'>;

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
    case 'desk':
      return drawDesk(deps, card, problem);
    case 'event':
      return drawEvent(deps, card);
    case 'clock':
      return drawClock(deps, card);
    case 'fan-out':
      return drawFanOut(deps, card);
    case 'submission':
      return drawSubmission(deps, card);
    case 'my-quotas':
      return drawMyQuotas(deps, card);
    case 'submissions':
      return drawSubmissions(deps, card);
    case 'monthly':
      return drawApproval(deps, card);
    case 'details':
      return drawDetails(deps, card);
    case 'rates':
      return drawRates(deps, card);
    case 'look-back':
      return drawLookBack(deps, card, problem);
    case 'confirm': {
      const version = await deps.ledger.findVersion(confirmSubject(card).versionId);
      // What is over by the morning is not sent any more.
      const open = version?.state === 'draft';
      return { card: await drawConfirmation(deps, card), open, formOpen: card.ui.writing === true };
    }
  }
}

async function drawMine(deps: Needs, card: SentCard, problem: FormProblem | undefined): Promise<DrawnCard> {
  const now = deps.clock.now();
  const [directory, calendar] = await Promise.all([deps.directory.load(), loadCalendar(deps)]);
  const offices = officesAnsweredFor(directory, card.personId);
  const today = civilDateOf(now);
  const all = await deps.ledger.findParts({ officeIds: offices.map(({ id }) => id) });
  const parts = filtered(all, { filter: card.ui.filter, today, keep: card.partIds });
  const list = taskList({ parts, today, calendar, page: card.ui.page ?? 1, keep: card.partIds });
  const context = {
    card,
    now,
    calendar,
    problem,
    manyOffices: offices.length > 1,
    fanOuts: await countFanOuts(
      deps,
      directory,
      list.groups.flatMap(({ rows }) => rows),
    ),
    offices: directory.offices,
  };
  const json = myTasksCard({
    cardId: card.id,
    on: civilDateOf(now),
    officeNames: offices.map(({ name }) => name),
    ...(card.ui.filter && { filter: card.ui.filter }),
    groups: list.groups.map(({ kind, count, rows }) => ({
      kind,
      count,
      rows: rows.map((part) => rowOf(part, context)),
    })),
    registers: !card.ui.filter && (await mayRegister(deps, directory, card.personId)),
    entersRates: !card.ui.filter && (await mayEnterRates(deps, directory, card.personId)),
    page: list.pages > 1 ? { number: list.page, of: list.pages } : null,
  });
  return { card: json, open: true, formOpen: hasForm(card, parts) };
}

/** A form goes with its row: once that is answered by somebody else there is nothing to fill in. */
function hasForm(card: SentCard, parts: readonly Part[]): boolean {
  return parts.some((part) => showsForm(part, card));
}
