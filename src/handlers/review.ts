import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import { findAdministrator } from '../app/review/administrator.ts';
import { settleObjection } from '../app/review/answer-confirmation.ts';
import { askOffices } from '../app/review/ask-offices.ts';
import { decideIssue } from '../app/review/decide-issue.ts';
import { drawReview, type WordsProblem } from '../app/review/draw-review.ts';
import { discardDraft, publishReviewed } from '../app/review/end-review.ts';
import { blockingIssues, type Review } from '../app/review/load-review.ts';
import { answerYear } from '../app/review/uploads.ts';
import type { ReviewIssue, ReviewSettle, ReviewStep, ReviewTake } from '../cards/actions.ts';
import { LONGEST_WORDS } from '../cards/review/issue-page.ts';
import { REVIEW_FIELD } from '../cards/review/review-fields.ts';
import {
  type ReviewDone,
  type ReviewRefusal,
  reviewDoneToast,
  reviewRefusalToast,
} from '../cards/review/review-text.ts';
import { refusalToast, type Toast } from '../cards/text.ts';
import { clip } from '../cards/words.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import type { Person } from '../domain/directory/directory.ts';
import type { IssueChoice } from '../domain/plan/decide-issue.ts';
import type { CardReply } from '../ports/inbound.ts';
import type { Press } from './pressed-card.ts';

type ReviewAction =
  | z.infer<typeof ReviewStep>
  | z.infer<typeof ReviewIssue>
  | z.infer<typeof ReviewTake>
  | z.infer<typeof ReviewSettle>;

interface Scene {
  readonly deps: Deps;
  readonly card: SentCard;
  readonly person: Person;
  readonly eventId: string;
  readonly versionId: string;
  readonly form: Readonly<Record<string, unknown>>;
}

/** Answers a press on an administrator's card about a plan; the next state of the card is the answer. */
export async function handleReview(deps: Deps, { action, press, card }: Press<ReviewAction>): Promise<CardReply> {
  if (card?.kind !== 'review') return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  const administrator = await findAdministrator(deps, press.actorOpenId);
  if (!administrator.ok) return { toast: reviewRefusalToast(administrator.error), card: null };
  const versionId = card.subject ?? '';
  const scene: Scene = {
    deps,
    card,
    person: administrator.value,
    eventId: press.eventId,
    versionId,
    form: press.form,
  };
  switch (action.a) {
    case 'review.year':
      return takeYear(scene);
    case 'review.sheet':
      return sendSheet(scene);
    case 'review.ask':
      return ask(scene);
    case 'review.publish':
      return publish(scene);
    case 'review.discard': {
      const done = await discardDraft(deps, { versionId, ...actorOf(scene) });
      return done.ok ? reply(scene, { kind: 'discarded' }) : refuse(scene, done.error);
    }
    case 'review.settle':
      await settleObjection(deps, { versionId, officeId: action.o, actor: scene.person.id, eventId: press.eventId });
      return reply(scene, { kind: 'settled' });
    case 'review.take':
      return decide(scene, action.i, { kind: 'take', phrase: action.r });
    case 'review.issue':
    case 'review.overview':
    case 'review.keep':
    case 'review.write':
    case 'review.as':
    case 'review.reopen':
      return issuePage(scene, action);
  }
}

async function issuePage(scene: Scene, action: z.infer<typeof ReviewIssue>): Promise<CardReply> {
  switch (action.a) {
    case 'review.overview':
      return turnTo(scene, null, false);
    case 'review.issue':
      return turnTo(scene, action.i === 0 ? await firstOpen(scene) : action.i, false);
    case 'review.write':
      return turnTo(scene, action.i, true);
    case 'review.keep':
      return decide(scene, action.i, { kind: 'keep' });
    case 'review.reopen':
      return decide(scene, action.i, null);
    case 'review.as':
      return rewrite(scene, action.i);
  }
}

async function takeYear(scene: Scene): Promise<CardReply> {
  const typed = textOf(scene.form[REVIEW_FIELD.year]).normalize('NFKC').replace(/年$/, '');
  const year = /^(20\d{2})$/.test(typed) ? Number(typed) : null;
  if (year === null) {
    const error = reviewRefusalToast({ kind: 'year-unreadable' });
    return { toast: error, card: await drawReview(scene.deps, scene.card, { value: typed, error: error.text }) };
  }
  const upload = await scene.deps.ledger.findUpload(scene.card.ui.upload ?? '');
  if (upload?.state !== 'asks-year') return { toast: null, card: await drawReview(scene.deps, scene.card) };
  await answerYear(scene.deps, { uploadId: scene.card.ui.upload ?? '', year, eventId: scene.eventId });
  return reply(scene, { kind: 'year-taken' });
}

