import type { CivilDate } from '../calendar/civil-date.ts';
import type { ReadTask } from './draft-task.ts';
import type { DraftIssue } from './import-report.ts';
import type { PlanHead } from './plan-head.ts';
import type { ProseFinding } from './prose-rules.ts';
import type { Rule } from './rule.ts';

interface Question {
  readonly kind: string;
  readonly suggestion: string | null;
  readonly hits: readonly { readonly task: ReadTask | null; readonly text: string; readonly place?: string }[];
}

/**
 * The list of questions (疑点) about a plan, one for each thing that somebody has to decide: the same question about many
 * rows stands once with all its places. In the order of the document.
 */
export function findIssues(input: {
  readonly tasks: readonly ReadTask[];
  readonly head: PlanHead;
  readonly prose: readonly ProseFinding[];
  readonly issuedOn: CivilDate | null;
  readonly statedYear: number | null;
  readonly hasDeadlineColumn: boolean;
}): readonly DraftIssue[] {
  const { tasks } = input;
  const order = new Map(tasks.map((task, index) => [task, index]));
  const first = (question: Question): number =>
    Math.min(...question.hits.map((hit) => (hit.task ? (order.get(hit.task) ?? 0) : -1)));
  const questions = [
    ...aboutHead(input.head, input.statedYear),
    ...input.prose.map(aboutProse),
    ...[
      ...aboutOwners(tasks),
      ...aboutDeadlines(tasks, input.hasDeadlineColumn),
      ...aboutRules(tasks, input.issuedOn),
    ].sort((a, b) => first(a) - first(b)),
  ];
  return questions.map((question, index) => ({
    no: index + 1,
    kind: question.kind,
    task: taskOf(question),
    phrases: question.hits.map(({ task, text, place }) => ({ text, place: place ?? task?.task.source.place ?? '' })),
    suggestion: question.suggestion,
  }));
}

function taskOf(question: Question): string | null {
  const tasks = new Set(question.hits.flatMap((hit) => (hit.task ? [hit.task] : [])));
  return tasks.size === 1 ? ([...tasks][0]?.task.no ?? null) : null;
}

