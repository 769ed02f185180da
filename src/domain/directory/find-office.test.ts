import { describe, expect, it } from 'vitest';
import { officesAnsweredFor, personByOpenId } from './answering.ts';
import type { Directory, Person, PostRole } from './directory.ts';
import { findOffice, recipientOf, rosterMembers } from './find-office.ts';

function directory(...offices: readonly { name: string; aliases?: string[]; rosters?: string[] }[]): Directory {
  return {
    offices: offices.map(({ name, aliases = [], rosters = [] }, order) => ({
      id: `o-${order}`,
      name,
      aliases,
      rosters,
      order,
    })),
    people: [],
    posts: [],
  };
}

describe('finding the office that a plan names', () => {
  const bureau = directory(
    { name: '局办公室', aliases: ['综合协调组'] },
    { name: '组织人事处(政策法规处)' },
    { name: '数据中心' },
    { name: '财务处\uff08审计处\uff09' },
    { name: '财务处(核算中心)' },
    { name: '市政科' },
  );

  it.each([
    ['局办公室', '局办公室'],
    [' 局 办公室\n', '局办公室'],
    ['综合协调组', '局办公室'],
    ['办公室', '局办公室'],
    ['本局办公室', '局办公室'],
    ['我局办公室', '局办公室'],
    ['组织人事处\uff08政策法规处\uff09', '组织人事处(政策法规处)'],
    ['组织人事处', '组织人事处(政策法规处)'],
    ['政策法规处', '组织人事处(政策法规处)'],
    ['局政策法规处', '组织人事处(政策法规处)'],
    ['局数据中心', '数据中心'],
    ['市数据中心', '数据中心'],
    ['数据中心(牵头)', '数据中心'],
    ['审计处', '财务处\uff08审计处\uff09'],
    ['市政科', '市政科'],
  ])('%s is %s', (printed, name) => {
    expect(findOffice(bureau, printed)).toMatchObject({ kind: 'found', office: { name } });
  });

  it.each(['市委办公室', '区政府办公室', '档案馆', '', ' ', '局', '政科'])('%j is unknown', (printed) => {
    expect(findOffice(bureau, printed)).toEqual({ kind: 'unknown' });
  });

  it('asks where a name fits several offices equally well', () => {
    const found = findOffice(bureau, '财务处');
    expect(found.kind === 'ambiguous' && found.offices.map(({ name }) => name)).toEqual([
      '财务处\uff08审计处\uff09',
      '财务处(核算中心)',
    ]);
  });

  it('prefers a name in full over one that fits loosely', () => {
    const two = directory({ name: '办公室' }, { name: '局办公室' });
    expect(findOffice(two, '局办公室')).toMatchObject({ office: { name: '局办公室' } });
    expect(findOffice(two, '办公室')).toMatchObject({ office: { name: '办公室' } });
  });
});

describe('the offices of a roster', () => {
  const bureau = directory(
    { name: '办公室', rosters: ['各科室'] },
    { name: '法规科', rosters: ['各科室', '牵头科室'] },
    { name: '数据中心', rosters: ['各单位'] },
    { name: '信访办' },
  );
  const names = (printed: string) => rosterMembers(bureau, printed).offices.map(({ name }) => name);

  it.each([
    ['各科室', ['办公室', '法规科']],
    [' 各 科室', ['办公室', '法规科']],
    ['机关各科室', ['办公室', '法规科']],
    ['局属各单位', ['数据中心']],
    ['各科室、各单位', ['办公室', '法规科', '数据中心']],
    ['机关各科室、局属各单位', ['办公室', '法规科', '数据中心']],
    ['各科室\uff08单位\uff09', ['办公室', '法规科', '数据中心']],
    ['各科室(中心)', ['办公室', '法规科']],
    ['牵头科室', ['法规科']],
  ])('%s', (printed, expected) => {
    expect(names(printed)).toEqual(expected);
    expect(rosterMembers(bureau, printed).how).toBe('named');
  });

  it('takes brackets of any width, and finds a roster with brackets by its name without', () => {
    const other = directory({ name: '甲', rosters: ['各处室(单位)'] }, { name: '乙' });
    for (const printed of ['各处室(单位)', '各处室\uff08单位\uff09', '各处室']) {
      expect(rosterMembers(other, printed)).toMatchObject({ how: 'named', offices: [{ name: '甲' }] });
    }
  });

  it('takes every office where there is no such roster, and says so', () => {
    expect(rosterMembers(bureau, '各部门')).toMatchObject({ how: 'all-offices', offices: { length: 4 } });
    expect(rosterMembers(bureau, '')).toMatchObject({ how: 'all-offices' });
  });
});

describe('who gets the cards of an office and who may answer', () => {
  function bureau(...posts: readonly (readonly [PostRole, Partial<Person> & { name: string }])[]): Directory {
    return {
      ...directory({ name: '法规科' }, { name: '审批科' }),
      people: posts.map(([, person], at) => ({
        id: `p-${at}`,
        mobile: null,
        email: null,
        openId: `ou_${at}`,
        active: true,
        unreachableOn: null,
        ...person,
      })),
      posts: posts.map(([role], at) => ({ officeId: 'o-0', personId: `p-${at}`, role })),
    };
  }

  it('asks A角 first, then B角, then the head', () => {
    const head = ['head', { name: '王五' }] as const;
    const b = ['liaison-b', { name: '李四' }] as const;
    const a = ['liaison-a', { name: '张三' }] as const;
    expect(recipientOf(bureau(head, b, a), 'o-0')).toMatchObject({ person: { name: '张三' }, as: 'liaison-a' });
    expect(recipientOf(bureau(head, b), 'o-0')).toMatchObject({ person: { name: '李四' }, as: 'liaison-b' });
    expect(recipientOf(bureau(head), 'o-0')).toMatchObject({ person: { name: '王五' }, as: 'head' });
  });

  it('passes over somebody who has left or cannot be reached', () => {
    const people = bureau(
      ['liaison-a', { name: '张三', active: false }],
      ['liaison-b', { name: '李四', openId: null }],
      ['head', { name: '王五' }],
    );
    expect(recipientOf(people, 'o-0')).toMatchObject({ kind: 'found', person: { name: '王五' } });
  });

  it('tells an office without anybody from one whose people cannot be reached', () => {
    expect(recipientOf(bureau(['leader-in-charge', { name: '赵六' }]), 'o-0')).toEqual({ kind: 'nobody' });
    expect(recipientOf(bureau(['liaison-a', { name: '张三', active: false }]), 'o-0')).toEqual({ kind: 'nobody' });
    expect(recipientOf(bureau(['liaison-a', { name: '张三', openId: null }]), 'o-0')).toMatchObject({
      kind: 'no-open-id',
      person: { name: '张三' },
    });
    expect(recipientOf(bureau(), 'o-7')).toEqual({ kind: 'nobody' });
  });

  it('lets liaisons and heads answer, not leaders, strangers or those who have left', () => {
    const people = bureau(
      ['liaison-b', { name: '李四' }],
      ['leader-in-charge', { name: '赵六' }],
      ['head', { name: '王五', active: false }],
    );
    const answersFor = (openId: string) => {
      const person = personByOpenId(people, openId);
      return person && officesAnsweredFor(people, person.id).map(({ name }) => name);
    };
    expect(answersFor('ou_0')).toEqual(['法规科']);
    expect(answersFor('ou_1')).toEqual([]);
    expect(answersFor('ou_2')).toBeUndefined();
    expect(answersFor('ou_stranger')).toBeUndefined();
  });
});
