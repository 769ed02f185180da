import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { SubmittedFile } from '../../domain/quotas/submission.ts';
import { isChatFailure } from '../chat-failure.ts';
import type { Deps } from '../deps.ts';

/** Why a file that somebody sent cannot be passed on, now or later. */
export type FileFault = { readonly kind: 'file-empty' | 'file-too-large' | 'file-gone' };

/** What `ChatGateway.sendFile` takes. */
const LARGEST_BYTES = 30 * 1024 * 1024;

/**
 * The bytes of a file as the platform keeps it.
 *
 * @throws ChatFailure where the platform does not answer now: the file may well be there
 */
export async function fetchFile(
  { chat }: Pick<Deps, 'chat'>,
  { messageId, fileKey }: Pick<SubmittedFile, 'messageId' | 'fileKey'>,
): Promise<Outcome<Uint8Array, FileFault>> {
  try {
    const bytes = await chat.downloadFile({ messageId, fileKey });
    if (bytes.length === 0) return refused({ kind: 'file-empty' });
    return bytes.length > LARGEST_BYTES ? refused({ kind: 'file-too-large' }) : ok(bytes);
  } catch (error) {
    if (!isChatFailure(error)) throw error;
    if (error.code === 'too-large') return refused({ kind: 'file-too-large' });
    // Another attempt, or the right app secret, may bring it.
    if (error.retryable || error.code === 'bad-credentials') throw error;
    return refused({ kind: 'file-gone' });
  }
}
