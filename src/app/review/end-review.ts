import { invariant } from '../../domain/invariant.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { publishVersion } from '../publish-plan.ts';
import { updatesOfCards } from '../refresh-cards.ts';
import { withdrawalNotices } from './change-notices.ts';
import { blockingIssues, loadReview } from './load-review.ts';
import { reviewUpdates } from './review-updates.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings'>;

interface Actor {
  /** For the audit trail: a person's id, or `command-line`. */
  readonly actor: string;
  readonly actorName: string;
  /** Tells this press from every other one. */
  readonly mark: string;
}

export type PublishRefusal =
  | { readonly kind: 'unknown-version' }
  | { readonly kind: 'not-a-draft'; readonly state: 'applied' | 'discarded' }
  | { readonly kind: 'undecided'; readonly nos: readonly number[] }
  /** Offices have objected, and nobody has dealt with it. */
  | { readonly kind: 'objections'; readonly offices: readonly string[] };

/** Puts a reviewed draft into force: nothing contradictory may be undecided, and no objection open. */
export async function publishReviewed(
  deps: Needs,
  request: { readonly versionId: string } & Actor,
): Promise<Outcome<{ readonly parts: number; readonly revised: boolean }, PublishRefusal>> {
  const review = await loadReview(deps, request.versionId);
  if (!review) return refused({ kind: 'unknown-version' });
  const { plan, version, confirmations } = review;
  if (version.state !== 'draft') return refused({ kind: 'not-a-draft', state: version.state });
  const blocking = blockingIssues(review.issues);
  if (blocking.length > 0) return refused({ kind: 'undecided', nos: blocking.map(({ no }) => no) });
  const objected = confirmations.filter(({ state }) => state === 'objected').map(({ officeId }) => officeId);
  if (objected.length > 0) {
    const { offices } = await deps.directory.load();
    return refused({
      kind: 'objections',
      offices: offices.filter(({ id }) => objected.includes(id)).map(({ name }) => name),
    });
  }
  const published = await publishVersion(deps, { plan, version, ...request });
  if (!published) return refused({ kind: 'not-a-draft', state: 'applied' });
  await redrawCards(deps, version.id, request.mark);
  return ok({ parts: published.parts, revised: plan.state !== 'draft' });
}

/** Gives a draft up; the ledger stays as it is. */
export async function discardDraft(
  deps: Needs,
  request: { readonly versionId: string } & Actor,
): Promise<Outcome<null, Extract<PublishRefusal, { kind: 'unknown-version' | 'not-a-draft' }>>> {
  const version = await deps.ledger.findVersion(request.versionId);
  if (!version) return refused({ kind: 'unknown-version' });
  if (version.state !== 'draft') return refused({ kind: 'not-a-draft', state: version.state });
  const plan = await deps.ledger.findPlan(version.planId);
  const discarded = await deps.ledger.commit({
    at: deps.clock.now(),
    versionState: { versionId: version.id, state: 'discarded' },
    ...(plan?.state === 'draft' && { planState: { planId: version.planId, state: 'withdrawn' as const } }),
    audit: [
      {
        actor: request.actor,
        action: 'plan.discarded',
        subject: { type: 'plan', id: version.planId },
        detail: { version: version.number },
      },
    ],
  });
  if (!discarded.ok) return refused({ kind: 'not-a-draft', state: 'applied' });
  await redrawCards(deps, version.id, request.mark);
  return ok(null);
}

export type WithdrawRefusal =
  | { readonly kind: 'unknown-plan'; readonly id: string; readonly known: readonly string[] }
  | { readonly kind: 'not-in-force'; readonly state: 'draft' | 'withdrawn' };

/** Takes a plan out of force: nothing of it is reminded or counted any more, its history stays, the offices get one notice. */
export async function withdrawPlan(
  deps: Needs,
  request: { readonly planId: string } & Actor,
): Promise<Outcome<{ readonly offices: number }, WithdrawRefusal>> {
  const plans = await deps.ledger.listPlans();
  const plan = plans.find(({ id }) => id === request.planId);
  if (!plan) return refused({ kind: 'unknown-plan', id: request.planId, known: plans.map(({ id }) => id) });
  if (plan.state !== 'published') return refused({ kind: 'not-in-force', state: plan.state });
  const at = deps.clock.now();
  const [tasks, directory] = await Promise.all([deps.ledger.loadTasks(plan.id), deps.directory.load()]);
  const notices = withdrawalNotices({ plan, tasks, directory, at, nextId: (kind) => deps.ids.next(kind) });
  const parts = await deps.ledger.findParts({ planId: plan.id, withReplies: false });
  const messages = [...notices, ...(await updatesOfCards(deps, { parts, mark: request.mark, at }))];
  for (const draft of (await deps.ledger.listVersions(plan.id)).filter(({ state }) => state === 'draft')) {
    await deps.ledger.commit({ at, versionState: { versionId: draft.id, state: 'discarded' }, audit: [] });
  }
  const committed = await deps.ledger.commit({
    at,
    planState: { planId: plan.id, state: 'withdrawn' },
    messages,
    audit: [
      {
        actor: request.actor,
        action: 'plan.withdrawn',
        subject: { type: 'plan', id: plan.id },
        detail: { title: plan.title },
      },
    ],
  });
  invariant(committed.ok, 'withdrawing changes no part that could be stale');
  return ok({ offices: notices.length });
}

async function redrawCards(deps: Needs, versionId: string, mark: string): Promise<void> {
  const at = deps.clock.now();
  const messages = await reviewUpdates(deps, { versionId, except: null, at, mark });
  await deps.ledger.commit({ at, messages, audit: [] });
}
