import type { LedgerIssue, LedgerTask, Plan, PlanVersion } from '../../domain/ledger/plan.ts';
import type { Rule } from '../../domain/plan/rule.ts';
import type * as Row from '../../generated/prisma/client.ts';
import { fromJson, toBigInt, toCivilDateOrNull, toInstant, toJson } from './columns.ts';

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
  return { ...row, report: fromJson(row.report), createdAt: toInstant(row.createdAt) };
}

export function planVersionRow(version: PlanVersion): Row.PlanVersion {
  const { id, planId, number, sourceName, sourceHash } = version;
  const createdAt = toBigInt(version.createdAt);
  return { id, planId, number, sourceName, sourceHash, report: toJson(version.report), createdAt };
}

/** @param row with its rules in order */
export function toTask(row: Row.Task & { readonly rules: readonly Row.Rule[] }): LedgerTask {
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
  };
}

export function ruleRows(task: LedgerTask): readonly Row.Rule[] {
  return task.ruleIds.flatMap((id, order) => {
    const rule = task.rules[order];
    return rule ? [{ id, taskId: task.id, order, kind: rule.kind, body: toJson(rule) }] : [];
  });
}

export function toIssue(row: Row.Issue): LedgerIssue {
  const { taskNo, phrases, ...rest } = row;
  return { ...rest, task: taskNo, phrases: fromJson(phrases) };
}

export function issueRow(issue: LedgerIssue): Row.Issue {
  const { id, planId, no, kind, suggestion, decision, decidedBy } = issue;
  return { id, planId, no, kind, taskNo: issue.task, phrases: toJson(issue.phrases), suggestion, decision, decidedBy };
}
