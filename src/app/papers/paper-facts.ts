import { issuerWords } from '../../cards/paper-words.ts';
import type { Directory, Office } from '../../domain/directory/directory.ts';
import type { Plan } from '../../domain/ledger/plan.ts';
import type { MonthlySummary } from '../../domain/quotas/monthly-summary.ts';

/** Where no office runs the plans. */
const NO_OFFICE = '政务公开工作主管机构';
const EVERYBODY = '各有关单位';

/** 发文机关署名: the office that runs the plans, after the bureau's name as the newest plan has it. */
export function issuerOf(plans: readonly Plan[], { offices, posts }: Directory): string {
  const owner = plans.findLast(({ ownerOfficeId }) => ownerOfficeId !== null)?.ownerOfficeId;
  const governing = posts.find(({ role }) => role === 'governing')?.officeId;
  const office = offices.find(({ id }) => id === (owner ?? governing));
  const bureau = plans.findLast(({ issuer }) => issuer !== null)?.issuer ?? null;
  return office ? issuerWords(bureau, office.name) : (bureau ?? NO_OFFICE);
}

/** 主送: the roster that all of them belong to, or 各有关单位. */
export function addresseeOf(offices: readonly Office[]): string {
  const [first, ...rest] = offices;
  const roster = first?.rosters.find((name) => rest.every(({ rosters }) => rosters.includes(name)));
  if (roster === undefined) return EVERYBODY;
  return roster.startsWith('各') ? roster : `各${roster}`;
}

/** Whether a month's papers still wait for its close or for approval, which they share with the month's summary. */
export function standingOf(
  summaries: readonly MonthlySummary[],
  { isClosed, changedSince }: { readonly isClosed: boolean; readonly changedSince: boolean },
): 'draft' | 'approved' | 'correction' {
  if (!isClosed || !summaries.some(({ state }) => state === 'posted')) return 'draft';
  return changedSince ? 'correction' : 'approved';
}
