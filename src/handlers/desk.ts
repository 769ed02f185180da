import type { z } from 'zod';
import { isFromOldCard } from '../app/answerable-part.ts';
import type { Deps } from '../app/deps.ts';
import { fillDesk, openDesk } from '../app/desk/open-desk.ts';
import { setDeskForm } from '../app/desk/open-desk-form.ts';
import { findActablePart, type RecordActRefusal, recordAct } from '../app/record-act.ts';
import { actDoneText, actRefusalText, decidedAlreadyText } from '../cards/act-text.ts';
import type { DeskPage, DeskStep } from '../cards/actions.ts';
import { deskValues, parseDeskForm } from '../cards/desk/desk-form.ts';
import { deskRefusalToast } from '../cards/desk/desk-text.ts';
import { typedValues } from '../cards/report-form.ts';
import { doneToast, formErrorText, refusalToast, type Toast } from '../cards/text.ts';
import type { ActDraft } from '../domain/ledger/decide-act.ts';
import { isCorrectable } from '../domain/ledger/desk-queue.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { CardReply } from '../ports/inbound.ts';
import type { PartChange } from '../ports/ledger-store.ts';
import { actRefusalReply } from './act-reply.ts';
import { oldCardReply, type Press, standingToast, withCard } from './pressed-card.ts';

type PagePress = Press<z.infer<typeof DeskPage>>;
type StepPress = Press<z.infer<typeof DeskStep>>;

/** The record says why what was signed off waits again: nobody is asked for a sentence to mend a slip of the finger. */
const CORRECTED = '审核或批复有误，更正';

/** The reviewer's desk: 通过, 退文, and the decisions on requests. */
export async function handleDesk(
  deps: Deps,
  { action, ...pressed }: Press<z.infer<typeof DeskPage> | z.infer<typeof DeskStep>>,
): Promise<CardReply> {
  return 'p' in action ? step(deps, { action, ...pressed }) : turnDesk(deps, { action, ...pressed });
}

/** 去审核 sends the desk; 上一页, 下一页 and 刷新 fill it anew, for others they send their own. */
async function turnDesk(deps: Deps, { action, press, card }: PagePress): Promise<CardReply> {
  if (action.a === 'desk.page' && card?.kind === 'desk') {
    const { people } = await deps.directory.load();
    const owner = people.find(({ id }) => id === card.personId);
    if (owner?.openId === press.actorOpenId) {
      await fillDesk(deps, card, { page: action.g, eventId: press.eventId });
      return withCard(deps, null, card);
    }
  }
  const opened = await openDesk(deps, press);
  return { toast: opened.ok ? doneToast({ kind: 'list-sent' }) : deskRefusalToast(opened.error), card: null };
}

async function step(deps: Deps, pressed: StepPress): Promise<CardReply> {
  const { action, press, card } = pressed;
  if (card && isFromOldCard(card, action.o === 1)) return oldCardReply(deps, action.p, press, card);
  switch (action.a) {
    case 'desk.write-return':
      return write(deps, pressed, 'return');
    case 'desk.write-refuse':
      return write(deps, pressed, 'refuse');
    case 'desk.cancel':
      return write(deps, pressed, null);
    case 'desk.pass':
      return decide(deps, pressed, { kind: 'pass', note: '' });
    case 'desk.grant':
      return decide(deps, pressed, { kind: 'grant', note: '' });
    case 'desk.return':
      return submit(deps, pressed, 'return');
    case 'desk.refuse':
      return submit(deps, pressed, 'refuse');
    case 'desk.reopen':
      return correct(deps, pressed);
  }
}

async function write(
  deps: Deps,
  { action, press, card }: StepPress,
  kind: 'return' | 'refuse' | null,
): Promise<CardReply> {
  if (!card) return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  const { actorOpenId, eventId } = press;
  const written = await setDeskForm(deps, { card, partId: action.p, version: action.n, kind, actorOpenId, eventId });
  if (written.ok) return withCard(deps, null, card);
  if (!('part' in written.error)) return actRefusalReply(deps, written.error, card);
  return withCard(deps, written.error.kind === 'event-seen' ? null : lateToast(written.error.part), card);
}

