import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { mattersFor } from '../../domain/quotas/quota-rule.ts';
import { readFileName } from '../../domain/quotas/read-submission.ts';
import type { FileMessage } from '../../ports/inbound.ts';
import { isChatFailure } from '../chat-failure.ts';
import type { Deps } from '../deps.ts';
import { type FileFault, fetchFile } from './fetch-file.ts';
import { loadQuotas } from './load-counters.ts';
import { blankDraft, sendForm } from './open-submission.ts';
import { loadSubmitter, type Submitter } from './submitter.ts';

type Needs = Pick<Deps, 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** Somebody whose offices are concerned by a quota: a file from them is taken for 报送. */
export interface FileSubmitter {
  readonly submitter: Submitter;
  /** Of those quotas; at least one. */
  readonly matters: readonly string[];
}

export type FileSubmitterRefusal =
  | { readonly kind: 'unknown-person' | 'no-office' }
  | { readonly kind: 'no-quota'; readonly officeNames: readonly string[] };

export async function loadFileSubmitter(
  deps: Needs,
  openId: string,
): Promise<Outcome<FileSubmitter, FileSubmitterRefusal>> {
  const submitter = await loadSubmitter(deps, openId);
  if (!submitter.ok) return submitter;
  const { offices } = submitter.value;
  const { rules } = await loadQuotas(deps);
  const matters = mattersFor(
    rules,
    offices.map(({ id }) => id),
    [],
  );
  if (matters.length === 0) return refused({ kind: 'no-quota', officeNames: offices.map(({ name }) => name) });
  return ok({ submitter: submitter.value, matters });
}

/**
 * 报送 by file: sends the form with the file attached and its name for a title. A file that could never be passed on to the reviewer
 * is refused at once; where the platform does not answer, it is taken unseen. The same message again sends nothing.
 */
export async function receiveFile(
  deps: Needs & Pick<Deps, 'clock' | 'ids' | 'chat'>,
  { submitter, matters }: FileSubmitter,
  { eventId, messageId, fileKey, fileName }: FileMessage,
): Promise<Outcome<null, FileFault>> {
  const fault = await faultOf(deps, { messageId, fileKey });
  if (fault) return refused(fault);
  const draft = {
    ...blankDraft(submitter, civilDateOf(deps.clock.now())),
    ...readFileName(fileName, matters),
    file: { name: fileName.trim() === '' ? '附件' : fileName, messageId, fileKey },
  };
  await sendForm(deps, { submitter, eventId, draft });
  return ok(null);
}

async function faultOf(
  deps: Pick<Deps, 'chat'>,
  file: { readonly messageId: string; readonly fileKey: string },
): Promise<FileFault | null> {
  try {
    const fetched = await fetchFile(deps, file);
    return fetched.ok ? null : fetched.error;
  } catch (error) {
    if (isChatFailure(error)) return null;
    throw error;
  }
}
