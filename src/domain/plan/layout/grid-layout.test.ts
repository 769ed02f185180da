import { describe, expect, it } from 'vitest';
import { linesOf, paragraph, rowsIn, table } from '../../../../tests/support/drawn-tables.ts';
import { layOut } from './lay-out.ts';

describe('merged cells', () => {
  it('belong to every row they cover, which is no guess; a blank cell is one', () => {
    expect(
      linesOf(`
        序号 | 工作任务     | 责任单位 | 完成时限
        1    | 公布水价方案 | 供水科   | 6月底前
        2    | 公布检修计划 | ^        | ^
        3    | 公布水质情况 |          | 全年`),
    ).toEqual([
      '1||公布水价方案|供水科=responsible|6月底前',
      '2||公布检修计划|供水科=responsible|6月底前',
      '3||公布水质情况|供水科=responsible?|全年',
    ]);
  });

  it.each(['同上', '〃', '—'])('%s stands for the owner above', (mark) => {
    expect(
      linesOf(`
        序号 | 工作任务     | 责任单位 | 完成时限
        1    | 公布水价方案 | 供水科   | 6月底前
        2    | 公布检修计划 | ${mark}  | 全年`)[1],
    ).toBe('2||公布检修计划|供水科=responsible?|全年');
  });

  it('put several owners beside one item', () => {
    expect(
      linesOf(`
        序号 | 工作任务     | 责任单位 | 完成时限
        1    | 公布水价方案 | 供水科   | 6月底前
        ^    | ^            | 法规科   | ^
        2    | 公布检修计划 | 管网科   | 全年`),
    ).toEqual(['1||公布水价方案|供水科\n法规科=responsible|6月底前', '2||公布检修计划|管网科=responsible|全年']);
  });

  it('may hold the owner before the items', () => {
    expect(
      linesOf(`
        责任单位 | 工作任务     | 完成时限
        供水科   | 公布水价方案 | 6月底前
        ^        | 公布阶梯水价 | 9月底前
        管网科   | 公布检修计划 | 全年`),
    ).toEqual([
      '||公布水价方案|供水科=responsible|6月底前',
      '||公布阶梯水价|供水科=responsible|9月底前',
      '||公布检修计划|管网科=responsible|全年',
    ]);
  });

  it('may hold the month before the items', () => {
    expect(
      linesOf(`
        时间 | 工作内容     | 责任科室
        3月  | 公布水价方案 | 供水科
        ^    | 公布检修计划 | 管网科
        4月  | 公布水质情况 | 监测站`),
    ).toEqual([
      '||公布水价方案|供水科=responsible|3月',
      '||公布检修计划|管网科=responsible|3月',
      '||公布水质情况|监测站=responsible|4月',
    ]);
  });
});

describe('rows across the table', () => {
  it('are areas, and their leaders belong to every row below', () => {
    const rows = rowsIn(`
      序号 | 工作任务     | 责任单位 | 完成时限
      一、供水公开（责任领导：张三） | < | < | <
      1    | 公布水价方案 | 供水科   | 6月底前
      2    | 公布检修计划 | 管网科   | 全年
      二、服务公开 | < | < | <
      牵头领导：李四 | < | < | <
      1    | 公布投诉电话 | 办公室   | 3月底前
      合计 | 3            |          |
      注：各科室要按季度报送进展。 | < | < | <`);
    expect(rows.map((row) => [row.no, row.area, row.people])).toEqual([
      ['1', ['一、供水公开'], [{ role: '责任领导', text: '张三' }]],
      ['2', ['一、供水公开'], [{ role: '责任领导', text: '张三' }]],
      ['1', ['二、服务公开'], [{ role: '牵头领导', text: '李四' }]],
    ]);
  });

  it('name the office of the rows below', () => {
    expect(
      linesOf(`
        序号 | 工作任务     | 完成时限
        一、供水科 | < | <
        1    | 公布水价方案 | 6月底前
        2    | 公布阶梯水价 | 9月底前
        二、管网科 | < | <
        1    | 公布检修计划 | 全年`),
    ).toEqual([
      '1|一、供水科|公布水价方案|供水科|6月底前',
      '2|一、供水科|公布阶梯水价|供水科|9月底前',
      '1|二、管网科|公布检修计划|管网科|全年',
    ]);
  });

  it('name the month in which the rows below are due', () => {
    expect(
      linesOf(`
        序号 | 工作任务     | 责任科室
        一月份 | < | <
        1    | 公布水价方案 | 供水科
        第二季度 | < | <
        2    | 公布检修计划 | 管网科`),
    ).toEqual([
      '1|一月份|公布水价方案|供水科=responsible|一月份',
      '2|第二季度|公布检修计划|管网科=responsible|第二季度',
    ]);
  });
});

