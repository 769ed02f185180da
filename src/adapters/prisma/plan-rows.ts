import type { Confirmation, LedgerIssue, LedgerTask, Plan, PlanVersion, Upload } from '../../domain/ledger/plan.ts';
import type { Rule } from '../../domain/plan/rule.ts';
import type * as Row from '../../generated/prisma/client.ts';
import { fromJson, toBigInt, toCivilDateOrNull, toInstant, toInstantOrNull, toJson } from './columns.ts';

export function toPlan(row: Row.Plan): Plan {
  return {
    ...row,
    issuedOn: toCivilDateOrNull(row.issuedOn),
    state: row.state as Plan['state'],
    createdAt: toInstant(row.createdAt),
  };
}

export function planRow(plan: Plan): Row.Plan {
  const { id, title, year, issuedOn, issuer, ownerOfficeId, state } = plan;
  return { id, title, year, issuedOn, issuer, ownerOfficeId, state, createdAt: toBigInt(plan.createdAt) };
}

export function toPlanVersion(row: Row.PlanVersion): PlanVersion {
  return {
    ...row,
    report: fromJson(row.report),
    createdAt: toInstant(row.createdAt),
    state: row.state as PlanVersion['state'],
  };
}

export function planVersionRow(version: PlanVersion): Row.PlanVersion {
  const { id, planId, number, sourceName, sourceHash, state } = version;
  const createdAt = toBigInt(version.createdAt);
  return { id, planId, number, sourceName, sourceHash, report: toJson(version.report), createdAt, state };
}

/** Rows from before the print of a document was kept. */
const NOT_KEPT: LedgerTask['printed'] = { owners: [], deadline: '', columns: [] };

/** @param row with its rules in order */
export function toTask(row: Row.Task & { readonly rules: readonly Row.Rule[] }): LedgerTask {
  const startsAfter = row.rules.map((rule) => toCivilDateOrNull(rule.startsAfter));
  return {
    id: row.id,
    planId: row.planId,
    order: row.order,
    ruleIds: row.rules.map(({ id }) => id),
    no: row.no,
    area: fromJson(row.area),
    text: row.text,
    offices: fromJson(row.offices),
    people: fromJson(row.people),
    rules: row.rules.map(({ body }) => fromJson<Rule>(body)),
    source: { file: row.sourceFile, place: row.sourcePlace },
    notes: fromJson(row.notes),
    printed: row.printed === null ? NOT_KEPT : fromJson(row.printed),
    ...(startsAfter.some((on) => on !== null) && { startsAfter }),
    ...(row.upstreamId !== null && {
      upstream: { taskId: row.upstreamId, changedAt: toInstantOrNull(row.upstreamAt) },
    }),
  };
}

export function taskRow(task: LedgerTask): Row.Task {
  return {
    id: task.id,
    planId: task.planId,
    order: task.order,
    no: task.no,
    area: toJson(task.area),
    text: task.text,
    offices: toJson(task.offices),
    people: toJson(task.people),
    notes: toJson(task.notes),
    sourceFile: task.source.file,
    sourcePlace: task.source.place,
    printed: toJson(task.printed),
    removedAt: null,
    upstreamId: task.upstream?.taskId ?? null,
    upstreamAt: task.upstream?.changedAt == null ? null : toBigInt(task.upstream.changedAt),
  };
}

export function ruleRows(task: LedgerTask): readonly Row.Rule[] {
  return task.ruleIds.flatMap((id, order) => {
    const rule = task.rules[order];
    const startsAfter = task.startsAfter?.[order] ?? null;
    return rule
      ? [{ id, taskId: task.id, order, kind: rule.kind, body: toJson(rule), retiredAt: null, startsAfter }]
      : [];
  });
}

export function toIssue(row: Row.Issue): LedgerIssue {
  const { taskNo, phrases, tasks, choice, ...rest } = row;
  return {
    ...rest,
    task: taskNo,
    phrases: fromJson(phrases),
    tasks: fromJson(tasks),
    choice: choice === null ? null : fromJson(choice),
  };
}

export function issueRow(issue: LedgerIssue): Row.Issue {
  const { id, planId, versionId, no, kind, suggestion, blocking, decision, decidedBy } = issue;
  return {
    id,
    planId,
    versionId,
    no,
    kind,
    taskNo: issue.task,
    phrases: toJson(issue.phrases),
    suggestion,
    blocking,
    tasks: toJson(issue.tasks),
    choice: issue.choice === null ? null : toJson(issue.choice),
    decision,
    decidedBy,
  };
}

export function toConfirmation(row: Row.Confirmation): Confirmation {
  return { ...row, state: row.state as Confirmation['state'], at: toInstant(row.at) };
}

export function confirmationRow(confirmation: Confirmation): Row.Confirmation {
  return { ...confirmation, at: toBigInt(confirmation.at) };
}

export function toUpload(row: Row.Upload): Upload {
  const { id, personId, messageId, fileKey, fileName, year, versionId, problem } = row;
  const state = row.state as Upload['state'];
  const createdAt = toInstant(row.createdAt);
  return { id, personId, messageId, fileKey, fileName, state, year, versionId, problem, createdAt };
}

export function uploadRow(upload: Upload): Row.Upload {
  return { ...upload, createdAt: toBigInt(upload.createdAt), claimedAt: null };
}
