import { officesOf, personByOpenId } from '../../domain/directory/answering.ts';
import type { Person } from '../../domain/directory/directory.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Submission } from '../../domain/quotas/submission.ts';
import type { Deps } from '../deps.ts';
import { pressMinute } from '../press-minute.ts';
import { findAdministrator } from '../review/administrator.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'admins'>;

export type AskForFileRefusal =
  | { readonly kind: 'gone' | 'no-file' }
  | { readonly kind: 'not-permitted'; readonly officeName: string };

/**
 * 查看附件: queues the file of a submission for whoever pressed, in their own chat. The reviewer may see it, and the people of the
 * offices that made it. The same event again queues nothing, nor does a second press within the minute.
 */
export async function askForFile(
  deps: Needs,
  request: { readonly submissionId: string; readonly actorOpenId: string; readonly eventId: string },
): Promise<Outcome<null, AskForFileRefusal>> {
  const { submissionId, actorOpenId, eventId } = request;
  const submission = await deps.quotas.findSubmission(submissionId);
  if (!submission) return refused({ kind: 'gone' });
  const reader = await readerOf(deps, submission, actorOpenId);
  if (!reader.ok) return reader;
  if (!submission.file) return refused({ kind: 'no-file' });
  const person = reader.value;
  const at = deps.clock.now();
  await deps.ledger.commit({
    at,
    event: { id: eventId, kind: 'card-action' },
    messages: [
      {
        id: deps.ids.next('message'),
        key: `submission-file:${submissionId}:${actorOpenId}:${pressMinute(at)}`,
        to: { type: 'person', personId: person.id, openId: actorOpenId },
        purpose: 'asked-card',
        body: { type: 'submission-file', submissionId },
        dueAt: at,
      },
    ],
    audit: [
      {
        actor: person.id,
        action: 'submission.file-asked',
        subject: { type: 'submission', id: submissionId },
        detail: { file: submission.file.name },
      },
    ],
  });
  return ok(null);
}

async function readerOf(
  deps: Needs,
  { officeId, jointOfficeIds }: Submission,
  openId: string,
): Promise<Outcome<Person, AskForFileRefusal>> {
  const administrator = await findAdministrator(deps, openId);
  if (administrator.ok) return administrator;
  const directory = await deps.directory.load();
  const person = personByOpenId(directory, openId);
  const own = person ? officesOf(directory, person.id) : [];
  if (person && own.some(({ id }) => id === officeId || jointOfficeIds.includes(id))) return ok(person);
  const officeName = directory.offices.find(({ id }) => id === officeId)?.name ?? '报送单位';
  return refused({ kind: 'not-permitted', officeName });
}
