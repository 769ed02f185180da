import type { z } from 'zod';
import { isFromOldCard, type ReplacedCard } from '../app/answerable-part.ts';
import type { FormProblem } from '../app/card-rows.ts';
import type { Deps } from '../app/deps.ts';
import { setErrandForm } from '../app/errands/open-errand-form.ts';
import { setAwaitedDate } from '../app/errands/set-awaited-date.ts';
import { findActablePart, type RecordActRefusal, recordAct } from '../app/record-act.ts';
import { actRefusalText } from '../cards/act-text.ts';
import type { AwaitedStep, LeaderStep } from '../cards/actions.ts';
import { parseErrandForm } from '../cards/errands/errand-forms.ts';
import { datedText, instructedText, urgedText } from '../cards/errands/errand-text.ts';
import { LONGEST, typedValues } from '../cards/report-form.ts';
import { formErrorText, oldCardToast, refusalToast } from '../cards/text.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import type { CardReply } from '../ports/inbound.ts';
import { actRefusalReply } from './act-reply.ts';
import { type Press, withCard } from './pressed-card.ts';

type Step = z.infer<typeof LeaderStep> | z.infer<typeof AwaitedStep>;

interface Scene {
  readonly deps: Deps;
  readonly action: Step;
  readonly press: Press<Step>['press'];
  readonly card: SentCard;
}

/** 批示 and 催办 of a leader, 补时限 of an administrator. */
export async function handleErrand(deps: Deps, { action, press, card }: Press<Step>): Promise<CardReply> {
  if (!card) return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  const scene: Scene = { deps, action, press, card };
  if (isFromOldCard(card, action.o === 1)) return oldCard(scene, card);
  switch (action.a) {
    case 'leader.write':
      return turnForm(scene, 'instruct', true);
    case 'leader.cancel':
      return turnForm(scene, 'instruct', false);
    case 'awaited.write':
      return turnForm(scene, 'date', true);
    case 'awaited.cancel':
      return turnForm(scene, 'date', false);
    case 'leader.instruct':
      return instruct(scene);
    case 'leader.urge':
      return urge(scene);
    case 'awaited.date':
      return enterDate(scene);
  }
}

async function turnForm({ deps, action, press, card }: Scene, kind: 'instruct' | 'date', open: boolean) {
  const { actorOpenId, eventId } = press;
  const turned = await setErrandForm(deps, {
    card,
    partId: action.p,
    version: action.n,
    kind,
    open,
    actorOpenId,
    eventId,
  });
  if (turned.ok || turned.error.kind === 'event-seen') return withCard(deps, null, card);
  return actRefusalReply(deps, turned.error, card);
}

async function instruct(scene: Scene): Promise<CardReply> {
  const { note } = parseErrandForm(scene.press.form);
  const tooLong = lengthProblem(note);
  if (tooLong !== undefined) return formBack(scene, 'instruct', tooLong);
  const done = await act(scene, 'instruct', note);
  if (done.ok)
    return withCard(scene.deps, { type: 'success', text: instructedText(done.value.part.officeName) }, scene.card);
  return refusedForm(scene, 'instruct', done.error);
}

async function urge(scene: Scene): Promise<CardReply> {
  const done = await act(scene, 'urge', '');
  if (done.ok)
    return withCard(scene.deps, { type: 'success', text: urgedText(done.value.part.officeName) }, scene.card);
  return actRefusalReply(scene.deps, done.error, scene.card);
}

function act({ deps, action, press, card }: Scene, kind: 'instruct' | 'urge', note: string) {
  const { actorOpenId, eventId } = press;
  return recordAct(deps, { partId: action.p, version: action.n, draft: { kind, note }, actorOpenId, eventId, card });
}

async function enterDate(scene: Scene): Promise<CardReply> {
  const { deps, action, press, card } = scene;
  const { note, dueOn } = parseErrandForm(press.form);
  const tooLong = lengthProblem(note);
  if (tooLong !== undefined) return formBack(scene, 'date', tooLong);
  const { actorOpenId, eventId } = press;
  const dated = await setAwaitedDate(deps, {
    partId: action.p,
    version: action.n,
    dueOn,
    note,
    actorOpenId,
    eventId,
    card,
  });
  if (dated.ok) return withCard(deps, { type: 'success', text: datedText(dated.value) }, card);
  return refusedForm(scene, 'date', dated.error);
}

/** What was typed comes back with what is wrong, as long as the form is still the right one. */
async function refusedForm(scene: Scene, kind: 'instruct' | 'date', refusal: RecordActRefusal): Promise<CardReply> {
  if ('part' in refusal && refusal.kind !== 'event-seen' && MENDABLE.includes(refusal.kind)) {
    return formBack(scene, kind, actRefusalText(refusal));
  }
  return actRefusalReply(scene.deps, refusal, scene.card);
}

const MENDABLE: readonly RecordActRefusal['kind'][] = [
  'note-missing',
  'date-missing',
  'date-over',
  'date-too-far',
  'stale',
];

async function formBack(scene: Scene, kind: 'instruct' | 'date', text: string): Promise<CardReply> {
  const { deps, action, press, card } = scene;
  const access = await findActablePart(deps, { partId: action.p, actorOpenId: press.actorOpenId, card }, kind);
  if (!access.ok) return actRefusalReply(deps, access.error, card);
  const problem: FormProblem = { error: text, values: typedValues(press.form) };
  return withCard(deps, { type: 'warning', text }, card, problem);
}

function lengthProblem(note: string): string | undefined {
  const { length } = Array.from(note);
  return length > LONGEST.note ? formErrorText({ kind: 'note-too-long', length, longest: LONGEST.note }) : undefined;
}

async function oldCard({ deps, action, press }: Scene, card: ReplacedCard): Promise<CardReply> {
  const kind = action.a.startsWith('awaited') ? 'date' : 'urge';
  const access = await findActablePart(deps, { partId: action.p, actorOpenId: press.actorOpenId, card }, kind);
  if (!access.ok) return actRefusalReply(deps, access.error, card);
  return withCard(deps, oldCardToast(card.supersededOn), card);
}
