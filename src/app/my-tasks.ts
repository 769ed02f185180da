import { type CivilDate, civilDateOf } from '../domain/calendar/civil-date.ts';
import type { CardUi, SentCard } from '../domain/delivery/message.ts';
import { officesAnsweredFor, personByOpenId } from '../domain/directory/answering.ts';
import type { Part } from '../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { taskList } from '../domain/reminders/task-list.ts';
import { isClosed, isOverdue } from '../domain/reminders/urgency.ts';
import { type Deps, loadCalendar } from './deps.ts';
import { sendAskedCard } from './send-asked-card.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings'>;

export type MyTasksRefusal =
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'no-office' }
  /** 逾期 was asked for, and nothing is. */
  | { readonly kind: 'nothing-overdue' };

type Filter = NonNullable<CardUi['filter']>;

/**
 * Queues the list of everything that a person answers for, as a card of its own. The same event again queues nothing.
 *
 * @param request.filter only what is overdue
 */
export async function sendMyTasks(
  deps: Needs,
  request: { readonly actorOpenId: string; readonly eventId: string; readonly filter?: Filter },
): Promise<Outcome<null, MyTasksRefusal>> {
  const directory = await deps.directory.load();
  const person = personByOpenId(directory, request.actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  if (officesAnsweredFor(directory, person.id).length === 0) return refused({ kind: 'no-office' });
  const filter = request.filter && { filter: request.filter };
  const partIds = await partsOfPage(deps, person.id, { page: 1, ...filter });
  if (filter && partIds.length === 0) return refused({ kind: 'nothing-overdue' });
  await sendAskedCard(deps, {
    kind: 'mine',
    person: { ...person, openId: request.actorOpenId },
    eventId: request.eventId,
    partIds,
    ui: { page: 1, ...filter },
  });
  return ok(null);
}

/** Remembers which page a list shows. Only the person whose list it is turns its pages. */
export async function turnPage(
  deps: Needs,
  request: {
    readonly card: SentCard;
    readonly page: number;
    readonly actorOpenId: string;
    readonly eventId: string;
  },
): Promise<Outcome<null, { readonly kind: 'unknown-person' | 'not-your-list' }>> {
  const { card, page, eventId } = request;
  const person = personByOpenId(await deps.directory.load(), request.actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  if (person.id !== card.personId) return refused({ kind: 'not-your-list' });
  const ui: CardUi = { ...card.ui, form: null, page };
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui, partIds: await partsOfPage(deps, card.personId, ui) }],
    audit: [],
  });
  return ok(null);
}

async function partsOfPage(
  deps: Needs,
  personId: string,
  { page = 1, filter }: Pick<CardUi, 'page' | 'filter'>,
): Promise<readonly string[]> {
  const [directory, calendar] = await Promise.all([deps.directory.load(), loadCalendar(deps)]);
  const officeIds = officesAnsweredFor(directory, personId).map(({ id }) => id);
  const today = civilDateOf(deps.clock.now());
  const parts = filtered(await deps.ledger.findParts({ officeIds, withReplies: false }), { filter, today, keep: [] });
  const list = taskList({ parts, today, calendar, page, keep: [] });
  return list.groups.flatMap(({ rows }) => rows.map(({ id }) => id));
}

/** What a list is about. @param keep ids of parts that stay in sight although they were answered on this card */
export function filtered(
  parts: readonly Part[],
  { filter, today, keep }: { filter: Filter | undefined; today: CivilDate; keep: readonly string[] },
): readonly Part[] {
  if (filter === undefined) return parts;
  return parts.filter((part) => isOverdue(part, today) || (isClosed(part) && keep.includes(part.id)));
}
