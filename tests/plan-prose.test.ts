import { describe, expect, it } from 'vitest';
import type { DraftTask, ImportReport } from '../src/domain/plan/import-report.ts';
import { documentOf, planDocument, reportOf } from './support/read-plan-file.ts';

const proseReport = async (name: string) => reportOf(await planDocument(`prose-${name}.txt`), 2026);

const ROLES = { lead: '牵头', joint: '会同', responsible: '', support: '配合', upstream: '上级' } as const;

/** `no · last heading · first words · offices · rules`. */
function line({ no, area, text, offices, rules }: DraftTask): string {
  const names = offices.map(({ name, role }) => `${name}${ROLES[role] && `(${ROLES[role]})`}`);
  const kinds = rules.map((rule) => (rule.kind === 'by' ? rule.on.slice(5) : rule.kind));
  return [no ?? '-', area.at(-1) ?? '-', text.slice(0, 6), names.join(' '), kinds.join(' ')].join(' · ');
}

const linesOf = async (name: string) => (await proseReport(name)).tasks.map(line);
const issueOf = ({ issues }: ImportReport, kind: string) =>
  issues.find((issue) => issue.kind === kind)?.phrases.map(({ text }) => text);

describe('clauses with a bracket', () => {
  it('are tasks, whatever stands in it and however it was wrapped', async () => {
    expect(await linesOf('brackets')).toEqual([
      '(一) · 二、重点任务 · 公开道路养护 · 公路股 养护中心 · standing',
      '(二) · 二、重点任务 · 公开线路调整 · 运输股 客运中心 稽查队 信息股 · ',
      '(五) · 二、重点任务 · 做好会议开放 · 局各分管领导 · ',
      '1 · 三、能力建设 · 办好政务信箱 · 办公室 · standing within',
      '2 · 三、能力建设 · 组织业务培训 · 人事股 · 06-30 quota',
      '3 · 三、能力建设 · 完善应急信息 · 信息股 各股室(配合) · 09-30',
      '4 · 三、能力建设 · 编制年度报告 · 办公室(牵头) 各股室(配合) · ',
    ]);
  });

  it('pair people with offices by position and ask where the lists differ', async () => {
    const report = await proseReport('brackets');
    expect(report.tasks[1]?.people).toContainEqual({ role: '责任人', name: '方晴', office: '稽查队' });
    expect(report.tasks[1]?.people).toContainEqual({ role: '牵头领导', name: '沈禾', office: null });
    expect(issueOf(report, 'leaders-unpaired')).toHaveLength(1);
  });

  it('leave clauses without one visible, and general parts outside', async () => {
    const report = await proseReport('brackets');
    expect(issueOf(report, 'clause-without-owner')).toEqual(['（四）细化公开目录。对照权责清单更新目录，不得遗漏。']);
    expect(issueOf(report, 'outside-rows')).toContain('（二）强化督促。办公室适时通报进展。');
    expect(report.layout).toBeNull();
  });

  it('keep what was printed', async () => {
    const { tasks } = await proseReport('brackets');
    expect(tasks[4]?.printed).toEqual({ owners: ['责任单位：人事股'], deadline: '6月底前', columns: [] });
  });
});

describe('owners outside brackets', () => {
  it('stand on lines of their own behind the clause, or in its last sentence', async () => {
    expect(await linesOf('owner-lines')).toEqual([
      '(一) · 一、深化教育公开 · 公布义务教育 · 基础教育科 · 04-30',
      '(二) · 一、深化教育公开 · 公布民办学校 · 民办教育科(牵头) 财务科(配合) 督导室(配合) · every',
      '(三) · 一、深化教育公开 · 公开校园食堂 · 安全科 · standing quota',
      '1 · 二、改进办事服务 · 推行转学网上 · 行政审批科 · 10-31',
      '2 · 二、改进办事服务 · 公布办事指南 · 行政审批科(牵头) 各科室(配合) · standing',
      '3 · 二、改进办事服务 · 清理证明事项 · 法规科 行政审批科 · ',
      '4 · 二、改进办事服务 · 整合服务热线 · 办公室 · ',
    ]);
  });

  it('stand before their clauses, in the heading, or once below a section', async () => {
    expect(await linesOf('offices-first')).toEqual([
      '1 · 一、重点任务 · 编制馆舍改造 · 规划科(牵头) · 06-30',
      '2 · 一、重点任务 · 公布改造进度 · 规划科(牵头) · ',
      '3 · 一、重点任务 · 延长开放时间 · 读者服务部(牵头) · ',
      '4 · 一、重点任务 · 每季度举办一 · 读者服务部(牵头) · quota',
      '1 · （一）办公室 · 汇总各科室工 · 办公室 · every',
      '2 · （一）办公室 · 做好会议服务 · 办公室 · ',
      '1 · （二）采编科 · 12月底前完 · 采编科 · 12-31',
      '1 · （三）信息技术科 · 升级检索系统 · 信息技术科 · 09-30',
      '1 · 三、志愿服务 · 招募志愿者。 · 读者服务部 · 11-30',
      '2 · 三、志愿服务 · 开展培训。 · 读者服务部 · 11-30',
      '1 · 四、馆际合作 · 与邻近县馆签 · 采编科 · ',
      '2 · 四、馆际合作 · 交换书目数据 · 采编科 · ',
      '3 · 四、馆际合作 · 联合举办展览 · 采编科 · ',
    ]);
  });

  it('close the words before them where several stand in one paragraph; an enumeration is one task', async () => {
    expect(await linesOf('several-blocks')).toEqual([
      '- · （一）改善就医体验 · 改善就医体验 · 医政科 · 06-30',
      '- · （一）改善就医体验 · 乡镇卫生院延 · 基层卫生科 各乡镇卫生院(配合) · ',
      '- · （一）改善就医体验 · 推行检查结果 · 医政科(牵头) 信息中心(配合) · every',
      '(二) · 一、主要内容 · 公开价格信息 · 财务科 · within',
      '(三) · 一、主要内容 · 公布下列信息 · 办公室 · ',
      '(四) · 一、主要内容 · 开展健康讲座 · 宣传科 · quota',
    ]);
  });
});

