import { describe, expect, it } from 'vitest';
import type { DraftTask } from '../src/domain/plan/import-report.ts';
import {
  blocks,
  boxed,
  DRAWN,
  type Drawn,
  type Field,
  type Grid,
  gridOf,
  HEADS,
  type Heads,
  joined,
  paged,
  shifted,
  sideBySide,
  stacked,
  TITLE,
} from './support/draw-plan.ts';
import { documentOf, reportOf } from './support/read-plan-file.ts';

async function tasksIn(table: string): Promise<readonly DraftTask[]> {
  return reportOf(await documentOf('plan.txt', `${TITLE}\n\n${table}\n`), 2026).tasks;
}

/** What a row says, as far as the table has columns for it. */
function said(task: DraftTask, heads: Heads): Partial<Drawn> {
  const names = (...roles: readonly string[]): string =>
    task.offices.flatMap(({ name, role }) => (roles.includes(role) ? [name] : [])).join('、');
  const all = {
    item: task.text,
    area: task.area.at(-1) ?? '',
    lead: names('lead', 'responsible'),
    support: names('support'),
    due: task.printed.deadline.replace(/\s/g, ''),
    rule: task.rules.find(({ place }) => place === 'deadline-cell')?.kind ?? '',
  };
  return only(all, heads);
}

function only(row: Drawn, heads: Heads): Partial<Drawn> {
  const fields = heads.map(([field]) => field).filter((field): field is Exclude<Field, 'seq'> => field !== 'seq');
  return { ...Object.fromEntries(fields.map((field) => [field, row[field]])), rule: row.rule };
}

const WITHOUT_NUMBERS = HEADS.filter(([field]) => field !== 'seq');
/** Each of them is called something else in some bureau. */
const CALLED_OTHERWISE: readonly Heads[] = [
  [
    ['seq', '编号'],
    ['area', '信息类别'],
    ['item', '内容描述'],
    ['lead', '申报单位'],
    ['due', '拟完成时间'],
  ],
  [
    ['item', '决策事项名称'],
    ['lead', '承办部门'],
    ['due', '拟决策时间'],
    ['support', '参与单位'],
  ],
  [
    ['seq', '序号'],
    ['area', '栏目名称'],
    ['item', '具体内容'],
    ['due', '提供内容时效标准'],
    ['lead', '保障部门'],
  ],
  [
    ['seq', '项目编号'],
    ['area', '一级指标'],
    ['item', '抽查事项'],
    ['lead', '发起部门'],
    ['support', '联合部门'],
    ['due', '抽查时间'],
  ],
  [
    ['seq', '序号'],
    ['item', '整改问题'],
    ['lead', '谁来做'],
    ['support', '协助'],
    ['due', '什么时候完成'],
  ],
];
const ORDERS: readonly Heads[] = [HEADS, WITHOUT_NUMBERS, ...CALLED_OTHERWISE];

const WIDTHS = { seq: 8, area: 14, item: 30, lead: 12, support: 14, due: 16 } as const;
const NARROW = { seq: 4, area: 8, item: 16, lead: 8, support: 8, due: 8 } as const;
const widths = (heads: Heads, of: Readonly<Record<Field, number>> = WIDTHS) => heads.map(([field]) => of[field]);

/** A word of the header on two lines. */
function wrappedHead([heads = [], ...rows]: Grid): Grid {
  return [heads.map((word) => (word && word.length > 3 ? `${word.slice(0, 2)}\n${word.slice(2)}` : word)), ...rows];
}

