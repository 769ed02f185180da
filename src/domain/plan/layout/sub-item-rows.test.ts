import { describe, expect, it } from 'vitest';
import { linesOf, rowsIn } from '../../../../tests/support/drawn-tables.ts';

describe('sub-items on rows of their own', () => {
  it('hang under the numbered item above them, which is an area and takes nothing from the rows before it', () => {
    expect(
      linesOf(`
        序号 | 工作任务               | 责任科室 | 完成时限
        1    | 公布供水水质信息：     |          |
             | （1）公布出厂水质；    | 监测站   | 每月
             | （2）公布管网水质。    | 管网科   | 6月底前
        2    | 公布停水检修信息       |          |
             | （1）公布检修计划；    | 管网科   | 3月底前
             | （2）公布临时停水。    | 调度科   | 全年
        3    | 公布水价方案。         | 法规科   | 9月底前`),
    ).toEqual([
      '1(1)|公布供水水质信息：|公布出厂水质；|监测站=responsible|每月',
      '1(2)|公布供水水质信息：|公布管网水质。|管网科=responsible|6月底前',
      '2(1)|公布停水检修信息|公布检修计划；|管网科=responsible|3月底前',
      '2(2)|公布停水检修信息|公布临时停水。|调度科=responsible|全年',
      '3||公布水价方案。|法规科=responsible|9月底前',
    ]);
  });

  it('leave the item above them a task where it has an owner of its own', () => {
    expect(
      linesOf(`
        工作领域 | 序号 | 工作任务            | 责任科室 | 完成时限
        供水公开 | 1    | 公布水价方案。      | 法规科   | 9月底前
        ^        | 2    | 公布水质信息：      | 水质科   |
        ^        |      | （1）公布出厂水质； | 监测站   | 每月
        ^        |      | （2）公布管网水质。 | 管网科   | 6月底前
        排水公开 | 3    | 公布排水许可。      | 审批科   | 全年`),
    ).toEqual([
      '1|供水公开|公布水价方案。|法规科=responsible|9月底前',
      '2|供水公开|公布水质信息：|水质科=responsible|',
      '2(1)|供水公开>公布水质信息：|公布出厂水质；|监测站=responsible|每月',
      '2(2)|供水公开>公布水质信息：|公布管网水质。|管网科=responsible|6月底前',
      '3|排水公开|公布排水许可。|审批科=responsible|全年',
    ]);
  });

  it('take the deadline of the item above them where they have none', () => {
    expect(
      linesOf(`
        序号 | 工作任务            | 责任科室 | 完成时限
        1    | 公布水价方案。      | 法规科   | 9月底前
        2    | 公布水质信息：      |          | 全年
             | ① 公布出厂水质；    | 监测站   |
             | ② 公布管网水质。    | 管网科   | 6月底前`),
    ).toEqual([
      '1||公布水价方案。|法规科=responsible|9月底前',
      '2①|公布水质信息：|公布出厂水质；|监测站=responsible|全年?',
      '2②|公布水质信息：|公布管网水质。|管网科=responsible|6月底前',
    ]);
  });

  it('keep what is remarked beside the item above them', () => {
    const rows = rowsIn(`
      序号 | 工作任务            | 责任科室 | 完成时限 | 备注
      1    | 公布水质信息：      |          |          | 新增事项
           | （1）公布出厂水质； | 监测站   | 每月     |
           | （2）公布管网水质。 | 管网科   | 6月底前  |`);
    expect(rows.map((row) => row.remarks.map(({ text }) => text))).toEqual([['新增事项'], []]);
  });

  it('do not lend their parent to an item that follows', () => {
    expect(
      linesOf(`
        序号 | 工作任务            | 责任科室 | 完成时限
        1    | 公布水质信息：      | 水质科   | 全年
             | （1）公布出厂水质； | 监测站   | 每月
        2    | 公布水价方案。      | 法规科   | 9月底前
        3    | 公布检修计划。      | 管网科   | 3月底前`).slice(2),
    ).toEqual(['2||公布水价方案。|法规科=responsible|9月底前', '3||公布检修计划。|管网科=responsible|3月底前']);
  });
});
