import type { Instant } from '../../domain/calendar/civil-date.ts';
import type { Upload } from '../../domain/ledger/plan.ts';
import type { LedgerChange, PlanRows } from '../../ports/ledger-store.ts';
import { toBigInt, toJson } from './columns.ts';
import type { Database, Queries } from './database.ts';
import { chunksOf, insertRows } from './insert-rows.ts';
import { confirmationRow, ruleRows, taskRow, toUpload, uploadRow } from './plan-rows.ts';
import { Refusal } from './refusal.ts';

/** What a change says about plans, their versions and their review. */
export async function writeReview(queries: Queries, change: LedgerChange): Promise<void> {
  const { planState, versionState, newUpload, uploadChange } = change;
  if (planState) await queries.plan.update({ where: { id: planState.planId }, data: { state: planState.state } });
  if (versionState) {
    // Two who publish at once: the second finds no draft any more.
    const where = { id: versionState.versionId, state: 'draft' };
    const { count } = await queries.planVersion.updateMany({ where, data: { state: versionState.state } });
    if (count === 0) throw new Refusal({ kind: 'not-a-draft', versionId: versionState.versionId });
  }
  for (const { id, choice, ...decision } of change.issueDecisions ?? []) {
    await queries.issue.update({
      where: { id },
      data: { ...decision, choice: choice === null ? null : toJson(choice) },
    });
  }
  for (const confirmation of change.confirmations ?? []) {
    const row = confirmationRow(confirmation);
    const { versionId, officeId } = row;
    const where = { versionId_officeId: { versionId, officeId } };
    await queries.confirmation.upsert({ where, create: row, update: row });
  }
  if (newUpload) await queries.upload.create({ data: uploadRow(newUpload) });
  if (uploadChange) {
    const { id, ...data } = uploadChange;
    await queries.upload.update({ where: { id }, data });
  }
  if (change.rows) await writeRows(queries, change.rows, change.at);
  for (const { taskId, upstreamId } of change.lineage ?? []) {
    await queries.task.update({ where: { id: taskId }, data: { upstreamId } });
  }
  if (change.upstreamChanged && change.upstreamChanged.length > 0) {
    for (const chunk of chunksOf(change.upstreamChanged)) {
      const data = { upstreamAt: toBigInt(change.at) };
      await queries.task.updateMany({ where: { id: { in: [...chunk] } }, data });
    }
  }
}

async function writeRows(queries: Queries, rows: PlanRows, at: Instant): Promise<void> {
  const { planId, tasks } = rows;
  const known = await knownIds(queries, planId);
  await insertRows(queries, 'Task', tasks.filter(({ id }) => !known.tasks.has(id)).map(taskRow));
  for (const task of tasks) {
    if (!known.tasks.has(task.id)) continue;
    const { id, planId: _, ...data } = taskRow(task);
    await queries.task.update({ where: { id }, data });
  }
  const rules = tasks.flatMap(ruleRows);
  await insertRows(
    queries,
    'Rule',
    rules.filter(({ id }) => !known.rules.has(id)),
  );
  for (const { id, taskId: _, ...data } of rules) {
    if (known.rules.has(id)) await queries.rule.update({ where: { id }, data });
  }
  for (const chunk of chunksOf(rows.removedTaskIds)) {
    await queries.task.updateMany({ where: { id: { in: [...chunk] } }, data: { removedAt: toBigInt(at) } });
  }
  for (const chunk of chunksOf(rows.retiredRuleIds)) {
    await queries.rule.updateMany({ where: { id: { in: [...chunk] } }, data: { retiredAt: toBigInt(at) } });
  }
}

async function knownIds(queries: Queries, planId: string) {
  const select = { id: true };
  const [tasks, rules] = await Promise.all([
    queries.task.findMany({ where: { planId }, select }),
    queries.rule.findMany({ where: { task: { planId } }, select }),
  ]);
  return { tasks: new Set(tasks.map(({ id }) => id)), rules: new Set(rules.map(({ id }) => id)) };
}

/** See {@link LedgerStore.claimUpload}: one statement tests the state that it changes. */
export function claimUpload(
  database: Database,
  { now, abandonedAfterMs }: { readonly now: Instant; readonly abandonedAfterMs: number },
): Promise<Upload | undefined> {
  const abandoned = { state: 'reading', claimedAt: { lt: BigInt(now - abandonedAfterMs) } };
  const open = { OR: [{ state: 'waiting' }, abandoned] };
  return database.write(async (queries) => {
    const next = await queries.upload.findFirst({ where: open, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
    if (!next) return undefined;
    const data = { state: 'reading', claimedAt: toBigInt(now) };
    const { count } = await queries.upload.updateMany({ where: { id: next.id, ...open }, data });
    return count === 0 ? undefined : toUpload({ ...next, ...data });
  });
}
