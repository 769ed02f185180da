import type { Purpose } from '../../domain/delivery/message.ts';

/** What a message is for, for people. */
export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  'morning-card': '每日待办',
  'my-tasks': '我的任务',
  'asked-card': '本人要的卡片或文件',
  'hour-clock': '小时时限提醒',
  'weekly-digest': '周报',
  'monthly-draft': '月度汇总送审',
  'monthly-summary': '月度汇总',
  'card-update': '卡片更新',
  notice: '文字回复',
  review: '导入核对',
  confirmation: '单位核对、抽查',
  'plan-notice': '计划变动通知',
};
