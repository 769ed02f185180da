import { describe, expect, it } from 'vitest';
import { layOut } from '../src/domain/plan/layout/lay-out.ts';
import { readPlan } from '../src/domain/plan/read-plan.ts';
import { rowLine, table } from './support/drawn-tables.ts';
import { planDocument, reportOf } from './support/read-plan-file.ts';

const documentOf = (shape: string) => planDocument(`table-${shape}.txt`);

/** `no|areas|text|owners|deadline` of each row; `?` after what was filled in from above. */
async function rowsOf(shape: string): Promise<string[]> {
  const layout = layOut(await documentOf(shape));
  return (layout?.tables ?? []).flatMap(({ rows }) => rows.map(rowLine));
}

describe('a web page that sets pipes', () => {
  it('on lines of their own, the merged cells lost and the column of numbers not named', async () => {
    expect(await rowsOf('pipes-cells')).toEqual([
      '1|推进供水服务公开|公布水质监测结果,每季度更新一次,接受用户监督。|供水科=responsible|持续推进',
      '2|推进供水服务公开|公布停水检修计划,提前告知用户。|管网科=responsible|6月底前',
      '3|规范决策公开|公布重大行政决策事项目录,并在官网征求意见。|法规科牵头,\n供水科配合=responsible|3月底前',
      '4|规范决策公开|邀请利益相关方列席有关会议。|办公室=responsible|全年',
    ]);
  });

  it('behind each cell and for the empty ones, below the form of the page', async () => {
    expect(await rowsOf('pipes-ends')).toEqual([
      '1|一、公开养护和建设信息>(一)公开养护计划。|公布年度国省道养护计划和预算安排,并在官网设置专栏。|养护科 (应急办)=responsible|2月10日前',
      '2|一、公开养护和建设信息>(一)公开养护计划。|公布农村公路建设项目清单,并按季度更新工程进展。|建设科、计划科=responsible|每季度',
      '3|一、公开养护和建设信息>(二)公开执法信息。|公布行政执法事项目录及处罚依据,接受社会监督。|执法大队=responsible|6月底前',
      '4|二、做好运输服务公开>(一)公开线路。|公布公交线路调整方案,并听取乘客意见和建议。|各客运企业、 运输科=responsible|8月底前',
    ]);
  });

  it('around the rows, which are shifted where a merged cell is lost', async () => {
    expect(await rowsOf('pipes-rows')).toEqual([
      '|造林绿化|公布年度造林绿化计划和资金安排情况|造林科=responsible|3月底前',
      '|造林绿化|公布义务植树活动安排和参与方式|造林科=responsible|3月5日前',
      '|资源管理|公布林木采伐限额分配结果和办理流程|资源科=responsible|6月底前',
      '|资源管理|公布占用林地审批结果,并接受社会监督|审批科牵头,资源科配合=responsible|按月',
      '|森林防火|公布森林火险等级和值班电话|防火办=responsible|动态更新',
    ]);
  });

  it('in traditional characters, one header over two columns, both of them merged', async () => {
    expect(await rowsOf('traditional')).toEqual([
      '1|一、公開政策>(一)加大解讀力度|公佈減稅降費政策清單及辦理指南,並及時更新。|徵管科、辦公室=responsible|全年',
      '2|一、公開政策>(一)加大解讀力度|發佈政策解讀材料,說明適用範圍和辦理流程。|法規科=responsible|6月底前',
      '3|一、公開政策>(二)回應關切|公佈納稅人常見問題解答,按月補充。|納稅服務科=responsible|每月',
      '4|二、加強保障>(一)加強培訓|組織政務公開業務培訓,提高公開質量。|人事科牽頭,各科室配合=responsible|9月底前',
    ]);
  });

  it('behind an office that holds for several items', async () => {
    expect(await rowsOf('office-first')).toEqual([
      '||公布传染病疫情信息和防控提示。|疾控处=responsible|每月10日前',
      '||公布预防接种门诊名单及服务时间。|疾控处=responsible?|3月底前',
      '||公布医疗机构校验结果和处罚信息。|医政处=responsible|9月底前',
    ]);
  });
});

