import { addMs, type Instant } from '../../domain/calendar/civil-date.ts';
import type { Clock } from '../../ports/clock.ts';
import { ChatError, chatErrorFrom, chatErrorOf } from './errors.ts';
import { fieldsOf, numberIn, textIn } from './foreign.ts';
import type { LarkHttp } from './http.ts';

/** The platform gives out a new token once less than 30 minutes are left of the old one; both then work. */
const RENEW_BEFORE_MS = 10 * 60 * 1000;

interface Held {
  readonly token: string;
  readonly since: Instant;
  readonly renewAt: Instant;
  readonly endsAt: Instant;
}

export interface TenantTokenOptions {
  readonly http: LarkHttp;
  /** Without a slash at the end. */
  readonly domain: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly clock: Clock;
}

/**
 * The app's token for one platform. The SDK's own cache is shared by app id across domains, asks once per parallel call and
 * keeps a dead token to its printed end; this one does none of that.
 */
export class TenantToken {
  readonly #options: TenantTokenOptions;
  #held: Held | undefined;
  #asking: Promise<Held> | undefined;

  constructor(options: TenantTokenOptions) {
    this.#options = options;
  }

  /** @throws ChatError where the platform gives none; `bad-credentials` for a wrong app id or secret */
  async get(): Promise<string> {
    const held = this.#held;
    const now = this.#options.clock.now();
    if (held && within(held.since, now, held.renewAt)) return held.token;
    try {
      return (await this.#ask()).token;
    } catch (error) {
      // A renewal may fail for as long as the old token lasts.
      if (held && held === this.#held && within(held.since, now, held.endsAt)) return held.token;
      throw error;
    }
  }

  /** Call it when the platform calls this token dead; a token that has been replaced meanwhile stays. */
  forget(token: string): void {
    if (this.#held?.token === token) this.#held = undefined;
  }

  #ask(): Promise<Held> {
    this.#asking ??= this.#fetch().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #fetch(): Promise<Held> {
    const { http, domain, appId, appSecret, clock } = this.#options;
    const since = clock.now();
    const body = await http.instance
      .post<unknown>(`${domain}/open-apis/auth/v3/tenant_access_token/internal`, {
        app_id: appId,
        app_secret: appSecret,
      })
      .catch((thrown: unknown) => {
        throw chatErrorFrom(thrown);
      });
    const answer = http.answerWith(body);
    if (answer.code !== 0) throw chatErrorOf(answer);
    const token = textIn(fieldsOf(body).tenant_access_token);
    const lifetimeMs = (numberIn(fieldsOf(body).expire) ?? 0) * 1000;
    if (!token) throw new ChatError('server-error', 'the chat platform gave no token', { logId: answer.logId });
    const held = {
      token,
      since,
      renewAt: addMs(since, lifetimeMs - Math.min(RENEW_BEFORE_MS, lifetimeMs / 5)),
      endsAt: addMs(since, lifetimeMs),
    };
    this.#held = held;
    return held;
  }
}

/** False as well where the clock was set back behind the beginning. */
function within(from: Instant, now: Instant, to: Instant): boolean {
  return from <= now && now < to;
}
