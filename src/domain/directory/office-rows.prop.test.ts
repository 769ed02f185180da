import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Directory, PostRole } from './directory.ts';
import { findOffice, rosterMembers } from './find-office.ts';
import type { OfficeInput } from './office-input.ts';
import { isBlocking } from './office-problem.ts';
import { officeRows, templateRows } from './office-rows.ts';
import { parseOffices } from './parse-offices.ts';

const ROLES: readonly PostRole[] = [
  'liaison-a',
  'liaison-b',
  'head',
  'leader-in-charge',
  'top-leader',
  'governing',
  'supervisor',
];

const syllables = fc.string({
  unit: fc.constantFrom(...Array.from('东南西北中山水云溪城市法规财务运行管理')),
  minLength: 1,
  maxLength: 4,
});
const word = fc.oneof(
  syllables,
  fc.tuple(syllables, syllables).map(([a, b]) => `${a}(${b})`),
  fc.tuple(syllables, syllables).map(([a, b]) => `${a}、${b}`),
);
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

/** Offices as an import may have left them: no name or alias twice, a name of a person once. */
const directories: fc.Arbitrary<Directory> = fc
  .record({
    names: fc.uniqueArray(word, { minLength: 1, maxLength: 20 }),
    aliasCounts: fc.array(fc.nat({ max: 2 }), { minLength: 20, maxLength: 20 }),
    rosters: fc.array(
      fc.uniqueArray(
        word.map((name) => `各${name}`),
        { maxLength: 3 },
      ),
      { minLength: 20, maxLength: 20 },
    ),
    people: fc.uniqueArray(
      fc.record({
        name: syllables,
        mobile: orNull(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String)),
        email: orNull(fc.emailAddress()),
        openId: orNull(fc.stringMatching(/^ou_[a-z0-9]{4,8}$/)),
        active: fc.boolean(),
        unreachableOn: fc.constant(null),
      }),
      { selector: ({ name }) => name, maxLength: 12 },
    ),
    posts: fc.array(fc.tuple(fc.nat({ max: 19 }), fc.nat({ max: 11 }), fc.constantFrom(...ROLES)), { maxLength: 30 }),
  })
  .map(({ names, aliasCounts, rosters, people, posts }) => {
    const rest = [...names];
    const offices = [];
    for (let order = 0; rest.length > 0; order += 1) {
      const [name = '', ...aliases] = rest.splice(0, 1 + (aliasCounts[order] ?? 0));
      offices.push({ id: `o-${order}`, name, aliases, rosters: rosters[order] ?? [], order });
    }
    const unique = new Map(
      posts.map(([office, person, role]) => [`${office} ${person} ${role}`, { office, person, role }]),
    );
    return {
      offices,
      people: people.map((person, at) => ({ ...person, id: `p-${at}` })),
      posts: [...unique.values()]
        .filter(({ office, person }) => office < offices.length && person < people.length)
        .map(({ office, person, role }) => ({ officeId: `o-${office}`, personId: `p-${person}`, role })),
    };
  });

function imported(rows: readonly (readonly string[])[]) {
  return parseOffices(rows.map((cells, at) => ({ cells, place: `第 ${at + 1} 行` })));
}

function asInput(directory: Directory): readonly OfficeInput[] {
  return directory.offices.map(({ id, name, aliases, rosters }) => ({
    name,
    aliases,
    rosters,
    people: ROLES.flatMap((role) =>
      directory.posts
        .filter((post) => post.officeId === id && post.role === role)
        .flatMap((post) => directory.people.filter((person) => person.id === post.personId && person.active))
        .map((person) => ({
          role,
          name: person.name,
          mobile: person.mobile,
          email: person.email,
          openId: person.openId,
        })),
    ),
  }));
}

describe('exporting and importing offices', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(directories, (directory) => {
        const { offices, problems } = imported(officeRows(directory));
        expect(offices).toEqual(asInput(directory));
        expect(problems.filter(isBlocking)).toEqual([]);
      }),
    );
  });

  it('gives a template that can be filled in: nothing of it is imported, nothing stops', () => {
    const { offices, problems } = imported(templateRows());
    expect(offices).toEqual([]);
    expect(problems.map(({ kind }) => kind)).toEqual(['example-row', 'example-row']);
    expect(templateRows()[0]?.join(',')).toBe('单位,别名,名册,角色,姓名,手机,邮箱,open_id');
  });
});

describe('whatever a file holds', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('单位', '角色', '姓名', '手机', '联络人A', '各科室(单位)', '法规科', '(', '示例', ';', '\u0000'),
  );

  it('is read without an exception, each problem at a row of the file', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }), fc.boolean(), (rows, headed) => {
        const all = headed ? [['单位', '别名', '名册', '角色', '姓名', '手机'], ...rows] : rows;
        const places = new Set(all.map((_, at) => `第 ${at + 1} 行`));
        const { offices, problems } = imported(all);
        expect(new Set(offices.map(({ name }) => name)).size).toBe(offices.length);
        for (const { place } of problems) expect(place === null || places.has(place)).toBe(true);
      }),
    );
  });

  it('every office is found by its own name, and no printed name throws', () => {
    fc.assert(
      fc.property(directories, cell, (directory, printed) => {
        for (const office of directory.offices)
          expect(findOffice(directory, office.name)).toEqual({ kind: 'found', office });
        expect(['found', 'ambiguous', 'unknown']).toContain(findOffice(directory, printed).kind);
        expect(rosterMembers(directory, printed).offices.length).toBeGreaterThan(0);
      }),
    );
  });
});
