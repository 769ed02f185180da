import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../tests/support/drawn-tables.ts';
import { isMetaWord } from './header-words.ts';

const PLAN = `
  序号 | 工作任务       | 责任单位 | 完成时限
  1    | 公布水价方案。 | 供水科   | 6月底前
  2    | 公布检修计划。 | 管网科   | 全年`;
const TASKS = ['1||公布水价方案。|供水科=responsible|6月底前', '2||公布检修计划。|管网科=responsible|全年'];

describe('the form that a web page prints above a plan', () => {
  it.each([
    `索引号：   | 1234-2026-00012 | 分类：     | 政务公开
     发布机构： | 云州市水务局    | 成文日期： | 2026-01-20`,
    `信息名称： | 政务公开工作要点 | 信息索引： | 0012
     主题分类   | 水利、政务公开   | 发文字号： | 云水办〔2026〕3号
     公开类型： | 主动公开         | 发布机构   | 云州市水务局`,
    `索引号：1234 | 信息分类：政务公开
     发布机构：云州市水务局 | 发文日期：2026-01-20
     名称：政务公开工作要点 | 主题词：水务`,
    `索引号 | 1234
     信息名称 | 政务公开工作要点
     发布机构 | 云州市水务局
     公开日期 | 2026-01-20`,
    `索引号 | 发布机构 | 发文日期 | 文号 | 信息分类
     1234 | 云州市水务局 | 2026-01-20 | 云水办〔2026〕3号 | 政务公开`,
  ])('holds no task, whatever its labels (%#)', (form) => {
    expect(linesOf(form)).toEqual([]);
    expect(linesOf(form, PLAN)).toEqual(TASKS);
  });

  it.each([
    '索引号：',
    '【文号】',
    '信息名称',
    '主题分类:',
    '信息类别',
    '公开类型',
    '制发机关',
    '公文种类',
    '废止日期',
  ])('is known by %s', (label) => {
    expect(isMetaWord(label)).toBe(true);
  });

  it.each(['责任单位', '工作任务', '完成时限', '工作类别', '项目名称', '事项名称'])('is not known by %s', (label) => {
    expect(isMetaWord(label)).toBe(false);
  });

  it('does not hide a plan whose numbered rows say how and when things are made public', () => {
    expect(
      linesOf(`
        序号 | 公开事项       | 公开方式 | 公开时限 | 责任单位
        1    | 公布水价方案。 | 门户网站 | 6月底前  | 供水科
        2    | 公布检修计划。 | 公告栏   | 全年     | 管网科`),
    ).toEqual(TASKS);
  });

  it('does not hide a catalogue that counts no rows', () => {
    expect(
      linesOf(`
        公开事项       | 公开程序 | 公开方式 | 公开责任部门 | 公开时限
        公布水价方案。 | 局长审签 | 门户网站 | 供水科       | 6月底前
        公布检修计划。 | 科长审签 | 公告栏   | 管网科       | 全年`),
    ).toEqual(TASKS.map((task) => task.slice(1)));
  });
});
