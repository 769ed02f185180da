import { describe, expect, it } from 'vitest';
import { anErrandInput } from '../../../tests/support/errands.ts';
import { aDirectory, aPart, saidAt } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../calendar/civil-date.ts';
import type { Directory } from '../directory/directory.ts';
import type { Part } from '../ledger/part.ts';
import type { Rule } from '../plan/rule.ts';
import { type ErrandInput, planErrands } from './plan-errands.ts';

const DIRECTORY = aDirectory({
  法规科: {
    posts: [
      ['liaison-a', '张敏'],
      ['head', '周科长'],
      ['leader-in-charge', '赵局长'],
    ],
  },
  信息中心: {
    posts: [
      ['liaison-a', '王芳'],
      ['head', '钱主任'],
    ],
  },
  办公室: {
    posts: [
      ['liaison-a', '孙静'],
      ['governing', '孙静'],
      ['governing', '何平'],
    ],
  },
  局领导: { posts: [['top-leader', '局长']] },
});

/** Due on Friday 2026-03-27 and reminded on that day. */
const late = (part: Parameters<typeof aPart>[0] = {}) => aPart({ remindedOn: '2026-03-27', ...part });

const on = (today: string, input: Partial<Omit<ErrandInput, 'today'>> = {}) => {
  const planned = planErrands(anErrandInput(DIRECTORY, { today, ...input }));
  return { ...planned, told: planned.errands.map(({ person, partId, as }) => [person.id, as, partId]) };
};

function away(directory: Directory, ...names: string[]): Directory {
  const absence = (personId: string) => ({ personId, fromOn: civil('2026-01-01'), toOn: civil('2026-12-31') });
  return { ...directory, absences: names.map(absence) };
}

