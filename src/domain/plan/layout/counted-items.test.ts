import { describe, expect, it } from 'vitest';
import { linesOf, rowLine } from '../../../../tests/support/drawn-tables.ts';
import { layOut } from './lay-out.ts';

function linesOfText(text: string): string[] {
  const blocks = text
    .split('\n')
    .map((line, index) => ({ type: 'line', text: line, place: `第 ${index + 1} 行` }) as const);
  return (layOut({ name: 'plan.txt', blocks })?.tables ?? []).flatMap(({ rows }) => rows).map(rowLine);
}

describe('a number of their own beside items on lines', () => {
  it('tells the items from the numbered words that head them, and an owner merged over several rows stays theirs', () => {
    const cells = [
      '领域',
      '类别',
      '序号',
      '主要任务',
      '牵头、责任部门',
      '一、供水保障',
      '1.加强水源保护',
      '1',
      '建成三座水库的水质监测站，形成监测月报。',
      '牵头单位：水文科；责任部门：各水管所',
      '2',
      '编制水源地应急预案并组织演练，向县政府报告演练情况。',
      '2.改造老旧管网',
      '3',
      '改造城区十二公里老旧管网，11月底前通水。',
      '牵头单位：管网科',
      '4.整治水表',
      '4',
      '公布年度停水检修计划，在网站逐次公告。',
      '牵头单位：调度科；责任部门：办公室',
      '二、节水管理',
      '5.用水审计',
      '5',
      '按月公布用水大户名单，组织用水审计。',
      '牵头单位：节水科',
    ];
    expect(linesOfText(cells.join('\n\n'))).toEqual([
      '1|一、供水保障>1.加强水源保护|建成三座水库的水质监测站，形成监测月报。|牵头单位：水文科；责任部门：各水管所|',
      '2|一、供水保障>1.加强水源保护|编制水源地应急预案并组织演练，向县政府报告演练情况。|牵头单位：水文科；责任部门：各水管所?|',
      '3|一、供水保障>2.改造老旧管网|改造城区十二公里老旧管网，11月底前通水。|牵头单位：管网科|',
      '4|一、供水保障>4.整治水表|公布年度停水检修计划，在网站逐次公告。|牵头单位：调度科；责任部门：办公室|',
      '5|二、节水管理>5.用水审计|按月公布用水大户名单，组织用水审计。|牵头单位：节水科|',
    ]);
  });
});

describe('a list counted ① ② ③ inside of one cell', () => {
  it('keeps all of its numbers', () => {
    expect(
      linesOf(`
        序号 | 公开内容                         | 责任科室 | 完成时限
        1    | ①水厂名录全文；②出厂水质检测结果 | 水质科   | 长期
        2    | 公布水价方案                     | 财务科   | 6月底前`),
    ).toEqual([
      '1||①水厂名录全文；②出厂水质检测结果|水质科=responsible|长期',
      '2||公布水价方案|财务科=responsible|6月底前',
    ]);
  });
});