describe('time', () => {
  it('of a month heading is the deadline of the clauses below it', async () => {
    expect((await linesOf('months')).slice(0, 5)).toEqual([
      '- · - · 公布年度养护 · 绿化科 · 01-31',
      '- · - · 公布春节活动 · 游客服务科 · 02-28',
      '1 · 3—4月 · 发布赏花指南 · 宣传科 · 04-30',
      '2 · 3—4月 · 公布票价优惠 · 财务科 · 04-30',
      '1 · 第三季度 · 公布汛期闭园 · 安全科 · 09-30',
    ]);
  });

  it('makes tasks of the innermost clauses where no owner stands anywhere', async () => {
    const report = await proseReport('deadlines-only');
    expect(report.tasks.map(line)).toEqual([
      '(一) · 二、工作任务 · 开放档案目录 ·  · 03-31 10-31',
      '1 · （二）改进查阅服务 · 查阅申请当日 ·  · ',
      '2 · （二）改进查阅服务 · 每月公布查阅 ·  · every',
      '(三) · 二、工作任务 · 建设数字档案 ·  · 12-31',
    ]);
    expect(issueOf(report, 'missing-owner')).toHaveLength(4);
  });
});

describe('running text beside a table', () => {
  it('is set against the rows that say the same', async () => {
    const report = await proseReport('and-annex');
    expect(report.tasks).toHaveLength(3);
    expect(report.tasks[1]?.rules).toMatchObject([{ kind: 'standing', place: 'bracket' }]);
    expect(report.tasks[1]?.notes.map(({ kind }) => kind)).toEqual(['in-prose', 'from-prose']);
    expect(issueOf(report, 'conflict')).toEqual(['每月10日前', '每月15日前']);
    expect(issueOf(report, 'not-in-table')?.[0]).toMatch(/^4\.开展用水宣传/);
    expect(report.layout?.columns.map(({ kind }) => kind)).toEqual(['seq', 'item', 'owner', 'deadline']);
  });

  it('is the plan where the table only says whom to call', async () => {
    const report = await proseReport('contacts');
    expect(report.tasks.map(({ no }) => no)).toEqual(['一', '二', '三']);
    expect(report.layout).toBeNull();
  });
});

