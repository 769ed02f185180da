import { z } from 'zod';
import { ApiError, badParameter } from './api-error.ts';
import { describeFault, findCardFault } from './card-json/card-rules.ts';
import type { Platform } from './platform.ts';
import type { BotMessageType } from './store/message-book.ts';

const TEXT_BYTES = 150 * 1024;
const CARD_BYTES = 30 * 1024;

const shapes = {
  text: z.object({ text: z.string().min(1) }),
  post: z.record(
    z.string(),
    z.object({ title: z.string().optional(), content: z.array(z.array(z.looseObject({ tag: z.string() }))) }),
  ),
  image: z.object({ image_key: z.string() }),
  file: z.object({ file_key: z.string() }),
  system: z.looseObject({ type: z.literal('divider') }),
} as const;

/** Refuses content that the platform would refuse (FS im-v1/message/create, create_json). */
export function checkContent(platform: Platform, appId: string, msgType: BotMessageType, content: string): void {
  const limit = msgType === 'text' ? TEXT_BYTES : CARD_BYTES;
  if (Buffer.byteLength(content) > limit)
    throw new ApiError(230025, 'The length of the message content reaches its limit.');
  const parsed = parseContent(content);
  if (parsed === undefined) throw badParameter('content is not a string in json format');
  if (msgType === 'interactive') {
    checkCard(platform, parsed);
    return;
  }
  const shape = shapes[msgType].safeParse(parsed);
  if (!shape.success) throw badParameter(`content does not fit msg_type ${msgType}`);
  const key = 'image_key' in shape.data ? shape.data.image_key : 'file_key' in shape.data ? shape.data.file_key : null;
  if (typeof key !== 'string') return;
  const file = platform.files.find(key);
  if (file?.appId !== appId) throw new ApiError(230017, 'Bot is NOT the owner of the resource.');
  if (file.kind !== msgType) throw new ApiError(230055, 'The type of file upload does not match the type of message.');
}

export function checkCard(platform: Platform, card: unknown): void {
  const found = findCardFault(card, isPersonOf(platform));
  if (found) throw new ApiError(230099, `Failed to create card content, ext=${describeFault(found)}`);
}

export function isPersonOf({ directory }: Platform): (id: string) => boolean {
  return (id) => ['open_id', 'union_id', 'user_id'].some((idType) => directory.find(idType, id) !== undefined);
}

export function parseContent(content: string): unknown {
  try {
    const parsed: unknown = JSON.parse(content);
    return parsed;
  } catch {
    return undefined;
  }
}
