import { eventCard } from '../../cards/events/event-card.ts';
import { EVERY_OFFICE, type EventValues } from '../../cards/events/event-form.ts';
import type { EventCardView, EventFormView, EventRowView, EventView } from '../../cards/events/event-view.ts';
import { stateWords } from '../../cards/words.ts';
import { civilDateOf, type Instant, timeOfDay } from '../../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import { groupBy } from '../../domain/group-by.ts';
import { eventDates } from '../../domain/ledger/event-clocks.ts';
import type { Part } from '../../domain/ledger/part.ts';
import { isClosed } from '../../domain/reminders/urgency.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { mayReopenEvent } from './change-event.ts';
import { type EventSubject, subjectOf } from './event-subject.ts';
import {
  type EventActor,
  isByHour,
  loadEventRows,
  loadReader,
  type PlannedEventRow,
  partsOfEvent,
} from './load-events.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'directory' | 'settings' | 'admins'>;

/** What was typed before a form was refused, and why. */
export interface EventProblem {
  readonly values: EventValues;
  readonly error: string;
}

const ROWS_PER_PAGE = 8;

/** Draws the card from the ledger as it stands now. */
export async function drawEvent(
  deps: Needs,
  card: SentCard,
  problem?: EventProblem,
): Promise<{ readonly card: CardJson; readonly open: boolean; readonly formOpen: boolean }> {
  const subject = subjectOf(card);
  const view = await viewOf(deps, card, subject, problem);
  const formOpen = view.look === 'form' || (view.look === 'event' && view.correction !== null);
  return { card: eventCard(view), open: true, formOpen };
}

async function viewOf(
  deps: Needs,
  card: SentCard,
  subject: EventSubject,
  problem: EventProblem | undefined,
): Promise<EventCardView> {
  const now = deps.clock.now();
  const base = { cardId: card.id, today: civilDateOf(now) };
  if (subject.at === 'event') {
    const parts = await partsOfEvent(deps, subject.eventId);
    const [calendar, reader] = await Promise.all([loadCalendar(deps), loadReader(deps, card.personId)]);
    const event = eventView(subject.eventId, parts, {
      calendar,
      reopenable: reader !== undefined && mayReopenEvent(reader, parts, now),
    });
    if (!event) return { ...base, look: 'gone' };
    const correction = card.ui.writing === true && event.open ? correctionOf(event, problem) : null;
    return { ...base, look: 'event', event, correction };
  }
  const actor = await loadReader(deps, card.personId);
  const rows = actor ? await loadEventRows(deps, actor) : [];
  if (!actor || rows.length === 0) return { ...base, look: 'gone' };
  if (subject.at === 'list') return { ...base, look: 'list', ...pageOf(rows, card.ui.page ?? 1) };
  const row = rows.find(({ group }) => group.id === subject.rowId);
  if (!row) return { ...base, look: 'gone' };
  const { byHour } = row.group;
  const form = formOf(row, actor, { words: subject.words, now, problem });
  return { ...base, look: 'form', row: rowView(row), byHour, form, back: rows.length > 1 };
}

function pageOf(rows: readonly PlannedEventRow[], asked: number) {
  const pages = Math.ceil(rows.length / ROWS_PER_PAGE);
  const page = Math.min(Math.max(1, asked), pages);
  const shown = rows.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  return { rows: shown.map(rowView), page, pages };
}

function rowView({ task, group }: PlannedEventRow): EventRowView {
  return {
    id: group.id,
    no: task.no,
    text: task.text,
    event: group.event,
    rules: group.clocks.map(({ rule }) => rule),
  };
}

function formOf(
  row: PlannedEventRow,
  actor: EventActor,
  { words, now, problem }: { words: string; now: Instant; problem: EventProblem | undefined },
): EventFormView {
  const { offices, everyOffice } = row;
  const asksOffice = offices.length > 1 || (offices.length === 1 && everyOffice);
  const own = new Set(officesAnsweredFor(actor.directory, actor.person.id).map(({ id }) => id));
  const preset = offices.find(({ id }) => own.has(id))?.id ?? '';
  const fresh = {
    title: words,
    date: civilDateOf(now),
    time: row.group.byHour ? timeOfDay(now) : '',
    office: everyOffice ? EVERY_OFFICE : preset,
  };
  return {
    values: problem?.values ?? fresh,
    error: problem?.error ?? null,
    offices: asksOffice
      ? [
          ...(everyOffice ? [{ value: EVERY_OFFICE, text: `全部（${offices.length} 个）` }] : []),
          ...offices.map(({ id, name }) => ({ value: id, text: name })),
        ]
      : [],
  };
}

function correctionOf({ title, clocks }: EventView, problem: EventProblem | undefined): EventFormView {
  const [first] = clocks;
  const at = first?.eventAt ?? null;
  const values = { title, date: first?.eventOn ?? '', time: at === null ? '' : timeOfDay(at), office: '' };
  return { values: problem?.values ?? values, error: problem?.error ?? null, offices: [] };
}

function eventView(
  eventId: string,
  parts: readonly Part[],
  { calendar, reopenable }: { readonly calendar: WorkingCalendar; readonly reopenable: boolean },
): EventView | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const restarts = new Map(
    parts
      .flatMap(({ acts }) => acts)
      .filter(({ kind }) => kind === 'restart')
      .map((act) => [act.at, act]),
  );
  return {
    eventId,
    title: first.event ?? '',
    no: first.taskNo,
    text: first.taskText,
    byHour: isByHour(parts),
    clocks: [...groupBy(parts, ({ occurrenceId }) => occurrenceId).values()].flatMap((own) => clockView(own, calendar)),
    open: parts.some((part) => !isClosed(part)),
    stopped: parts.every(({ state }) => state === 'stopped'),
    reopenable,
    corrections: [...restarts.values()].toSorted((a, b) => a.at - b.at).slice(-3),
  };
}

function clockView(parts: readonly Part[], calendar: WorkingCalendar): EventView['clocks'] {
  const [first] = parts;
  if (first?.rule.kind !== 'within' || first.eventOn === null) return [];
  const { rule } = first;
  const counted = eventDates(rule, first.eventAt ?? first.eventOn, calendar);
  if (!counted.ok) return [];
  const offices = parts.map((part) => ({
    name: part.officeName,
    state: stateWords(part.state, part.percent),
    open: !isClosed(part),
  }));
  return [{ rule, ...counted.value, offices }];
}
