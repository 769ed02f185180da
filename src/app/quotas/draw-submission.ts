import { submissionCard } from '../../cards/quotas/submission-card.ts';
import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import { NEWS, PRESS } from '../../domain/quotas/matter.ts';
import { mattersFor } from '../../domain/quotas/quota-rule.ts';
import type { Submission } from '../../domain/quotas/submission.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import type { Deps } from '../deps.ts';
import { isAdministrator } from '../review/administrator.ts';
import { findDuplicates } from './find-duplicates.ts';
import { loadCounters, loadQuotas } from './load-counters.ts';
import { officeStandings, submissionViews } from './submission-views.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'quotas' | 'directory' | 'settings' | 'admins'>;

/** Draws 报送: its form, or what was recorded with it as it stands now. */
export async function drawSubmission(
  deps: Needs,
  card: SentCard,
): Promise<{ readonly card: CardJson; readonly open: boolean; readonly formOpen: boolean }> {
  const today = civilDateOf(deps.clock.now());
  const base = { cardId: card.id, today };
  const submission = card.subject == null ? undefined : await deps.quotas.findSubmission(card.subject);
  if (submission) return { card: await drawResult(deps, card, submission), open: true, formOpen: false };
  const { draft } = card.ui;
  if (!draft) return { card: submissionCard({ ...base, look: 'gone' }), open: true, formOpen: false };
  const { rules, directory } = await loadQuotas(deps);
  const offices = officesAnsweredFor(directory, card.personId);
  const own = offices.map(({ id }) => id);
  const offered = mattersFor(rules, own, [NEWS, PRESS]);
  const owner = directory.people.find(({ id }) => id === card.personId);
  const isPlanImport = owner?.openId != null && (await isAdministrator(deps, owner.openId));
  const drawn = submissionCard({
    ...base,
    look: 'form',
    draft,
    matters: draft.matter === '' || offered.includes(draft.matter) ? offered : [...offered, draft.matter],
    offices,
    others: offices.length === 1 ? directory.offices.filter(({ id }) => !own.includes(id)) : directory.offices,
    byFile: draft.file === null && !isPlanImport && mattersFor(rules, own, []).length > 0,
  });
  return { card: drawn, open: true, formOpen: true };
}

async function drawResult(deps: Needs, card: SentCard, submission: Submission): Promise<CardJson> {
  const now = deps.clock.now();
  const today = civilDateOf(now);
  const { counters, directory, calendar } = await loadCounters(deps, submission.eventOn);
  const officeIds = officesAnsweredFor(directory, card.personId).map(({ id }) => id);
  const [view] = submissionViews([submission], {
    directory,
    calendar,
    now,
    duplicates: await findDuplicates(deps, [submission]),
    standingsFor: officeStandings(officeIds),
  });
  if (!view) return submissionCard({ cardId: card.id, today, look: 'gone' });
  return submissionCard({
    cardId: card.id,
    today,
    look: 'result',
    submission: view,
    counters: own(counters, submission),
  });
}

/** The counters that it counts for: of its own office, and of the whole plan. */
function own(counters: readonly Counter[], { matter, officeId }: Submission): readonly Counter[] {
  return counters.filter(
    (counter) => counter.rule.matter === matter && (counter.officeId === officeId || counter.officeId === null),
  );
}
