import { describe, expect, it } from 'vitest';
import { aDirectory, aPart } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import type { Rule } from '../plan/rule.ts';
import type { Part } from './part.ts';
import type { LedgerTask } from './plan.ts';
import { quietEvents } from './quiet-events.ts';

const DIRECTORY = aDirectory({
  法规科: { posts: [['liaison-a', '张敏']] },
  信息中心: { posts: [['liaison-a', '王芳']] },
});
const within = (over: Partial<Extract<Rule, { kind: 'within' }>> = {}): Rule => ({
  kind: 'within',
  event: '批准发出',
  n: 20,
  unit: 'working_day',
  before: false,
  phrase: '批准发出之日起20个工作日内',
  place: 'deadline-cell',
  ...over,
});

function aTask(...rules: Rule[]): LedgerTask {
  return {
    id: 'task-1',
    planId: 'plan-1',
    no: '1',
    area: [],
    text: '公开批复信息',
    offices: [{ name: '法规科', role: 'lead', fanOut: null, inferred: false }],
    people: [],
    notes: [],
    rules,
    ruleIds: rules.map((_, index) => `rule-${index + 1}`),
  } as unknown as LedgerTask;
}

const asked = (task: LedgerTask, parts: readonly Part[] = [], { issuedOn = '2026-01-20', personId = '张敏' } = {}) =>
  quietEvents({
    plans: [{ plan: { issuedOn: civil(issuedOn) }, tasks: [task] }],
    parts,
    directory: DIRECTORY,
    personId,
    today: civil('2026-03-30'),
  }).map(({ event }) => event);
const registered = (eventOn: string, over: Partial<Pick<Part, 'state' | 'officeId'>> = {}) => [
  aPart({ rule: within(), event: '某路批复', eventOn: civil(eventOn), ...over }),
];

describe('本月有无新的……', () => {
  it.each([
    ['never registered', [], ['批准发出']],
    ['registered longer ago than a month', registered('2026-02-27'), ['批准发出']],
    ['registered within a month', registered('2026-02-28'), []],
    ['registered and called off', registered('2026-03-20', { state: 'stopped' }), ['批准发出']],
    ['registered by another office', registered('2026-03-20', { officeId: 'office-2' }), ['批准发出']],
  ])('%s', (_, parts, events) => {
    expect(asked(aTask(within()), parts)).toEqual(events);
  });

  it('not of hour clocks, of a plan younger than a month, nor of a row of somebody else', () => {
    expect(asked(aTask(within({ unit: 'hour', n: 5 })))).toEqual([]);
    expect(asked(aTask(within()), [], { issuedOn: '2026-03-10' })).toEqual([]);
    expect(asked(aTask(within()), [], { personId: '王芳' })).toEqual([]);
  });
});
