import type { z } from 'zod';
import { findAnswerablePart, isFromOldCard } from '../app/answerable-part.ts';
import type { Deps } from '../app/deps.ts';
import { recordReply } from '../app/record-reply.ts';
import type { PartDone, PartReport } from '../cards/actions.ts';
import { parseReportForm, typedValues } from '../cards/report-form.ts';
import { doneToast, formErrorText, refusalToast } from '../cards/text.ts';
import type { ReplyDraft } from '../domain/ledger/decide-reply.ts';
import type { Part, ReplyState } from '../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import type { CardReply } from '../ports/inbound.ts';
import { accessReply, oldCardReply, type Press, standingToast, withCard } from './pressed-card.ts';

type Answer = z.infer<typeof PartDone> | z.infer<typeof PartReport>;

const DONE: ReplyDraft = { state: 'done', note: '', links: [], percent: null, helpFrom: null };

/** 办结, and 提交 of the form behind 填进展 and 有困难. */
export async function answerPart(deps: Deps, { action, press, card }: Press<Answer>): Promise<CardReply> {
  if (card && isFromOldCard(card, action.o === 1)) return oldCardReply(deps, action.p, press, card);
  const read = draftOf(action, press.form);
  if (!read.ok) return formReply(deps, { action, press, card }, read.error);
  const recorded = await recordReply(deps, {
    partId: action.p,
    version: action.n,
    draft: read.value,
    actorOpenId: press.actorOpenId,
    eventId: press.eventId,
    card,
  });
  if (recorded.ok) return withCard(deps, doneToast(doneOf(read.value.state, recorded.value.part)), card);
  if (!('part' in recorded.error)) return accessReply(recorded.error);
  const toast = standingToast(recorded.error.part);
  const problem = action.a === 'part.report' ? { error: toast.text, values: typedValues(press.form) } : undefined;
  return withCard(deps, toast, card, problem);
}

/** The form comes back with what was typed and what is missing, to whoever may fill it in. */
async function formReply(deps: Deps, { action, press, card }: Press<Answer>, refusal: FormRefusal): Promise<CardReply> {
  const access = await findAnswerablePart(deps, { partId: action.p, actorOpenId: press.actorOpenId });
  if (!access.ok) return accessReply(access.error);
  const problem = { error: formErrorText(refusal.error), values: typedValues(press.form) };
  return withCard(deps, refusalToast(refusal), card, problem);
}

function draftOf(action: Answer, form: CardReply['card'] & object): Outcome<ReplyDraft, FormRefusal> {
  if (action.a === 'part.done') return ok(DONE);
  const read = parseReportForm(form, action.k);
  if (!read.ok) return refused({ kind: 'form', error: read.error });
  const { percent, note, link, helpFrom } = read.value;
  return ok({ state: action.k, percent, note, links: link === null ? [] : [link], helpFrom });
}

interface FormRefusal {
  readonly kind: 'form';
  readonly error: Parameters<typeof formErrorText>[0];
}

function doneOf(state: ReplyState, part: Part): Parameters<typeof doneToast>[0] {
  switch (state) {
    case 'done':
      return { kind: 'reported' };
    case 'progress':
      return { kind: 'progress', percent: part.percent };
    case 'trouble':
      return { kind: 'trouble' };
  }
}
