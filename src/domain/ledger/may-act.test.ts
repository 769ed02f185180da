import { describe, expect, it } from 'vitest';
import { aDirectory, aPart } from '../../../tests/support/parts.ts';
import { mayAct, type Standing, standingsOf } from './may-act.ts';
import type { PartActKind, PartRequest } from './part-act.ts';

const DIRECTORY = aDirectory({
  法规科: {
    posts: [
      ['liaison-a', '张敏'],
      ['liaison-b', '李强'],
      ['head', '周科'],
      ['leader-in-charge', '赵局'],
    ],
  },
  信息中心: {
    posts: [
      ['liaison-a', '王芳'],
      ['head', '吴主任'],
      ['leader-in-charge', '钱局'],
    ],
  },
  办公室: {
    posts: [
      ['governing', '孙静'],
      ['supervisor', '郑督'],
    ],
  },
  局领导: { posts: [['top-leader', '陈局']] },
});

/** 信息中心's part of a row that 法规科 leads. */
const PART = aPart({ officeId: 'office-2', officeName: '信息中心', leadOffice: '法规科', role: 'responsible' });

const standings = (personId: string, isAdministrator = false) => [
  ...standingsOf(DIRECTORY, { personId, isAdministrator }, PART),
];

describe('what somebody is to a part', () => {
  it.each([
    ['王芳', ['office']],
    ['吴主任', ['office', 'leader']],
    ['钱局', ['leader']],
    ['张敏', ['lead']],
    ['李强', ['lead']],
    ['周科', ['lead']],
    ['赵局', []],
    ['陈局', ['leader']],
    ['孙静', ['governing']],
    ['郑督', []],
    ['路人', []],
  ] satisfies [string, Standing[]][])('%s is %j', (person, expected) => {
    expect(standings(person)).toEqual(expected);
  });

  it('an administrator governs, whatever posts he holds', () => {
    expect(standings('王芳', true)).toEqual(['office', 'governing']);
  });

  it('the lead of its own part is its office, not its lead', () => {
    const own = aPart({ leadOffice: '法规科' });
    expect([...standingsOf(DIRECTORY, { personId: '张敏', isAdministrator: false }, own)]).toEqual(['office']);
  });
});

const OFFICE: PartActKind[] = ['ask-extension', 'ask-excuse', 'ask-transfer', 'withdraw', 'snooze'];
const GOVERNING: PartActKind[] = ['pass', 'return', 'reopen', 'pause', 'resume', 'date'];
const ALL: Standing[] = ['office', 'lead', 'leader', 'governing'];

const TABLE: [PartActKind, Standing[]][] = [
  ...OFFICE.map((kind): [PartActKind, Standing[]] => [kind, ['office']]),
  ...GOVERNING.map((kind): [PartActKind, Standing[]] => [kind, ['governing']]),
  ['urge', ['lead', 'leader', 'governing']],
  ['instruct', ['leader']],
  ['restart', ['office', 'lead', 'governing']],
  ['stop', ['office', 'lead', 'governing']],
];

describe('C48: who may do what', () => {
  it.each(TABLE)('%s: only %j', (kind, allowed) => {
    for (const standing of ALL) {
      expect([standing, mayAct(new Set([standing]), kind, { request: null })]).toEqual([
        standing,
        allowed.includes(standing),
      ]);
    }
  });

  it.each(TABLE.map(([kind]) => kind))('%s: nobody who has nothing to do with the part', (kind) => {
    expect(mayAct(new Set(), kind, { request: null })).toBe(false);
  });

  it.each([
    ['extension', ['leader', 'governing']],
    ['excuse', ['lead', 'governing']],
    ['transfer', ['lead', 'governing']],
  ] satisfies [PartRequest['kind'], Standing[]][])('the decision on %s: only %j', (kind, allowed) => {
    const request = {
      kind,
      at: 0 as PartRequest['at'],
      personName: '',
      reason: '',
      dueOn: null,
      officeId: null,
      officeName: null,
    };
    for (const act of ['grant', 'refuse'] as const) {
      const may = ALL.filter((standing) => mayAct(new Set([standing]), act, { request }));
      expect(may).toEqual(allowed.toSorted((a, b) => ALL.indexOf(a) - ALL.indexOf(b)));
    }
  });
});
