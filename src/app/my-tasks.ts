import { civilDateOf } from '../domain/calendar/civil-date.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import { officesAnsweredFor, personByOpenId } from '../domain/directory/answering.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { taskList } from '../domain/reminders/task-list.ts';
import { type Deps, loadCalendar } from './deps.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings'>;

export type MyTasksRefusal = { readonly kind: 'unknown-person' } | { readonly kind: 'no-office' };

/** Queues the list of everything that a person answers for, as a card of its own. The same event again queues nothing. */
export async function sendMyTasks(
  deps: Needs,
  request: { readonly actorOpenId: string; readonly eventId: string },
): Promise<Outcome<null, MyTasksRefusal>> {
  const at = deps.clock.now();
  const directory = await deps.directory.load();
  const person = personByOpenId(directory, request.actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  if (officesAnsweredFor(directory, person.id).length === 0) return refused({ kind: 'no-office' });
  const card: SentCard = {
    id: deps.ids.next('card'),
    kind: 'mine',
    personId: person.id,
    on: civilDateOf(at),
    partIds: await partsOfPage(deps, person.id, 1),
    ui: { form: null, page: 1 },
    messageId: null,
    sentAt: null,
    supersededOn: null,
  };
  await deps.ledger.commit({
    at,
    event: { id: request.eventId, kind: 'my-tasks' },
    newCards: [card],
    messages: [
      {
        id: deps.ids.next('message'),
        key: `my-tasks:${request.eventId}`,
        to: { type: 'person', personId: person.id, openId: request.actorOpenId },
        purpose: 'my-tasks',
        body: { type: 'ledger-card', cardId: card.id },
        dueAt: at,
      },
    ],
    audit: [],
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
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { form: null, page }, partIds: await partsOfPage(deps, card.personId, page) }],
    audit: [],
  });
  return ok(null);
}

async function partsOfPage(deps: Needs, personId: string, page: number): Promise<readonly string[]> {
  const [directory, calendar] = await Promise.all([deps.directory.load(), loadCalendar(deps)]);
  const officeIds = officesAnsweredFor(directory, personId).map(({ id }) => id);
  const parts = await deps.ledger.findParts({ officeIds, withReplies: false });
  const list = taskList({ parts, today: civilDateOf(deps.clock.now()), calendar, page, keep: [] });
  return list.groups.flatMap(({ rows }) => rows.map(({ id }) => id));
}
