import type { SubmissionEntry } from '../../cards/quotas/submission-form.ts';
import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { addWorkingDays } from '../../domain/calendar/working-calendar.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { unsentCard } from '../../domain/delivery/unsent-card.ts';
import type { Submission } from '../../domain/quotas/submission.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { submissionUpdates } from './submission-updates.ts';
import type { Submitter } from './submitter.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** News is to be submitted within one working day of its event. */
const PROMPT_DAYS = 1;

/**
 * Records a submission, with the card that answers for it: the form it was filled in on, or a new one where it came in words. The
 * same event again records nothing.
 *
 * @param request.card the form; null sends a card of its own
 * @returns whether anything was new
 */
export async function recordSubmission(
  deps: Needs,
  request: {
    readonly entry: SubmissionEntry;
    readonly submitter: Submitter;
    readonly card: SentCard | null;
    readonly eventId: string;
  },
): Promise<boolean> {
  const at = deps.clock.now();
  const { entry, card, eventId } = request;
  const { person } = request.submitter;
  const submission: Submission = {
    ...entry,
    isNil: false,
    id: deps.ids.next('submission'),
    submittedAt: at,
    personId: person.id,
    personName: person.name,
    promptBy: addWorkingDays(await loadCalendar(deps), entry.eventOn, PROMPT_DAYS),
    state: 'submitted',
    credits: [entry.officeId],
    decidedAt: null,
    version: 1,
    acts: [],
  };
  const answer = unsentCard({
    id: deps.ids.next('card'),
    kind: 'submission',
    personId: person.id,
    on: civilDateOf(at),
    subject: submission.id,
  });
  const updates = await submissionUpdates(deps, {
    submissions: [submission],
    except: card?.id ?? null,
    at,
    mark: `${submission.id}:1`,
  });
  const committed = await deps.ledger.commit({
    at,
    // A form records one thing, however often 提交 is pressed.
    event: { id: card ? `submitted:${card.id}` : eventId, kind: 'submission' },
    newSubmissions: [submission],
    ...(card
      ? { cardChanges: [{ id: card.id, subject: submission.id, ui: { form: null } }], messages: updates }
      : {
          newCards: [answer],
          messages: [
            {
              id: deps.ids.next('message'),
              key: `submission:${eventId}`,
              to: { type: 'person' as const, personId: person.id, openId: person.openId },
              purpose: 'asked-card' as const,
              body: { type: 'ledger-card' as const, cardId: answer.id },
              dueAt: at,
            },
            ...updates,
          ],
        }),
    audit: [
      {
        actor: person.id,
        action: 'submission.recorded',
        subject: { type: 'submission', id: submission.id },
        detail: { ...entry, file: entry.file?.name ?? null, promptBy: submission.promptBy },
      },
    ],
  });
  return committed.ok;
}
