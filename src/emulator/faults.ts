import { z } from 'zod';
import type { Faults } from './page-api.ts';

const count = z.int().nonnegative();

export const faultsSchema = z
  .strictObject({
    down: z.enum(['unavailable', 'drop']).nullable(),
    tokenDead: z.strictObject({ httpStatus: z.literal([200, 400]) }).nullable(),
    limited: z.strictObject({ times: count, resetSeconds: count }).nullable(),
    answerLost: z.strictObject({ times: count }).nullable(),
    duplicateEvents: z.boolean().nullable(),
    unreachable: z.record(z.string(), z.int()).nullable(),
  })
  .partial();

type Broken = { readonly [K in keyof Faults]-?: NonNullable<Faults[K]> | null };

const NOTHING_BROKEN: Broken = {
  down: null,
  tokenDead: null,
  limited: null,
  answerLost: null,
  duplicateEvents: null,
  unreachable: null,
};

/** What is broken on purpose, and how often still. */
export class FaultBoard {
  #broken = NOTHING_BROKEN;

  get current(): Broken {
    return this.#broken;
  }

  /** Absent and undefined fields stay as they are, `null` mends. */
  change(faults: z.infer<typeof faultsSchema> | Faults): void {
    const { down, tokenDead, limited, answerLost, duplicateEvents, unreachable } = faults;
    const was = this.#broken;
    this.#broken = {
      down: down === undefined ? was.down : down,
      tokenDead: tokenDead === undefined ? was.tokenDead : tokenDead,
      limited: limited === undefined ? was.limited : limited,
      answerLost: answerLost === undefined ? was.answerLost : answerLost,
      duplicateEvents: duplicateEvents === undefined ? was.duplicateEvents : duplicateEvents,
      unreachable: unreachable === undefined ? was.unreachable : unreachable,
    };
  }

  /** Seconds to wait when this send is to be refused; uses up one of the announced times. */
  takeLimited(): number | null {
    const { limited } = this.#broken;
    if (!limited || limited.times < 1) return null;
    this.change({ limited: limited.times > 1 ? { ...limited, times: limited.times - 1 } : null });
    return limited.resetSeconds;
  }

  takeAnswerLost(): boolean {
    const { answerLost } = this.#broken;
    if (!answerLost || answerLost.times < 1) return false;
    this.change({ answerLost: answerLost.times > 1 ? { times: answerLost.times - 1 } : null });
    return true;
  }
}
