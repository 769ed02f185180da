import { describe, expect, it } from 'vitest';
import { linesOf, rowsIn } from '../../../../tests/support/drawn-tables.ts';

describe('headers', () => {
  it('of two levels name the parts of a column', () => {
    expect(
      linesOf(`
        序号 | 工作任务     | 责任单位 | <        | 完成时限
        ^    | ^            | 牵头单位 | 配合单位 | ^
        1    | 公布水价方案 | 供水科   | 法规科   | 6月底前
        2    | 公布检修计划 | 管网科   |          | 全年`),
    ).toEqual(['1||公布水价方案|供水科=lead+法规科=support|6月底前', '2||公布检修计划|管网科=lead|全年']);
  });

  it('of two levels are read where the merged cells are lost', () => {
    expect(
      linesOf(`
        序号 | 工作任务     | 责任单位 |          | 完成时限
             |              | 牵头单位 | 配合单位 |
        1    | 公布水价方案 | 供水科   | 法规科   | 6月底前`),
    ).toEqual(['1||公布水价方案|供水科=lead+法规科=support|6月底前']);
  });

  it('may be padded, wrapped, or stand below a title', () => {
    expect(
      linesOf(`
        云州市水务局2026年重点工作任务分解表 | < | < | <
        序 号 | 重 点/工 作 | 责 任 单 位 | 完成/时限
        1     | 公布水价方案 | 供水科     | 6月底前`),
    ).toEqual(['1||公布水价方案|供水科=responsible|6月底前']);
  });

  it('may be in traditional characters', () => {
    expect(
      linesOf(`
        序號 | 工作任務 | 責任單位 | 完成時限
        1    | 公佈水價方案 | 供水科 | 6月底前`),
    ).toEqual(['1||公佈水價方案|供水科=responsible|6月底前']);
  });

  it('may stand over two columns that the cells show', () => {
    expect(
      linesOf(`
        序号 | 工作任务 | <              | 责任单位 | 完成时限
        1    | 供水     | 公布水价方案并听取意见 | 供水科 | 6月底前
        2    | ^        | 公布检修计划和施工公告 | 管网科 | 全年`),
    ).toEqual([
      '1|供水|公布水价方案并听取意见|供水科=responsible|6月底前',
      '2|供水|公布检修计划和施工公告|管网科=responsible|全年',
    ]);
  });

  it('need not be there at all', () => {
    expect(
      linesOf(`
        1 | 公布水价调整方案并听取公众意见 | 供水科 | 6月底前
        2 | 公布年度管网检修计划和施工公告 | 管网科 | 全年
        3 | 公布水质监测结果及处理情况说明 | 监测站 | 每月10日前`),
    ).toEqual([
      '1||公布水价调整方案并听取公众意见|供水科|6月底前',
      '2||公布年度管网检修计划和施工公告|管网科|全年',
      '3||公布水质监测结果及处理情况说明|监测站|每月10日前',
    ]);
  });
});

describe('columns', () => {
  it('are told by their cells where the header says something else', () => {
    expect(
      linesOf(`
        序号 | 工作任务     | 责任分工 | 备注
        1    | 公布水价方案 | 供水科牵头，法规科配合 | 6月底前
        2    | 公布检修计划 | 管网科   | 长期坚持`),
    ).toEqual([
      '1||公布水价方案|供水科牵头，法规科配合=responsible|6月底前',
      '2||公布检修计划|管网科=responsible|长期坚持',
    ]);
  });

  it.each(['进度安排', '时间节点', '工作进度', '更新频次', '公开时限'])('of deadlines may be called %s', (word) => {
    expect(
      linesOf(`
        工作任务 | ${word} | 科室
        公布水价方案 | 每季度 | 供水科
        公布检修计划 | 12月底前 | 管网科`),
    ).toEqual(['||公布水价方案|供水科|每季度', '||公布检修计划|管网科|12月底前']);
  });

  it('of text: the finest holds the items, coarser ones are areas, what stands beside is kept as a remark', () => {
    const rows = rowsIn(`
      工作目标 | 重点任务     | 具体举措                   | 责任单位 | 完成时限
      供水透明 | 水价公开     | 公布水价调整方案及听证材料 | 供水科   | 6月底前
      ^        | ^            | 公布阶梯水价执行情况和说明 | 价格科   | 9月底前
      服务便民 | 检修公告     | 公布年度检修计划和停水安排 | 管网科   | 全年`);
    expect(rows.map((row) => `${row.area.join('>')}|${row.text}`)).toEqual([
      '供水透明>水价公开|公布水价调整方案及听证材料',
      '供水透明>水价公开|公布阶梯水价执行情况和说明',
      '服务便民>检修公告|公布年度检修计划和停水安排',
    ]);
  });

  it('of standards beside the task become remarks', () => {
    const rows = rowsIn(`
      序号 | 工作任务             | 目标要求           | 责任单位 | 完成时限
      1    | 公布水价调整听证方案 | 网站公开率达到百分之百 | 供水科   | 6月底前
      2    | 公布年度管网检修计划 | 提前七天告知用户   | 管网科   | 全年`);
    expect(rows.map((row) => [row.text, row.remarks])).toEqual([
      ['公布水价调整听证方案', [{ header: '目标要求', text: '网站公开率达到百分之百' }]],
      ['公布年度管网检修计划', [{ header: '目标要求', text: '提前七天告知用户' }]],
    ]);
  });

  it('of months with ticks say when a task is due', () => {
    expect(
      linesOf(`
        序号 | 工作任务     | 责任单位 | 完成时间 | <   | <   | <
        ^    | ^            | ^        | 3月      | 6月 | 9月 | 12月
        1    | 公布水价方案 | 供水科   |          | √   |     |
        2    | 通报水质情况 | 监测站   | √        | √   | √   | √`),
    ).toEqual(['1||公布水价方案|供水科=responsible|6月', '2||通报水质情况|监测站=responsible|3月、6月、9月、12月']);
  });

  it('of half-years with words say what is due by then', () => {
    expect(
      linesOf(`
        序号 | 工作任务     | 责任单位 | 完成时限     | <
        ^    | ^            | ^        | 上半年       | 下半年
        1    | 公布水价方案 | 供水科   | 完成意见征求 | 公布方案`),
    ).toEqual(['1||公布水价方案|供水科=responsible|上半年：完成意见征求\n下半年：公布方案']);
  });

  it('stand beside each other twice', () => {
    expect(
      linesOf(`
        序号 | 工作任务     | 责任单位 | 序号 | 工作任务     | 责任单位
        1    | 公布水价方案 | 供水科   | 3    | 公布水质情况 | 监测站
        2    | 公布检修计划 | 管网科   | 4    | 公布投诉电话 | 办公室`),
    ).toEqual([
      '1||公布水价方案|供水科=responsible|',
      '2||公布检修计划|管网科=responsible|',
      '3||公布水质情况|监测站=responsible|',
      '4||公布投诉电话|办公室=responsible|',
    ]);
  });
});
