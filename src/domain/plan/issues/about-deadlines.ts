import type { CivilDate } from '../../calendar/civil-date.ts';
import type { ReadTask } from '../draft-task.ts';
import type { Rule } from '../rule.ts';
import { contradictions } from './contradictions.ts';
import { headOf, oneQuestion, type Question, questionByAnswer, questionByText } from './question.ts';

const PERIOD: Readonly<Record<string, string>> = {
  week: '每周',
  month: '每月',
  quarter: '每季度',
  half_year: '每半年',
  year: '每年',
};
/** More rules than that under one number are several duties. */
const SEVERAL = 3;

/** When a row is due: not said, not understood, assumed, over before it began, or said twice and differently. */
export function aboutDeadlines(
  tasks: readonly ReadTask[],
  known: { readonly hasDeadlineColumn: boolean; readonly issuedOn: CivilDate | null },
): readonly Question[] {
  const unread = tasks.flatMap((task) => (task.unread === null ? [] : [{ task, text: task.unread }]));
  const empty = tasks.filter((task) => task.task.rules.length === 0 && task.unread === null);
  const inferred = tasks.filter(({ row }) => row.deadlineInferred);
  return [
    ...questionByText('unknown-deadline', unread, () => '未能识别，请确定时限'),
    ...oneQuestion(
      'missing-deadline',
      known.hasDeadlineColumn ? '未写时限，请确定' : '全表无完成时限，请确定',
      empty.map((task) => ({ task, text: headOf(task) })),
    ),
    ...oneQuestion(
      'inferred-deadline',
      '时限一栏为空的，沿用上一行时限',
      inferred.map((task) => ({ task, text: task.row.deadline })),
    ),
    ...aboutRules(tasks, known.issuedOn),
  ];
}

function aboutRules(tasks: readonly ReadTask[], issuedOn: CivilDate | null): readonly Question[] {
  const rules = tasks.flatMap((task) => task.task.rules.map((rule) => ({ task, rule, text: rule.phrase })));
  const found = tasks.flatMap((task) => {
    const questions = contradictions(task);
    return questions.length === 0 ? [] : [{ task, questions }];
  });
  const asked = new Map(found.map(({ task, questions }) => [task, questions.flatMap(({ hits }) => hits)]));
  /** One question about a rule is enough. */
  const contradicted = (task: ReadTask, rule: Rule): boolean =>
    asked.get(task)?.some(({ text }) => text === rule.phrase) ?? false;
  const where = (test: (rule: Rule) => boolean) => rules.filter(({ rule }) => test(rule));
  return [
    ...questionByText(
      'past-at-birth',
      where((rule) => issuedOn !== null && rule.kind === 'by' && rule.on < issuedOn),
      () => '印发前已到期，请补报完成情况或另定时限',
    ),
    ...questionByText(
      'awaiting-date',
      rules.filter(({ task, rule }) => rule.kind === 'awaiting' && !contradicted(task, rule)),
      () => '时限待定，确定后登记',
    ),
    ...questionByAnswer(
      'assumed-cadence',
      where((rule) => rule.kind === 'every' && rule.assumed),
      ({ rule }) => `未写频次，暂按${rule.kind === 'every' ? PERIOD[rule.period] : '每季度'}`,
    ),
    ...questionByText(
      'event-unstated',
      where((rule) => rule.kind === 'within' && rule.event === ''),
      () => '未写起算事项，请确定',
    ),
    ...found.flatMap(({ questions }) => questions),
    ...oneQuestion(
      'split-suggested',
      '一项内有多个事项，按一项登记、分别计时；也可拆为多项',
      tasks
        .filter(({ task }) => task.rules.filter(({ kind }) => kind !== 'standing' && kind !== 'rate').length >= SEVERAL)
        .map((task) => ({ task, text: headOf(task) })),
    ),
  ];
}
