import { newId } from '../ids.ts';

const LIFETIME_MS = 7200 * 1000;
const RENEWABLE_MS = 30 * 60 * 1000;

interface Token {
  readonly appId: string;
  readonly endsAt: number;
}

/** Tenant tokens: two hours each, the same one again while half an hour is left, the old one valid to its end. */
export class TokenDesk {
  readonly #tokens = new Map<string, Token>();

  issue(appId: string, now: number): { token: string; secondsLeft: number } {
    for (const [token, { appId: owner, endsAt }] of this.#tokens) {
      if (owner === appId && endsAt - now >= RENEWABLE_MS) {
        return { token, secondsLeft: Math.floor((endsAt - now) / 1000) };
      }
    }
    const token = newId('t-');
    this.#tokens.set(token, { appId, endsAt: now + LIFETIME_MS });
    return { token, secondsLeft: LIFETIME_MS / 1000 };
  }

  /** The app that holds this token, unless it is unknown or over. */
  appOf(token: string, now: number): string | undefined {
    const known = this.#tokens.get(token);
    return known && known.endsAt > now ? known.appId : undefined;
  }

  revokeAll(): void {
    this.#tokens.clear();
  }
}
