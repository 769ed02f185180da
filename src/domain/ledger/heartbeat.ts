import { type CivilDate, civilDateOf, yearOf } from '../calendar/civil-date.ts';
import { invariant } from '../invariant.ts';
import type { Part } from './part.ts';
import { periodsOf, type RulePeriod } from './periods.ts';

/** How a duty without an end (及时更新, 贯穿全年) stands in the period that runs. */
export interface Heartbeat {
  readonly period: RulePeriod;
  /** The day of the last 有更新, 无变化, 进展 or 有困难, whenever that was. */
  readonly confirmedOn: CivilDate | null;
  /** Somebody has confirmed it in this period; in the year's last one, since it was asked about. */
  readonly confirmed: boolean;
  /** Nobody has confirmed it in the period before this one, nor since, although it was asked about: 久未更新. Never late. */
  readonly stale: boolean;
  /** The answer of the year's last period is the statement with which the duty closes for the year. */
  readonly closing: boolean;
}

/** @returns undefined for a part that has an end */
export function heartbeatOf(
  part: Pick<Part, 'rule' | 'replies' | 'remindedOn'>,
  today: CivilDate,
): Heartbeat | undefined {
  if (part.rule.kind !== 'standing') return undefined;
  const rule = { period: part.rule.cadence, due: null };
  const year = yearOf(today);
  const periods = [year - 1, year].flatMap((near) => periodsOf(rule, near));
  const now = periods.findIndex(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
  const period = periods[now];
  invariant(period, 'every day lies in a period');
  const before = periods[now - 1];
  const last = part.replies.findLast(({ undoneAt, state }) => undoneAt === null && state !== 'acknowledged');
  const confirmedOn = last ? civilDateOf(last.at) : null;
  const closing = period.endsOn.endsWith('-12-31');
  const inPeriod = confirmedOn !== null && confirmedOn >= period.startsOn;
  // What was said in passing earlier in the year's last period is no statement for the year.
  const stated = last?.state === 'updated' || last?.state === 'unchanged' || wasAsked(part, period, confirmedOn);
  const silentSince = confirmedOn ?? part.remindedOn;
  return {
    period,
    confirmedOn,
    confirmed: inPeriod && (!closing || stated),
    stale: silentSince !== null && before !== undefined && silentSince < startOfSilence(confirmedOn, before, period),
    closing,
  };
}

/** The answer came after the question of this period. */
function wasAsked({ remindedOn }: Pick<Part, 'remindedOn'>, period: RulePeriod, confirmedOn: CivilDate | null) {
  return remindedOn !== null && remindedOn >= period.startsOn && confirmedOn !== null && confirmedOn >= remindedOn;
}

/** Whoever has never confirmed is silent as soon as a period in which they were asked is over. */
function startOfSilence(confirmedOn: CivilDate | null, before: RulePeriod, period: RulePeriod): CivilDate {
  return confirmedOn === null ? period.startsOn : before.startsOn;
}
