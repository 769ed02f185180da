import type { SilentReason } from '../../domain/reminders/plan-reminders.ts';

/** Why a part is not reminded, for people. */
export const SILENT_WORDS: Readonly<Record<SilentReason, string>> = {
  'rest-day': '休息日',
  'outside-window': '不在发送时段（9:00—17:30）',
  answered: '已答复',
  'reminded-already': '这一档已提醒',
  'not-due-soon': '未到提醒时间',
  'no-date': '没有时限',
  'past-at-birth': '印发前已到期，已请补报',
  'target-date-over': '力争时限已过，不再催',
  paused: '已暂停',
  snoozed: '稍后提醒',
  'hour-clock': '按小时计时，另行提醒',
  'no-liaison': '没有联络人',
  'no-open-id': '联络人未关联飞书账号',
};
