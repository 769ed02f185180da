import type { Instant } from '../domain/calendar/civil-date.ts';

const MINUTE_MS = 60_000;

/** Part of the key of a message that a press brings: a double press on a phone is no wish for a second one. */
export function pressMinute(at: Instant): string {
  return String(Math.floor(at / MINUTE_MS));
}
