import type { LedgerTask } from './plan.ts';

/** What a policy document has to bring along, in the order in which plans name it. */
const NAMES: readonly (readonly [name: string, words: RegExp])[] = [
  ['解读方案', /解读方案/u],
  ['解读材料', /解读材料/u],
  ['新闻稿件', /新闻(?:通)?稿/u],
];
/** Together with the document, not some time after it. */
const TOGETHER = /三同步|同步(?:组织|起草|审签|审批|部署|报送|报批|发布)|一并(?:报|上报|呈|提交|送)/u;
const CAP = /最迟不(?:得)?超过\s*(\d{1,2})\s*个?工作日/u;

/**
 * 三同步: what a row demands together with a policy document, 解读方案 and 解读材料 at least, 新闻稿件 where it is named. Empty for every
 * other row, also where a row only speaks of such materials.
 */
export function deliverablesOf(text: string): readonly string[] {
  const demands = text.split(/[。；;\n]/u).filter((sentence) => TOGETHER.test(sentence));
  const named = NAMES.filter(([, words]) => demands.some((sentence) => words.test(sentence))).map(([name]) => name);
  return named.includes('解读方案') && named.includes('解读材料') ? named : [];
}

/** One clock for each of them: due on the event's own day, or within the row's 最迟不超过 N 个工作日. */
export function deliverableClocks({ text, rules, ruleIds }: Pick<LedgerTask, 'text' | 'rules' | 'ruleIds'>) {
  const [ruleId] = ruleIds;
  if (ruleId === undefined) return [];
  const own = rules.findIndex((rule) => rule.kind === 'within' && rule.unit !== 'hour' && !rule.before);
  const clock = rules[own];
  const event = clock?.kind === 'within' ? clock.event : '政策文件印发';
  const cap = CAP.exec(text);
  return deliverablesOf(text).map((deliverable) => ({
    ruleId: ruleIds[own] ?? ruleId,
    rule: {
      kind: 'within' as const,
      event,
      n: Number(cap?.[1] ?? 0),
      unit: 'working_day' as const,
      before: false,
      phrase: cap?.[0] ?? '同步',
      place: 'text' as const,
      deliverable,
    },
  }));
}
