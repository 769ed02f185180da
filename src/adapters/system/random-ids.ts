import { randomInt } from 'node:crypto';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';

const KIND_LENGTH = 10;
const TIME_LENGTH = 9;
const SEQUENCE_LENGTH = 3;
const RANDOM_LENGTH = 8;
const SEQUENCES = 36 ** SEQUENCE_LENGTH;

/**
 * `part-0k2m5x7qd001f3k9a2bz`: kind, milliseconds, number within the millisecond, chance; base 36, at most 32 characters. Ids of
 * one kind sort by the time they were made, as far as the clock only runs forward.
 */
export class RandomIds implements Ids {
  readonly #clock: Clock;
  #lastMs = -1;
  #sequence = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(kind: string): string {
    const ms = Math.max(0, this.#clock.now());
    this.#sequence = ms === this.#lastMs ? (this.#sequence + 1) % SEQUENCES : 0;
    this.#lastMs = ms;
    const chance = Array.from({ length: RANDOM_LENGTH }, () => randomInt(36).toString(36)).join('');
    return `${kind.slice(0, KIND_LENGTH)}-${base36(ms, TIME_LENGTH)}${base36(this.#sequence, SEQUENCE_LENGTH)}${chance}`;
  }
}

function base36(value: number, width: number): string {
  return value.toString(36).padStart(width, '0');
}
