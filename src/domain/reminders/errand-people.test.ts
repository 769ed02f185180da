import { describe, expect, it } from 'vitest';
import { aDirectory, aPart } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../calendar/civil-date.ts';
import type { Directory } from '../directory/directory.ts';
import type { PartRequest } from '../ledger/part-act.ts';
import { chainOf, deciders, stagnationHearers } from './errand-people.ts';

const DIRECTORY = aDirectory({
  法规科: { posts: [['liaison-a', '张敏']] },
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
  局领导: {
    posts: [
      ['leader-in-charge', '赵局长'],
      ['top-leader', '局长'],
    ],
  },
});
const around = (directory: Directory = DIRECTORY) => ({ directory, today: civil('2026-03-30'), admins: [] });
const namesOf = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);

describe('a leader whom a row names by a name that several people have', () => {
  /** 赵局长 of 局领导, and a clerk who has the same name. */
  const namesake = (lead: boolean): Directory => {
    const people = DIRECTORY.people.flatMap((person) =>
      person.name === '赵局长' ? [person, { ...person, id: 'namesake', openId: 'ou_namesake' }] : [person],
    );
    const post = { officeId: 'office-1', personId: 'namesake', role: lead ? 'top-leader' : 'liaison-b' } as const;
    return { ...DIRECTORY, people, posts: [...DIRECTORY.posts, post] };
  };
  const peopleOf = new Map([['task-1', [{ role: '牵头领导', name: '赵 局长', office: null }]]]);
  const told = (directory: Directory) => chainOf(aPart(), 2, { ...around(directory), peopleOf }).map(({ id }) => id);

  it('is the one who holds a leader’s post', () => {
    expect(told(namesake(false))).toEqual(['赵局长']);
  });

  it('is nobody where both do: the office’s own is told, and here there is none', () => {
    expect(told(namesake(true))).toEqual([]);
  });
});

describe('a leader whom a row names for an office', () => {
  it('is told of that office', () => {
    const peopleOf = new Map([['task-1', [{ role: '牵头领导', name: '局长', office: '法规科' }]]]);
    expect(namesOf(chainOf(aPart(), 2, { ...around(), peopleOf }))).toEqual(['局长']);
  });
});

describe('who hears that nothing moves', () => {
  it('is never whoever answers for it, be they the 主管机构', () => {
    const own = aPart({ officeId: 'office-3', officeName: '办公室', leadOffice: null });
    expect(namesOf(stagnationHearers(own, around()))).toEqual(['何平']);
  });

  it('is the 主管机构 where the liaison of the lead is the office’s own', () => {
    const posts = DIRECTORY.posts.map((post) => (post.personId === '王芳' ? { ...post, personId: '张敏' } : post));
    const part = aPart({ leadOffice: '信息中心' });
    expect(namesOf(stagnationHearers(part, around({ ...DIRECTORY, posts })))).toEqual(['孙静', '何平']);
  });
});

describe('who decides on a request', () => {
  const asks = (kind: PartRequest['kind'], leadOffice: string | null, officeId = 'office-1') =>
    aPart({
      leadOffice,
      officeId,
      request: {
        kind,
        at: instantOf('2026-03-27T10:00+08:00'),
        personName: '张敏',
        reason: '理由',
        dueOn: null,
        officeId: null,
        officeName: null,
      },
    });

  it.each([
    ['about whose part it is, the row’s lead', asks('excuse', '信息中心'), ['王芳']],
    ['of the lead itself, the 主管机构 alone', asks('excuse', '法规科'), []],
    ['of a row whose lead is not in the directory, the 主管机构 alone', asks('transfer', '省数据局'), []],
    ['of a row without a lead, the 主管机构 alone', asks('transfer', null), []],
    ['about a date, the office’s own leaders', asks('extension', null, 'office-2'), ['钱主任']],
    ['about a date of an office without any, the 主要负责人', asks('extension', null), ['局长']],
    ['that is none: nobody', aPart(), []],
  ])('%s', (_, part, who) => {
    expect(namesOf(deciders(part, around()))).toEqual(who);
  });
});
