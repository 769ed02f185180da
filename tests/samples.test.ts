import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { LibraryTableFile } from '../src/adapters/documents/table-file.ts';
import type { Directory } from '../src/domain/directory/directory.ts';
import { findOffice, recipientOf, rosterMembers } from '../src/domain/directory/find-office.ts';
import { isOfficesHeader } from '../src/domain/directory/office-columns.ts';
import { type ParsedOffices, parseOffices } from '../src/domain/directory/parse-offices.ts';
import type { ImportReport } from '../src/domain/plan/import-report.ts';
import { readPlan } from '../src/domain/plan/read-plan.ts';
import type { Rule } from '../src/domain/plan/rule.ts';

/** The Monday for which the sample is made. */
const MONDAY = '2026-03-30';
const THREE_DAYS_ON = '2026-04-02';

async function sampleOffices(): Promise<ParsedOffices> {
  const bytes = await readFile(new URL('../samples/offices.csv', import.meta.url));
  return parseOffices((await new LibraryTableFile().read({ name: 'offices.csv', bytes }, isOfficesHeader)).rows);
}

async function samplePlan(): Promise<ImportReport> {
  const text = await readFile(new URL('../samples/plan.txt', import.meta.url), 'utf8');
  const blocks = text.split('\n').map((line, at) => ({ type: 'line', text: line, place: `第 ${at + 1} 行` }) as const);
  const read = readPlan({ document: { name: 'plan.txt', blocks }, year: null, issuedOn: null });
  if (!read.ok) throw new Error(`the sample plan is refused: ${read.error.kind}`);
  return read.value;
}

function asDirectory({ offices }: ParsedOffices): Directory {
  const posts = offices.flatMap((office) => office.people.map((person) => ({ office, person })));
  const people = new Map(
    posts.map(({ person }) => [person.name, { ...person, id: person.name, active: true, unreachableOn: null }]),
  );
  return {
    offices: offices.map((office, order) => ({ ...office, id: office.name, order })),
    people: [...people.values()],
    posts: posts.map(({ office, person }) => ({ officeId: office.name, personId: person.name, role: person.role })),
  };
}

describe('the sample bureau', () => {
  it('is read without anything to correct: 12 offices, 20 people, two rosters, every role', async () => {
    const { offices, problems } = await sampleOffices();
    const people = offices.flatMap((office) => office.people);
    expect(problems).toEqual([]);
    expect(offices).toHaveLength(12);
    expect(new Set(people.map(({ openId }) => openId)).size).toBe(20);
    expect(new Set(offices.flatMap(({ rosters }) => rosters))).toEqual(new Set(['各科室', '各单位']));
    expect(new Set(people.map(({ role }) => role)).size).toBe(7);
    for (const { openId, mobile } of people) {
      expect(openId).toMatch(/^ou_sample_\d{2}$/);
      expect(mobile).toMatch(/^138000000\d{2}$/);
    }
  });

  it('has somebody to write to in every office', async () => {
    const directory = asDirectory(await sampleOffices());
    for (const { id } of directory.offices) expect(recipientOf(directory, id)).toMatchObject({ as: 'liaison-a' });
  });
});