describe('several tables', () => {
  const HEAD = '序号 | 工作任务 | 责任单位 | 完成时限';

  it('under the same header are one, with the headings between them', () => {
    const layout = layOut({
      name: 'a.docx',
      blocks: [
        paragraph('云州市水务局分工方案'),
        paragraph('一、供水公开'),
        table(`${HEAD}\n1 | 公布水价方案 | 供水科 | 6月底前`),
        paragraph('二、服务公开'),
        table(`${HEAD}\n1 | 公布投诉电话 | 办公室 | 3月底前`),
        paragraph('各科室要认真落实。'),
      ],
    });
    expect(layout?.tables).toHaveLength(1);
    expect(layout?.tables[0]?.rows.map((row) => [row.area, row.text])).toEqual([
      [['一、供水公开'], '公布水价方案'],
      [['二、服务公开'], '公布投诉电话'],
    ]);
    expect(layout?.before.map((cell) => cell.text)).toEqual(['云州市水务局分工方案']);
    expect(layout?.leftover.map((cell) => cell.text)).toEqual(['各科室要认真落实。']);
  });

  it('under different headers are each read by their own', () => {
    expect(
      linesOf(
        table(`${HEAD}\n1 | 公布水价方案 | 供水科 | 6月底前`),
        table('责任科室 | 主要任务 | 进度安排\n办公室 | 公布投诉电话 | 3月底前'),
      ),
    ).toEqual(['1||公布水价方案|供水科=responsible|6月底前', '||公布投诉电话|办公室=responsible|3月底前']);
  });

  it('go on over a page without the header, and with an item that the page broke', () => {
    expect(
      linesOf(
        table(`${HEAD}\n1 | 公布水价方案 | 供水科 | 6月底前\n2 | 公布年度检修计划以及 | 管网科 | 全年`),
        table(' | 施工公告。 | | \n3 | 公布水质情况 | 监测站 | 每月'),
      ),
    ).toEqual([
      '1||公布水价方案|供水科=responsible|6月底前',
      '2||公布年度检修计划以及施工公告。|管网科=responsible|全年',
      '3||公布水质情况|监测站=responsible|每月',
    ]);
  });

  it('that hold no plan stay text', () => {
    const layout = layOut({
      name: 'a.docx',
      blocks: [
        table('索引号 | 004-1 | 发文日期 | 2026-03-01\n发布机构 | 水务局 | 公开形式 | 主动公开'),
        table(`${HEAD}\n1 | 公布水价方案 | 供水科 | 6月底前`),
        table('姓名 | 电话\n张三 | 12345\n李四 | 23456'),
      ],
    });
    expect(layout?.tables.flatMap(({ rows }) => rows.map((row) => row.text))).toEqual(['公布水价方案']);
    expect(layout?.before.map((cell) => cell.text)).toContain('索引号：004-1');
    expect(layout?.leftover.map((cell) => cell.text)).toContain('12345');
  });

  it('of one task each pair words with what they mean', () => {
    const card = (name: string, office: string, due: string) =>
      table(`任务名称 | ${name} | < | <\n责任单位 | ${office} | 完成时限 | ${due}`);
    expect(linesOf(card('公布水价方案', '供水科', '6月底前'), card('公布检修计划', '管网科', '全年'))).toEqual([
      '||公布水价方案|供水科=responsible|6月底前',
      '||公布检修计划|管网科=responsible|全年',
    ]);
  });
});

describe('what was printed', () => {
  it('is kept by column, areas filled down, to write the table again', () => {
    const layout = layOut({
      name: 'a.docx',
      blocks: [
        table(`
          类别 | 工作任务     | 责任单位 | 完成时限 | 备注
          供水 | 公布水价方案 | 供水科   | 6月底前  | 重点
          ^    | 公布检修计划 | ^        |          |`),
      ],
    });
    expect(layout?.tables[0]?.columns.map(({ kind, header }) => `${header}:${kind}`)).toEqual([
      '类别:area',
      '工作任务:item',
      '责任单位:owner',
      '完成时限:deadline',
      '备注:other',
    ]);
    expect(layout?.tables[0]?.rows.map(({ printed }) => printed)).toEqual([
      ['供水', '公布水价方案', '供水科', '6月底前', '重点'],
      ['供水', '公布检修计划', '供水科', '', ''],
    ]);
  });
});
