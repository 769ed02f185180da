interface Window {
  readonly count: number;
  readonly ms: number;
}

/** Tier 4 of the platform, per API and app. */
export const API_TIER: readonly Window[] = [
  { count: 50, ms: 1000 },
  { count: 1000, ms: 60_000 },
];
/** Per person, per group, per patched or pinned message. */
export const PER_TARGET: readonly Window[] = [{ count: 5, ms: 1000 }];

/** Sliding windows on the platform's clock; a refused call does not count. */
export class RateLimits {
  readonly #calls = new Map<string, number[]>();
  readonly #enabled: boolean;

  constructor(enabled: boolean) {
    this.#enabled = enabled;
  }

  /** The exceeded window and the milliseconds until it has room again, or null when the call may pass. */
  take(key: string, windows: readonly Window[], now: number): { limit: number; waitMs: number } | null {
    if (!this.#enabled) return null;
    const longest = Math.max(...windows.map((window) => window.ms));
    // A clock set back leaves calls in the future behind: they no longer count.
    const calls = (this.#calls.get(key) ?? []).filter((at) => at > now - longest && at <= now);
    for (const { count, ms } of windows) {
      const oldestThatCounts = calls.at(-count);
      if (calls.length < count || oldestThatCounts === undefined || oldestThatCounts <= now - ms) continue;
      return { limit: count, waitMs: oldestThatCounts + ms - now };
    }
    this.#calls.set(key, [...calls, now]);
    return null;
  }
}
