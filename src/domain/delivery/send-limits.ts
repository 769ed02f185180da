import { addMs, type Instant } from '../calendar/civil-date.ts';

/**
 * At most `count` calls in any stretch of `ms`. The platform allows 50 a second and 1000 a minute for an app, 5 a second for a
 * person, a group or a patched message; we stay below, since calls bunch up on the way.
 *
 * Source: FS/ukTMukTMukTM/uUzN04SN3QjL1cDN (rate limits, tier 4).
 */
interface Limit {
  readonly count: number;
  readonly ms: number;
}

const OVERALL: readonly Limit[] = [
  { count: 45, ms: 1000 },
  { count: 950, ms: 60_000 },
];
const PER_TARGET: readonly Limit[] = [{ count: 4, ms: 1000 }];

/** Longer back-offs are cut to this: a wrong header of the platform must not silence the bot. */
const MAX_BACK_OFF_MS = 10 * 60_000;
/** More targets than that are backing off at once only where the whole app should. */
const MAX_BACKING_OFF = 1000;

/** What was sent lately and who is to be left alone; held by the sender, changed by {@link take} and {@link backOff}. */
export interface SendLimits {
  sentAt: readonly Instant[];
  readonly sentTo: Map<string, readonly Instant[]>;
  /** Null until the first back-off of everything. */
  quietUntil: Instant | null;
  readonly quietTargets: Map<string, Instant>;
}

export function createLimits(): SendLimits {
  return { sentAt: [], sentTo: new Map(), quietUntil: null, quietTargets: new Map() };
}

/**
 * Milliseconds until a call for this target may go, 0 where it may now. After that long it may, unless others went first.
 *
 * @param target `person:ou_…`, `group:oc_…` or `message:om_…`
 */
export function waitFor(limits: SendLimits, target: string, at: Instant): number {
  return Math.max(
    quietFor(limits.quietUntil, at),
    quietFor(limits.quietTargets.get(target) ?? null, at),
    waitUnder(OVERALL, limits.sentAt, at),
    waitUnder(PER_TARGET, limits.sentTo.get(target) ?? [], at),
  );
}

/** Notes a call that goes out at this instant, whatever becomes of it. */
export function take(limits: SendLimits, target: string, at: Instant): void {
  forget(limits, at);
  limits.sentAt = [...limits.sentAt, at];
  limits.sentTo.set(target, [...(limits.sentTo.get(target) ?? []), at]);
}

/** The platform asked for a pause of this target, or of everything where `target` is null. Pauses never shorten one another. */
export function backOff(limits: SendLimits, target: string | null, until: Instant, at: Instant): void {
  forget(limits, at);
  const end = until - at > MAX_BACK_OFF_MS ? addMs(at, MAX_BACK_OFF_MS) : until;
  if (target === null) {
    limits.quietUntil = later(limits.quietUntil, end);
    return;
  }
  const sofar = limits.quietTargets.get(target) ?? null;
  const [oldest] = limits.quietTargets.keys();
  if (sofar === null && oldest !== undefined && limits.quietTargets.size >= MAX_BACKING_OFF)
    limits.quietTargets.delete(oldest);
  limits.quietTargets.set(target, later(sofar, end));
}

function waitUnder(rules: readonly Limit[], sentAt: readonly Instant[], at: Instant): number {
  return Math.max(...rules.map((rule) => waitUnderOne(rule, sentAt, at)));
}

function waitUnderOne({ count, ms }: Limit, sentAt: readonly Instant[], at: Instant): number {
  const counting = sentAt.filter((sent) => isWithin(sent, ms, at));
  const oldestInTheWay = counting.at(-count);
  return oldestInTheWay === undefined ? 0 : oldestInTheWay + ms - at;
}

/** A clock that was set back leaves calls in the future behind; beyond one window they no longer count. */
function isWithin(sent: Instant, ms: number, at: Instant): boolean {
  return sent > at - ms && sent <= at + ms;
}

function quietFor(until: Instant | null, at: Instant): number {
  // Further away than any pause of ours: the clock was set back since.
  return until === null || until - at > MAX_BACK_OFF_MS ? 0 : Math.max(0, until - at);
}

function later(a: Instant | null, b: Instant): Instant {
  return a !== null && a > b ? a : b;
}

/** Keeps what can still make somebody wait: a minute of calls, a second of targets, pauses under way. */
function forget(limits: SendLimits, at: Instant): void {
  limits.sentAt = limits.sentAt.filter((sent) => isWithin(sent, 60_000, at));
  for (const [target, sentAt] of limits.sentTo) {
    const counting = sentAt.filter((sent) => isWithin(sent, 1000, at));
    if (counting.length === 0) limits.sentTo.delete(target);
    else limits.sentTo.set(target, counting);
  }
  for (const [target, until] of limits.quietTargets) if (until <= at) limits.quietTargets.delete(target);
}