describe('C24: escalation goes up the ladder in working days', () => {
  it.each([
    ['2026-03-27', 0, []],
    ['2026-03-30', 0, [['周科长', 'escalated', 'part-1']]],
    ['2026-03-31', 1, []],
    ['2026-04-01', 1, [['赵局长', 'escalated', 'part-1']]],
    // 2026-04-06 is a holiday (清明): the seventh working day is Wednesday, 8 April.
    ['2026-04-07', 2, []],
    ['2026-04-08', 2, [['局长', 'escalated', 'part-1']]],
    ['2026-06-01', 3, []],
  ])('on %s, after step %i', (today, escalated, told) => {
    expect(on(today, { parts: [late({ escalated })] }).told).toEqual(told);
  });

  it('C6: nobody is told on a day of rest', () => {
    expect(on('2026-03-28', { parts: [late()], reported: 3 })).toMatchObject({ errands: [], escalated: [] });
  });

  it('C26: however late it is found out, it climbs one step a day and skips nobody', () => {
    const planned = on('2026-06-01', { parts: [late()] });
    expect(planned.told).toEqual([['周科长', 'escalated', 'part-1']]);
    expect(planned.escalated).toEqual([{ partId: 'part-1', step: 1 }]);
  });

  it('nobody is reported upwards before their own office was reminded on an earlier day', () => {
    expect(on('2026-03-30', { parts: [aPart()] }).told).toEqual([]);
    expect(on('2026-03-30', { parts: [late({ remindedOn: '2026-03-30' })] }).told).toEqual([]);
  });

  it('an office that nobody can be reached in is no reason to keep silent', () => {
    const part = late({ officeId: 'office-9', officeName: '新设处' });
    expect(on('2026-04-08', { parts: [{ ...part, remindedOn: null }] }).told).toEqual([
      ['局长', 'escalated', 'part-1'],
    ]);
  });

  it.each([
    ['progress', '2026-03-26T10:00+08:00', 0],
    ['trouble', '2026-03-26T10:00+08:00', 0],
    ['progress', '2026-03-20T10:00+08:00', 1],
    ['acknowledged', '2026-03-27T10:00+08:00', 1],
  ] as const)('an office that said %s on %s is left alone for five working days: %i told', (state, at, told) => {
    const part = late({ state: 'working', replies: [saidAt(at, { state })] });
    expect(on('2026-03-30', { parts: [part] }).told).toHaveLength(told);
  });

  it('whoever waits for a decision on another date is not escalated meanwhile', () => {
    const request = {
      kind: 'extension' as const,
      at: instantOf('2026-03-27T10:00+08:00'),
      personName: '张敏',
      reason: '等数据',
      dueOn: civil('2026-04-30'),
      officeId: null,
      officeName: null,
    };
    expect(on('2026-03-30', { parts: [late({ request })] }).told).toEqual([]);
  });

  const soft: Rule = { kind: 'by', on: civil('2026-03-27'), soft: true, phrase: '力争', place: 'text' };
  it.each([
    ['力争', { rule: soft }],
    ['paused', { pausedUntil: civil('2026-12-01') }],
    ['over at birth', { pastAtBirth: true }],
    ['reported', { state: 'reported' as const }],
    ['excused', { state: 'excused' as const }],
    ['an hour clock', { dueAt: instantOf('2026-03-27T10:00+08:00') }],
  ])('never what is %s', (_, part) => {
    expect(on('2026-06-01', { parts: [late(part)] }).told).toEqual([]);
  });

  it('C3: thirty late rows are thirty errands of one leader, for one card', () => {
    const parts = Array.from({ length: 30 }, (_, index) => late({ id: `part-${index}`, escalated: 1 }));
    const { errands } = on('2026-04-08', { parts });
    expect(new Set(errands.map(({ person }) => person.id))).toEqual(new Set(['赵局长']));
    expect(errands).toHaveLength(30);
  });

  it('a head who gets the cards of the office sees it once, in the rows of the office', () => {
    const directory = aDirectory({ 法规科: { posts: [['head', '周科长']] } });
    expect(on('2026-03-30', { parts: [late()], directory })).toMatchObject({
      errands: [],
      escalated: [{ partId: 'part-1', step: 1 }],
    });
  });

  it('where nobody can be told at a step, the next one is told at its own time, and the gap is on record', () => {
    const part = late({ officeId: 'office-2', officeName: '信息中心', escalated: 1 });
    expect(on('2026-04-01', { parts: [part] })).toMatchObject({
      errands: [],
      unheard: [{ partId: 'part-1', step: 2 }],
    });
    expect(on('2026-04-08', { parts: [part] }).told).toEqual([['局长', 'escalated', 'part-1']]);
  });

  it('without a 主要负责人 the 主管机构 is told at the last step', () => {
    const { posts, ...rest } = DIRECTORY;
    const directory = { ...rest, posts: posts.filter(({ role }) => role !== 'top-leader') };
    expect(on('2026-04-08', { parts: [late({ escalated: 2 })], directory }).told.map(([who]) => who)).toEqual([
      '孙静',
      '何平',
    ]);
  });

  it('C8, C47: a leader who is on leave, or has left, is not told', () => {
    expect(on('2026-03-30', { parts: [late()], directory: away(DIRECTORY, '周科长') }).told).toEqual([]);
    const gone = { ...DIRECTORY, people: DIRECTORY.people.map((each) => ({ ...each, active: each.id !== '周科长' })) };
    expect(on('2026-03-30', { parts: [late()], directory: gone }).told).toEqual([]);
  });
});

describe('B16: the leader whom the row names', () => {
  const named = (...people: [role: string, name: string, office?: string][]) => ({
    peopleOf: new Map([['task-1', people.map(([role, name, office = null]) => ({ role, name, office }))]]),
  });
  const second = late({ escalated: 1 });

  it.each([
    ['is told instead of the office’s own', named(['牵头领导', '局长']), ['局长']],
    ['is not there: the office’s own is told', named(['牵头领导', '已调走']), ['赵局长']],
    ['is a 责任人, no leader', named(['责任人', '局长']), ['赵局长']],
    ['leads another office of the row', named(['牵头领导', '局长', '信息中心']), ['赵局长']],
    [
      'is one of several: whoever is in charge of the office',
      named(['牵头领导', '局长'], ['牵头领导', '赵局长']),
      ['赵局长'],
    ],
    [
      'is one of several, and nobody covers the office',
      named(['牵头领导', '局长'], ['牵头领导', '何平']),
      ['局长', '何平'],
    ],
  ])('%s', (_, people, told) => {
    expect(on('2026-04-01', { parts: [second], ...people }).told.map(([who]) => who)).toEqual(told);
  });
});

