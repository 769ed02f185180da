import type { SubmissionsView } from '../../cards/quotas/submission-view.ts';
import { submissionsCard } from '../../cards/quotas/submissions-card.ts';
import { addDays, civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { findDuplicates } from './find-duplicates.ts';
import { queryOf, SUBMISSIONS_PER_PAGE } from './open-submissions.ts';
import { reviewerStandings, submissionViews } from './submission-views.ts';

type Needs = Pick<Deps, 'clock' | 'quotas' | 'directory' | 'settings'>;

/** What was filled in before 退回 was refused, and why. */
export interface ReturnProblem {
  readonly error: string;
  readonly values: { readonly note: string; readonly reasons: readonly string[] };
}

const FAR_DAYS = 400;

/** Draws the reviewer's queue as things stand now: the rows it was filled with, and the counts of everything. */
export async function drawSubmissions(
  deps: Needs,
  card: SentCard,
  problem?: ReturnProblem,
): Promise<{ readonly card: CardJson; readonly open: boolean; readonly formOpen: boolean }> {
  const at = deps.clock.now();
  const today = civilDateOf(at);
  const { view, ids, returning } = card.ui.submissions ?? { view: 'queue', ids: [], returning: null };
  const [found, waiting, coming, decided, directory, calendar] = await Promise.all([
    ids.length === 0 ? [] : deps.quotas.findSubmissions({ ids }),
    deps.quotas.countSubmissions(queryOf('queue', today)),
    deps.quotas.countSubmissions({
      states: ['submitted'],
      span: { from: addDays(today, 1), to: addDays(today, FAR_DAYS) },
    }),
    view === 'decided' ? deps.quotas.countSubmissions(queryOf('decided', today)) : 0,
    deps.directory.load(),
    loadCalendar(deps),
  ]);
  const byId = new Map(found.map((submission) => [submission.id, submission]));
  const rows = submissionViews(
    ids.flatMap((id) => byId.get(id) ?? []),
    {
      directory,
      calendar,
      now: at,
      duplicates: await findDuplicates(deps, found),
      standingsFor: () => reviewerStandings(),
    },
  );
  const form = rows.find(({ id, state }) => id === returning && state === 'submitted');
  const pages = Math.max(1, Math.ceil((view === 'queue' ? waiting : decided) / SUBMISSIONS_PER_PAGE));
  const drawn: SubmissionsView = {
    cardId: card.id,
    today,
    at,
    view,
    waiting,
    coming,
    rows,
    page: { number: Math.min(card.ui.page ?? 1, pages), of: pages },
    returning: form
      ? { id: form.id, error: problem?.error ?? null, values: problem?.values ?? { note: '', reasons: [] } }
      : null,
  };
  return { card: submissionsCard(drawn), open: true, formOpen: form !== undefined };
}
