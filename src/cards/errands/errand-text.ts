import { clip } from '../words.ts';
import type { BeatFormError } from './beat-fields.ts';

/** What is wrong with a submitted heartbeat form, and what to do. */
export function beatErrorText(error: BeatFormError): string {
  switch (error.kind) {
    case 'nothing-chosen':
      return '未选择任何一项：请在要确认的事项下选“有更新”“无变化”或“需协调”';
    case 'note-missing':
      return '选了“需协调”，请在说明里写明需要谁协调、协调什么';
    case 'note-too-long':
      return `说明请在 ${error.longest} 字以内，现有 ${error.length} 字`;
    case 'link-invalid':
      return '链接打不开：请填写以 http:// 或 https:// 开头的网址';
  }
}

/** What a submitted heartbeat form has done. */
export function beatsDoneText(done: {
  readonly recorded: number;
  readonly closed: number;
  readonly overtaken: number;
}): string {
  const closing = done.closed > 0 ? '，作为本年度的办结说明' : '';
  const overtaken = done.overtaken > 0 ? `；另 ${done.overtaken} 件刚有变化，没有记录，请看当前状态` : '';
  return `已记录 ${done.recorded} 件${closing}${overtaken}`;
}

export const BEATS_OVERTAKEN = '这些事项刚有变化，没有重复记录，以下是当前状态';
export const BEATS_SEEN = '已记录，以下是当前状态';

/** 批示 was recorded. */
export function instructedText(officeName: string): string {
  return `已记录批示，随下一张待办卡片告知${clip(officeName, 16)}`;
}

/** 催办 was recorded. */
export function urgedText(officeName: string): string {
  return `已催办，随下一张待办卡片告知${clip(officeName, 16)}`;
}

/** The awaited date was recorded. */
export function datedText(offices: readonly string[]): string {
  const who = offices.length <= 3 ? offices.map((name) => clip(name, 16)).join('、') : `${offices.length} 个单位`;
  return `已补时限，转为普通事项，随下一张待办卡片告知${who}`;
}
