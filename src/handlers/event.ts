import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import { correctEvent, reopenEvent, stopEvent, writeCorrection } from '../app/events/change-event.ts';
import { drawEvent, type EventProblem } from '../app/events/draw-event.ts';
import { subjectOf } from '../app/events/event-subject.ts';
import { type EventActor, isByHour, loadActor, loadEventRows, partsOfEvent } from '../app/events/load-events.ts';
import { openEventForm, turnEventCard } from '../app/events/open-event-form.ts';
import { registerEvent } from '../app/events/register-event.ts';
import type { ClockDone, EventChange, EventStep } from '../cards/actions.ts';
import { eventValues, parseEventForm } from '../cards/events/event-form.ts';
import { type EventRefusal, eventDoneToast, eventRefusalText, eventRefusalToast } from '../cards/events/event-text.ts';
import { doneToast, refusalToast, type Toast } from '../cards/text.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import type { CardReply } from '../ports/inbound.ts';
import { closeClock } from './clock-done.ts';
import { type Press, withCard } from './pressed-card.ts';

type Step = z.infer<typeof EventStep>;
type Change = z.infer<typeof EventChange>;

/** 登记触发, its corrections, and hour clocks. */
export async function handleEvent(
  deps: Deps,
  { action, press, card }: Press<Step | Change | z.infer<typeof ClockDone>>,
): Promise<CardReply> {
  switch (action.a) {
    case 'clock.done':
      return closeClock(deps, { action, press, card });
    case 'event.open':
      return isTurning(action, card)
        ? onOwnCard(deps, { action, press, card })
        : sendForm(deps, { action, press, card });
    case 'event.choose':
    case 'event.register':
    case 'event.write':
    case 'event.correct':
    case 'event.stop':
    case 'event.reopen':
    case 'event.cancel':
      return onOwnCard(deps, { action, press, card });
  }
}

/** 上一页, 下一页 and 返回 of a card on which nothing was registered yet. */
function isTurning(action: Step, card: SentCard | undefined): boolean {
  return card?.kind === 'event' && action.g !== undefined && subjectOf(card).at !== 'event';
}

async function sendForm(deps: Deps, { action, press }: Press<Step>): Promise<CardReply> {
  const sent = await openEventForm(deps, { ...press, words: null, rowId: action.t });
  if (sent.ok) return { toast: doneToast({ kind: 'list-sent' }), card: null };
  return { toast: openRefusalToast(sent.error.kind), card: null };
}

function openRefusalToast(kind: 'unknown-person' | 'no-events'): Toast {
  return kind === 'no-events' ? eventRefusalToast({ kind }) : refusalToast({ kind });
}

interface Scene {
  readonly deps: Deps;
  readonly card: SentCard;
  readonly actor: EventActor;
  readonly eventId: string;
  readonly form: Readonly<Record<string, unknown>>;
}

/** A card is its person's own; what is done about an event is for its offices, whoever's card it stands on. */
async function onOwnCard(deps: Deps, { action, press, card }: Press<Step | Change>): Promise<CardReply> {
  if (card?.kind !== 'event' && card?.kind !== 'clock')
    return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  const actor = await loadActor(deps, press.actorOpenId);
  if (!actor) return { toast: refusalToast({ kind: 'unknown-person' }), card: null };
  if (actor.person.id !== card.personId) return { toast: eventRefusalToast({ kind: 'not-your-card' }), card: null };
  const scene: Scene = { deps, card, actor, eventId: press.eventId, form: press.form };
  return 'e' in action ? change(scene, action) : step(scene, action);
}

async function step(scene: Scene, action: Step): Promise<CardReply> {
  const { deps, card, eventId } = scene;
  const subject = subjectOf(card);
  if (subject.at === 'event') return withCard(deps, eventDoneToast({ kind: 'already-registered' }), card);
  if (action.a === 'event.register') return register(scene, action.t ?? '');
  const { words } = subject;
  const next =
    action.a === 'event.choose' && action.t !== undefined
      ? ({ at: 'form', rowId: action.t, words } as const)
      : ({ at: 'list', words } as const);
  await turnEventCard(deps, { card, subject: next, page: action.g ?? card.ui.page ?? 1, eventId });
  return withCard(deps, null, card);
}

async function register(scene: Scene, rowId: string): Promise<CardReply> {
  const { deps, card, actor } = scene;
  const row = (await loadEventRows(deps, actor)).find(({ group }) => group.id === rowId);
  if (!row) return formAgain(scene, { kind: 'row-gone' });
  const form = parseEventForm(eventValues(scene.form), row.group.byHour);
  if (!form.ok) return formAgain(scene, form.error);
  const registered = await registerEvent(deps, { card, actor, row, form: form.value });
  if (!registered.ok) return formAgain(scene, registered.error);
  const { again, dueOn } = registered.value;
  if (again) return withCard(deps, eventDoneToast({ kind: 'already-registered' }), card);
  const done = row.group.byHour ? ({ kind: 'clock-started' } as const) : ({ kind: 'registered', dueOn } as const);
  return withCard(deps, eventDoneToast(done), card);
}

async function change(scene: Scene, action: Change): Promise<CardReply> {
  const { deps, card, actor, eventId } = scene;
  const request = { card, actor, eventId, subject: action.e };
  switch (action.a) {
    case 'event.write':
    case 'event.cancel':
      await writeCorrection(deps, { card, eventId, writing: action.a === 'event.write' });
      return withCard(deps, null, card);
    case 'event.stop': {
      const stopped = await stopEvent(deps, request);
      return withCard(deps, stopped.ok ? eventDoneToast({ kind: 'stopped' }) : eventRefusalToast(stopped.error), card);
    }
    case 'event.reopen': {
      const reopened = await reopenEvent(deps, request);
      const toast = reopened.ok ? eventDoneToast({ kind: 'reopened' }) : eventRefusalToast(reopened.error);
      return withCard(deps, toast, card);
    }
    case 'event.correct': {
      const parts = await partsOfEvent(deps, action.e);
      const form = parseEventForm(eventValues(scene.form), isByHour(parts));
      if (!form.ok) return formAgain(scene, form.error);
      const corrected = await correctEvent(deps, { ...request, form: form.value });
      return corrected.ok
        ? withCard(deps, eventDoneToast({ kind: 'corrected' }), card)
        : formAgain(scene, corrected.error);
    }
  }
}

/** The form comes back with what was typed and what is missing. */
async function formAgain({ deps, card, form }: Scene, refusal: EventRefusal): Promise<CardReply> {
  const problem: EventProblem = { values: eventValues(form), error: eventRefusalText(refusal) };
  const fresh = (await deps.ledger.findCard(card.id)) ?? card;
  return { toast: eventRefusalToast(refusal), card: (await drawEvent(deps, fresh, problem)).card };
}
