import { describe, expect, it } from 'vitest';
import { aPart } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import { markOf, noteOfMark } from '../look-back/row-mark.ts';
import type { DraftTask } from '../plan/import-report.ts';
import type { Rule } from '../plan/rule.ts';
import { comparePlans } from './compare-plans.ts';
import type { LedgerTask, NewOccurrence } from './plan.ts';
import { reviseParts, revisePlan } from './revise-plan.ts';

const phrase = { phrase: '…', place: 'deadline-cell' as const };
const by = (on: string): Rule => ({ kind: 'by', on: civil(on), soft: false, ...phrase });
const every = (period: 'week' | 'month' | 'quarter', due: string | null = null): Rule => ({
  kind: 'every',
  period,
  due,
  assumed: false,
  ...phrase,
});

const draft = (text: string, rules: readonly Rule[]): DraftTask => ({
  no: '1',
  area: ['一、基础'],
  text,
  offices: [{ name: '法规科', role: 'lead', fanOut: null, inferred: false }],
  people: [],
  rules,
  source: { file: 'a.docx', place: '表 1 第 2 行' },
  notes: [],
  printed: { owners: [], deadline: '', columns: [] },
});
const stored = (task: DraftTask): LedgerTask => ({
  ...task,
  id: 'task-1',
  planId: 'plan-1',
  order: 0,
  ruleIds: task.rules.map((_, at) => `rule-${at + 1}`),
});

function revise(before: DraftTask, after: readonly DraftTask[], effectiveOn: string | null = '2026-11-20') {
  let next = 0;
  const rows = [stored(before)];
  return revisePlan({
    planId: 'plan-1',
    before: rows,
    after,
    changes: comparePlans(rows, after),
    effectiveOn: effectiveOn === null ? null : civil(effectiveOn),
    nextId: (kind) => `new-${kind}-${++next}`,
  });
}

describe('a row that goes on', () => {
  it('keeps its id, and rules that ask for the same keep theirs', () => {
    const { tasks, retiredRuleIds, touched } = revise(draft('公开预算', [by('2026-06-30'), every('month', '25')]), [
      draft('公开预算和决算', [every('month', '25'), by('2026-06-30')]),
    ]);
    expect(tasks).toMatchObject([{ id: 'task-1', ruleIds: ['rule-2', 'rule-1'] }]);
    expect(retiredRuleIds).toEqual([]);
    expect([...touched]).toEqual(['task-1']);
  });

  it('of a 整改台账 that was exported, changed and imported is still known as the row it came from', () => {
    const mark = noteOfMark({ kind: 'rectify', taskId: 'task-9', officeId: null }, '2025年第3项');
    const [task] = revise({ ...draft('公开预算', []), notes: [mark] }, [draft('公开预算和决算', [])]).tasks;
    expect(task && markOf(task)).toEqual({ kind: 'rectify', taskId: 'task-9', officeId: null });
    const again = revise({ ...draft('公开预算', []), notes: [mark] }, [{ ...draft('公开预算', []), notes: [mark] }]);
    expect(again.tasks[0]?.notes).toEqual([mark]);
  });

  it('with another cadence: the period under way keeps the old rule, the new one begins with the next', () => {
    const { tasks, retiredRuleIds } = revise(draft('公开预算', [every('month', '25')]), [
      draft('公开预算', [every('month', '10')]),
    ]);
    expect(retiredRuleIds).toEqual(['rule-1']);
    expect(tasks[0]?.startsAfter).toEqual(['2026-11-20']);
  });

  it('with a cadence it did not have: the period under way counts, the ones before do not', () => {
    const { tasks } = revise(draft('公开预算', [by('2026-06-30')]), [draft('公开预算', [every('quarter')])]);
    expect(tasks[0]?.startsAfter).toEqual(['2026-09-30']);
  });

  it('begins with the week under way, also between the years', () => {
    const { tasks } = revise(draft('公开预算', []), [draft('公开预算', [every('week')])], '2018-12-31');
    expect(tasks[0]?.startsAfter).toEqual(['2018-12-30']);
  });

  it('before the plan is in force starts from the first day', () => {
    const { tasks } = revise(draft('公开预算', []), [draft('公开预算', [every('month')])], null);
    expect(tasks[0]?.startsAfter).toEqual([null]);
  });
});

