/** What a person asks the bot for. `no` is the row's number as typed, null where it was left out; `rest` are the words behind it. */
export type Command =
  | { readonly kind: 'mine' | 'overdue' | 'review' | 'back' | 'help' | 'my-quotas' | 'review-submissions' }
  /** `lead` is the matter that the word itself names, null after 报送. */
  | { readonly kind: 'submit'; readonly lead: string | null; readonly rest: string }
  | { readonly kind: 'nil-report'; readonly rest: string }
  | { readonly kind: 'register'; readonly rest: string }
  | { readonly kind: 'look-back'; readonly rest: string }
  | { readonly kind: 'rate'; readonly rest: string }
  | { readonly kind: 'leave' | 'pause' | 'resume'; readonly rest: string }
  | { readonly kind: RowCommand; readonly no: string | null; readonly rest: string }
  /** Several rows at once: each needs an answer of its own. */
  | { readonly kind: 'several-rows'; readonly of: RowCommand }
  | { readonly kind: 'unknown' };

/** Commands about one row. */
export type RowCommand = 'fan-out' | 'done' | 'progress' | 'trouble' | 'seen' | 'undo';

/** A command as it is written in help texts and suggested to somebody who wrote something else. */
export interface CommandWord {
  readonly kind: Command['kind'];
  readonly word: string;
  /** With the words that have to follow it. */
  readonly usage: string;
  readonly alike: readonly string[];
}

/** The most used first: that decides where two are equally near. */
export const COMMAND_WORDS: readonly CommandWord[] = [
  {
    kind: 'mine',
    word: '我的任务',
    usage: '我的任务',
    alike: ['待办', '清单', '事项', '工作', '延期', '转交', '不涉及'],
  },
  { kind: 'overdue', word: '逾期', usage: '逾期', alike: ['超期', '过期', '到期', '拖延'] },
  { kind: 'help', word: '帮助', usage: '帮助', alike: ['怎么用', '说明', '用法', '功能', 'help'] },
  { kind: 'done', word: '完成', usage: '完成 3', alike: ['办结', '做完', '办完', '结束'] },
  { kind: 'progress', word: '进展', usage: '进展 3 已送审 60%', alike: ['进度', '情况', '更新', '汇报'] },
  { kind: 'trouble', word: '困难', usage: '困难 3 缺少数据', alike: ['问题', '协调', '卡住', '求助'] },
  { kind: 'seen', word: '签收', usage: '签收 3', alike: ['收到', '已阅', '确认'] },
  { kind: 'undo', word: '撤回', usage: '撤回', alike: ['撤销', '取消', '改错', '点错'] },
  { kind: 'leave', word: '请假', usage: '请假 3天', alike: ['休假', '出差', '年假', '不在'] },
  { kind: 'back', word: '销假', usage: '销假', alike: ['回来', '返岗', '上班'] },
  { kind: 'register', word: '登记', usage: '登记', alike: ['触发', '新增', '事件', '批复'] },
  { kind: 'submit', word: '报送', usage: '报送 标题 链接', alike: ['投稿', '信息', '新闻', '上报'] },
  { kind: 'submit', word: '发布会', usage: '发布会 11月18日 主题', alike: ['吹风会', '新闻发布'] },
  { kind: 'my-quotas', word: '本月报送', usage: '本月报送', alike: ['采用', '报送情况', '还差'] },
  { kind: 'nil-report', word: '零报告', usage: '零报告 信息', alike: ['没有可报', '无信息'] },
  { kind: 'rate', word: '比率', usage: '比率 3 45/60', alike: ['百分比', '达标率', '办理率', '填报'] },
  { kind: 'fan-out', word: '落实情况', usage: '落实情况 3', alike: ['各处室', '汇总', '谁没交', '催办'] },
  { kind: 'review', word: '审核', usage: '审核', alike: ['审批', '退文', '销号', '批复'] },
  { kind: 'review-submissions', word: '审核报送', usage: '审核报送', alike: ['采用', '审稿', '退回'] },
  { kind: 'pause', word: '暂停', usage: '暂停 3 到 12月1日 理由', alike: ['中止', '缓办', '停止'] },
  { kind: 'resume', word: '恢复', usage: '恢复 3', alike: ['继续', '重启'] },
  { kind: 'look-back', word: '回头看', usage: '回头看 2025', alike: ['抽查', '整改', '复查', '反弹'] },
];

/** What only the 主管机构 and administrators may do. */
export const FOR_ADMINISTRATORS: readonly Command['kind'][] = [
  'review',
  'review-submissions',
  'pause',
  'resume',
  'look-back',
];
