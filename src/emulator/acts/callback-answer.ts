import { z } from 'zod';
import { findCardFault } from '../card-json/card-rules.ts';
import { isObject, type JsonObject } from '../card-json/card-tree.ts';
import type { BotAnswer } from '../events/carrier.ts';
import type { PageClickAnswer } from '../page-api.ts';

const MAX_CARD_BYTES = 30 * 1024;

const answerSchema = z.strictObject({
  toast: z
    .strictObject({
      type: z.enum(['info', 'success', 'error', 'warning']).default('info'),
      content: z.string().default(''),
      i18n: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  card: z.strictObject({ type: z.enum(['raw', 'template']), data: z.record(z.string(), z.unknown()) }).optional(),
});

/** Codes a client shows (CARD card-callback-communication), in words a reader of the page understands. */
const MESSAGES = {
  200340: '机器人没有连接，或未配置卡片回调',
  200341: '机器人没有在 3 秒内答复',
  200342: '与机器人的连接中断',
  200671: '机器人处理时出错',
  200672: '机器人的答复格式不对',
  200673: '机器人返回的卡片有误',
  200830: '2.0 卡片不能换成 1.0 卡片',
} as const;

export interface ReadCallback {
  readonly shown: PageClickAnswer;
  /** The card that replaces the present one for everybody. */
  readonly card: JsonObject | null;
}

/** Judges a bot's answer to a card callback as the platform does. */
export function readCallback(answer: BotAnswer, present: JsonObject, isPerson: (id: string) => boolean): ReadCallback {
  if (answer.kind === 'timeout') return failed(200341);
  if (answer.kind === 'lost') return failed(200342);
  if (answer.status !== 200) return failed(200671, `status ${answer.status}`);
  if (answer.kind === 'malformed') return failed(200672);
  const parsed = answerSchema.safeParse(answer.body);
  if (!parsed.success) return failed(200672, parsed.error.issues[0]?.message);
  const { toast, card } = parsed.data;
  const shown = { toast: toast ? { type: toast.type, content: wording(toast) } : null, error: null };
  if (!card) return { shown, card: null };
  if (card.type === 'template') return failed(200673, 'templates are not emulated');
  if (present.schema === '2.0' && card.data.schema !== '2.0') return failed(200830);
  const fault = findCardFault(card.data, isPerson);
  if (fault) return failed(200673, `${fault.code} ${fault.path}: ${fault.message} ${fault.value}`);
  if (Buffer.byteLength(JSON.stringify(card.data)) > MAX_CARD_BYTES) return failed(200673, 'over 30 KB');
  return { shown, card: card.data };
}

export function failed(code: keyof typeof MESSAGES, detail?: string): ReadCallback {
  const message = detail ? `${MESSAGES[code]}（${detail}）` : MESSAGES[code];
  return { shown: { toast: null, error: { code, message } }, card: null };
}

function wording(toast: { readonly content: string; readonly i18n?: JsonObject | undefined }): string {
  const chinese = isObject(toast.i18n) ? toast.i18n.zh_cn : undefined;
  return typeof chinese === 'string' ? chinese : toast.content;
}
