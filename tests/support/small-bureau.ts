import type { Tenant } from '../../src/emulator/options.ts';

/** A bureau of four offices with a handful of people, all invented. */
export const LEADERS_GROUP = 'oc_leading_group';

export const TENANT: Tenant = {
  name: '云溪区数据局',
  users: [
    { openId: 'ou_zhangmin', name: '张敏', title: '法规科 联络人A' },
    { openId: 'ou_liqiang', name: '李强', title: '法规科 联络人B' },
    { openId: 'ou_wangfang', name: '王芳', title: '信息中心 联络人A' },
    { openId: 'ou_sunjing', name: '孙静', title: '办公室 联络人A' },
    { openId: 'ou_zhaolei', name: '赵磊', title: '局领导 分管领导' },
    { openId: 'ou_zhouke', name: '周科', title: '法规科 负责人' },
    { openId: 'ou_chenju', name: '陈局', title: '局领导 主要负责人' },
    { openId: 'ou_stranger', name: '路人', title: '不在名单' },
  ],
  groups: [
    {
      chatId: LEADERS_GROUP,
      name: '政务公开领导小组',
      memberOpenIds: ['ou_zhaolei', 'ou_sunjing'],
      botInside: true,
    },
  ],
};

export const OFFICES_CSV = `单位,别名,名册,角色,姓名,手机,邮箱,open_id
办公室,局办公室,各科室,联络人A,孙静,,,ou_sunjing
办公室,,,主管机构,孙静,,,ou_sunjing
法规科,,各科室,联络人A,张敏,,,ou_zhangmin
法规科,,,联络人B,李强,,,ou_liqiang
信息中心,,各科室,联络人A,王芳,,,ou_wangfang
局领导,,,分管领导,赵磊,,,ou_zhaolei
`;

/** Who leads, beside {@link OFFICES_CSV}: for what goes up the line. */
export const LEADERS_CSV = `单位,角色,姓名,open_id
法规科,负责人,周科,ou_zhouke
法规科,分管领导,赵磊,ou_zhaolei
局领导,主要负责人,陈局,ou_chenju
`;

export interface PlanRow {
  readonly text: string;
  readonly owner: string;
  readonly deadline: string;
}

/** What the bureau has to do unless a test says otherwise. */
export const PLAN_ROWS: readonly PlanRow[] = [
  { text: '公开部门预算', owner: '办公室负责', deadline: '4月30日前' },
  { text: '修订政府信息公开指南', owner: '法规科牵头，信息中心配合', deadline: '6月底前' },
];

/** One working day late on the morning of Monday 2026-03-30; 张敏 is asked for it. */
export const LATE_ROW: PlanRow = {
  text: '公布本年度行政规范性文件清单',
  owner: '法规科负责',
  deadline: '2026年3月27日前',
};

/** A plan in the form that web pages leave of a table: one cell a line. */
export function planText(rows: readonly PlanRow[], issuedOn = '2026-01-20'): string {
  const [year, month, day] = issuedOn.split('-').map(Number);
  const cells = rows.flatMap(({ text, owner, deadline }, index) => [`${index + 1}.${text}`, owner, deadline]);
  const lines = [
    `云溪区数据局${year}年政务公开工作要点分工方案`,
    `${year}年${month}月${day}日`,
    '序号',
    '任务',
    '工作要点',
    '负责单位',
    '完成时限',
    '1',
    '推进政务公开',
    ...cells,
  ];
  return `${lines.join('\n\n')}\n`;
}

/** The same of the city, which is above the bureau. */
export function cityPlanText(rows: readonly PlanRow[], issuedOn = '2026-01-10'): string {
  return planText(rows, issuedOn).replaceAll('云溪区数据局', '云州市人民政府');
}
