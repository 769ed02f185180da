/** What came back for one delivered event or callback. */
export type BotAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'malformed'; readonly status: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'lost' };

/** A way to a bot: the long connection or a webhook. */
export interface Carrier {
  /** Whether it makes sense to deliver now. */
  reaches(appId: string): boolean;
  /** Delivers once, within the platform's time to answer; never throws. */
  deliver(appId: string, payload: string): Promise<BotAnswer>;
}

/** The parsed JSON, or `malformed`; an empty answer is an empty object. */
export function readAnswer(status: number, text: string): BotAnswer {
  if (text === '') return { kind: 'answered', status, body: {} };
  try {
    const body: unknown = JSON.parse(text);
    return { kind: 'answered', status, body };
  } catch {
    return { kind: 'malformed', status };
  }
}
