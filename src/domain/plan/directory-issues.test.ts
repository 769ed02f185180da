import { describe, expect, it } from 'vitest';
import { aDirectory } from '../../../tests/support/parts.ts';
import { aTask } from '../../../tests/support/stored-plan.ts';
import { directoryIssues, officesToDeclare } from './directory-issues.ts';
import type { DraftOffice, ImportReport } from './import-report.ts';

const DIRECTORY = aDirectory({
  办公室: { posts: [['liaison-a', '孙静']], rosters: ['各处室'] },
  法规处: { posts: [['leader-in-charge', '赵局']] },
  信息中心: { posts: [['liaison-a', '王芳?']] },
  宣传处: { posts: [['head', '钱处']] },
  '规划处(一)': { posts: [['head', '周处']] },
  '规划处(二)': { posts: [['head', '吴处']] },
});

const office = (name: string, more: Partial<DraftOffice> = {}): DraftOffice => ({
  name,
  role: 'lead',
  fanOut: null,
  inferred: false,
  ...more,
});

function report(...rows: DraftOffice[][]): ImportReport {
  const tasks = rows.map((offices, order) => aTask({ order, offices }));
  return { plan: { title: null, year: null, issuedOn: null, issuer: null }, tasks, issues: [], layout: null };
}

const kindsOf = (...rows: DraftOffice[][]) =>
  directoryIssues(report(...rows), DIRECTORY).map(({ kind, phrases }) => `${kind} ${phrases[0]?.text}`);

describe('what the offices list cannot answer about a plan', () => {
  it.each([
    ['an office nobody knows', office('外事处'), ['unknown-office 外事处']],
    ['a name that fits two offices', office('规划处'), ['ambiguous-office 规划处']],
    ['an office with nobody to write to', office('法规处'), ['no-liaison 法规处']],
    ['a roster nobody has declared', office('各科室', { fanOut: 'all' }), ['unknown-roster 各科室']],
    ['an office in support is asked about as well', office('外事处', { role: 'support' }), ['unknown-office 外事处']],
    ['a known office', office('局办公室'), []],
    ['an office with a head only', office('宣传处'), []],
    ['a liaison whom the platform has not told yet', office('信息中心'), []],
    ['a declared roster', office('各处室', { fanOut: 'all' }), []],
    ['a lead above the bureau', office('省政府办公厅', { role: 'upstream' }), []],
    ['各相关处室, which somebody will pick', office('各相关处室', { fanOut: 'relevant' }), []],
    ['the office that an event decides', office('文件起草处室', { fanOut: 'event' }), []],
  ])('%s', (_, named, issues) => {
    expect(kindsOf([named])).toEqual(issues);
  });

  it('each name is asked about once, at its first place', () => {
    const issues = directoryIssues(report([office('办公室')], [office('外事处')], [office('外事处')]), DIRECTORY);
    expect(issues).toMatchObject([{ task: '2', phrases: [{ text: '外事处', place: '表 1 第 3 行' }] }]);
  });

  it('without any offices there is one question, not one a name', () => {
    const issues = directoryIssues(report([office('办公室'), office('外事处')]), aDirectory({}));
    expect(issues.map(({ kind }) => kind)).toEqual(['no-offices']);
  });
});

describe('a name that is nearly one of the list', () => {
  it('is asked about as the same office, with every row that names it', () => {
    const directory = aDirectory({ 房屋征收科: { posts: [['liaison-a', '孙静']] } });
    const issues = directoryIssues(
      report([office('房屋拆迁科')], [office('房屋征收科')], [office('房屋拆迁科')]),
      directory,
    );
    expect(issues).toMatchObject([
      {
        kind: 'similar-office',
        tasks: [0, 2],
        suggestion: '名单中没有“房屋拆迁科”，与“房屋征收科”是否同一单位？是则补充别名，否则发布时登记为新单位',
      },
    ]);
  });

  it('a name without the 市 of its neighbour is shown with it', () => {
    const directory = aDirectory({ 市财政局: { posts: [['liaison-a', '孙静']] } });
    expect(directoryIssues(report([office('市财政局'), office('统计局')]), directory)[0]?.suggestion).toContain(
      '即“市统计局”',
    );
  });
});

it('only a name that fits several offices keeps a plan from going into force', () => {
  const issues = directoryIssues(report([office('外事处'), office('规划处'), office('法规处')]), DIRECTORY);
  expect(issues.map(({ kind, blocking }) => [kind, blocking])).toEqual([
    ['unknown-office', false],
    ['ambiguous-office', true],
    ['no-liaison', false],
  ]);
});

describe('offices to declare', () => {
  it('are the unknown names, not rosters, not those that could be several, not leads above the bureau', () => {
    const offices = [
      office('外事处'),
      office('办公室'),
      office('规划处'),
      office('各科室', { fanOut: 'all' }),
      office('省政府办公厅', { role: 'upstream' }),
    ];
    expect(officesToDeclare(report(offices, [office('外事处')]), DIRECTORY)).toEqual(['外事处']);
  });
});