describe('a table without marks', () => {
  it('has one cell a line, wrapped ones too', async () => {
    expect(await rowsOf('lines')).toEqual([
      '1||公布养老机构名录及收费标准,每半年更新一次。|养老服务科=responsible|6月底前',
      '2||公布社会救助政策、办理条件和申请流程,方便群众查询。|社会救助科=responsible|3月底前',
      '3||公布慈善组织年度报告。|慈善事业科=responsible|5月31日前',
      '4||公布殡葬服务价格目录。|社会事务科牵头,财务科配合=responsible|全年',
    ]);
  });

  it('has blank lines between its cells, several owners among them, and a task beside another', async () => {
    expect(await rowsOf('paragraphs')).toEqual([
      '1||启动城东河道综合治理工程。|县水务局\n县住建局=responsible|12月底前',
      '2||新建3座人行天桥。|县住建局=responsible|9月底前',
      '3||开工建设老年养护楼。|县民政局=responsible|5月底前',
      '||改造两所乡镇敬老院。|县民政局=responsible?|10月底前',
      '4||改造老旧小区20个。|县住建局\n城关镇人民政府=responsible|12月底前',
    ]);
  });

  it('has only spaces between its columns, and inside of its items', async () => {
    expect(await rowsOf('spaces')).toEqual([
      '1||财政预算及说明|预算科=responsible|批复后20日内',
      '2||政府采购目录和限额标准|采购办=responsible|1月底前',
      '3||会计资格考试安排|会计科=responsible|按季度',
      '4||行政事业性收费目录|综合科=responsible|6月底前',
    ]);
  });

  it('has its deadlines under 备注', async () => {
    expect(await rowsOf('remark-deadline')).toEqual([
      '|项目公开|公布科技计划项目申报指南,明确申报条件和程序。|计划科=responsible|3月底前',
      '|项目公开|公布立项结果和资金安排,接受社会监督。|计划科、财务科=responsible|9月底前',
      '|政策公开|公布高新技术企业认定名单及奖补政策。|高新科=responsible|10月底前',
    ]);
  });
});

describe('a table flattened with tabs', () => {
  it('has its two levels of headers one after the other', async () => {
    expect(await rowsOf('two-levels')).toEqual([
      '1||公布安全生产执法检查计划,并抄送有关部门。|执法股=lead+法规股、办公室=support|2月底前',
      '2||公布应急避难场所名录和启用条件。|救灾股=lead|5月12日前',
      '3||公布重大隐患挂牌督办情况,按月更新。|监管股=lead+执法股=support|每月5日前',
    ]);
  });

  it('has a month before the items of that month', async () => {
    expect(await rowsOf('months')).toEqual([
      '||举办迎春灯谜会|活动部=responsible|一月',
      '||公布全年讲座安排|办公室=responsible|一月?',
      '||开展书香进校园活动|少儿部、流动服务部=responsible|三月',
      '||举办读书节系列活动|活动部=responsible|第二季度',
    ]);
  });
});

it.each([
  ['pipes-cells', 4],
  ['pipes-ends', 4],
  ['pipes-rows', 5],
  ['traditional', 4],
  ['office-first', 3],
  ['lines', 4],
  ['paragraphs', 5],
  ['spaces', 4],
  ['remark-deadline', 3],
  ['two-levels', 3],
  ['months', 4],
])('%s gives %i tasks, each with an office and a rule', async (shape, count) => {
  const { tasks } = reportOf(await documentOf(shape));
  expect(tasks).toHaveLength(count);
  for (const task of tasks) {
    expect(task.offices).not.toEqual([]);
    expect(task.rules).not.toEqual([]);
  }
});

