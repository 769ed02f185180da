import { schedule } from 'node-cron';
import { type Delivery, deliverDue } from '../app/deliver-outbox.ts';
import type { Deps } from '../app/deps.ts';
import { sendClockSteps } from '../app/events/send-clock-steps.ts';
import { readUploads } from '../app/review/uploads.ts';
import { runDueSlots } from './run-due-slots.ts';

/** Whoever wants to wake the program up: a beat every second, or a test. */
export interface Scheduler {
  /** One beat now: due schedules, then due messages. Overlapping calls wait for the one that runs. */
  beat(): Promise<void>;
  /** When all of a beat last went well, by the wall clock in ms, or null: silence of the bot is itself an alarm. */
  lastBeatAt(): number | null;
  start(): void;
  /** Resolves when the running beat has ended. */
  stop(): Promise<void>;
}

/** node-cron reports late and missed beats; the next beat does what they would have done. */
const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

/**
 * The program's heartbeat. Which schedules are due is decided by our own clock and calendar, not by a cron expression: those know
 * neither 调休 nor a moved clock.
 */
export function createScheduler(deps: Deps, delivery: Delivery, wallClock: () => number): Scheduler {
  let running: Promise<void> | null = null;
  let lastBeatAt: number | null = null;

  // In this order; what fails is in the way of nothing behind it, least of all of what waits to be sent.
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    schedules: () => runDueSlots(deps),
    uploads: () => readUploads(deps),
    clocks: () => sendClockSteps(deps),
    delivery: () => deliverDue(deps, delivery),
  };
  const beatOnce = async () => {
    let isGood = true;
    for (const [step, run] of Object.entries(steps)) {
      try {
        await run();
      } catch (error) {
        isGood = false;
        deps.log.error({ step, error }, 'a step of the beat failed; the next beat tries again');
      }
    }
    if (isGood) lastBeatAt = wallClock();
  };
  const beat = () => {
    running ??= beatOnce().finally(() => {
      running = null;
    });
    return running;
  };
  const task = schedule('* * * * * *', beat, { timezone: 'Asia/Shanghai', name: 'beat', logger: QUIET });
  void task.stop();

  return {
    beat,
    lastBeatAt: () => lastBeatAt,
    start: () => void task.start(),
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}
