import type { QuotaRule } from './quota-rule.ts';

export type NilReportRefusal =
  /** Nothing asks the office for it. */
  | { readonly kind: 'no-quota' }
  /** A minimum applies: 零报告 cannot stand in for it. */
  | { readonly kind: 'minimum'; readonly target: number; readonly per: QuotaRule['per'] };

/** Why an office may not report that there was nothing (零报告), or null: every quota of the matter that it owes allows nought. */
export function nilReportRefusal(
  rules: readonly QuotaRule[],
  { matter, officeId }: { readonly matter: string; readonly officeId: string },
): NilReportRefusal | null {
  const own = rules.filter((rule) => rule.matter === matter && rule.officeIds.includes(officeId));
  const strictest = own.toSorted((a, b) => b.target - a.target)[0];
  if (!strictest) return { kind: 'no-quota' };
  return strictest.target === 0 ? null : { kind: 'minimum', target: strictest.target, per: strictest.per };
}

/** The matters that something may be submitted as: those of the quotas that concern an office, and the two that always are. */
export function mattersFor(
  rules: readonly QuotaRule[],
  officeIds: readonly string[],
  always: readonly string[],
): readonly string[] {
  const own = rules.filter(
    (rule) => rule.scope === 'whole-plan' || rule.officeIds.some((officeId) => officeIds.includes(officeId)),
  );
  return [...new Set([...always, ...own.map(({ matter }) => matter)])];
}
