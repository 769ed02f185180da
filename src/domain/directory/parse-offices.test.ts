import { describe, expect, it } from 'vitest';
import { isBlocking, type OfficeProblem } from './office-problem.ts';
import { templateRows } from './office-rows.ts';
import { parseOffices } from './parse-offices.ts';

const HEADER = ['单位', '别名', '名册', '角色', '姓名', '手机', '邮箱', 'open_id'];

function parse(...rows: readonly (readonly string[])[]) {
  return parseOffices(rows.map((cells, at) => ({ cells, place: `第 ${at + 1} 行` })));
}

function kinds(problems: readonly OfficeProblem[]): readonly string[] {
  return problems.map(({ kind }) => kind);
}

describe('reading the rows of an offices file', () => {
  it('reads offices, aliases, rosters and posts', () => {
    const { offices, problems } = parse(
      HEADER,
      ['局办公室', '办公室;局办', '各科室', '联络人A', '张三', '13800000001', 'z@example.com', 'ou_1'],
      ['局办公室', '', '', '负责人', '李四', '13800000002', '', ''],
    );
    expect(problems).toEqual([]);
    expect(offices).toEqual([
      {
        name: '局办公室',
        aliases: ['办公室', '局办'],
        rosters: ['各科室'],
        people: [
          { role: 'liaison-a', name: '张三', mobile: '13800000001', email: 'z@example.com', openId: 'ou_1' },
          { role: 'head', name: '李四', mobile: '13800000002', email: null, openId: null },
        ],
      },
    ]);
  });

  it('finds the header under a title, with other words for the columns, in any order and with columns of no concern', () => {
    const { offices, problems } = parse(
      ['2026 年联络人名单'],
      [],
      ['序号', '姓 名', '手机号码', '职务', '科室(单位)', '备注'],
      ['1', '张 三', '138 0000 0001', 'A 角', '人 事 科', '新任'],
    );
    expect(problems).toEqual([]);
    expect(offices).toEqual([
      {
        name: '人事科',
        aliases: [],
        rosters: [],
        people: [{ role: 'liaison-a', name: '张三', mobile: '13800000001', email: null, openId: null }],
      },
    ]);
  });

  it('takes an empty 单位 as the office above, and a row without 姓名 as the declaration of an office', () => {
    const { offices, problems } = parse(
      HEADER,
      ['法规科', '', '', '联络人A', '张三', '13800000001'],
      ['', '政策科', '', '联络人B', '李四', '13800000002'],
      ['数据中心', '', '各单位'],
    );
    expect(offices.map(({ name, people }) => [name, people.length])).toEqual([
      ['法规科', 2],
      ['数据中心', 0],
    ]);
    expect(offices[0]?.aliases).toEqual(['政策科']);
    expect(problems).toEqual([{ kind: 'no-liaison', place: '第 4 行', office: '数据中心' }]);
  });

  it.each([
    ['A;B', ['A', 'B']],
    ['A\uff1bB', ['A', 'B']],
    ['A、B', ['A', 'B']],
    ['A\nB', ['A', 'B']],
    ['A、\nB、', ['A', 'B']],
    ['各区、各部门;', ['各区、各部门']],
    ['A; ;A;', ['A']],
    ['无', []],
  ])('reads the names %j', (cell, names) => {
    expect(parse(HEADER, ['法规科', '', cell]).offices[0]?.rosters).toEqual(names);
  });

  it.each([
    ['联络人A', 'liaison-a'],
    ['联络人\uff21', 'liaison-a'],
    ['联络人', 'liaison-a'],
    ['A角', 'liaison-a'],
    ['a 角', 'liaison-a'],
    ['联络人\uff08B角\uff09', 'liaison-b'],
    ['负责人', 'head'],
    ['分管领导', 'leader-in-charge'],
    ['主要负责人', 'top-leader'],
    ['主管机构', 'governing'],
    ['监督', 'supervisor'],
  ])('reads the role %s', (word, role) => {
    expect(parse(HEADER, ['法规科', '', '', word, '张三', '13800000001']).offices[0]?.people[0]?.role).toBe(role);
  });

  it('lets one row give a person two roles', () => {
    const { offices } = parse(HEADER, ['法规科', '', '', '联络人A、负责人', '张三', '13800000001']);
    expect(offices[0]?.people.map(({ role }) => role)).toEqual(['liaison-a', 'head']);
  });

  it('completes a person from another row of the same office', () => {
    const { offices, problems } = parse(
      HEADER,
      ['法规科', '', '', '联络人A', '张三', '+86 138-0000-0001'],
      ['', '', '', '负责人', '张三', '', '', 'ou_1'],
    );
    expect(problems).toEqual([]);
    expect(offices[0]?.people.map(({ mobile, openId }) => [mobile, openId])).toEqual([
      ['13800000001', 'ou_1'],
      ['13800000001', 'ou_1'],
    ]);
  });

  it('leaves the template’s own lines out and says so', () => {
    const { offices, problems } = parse(...templateRows(), ['法规科', '', '', 'A角', '张三', '13800000001']);
    expect(offices.map(({ name }) => name)).toEqual(['法规科']);
    expect(kinds(problems)).toEqual(['example-row', 'example-row']);
  });
});

