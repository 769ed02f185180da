import type { NilRefusal } from '../../cards/quotas/submission-text.ts';
import { type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import { monthOfDay, monthSpan } from '../../domain/calendar/month.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import type { Office } from '../../domain/directory/directory.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { nilReportRefusal } from '../../domain/quotas/nil-report.ts';
import type { Submission } from '../../domain/quotas/submission.ts';
import type { Deps } from '../deps.ts';
import { loadQuotas } from './load-counters.ts';
import { submissionUpdates } from './submission-updates.ts';
import { loadSubmitter } from './submitter.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

export type ReportNothingRefusal = NilRefusal | { readonly kind: 'unknown-person' } | { readonly kind: 'no-office' };

/**
 * 零报告 of this month in one matter: recorded for the offices of the person whose quotas of it all allow nought, refused where none
 * does.
 *
 * @param request.officeId from a button; null means every office that the person answers for
 * @returns the names of the offices
 */
export async function reportNothing(
  deps: Needs,
  request: {
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly matter: string;
    readonly officeId: string | null;
    readonly card: SentCard | null;
  },
): Promise<Outcome<readonly string[], ReportNothingRefusal>> {
  const at = deps.clock.now();
  const { matter, officeId, eventId, card } = request;
  const submitter = await loadSubmitter(deps, request.actorOpenId);
  if (!submitter.ok) return submitter;
  if (matter === '') return refused({ kind: 'matter-missing' });
  const { person, offices } = submitter.value;
  const asked = offices.filter(({ id }) => officeId === null || id === officeId);
  const { rules } = await loadQuotas(deps);
  const today = civilDateOf(at);
  const refusals: NilRefusal[] = [];
  const fine: Office[] = [];
  for (const office of asked) {
    const refusal =
      nilReportRefusal(rules, { matter, officeId: office.id }) ?? (await saidBefore(deps, matter, office.id, today));
    if (refusal) refusals.push(refusal);
    else fine.push(office);
  }
  if (fine.length === 0) {
    return refused(refusals.find(({ kind }) => kind !== 'no-quota') ?? refusals[0] ?? { kind: 'no-quota' });
  }
  const records = fine.map(({ id }): Submission => {
    return {
      id: deps.ids.next('submission'),
      matter,
      title: '',
      isNil: true,
      link: null,
      file: null,
      eventOn: today,
      officeId: id,
      jointOfficeIds: [],
      submittedAt: at,
      personId: person.id,
      personName: person.name,
      promptBy: today,
      state: 'none',
      credits: [id],
      decidedAt: null,
      version: 1,
      acts: [],
    };
  });
  const committed = await deps.ledger.commit({
    at,
    event: { id: eventId, kind: 'nil-report' },
    newSubmissions: records,
    messages: await submissionUpdates(deps, {
      submissions: records,
      except: card?.id ?? null,
      at,
      mark: `nil:${eventId}`,
    }),
    audit: records.map(({ id, officeId: office }) => ({
      actor: person.id,
      action: 'submission.none',
      subject: { type: 'submission', id },
      detail: { matter, officeId: office, month: monthOfDay(today) },
    })),
  });
  return committed.ok ? ok(fine.map(({ name }) => name)) : refused({ kind: 'already' });
}

async function saidBefore(
  deps: Pick<Deps, 'quotas'>,
  matter: string,
  officeId: string,
  today: CivilDate,
): Promise<NilRefusal | null> {
  const span = monthSpan(monthOfDay(today));
  const found = await deps.quotas.findSubmissions({ matter, officeIds: [officeId], span });
  const alive = found.filter(({ state }) => state !== 'withdrawn');
  if (alive.some(({ state }) => state === 'none')) return { kind: 'already' };
  return alive.length === 0 ? null : { kind: 'has-items', count: alive.length };
}
