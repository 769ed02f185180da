import { MESSAGE_TEXT } from '../../cards/delivery-text.ts';
import { unsendableFileText } from '../../cards/quotas/submission-file-text.ts';
import type { OutboxMessage } from '../../domain/delivery/message.ts';
import type { ChatAddress } from '../../ports/chat-gateway.ts';
import type { Deps } from '../deps.ts';
import { fetchFile } from './fetch-file.ts';

/**
 * Hands the file of a submission to whoever asked for it (查看附件). Where it can be had no more, they are told so, and whom to ask.
 *
 * @returns false where there is no such file in the records any more
 * @throws ChatFailure as the outbox wants it
 */
export async function sendSubmissionFile(
  deps: Pick<Deps, 'clock' | 'quotas' | 'directory' | 'chat' | 'outbox'>,
  { id, uuid }: OutboxMessage,
  submissionId: string,
  to: ChatAddress,
): Promise<boolean> {
  const submission = await deps.quotas.findSubmission(submissionId);
  if (!submission?.file) {
    await deps.outbox.markWithheld(id, MESSAGE_TEXT.recordGone);
    return false;
  }
  const { file, personName, officeId } = submission;
  const fetched = await fetchFile(deps, file);
  const { messageId } = fetched.ok
    ? await deps.chat.sendFile({ to, name: file.name, bytes: fetched.value, uuid })
    : await deps.chat.sendText({
        to,
        text: unsendableFileText(fetched.error, {
          fileName: file.name,
          personName,
          officeName: (await deps.directory.load()).offices.find((office) => office.id === officeId)?.name ?? null,
        }),
        uuid,
      });
  await deps.outbox.markSent(id, { at: deps.clock.now(), messageId });
  return true;
}
