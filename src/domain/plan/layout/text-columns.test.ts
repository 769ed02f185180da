import { describe, expect, it } from 'vitest';
import { linesOf, rowsIn } from '../../../../tests/support/drawn-tables.ts';

describe('two columns of text', () => {
  it.each(['具体措施', '工作举措', '主要措施'])('the longer cells under %s are the items beside 工作内容', (header) => {
    expect(
      linesOf(`
        序号 | 工作内容 | ${header}               | 牵头科室 | 配合科室 | 备注
        1    | 业务培训 | 举办两期业务培训班     | 人事科   | 办公室   | 6月底前完成
        2    | 考核评估 | 开展年度考核           | 办公室   | 各科室   | 11月底前完成
        3    | 平台建设 | 完成网站改版           | 信息中心 | 宣传科   | 9月底前完成`),
    ).toEqual([
      '1|业务培训|举办两期业务培训班|人事科=lead+办公室=support|6月底前完成',
      '2|考核评估|开展年度考核|办公室=lead+各科室=support|11月底前完成',
      '3|平台建设|完成网站改版|信息中心=lead+宣传科=support|9月底前完成',
    ]);
  });

  it('the shorter cells to the right are the area where the column of items stands first', () => {
    expect(
      linesOf(`
        序号 | 具体措施                   | 工作内容 | 牵头科室 | 完成时限
        1    | 全年举办两期业务培训班     | 业务培训 | 人事科   | 6月底前
        2    | 每季度开展一次考核并且通报 | 考核评估 | 办公室   | 11月底前`),
    ).toEqual([
      '1|业务培训|全年举办两期业务培训班|人事科=lead|6月底前',
      '2|考核评估|每季度开展一次考核并且通报|办公室=lead|11月底前',
    ]);
  });

  it('measures shorter than the items stay a remark', () => {
    const rows = rowsIn(`
      序号 | 工作内容                               | 具体措施 | 牵头科室 | 完成时限
      1    | 全年举办两期政务公开业务培训班并且考试 | 集中授课 | 人事科   | 6月底前
      2    | 每季度开展一次政务公开考核并且通报结果 | 抽查网站 | 办公室   | 11月底前`);
    expect(rows.map(({ text, remarks }) => [text, remarks.map((each) => each.text)])).toEqual([
      ['全年举办两期政务公开业务培训班并且考试', ['集中授课']],
      ['每季度开展一次政务公开考核并且通报结果', ['抽查网站']],
    ]);
  });
});