async function sendSheet(scene: Scene): Promise<CardReply> {
  const { deps, person, versionId, eventId } = scene;
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    messages: [
      {
        id: deps.ids.next('message'),
        key: `check-sheet:${eventId}`,
        to: { type: 'person', personId: person.id, openId: person.openId ?? '' },
        purpose: 'review',
        body: { type: 'check-sheet', versionId },
        dueAt: deps.clock.now(),
      },
    ],
    audit: [],
  });
  return { toast: reviewDoneToast({ kind: 'sheet-sent' }), card: null };
}

async function ask(scene: Scene): Promise<CardReply> {
  const { deps, versionId, person } = scene;
  const asked = await askOffices(deps, { versionId, actor: person.id });
  if (!asked.ok) return refuse(scene, asked.error);
  return reply(scene, { kind: 'asked', offices: asked.value.offices, unreachable: asked.value.unreachable.length });
}

async function publish(scene: Scene): Promise<CardReply> {
  const { deps, versionId } = scene;
  const published = await publishReviewed(deps, { versionId, ...actorOf(scene) });
  return published.ok ? reply(scene, { kind: 'published', ...published.value }) : refuse(scene, published.error);
}

/** After a decision comes the next 疑点 that is open, or the overview. */
async function decide(scene: Scene, no: number, choice: IssueChoice | null): Promise<CardReply> {
  const { deps, versionId, person } = scene;
  const decided = await decideIssue(deps, { versionId, no, choice, actor: person.id, actorName: person.name });
  if (!decided.ok) return refuse(scene, decided.error);
  if (choice === null) return turnTo(scene, no, false, reviewDoneToast({ kind: 'reopened' }));
  return toNextOpen(scene, no, decided.value);
}

function toNextOpen(scene: Scene, no: number, { issues }: Pick<Review, 'issues'>): Promise<CardReply> {
  const open = issues.filter(({ decidedBy }) => decidedBy === null).map((issue) => issue.no);
  const next = open.find((other) => other > no) ?? open[0] ?? null;
  return turnTo(scene, next, false, reviewDoneToast({ kind: 'decided' }));
}

async function rewrite(scene: Scene, no: number): Promise<CardReply> {
  const text = clip(textOf(scene.form[REVIEW_FIELD.words]), LONGEST_WORDS);
  const { deps, versionId, person } = scene;
  const choice = { kind: 'as', text } as const;
  const decided =
    text === ''
      ? ({ ok: false, error: { kind: 'nothing-written' } } as const)
      : await decideIssue(deps, { versionId, no, choice, actor: person.id, actorName: person.name });
  if (decided.ok) return toNextOpen(scene, no, decided.value);
  const error = reviewRefusalToast(decided.error);
  return turnTo(scene, no, true, error, { value: text, error: error.text });
}

async function firstOpen({ deps, versionId }: Scene): Promise<number | null> {
  const issues = await deps.ledger.loadIssues(versionId);
  const [blocking] = blockingIssues(issues);
  return (blocking ?? issues.find(({ decidedBy }) => decidedBy === null) ?? issues[0])?.no ?? null;
}

/** Remembers what the card shows, so that every later drawing of it shows the same. */
async function turnTo(
  scene: Scene,
  issue: number | null,
  writing: boolean,
  toast: Toast | null = null,
  problem?: WordsProblem,
): Promise<CardReply> {
  const { deps, card } = scene;
  const ui = { ...card.ui, issue, writing };
  await deps.ledger.commit({ at: deps.clock.now(), cardChanges: [{ id: card.id, ui }], audit: [] });
  return { toast, card: await drawReview(deps, { ...card, ui }, problem) };
}

async function reply({ deps, card }: Scene, done: ReviewDone): Promise<CardReply> {
  return { toast: reviewDoneToast(done), card: await drawReview(deps, card) };
}

async function refuse({ deps, card }: Scene, refusal: ReviewRefusal): Promise<CardReply> {
  return { toast: reviewRefusalToast(refusal), card: await drawReview(deps, card) };
}

function actorOf({ person, eventId }: Scene) {
  return { actor: person.id, actorName: person.name, mark: eventId };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