describe('running text without brackets', () => {
  it.each<[string, string, string[]]>([
    [
      'shares out the work by a line an office',
      '2026年政务公开职责分工\n县水务局办公室：负责统筹协调，6月底前制定清单。\n县财政局：负责预决算公开，8月底前完成。\n县审计局：负责审计结果公告，审定后30日内公布。',
      [
        '- · - · 负责统筹协调 · 县水务局办公室 · 06-30',
        '- · - · 负责预决算公 · 县财政局 · 08-31',
        '- · - · 负责审计结果 · 县审计局 · within',
      ],
    ],
    [
      'names who does it as the subject',
      '任务分解如下：\n一、规划股负责公开规划成果，批准后30日内完成。\n二、矿管股负责公布异常名录，10月底前完成。\n三、办公室负责汇总，12月10日前报送。',
      [
        '一 · - · 规划股负责公 · 规划股 · within',
        '二 · - · 矿管股负责公 · 矿管股 · 10-31',
        '三 · - · 办公室负责汇 · 办公室 · 12-10',
      ],
    ],
    [
      'heads each part with an office and who is in charge of it',
      '一、党政办（负责人：吴昊）\n1.编制公开指南，2月底前完成；\n2.每月更新网站栏目；\n二、财政所（负责人：郑洁）\n1.公开镇级预算，3月底前完成；\n2.每季度公示补贴发放情况。',
      [
        '1 · 一、党政办 · 编制公开指南 · 党政办 · 02-28',
        '2 · 一、党政办 · 每月更新网站 · 党政办 · every',
        '1 · 二、财政所 · 公开镇级预算 · 财政所 · 03-31',
        '2 · 二、财政所 · 每季度公示补 · 财政所 · every',
      ],
    ],
    [
      'says in the bracket who watches over it',
      '1.解读政策文件。（各起草科室负责，办公室督促）\n2.发布汛期预警。（防汛科、指挥中心负责，汛期实时发布）',
      ['1 · - · 解读政策文件 · 各起草科室 办公室(配合) · ', '2 · - · 发布汛期预警 · 防汛科 指挥中心 · standing'],
    ],
    [
      'says behind a dash who does it and by when',
      '1.更新诉讼指南。——立案庭，3月底前\n2.开展集中执行。——执行局牵头，政治部配合，9月底前\n3.公布终本案件。——执行局，持续推进',
      [
        '1 · - · 更新诉讼指南 · 立案庭 · 03-31',
        '2 · - · 开展集中执行 · 执行局(牵头) 政治部(配合) · 09-30',
        '3 · - · 公布终本案件 · 执行局 · standing',
      ],
    ],
    [
      'leads to it with a row of dots',
      '1. 修订防洪预案…………………防汛科　3月31日前\n2. 组织抢险演练......................防汛科牵头，各管理所参加　5月底前',
      ['1 · - · 修订防洪预案 · 防汛科 · 03-31', '2 · - · 组织抢险演练 · 防汛科(牵头) 各管理所(配合) · 05-31'],
    ],
    [
      'says it at the end of the sentence',
      '1.停课通知由教务处负责落实。\n2.国旗队由体育系安排。\n3.新建看台，所需经费由财务处负责落实。\n4.布置会场，收集稿件由学生处负责、审核由教务处负责。',
      ['1 · - · 停课通知 · 教务处 · ', '2 · - · 国旗队 · 体育系 · '],
    ],
    [
      'names a person right behind the office',
      '1.新建停车场。（规划建设办公室周海负责；财政所配合。8月底前完成）\n2.公布低保名单。（公共服务办公室陈秀兰负责；各村（社区）配合。按县委统一安排）',
      [
        '1 · - · 新建停车场。 · 规划建设办公室 财政所(配合) · 08-31',
        '2 · - · 公布低保名单 · 公共服务办公室 各村（社区）(配合) · awaiting',
      ],
    ],
    [
      'shares out the clauses by their numbers',
      '一、重点内容\n1.公开权责清单。\n2.公开收费标准。\n3.公开检查结果，9月底前完成。\n二、责任分工\n第1、3项由党政办负责；第2项由财务室牵头，城管科配合。',
      [
        '1 · 一、重点内容 · 公开权责清单 · 党政办 · ',
        '2 · 一、重点内容 · 公开收费标准 · 财务室(牵头) 城管科(配合) · ',
        '3 · 一、重点内容 · 公开检查结果 · 党政办 · 09-30',
      ],
    ],
    [
      'says so the other way round',
      '1.公开权责清单。\n2.公开收费标准。\n3.公开检查结果。\n党政办负责第1、2项，城管科负责第3项。',
      ['1 · - · 公开权责清单 · 党政办 · ', '2 · - · 公开收费标准 · 党政办 · ', '3 · - · 公开检查结果 · 城管科 · '],
    ],
    ...['【任务%】', '任务%', '（%）', '第%项'].map((mark): [string, string, string[]] => [
      `says it below ${mark} and above the words`,
      ['一', '二']
        .map((no) => `${mark.replace('%', no)}\n牵头单位：县住建局\n责任单位：县司法局\n公布审批流程，6月底前完成。`)
        .join('\n'),
      ['一', '二'].map(
        (no) =>
          `${mark === '（%）' ? `(${no})` : mark === '第%项' ? `第${no}项` : no} · - · 公布审批流程 · 县住建局(牵头) 县司法局 · 06-30`,
      ),
    ]),
    [
      'has the telephone below the office that heads a list',
      '一、财务科\n联系人：王芳\n（一）公布预算，3月底前完成。\n（二）公布采购结果。\n二、宣传科\n联系人：李强\n（一）举办开放日活动。\n（二）每月更新网站。',
      [
        '(一) · 一、财务科 · 公布预算，3 · 财务科 · 03-31',
        '(二) · 一、财务科 · 公布采购结果 · 财务科 · ',
        '(一) · 二、宣传科 · 举办开放日活 · 宣传科 · ',
        '(二) · 二、宣传科 · 每月更新网站 · 宣传科 · every',
      ],
    ],
    [
      'parts its labels with bars, under a month in brackets',
      '【3月】\n①编制优惠政策清单。【牵头：税政股｜配合：服务股】\n②召开座谈会。【牵头：服务股｜协同：各分局｜时限：每半年】\n长期坚持\n③公布欠税信息。【牵头：法制股｜配合：无】',
      [
        '① · 【3月】 · 编制优惠政策 · 税政股(牵头) 服务股(配合) · 03-31',
        '② · 【3月】 · 召开座谈会。 · 服务股(牵头) 各分局(配合) · every',
        '③ · 长期坚持 · 公布欠税信息 · 法制股(牵头) · standing',
      ],
    ],
  ])('%s', async (_, text, tasks) => {
    expect(reportOf(await documentOf('plan.txt', text), 2026).tasks.map(line)).toEqual(tasks);
  });
});
