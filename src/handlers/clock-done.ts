import type { z } from 'zod';
import { findAnswerablePart } from '../app/answerable-part.ts';
import type { Deps } from '../app/deps.ts';
import { type ClockProblem, drawClock } from '../app/events/draw-clock.ts';
import { recordReply } from '../app/record-reply.ts';
import type { ClockDone } from '../cards/actions.ts';
import { eventDoneToast } from '../cards/events/event-text.ts';
import { FIELD, parseReportForm } from '../cards/report-form.ts';
import { formErrorText, type Toast } from '../cards/text.ts';
import type { CardReply } from '../ports/inbound.ts';
import { accessReply, type Press, standingToast, withCard } from './pressed-card.ts';

const LINK_MISSING = '请填写已发布内容的网址';

/** 已发布 of a milestone: closed by its link, at the minute of the press. */
export async function closeClock(
  deps: Deps,
  { action, press, card }: Press<z.infer<typeof ClockDone>>,
): Promise<CardReply> {
  const access = await findAnswerablePart(deps, { partId: action.p, actorOpenId: press.actorOpenId });
  if (!access.ok) return accessReply(access.error);
  const typed = linkIn(press.form);
  const read = parseReportForm({ [FIELD.link]: typed }, 'progress');
  const link = read.ok ? read.value.link : null;
  if (link === null) {
    const isEmpty = read.ok || read.error.kind === 'nothing-filled';
    const error = isEmpty ? LINK_MISSING : formErrorText(read.error);
    const problem: ClockProblem = { partId: action.p, link: typed, error };
    const fresh = card && (await deps.ledger.findCard(card.id));
    const toast: Toast = { type: 'warning', text: error };
    return { toast, card: fresh?.kind === 'clock' ? (await drawClock(deps, fresh, problem)).card : null };
  }
  const recorded = await recordReply(deps, {
    partId: action.p,
    version: action.n,
    draft: { state: 'done', note: '', links: [link], percent: null, helpFrom: null },
    actorOpenId: press.actorOpenId,
    eventId: press.eventId,
    card,
  });
  if (recorded.ok) {
    const { reply, part } = recorded.value;
    const lateMs = part.dueAt === null ? 0 : reply.at - part.dueAt;
    return withCard(deps, eventDoneToast({ kind: 'published', at: reply.at, lateMs }), card);
  }
  return 'part' in recorded.error
    ? withCard(deps, standingToast(recorded.error.part), card)
    : accessReply(recorded.error);
}

/** Each milestone's field has a name of its own: a card has several forms. */
function linkIn(form: Readonly<Record<string, unknown>>): string {
  const value = Object.entries(form).find(([name]) => name.startsWith('link_'))?.[1];
  return typeof value === 'string' ? value : '';
}
