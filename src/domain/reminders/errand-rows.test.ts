import { describe, expect, it } from 'vitest';
import { anErrandInput } from '../../../tests/support/errands.ts';
import { aDirectory, aPart } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../calendar/civil-date.ts';
import type { Rule } from '../plan/rule.ts';
import { type ErrandInput, planErrands } from './plan-errands.ts';

/** 孙静 answers for 法规科 and is the 主管机构 at 办公室, which stands behind it in the file. */
const DIRECTORY = aDirectory({
  法规科: {
    posts: [
      ['liaison-a', '张敏'],
      ['liaison-b', '孙静'],
      ['leader-in-charge', '孙静'],
    ],
  },
  办公室: { posts: [['governing', '孙静']] },
  信息中心: { posts: [['liaison-a', '王芳']] },
});

const errandsOf = (input: Partial<Omit<ErrandInput, 'today'>>) => planErrands(anErrandInput(DIRECTORY, input));
const told = (input: Partial<Omit<ErrandInput, 'today'>>) =>
  errandsOf(input).errands.map(({ person, officeName, as, partId }) => `${person.name} ${officeName} ${as} ${partId}`);

describe('the desk of the 主管机构', () => {
  it('stands under the office that it is the post of, whatever else the person is', () => {
    expect(told({ reported: 1 })).toEqual(['孙静 办公室 review null']);
  });

  it('stands for each under their own office', () => {
    const posts = [...DIRECTORY.posts, { officeId: 'office-3', personId: '王芳', role: 'governing' as const }];
    expect(told({ reported: 1, directory: { ...DIRECTORY, posts } })).toEqual([
      '孙静 办公室 review null',
      '王芳 信息中心 review null',
    ]);
  });

  it('shows a request once, also to whoever might decide on it as a leader', () => {
    const at = instantOf('2026-03-27T10:00+08:00');
    const asked = { at, personName: '张敏', reason: '', dueOn: null, officeId: null, officeName: null };
    expect(told({ requests: [aPart({ request: { kind: 'extension', ...asked } })] })).toEqual([
      '孙静 办公室 review null',
    ]);
  });

  it('is asked for the dates that others set, unless the date is there by now or the part is paused', () => {
    const awaiting = [
      aPart({ id: 'open', occurrenceId: 'a', dueOn: null }),
      aPart({ id: 'set', occurrenceId: 'b', dueOn: '2026-06-30' }),
      aPart({ id: 'paused', occurrenceId: 'c', dueOn: null, pausedUntil: civil('2026-12-01') }),
    ];
    expect(told({ awaiting })).toEqual(['孙静 办公室 awaited open']);
  });
});

describe('nothing moves', () => {
  const still = (part: Parameters<typeof aPart>[0] = {}) =>
    aPart({ state: 'working', dueOn: '2026-12-01', leadOffice: '信息中心', ...part });
  const from: Rule = { kind: 'from', on: civil('2026-12-01'), phrase: '起施行', place: 'text' };

  it.each([
    ['was over when the plan was issued', { pastAtBirth: true }],
    ['runs by the hour', { dueAt: instantOf('2026-12-01T10:00+08:00') }],
    ['only holds from a day on', { rule: from }],
    ['waits for its date', { state: 'undated', dueOn: null }],
  ] as const)('is said of no part that %s', (_, part) => {
    expect(told({ stagnant: [still(part)] })).toEqual([]);
    expect(told({ stagnant: [still()] })).toEqual(['王芳 法规科 stagnant part-1']);
  });

  it('is not on record as said where nobody can be told', () => {
    const directory = { ...DIRECTORY, people: [] };
    expect(errandsOf({ stagnant: [still()], directory })).toMatchObject({ errands: [], stagnant: [] });
  });
});

describe('what is late is reported upwards', () => {
  const boss = aDirectory({
    法规科: {
      posts: [
        ['liaison-a', '张敏'],
        ['head', '周科长'],
      ],
    },
  });
  const late = (part: Parameters<typeof aPart>[0] = {}) => aPart({ remindedOn: '2026-03-27', ...part });

  it('from the first working day after a date on a Sunday on', () => {
    const sunday = late({ dueOn: '2026-03-29' });
    expect(told({ parts: [sunday], directory: boss })).toEqual(['周科长 法规科 escalated part-1']);
  });

  it('once the office has been silent for the days that it is left alone, and not on the last of them', () => {
    const saidOn = (day: string) => {
      const at = instantOf(`${day}T10:00+08:00`);
      const request = {
        kind: 'extension',
        at,
        personName: '张敏',
        reason: '',
        dueOn: null,
        officeId: null,
        officeName: null,
      } as const;
      return told({ parts: [late({ request })], directory: boss });
    };
    // Five working days, today among them, begin on Tuesday, the 24th.
    expect(saidOn('2026-03-24')).toEqual([]);
    expect(saidOn('2026-03-23')).toEqual(['周科长 法规科 escalated part-1']);
  });
});
