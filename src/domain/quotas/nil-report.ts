import type { QuotaRule } from './quota-rule.ts';

export type NilReportRefusal =
  /** Nothing asks the office for it. */
  | { readonly kind: 'no-quota' }
  /** A minimum applies: 零报告 cannot stand in for it. */
  | { readonly kind: 'minimum'; readonly target: number; readonly per: QuotaRule['per'] };

/** 没有的，实行零报告; a phrase with a floor (至少, 不少于, 以上) asks for something whatever else it says. */
const STATED = /[零〇]报(?:告|送)/;
const FORBIDDEN = /(?:不得|不能|不可|不允许|不搞|杜绝|严禁|禁止|避免|防止)[^,，。;；]{0,6}[零〇]报(?:告|送)/;
const FLOOR = /至少|最少|不少于|不低于|不得少于|不得低于|不小于|以上/;

/**
 * Whether a quota takes 零报告 for an answer: the plan says so beside it, and states no minimum; or its number was set to nought. 零报告 is
 * said of a month and by an office, so neither a longer period nor several offices together can be answered with it.
 */
export function allowsNil({
  target,
  per,
  phrase,
  scope,
  officeIds,
}: Pick<QuotaRule, 'target' | 'per' | 'phrase' | 'scope' | 'officeIds'>): boolean {
  if (target === 0) return true;
  const ofOne = scope === 'each-office' || officeIds.length === 1;
  return ofOne && per === 'month' && STATED.test(phrase) && !FORBIDDEN.test(phrase) && !FLOOR.test(phrase);
}

/** Why an office may not report that there was nothing (零报告), or null: every quota of the matter that it owes allows it. */
export function nilReportRefusal(
  rules: readonly QuotaRule[],
  { matter, officeId }: { readonly matter: string; readonly officeId: string },
): NilReportRefusal | null {
  const own = rules.filter((rule) => rule.matter === matter && rule.officeIds.includes(officeId));
  if (own.length === 0) return { kind: 'no-quota' };
  const [strictest] = own.filter((rule) => !allowsNil(rule)).toSorted((a, b) => b.target - a.target);
  return strictest === undefined ? null : { kind: 'minimum', target: strictest.target, per: strictest.per };
}
