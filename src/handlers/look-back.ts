import type { z } from 'zod';
import { findAnswerablePart, isFromOldCard } from '../app/answerable-part.ts';
import type { Deps } from '../app/deps.ts';
import { carryRebounds } from '../app/look-back/carry-rebounds.ts';
import { type OpenFormRefusal, setOpenForm } from '../app/open-form.ts';
import { type RecordRefusal, recordReply } from '../app/record-reply.ts';
import { undoReply } from '../app/undo-reply.ts';
import type { LookBackStep } from '../cards/actions.ts';
import { ASK_FIELD } from '../cards/ask-form.ts';
import { answeredToast, sentenceMissingText, yearLookedBackAt } from '../cards/look-back/look-back-text.ts';
import { LONGEST, typedValues } from '../cards/report-form.ts';
import { doneToast, formErrorText, refusalToast } from '../cards/text.ts';
import { tidy } from '../cards/words.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import { latestReply } from '../domain/ledger/decide-reply.ts';
import { answerNote } from '../domain/look-back/question.ts';
import type { CardReply } from '../ports/inbound.ts';
import { accessReply, oldCardReply, type Press, standingToast, withCard } from './pressed-card.ts';

type LookBackPress = Press<z.infer<typeof LookBackStep>> & { readonly card: SentCard };

/** Answers to the questions of a round: 仍在落实, 已反弹 with a sentence, 撤回. */
export async function handleLookBack(deps: Deps, anyPress: Press<z.infer<typeof LookBackStep>>): Promise<CardReply> {
  const { action, press, card } = anyPress;
  if (card?.kind !== 'look-back') return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  if (isFromOldCard(card, action.o === 1)) return oldCardReply(deps, action.p, press, card);
  const pressed = { action, press, card };
  switch (action.a) {
    case 'look-back.holds':
      return answer(deps, pressed, null);
    case 'look-back.write':
      return setForm(deps, pressed, { partId: action.p, kind: 'trouble' });
    case 'look-back.cancel':
      return setForm(deps, pressed, null);
    case 'look-back.rebound':
      return submit(deps, pressed);
    case 'look-back.undo':
      return undo(deps, pressed);
  }
}

async function setForm(
  deps: Deps,
  { action, press, card }: LookBackPress,
  form: SentCard['ui']['form'],
): Promise<CardReply> {
  const { actorOpenId, eventId } = press;
  const opened = await setOpenForm(deps, { card, partId: action.p, version: action.n, form, actorOpenId, eventId });
  return opened.ok ? withCard(deps, null, card) : refusalReply(deps, opened.error, card);
}

async function submit(deps: Deps, pressed: LookBackPress): Promise<CardReply> {
  const { action, press, card } = pressed;
  const typed = press.form[ASK_FIELD.note];
  const sentence = tidy(typeof typed === 'string' ? typed : '');
  const length = Array.from(sentence).length;
  if (sentence !== '' && length <= LONGEST.note) return answer(deps, pressed, sentence);
  const access = await findAnswerablePart(deps, { partId: action.p, actorOpenId: press.actorOpenId });
  if (!access.ok) return accessReply(access.error);
  const error =
    sentence === '' ? sentenceMissingText() : formErrorText({ kind: 'note-too-long', length, longest: LONGEST.note });
  return withCard(deps, { type: 'warning', text: error }, card, { error, values: typedValues(press.form) });
}

/** @param sentence what has slipped back; null where nothing has */
async function answer(deps: Deps, { action, press, card }: LookBackPress, sentence: string | null): Promise<CardReply> {
  const recorded = await recordReply(deps, {
    partId: action.p,
    version: action.n,
    draft: { state: 'done', note: answerNote(sentence), links: [], percent: null, helpFrom: null },
    actorOpenId: press.actorOpenId,
    eventId: press.eventId,
    card,
  });
  if (!recorded.ok) {
    const problem = sentence === null ? undefined : typedValues(press.form);
    return refusalReply(deps, recorded.error, card, problem);
  }
  const { part, reply } = recorded.value;
  const dueOn = sentence === null ? null : await carry(deps, part.planId, reply);
  return withCard(deps, answeredToast(sentence !== null, dueOn), card);
}

async function undo(deps: Deps, { action, press, card }: LookBackPress): Promise<CardReply> {
  const access = await findAnswerablePart(deps, { partId: action.p, actorOpenId: press.actorOpenId });
  if (!access.ok) return accessReply(access.error);
  const reply = latestReply(access.value.part);
  if (!reply) return withCard(deps, doneToast({ kind: 'already-undone' }), card);
  const undone = await undoReply(deps, {
    partId: action.p,
    replyId: reply.id,
    actorOpenId: press.actorOpenId,
    eventId: press.eventId,
    card,
  });
  if (undone.ok) {
    await carry(deps, access.value.part.planId, {
      personId: access.value.person.id,
      personName: access.value.person.name,
    });
    const { state, percent } = undone.value.part;
    return withCard(deps, doneToast({ kind: 'undone', state, percent }), card);
  }
  if (!('part' in undone.error)) return accessReply(undone.error);
  if (undone.error.kind === 'too-late') return withCard(deps, refusalToast({ kind: 'undo-too-late' }), card);
  return withCard(deps, standingToast(undone.error.part), card);
}

/** The 整改台账 follows the answer. @returns when its rows are due */
async function carry(
  deps: Deps,
  planId: string,
  { personId, personName }: { readonly personId: string; readonly personName: string },
) {
  const plan = await deps.ledger.findPlan(planId);
  const year = plan && yearLookedBackAt(plan);
  return year === undefined ? null : carryRebounds(deps, year, { actor: personId, actorName: personName });
}

async function refusalReply(
  deps: Deps,
  refusal: OpenFormRefusal | RecordRefusal,
  card: SentCard,
  values?: ReturnType<typeof typedValues>,
): Promise<CardReply> {
  if (!('part' in refusal)) return accessReply(refusal);
  const toast = standingToast(refusal.part);
  return withCard(deps, toast, card, values && { error: toast.text, values });
}
