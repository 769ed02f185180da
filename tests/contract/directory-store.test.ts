import { describe, expect, it } from 'vitest';
import { addDays, civil, civilDateOf } from '../../src/domain/calendar/civil-date.ts';
import { anOffice, aPerson, directoryStoreOn, NOW } from '../support/stored-plan.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();

const emptyDirectory = async () => directoryStoreOn(await databases.open());

describe('an offices file', () => {
  it('is stored with aliases, rosters, people and posts, in its order', async () => {
    const directory = await emptyDirectory();
    const person = aPerson('张敏', { mobile: '13800000001', email: 'zm@example.gov.cn' });
    const files = [
      anOffice('教育局', { aliases: ['县教育局', '教体局'], rosters: ['各处室'], people: [person] }),
      anOffice('财政局', {
        people: [{ ...person, role: 'supervisor' }, aPerson('王强', { role: 'head', openId: 'ou_1' })],
      }),
    ];
    expect(await directory.save(files, [])).toEqual({ added: 2, changed: 0, unchanged: 0 });
    expect(await directory.load()).toEqual({
      offices: [
        { id: 'office-1', name: '教育局', order: 0, aliases: ['县教育局', '教体局'], rosters: ['各处室'] },
        { id: 'office-2', name: '财政局', order: 1, aliases: [], rosters: [] },
      ],
      people: [
        {
          id: 'person-1',
          name: '张敏',
          mobile: '13800000001',
          email: 'zm@example.gov.cn',
          openId: null,
          active: true,
          unreachableOn: null,
        },
        { id: 'person-2', name: '王强', mobile: null, email: null, openId: 'ou_1', active: true, unreachableOn: null },
      ],
      posts: [
        { officeId: 'office-1', personId: 'person-1', role: 'liaison-a' },
        { officeId: 'office-2', personId: 'person-2', role: 'head' },
        { officeId: 'office-2', personId: 'person-1', role: 'supervisor' },
      ],
      absences: [],
    });
    expect(await directory.save(files, [])).toEqual({ added: 0, changed: 0, unchanged: 2 });
  });

  it('loaded again adds to what is known, takes nothing away and says what changed', async () => {
    const directory = await emptyDirectory();
    await directory.save(
      [anOffice('教育局', { aliases: ['教体局'], people: [aPerson('张敏', { mobile: '1' })] }), anOffice('财政局')],
      [],
    );
    await directory.setOpenIds([{ personId: 'person-1', openId: 'ou_1' }]);
    await directory.setActive('person-1', false);
    const again = [
      anOffice('教育局', { people: [aPerson('张敏', { mobile: '2' })] }),
      anOffice('财政局'),
      anOffice('审计局'),
    ];
    expect(await directory.save(again, [])).toEqual({ added: 1, changed: 1, unchanged: 1 });
    const { offices, people } = await directory.load();
    expect(offices.map(({ name, aliases }) => [name, ...aliases])).toEqual([
      ['教育局', '教体局'],
      ['财政局'],
      ['审计局'],
    ]);
    expect(people).toEqual([
      { id: 'person-1', name: '张敏', mobile: '2', email: null, openId: 'ou_1', active: false, unreachableOn: null },
    ]);
  });

  it('that names every office sets their order; one that names some leaves it', async () => {
    const directory = await emptyDirectory();
    const names = async () => (await directory.load()).offices.map(({ name }) => name);
    await directory.save([anOffice('甲'), anOffice('乙')], []);
    await directory.save([anOffice('丙')], []);
    expect(await names()).toEqual(['甲', '乙', '丙']);
    await directory.save([anOffice('丙'), anOffice('丁'), anOffice('乙'), anOffice('甲')], []);
    expect(await names()).toEqual(['丙', '丁', '乙', '甲']);
  });

  it.each([
    ['one open_id', { openId: 'ou_1' }, { openId: 'ou_1', mobile: '9' }, '乙', 1],
    ['one telephone number', { mobile: '1' }, { mobile: '1' }, '乙', 1],
    ['one number but two open_ids', { mobile: '1', openId: 'ou_1' }, { mobile: '1', openId: 'ou_2' }, '乙', 2],
    ['one e-mail address', { email: 'a@b.cn' }, { email: 'a@b.cn', mobile: '3' }, '乙', 1],
    ['one name in one office', {}, { mobile: '1' }, '甲', 1],
    ['one name in two offices', {}, {}, '乙', 2],
    ['one name in one office, two open_ids', { openId: 'ou_1' }, { openId: 'ou_2' }, '甲', 2],
  ])('means one person or two: %s', async (_, first, second, office, people) => {
    const directory = await emptyDirectory();
    await directory.save([anOffice('甲', { people: [aPerson('张伟', first)] })], []);
    await directory.save([anOffice(office, { people: [aPerson('张伟', second)] })], []);
    expect((await directory.load()).people).toHaveLength(people);
  });

  it('with two people of one name in one office keeps them apart by their numbers', async () => {
    const directory = await emptyDirectory();
    const both = [aPerson('张伟', { mobile: '1' }), aPerson('张伟', { mobile: '2', role: 'liaison-b' })];
    await directory.save([anOffice('甲', { people: both })], []);
    expect(await directory.save([anOffice('甲', { people: [...both].reverse() })], [])).toMatchObject({ unchanged: 1 });
    const { people } = await directory.load();
    expect(people.map(({ mobile }) => mobile)).toEqual(['1', '2']);
  });

  it('leaves a line in the audit trail', async () => {
    const database = await databases.open();
    const entry = {
      actor: 'command-line',
      action: 'offices.imported',
      subject: { type: 'file', id: '单位.csv' },
      detail: { rows: 1 },
    };
    await directoryStoreOn(database).save([anOffice('甲')], [entry]);
    expect(await database.read((queries) => queries.auditEntry.findMany())).toMatchObject([
      { at: BigInt(NOW), actor: 'command-line', subjectId: '单位.csv', detail: '{"rows":1}' },
    ]);
  });
});

