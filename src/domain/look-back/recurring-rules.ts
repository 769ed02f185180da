import type { Rule } from '../plan/rule.ts';

const RECURRING: readonly Rule['kind'][] = ['every', 'standing', 'quota', 'rate', 'within'];

/** Whether any of the rules asks for something again and again: what is done of it now is not the end of it. */
export function isRecurring(rules: readonly Rule[]): boolean {
  return rules.some(({ kind }) => RECURRING.includes(kind));
}
