import type { Instant } from '../domain/calendar/civil-date.ts';

/** The only source of time. A use case reads it once and passes the value on. */
export interface Clock {
  now(): Instant;
}
