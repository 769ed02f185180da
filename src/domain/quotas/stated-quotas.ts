import type { LedgerIssue, LedgerTask, Plan } from '../ledger/plan.ts';
import { readOwners } from '../plan/phrases/read-owners.ts';
import { readRulesInText } from '../plan/phrases/read-rules-in-text.ts';

/** What a sentence says before it comes to the number is whom it obliges (各处室每月报送…). */
const NUMBER = /[每不]/;

/**
 * Quotas that only the prose of a plan states and no row of its table takes up (疑点 `unassigned-rule`), as rows of their own for
 * counting: 各处室（单位）每月报送信息不少于2条. The sentence names its offices; one that names none is nobody's quota. Such a row has
 * the id of its 疑点, and is in no list of tasks.
 */
export function statedQuotas(
  plan: Pick<Plan, 'id' | 'year' | 'issuedOn'>,
  issues: readonly Pick<LedgerIssue, 'id' | 'kind' | 'phrases'>[],
): readonly LedgerTask[] {
  return issues
    .filter(({ kind }) => kind === 'unassigned-rule')
    .flatMap(({ id, phrases: [phrase] }) => {
      if (!phrase) return [];
      const { text, place } = phrase;
      const rules = readRulesInText(text, plan).rules.filter(({ kind }) => kind === 'quota');
      const { offices } = readOwners(text.slice(0, Math.max(0, text.search(NUMBER))));
      if (rules.length === 0 || offices.length === 0) return [];
      return [
        {
          id,
          planId: plan.id,
          order: Number.MAX_SAFE_INTEGER,
          no: null,
          area: [],
          text,
          offices,
          people: [],
          rules,
          ruleIds: rules.map((_, index) => (index === 0 ? id : `${id}-${index}`)),
          source: { file: '', place },
          notes: [],
          printed: { owners: [], deadline: '', columns: [] },
        },
      ];
    });
}
