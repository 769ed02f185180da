import { describe, expect, it } from 'vitest';
import { anAct } from '../../../tests/support/acts.ts';
import { aPart, saidAt } from '../../../tests/support/parts.ts';
import { instantOf } from '../calendar/civil-date.ts';
import { reopenable, stateBeforeStop } from './reopen-event.ts';

const AT = instantOf('2026-03-20T08:00+08:00');
const stopped = (id: string, on: string, over: Pick<Parameters<typeof aPart>[0] & object, 'outdated'> = {}) =>
  aPart({ id, state: 'stopped', acts: [anAct('stop', on)], ...over });

describe('taking 误报 back', () => {
  it('means everything that was stopped with one press, and nothing else', () => {
    const parts = [
      stopped('part-1', '2026-03-19'),
      stopped('part-2', '2026-03-19'),
      aPart({ id: 'part-3', state: 'reported', closedOn: '2026-03-18' }),
    ];
    expect(reopenable(parts, AT)?.parts.map(({ id }) => id)).toEqual(['part-1', 'part-2']);
  });

  it.each([
    ['stopped longer ago than a day', stopped('part-1', '2026-03-18')],
    ['dropped by a later version of the plan', stopped('part-1', '2026-03-19', { outdated: true })],
    ['going on', aPart({ acts: [anAct('stop', '2026-03-19')] })],
  ])('not of what is %s', (_, part) => {
    expect(reopenable([part], AT)).toBeUndefined();
  });

  it.each([
    ['open', []],
    ['working', [saidAt('2026-03-19T08:00+08:00')]],
    ['blocked', [saidAt('2026-03-18T08:00+08:00'), saidAt('2026-03-19T08:00+08:00', { state: 'trouble' })]],
    ['open', [saidAt('2026-03-19T08:00+08:00', { undoneAt: AT })]],
  ] as const)('brings %s back', (state, replies) => {
    expect(stateBeforeStop(aPart({ state: 'stopped', replies }))).toBe(state);
  });

  it('brings what was returned (退文) back as 办理中, not as reported', () => {
    const acts = [anAct('return', '2026-03-18'), anAct('stop', '2026-03-19')];
    const replies = [saidAt('2026-03-17T08:00+08:00', { state: 'done' })];
    expect(stateBeforeStop(aPart({ state: 'stopped', replies, acts }))).toBe('working');
  });

  it('leaves a difficulty one that was only read (签收) since', () => {
    const replies = [
      saidAt('2026-03-17T08:00+08:00', { state: 'trouble' }),
      saidAt('2026-03-18T08:00+08:00', { state: 'acknowledged' }),
    ];
    expect(stateBeforeStop(aPart({ state: 'stopped', replies }))).toBe('blocked');
  });
});
