import type { LedgerChange, SubmissionChange } from '../../ports/ledger-store.ts';
import { toBigInt, toBigIntOrNull } from './columns.ts';
import type { Queries } from './database.ts';
import { insertRows } from './insert-rows.ts';
import { actRow, creditRows, rateRow, submissionRow, summaryRow } from './quota-rows.ts';
import { Refusal } from './refusal.ts';

/** @throws Refusal `stale-submission`, `summary-decided` for the first that has moved on or does not exist */
export async function writeQuotas(queries: Queries, change: LedgerChange): Promise<void> {
  const { newSubmissions = [], submissionActs = [], rateEntries = [], newSummaries = [], summaryChanges = [] } = change;
  await insertRows(queries, 'Submission', newSubmissions.map(submissionRow));
  const credits = newSubmissions.flatMap((each) => creditRows(submissionRow(each), each.credits));
  await insertRows(queries, 'SubmissionCredit', credits);
  const said = newSubmissions.flatMap(({ id, acts }) => acts.map((act) => actRow({ submissionId: id, act })));
  await insertRows(queries, 'SubmissionAct', said);
  for (const each of submissionActs) await changeSubmission(queries, each);
  await insertRows(queries, 'SubmissionAct', submissionActs.map(actRow));
  await insertRows(queries, 'RateEntry', rateEntries.map(rateRow));
  await insertRows(queries, 'MonthlySummary', newSummaries.map(summaryRow));
  for (const { id, state, decidedAt, decidedBy, reason } of summaryChanges) {
    const data = { state, decidedAt: toBigIntOrNull(decidedAt), decidedBy, reason };
    const { count } = await queries.monthlySummary.updateMany({ where: { id, state: 'draft' }, data });
    if (count === 0) throw new Refusal({ kind: 'summary-decided', summaryId: id });
  }
}

async function changeSubmission(
  queries: Queries,
  { submissionId, expectedVersion, act, state, credits }: SubmissionChange,
): Promise<void> {
  const { count } = await queries.submission.updateMany({
    where: { id: submissionId, version: expectedVersion },
    data: { state, decidedAt: toBigInt(act.at), version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal({ kind: 'stale-submission', submissionId });
  const submission = await queries.submission.findUniqueOrThrow({ where: { id: submissionId } });
  await queries.submissionCredit.deleteMany({ where: { submissionId } });
  await insertRows(queries, 'SubmissionCredit', creditRows(submission, credits));
}