describe('3.8: nothing moves', () => {
  const still = (part: Partial<Part> = {}) => ({
    ...aPart({ state: 'working', leadOffice: '信息中心', dueOn: '2026-12-01' }),
    ...part,
  });

  it('goes to the liaison of the lead, not to the office that stands still', () => {
    const planned = on('2026-03-30', { stagnant: [still()] });
    expect(planned.told).toEqual([['王芳', 'stagnant', 'part-1']]);
    expect(planned.stagnant).toEqual(['part-1']);
  });

  it.each([
    ['the part is the lead’s own', { leadOffice: '法规科' }],
    ['the plan names no lead', { leadOffice: null }],
    ['the lead is not in the directory', { leadOffice: '省数据局' }],
  ])('goes to the 主管机构 where %s', (_, part) => {
    expect(on('2026-03-30', { stagnant: [still(part)] }).told.map(([who]) => who)).toEqual(['孙静', '何平']);
  });

  it('not of what is paused', () => {
    expect(on('2026-03-30', { stagnant: [still({ pausedUntil: civil('2026-12-01') })] }).told).toEqual([]);
  });

  const standing: Rule = { kind: 'standing', cadence: 'quarter', phrase: '及时更新', place: 'text' };
  const confirmed = (at: string) => [saidAt(at, { state: 'unchanged' })];
  it.each([
    ['confirmed in the quarter before', confirmed('2026-06-20T10:00+08:00'), null, 0],
    ['not confirmed for a whole quarter', confirmed('2026-03-20T10:00+08:00'), null, 1],
    ['asked about in an earlier quarter and never confirmed', [], civil('2026-06-20'), 1],
    ['asked about in this quarter for the first time', [], civil('2026-07-01'), 0],
    ['never asked about', [], null, 0],
  ])('B4: of a duty without an end %s: %#', (_, replies, remindedOn, told) => {
    const part = still({ rule: standing, dueOn: null, replies, remindedOn });
    expect(on('2026-07-01', { stagnant: [part] }).told).toHaveLength(told);
  });
});

describe('what waits for a decision', () => {
  const asks = (kind: 'extension' | 'excuse' | 'transfer', personName = '张敏') =>
    aPart({
      leadOffice: '信息中心',
      request: {
        kind,
        at: instantOf('2026-03-27T10:00+08:00'),
        personName,
        reason: '理由',
        dueOn: null,
        officeId: null,
        officeName: null,
      },
    });

  it.each([
    ['extension', ['孙静', '何平', '周科长', '赵局长']],
    ['excuse', ['孙静', '何平', '王芳']],
    ['transfer', ['孙静', '何平', '王芳']],
  ] as const)('%s: everybody who may decide', (kind, who) => {
    expect(on('2026-03-30', { requests: [asks(kind)] }).told.map(([name]) => name)).toEqual(who);
  });

  it('nobody decides on a request of their own', () => {
    const who = on('2026-03-30', { requests: [asks('extension', '周科长')] }).told.map(([name]) => name);
    expect(who).not.toContain('周科长');
  });

  it('the desk is one line, with or without requests, and none where nothing waits', () => {
    expect(on('2026-03-30', { reported: 12 }).told).toEqual([
      ['孙静', 'review', null],
      ['何平', 'review', null],
    ]);
    expect(on('2026-03-30', { submissions: 2 }).told).toEqual(on('2026-03-30', { reported: 12 }).told);
    expect(on('2026-03-30').told).toEqual([]);
  });

  it('C8: one reviewer on leave, the others get it; all on leave, all get it; an administrator counts', () => {
    const who = (directory: Directory, admins: string[] = []) =>
      on('2026-03-30', { reported: 1, directory, admins }).told.map(([name]) => name);
    expect(who(away(DIRECTORY, '孙静'))).toEqual(['何平']);
    expect(who(away(DIRECTORY, '孙静', '何平'))).toEqual(['孙静', '何平']);
    expect(who(DIRECTORY, ['ou_王芳', 'ou_孙静'])).toEqual(['孙静', '何平', '王芳']);
  });
});

describe('B5: dates that somebody else sets', () => {
  const rule: Rule = { kind: 'awaiting', issuer: '市财政局', document: null, phrase: '按规定时间', place: 'text' };
  const part = (id: string, occurrenceId: string) =>
    aPart({ id, occurrenceId, rule, state: 'undated', dueOn: null, officeId: 'office-2' });

  it('are asked of the 主管机构 only, once for all offices of an occurrence', () => {
    const awaiting = [part('part-1', 'a'), part('part-2', 'a'), part('part-3', 'b')];
    expect(on('2026-03-30', { awaiting, admins: ['ou_孙静'] }).told).toEqual([
      ['孙静', 'awaited', 'part-1'],
      ['孙静', 'awaited', 'part-3'],
      ['何平', 'awaited', 'part-1'],
      ['何平', 'awaited', 'part-3'],
    ]);
  });
});
