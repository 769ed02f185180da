import { parseSubmission } from '../../cards/quotas/submission-form.ts';
import { type SubmitRefusal, submissionErrorText } from '../../cards/quotas/submission-text.ts';
import { type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { NEWS } from '../../domain/quotas/matter.ts';
import { readSubmission } from '../../domain/quotas/read-submission.ts';
import type { SubmissionDraft } from '../../domain/quotas/submission-draft.ts';
import type { Deps } from '../deps.ts';
import { sendAskedCard } from '../send-asked-card.ts';
import { recordSubmission } from './record-submission.ts';
import { loadSubmitter, type Submitter } from './submitter.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

/**
 * 报送 in words: recorded at once where nothing is missing and the person answers for one office; else the form comes with what was
 * said and what is missing. The same event again does nothing.
 *
 * @param request.lead the matter of the word that began the line
 */
export async function submitWords(
  deps: Needs,
  request: {
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly lead: string | null;
    readonly words: string;
  },
): Promise<Outcome<null, SubmitRefusal>> {
  const submitter = await loadSubmitter(deps, request.actorOpenId);
  if (!submitter.ok) return submitter;
  const { directory, offices } = submitter.value;
  const { eventId } = request;
  const today = civilDateOf(deps.clock.now());
  const said = readSubmission(request.words, { lead: request.lead, today });
  const draft: SubmissionDraft = {
    ...blankDraft(submitter.value, today),
    matter: said.matter,
    title: said.title,
    link: said.link,
    ...(said.date !== null && { date: said.date }),
  };
  const asksOnly = said.title === '' && said.link === '' && said.date === null;
  const officeIds = offices.map(({ id }) => id);
  const entry = parseSubmission(draft, { today, directory, officeIds });
  if (entry.ok && offices.length === 1) {
    await recordSubmission(deps, { entry: entry.value, submitter: submitter.value, card: null, eventId });
    return ok(null);
  }
  const error = asksOnly || entry.ok ? null : submissionErrorText(entry.error);
  await sendForm(deps, { submitter: submitter.value, eventId, draft: { ...draft, error } });
  return ok(null);
}

/** 再报一条, and 修改再报 of what was returned, with its words filled in. */
export async function openSubmissionForm(
  deps: Needs,
  request: { readonly actorOpenId: string; readonly eventId: string; readonly submissionId: string | null },
): Promise<Outcome<null, SubmitRefusal>> {
  const submitter = await loadSubmitter(deps, request.actorOpenId);
  if (!submitter.ok) return submitter;
  const { offices } = submitter.value;
  const before = request.submissionId === null ? undefined : await deps.quotas.findSubmission(request.submissionId);
  const own = before && offices.some(({ id }) => id === before.officeId) ? before : undefined;
  const draft: SubmissionDraft = {
    ...blankDraft(submitter.value, civilDateOf(deps.clock.now())),
    ...(own && {
      matter: own.matter,
      title: own.title,
      link: own.link ?? '',
      date: own.eventOn,
      officeId: own.officeId,
      jointOfficeIds: own.jointOfficeIds,
      file: own.file,
    }),
  };
  await sendForm(deps, { submitter: submitter.value, eventId: request.eventId, draft });
  return ok(null);
}

/** What the form shows where nothing was said. */
export function blankDraft({ offices }: Pick<Submitter, 'offices'>, today: CivilDate): SubmissionDraft {
  return {
    matter: NEWS,
    title: '',
    link: '',
    date: today,
    officeId: offices[0].id,
    jointOfficeIds: [],
    file: null,
    error: null,
  };
}

/** Queues the form as a card of its own. The same event again queues nothing. */
export async function sendForm(
  deps: Pick<Needs, 'clock' | 'ids' | 'ledger'>,
  { submitter, eventId, draft }: { submitter: Submitter; eventId: string; draft: SubmissionDraft },
): Promise<void> {
  await sendAskedCard(deps, { kind: 'submission', person: submitter.person, eventId, partIds: [], ui: { draft } });
}

export type SendRefusal = SubmitRefusal | { readonly kind: 'form'; readonly text: string };

/** 提交 of the form; what is wrong stays on the card with what was typed. @returns false where it was recorded before */
export async function sendSubmission(
  deps: Needs,
  request: {
    readonly card: SentCard;
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly draft: SubmissionDraft;
  },
): Promise<Outcome<boolean, SendRefusal>> {
  const { card, draft, eventId } = request;
  const submitter = await loadSubmitter(deps, request.actorOpenId);
  if (!submitter.ok) return submitter;
  if (submitter.value.person.id !== card.personId) return refused({ kind: 'not-your-card' });
  const { directory, offices } = submitter.value;
  const today = civilDateOf(deps.clock.now());
  const entry = parseSubmission(draft, { today, directory, officeIds: offices.map(({ id }) => id) });
  if (entry.ok)
    return ok(await recordSubmission(deps, { entry: entry.value, submitter: submitter.value, card, eventId }));
  const text = submissionErrorText(entry.error);
  await keepDraft(deps, { card, eventId, draft: { ...draft, error: text } });
  return refused({ kind: 'form', text });
}

/** What was typed is kept on the card; null: 取消. */
export async function keepDraft(
  deps: Pick<Deps, 'clock' | 'ledger'>,
  { card, eventId, draft }: { card: SentCard; eventId: string; draft: SubmissionDraft | null },
): Promise<void> {
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { form: null, ...(draft && { draft }) } }],
    audit: [],
  });
}
