import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../domain/calendar/civil-date.ts';
import { type Foreign, fieldsOf, numberIn, parseJson, textIn } from './foreign.ts';

const FRESH_MS = 5 * 60 * 1000;
const IV_BYTES = 16;

export interface WebhookSecrets {
  readonly appId: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
}

export interface SignedRequest {
  /** As it came over the wire: the signature is over these bytes. */
  readonly rawBody: Uint8Array;
  /** `X-Lark-Request-Timestamp` (seconds), `X-Lark-Request-Nonce`, `X-Lark-Signature`. */
  readonly timestamp: string | undefined;
  readonly nonce: string | undefined;
  readonly signature: string | undefined;
}

export type Verdict =
  | { readonly kind: 'url-check'; readonly challenge: string }
  | { readonly kind: 'event'; readonly envelope: Foreign }
  | { readonly kind: 'refused'; readonly status: 400 | 401; readonly reason: RefusalReason };

export type RefusalReason =
  | 'not-json'
  | 'not-encrypted'
  | 'undecryptable'
  | 'wrong-signature'
  | 'stale'
  | 'wrong-token'
  | 'wrong-app';

/**
 * Decides whether a webhook request is the platform's, was made within five minutes of `now` and is meant for this app.
 * The URL check carries no signature; it is encrypted and has the verification token.
 *
 * Source: FS event-subscription-configure-/{choose-a-subscription-mode,encrypt-key-encryption-configuration-case}.
 */
export function verifyRequest(request: SignedRequest, secrets: WebhookSecrets, now: Instant): Verdict {
  const outer = parseJson(Buffer.from(request.rawBody).toString('utf8'));
  if (outer === undefined) return refuse(400, 'not-json');
  const encrypted = textIn(fieldsOf(outer).encrypt);
  if (!encrypted) return refuse(401, 'not-encrypted');
  const signed = request.signature !== undefined;
  if (signed && !signatureMatches(request, secrets.encryptKey)) return refuse(401, 'wrong-signature');
  if (signed && !isFresh(request.timestamp, now)) return refuse(401, 'stale');

  const envelope = fieldsOf(parseJson(decrypt(encrypted, secrets.encryptKey) ?? ''));
  const header = fieldsOf(envelope.header);
  if (Object.keys(envelope).length === 0) return refuse(signed ? 400 : 401, 'undecryptable');
  if (!sameText(textIn(header.token) ?? textIn(envelope.token) ?? '', secrets.verificationToken))
    return refuse(401, 'wrong-token');
  if (envelope.type === 'url_verification') return urlCheck(envelope);
  if (!signed) return refuse(401, 'wrong-signature');
  return textIn(header.app_id) === secrets.appId ? { kind: 'event', envelope } : refuse(401, 'wrong-app');
}

function urlCheck(envelope: Foreign): Verdict {
  const challenge = textIn(envelope.challenge);
  return challenge ? { kind: 'url-check', challenge } : refuse(400, 'not-json');
}

function signatureMatches({ rawBody, timestamp, nonce, signature }: SignedRequest, encryptKey: string): boolean {
  const expected = createHash('sha256')
    .update(`${timestamp ?? ''}${nonce ?? ''}${encryptKey}`)
    .update(rawBody)
    .digest('hex');
  return sameText(signature ?? '', expected);
}

function isFresh(timestamp: string | undefined, now: Instant): boolean {
  const seconds = numberIn(timestamp);
  return seconds !== undefined && Math.abs(seconds * 1000 - now) <= FRESH_MS;
}

/** Takes as long for a near miss as for a wild guess. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** AES-256-CBC, key SHA-256(encrypt key), the first 16 bytes are the IV. */
function decrypt(encrypted: string, encryptKey: string): string | undefined {
  const bytes = Buffer.from(encrypted, 'base64');
  const key = createHash('sha256').update(encryptKey).digest();
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, IV_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function refuse(status: 400 | 401, reason: RefusalReason): Verdict {
  return { kind: 'refused', status, reason };
}