function aboutHead(head: PlanHead, statedYear: number | null): readonly Question[] {
  const damaged = head.damaged.map(({ kind, text, place, reading }): Question => {
    return { kind, suggestion: `读作${reading}`, hits: [{ task: null, text, place }] };
  });
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

function aboutProse(found: ProseFinding): Question {
  const prose = { task: found.task, text: found.phrase, place: found.place };
  if (found.kind === 'unassigned-rule') {
    const suggestion = found.task ? '正文另有要求，补入该项' : '正文有要求而表中无对应任务，请确定责任单位';
    return { kind: found.kind, suggestion, hits: [prose] };
  }
  const suggestion = found.kind === 'conflict' ? `从严，按“${found.stricter ?? found.phrase}”` : '以分工表为准';
  return { kind: 'conflict', suggestion, hits: [prose, { task: found.task, text: found.against ?? '' }] };
}

function aboutOwners(tasks: readonly ReadTask[]): readonly Question[] {
  const missing = tasks.filter(
    ({ task }) => task.offices.every((office) => office.role === 'upstream') && task.people.length === 0,
  );
  const inferred = tasks.filter(({ row }) => row.ownersInferred);
  const stated = tasks.filter((task) => task.task.offices.length > 0 && !task.roleless).length;
  const roleless = stated > tasks.length / 2 ? tasks.filter((task) => task.roleless && !task.row.ownersInferred) : [];
  return [
    ...grouped(
      'missing-owner',
      missing,
      () => '',
      headOf,
      () => '请确定责任单位',
    ),
    ...grouped(
      'inferred-owner',
      inferred,
      () => '',
      namesOf,
      () => '单位一栏为空的，沿用上一行单位',
    ),
    ...grouped('roleless-owner', roleless, namesOf, namesOf, () => '按负责单位读'),
    ...undetermined(tasks),
  ];
}

function undetermined(tasks: readonly ReadTask[]): readonly Question[] {
  const hits = tasks.flatMap((task) =>
    task.task.offices.filter((office) => office.fanOut === 'relevant').map((office) => ({ task, text: office.name })),
  );
  return groupedHits('undetermined-offices', hits, (text) => `请指定“${text}”是哪些单位`);
}

function aboutDeadlines(tasks: readonly ReadTask[], hasColumn: boolean): readonly Question[] {
  const unread = tasks.flatMap((task) => (task.unread === null ? [] : [{ task, text: task.unread }]));
  const empty = tasks.filter((task) => task.task.rules.length === 0 && task.unread === null);
  const inferred = tasks.filter(({ row }) => row.deadlineInferred);
  return [
    ...groupedHits('unknown-deadline', unread, () => '未能识别，请确定时限'),
    ...grouped(
      'missing-deadline',
      empty,
      () => '',
      headOf,
      () => (hasColumn ? '未写时限，请确定' : '全表无完成时限，请确定'),
    ),
    ...grouped(
      'inferred-deadline',
      inferred,
      () => '',
      ({ row }) => row.deadline,
      () => '时限一栏为空的，沿用上一行时限',
    ),
  ];
}

function aboutRules(tasks: readonly ReadTask[], issuedOn: CivilDate | null): readonly Question[] {
  const rules = tasks.flatMap((task) => task.task.rules.map((rule) => ({ task, rule, text: rule.phrase })));
  const past = rules.filter(({ rule }) => issuedOn !== null && rule.kind === 'by' && rule.on < issuedOn);
  return [
    ...past.map(
      ({ task, text }): Question => ({
        kind: 'past-at-birth',
        suggestion: '印发前已到期，请补报完成情况或另定时限',
        hits: [{ task, text }],
      }),
    ),
    ...groupedHits(
      'awaiting-date',
      rules.filter(({ rule }) => rule.kind === 'awaiting'),
      () => '时限待定，确定后登记',
    ),
    ...groupedHits(
      'assumed-cadence',
      rules.filter(({ rule }) => rule.kind === 'every' && rule.assumed),
      () => '未写频次，暂按每季度',
    ),
    ...groupedHits(
      'event-unstated',
      rules.filter(({ rule }) => rule.kind === 'within' && rule.event === ''),
      () => '未写起算事项，请确定',
    ),
    ...tasks.flatMap(contradictions),
  ];
}

/** A cell that asks for less than its own text: a later date in the text, or another day of the year. */
function contradictions(task: ReadTask): readonly Question[] {
  const inCell = task.task.rules.filter((rule) => rule.place !== 'text');
  const inText = task.task.rules.filter((rule) => rule.place === 'text');
  return inText.flatMap((rule): readonly Question[] => {
    const against = inCell.find((other) => contradicts(other, rule));
    if (!against) return [];
    const hits = [
      { task, text: rule.phrase },
      { task, text: against.phrase },
    ];
    return [{ kind: 'conflict', suggestion: `从严，按“${against.phrase}”`, hits }];
  });
}

function contradicts(cell: Rule, text: Rule): boolean {
  if (cell.kind === 'by' && text.kind === 'by') return text.on > cell.on && !text.soft;
  if (cell.kind === 'every' && text.kind === 'every')
    return (
      cell.period === 'year' &&
      text.period === 'year' &&
      cell.due !== text.due &&
      text.due !== null &&
      cell.due !== null
    );
  return false;
}

function grouped(
  kind: string,
  tasks: readonly ReadTask[],
  keyFor: (task: ReadTask) => string,
  textFor: (task: ReadTask) => string,
  suggest: () => string,
): readonly Question[] {
  const groups = new Map<string, ReadTask[]>();
  for (const task of tasks) groups.set(keyFor(task), [...(groups.get(keyFor(task)) ?? []), task]);
  return [...groups.values()].map((group) => ({
    kind,
    suggestion: suggest(),
    hits: group.map((task) => ({ task, text: textFor(task) })),
  }));
}

function groupedHits(
  kind: string,
  hits: readonly { task: ReadTask; text: string }[],
  suggest: (text: string) => string,
): readonly Question[] {
  const groups = new Map<string, { task: ReadTask; text: string }[]>();
  for (const hit of hits) {
    const group = groups.get(hit.text);
    if (group) group.push(hit);
    else groups.set(hit.text, [hit]);
  }
  return [...groups.entries()].map(([text, group]) => ({
    kind,
    suggestion: suggest(text),
    hits: group.map(({ task, text: words }) => ({ task, text: words })),
  }));
}

function namesOf({ task }: ReadTask): string {
  return task.offices.map((office) => office.name).join('、');
}

function headOf({ task }: ReadTask): string {
  return task.text.slice(0, 30);
}