describe('a web page in tables', () => {
  it('makes no task of the form above the plan', () => {
    const form = table(`
      索引号：   | 1234-2026-00012  | 分类：     | 政务公开
      发布机构： | 云州市住房保障局 | 成文日期： | 2026-01-20`);
    const plan = table(`
      工作领域 | 序号 | 具体事项       | 责任分工 | <        | 完成时限
      ^        | ^    | ^              | 牵头科室 | 配合科室 | ^
      住房公开 | 1    | 公布保障房源。 | 住房科   | 办公室   | 6月底前
      ^        | 2    | 公布分配结果。 | 分配科   | 各科室   | 9月底前`);
    const title = { type: 'paragraph' as const, text: '云州市住房保障局2026年政务公开工作分工方案', place: '第 1 段' };
    const read = readPlan({
      document: { name: 'plan.html', blocks: [title, form, plan] },
      year: 2026,
      issuedOn: null,
    });
    expect(read.ok && read.value.tasks.map((task) => task.text)).toEqual(['公布保障房源。', '公布分配结果。']);
  });
});

describe('a Word table flattened with tabs', () => {
  it('keeps the parts below both of two merged headers; when something begins is no deadline', async () => {
    expect(await rowsOf('two-groups')).toEqual([
      '1||建立规范性文件全周期管理平台|县司法局=lead+县大数据局=support|2023年10月底前',
      '2||上线惠农补贴查询专栏|县财政局=lead+县农业局=support|2023年6月底前',
      '3||编制乡镇政务公开事项目录|县政府办公室=lead+各乡镇=support|2023年9月底前',
    ]);
  });
});

/** The rows of a text; tabs are drawn as `¦`. */
function textRows(text: string): string[] {
  const blocks = text
    .split('\n')
    .map((line, at) => ({ type: 'line' as const, text: line.replaceAll('¦', '\t'), place: `第 ${at + 1} 行` }));
  return (layOut({ name: 'plan.txt', blocks })?.tables ?? []).flatMap(({ rows }) => rows.map(rowLine));
}

