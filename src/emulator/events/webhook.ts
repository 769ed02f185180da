import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { newId } from '../ids.ts';
import type { AppRegistration } from '../options.ts';
import { type BotAnswer, type Carrier, readAnswer } from './carrier.ts';

/** Delivers by HTTP POST, encrypted and signed when the app has an Encrypt Key (lark-platform 6.2). */
export class Webhook implements Carrier {
  readonly #url: string;
  readonly #apps: readonly AppRegistration[];
  readonly #answerWithinMs: number;
  readonly #now: () => number;

  constructor(url: string, apps: readonly AppRegistration[], answerWithinMs: number, now: () => number) {
    this.#url = url;
    this.#apps = apps;
    this.#answerWithinMs = answerWithinMs;
    this.#now = now;
  }

  reaches(): boolean {
    return true;
  }

  async deliver(appId: string, payload: string): Promise<BotAnswer> {
    const encryptKey = this.#apps.find((app) => app.appId === appId)?.encryptKey;
    const body = encryptKey ? JSON.stringify({ encrypt: encrypt(payload, encryptKey) }) : payload;
    const headers = { 'content-type': 'application/json; charset=utf-8', ...this.#signature(body, encryptKey) };
    const signal = AbortSignal.timeout(this.#answerWithinMs);
    try {
      const response = await fetch(this.#url, { method: 'POST', headers, body, signal, redirect: 'manual' });
      return readAnswer(response.status, await response.text());
    } catch {
      return signal.aborted ? { kind: 'timeout' } : { kind: 'lost' };
    }
  }

  /** What the developer console does when a request URL is saved; true when the bot answered the challenge. */
  async verifyUrl(app: AppRegistration): Promise<boolean> {
    const challenge = newId('');
    const request = { challenge, token: app.verificationToken ?? '', type: 'url_verification' };
    const answer = await this.deliver(app.appId, JSON.stringify(request));
    return (
      answer.kind === 'answered' &&
      answer.status === 200 &&
      JSON.stringify(answer.body) === JSON.stringify({ challenge })
    );
  }

  #signature(body: string, encryptKey: string | undefined): Record<string, string> {
    if (!encryptKey) return {};
    const timestamp = String(Math.floor(this.#now() / 1000));
    const nonce = newId('').slice(0, 10);
    const signature = createHash('sha256')
      .update(timestamp + nonce + encryptKey + body)
      .digest('hex');
    return {
      'X-Lark-Request-Timestamp': timestamp,
      'X-Lark-Request-Nonce': nonce,
      'X-Lark-Signature': signature,
    };
  }
}

function encrypt(text: string, encryptKey: string): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
  return Buffer.concat([iv, cipher.update(text), cipher.final()]).toString('base64');
}