describe('the parts of a changed row', () => {
  const revision = revise(draft('公开预算', [by('2026-11-30')]), [draft('公开预算', [by('2026-12-31')])]);
  const born: NewOccurrence = {
    id: 'occurrence-2',
    planId: 'plan-1',
    taskId: 'task-1',
    ruleId: 'new-rule-1',
    rule: by('2026-12-31'),
    key: 'once',
    period: null,
    event: null,
    dueOn: civil('2026-12-31'),
    provisional: false,
    pastAtBirth: false,
    parts: ['office-1', 'office-2', 'office-3'].map((officeId) => ({
      id: `new-${officeId}`,
      officeId,
      role: 'lead',
      state: 'open',
    })),
  };
  const old = (officeId: string, more: Parameters<typeof aPart>[0]) =>
    aPart({ id: officeId, taskId: 'task-1', officeId, rule: by('2026-11-30'), period: null, ...more });

  it('give way to the new date; who had begun goes on from there, who had finished is not asked again', () => {
    const parts = [
      old('office-1', { state: 'open' }),
      old('office-2', { state: 'working', percent: 60 }),
      old('office-3', { state: 'reported' }),
    ];
    const revised = reviseParts({ revision, parts, born: [born], owes: () => true });
    expect(revised.cancelled.map(({ id }) => id)).toEqual(['office-1', 'office-2']);
    expect(revised.occurrences[0]?.parts).toEqual([
      { id: 'new-office-1', officeId: 'office-1', role: 'lead', state: 'open' },
      { id: 'new-office-2', officeId: 'office-2', role: 'lead', state: 'working', percent: 60 },
    ]);
  });

  it('of a period keep the rule they were born with', () => {
    const monthly = old('office-1', { rule: every('month', '25'), period: '2026-11', state: 'open' });
    expect(reviseParts({ revision, parts: [monthly], born: [], owes: () => true }).cancelled).toEqual([]);
  });

  it('of an event keep the rule they were born with', () => {
    const rule: Rule = { kind: 'within', event: '批准发出', n: 20, unit: 'working_day', before: false, ...phrase };
    const running = old('office-1', { rule, event: '甲路批复', state: 'open' });
    expect(reviseParts({ revision, parts: [running], born: [], owes: () => true }).cancelled).toEqual([]);
    expect(reviseParts({ revision, parts: [running], born: [], owes: () => false }).cancelled).toHaveLength(1);
  });

  it('of an office that no longer owes the row end; what it finished stays', () => {
    const parts = [
      old('office-1', { rule: by('2026-12-31'), state: 'open' }),
      old('office-2', { rule: by('2026-12-31'), state: 'signed-off' }),
    ];
    expect(reviseParts({ revision, parts, born: [], owes: () => false }).cancelled.map(({ id }) => id)).toEqual([
      'office-1',
    ]);
  });
});

describe('a row with several dates', () => {
  const dates = (...days: readonly string[]) => draft('举办开放日', days.map(by));
  const occurrence = (ruleId: string, rule: Rule): NewOccurrence => ({
    id: `occurrence-${ruleId}`,
    planId: 'plan-1',
    taskId: 'task-1',
    ruleId,
    rule,
    key: 'once',
    period: null,
    event: null,
    dueOn: rule.kind === 'by' ? rule.on : null,
    provisional: false,
    pastAtBirth: false,
    parts: [{ id: `part-${ruleId}`, officeId: 'office-1', role: 'lead', state: 'open' }],
  });
  const part = (on: string, state: 'open' | 'reported') =>
    aPart({ id: on, taskId: 'task-1', officeId: 'office-1', rule: by(on), period: null, state });
  const bornOf = (before: DraftTask, after: DraftTask, parts: readonly ReturnType<typeof part>[]) => {
    const revision = revise(before, [after]);
    const [task] = revision.tasks;
    const born = (task?.rules ?? []).map((rule, at) => occurrence(task?.ruleIds[at] ?? '', rule));
    const revised = reviseParts({ revision, parts, born, owes: () => true });
    return {
      open: revised.occurrences.flatMap(({ dueOn, parts: own }) => (own.length > 0 ? [dueOn] : [])),
      cancelled: revised.cancelled.map(({ id }) => id),
    };
  };

  it('keeps them apart: the open one goes on to its new date, the finished one is not asked again', () => {
    const moved = bornOf(dates('2026-06-30', '2026-12-31'), dates('2026-07-15', '2026-12-20'), [
      part('2026-06-30', 'open'),
      part('2026-12-31', 'reported'),
    ]);
    expect(moved).toEqual({ open: ['2026-07-15'], cancelled: ['2026-06-30'] });
  });

  it('bears a date that is new beside one that was finished and moved', () => {
    const moved = bornOf(dates('2026-06-30'), dates('2026-07-15', '2026-10-31'), [part('2026-06-30', 'reported')]);
    expect(moved).toEqual({ open: ['2026-10-31'], cancelled: [] });
  });
});
