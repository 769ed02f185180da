import type { z } from 'zod';
import { findAnswerablePart, isFromOldCard } from '../app/answerable-part.ts';
import { type Deps, loadCalendar } from '../app/deps.ts';
import { setOpenForm } from '../app/open-form.ts';
import { recordAct } from '../app/record-act.ts';
import { recordReply } from '../app/record-reply.ts';
import { actDoneText, actRefusalText } from '../cards/act-text.ts';
import type { PartAsk, PartMore, PartStep } from '../cards/actions.ts';
import { type AskForm, askValues, parseAskForm } from '../cards/ask-form.ts';
import { parseProofForm, proofErrorText } from '../cards/proof-form.ts';
import { typedValues } from '../cards/report-form.ts';
import type { AskKind } from '../cards/row-acts-view.ts';
import { readChoice } from '../cards/row-more.ts';
import { doneToast, formErrorText, refusalToast, type Toast } from '../cards/text.ts';
import { civilDateOf } from '../domain/calendar/civil-date.ts';
import { findOffice } from '../domain/directory/find-office.ts';
import { type ActDraft, type ActRefusal, decideAct } from '../domain/ledger/decide-act.ts';
import type { ReplyDraft } from '../domain/ledger/decide-reply.ts';
import type { Part } from '../domain/ledger/part.ts';
import { choicesOf } from '../domain/ledger/part-story.ts';
import { proofOf } from '../domain/ledger/proof.ts';
import type { CardReply } from '../ports/inbound.ts';
import { actRefusalReply } from './act-reply.ts';
import { accessReply, oldCardReply, type Press, standingToast, withCard } from './pressed-card.ts';

type RequestAction = z.infer<typeof PartMore> | z.infer<typeof PartStep> | z.infer<typeof PartAsk>;
type RequestPress = Press<RequestAction>;

type RequestKind = Exclude<AskKind, 'proof'>;

const SEEN: ReplyDraft = { state: 'acknowledged', note: '', links: [], percent: null, helpFrom: null };

/** The requests behind ⋯ of a row, 签收, and 撤回申请. */
export async function handleRequest(deps: Deps, pressed: RequestPress): Promise<CardReply> {
  const { action, press, card } = pressed;
  if (card && isFromOldCard(card, action.o === 1)) return oldCardReply(deps, action.p, press, card);
  switch (action.a) {
    case 'part.more':
      return choose(deps, pressed);
    case 'part.seen':
      return acknowledge(deps, pressed);
    case 'part.withdraw':
      return withdraw(deps, pressed);
    case 'part.resubmit':
      return openAskForm(deps, pressed, 'proof');
    case 'part.ask':
      if (action.k === 'proof') return resubmit(deps, pressed);
      return ask(deps, pressed, action.k);
  }
}

async function choose(deps: Deps, pressed: RequestPress): Promise<CardReply> {
  const choice = readChoice(pressed.press.option);
  switch (choice) {
    case 'seen':
      return acknowledge(deps, pressed);
    case 'withdraw':
      return withdraw(deps, pressed);
    case 'extension':
    case 'excuse':
    case 'transfer':
    case 'snooze':
      return openAskForm(deps, pressed, choice);
    case undefined:
      return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  }
}

/** Opens a form, unless it is clear already that nothing filled into it could count. */
async function openAskForm(deps: Deps, { action, press, card }: RequestPress, kind: AskKind): Promise<CardReply> {
  if (!card) return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  const { actorOpenId, eventId } = press;
  const access = await findAnswerablePart(deps, { partId: action.p, actorOpenId });
  if (!access.ok) return accessReply(access.error);
  const hopeless = kind === 'proof' ? null : await whyHopeless(deps, access.value.part, kind, action.n);
  if (hopeless) return withCard(deps, { type: 'warning', text: actRefusalText(hopeless) }, card);
  const form = { partId: action.p, kind };
  const opened = await setOpenForm(deps, { card, partId: action.p, version: action.n, form, actorOpenId, eventId });
  if (opened.ok || opened.error.kind === 'event-seen') return withCard(deps, null, card);
  return 'part' in opened.error ? withCard(deps, standingToast(opened.error.part), card) : accessReply(opened.error);
}

const FILLED_IN_LATER: readonly ActRefusal['kind'][] = [
  'date-missing',
  'office-missing',
  // Versions and closed rows are answered where the form is opened.
  'stale',
  'not-in-this-state',
];

async function whyHopeless(deps: Deps, part: Part, kind: RequestKind, version: number): Promise<ActRefusal | null> {
  const draft = { kind: ACT_OF[kind], note: '…' };
  const at = deps.clock.now();
  const decided = decideAct(part, draft, { version, at, calendar: await loadCalendar(deps) });
  return decided.ok || FILLED_IN_LATER.includes(decided.error.kind) ? null : decided.error;
}

const ACT_OF = {
  extension: 'ask-extension',
  excuse: 'ask-excuse',
  transfer: 'ask-transfer',
  snooze: 'snooze',
} as const satisfies Record<RequestKind, ActDraft['kind']>;

