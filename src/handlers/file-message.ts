import type { Deps } from '../app/deps.ts';
import { loadFileSubmitter, receiveFile } from '../app/quotas/receive-file.ts';
import { replyWithText } from '../app/reply-with-text.ts';
import { isAdministrator } from '../app/review/administrator.ts';
import { receiveUpload } from '../app/review/uploads.ts';
import { fileRefusalText, unreadableText } from '../cards/quotas/submission-file-text.ts';
import { reviewRefusalText } from '../cards/review/review-text.ts';
import { isNeverAPlan } from '../domain/plan/never-a-plan.ts';
import type { FileMessage, OtherMessage } from '../ports/inbound.ts';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['image', '图片'],
  ['audio', '语音'],
  ['media', '视频'],
  ['sticker', '表情'],
  ['folder', '文件夹'],
]);

/**
 * An administrator's file is a plan to review, unless none can be in it; anybody else's is for 报送. In a group it was meant for the
 * people there.
 */
export async function handleFile(deps: Deps, message: FileMessage): Promise<void> {
  if (message.chatType === 'group') return;
  const refusal = await takeFile(deps, message);
  if (refusal !== null) await replyWithText(deps, { ...message, text: '' }, refusal);
}

/** Says what can be read instead of what came. */
export async function handleOther(deps: Deps, message: OtherMessage): Promise<void> {
  const kind = KINDS.get(message.messageType) ?? '这种消息';
  await replyWithText(deps, { ...message, text: '' }, unreadableText(kind, await senderOf(deps, message.senderOpenId)));
}

/** @returns why it was not taken, in words */
async function takeFile(deps: Deps, message: FileMessage): Promise<string | null> {
  const { senderOpenId, fileName } = message;
  const submitter = await loadFileSubmitter(deps, senderOpenId);
  const isForSubmission = submitter.ok && isNeverAPlan(fileName);
  if (!isForSubmission && (await isAdministrator(deps, senderOpenId))) {
    const uploaded = await receiveUpload(deps, message);
    return uploaded.ok ? null : reviewRefusalText(uploaded.error);
  }
  if (!submitter.ok) return fileRefusalText(submitter.error, fileName);
  const received = await receiveFile(deps, submitter.value, message);
  return received.ok ? null : fileRefusalText(received.error, fileName);
}

async function senderOf(deps: Deps, openId: string): Promise<Parameters<typeof unreadableText>[1]> {
  if (await isAdministrator(deps, openId)) return 'administrator';
  return (await loadFileSubmitter(deps, openId)).ok ? 'submitter' : 'other';
}
