import { describe, expect, it } from 'vitest';
import { aDirectory } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../calendar/civil-date.ts';
import { clockAudience, clockSteps, stepsOfClock, stepsOverAtBirth } from './hour-clock.ts';

const at = (text: string) => instantOf(`2017-10-${text}:00+08:00`);
const CLOCK = {
  eventAt: at('01T22:30'),
  dueAt: at('02T03:30'),
  state: 'open',
  escalated: 0,
  pausedUntil: null,
} as const;

const said = (now: string, over: Partial<Parameters<typeof clockSteps>[0]> = {}) =>
  clockSteps({ ...CLOCK, ...over }, at(now)).map(({ name }) => name);

describe('the steps of a clock of five hours (B2)', () => {
  it('50, 80 and 100 %, then 15 and 30 minutes late, across midnight and in the holidays', () => {
    expect(stepsOfClock(CLOCK).map((step) => step.at)).toEqual(
      ['02T01:00', '02T02:30', '02T03:30', '02T03:45', '02T04:00'].map(at),
    );
  });

  it.each([
    ['02T00:59', 0, []],
    ['02T01:00', 0, ['50%']],
    ['02T01:01', 1, []],
    ['02T02:30', 1, ['80%']],
    ['02T03:30', 2, ['100%']],
    ['02T03:45', 3, ['+15']],
    ['02T04:00', 4, ['+30']],
    ['09T04:00', 5, []],
  ])('at %s, %i told', (now, escalated, names) => {
    expect(said(now, { escalated })).toEqual(names);
  });

  it('of what was missed only the last to each audience is said', () => {
    expect(said('02T03:31')).toEqual(['100%']);
    expect(said('02T05:00')).toEqual(['100%', '+15', '+30']);
  });

  it.each(['reported', 'signed-off', 'stopped', 'excused'] as const)('%s says nothing', (state) => {
    expect(said('02T05:00', { state })).toEqual([]);
  });

  it('blocked or in progress still speaks, paused does not', () => {
    expect(said('02T01:00', { state: 'blocked' })).toEqual(['50%']);
    expect(said('02T01:00', { pausedUntil: civil('2017-10-05') })).toEqual([]);
  });

  it('hours before an event count their own length', () => {
    const before = { eventAt: at('02T12:00'), dueAt: at('02T10:00') };
    expect(stepsOfClock(before)[0]?.at).toBe(at('02T09:00'));
  });

  it('what was over when it started is said by the first card', () => {
    expect(stepsOverAtBirth(CLOCK, at('01T23:00'))).toBe(0);
    expect(stepsOverAtBirth(CLOCK, at('02T02:40'))).toBe(2);
    expect(stepsOverAtBirth(CLOCK, at('05T00:00'))).toBe(3);
  });
});

describe('who hears of it', () => {
  const DIRECTORY = aDirectory(
    {
      法规处: {
        posts: [
          ['liaison-a', '张敏'],
          ['liaison-b', '李强'],
          ['head', '周科'],
          ['leader-in-charge', '赵局'],
        ],
      },
      办公室: {
        posts: [
          ['governing', '孙静'],
          ['liaison-a', '孙静'],
          ['top-leader', '陈局'],
        ],
      },
      信息中心: {
        posts: [
          ['liaison-a', '王芳'],
          ['liaison-b', '走了'],
        ],
      },
    },
    ['走了'],
  );
  const names = (office: string, audience: Parameters<typeof clockAudience>[2]) =>
    clockAudience(DIRECTORY, [office], audience).map(({ name }) => name);

  it('both liaisons, the head and the 主管机构, each once; who has left does not', () => {
    expect(names('office-1', 'office')).toEqual(['张敏', '李强', '周科', '孙静']);
    expect(names('office-2', 'office')).toEqual(['孙静']);
    expect(names('office-3', 'office')).toEqual(['孙静', '王芳']);
  });

  it('then the leader in charge, then the head of the bureau, who stands in where there is none in charge', () => {
    expect(names('office-1', 'leader-in-charge')).toEqual(['赵局']);
    expect(names('office-3', 'leader-in-charge')).toEqual(['陈局']);
    expect(names('office-1', 'top-leader')).toEqual(['陈局']);
  });
});
