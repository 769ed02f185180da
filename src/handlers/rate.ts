import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import {
  keyOfLine,
  lineKey,
  loadRateLines,
  loadRatePerson,
  type RateLine,
  type RatePerson,
} from '../app/quotas/rates.ts';
import { drawRates, monthOfCard } from '../app/quotas/rates-draw.ts';
import { openRates, turnRatesCard } from '../app/quotas/rates-open.ts';
import { recordRates, takeRateBack } from '../app/quotas/rates-record.ts';
import type { RateStep, RatesStep } from '../cards/actions.ts';
import { parseRateForm } from '../cards/quotas/rate-form.ts';
import {
  type RateRefusal,
  rateRefusalText,
  rateRefusalToast,
  ratesDoneText,
  rateUndoneText,
} from '../cards/quotas/rate-text.ts';
import { doneToast, refusalToast } from '../cards/text.ts';
import { civilDateOf } from '../domain/calendar/civil-date.ts';
import { monthOfDay } from '../domain/calendar/month.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import type { CardReply } from '../ports/inbound.ts';
import { type Press, withCard } from './pressed-card.ts';

type Month = z.infer<typeof RatesStep>;
type Line = z.infer<typeof RateStep>;

interface Scene {
  readonly deps: Deps;
  readonly card: SentCard;
  readonly who: RatePerson;
  readonly month: string;
  readonly lines: readonly RateLine[];
  readonly eventId: string;
}

/** 填比率 and what its card offers. */
export async function handleRate(deps: Deps, { action, press, card }: Press<Month | Line>): Promise<CardReply> {
  if (action.a === 'rate.open') {
    const opened = await openRates(deps, { ...press, month: action.m ?? null });
    if (opened.ok) return { toast: doneToast({ kind: 'list-sent' }), card: null };
    const { kind } = opened.error;
    return { toast: kind === 'no-rates' ? rateRefusalToast({ kind }) : refusalToast({ kind }), card: null };
  }
  if (card?.kind !== 'rates') return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  const who = await loadRatePerson(deps, press.actorOpenId);
  if (!who) return { toast: refusalToast({ kind: 'unknown-person' }), card: null };
  if (who.person.id !== card.personId) return { toast: rateRefusalToast({ kind: 'not-your-card' }), card: null };
  const month = monthOfCard(card);
  const lines = await loadRateLines(deps, { offices: who.offices, month });
  const scene: Scene = { deps, card, who, month, lines, eventId: press.eventId };
  if ('r' in action) return onLine(scene, action);
  return action.a === 'rate.month' ? turn(scene, action.m) : report(scene, action.m, press.form);
}

async function turn({ deps, card, eventId }: Scene, month: string | undefined): Promise<CardReply> {
  if (month === undefined || month > monthOfDay(civilDateOf(deps.clock.now()))) {
    return withCard(deps, rateRefusalToast({ kind: 'month-ahead' }), card);
  }
  await turnRatesCard(deps, { card, eventId, month, writing: null });
  return withCard(deps, null, card);
}

/** 提交: nothing is entered until every line that was filled in is right; the form comes back as it was typed. */
async function report(
  scene: Scene,
  drawnFor: string | undefined,
  form: Readonly<Record<string, unknown>>,
): Promise<CardReply> {
  const { deps, card, who, month, lines, eventId } = scene;
  // The card shows another month by now: what was typed is not for it.
  if (drawnFor !== undefined && drawnFor !== month)
    return withCard(deps, rateRefusalToast({ kind: 'line-gone' }), card);
  // What was typed counts for its line, also where somebody else has entered that meanwhile.
  const named = lines.map((line) => ({ ...line, key: keyOfLine(line), of: line.rule.of, phrase: line.rule.phrase }));
  const read = parseRateForm(form, named);
  if (!read.ok) return formAgain(scene, read.error, form);
  const changed = await recordRates(deps, { who, month, entries: read.value, card, eventId });
  return withCard(deps, { type: 'success', text: ratesDoneText(changed) }, card);
}

async function formAgain(
  { deps, card }: Scene,
  refusal: RateRefusal,
  form: Readonly<Record<string, unknown>>,
): Promise<CardReply> {
  const problem = { form, error: rateRefusalText(refusal) };
  return { toast: rateRefusalToast(refusal), card: (await drawRates(deps, card, problem)).card };
}

async function onLine(scene: Scene, action: Line): Promise<CardReply> {
  const { deps, card, who, month, lines, eventId } = scene;
  const key = lineKey({ ruleId: action.r, officeId: action.o });
  const line = lines.find((each) => keyOfLine(each) === key);
  if (!line) return withCard(deps, rateRefusalToast({ kind: 'line-gone' }), card);
  if (action.a !== 'rate.undo') {
    await turnRatesCard(deps, { card, eventId, writing: action.a === 'rate.write' ? key : null });
    return withCard(deps, null, card);
  }
  const undone = await takeRateBack(deps, { who, month, line, card, eventId });
  if (!undone.ok) return withCard(deps, rateRefusalToast(undone.error), card);
  return withCard(deps, { type: 'success', text: rateUndoneText(undone.value) }, card);
}
