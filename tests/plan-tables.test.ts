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
