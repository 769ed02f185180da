import { ApiError } from '../api-error.ts';
import { newId } from '../ids.ts';

const LIFETIME_MS = 30 * 60_000;
const USES = 2;

interface CardToken {
  readonly appId: string;
  readonly messageId: string;
  readonly issuedAt: number;
  readonly usesLeft: number;
  /** The bot has answered the callback (or was too late): only then may it be used. */
  readonly open: boolean;
}

/** Tokens of card callbacks for the delayed update: 30 minutes, two uses, after the answer only. */
export class CardTokens {
  readonly #tokens = new Map<string, CardToken>();

  issue(appId: string, messageId: string, now: number): string {
    const token = newId('c-');
    this.#tokens.set(token, { appId, messageId, issuedAt: now, usesLeft: USES, open: false });
    return token;
  }

  release(token: string): void {
    const known = this.#tokens.get(token);
    if (known) this.#tokens.set(token, { ...known, open: true });
  }

  /** The message to update; throws the platform's refusal (FS delayed update). */
  check(token: string, appId: string, now: number): string {
    const known = this.#tokens.get(token);
    if (!known) throw new ApiError(300020, 'token format is invalid');
    if (known.appId !== appId) throw new ApiError(200310, 'the card was sent by another app');
    if (!known.open) throw new ApiError(300090, 'the callback is not answered yet');
    if (known.issuedAt + LIFETIME_MS <= now) throw new ApiError(300030, 'token expired');
    if (known.usesLeft < 1) throw new ApiError(300040, 'token is used up');
    return known.messageId;
  }

  use(token: string): void {
    const known = this.#tokens.get(token);
    if (known) this.#tokens.set(token, { ...known, usesLeft: known.usesLeft - 1 });
  }
}
