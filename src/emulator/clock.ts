import type { EmulatorClock } from './options.ts';

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
/** 08:59:50, so that a job at nine is seen to run. */
const MORNING_MS = (9 * 3600 - 10) * 1000;

export const realClock: EmulatorClock = { now: () => Date.now() };

/** The next weekday's 08:59:50 +08:00, strictly after `nowMs`; holidays are the host's business. */
export function nextWeekdayMorning(nowMs: number): number {
  let localDay = Math.floor((nowMs + SHANGHAI_OFFSET_MS) / DAY_MS);
  while (isWeekend(localDay) || morningOf(localDay) <= nowMs) localDay += 1;
  return morningOf(localDay);
}

function morningOf(localDay: number): number {
  return localDay * DAY_MS + MORNING_MS - SHANGHAI_OFFSET_MS;
}

/** 1970-01-01 was a Thursday. */
function isWeekend(localDay: number): boolean {
  const weekday = (localDay + 4) % 7;
  return weekday === 0 || weekday === 6;
}
