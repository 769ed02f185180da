import ExcelJS from 'exceljs';
import { planDocx } from '../../tests/support/docx-builder.ts';

export type BenchFormat = 'docx' | 'xlsx';

const TITLE = '云州市2026年政务公开工作要点任务分工表';
const HEADER = ['领域', '序号', '工作任务', '责任单位', '完成时限'];
const ROWS_IN_AREA = 8;
const AREAS = ['决策公开', '执行公开', '管理服务公开', '结果公开', '政策解读', '回应关切', '平台建设', '机制保障'];
const VERBS = ['推进', '规范', '完善', '细化', '公开', '梳理', '更新', '落实'];
const OBJECTS = [
  '重大决策目录',
  '财政预决算信息',
  '民生项目进度',
  '行政许可事项',
  '政策问答库',
  '专区便民设施',
  '信息公开指南',
];
const MANNERS = [
  '按栏目归集并标注有效性',
  '以图解方式说明办理流程',
  '逐项列明依据和联系方式',
  '同步在移动端发布',
  '结合意见建议修订完善',
];
const OFFICES = ['市司法局', '市财政局', '市民政局', '市教育局', '市卫生健康委', '市行政审批局', '市生态环境局'];
const DEADLINES = ['6月底前', '2026年10月31日前', '长期坚持', '每季度末', '12月底前', '每月10日前'];

/** A plan of five columns, its areas merged down over eight rows each; sentences of our own. */
export async function planFile(format: BenchFormat, rowCount: number): Promise<Uint8Array> {
  const areas = areasOf(rowCount);
  return format === 'docx'
    ? planDocx({ title: TITLE, prose: ['各部门要按照分工抓好落实。'], header: HEADER, areas })
    : planXlsx(areas);
}

interface Area {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

function areasOf(rowCount: number): readonly Area[] {
  return Array.from({ length: Math.ceil(rowCount / ROWS_IN_AREA) }, (_, area) => ({
    name: `${of(AREAS, area)}（第${area + 1}组）`,
    rows: Array.from({ length: Math.min(ROWS_IN_AREA, rowCount - area * ROWS_IN_AREA) }, (_, at) =>
      rowOf(area * ROWS_IN_AREA + at),
    ),
  }));
}

function rowOf(nth: number): readonly string[] {
  const task = `${of(VERBS, nth)}${of(OBJECTS, nth * 3)}公开，${of(MANNERS, nth * 2)}，形成第${nth + 1}号清单并向社会公布，接受群众监督。`;
  return [
    `${nth + 1}`,
    task,
    `${of(OFFICES, nth)}牵头，${of(OFFICES, nth + 3)}、${of(OFFICES, nth + 5)}配合`,
    of(DEADLINES, nth),
  ];
}

function of(words: readonly string[], nth: number): string {
  return words[nth % words.length] ?? '';
}

async function planXlsx(areas: readonly Area[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('分工表');
  sheet.addRow([TITLE]);
  sheet.mergeCells(1, 1, 1, HEADER.length);
  sheet.addRow(HEADER);
  for (const { name, rows } of areas) {
    const first = sheet.rowCount + 1;
    for (const [at, row] of rows.entries()) sheet.addRow([at === 0 ? name : null, ...row]);
    if (rows.length > 1) sheet.mergeCells(first, 1, first + rows.length - 1, 1);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