describe('what stops an import', () => {
  it.each([
    ['no header', [['法规科', '张三']], { kind: 'missing-header', place: null, columns: ['office'] }],
    [
      'people without a column for roles',
      [
        ['单位', '姓名'],
        ['法规科', '张三'],
      ],
      { kind: 'missing-header', place: null, columns: ['role'] },
    ],
    [
      'a role nobody knows',
      [HEADER, ['法规科', '', '', '科长', '张三', '13800000001']],
      { kind: 'unknown-role', place: '第 2 行', name: '张三', value: '科长' },
    ],
    [
      'a person without a role',
      [HEADER, ['法规科', '', '', '', '张三', '13800000001']],
      { kind: 'unknown-role', place: '第 2 行', name: '张三', value: '' },
    ],
    [
      'an alias of two offices',
      [HEADER, ['法规科', '政策科'], ['审批科', '政策科']],
      { kind: 'conflicting-alias', place: '第 3 行', alias: '政策科', offices: ['法规科', '审批科'] },
    ],
    [
      'an alias that is another office',
      [HEADER, ['法规科', '审批科'], ['审批科']],
      { kind: 'conflicting-alias', place: '第 3 行', alias: '审批科', offices: ['法规科', '审批科'] },
    ],
  ] as const)('%s', (_, rows, problem) => {
    const { problems } = parse(...rows);
    expect(problems.filter(isBlocking)).toEqual([problem]);
  });
});

describe('what an import only warns of', () => {
  const LIAISON = ['法规科', '', '', '联络人A', '张三', '13800000001'];

  it.each([
    [
      'a mobile number with a digit too few',
      [['法规科', '', '', '联络人A', '张三', '1380000001']],
      { kind: 'bad-contact', place: '第 2 行', name: '张三', column: 'mobile', value: '1380000001' },
    ],
    [
      'a mobile number that a spreadsheet has shortened',
      [['法规科', '', '', '联络人A', '张三', '1.38E+10']],
      { kind: 'bad-contact', place: '第 2 行', name: '张三', column: 'mobile', value: '1.38E+10' },
    ],
    [
      'an id of another kind',
      [[...LIAISON, '', 'on_1']],
      { kind: 'bad-contact', place: '第 2 行', name: '张三', column: 'openId', value: 'on_1' },
    ],
    [
      'nothing to reach a person by',
      [LIAISON, ['', '', '', '负责人', '李四']],
      { kind: 'no-contact', place: '第 3 行', name: '李四', role: 'head' },
    ],
    [
      'one person with two numbers',
      [LIAISON, ['', '', '', '负责人', '张三', '13800000009']],
      { kind: 'different-mobiles', place: '第 3 行', name: '张三', mobiles: ['13800000001', '13800000009'] },
    ],
    [
      'one number for two people',
      [LIAISON, ['', '', '', '负责人', '李四', '13800000001']],
      { kind: 'shared-contact', place: '第 3 行', column: 'mobile', value: '13800000001', names: ['张三', '李四'] },
    ],
    [
      'an office spelled in two ways',
      [['科(甲)', ...LIAISON.slice(1)], ['科\uff08甲\uff09']],
      { kind: 'office-spelled-twice', place: '第 3 行', office: '科(甲)', value: '科\uff08甲\uff09' },
    ],
    [
      'no liaison',
      [['法规科', '', '', '负责人', '张三', '13800000001']],
      { kind: 'no-liaison', place: '第 2 行', office: '法规科' },
    ],
    [
      'a number without a name',
      [LIAISON, ['', '', '', '联络人B', '', '13800000009']],
      { kind: 'name-missing', place: '第 3 行', office: '法规科' },
    ],
    [
      'a first row without an office',
      [['', '', '', '联络人A', '李四', '13800000009'], LIAISON],
      { kind: 'office-missing', place: '第 2 行', name: '李四' },
    ],
  ] as const)('%s', (_, rows, problem) => {
    const { problems } = parse(HEADER, ...rows);
    expect(problems).toEqual([problem]);
    expect(problems.some(isBlocking)).toBe(false);
  });

  it('keeps a bad number as it was written', () => {
    const { offices } = parse(HEADER, ['法规科', '', '', '联络人A', '张三', '0750-3838438转2']);
    expect(offices[0]?.people[0]?.mobile).toBe('0750-3838438转2');
  });

  it('does not take two people of one name for one where their ids differ', () => {
    const { problems } = parse(
      HEADER,
      ['法规科', '', '', '联络人A', '张三', '13800000001', '', 'ou_1'],
      ['审批科', '', '', '联络人A', '张三', '13800000002', '', 'ou_2'],
    );
    expect(problems).toEqual([]);
  });
});