async function acknowledge(deps: Deps, pressed: RequestPress): Promise<CardReply> {
  return answer(deps, pressed, SEEN, doneToast({ kind: 'acknowledged' }));
}

async function answer(
  deps: Deps,
  { action, press, card }: RequestPress,
  draft: ReplyDraft,
  done: Toast,
): Promise<CardReply> {
  const { actorOpenId, eventId } = press;
  const recorded = await recordReply(deps, { partId: action.p, version: action.n, draft, actorOpenId, eventId, card });
  if (recorded.ok) return withCard(deps, done, card);
  if (!('part' in recorded.error)) return accessReply(recorded.error);
  const toast = standingToast(recorded.error.part);
  return withCard(deps, toast, card, problemOf(press.form, toast.text));
}

/** 办结 after 退文: the form comes back until it brings along what was missing. */
async function resubmit(deps: Deps, pressed: RequestPress): Promise<CardReply> {
  const { action, press, card } = pressed;
  const access = await findAnswerablePart(deps, { partId: action.p, actorOpenId: press.actorOpenId });
  if (!access.ok) return accessReply(access.error);
  const { part } = access.value;
  const proof = proofOf(part);
  if (!proof) return withCard(deps, standingToast(part), card);
  const read = parseProofForm(press.form, proof);
  if (read.ok) {
    const draft: ReplyDraft = { state: 'done', percent: null, helpFrom: null, ...read.value };
    return answer(deps, pressed, draft, doneToast({ kind: 'reported' }));
  }
  const text = proofErrorText(read.error);
  return withCard(deps, { type: 'warning', text }, card, problemOf(press.form, text));
}

async function withdraw(deps: Deps, pressed: RequestPress): Promise<CardReply> {
  return act(deps, pressed, { kind: 'withdraw', note: '' });
}

/** 提交 of a form: it comes back with what was typed and what is missing, or closes. */
async function ask(deps: Deps, pressed: RequestPress, kind: RequestKind): Promise<CardReply> {
  const read = parseAskForm(pressed.press.form, kind);
  if (read.ok) return act(deps, pressed, await draftFrom(deps, kind, read.value));
  const { action, press, card } = pressed;
  const access = await findAnswerablePart(deps, { partId: action.p, actorOpenId: press.actorOpenId });
  if (!access.ok) return accessReply(access.error);
  const problem = problemOf(press.form, formErrorText(read.error));
  return withCard(deps, refusalToast({ kind: 'form', error: read.error }), card, problem);
}

async function draftFrom(deps: Deps, kind: RequestKind, { note, date, office }: AskForm): Promise<ActDraft> {
  return { kind: ACT_OF[kind], note, dueOn: date, office: office === null ? null : await officeNamed(deps, office) };
}

async function officeNamed(deps: Deps, words: string) {
  const directory = await deps.directory.load();
  const chosen = directory.offices.find(({ id }) => id === words);
  if (chosen) return chosen;
  const found = findOffice(directory, words);
  return found.kind === 'found' ? found.office : null;
}

async function act(deps: Deps, { action, press, card }: RequestPress, draft: ActDraft): Promise<CardReply> {
  const { actorOpenId, eventId } = press;
  const before = await deps.ledger.findParts({ ids: [action.p], publishedOnly: false });
  const recorded = await recordAct(deps, { partId: action.p, version: action.n, draft, actorOpenId, eventId, card });
  if (recorded.ok) {
    const { act: done, part } = recorded.value;
    return withCard(deps, { type: 'success', text: actDoneText(done, before[0] ?? part, part) }, card);
  }
  const { error } = recorded;
  if (!('part' in error) || error.kind === 'event-seen') return actRefusalReply(deps, error, card);
  const text = error.kind === 'not-in-this-state' ? standingToast(error.part).text : actRefusalText(error);
  await closeHopelessForm(deps, { action, press, card }, error.part, draft.kind);
  return withCard(deps, { type: 'warning', text }, card, problemOf(press.form, text));
}

/** A form that nothing can be sent with any more would keep the card from being brought up to date. */
async function closeHopelessForm(
  deps: Deps,
  { action, press, card }: RequestPress,
  part: Part,
  kind: ActDraft['kind'],
): Promise<void> {
  const form = card?.ui.form;
  if (!card || form?.partId !== part.id || isAskable(part, kind, civilDateOf(deps.clock.now()))) return;
  const { actorOpenId, eventId } = press;
  await setOpenForm(deps, { card, partId: action.p, version: action.n, form: null, actorOpenId, eventId });
}

function isAskable(part: Part, kind: ActDraft['kind'], today: ReturnType<typeof civilDateOf>): boolean {
  return choicesOf(part, today).some((choice) => choice !== 'seen' && choice !== 'withdraw' && ACT_OF[choice] === kind);
}

function problemOf(form: Readonly<Record<string, unknown>>, error: string) {
  return { error, values: { ...typedValues(form), ...askValues(form) } };
}