const SHAPES: readonly (readonly [string, (grid: Grid, heads: Heads) => string])[] = [
  ['pipes between the cells', (grid) => joined(grid, ' | ')],
  ['pipes around the cells', (grid) => joined(grid, '|', '|')],
  ['pipes, the merged cells lost and the rows filled up', (grid) => shifted(grid)],
  ['pipes, one cell a line, the rows filled up', (grid) => shifted(grid, ' |\n', ' |')],
  ['pipes on lines of their own', (grid) => stacked(grid, '\n|\n')],
  ['tabs', (grid) => joined(grid, '\t')],
  ['tabs, one cell a line', (grid) => `\t${stacked(grid, '\n\t', '')}`],
  ['two spaces', (grid) => joined(grid, '  ')],
  ['one space', (grid) => joined(grid, ' ')],
  ['full-width spaces', (grid) => joined(grid, '　　')],
  ['one space, the header wrapped', (grid) => joined(wrappedHead(grid), ' ')],
  ['one cell a line', (grid) => stacked(grid)],
  ['one cell a line, with pages', (grid) => paged(grid, 5, (page) => stacked(page))],
  ['blank lines', (grid) => stacked(grid, '\n\n')],
  ['columns side by side', (grid, heads) => sideBySide(grid, widths(heads))],
  ['columns side by side, set in the middle', (grid, heads) => sideBySide(grid, widths(heads), { align: 'middle' })],
  [
    'columns side by side, blank lines between the rows',
    (grid, heads) => sideBySide(grid, widths(heads), { gap: true }),
  ],
  ['columns side by side, with pages', (grid, heads) => paged(grid, 6, (page) => sideBySide(page, widths(heads)))],
  ['narrow columns side by side', (grid, heads) => sideBySide(grid, widths(heads, NARROW))],
  ['drawn lines', (grid, heads) => boxed(grid, widths(heads))],
];

describe.each(SHAPES)('a table with %s', (_, draw) => {
  it.each(ORDERS.map((heads) => [heads.map(([, word]) => word).join(' '), heads] as const))(
    'gives each row its owners and its time: %s',
    async (__, heads) => {
      const tasks = await tasksIn(draw(gridOf(DRAWN, heads), heads));
      expect(tasks.map((task) => said(task, heads))).toEqual(DRAWN.map((row) => only(row, heads)));
    },
  );
});

describe('one task after the other, each thing said by its name', () => {
  it.each([
    ['：', '\n'],
    ['：', ''],
    ['\t', '\n'],
    [' | ', '\n'],
    ['\n', '\n'],
  ])('with %j behind the name and %j behind the task', async (mark, gap) => {
    const tasks = await tasksIn(blocks(gridOf(DRAWN, HEADS, 'repeated'), mark, gap));
    expect(tasks.map((task) => said(task, HEADS))).toEqual(DRAWN.map((row) => only(row, HEADS)));
  });
});

describe('a table that lost its header', () => {
  it.each([
    ['pipes', (grid: Grid) => joined(grid, ' | ')],
    ['tabs', (grid: Grid) => joined(grid, '\t')],
    ['wide gaps', (grid: Grid) => joined(grid, '  ')],
    ['one cell a line', (grid: Grid) => stacked(grid)],
    ['columns side by side', (grid: Grid) => sideBySide(grid, widths(HEADS))],
  ])('is read by what its cells say: %s', async (_, draw) => {
    const tasks = await tasksIn(draw(gridOf(DRAWN, HEADS).slice(1)));
    expect(tasks.map(({ text }) => text)).toEqual(DRAWN.map(({ item }) => item));
    expect(tasks.map(({ offices }) => offices[0]?.name)).toEqual(DRAWN.map(({ lead }) => lead));
    expect(tasks.map(({ rules }) => rules[0]?.kind)).toEqual(DRAWN.map(({ rule }) => rule));
  });
});

it('keeps the items of a table in which nobody has filled in who does them', async () => {
  const empty = DRAWN.map((row) => ({ ...row, lead: '', support: '', due: '' }));
  expect(await tasksIn(`${joined(gridOf(empty, HEADS), ' | ')}\n办公室：请各科室于6月底前填报`)).not.toEqual([]);
});

/** `no · areas · text · offices · rule kinds` of each task of a text printed as it stands. */
async function readAs(text: string): Promise<string[]> {
  const { tasks } = reportOf(await documentOf('plan.txt', text), 2026);
  return tasks.map(({ no, area, text: words, offices, rules }) =>
    [
      no ?? '-',
      area.join('>'),
      words,
      offices.map(({ name }) => name).join('、'),
      rules.map(({ kind }) => kind).join(),
    ].join(' · '),
  );
}

