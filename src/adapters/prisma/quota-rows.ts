import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { MonthlySummary } from '../../domain/quotas/monthly-summary.ts';
import type { RateEntry } from '../../domain/quotas/rates.ts';
import type { Submission, SubmissionAct } from '../../domain/quotas/submission.ts';
import type * as Row from '../../generated/prisma/client.ts';
import type { SubmissionChange } from '../../ports/ledger-store.ts';
import { fromJson, toBigInt, toBigIntOrNull, toCivilDate, toInstant, toInstantOrNull, toJson } from './columns.ts';

type SubmissionRow = Row.Submission & {
  readonly credits: readonly Row.SubmissionCredit[];
  readonly acts: readonly Row.SubmissionAct[];
};

export function submissionRow(submission: Submission): Row.Submission {
  const { id, matter, title, isNil, link, file, eventOn, officeId, jointOfficeIds, submittedAt, promptBy } = submission;
  const { personId, personName, state, decidedAt, version } = submission;
  return {
    id,
    matter,
    title,
    isNil,
    link,
    file: file && toJson(file),
    eventOn,
    officeId,
    jointOfficeIds: toJson(jointOfficeIds),
    submittedAt: toBigInt(submittedAt),
    submittedOn: civilDateOf(submittedAt),
    promptBy,
    personId,
    personName,
    state,
    decidedAt: toBigIntOrNull(decidedAt),
    version,
  };
}

/** The office itself stands first. */
export function toSubmission(row: SubmissionRow): Submission {
  const { submittedOn: _day, ...rest } = row;
  const others = row.credits.map(({ officeId }) => officeId).filter((id) => id !== row.officeId);
  const jointOfficeIds = fromJson<readonly string[]>(row.jointOfficeIds);
  return {
    ...rest,
    file: row.file === null ? null : fromJson(row.file),
    eventOn: toCivilDate(row.eventOn),
    jointOfficeIds,
    submittedAt: toInstant(row.submittedAt),
    promptBy: toCivilDate(row.promptBy),
    state: row.state as Submission['state'],
    credits: [row.officeId, ...jointOfficeIds.filter((id) => others.includes(id))],
    decidedAt: toInstantOrNull(row.decidedAt),
    acts: row.acts.map(toAct),
  };
}

function toAct({ seq: _seq, submissionId: _of, ...row }: Row.SubmissionAct): SubmissionAct {
  const { at, kind, reasons } = row;
  return { ...row, at: toInstant(at), kind: kind as SubmissionAct['kind'], reasons: fromJson(reasons) };
}

export function actRow({ submissionId, act }: Pick<SubmissionChange, 'submissionId' | 'act'>) {
  return { ...act, submissionId, at: toBigInt(act.at), reasons: toJson(act.reasons) };
}

export function creditRows(
  submission: Pick<Row.Submission, 'id' | 'matter' | 'eventOn' | 'submittedOn' | 'promptBy' | 'state'>,
  credits: readonly string[],
): readonly Row.SubmissionCredit[] {
  const { id: submissionId, matter, eventOn, submittedOn, promptBy, state } = submission;
  const isLate = submittedOn > promptBy;
  return credits.map((officeId) => ({
    submissionId,
    officeId,
    shares: credits.length,
    matter,
    eventOn,
    state,
    isLate,
  }));
}

export function rateRow(entry: RateEntry) {
  return { ...entry, at: toBigInt(entry.at) };
}

export function toRate({ seq: _seq, ...row }: Row.RateEntry): RateEntry {
  return { ...row, at: toInstant(row.at) };
}

export function summaryRow(summary: MonthlySummary): Row.MonthlySummary {
  return {
    ...summary,
    numbers: toJson(summary.numbers),
    card: toJson(summary.card),
    draftedAt: toBigInt(summary.draftedAt),
    decidedAt: toBigIntOrNull(summary.decidedAt),
  };
}

export function toSummary(row: Row.MonthlySummary): MonthlySummary {
  return {
    ...row,
    state: row.state as MonthlySummary['state'],
    numbers: fromJson(row.numbers),
    card: fromJson(row.card),
    draftedAt: toInstant(row.draftedAt),
    decidedAt: toInstantOrNull(row.decidedAt),
  };
}
