import { describe, expect, it } from 'vitest';
import { aPart } from '../../../tests/support/parts.ts';
import { instantOf } from '../calendar/civil-date.ts';
import { DESK_ROWS, deskDecision, deskPage, deskQueue, isCorrectable } from './desk-queue.ts';
import type { Part } from './part.ts';
import type { PartAct, PartActKind, PartRequest } from './part-act.ts';

const AT = instantOf('2026-03-19T10:00:00+08:00');

function requested(on: string): PartRequest {
  const at = instantOf(`${on}T10:00:00+08:00`);
  return { kind: 'excuse', at, personName: '张敏', reason: '无关', dueOn: null, officeId: null, officeName: null };
}

function act(kind: PartActKind, at = '2026-03-19T09:00:00+08:00'): PartAct {
  return {
    id: `${kind}-${at}`,
    at: instantOf(at),
    personId: 'p',
    personName: '孙静',
    kind,
    note: '',
    reasons: [],
    dueOn: null,
    beforeOn: null,
    officeId: null,
  };
}

describe('the queue', () => {
  it('holds what was reported and what was asked for, oldest first, each once', () => {
    const second = aPart({ id: 'b', state: 'reported', closedOn: '2026-03-17' });
    const queue = deskQueue([
      aPart({ id: 'open' }),
      aPart({ id: 'c', request: requested('2026-03-18') }),
      second,
      second,
      aPart({ id: 'a', state: 'reported', closedOn: '2026-03-16', taskOrder: 9 }),
      aPart({ id: 'signed', state: 'signed-off', closedOn: '2026-03-01' }),
    ]);
    expect(queue.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('of one day, in the order of the plan', () => {
    const reported = (id: string, taskOrder: number) =>
      aPart({ id, taskOrder, state: 'reported', closedOn: '2026-03-16' });
    expect(deskQueue([reported('x', 3), reported('y', 1), reported('z', 2)]).map(({ id }) => id)).toEqual([
      'y',
      'z',
      'x',
    ]);
  });
});

describe('a page', () => {
  const queue = Array.from({ length: 20 }, (_, index) => `q${index}`);

  it('shows eight, and a page beyond the last shows the last', () => {
    expect(deskPage({ queue, page: 2, shown: [], decided: [] })).toEqual({ ids: queue.slice(8, 16), page: 2 });
    expect(deskPage({ queue, page: 9, shown: [], decided: [] })).toEqual({ ids: queue.slice(16), page: 3 });
    expect(deskPage({ queue: [], page: 3, shown: [], decided: [] })).toEqual({ ids: [], page: 1 });
  });

  it('after a decision keeps the row in its place and brings up the next', () => {
    const shown = queue.slice(0, DESK_ROWS);
    const left = queue.filter((id) => id !== 'q2');
    expect(deskPage({ queue: left, page: 1, shown, decided: ['q2'] }).ids).toEqual([...shown, 'q8']);
  });

  it('keeps the last three decided rows', () => {
    const decided = ['d1', 'd2', 'd3', 'd4'];
    const { ids } = deskPage({ queue: ['q0'], page: 1, shown: [...decided, 'q0'], decided });
    expect(ids).toEqual(['d2', 'd3', 'd4', 'q0']);
  });
});

describe('更正', () => {
  const signedOff = (over: Pick<Part, 'acts'> & { outdated?: true }) => aPart({ state: 'signed-off', ...over });

  it.each([
    ['a fresh 通过', signedOff({ acts: [act('pass')] }), true],
    ['one of two days ago', signedOff({ acts: [act('pass', '2026-03-17T09:00:00+08:00')] }), false],
    ['one of a row that a new version left out', signedOff({ outdated: true, acts: [act('pass')] }), false],
    ['a confirmed 不涉及', aPart({ state: 'excused', acts: [act('ask-excuse'), act('grant')] }), true],
    ['what was handed over', aPart({ state: 'excused', acts: [act('ask-transfer'), act('grant')] }), false],
    ['退文', aPart({ state: 'working', acts: [act('return')] }), false],
    ['a granted extension', aPart({ acts: [act('ask-extension'), act('grant')] }), false],
    ['a decision that was answered with a new report', aPart({ state: 'reported', acts: [act('return')] }), false],
  ])('%s: %s', (_, part, expected) => {
    expect(isCorrectable(part, AT)).toBe(expected);
  });

  it('a decision is the last thing that happened', () => {
    expect(deskDecision(aPart({ acts: [act('refuse'), act('urge')] }))).toBeUndefined();
    expect(deskDecision(aPart({ acts: [act('urge'), act('refuse')] }))?.kind).toBe('refuse');
  });
});