describe('a table as a bureau printed it', () => {
  it.each<[string, string, string[]]>([
    [
      'has sections counted 一, 二 in the column of numbers, and a merged leader that left no trace',
      '序号\t重点任务\t分管领导\t牵头单位\t配合单位\t时限\n一\t围绕就业抓公开\n1\t公布稳岗补贴名单\t林峰\t人社股\t财务股\t5月20日前\n2\t公布技能培训计划\t就业股\t\t每月末\n二\t围绕执法抓公开\n3\t公布执法检查结果\t何静\t法规股\t执法队\t检查后7个工作日内',
      [
        '1 · 一、围绕就业抓公开 · 公布稳岗补贴名单 · 人社股、财务股 · by',
        '2 · 一、围绕就业抓公开 · 公布技能培训计划 · 就业股 · every',
        '3 · 二、围绕执法抓公开 · 公布执法检查结果 · 法规股、执法队 · within',
      ],
    ],
    [
      'asks 具体要求 beside each 公开事项',
      '编号\n公开事项\n具体要求\n责任部门（责任人）\n完成时间\n1\n公布食堂收支情况\n公告栏张贴\n总务处（江主任）\n每月5日前\n2\n公布校服采购结果\n家长代表参加\n德育处（陆主任）\n合同签订后5日内\n3\n整理公开材料\n一事一档\n办公室（韦主任）\n12月底\n临江县实验小学办公室',
      [
        '1 ·  · 公布食堂收支情况 · 总务处 · every',
        '2 ·  · 公布校服采购结果 · 德育处 · within',
        '3 ·  · 整理公开材料 · 办公室 · by',
      ],
    ],
    [
      'is markdown, with bold areas, an empty one below, and a total',
      '| 领域 | 具体任务 | 责任单位 | 时限 |\n|:---|:---|:---:|---:|\n| **财政** | 公开部门预算 | 财务股 | 批复后20日内 |\n|  | 公开绩效评价结果 | 财务股<br>各股室 | 10月31日前 |\n| **环保** | 公开排污许可信息 | 监测站 | 实时 |\n| 合计 | 3项 | | |',
      [
        '- · 财政 · 公开部门预算 · 财务股 · within',
        '- · 财政 · 公开绩效评价结果 · 财务股、各股室 · by',
        '- · 环保 · 公开排污许可信息 · 监测站 · standing',
      ],
    ],
    [
      'closes only the rows that end with an empty cell',
      '序号|主要工作|牵头部门|参加部门|工作进度|备注\n一|政策发布|||\n1|集中公开规章|法规股|办公室|3月底前|\n2|政策多元解读|办公室|各股室|全年|\n二|平台建设|||\n3|新媒体备案|宣传股|各股室|4月10日前|逾期关停\n4|公报电子化|办公室|档案室|出版后3日内|',
      [
        '1 · 一、政策发布 · 集中公开规章 · 法规股、办公室 · by',
        '2 · 一、政策发布 · 政策多元解读 · 办公室、各股室 · standing',
        '3 · 二、平台建设 · 新媒体备案 · 宣传股、各股室 · by',
        '4 · 二、平台建设 · 公报电子化 · 办公室、档案室 · within',
      ],
    ],
    [
      'is padded with spaces, and signed below',
      '序号  公开任务        责任科室              完成时限\n1    公布作业标准      市容科                3月底\n2    公布整治点位      执法大队、各中队      每月5日前\n3    公示执法人员      法制科、人事科        全年更新\n4    回复投诉工单      指挥中心              2个工作日内\n             云州市城市管理局\n             2026年2月18日',
      [
        '1 ·  · 公布作业标准 · 市容科 · by',
        '2 ·  · 公布整治点位 · 执法大队、各中队 · every',
        '3 ·  · 公示执法人员 · 法制科、人事科 · standing',
        '4 ·  · 回复投诉工单 · 指挥中心 · within',
      ],
    ],
    [
      'titles each task in a line with a number and no word for it',
      '任务一：公开补贴政策\n工作步骤：先摸底，后公布\n责任部门：康复部\n协助部门：无\n完成时间：3月底前\n任务二：公示适配名单\n工作步骤：按批次公示\n责任部门：康复部\n协助部门：组联部\n完成时间：全年',
      ['- ·  · 公开补贴政策 · 康复部 · by', '- ·  · 公示适配名单 · 康复部、组联部 · standing'],
    ],
    [
      'names its rows by codes and repeats an owner by a mark',
      '任务编号\t任务内容\t牵头部门\t协同部门\t时间要求\nZW-01\t公布馆藏目录\t管理科\t各部门\t6月底前\nZW-02\t公布开放时间\t〃\t宣传科\t长期\nZW-03\t公布讲座安排\t宣传科\t同上\t每月末',
      [
        'ZW-01 ·  · 公布馆藏目录 · 管理科、各部门 · by',
        'ZW-02 ·  · 公布开放时间 · 管理科、宣传科 · standing',
        'ZW-03 ·  · 公布讲座安排 · 宣传科 · every',
      ],
    ],
    [
      'ticks quarters between pipes, with blank cells in every row',
      '| 序号 | 工作内容 | 责任部室 | 时间 | | |\n| | | | 一季度 | 二季度 | 三季度 |\n|---|---|---|---|---|---|\n| 1 | 公布预算 | 财务部 | √ | | |\n| 2 | 公布统计数据 | 综合部 | √ | √ | √ |\n| 3 | 举办开放日活动 | 办公室 | | | √ |',
      [
        '1 ·  · 公布预算 · 财务部 · by',
        '2 ·  · 公布统计数据 · 综合部 · by,by,by',
        '3 ·  · 举办开放日活动 · 办公室 · by',
      ],
    ],
    [
      'wraps narrow cells behind their number',
      '重点任务\n工作内容\n牵头科室\n配合科室\n时间要求\n一、\n政策\n解读\n1.编制解读材料并上网公布。\n法规科\n宣传科\n持续\n2.组织新闻发布会。\n宣传科\n办公室\n年底前\n二、\n平台\n建设\n3.清理闲置栏目。\n信息科\n各科室\n6月底前',
      [
        '1 · 一、政策解读 · 编制解读材料并上网公布。 · 法规科、宣传科 · standing',
        '2 · 一、政策解读 · 组织新闻发布会。 · 宣传科、办公室 · by',
        '3 · 二、平台建设 · 清理闲置栏目。 · 信息科、各科室 · by',
      ],
    ],
    [
      'has tasks whose words sound like a header, one field a line',
      '任务名称：公布服务标准\n责任科室：救助股\n完成时限：4月1日前\n进展情况：\n任务名称：公布机构名单\n责任科室：养老股\n完成时限：检查结束后15日内\n进展情况：',
      ['- ·  · 公布服务标准 · 救助股 · by', '- ·  · 公布机构名单 · 养老股 · within'],
    ],
    [
      'calls its offices by a word of its own, or by none that we know',
      '责任中队\t公开事项\t公开渠道\n一中队\t公布限行路段和时段\t公示栏\n二中队、法制室\t公布罚没物品处理结果\t网站\n三中队\t公布停车泊位\t网站',
      [
        '- ·  · 公布限行路段和时段 · 一中队 · ',
        '- ·  · 公布罚没物品处理结果 · 二中队、法制室 · ',
        '- ·  · 公布停车泊位 · 三中队 · ',
      ],
    ],
    [
      'says from when until when, and what its offices do with a task',
      '任务名称 | 抽查事项 | 时间自 | 抽取时间至 | 承办任务的科（室）\n取水 | 检查取水许可 | 2026/3/1 | 2026/9/30 | 水政科\n工地 | 检查扬尘防治 | 2026/5/1 | 2026/11/30 | 建管科、质监站',
      ['- · 取水 · 检查取水许可 · 水政科 · by', '- · 工地 · 检查扬尘防治 · 建管科、质监站 · by'],
    ],
    [
      'says the time of some rows in their remarks only',
      '序号\t工作事项\t承办科室\t备注\n1\t公布水价方案\t供水科\t6月底前完成\n2\t公布水质信息\t监测站\t\n3\t公布检修计划\t管网科\t联系人杜宁\n4\t公布热线号码\t调度科\t',
      [
        '1 ·  · 公布水价方案 · 供水科 · by',
        '2 ·  · 公布水质信息 · 监测站 · ',
        '3 ·  · 公布检修计划 · 管网科 · ',
        '4 ·  · 公布热线号码 · 调度科 · ',
      ],
    ],
  ])('%s', async (_, text, tasks) => {
    expect(await readAs(text)).toEqual(tasks);
  });
});
