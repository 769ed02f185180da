import { DocumentError } from '../document-error.ts';

const LOOK_EVERY_MS = 100;
const MICROSECONDS = 1_000;

/**
 * Gives a file up that keeps the library busy. Work is measured in processor time, so that a busy machine refuses nothing
 * that an idle one reads; the time on the wall is a last resort, should the library wait for what never comes.
 *
 * @throws DocumentError `too-large` by the promise
 */
export async function withinLimit<T>(
  work: Promise<T>,
  limit: { readonly processorMs: number; readonly wallMs: number },
): Promise<T> {
  const start = process.cpuUsage();
  let looks = 0;
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      looks += 1;
      const { user, system } = process.cpuUsage(start);
      const busy = (user + system) / MICROSECONDS > limit.processorMs;
      if (busy || looks * LOOK_EVERY_MS > limit.wallMs) reject(new DocumentError('too-large'));
    }, LOOK_EVERY_MS);
  });
  try {
    return await Promise.race([work, tired]);
  } finally {
    clearInterval(timer);
  }
}
