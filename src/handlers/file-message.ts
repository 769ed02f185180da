import type { Deps } from '../app/deps.ts';
import { replyWithText } from '../app/reply-with-text.ts';
import { receiveUpload } from '../app/review/uploads.ts';
import { reviewRefusalText } from '../cards/review/review-text.ts';
import type { FileMessage, OtherMessage } from '../ports/inbound.ts';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['image', '图片'],
  ['audio', '语音'],
  ['media', '视频'],
  ['sticker', '表情'],
  ['folder', '文件夹'],
]);

/** A plan's file starts a review; in a group it was meant for the people there. */
export async function handleFile(deps: Deps, message: FileMessage): Promise<void> {
  if (message.chatType === 'group') return;
  const received = await receiveUpload(deps, message);
  if (!received.ok) await replyWithText(deps, { ...message, text: '' }, reviewRefusalText(received.error));
}

/** Says what can be read instead of what came. */
export async function handleOther(deps: Deps, message: OtherMessage): Promise<void> {
  const kind = KINDS.get(message.messageType) ?? '这种消息';
  const text = `看不了${kind}。请把工作要点作为文件发来（Word、Excel、PDF、网页或文本）。`;
  await replyWithText(deps, { ...message, text: '' }, text);
}