describe('a directory of thousands', () => {
  it('is read as well as a small one: no statement takes a parameter for each office', async () => {
    const directory = await emptyDirectory();
    const offices = Array.from({ length: 1200 }, (_, n) => anOffice(`单位${n}`, { rosters: ['各单位'] }));
    await directory.save(offices, []);
    const loaded = await directory.load();
    expect(loaded.offices).toHaveLength(1200);
    expect(loaded.offices.at(-1)).toMatchObject({ name: '单位1199', rosters: ['各单位'] });
  });
});

describe('leaves', () => {
  /** Monday 2017-12-18. */
  const today = civilDateOf(NOW);
  const oneOffice = async () => {
    const database = await databases.open();
    const directory = directoryStoreOn(database);
    await directory.save([anOffice('甲', { people: [aPerson('张敏'), aPerson('李强', { role: 'liaison-b' })] })], []);
    let events = 0;
    const change = () => {
      events += 1;
      return { eventId: `event-${events}`, audit: [] };
    };
    const take = (fromOn: string, toOn: string, personId = 'person-1') =>
      directory.addAbsence({ personId, fromOn: civil(fromOn), toOn: civil(toOn) }, change());
    const held = async () => ((await directory.load()).absences ?? []).map(({ fromOn, toOn }) => [fromOn, toOn]);
    return { database, directory, change, take, held };
  };

  it('are stored by person and loaded in order', async () => {
    const { directory, take } = await oneOffice();
    await take('2017-12-25', '2017-12-26');
    await take('2017-12-20', '2017-12-21', 'person-2');
    expect((await directory.load()).absences).toEqual([
      { personId: 'person-2', fromOn: '2017-12-20', toOn: '2017-12-21' },
      { personId: 'person-1', fromOn: '2017-12-25', toOn: '2017-12-26' },
    ]);
  });

  it.each([
    ['overlapping', '2017-12-22', '2017-12-27', [['2017-12-20', '2017-12-27']]],
    ['within', '2017-12-21', '2017-12-21', [['2017-12-20', '2017-12-22']]],
    ['around', '2017-12-19', '2017-12-30', [['2017-12-19', '2017-12-30']]],
    ['on the day after', '2017-12-23', '2017-12-24', [['2017-12-20', '2017-12-24']]],
    [
      'with a day between',
      '2017-12-24',
      '2017-12-24',
      [
        ['2017-12-20', '2017-12-22'],
        ['2017-12-24', '2017-12-24'],
      ],
    ],
  ])('of one person that touch become one: %s', async (_, fromOn, toOn, expected) => {
    const { take, held } = await oneOffice();
    await take('2017-12-20', '2017-12-22');
    await take('2017-12-20', '2017-12-22', 'person-2');
    const taken = await take(fromOn, toOn);
    expect(expected).toContainEqual([taken?.fromOn, taken?.toOn]);
    expect(await held()).toEqual(expect.arrayContaining([...expected, ['2017-12-20', '2017-12-22']]));
    expect(await held()).toHaveLength(expected.length + 1);
  });

  it('count once for each event', async () => {
    const { directory, held } = await oneOffice();
    const change = { eventId: 'event-x', audit: [] };
    const absence = { personId: 'person-1', fromOn: today, toOn: addDays(today, 2) };
    expect(await directory.addAbsence(absence, change)).toEqual(absence);
    expect(await directory.endAbsence('person-1', today, { eventId: 'event-y', audit: [] })).toEqual([absence]);
    expect(await directory.addAbsence(absence, change)).toBeNull();
    expect(await directory.endAbsence('person-1', today, { eventId: 'event-y', audit: [] })).toBeNull();
    expect(await held()).toEqual([]);
  });

  it('that run end yesterday, those to come are gone, those of others and of the past stay', async () => {
    const { directory, change, take, held } = await oneOffice();
    await take('2017-12-15', '2017-12-20');
    await take('2018-01-08', '2018-01-09');
    await take('2017-12-04', '2017-12-05');
    await take('2017-12-18', '2017-12-19', 'person-2');
    const ended = await directory.endAbsence('person-1', today, change());
    expect(ended?.map(({ fromOn }) => fromOn)).toEqual(['2017-12-15', '2018-01-08']);
    expect(await held()).toEqual([
      ['2017-12-04', '2017-12-05'],
      ['2017-12-15', '2017-12-17'],
      ['2017-12-18', '2017-12-19'],
    ]);
    expect(await directory.endAbsence('person-1', today, change())).toEqual([]);
  });

  it('that are long over are not loaded', async () => {
    const { take, held } = await oneOffice();
    await take('2017-10-01', '2017-11-17');
    await take('2017-10-01', '2017-11-18', 'person-2');
    expect(await held()).toEqual([['2017-10-01', '2017-11-18']]);
  });

  it('leave a line in the audit trail', async () => {
    const { database, directory } = await oneOffice();
    const entry = { actor: 'person-1', action: 'person.away', subject: { type: 'person', id: 'person-1' }, detail: {} };
    const absence = { personId: 'person-1', fromOn: today, toOn: today };
    await directory.addAbsence(absence, { eventId: 'event-a', audit: [entry] });
    expect(await database.read((queries) => queries.auditEntry.findMany())).toMatchObject([{ action: 'person.away' }]);
  });
});
