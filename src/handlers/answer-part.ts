import type { z } from 'zod';
import { findAnswerablePart, formFits, isFromOldCard } from '../app/answerable-part.ts';
import type { Deps } from '../app/deps.ts';
import { setOpenForm } from '../app/open-form.ts';
import { type RecordRefusal, recordReply } from '../app/record-reply.ts';
import type { PartDone, PartReport } from '../cards/actions.ts';
import type { FormKind } from '../cards/morning-view.ts';
import { parseReportForm, type ReportForm, typedValues } from '../cards/report-form.ts';
import { doneToast, formErrorText, newDateNote, refusalToast } from '../cards/text.ts';
import { civilDateOf } from '../domain/calendar/civil-date.ts';
import type { ReplyDraft } from '../domain/ledger/decide-reply.ts';
import type { Part, Reply } from '../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import type { CardReply } from '../ports/inbound.ts';
import { accessReply, oldCardReply, type Press, standingToast, withCard } from './pressed-card.ts';

type Answer = z.infer<typeof PartDone> | z.infer<typeof PartReport>;

const DONE: ReplyDraft = { state: 'done', note: '', links: [], percent: null, helpFrom: null };

/** 办结, and 提交 of the form behind 填进展 and 有困难, or behind 已完成 and 未完成. */
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
  if (recorded.ok) return withCard(deps, doneToast(doneOf(read.value, recorded.value)), card);
  if (!('part' in recorded.error)) return accessReply(recorded.error);
  const misdated = dateRefusal(recorded.error);
  if (misdated) return formReply(deps, { action, press, card }, misdated);
  await closeOvertakenForm(deps, { action, press, card }, recorded.error.part);
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

/** A form that asks what the part does not wait for any more would keep the card from being brought up to date. */
async function closeOvertakenForm(deps: Deps, { action, press, card }: Press<Answer>, part: Part): Promise<void> {
  const form = card?.ui.form;
  if (!card || form?.partId !== part.id || formFits(part, form)) return;
  const { actorOpenId, eventId } = press;
  await setOpenForm(deps, { card, partId: action.p, version: action.n, form: null, actorOpenId, eventId });
}

function draftOf(action: Answer, form: CardReply['card'] & object): Outcome<ReplyDraft, FormRefusal> {
  if (action.a === 'part.done') return ok(DONE);
  const read = parseReportForm(form, action.k);
  if (!read.ok) return refused({ kind: 'form', error: read.error });
  return ok(draftFrom(action.k, read.value));
}

function draftFrom(kind: FormKind, { percent, note, link, helpFrom, date }: ReportForm): ReplyDraft {
  const said = { percent, note, links: link === null ? [] : [link], helpFrom };
  if (date === null) return { state: kind === 'trouble' ? 'trouble' : 'progress', ...said };
  if (kind === 'completed') return { state: 'done', ...said, completedOn: date };
  return { state: 'progress', ...said, note: newDateNote(date, note), newDueOn: date };
}

/** Only what is wrong with a day names one. */
function dateRefusal(error: RecordRefusal): FormRefusal | undefined {
  return 'on' in error ? { kind: 'form', error } : undefined;
}

interface FormRefusal {
  readonly kind: 'form';
  readonly error: Parameters<typeof formErrorText>[0];
}

function doneOf(
  { state, newDueOn }: ReplyDraft,
  { part, reply }: { readonly part: Part; readonly reply: Reply },
): Parameters<typeof doneToast>[0] {
  if (newDueOn) return { kind: 'postponed', to: newDueOn, today: civilDateOf(reply.at) };
  switch (state) {
    case 'done':
      return { kind: 'reported' };
    case 'progress':
      return { kind: 'progress', percent: part.percent };
    case 'trouble':
      return { kind: 'trouble' };
    case 'acknowledged':
      return { kind: 'acknowledged' };
    case 'updated':
    case 'unchanged':
      return { kind: 'confirmed', closing: part.state === 'reported' };
  }
}
