import { documentSentence, planRefusalSentence } from '../../cards/read-failure-text.ts';
import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { unsentCard } from '../../domain/delivery/unsent-card.ts';
import type { Upload } from '../../domain/ledger/plan.ts';
import { type Outcome, ok } from '../../domain/outcome.ts';
import type { FileMessage } from '../../ports/inbound.ts';
import { isChatFailure } from '../chat-failure.ts';
import type { Deps } from '../deps.ts';
import { isDocumentFailure } from '../document-failure.ts';
import { draftPlan } from '../draft-plan.ts';
import { readPlanFile } from '../read-plan-file.ts';
import { findAdministrator, type NotAdministrator } from './administrator.ts';
import { reviewUpdates } from './review-updates.ts';

type Needs = Pick<
  Deps,
  'clock' | 'ids' | 'log' | 'ledger' | 'directory' | 'settings' | 'documents' | 'chat' | 'admins'
>;

/** A reader that died is replaced after this. */
const ABANDONED_MS = 120_000;

/** Takes a plan's file that an administrator sent: the card that shows its progress is queued, the reading follows. */
export async function receiveUpload(
  deps: Pick<Needs, 'clock' | 'ids' | 'ledger' | 'directory' | 'admins'>,
  message: FileMessage,
): Promise<Outcome<null, NotAdministrator>> {
  const administrator = await findAdministrator(deps, message.senderOpenId);
  if (!administrator.ok) return administrator;
  const person = administrator.value;
  const at = deps.clock.now();
  const upload: Upload = {
    id: deps.ids.next('upload'),
    personId: person.id,
    messageId: message.messageId,
    fileKey: message.fileKey,
    fileName: message.fileName,
    state: 'waiting',
    year: null,
    versionId: null,
    problem: null,
    createdAt: at,
  };
  const card = unsentCard({
    id: deps.ids.next('card'),
    kind: 'review',
    personId: person.id,
    on: civilDateOf(at),
    ui: { upload: upload.id, issue: null },
    subject: upload.id,
  });
  await deps.ledger.commit({
    at,
    event: { id: message.eventId, kind: 'file' },
    newUpload: upload,
    newCards: [card],
    messages: [
      {
        id: deps.ids.next('message'),
        key: `review:${upload.id}`,
        to: { type: 'person', personId: person.id, openId: message.senderOpenId },
        purpose: 'review',
        body: { type: 'ledger-card', cardId: card.id },
        dueAt: at,
      },
    ],
    audit: [
      {
        actor: person.id,
        action: 'plan.sent',
        subject: { type: 'upload', id: upload.id },
        detail: { file: message.fileName },
      },
    ],
  });
  return ok(null);
}

/** Reads the files that wait, one after the other. @returns how many were read */
export async function readUploads(deps: Needs): Promise<number> {
  for (let read = 0; ; read += 1) {
    const upload = await deps.ledger.claimUpload({ now: deps.clock.now(), abandonedAfterMs: ABANDONED_MS });
    if (!upload) return read;
    await readUpload(deps, upload);
  }
}

/** The year that a document does not state, from the administrator: the file is read again with it. */
export async function answerYear(
  deps: Pick<Needs, 'clock' | 'ids' | 'ledger' | 'directory'>,
  request: { readonly uploadId: string; readonly year: number; readonly eventId: string },
): Promise<void> {
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: request.eventId, kind: 'card-action' },
    uploadChange: { id: request.uploadId, state: 'waiting', year: request.year, problem: null },
    audit: [],
  });
}

async function readUpload(deps: Needs, upload: Upload): Promise<void> {
  try {
    const { messageId, fileKey, fileName: name } = upload;
    const bytes = await deps.chat.downloadFile({ messageId, fileKey });
    await show(
      deps,
      upload,
      { problem: `已下载 ${sizeWords(bytes.length)}，正在识别任务、单位和时限。` },
      'downloaded',
    );
    const read = await readPlanFile(deps, { file: { name, bytes }, year: upload.year, issuedOn: null });
    if (!read.ok && read.error.kind === 'year-missing') {
      await show(deps, upload, { state: 'asks-year', problem: null }, 'asks-year');
      return;
    }
    if (!read.ok) {
      await show(
        deps,
        upload,
        { state: 'failed', problem: planRefusalSentence(read.error, name, '请在卡片上补充年度。') },
        'failed',
      );
      return;
    }
    const { year } = read.value.plan;
    if (year === null) {
      await show(deps, upload, { state: 'asks-year', problem: null }, 'asks-year');
      return;
    }
    const { version } = await draftPlan(deps, {
      report: read.value,
      year,
      file: { name, bytes },
      ownerOfficeId: null,
      actor: upload.personId,
    });
    await show(deps, upload, { state: 'read', versionId: version.id, problem: null }, 'read');
  } catch (error) {
    deps.log.warn({ uploadId: upload.id, err: error }, 'a sent plan could not be read');
    await show(deps, upload, { state: 'failed', problem: failureSentence(error, upload.fileName) }, 'failed');
  }
}

/** Remembers how far the reading is, and brings the card up to date. From the draft on the card is about the version. */
async function show(
  deps: Needs,
  upload: Upload,
  change: Partial<Pick<Upload, 'state' | 'versionId' | 'problem'>>,
  mark: string,
): Promise<void> {
  const at = deps.clock.now();
  const messages = await reviewUpdates(deps, {
    versionId: upload.id,
    except: null,
    at,
    mark: `${mark}:${upload.year ?? ''}`,
  });
  const cards = await deps.ledger.findCardsAbout([upload.id]);
  const { versionId } = change;
  await deps.ledger.commit({
    at,
    uploadChange: { id: upload.id, ...change },
    messages,
    cardChanges: versionId ? cards.map(({ id }) => ({ id, subject: versionId })) : [],
    audit: [],
  });
}

function failureSentence(error: unknown, fileName: string): string {
  if (isDocumentFailure(error)) return `${fileName}：${documentSentence(error.code)}`;
  if (isChatFailure(error)) return `没有取到“${fileName}”：平台没有给出文件内容。请重新发送一次。`;
  return `“${fileName}”没有读成，原因已记入日志。请重新发送一次；仍不成功，请联系维护人员。`;
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