describe('the sample plan', () => {
  it('is read as the plan of its year, row by row', async () => {
    const { plan, tasks } = await samplePlan();
    expect(plan).toEqual({
      title: '临江市云溪区城市运行管理局2026年政务公开工作要点',
      year: 2026,
      issuedOn: '2026-01-20',
      issuer: '临江市云溪区城市运行管理局',
    });
    expect(tasks.map(({ no, area }) => `${area[0]} ${no}`)).toEqual([
      ...['1', '2', '3(1)', '3(2)', '3(3)', '3(4)', '4', '5', '6'].map((no) => `夯实公开基础 ${no}`),
      ...['1', '2', '3', '4'].map((no) => `做实政策解读 ${no}`),
      ...['1', '2', '3', '4', '5'].map((no) => `回应群众关切 ${no}`),
      ...['1', '2', '3', '4', '5'].map((no) => `办好公开平台 ${no}`),
      ...['1', '2', '3', '4'].map((no) => `扩大公众参与 ${no}`),
      ...['1', '2', '3', '4'].map((no) => `加强组织保障 ${no}`),
    ]);
  });

  it('leaves three questions: two dates that others set, and one that was past when the plan was issued', async () => {
    const { issues } = await samplePlan();
    // What stands outside the rows is listed for information; nothing about a row has to be decided there.
    const questions = issues.filter(({ kind }) => kind !== 'outside-rows');
    expect(questions.map(({ kind, phrases }) => [kind, phrases[0]?.text])).toEqual([
      ['awaiting-date', '按区财政局规定时间公开'],
      ['awaiting-date', '待《临江市城市生命线安全管理办法》出台后'],
      ['past-at-birth', '2026年1月15日前'],
    ]);
    const others = issues.filter((issue) => !questions.includes(issue));
    expect(others.every(({ blocking, tasks }) => !blocking && tasks.length === 0)).toBe(true);
  });

  it('has every kind of rule', async () => {
    const kinds = countsOf((await rulesOf()).map(shapeOf));
    expect(kinds).toEqual({
      by: 11,
      'by soft': 1,
      'every half_year': 1,
      'every month': 1,
      'every quarter': 2,
      'every year': 1,
      'within day': 1,
      'within hour': 2,
      'within working_day': 4,
      'within working_day before': 1,
      standing: 7,
      'awaiting document': 1,
      'awaiting issuer': 1,
      from: 1,
      'quota month each-office': 1,
      'quota month whole-plan': 1,
      'quota year whole-plan': 2,
      rate: 2,
    });
  });

  it('has on its Monday something overdue, due today, due within three days and later', async () => {
    const dates = (await rulesOf()).flatMap((rule) => (rule.kind === 'by' ? [rule.on] : [])).toSorted();
    expect(dates.filter((on) => on < MONDAY)).toEqual(['2026-01-15', '2026-02-28', '2026-03-20']);
    expect(dates.filter((on) => on === MONDAY)).toHaveLength(1);
    expect(dates.filter((on) => on > MONDAY && on <= THREE_DAYS_ON)).toEqual(['2026-03-31', '2026-04-02']);
    expect(dates.filter((on) => on > THREE_DAYS_ON).length).toBeGreaterThan(4);
  });

  it('starts both hour clocks with one event', async () => {
    const hours = (await rulesOf()).filter((rule) => rule.kind === 'within' && rule.unit === 'hour');
    expect(hours).toMatchObject([{ n: 5 }, { n: 24 }]);
    expect(new Set(hours.map((rule) => rule.kind === 'within' && rule.event)).size).toBe(1);
  });

  it('names only offices and rosters of the sample bureau, in every role', async () => {
    const directory = asDirectory(await sampleOffices());
    const named = (await samplePlan()).tasks.flatMap(({ offices }) => offices);
    for (const { name } of named.filter(({ fanOut }) => fanOut === null)) {
      expect([name, findOffice(directory, name).kind]).toEqual([name, 'found']);
    }
    for (const { name } of named.filter(({ fanOut }) => fanOut === 'all')) {
      expect(rosterMembers(directory, name)).toMatchObject({ how: 'named', offices: { length: 12 } });
    }
    expect(new Set(named.map(({ role, fanOut }) => `${role} ${fanOut ?? ''}`.trim()))).toEqual(
      new Set(['lead', 'joint', 'responsible', 'responsible all', 'responsible event', 'support', 'support all']),
    );
    expect(named.some(({ inferred }) => inferred)).toBe(false);
  });
});

async function rulesOf(): Promise<readonly Rule[]> {
  return (await samplePlan()).tasks.flatMap(({ rules }) => rules);
}

/** The kind of a rule with what else tells it from others of the kind. */
function shapeOf(rule: Rule): string {
  switch (rule.kind) {
    case 'by':
      return rule.soft ? 'by soft' : 'by';
    case 'every':
      return `every ${rule.period}`;
    case 'within':
      return `within ${rule.unit}${rule.before ? ' before' : ''}`;
    case 'awaiting':
      return rule.document === null ? 'awaiting issuer' : 'awaiting document';
    case 'quota':
      return `quota ${rule.per} ${rule.scope}`;
    case 'standing':
    case 'from':
    case 'rate':
      return rule.kind;
  }
}

function countsOf(words: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((each) => each === word).length]));
}
