import type { Rule } from './rule.ts';

const HOURS: Readonly<Record<string, number>> = { hour: 1, day: 24, working_day: 24 };

/** Smaller is stricter; rules of one kind can be compared. */
export function weightOf(rule: Rule): number {
  switch (rule.kind) {
    case 'within':
      return rule.n * (HOURS[rule.unit] ?? 24);
    case 'by':
      return Number(rule.on.replaceAll('-', ''));
    case 'every':
      return Number((rule.due ?? '99').replace('end', '31').replace('-', ''));
    case 'quota':
      return -rule.count;
    case 'rate':
      return -rule.min;
    case 'standing':
    case 'awaiting':
    case 'from':
      return 0;
  }
}

/** Equal for rules that ask for the same, whatever their words are and wherever these stand. */
export function dutyKey(rule: Rule): string {
  return JSON.stringify({ ...rule, phrase: '', place: '' });
}

/** The same rule said twice stands once. */
export function distinct(rules: readonly Rule[]): readonly Rule[] {
  const seen = new Set<string>();
  return rules.filter((rule) => {
    const key = dutyKey(rule);
    return !seen.has(key) && seen.add(key);
  });
}
