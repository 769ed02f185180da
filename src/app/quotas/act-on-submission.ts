import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor, personByOpenId } from '../../domain/directory/answering.ts';
import type { Person } from '../../domain/directory/directory.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import {
  decideSubmission,
  type SubmissionRefusal,
  type SubmissionStanding,
} from '../../domain/quotas/decide-submission.ts';
import type { SubmissionReturnReason } from '../../domain/quotas/return-reason.ts';
import type { Submission, SubmissionAct, SubmissionActKind } from '../../domain/quotas/submission.ts';
import type { AuditEntry, SubmissionChange } from '../../ports/ledger-store.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { findAdministrator } from '../review/administrator.ts';
import { findDuplicates } from './find-duplicates.ts';
import { submissionUpdates } from './submission-updates.ts';
import { closesAfter } from './submitter.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'settings' | 'admins'>;

export type ActOnRefusal =
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'gone' }
  | (SubmissionRefusal & { readonly submission: Submission; readonly officeName: string });

/**
 * Does something about a submission: its office withdraws it, the reviewer decides on it. The act, the audit row, the updates of every
 * open copy and the event that caused it go in one transaction.
 *
 * @param request.card the card whose button was pressed
 */
export async function actOnSubmission(
  deps: Needs,
  request: {
    readonly submissionId: string;
    readonly version: number;
    readonly kind: SubmissionActKind;
    readonly reason: string;
    readonly reasons?: readonly SubmissionReturnReason[];
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly card: SentCard | undefined;
  },
): Promise<Outcome<Submission, ActOnRefusal>> {
  const at = deps.clock.now();
  const { kind, reason, reasons = [], eventId, card } = request;
  const [actor, submission, calendar] = await Promise.all([
    loadActor(deps, request.actorOpenId),
    deps.quotas.findSubmission(request.submissionId),
    loadCalendar(deps),
  ]);
  if (!actor) return refused({ kind: 'unknown-person' });
  if (!submission) return refused({ kind: 'gone' });
  const decided = decideSubmission(submission, {
    kind,
    version: request.version,
    standings: actor.standingsFor(submission),
    reason,
    today: civilDateOf(at),
    closed: at >= closesAfter(submission.eventOn, calendar),
  });
  const { officeId } = submission;
  const officeName = actor.offices.get(officeId) ?? '';
  if (!decided.ok) return refused({ ...decided.error, submission, officeName });
  const act = actOf(deps, { kind, person: actor.person, at, reason, reasons });
  const after: Submission = { ...submission, ...decided.value, version: submission.version + 1 };
  const committed = await deps.ledger.commit({
    at,
    event: { id: eventId, kind: 'card-action' },
    submissionActs: [changeOf(submission, { ...decided.value, act })],
    cardChanges: card?.ui.submissions
      ? [{ id: card.id, ui: { ...card.ui, submissions: { ...card.ui.submissions, returning: null } } }]
      : [],
    messages: await submissionUpdates(deps, {
      submissions: [after],
      except: card?.id ?? null,
      at,
      mark: `${submission.id}:${after.version}`,
    }),
    audit: [auditOf(act, submission, after)],
  });
  if (committed.ok) return ok({ ...after, decidedAt: at, acts: [...submission.acts, act] });
  const now = (await deps.quotas.findSubmission(submission.id)) ?? submission;
  const again = committed.error.kind === 'event-seen';
  return refused({ kind: again ? 'already' : 'stale', submission: now, officeName });
}

/** 本页全部采用: what waits and repeats nothing. Duplicates are left for somebody to look at. */
export async function acceptAll(
  deps: Needs,
  request: {
    readonly ids: readonly string[];
    readonly reviewer: Person;
    readonly eventId: string;
    readonly card: SentCard;
  },
): Promise<{ readonly accepted: number; readonly flagged: number }> {
  const at = deps.clock.now();
  const today = civilDateOf(at);
  const { ids, reviewer, eventId, card } = request;
  const found = await deps.quotas.findSubmissions({ ids, states: ['submitted'] });
  const decisions = found.flatMap((submission) => {
    const { version } = submission;
    const asked = { kind: 'accept', version, standings: REVIEWER, reason: '', today, closed: false } as const;
    const decided = decideSubmission(submission, asked);
    return decided.ok ? [{ submission, standing: decided.value }] : [];
  });
  const open = decisions.map(({ submission }) => submission);
  const duplicates = await findDuplicates(deps, open);
  const clear = decisions.filter(({ submission }) => (duplicates.get(submission.id) ?? []).length === 0);
  const flagged = open.length - clear.length;
  if (clear.length === 0) return { accepted: 0, flagged };
  const changes = clear.map(({ submission, standing }) => ({
    submission,
    act: actOf(deps, { kind: 'accept', person: reviewer, at }),
    after: { ...submission, ...standing, version: submission.version + 1 },
  }));
  const committed = await deps.ledger.commit({
    at,
    event: { id: eventId, kind: 'card-action' },
    submissionActs: changes.map(({ submission, act, after }) => changeOf(submission, { ...after, act })),
    messages: await submissionUpdates(deps, {
      submissions: changes.map(({ after }) => after),
      except: card.id,
      at,
      mark: `all:${eventId}`,
    }),
    audit: changes.map(({ submission, act, after }) => auditOf(act, submission, after)),
  });
  return { accepted: committed.ok ? clear.length : 0, flagged };
}

const REVIEWER: ReadonlySet<SubmissionStanding> = new Set(['reviewer']);

function actOf(
  { ids }: Pick<Deps, 'ids'>,
  { person, ...done }: Pick<SubmissionAct, 'kind' | 'at'> & Partial<SubmissionAct> & { readonly person: Person },
): SubmissionAct {
  return {
    id: ids.next('submission-act'),
    personId: person.id,
    personName: person.name,
    reason: '',
    reasons: [],
    ...done,
  };
}

function changeOf(
  { id, version }: Submission,
  { state, credits, act }: Pick<Submission, 'state' | 'credits'> & { readonly act: SubmissionAct },
): SubmissionChange {
  return { submissionId: id, expectedVersion: version, act, state, credits };
}

function auditOf(act: SubmissionAct, before: Submission, after: Submission): AuditEntry {
  return {
    actor: act.personId,
    action: `submission.${act.kind}`,
    subject: { type: 'submission', id: before.id },
    detail: { from: before.state, to: after.state, credits: after.credits, reason: act.reason },
  };
}

interface Actor {
  readonly person: Person;
  readonly offices: ReadonlyMap<string, string>;
  readonly standingsFor: (submission: Submission) => ReadonlySet<SubmissionStanding>;
}

async function loadActor(deps: Needs, openId: string): Promise<Actor | undefined> {
  const [administrator, directory] = await Promise.all([findAdministrator(deps, openId), deps.directory.load()]);
  const person = administrator.ok ? administrator.value : personByOpenId(directory, openId);
  if (!person) return undefined;
  const own = new Set(officesAnsweredFor(directory, person.id).map(({ id }) => id));
  return {
    person,
    offices: new Map(directory.offices.map(({ id, name }) => [id, name])),
    standingsFor: ({ officeId }) => {
      const standings: [SubmissionStanding, boolean][] = [
        ['office', own.has(officeId)],
        ['reviewer', administrator.ok],
      ];
      return new Set(standings.flatMap(([standing, holds]) => (holds ? [standing] : [])));
    },
  };
}
