import { describe, expect, it } from 'vitest';
import { parseCommand } from './parse-command.ts';

describe('what people write', () => {
  it.each([
    ['我的任务', 'mine'],
    ['任务', 'mine'],
    ['我的全部任务', 'mine'],
    ['请帮我看一下我的任务', 'mine'],
    ['　我 的 任务', 'mine'],
    ['我的任務。', 'mine'],
    ['查询我的待办事项，谢谢', 'mine'],
    ['逾期', 'overdue'],
    ['我的逾期任务', 'overdue'],
    ['有哪些逾期的？', 'overdue'],
    ['逾期事项一下', 'overdue'],
    ['审核', 'review'],
    ['審核', 'review'],
    ['待审核事项', 'review'],
    ['销假', 'back'],
    ['取消请假', 'back'],
    ['我回来上班了', 'back'],
    ['帮助', 'help'],
    ['幫助', 'help'],
    ['ＨＥＬＰ', 'help'],
    ['？', 'help'],
    ['怎么用', 'help'],
    ['你好', 'unknown'],
    ['', 'unknown'],
    ['发布公告', 'unknown'],
    ['发布会什么时候开', 'unknown'],
    ['本月报送', 'my-quotas'],
    ['查一下我的报送情况', 'my-quotas'],
    ['撤回报送', 'my-quotas'],
    ['审核报送', 'review-submissions'],
    ['今天天气不错', 'unknown'],
  ])('%j is %s', (text, kind) => {
    expect(parseCommand(text)).toEqual({ kind });
  });

  it.each([
    ['完成 3', 'done', '3', ''],
    ['完成3', 'done', '3', ''],
    ['完成了3', 'done', '3', ''],
    ['办结 3（1）', 'done', '3（1）', ''],
    ['办结３（１）。', 'done', '３（１）', ''],
    ['完成第3项', 'done', '第3项', ''],
    ['请完成一下第三项', 'done', '第三项', ''],
    ['第3项完成了', 'done', '第3项', ''],
    ['3 办结', 'done', '3', ''],
    ['已完成：12，已在网站公布', 'done', '12', '已在网站公布'],
    ['完成', 'done', null, ''],
    ['完成情况怎么样', 'done', null, '情况怎么样'],
    ['进展 3 已送审 60%', 'progress', '3', '已送审 60%'],
    ['進展3：已送審', 'progress', '3', '已送審'],
    ['进展 3 60', 'progress', '3', '60'],
    ['进展 60%', 'progress', null, '60%'],
    ['填进展 3-1 初稿', 'progress', '3-1', '初稿'],
    ['困难 3 缺少数据', 'trouble', '3', '缺少数据'],
    ['困难 一直没有数据', 'trouble', null, '一直没有数据'],
    ['签收 5', 'seen', '5', ''],
    ['5收到', 'seen', '5', ''],
    ['撤回', 'undo', null, ''],
    ['撤回 3', 'undo', '3', ''],
    ['落实情况 3(1)', 'fan-out', '3(1)', ''],
    ['3（1）的落实情况', 'fan-out', '3（1）', ''],
    ['各处室落实情况 三', 'fan-out', '三', ''],
    ['完成 3月', 'done', null, '3月'],
    ['完成 3 3月', 'done', '3', '3月'],
  ])('%j is %s of row %s with %j', (text, kind, no, rest) => {
    expect(parseCommand(text)).toEqual({ kind, no, rest });
  });

  it.each([
    ['报送 推进会 https://yunxi.gov.cn/1', null, '推进会 https://yunxi.gov.cn/1'],
    ['我要报送', null, ''],
    ['信息报送：推进会', null, '推进会'],
    ['發布会 2026-11-18 主题', '发布会', '2026-11-18 主题'],
    ['发布会11月18日 主题', '发布会', '11月18日 主题'],
    ['登记发布会 明天 主题', '发布会', '明天 主题'],
    ['解读 一图读懂 https://yunxi.gov.cn/1', '图文解读', '一图读懂 https://yunxi.gov.cn/1'],
    ['图解 一图读懂 https://yunxi.gov.cn/1', '图文解读', '一图读懂 https://yunxi.gov.cn/1'],
    ['信息 推进会 yunxi.gov.cn/1 3月20日', '信息', '推进会 yunxi.gov.cn/1 3月20日'],
  ])('%j submits, %s, with %j', (text, lead, rest) => {
    expect(parseCommand(text)).toEqual({ kind: 'submit', lead, rest });
  });

  it('零报告 with its matter', () => {
    expect(parseCommand('零报告 信息')).toEqual({ kind: 'nil-report', rest: '信息' });
  });

  it.each([
    ['请假 11月20日-11月24日', '11月20日-11月24日'],
    ['请假到周五', '到周五'],
    ['請假３天', '３天'],
    ['我要请假一下，明天', '明天'],
    ['我请3天假', '3天'],
    ['因病请假两天', '两天'],
    ['出差 下周一', '下周一'],
    ['请假', ''],
  ])('%j asks for a leave of %j', (text, rest) => {
    expect(parseCommand(text)).toEqual({ kind: 'leave', rest });
  });

  it.each([
    ['登记', ''],
    ['登记 市政府批复 9月18日', '市政府批复 9月18日'],
    ['登記觸發：批復', '批復'],
  ])('%j registers %j', (text, rest) => {
    expect(parseCommand(text)).toEqual({ kind: 'register', rest });
  });

  it.each(['完成 3、5', '完成 3 和 5', '签收 3,4,5', '进展 3、5 已送审'])('%j names several rows', (text) => {
    expect(parseCommand(text)).toMatchObject({ kind: 'several-rows' });
  });
});