/** 提交 of 退文 or 不同意: the form comes back with what was filled in and what is missing, or closes. */
async function submit(deps: Deps, pressed: StepPress, kind: 'return' | 'refuse'): Promise<CardReply> {
  const { action, press, card } = pressed;
  const read = parseDeskForm(press.form);
  if (read.ok) return decide(deps, pressed, { kind, ...read.value });
  const access = await findActablePart(deps, { partId: action.p, actorOpenId: press.actorOpenId }, kind);
  if (!access.ok) return actRefusalReply(deps, access.error, card);
  const error = formErrorText(read.error);
  return withCard(deps, { type: 'warning', text: error }, card, problemOf(press.form, error));
}

/** 更正 puts back what was just decided: what was signed off waits for 审核 again, what was excused is owed again. */
async function correct(deps: Deps, pressed: StepPress): Promise<CardReply> {
  const { action, press, card } = pressed;
  const access = await findActablePart(deps, { partId: action.p, actorOpenId: press.actorOpenId }, 'reopen');
  if (!access.ok) return actRefusalReply(deps, access.error, card);
  const { part } = access.value;
  if (part.version !== action.n) return withCard(deps, lateToast(part), card);
  if (!isCorrectable(part, deps.clock.now())) {
    return withCard(deps, { type: 'warning', text: '已过 24 小时，不能在这里更正；请联系局办公室' }, card);
  }
  const back: Partial<PartChange> =
    part.state === 'signed-off' ? { state: 'reported', closedOn: part.closedOn, newsOn: part.newsOn } : {};
  return decide(deps, pressed, { kind: 'reopen', note: CORRECTED }, back);
}

async function decide(
  deps: Deps,
  { action, press, card }: StepPress,
  draft: ActDraft,
  change: Partial<PartChange> = {},
): Promise<CardReply> {
  const { actorOpenId, eventId } = press;
  const before = await deps.ledger.findParts({ ids: [action.p], publishedOnly: false });
  const decided = await recordAct(deps, {
    partId: action.p,
    version: action.n,
    draft,
    actorOpenId,
    eventId,
    card,
    change,
  });
  if (decided.ok) {
    const { act, part } = decided.value;
    if (card?.kind === 'desk') await fillDesk(deps, card, { page: card.ui.page ?? 1, eventId: null });
    const after = { ...part, ...(change.state && { state: change.state }) };
    return withCard(deps, { type: 'success', text: actDoneText(act, before[0] ?? part, after) }, card);
  }
  const { error } = decided;
  if (!('part' in error)) return actRefusalReply(deps, error, card);
  if (TOO_LATE.includes(error.kind)) {
    const toast = lateToast(error.part);
    return withCard(deps, toast, card, problemOf(press.form, toast.text));
  }
  if (error.kind !== 'note-missing' && error.kind !== 'reasons-missing') return actRefusalReply(deps, error, card);
  const text = actRefusalText(error);
  return withCard(deps, { type: 'warning', text }, card, problemOf(press.form, text));
}

const TOO_LATE: readonly RecordActRefusal['kind'][] = ['stale', 'not-in-this-state', 'no-request', 'event-seen'];

/** How it stands, said to somebody whose press came too late or twice: who decided it, where somebody did. */
function lateToast(part: Part): Toast {
  const last = part.acts.at(-1);
  const reply = part.replies.findLast(({ undoneAt }) => undoneAt === null);
  if (last && (!reply || last.at >= reply.at)) return { type: 'info', text: decidedAlreadyText(last) };
  return standingToast(part);
}

function problemOf(form: Readonly<Record<string, unknown>>, error: string) {
  return { error, values: { ...typedValues(form), ...deskValues(form) } };
}
