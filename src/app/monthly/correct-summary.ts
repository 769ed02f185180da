import { monthlyCorrectionCard, type NumberChange } from '../../cards/monthly-correction-card.ts';
import { isCorrectable } from '../../cards/monthly-definitions.ts';
import { monthSpan } from '../../domain/calendar/month.ts';
import { correctionsSince } from '../../domain/quotas/close-period.ts';
import type { MonthlySummary } from '../../domain/quotas/monthly-summary.ts';
import { type DraftNeeds, type DraftReport, saveDraft, updatesOfSummaries } from './draft-summary.ts';
import { drawMonthlySummary, valuesOf } from './draw-monthly-summary.ts';

/**
 * Drafts a 更正 of a month whose summary was posted, where numbers of it have changed since they were taken. Asked every morning;
 * it looks at the records only where any of them moved.
 *
 * @param eventId of the press behind it
 */
export async function correctSummary(
  deps: DraftNeeds,
  { month, eventId = null }: { readonly month: string; readonly eventId?: string | null },
): Promise<DraftReport> {
  const before = await deps.quotas.findSummaries(month);
  const posted = before.findLast(({ state }) => state === 'posted');
  if (!posted) return { queued: 0, why: 'unchanged' };
  const moved = { span: monthSpan(month), changedSince: posted.draftedAt };
  if ((await deps.quotas.countSubmissions(moved)) === 0) return { queued: 0, why: 'unchanged' };
  const { figures, numbers, directory } = await drawMonthlySummary(deps, { month, withRecords: false });
  const values = valuesOf(numbers);
  const changes = changesBetween(posted.numbers, values, month);
  const waiting = before.findLast(({ state }) => state === 'draft');
  if (changes.length === 0) {
    if (waiting) await dropDraft(deps, waiting);
    return { queued: 0, why: 'unchanged' };
  }
  if (waiting && changesBetween(waiting.numbers, values, month).length === 0) {
    return { queued: 0, why: 'drafted-before' };
  }
  const records = correctionsSince(await deps.quotas.findSubmissions(moved), posted.draftedAt);
  const card = monthlyCorrectionCard({ figures, changes, asOf: posted.draftedAt, records });
  return saveDraft(deps, { figures, isCorrection: true, card, numbers: values, directory, before, eventId });
}

/** The numbers that a 更正 is about, in their order, as far as they are others now. */
export function changesBetween(
  was: Readonly<Record<string, number>>,
  is: Readonly<Record<string, number>>,
  month: string,
): readonly NumberChange[] {
  return Object.entries(is).flatMap(([name, to]) => {
    const from = was[name];
    // A number that was not there before is of an office or a quota that came later.
    return from === undefined || from === to || !isCorrectable(name, month) ? [] : [{ name, from, to }];
  });
}

/** The numbers are again what was posted: there is nothing to correct any more. */
async function dropDraft(deps: DraftNeeds, draft: MonthlySummary): Promise<void> {
  const at = deps.clock.now();
  const { id } = draft;
  await deps.ledger.commit({
    at,
    summaryChanges: [{ id, state: 'dropped', decidedAt: at, decidedBy: null, reason: '' }],
    messages: await updatesOfSummaries(deps, [draft], { mark: `dropped:${id}`, at, except: null }),
    audit: [
      { actor: 'system', action: 'summary.dropped', subject: { type: 'summary', id }, detail: { why: 'unchanged' } },
    ],
  });
}
