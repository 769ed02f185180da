import type { PlanHead } from '../plan-head.ts';
import type { ProseFinding } from '../prose-rules.ts';
import { oneQuestion, type Question } from './question.ts';

/** What the head of the document leaves open: damaged numbers and dates, the year. */
export function aboutHead(head: PlanHead, statedYear: number | null): readonly Question[] {
  const damaged = head.damaged.map(({ kind, text, place, reading }): Question => {
    return { kind, suggestion: `读作${reading}`, hits: [{ task: null, text, place }] };
  });
  const title = [{ task: null, text: head.title ?? '', place: '标题' }];
  if (statedYear === null && head.year === null)
    return [...damaged, ...oneQuestion('year-missing', '文件没有写明年度，请指定', title)];
  if (statedYear === null || head.year === null || head.year === statedYear) return damaged;
  return [
    ...damaged,
    {
      kind: 'year-conflict',
      suggestion: `按指定的${statedYear}年`,
      hits: [{ task: null, text: head.title ?? `${head.year}年`, place: '标题' }],
    },
  ];
}

/** Where the running text and the table of one document say different things. */
export function aboutProse(found: ProseFinding): Question {
  const prose = { task: found.task, text: found.phrase, place: found.place };
  const table = { task: found.task, text: found.against ?? '' };
  switch (found.kind) {
    case 'unassigned-rule': {
      const suggestion = found.task ? '正文另有要求，补入该项' : '正文有要求而表中无对应任务，请确定责任单位';
      return { kind: found.kind, suggestion, hits: [prose] };
    }
    case 'owner-conflict':
      return { kind: found.kind, suggestion: `以分工表为准，按“${table.text}”`, hits: [prose, table] };
    case 'conflict':
      return { kind: found.kind, suggestion: `从严，按“${found.stricter ?? found.phrase}”`, hits: [prose, table] };
  }
}