describe('a table in a text says who does it', () => {
  it.each<[string, string, string[]]>([
    [
      'by marks under the names of offices, as its legend explains them',
      '（●为牵头部门，○为配合部门）\n序号¦任务内容¦党政办¦财务处¦后勤处¦时限\n1¦公布机构设置¦●¦○¦¦3月底\n2¦公开预算¦○¦●¦¦8月31日前\n3¦公布招标结果¦¦¦●¦每季度',
      [
        '1||公布机构设置|党政办牵头，财务处配合=responsible|3月底',
        '2||公开预算|财务处牵头，党政办配合=responsible|8月31日前',
        '3||公布招标结果|后勤处牵头=responsible|每季度',
      ],
    ],
    [
      'by marks that nothing explains, below a word for owners',
      '序号¦工作事项¦责任单位¦¦¦完成时限\n¦¦综合处¦数据处¦安全处¦\n1¦编制公开目录¦√¦¦¦3月底前\n2¦公布资源清单¦√¦√¦¦6月底前\n3¦通报检查情况¦¦¦√¦每季度',
      [
        '1||编制公开目录|综合处负责=responsible|3月底前',
        '2||公布资源清单|综合处、数据处负责=responsible|6月底前',
        '3||通报检查情况|安全处负责=responsible|每季度',
      ],
    ],
    [
      'by letters for the roles',
      '| 序号 | 任务 | 县府办 | 县财政局 | 县人社局 | 完成时间 |\n|---|---|---|---|---|---|\n| 1 | 公布预算执行情况 | 协 | 主 | | 6月底前 |\n| 2 | 公布补贴名单 | | 协 | 主 | 9月底前 |\n| 3 | 编制年度报告 | 主 | | | 12月10日前 |',
      [
        '1||公布预算执行情况|县财政局牵头，县府办配合=responsible|6月底前',
        '2||公布补贴名单|县人社局牵头，县财政局配合=responsible|9月底前',
        '3||编制年度报告|县府办牵头=responsible|12月10日前',
      ],
    ],
    [
      'under parts that follow on a line of their own, with single spaces',
      '序号 重点任务 责任分工 完成时间\n主办科室 协办科室\n1 公布行政许可事项目录。 法规科 办公室 3月底前\n2 开展网站检查并通报结果。 信息中心 法规科 每季度\n3 公布预算和决算。 财务科 办公室 9月底前',
      [
        '1||公布行政许可事项目录。|法规科=lead+办公室=support|3月底前',
        '2||开展网站检查并通报结果。|信息中心=lead+法规科=support|每季度',
        '3||公布预算和决算。|财务科=lead+办公室=support|9月底前',
      ],
    ],
    [
      'in the print of a page, where words of the header and names of offices are cut',
      '序 责任 配合 完成\n任务内容\n号 科室 科室 时间\n1 修订公开指南和目录，清理空白栏\n目。 办公室 各科室 3月31日前\n2 公开稳岗返还政策和企业名单。 失\n业保险科 财务科 5月31日前\n3 公布就业补贴申领条件。 就业促进科 就业服务中\n心 4月底前',
      [
        '1||修订公开指南和目录，清理空白栏目。|办公室=responsible+各科室=support|3月31日前',
        '2||公开稳岗返还政策和企业名单。|失业保险科=responsible+财务科=support|5月31日前',
        '3||公布就业补贴申领条件。|就业促进科=responsible+就业服务中心=support|4月底前',
      ],
    ],
    [
      'beside when it begins, which is no deadline',
      '序号 工作内容 责任单位 完成时间 备注\n牵头 协办 启动 办结\n1 公布行政许可事项目录。 法规科 办公室 2月 3月底前\n2 开展网站检查并通报结果。 信息中心 法规科 1月 每季度\n3 公布预算和决算。 财务科 办公室 8月 9月底前',
      [
        '1||公布行政许可事项目录。|法规科=lead+办公室=support|3月底前',
        '2||开展网站检查并通报结果。|信息中心=lead+法规科=support|每季度',
        '3||公布预算和决算。|财务科=lead+办公室=support|9月底前',
      ],
    ],
    [
      'under 启动 and 完成 whose word is merged above them',
      '序号¦工作内容¦责任分工¦¦时间要求¦\n¦¦牵头科室¦配合单位¦启动¦完成\n1¦公布景区名录¦资源科¦办公室¦1月¦6月底前\n2¦推送开放预告¦服务科¦市图书馆¦2月¦每周四\n3¦办理旅游投诉¦质监所¦市场科¦1月¦全年',
      [
        '1||公布景区名录|资源科=lead+办公室=support|6月底前',
        '2||推送开放预告|服务科=lead+市图书馆=support|每周四',
        '3||办理旅游投诉|质监所=lead+市场科=support|全年',
      ],
    ],
    [
      'in rows that lost the merged name of the matter',
      '序号 | 业务事项 | 内容标准 | 责任办所 | 公开时限 | 公开形式 |\n1 | 机构信息 | 公开机构名称、地址和投诉渠道 | 党政办 | 3月底前 | 政府网站常规公开 |\n2 | 公开领导姓名、职务和工作分工 | 党政办 | 及时更新 | 政府网站常规公开 | |\n3 | 财政信息 | 公开本级收支总表和说明 | 财政所 | 批复后20日内 | 政府网站常规公开 |\n4 | 公开惠农补贴发放的名单和金额 | 财政所与经管站 | 每季度 | 公示栏 | |',
      [
        '1|机构信息|公开机构名称、地址和投诉渠道|党政办=responsible|3月底前',
        '2|机构信息|公开领导姓名、职务和工作分工|党政办=responsible|及时更新',
        '3|财政信息|公开本级收支总表和说明|财政所=responsible|批复后20日内',
        '4|财政信息|公开惠农补贴发放的名单和金额|财政所与经管站=responsible|每季度',
      ],
    ],
    [
      'beside the problem that a measure is about',
      '|问题|编号|改进措施|主责科室|协同科室|时限|\n|挂号排队时间长|1-1|增设自助挂号缴费机12台|门诊部|信息科|4月30日前|\n||1-2|开通诊间支付和移动支付|信息科|医保办|6月底前|\n|预约不集中|2-1|成立检查预约中心，统一安排检查时间|医务科|放射科|5月20日前|',
      [
        '1-1|挂号排队时间长|增设自助挂号缴费机12台|门诊部=lead+信息科=support|4月30日前',
        '1-2|挂号排队时间长|开通诊间支付和移动支付|信息科=lead+医保办=support|6月底前',
        '2-1|预约不集中|成立检查预约中心，统一安排检查时间|医务科=lead+放射科=support|5月20日前',
      ],
    ],
    [
      'in a catalogue of one cell a line, where the same words stand in every row and merged cells are lost',
      '一级目录 |\n二级目录 |\n公开内容 |\n公开形式 |\n公开时限 |\n公开主体 |\n机构信息 |\n内设机构 |\n公开科室名称和电话 |\n局网站 |\n变更后10个工作日内 |\n办公室 |\n水价目录 |\n公开居民用水价格清单 |\n局网站 |\n6月底前 |\n供水科 |\n检修计划 |\n提前公布停水检修计划 |\n局网站 |\n每季度 |\n管网科、办公室 |\n监督检查 |\n水质抽检 |\n公开水厂水质抽检结果 |\n局网站 |\n检测后5日内 |\n监测站 |',
      [
        '|机构信息>内设机构|公开科室名称和电话|办公室|变更后10个工作日内',
        '|水价目录|公开居民用水价格清单|供水科|6月底前',
        '|检修计划|提前公布停水检修计划|管网科、办公室|每季度',
        '|监督检查>水质抽检|公开水厂水质抽检结果|监测站|检测后5日内',
      ],
    ],
    [
      'in a tree whose task has a time of its own behind a comma, and whose time is blank',
      '\n¦一级任务\n¦二级任务\n¦三级任务\n¦负责科室\n¦完成期限\n\n¦审批服务\n¦优化流程\n¦编制一次告知清单\n¦法规科\n¦2026年4月\n\n¦压减取水许可审批时限，受理之日起5个工作日内办结\n¦行政审批窗口\n¦\n\n¦行业监管\n¦公布检测机构名录\n¦水政科\n¦随报随公布\n\n¦组织安全检查\n¦执法支队\n¦11月底前',
      [
        '|审批服务>优化流程|编制一次告知清单|法规科=responsible|2026年4月',
        '|审批服务>优化流程|压减取水许可审批时限，受理之日起5个工作日内办结|行政审批窗口=responsible|',
        '|行业监管|公布检测机构名录|水政科=responsible|随报随公布',
        '|行业监管|组织安全检查|执法支队=responsible|11月底前',
      ],
    ],
    [
      'under two words for owners that are joined',
      '序号¦主要任务¦牵头单位¦责任主体与协同单位¦完成时限\n1¦新建停车位300个。¦县住建局¦县自然资源局¦9月底前\n2¦改造水厂一座。¦县水利局¦各镇¦11月底前\n3¦新建公园一处。¦县城管局¦县住建局¦10月底前',
      [
        '1||新建停车位300个。|县住建局=lead+县自然资源局|9月底前',
        '2||改造水厂一座。|县水利局=lead+各镇|11月底前',
        '3||新建公园一处。|县城管局=lead+县住建局|10月底前',
      ],
    ],
  ])('%s', (_, text, rows) => {
    expect(textRows(text)).toEqual(rows);
  });
});
