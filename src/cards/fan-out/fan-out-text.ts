import type { Part } from '../../domain/ledger/part.ts';
import type { Toast } from '../text.ts';
import { clip, numberWords, stateWords } from '../words.ts';

/** Why somebody does not get 各处室落实情况 of a row. */
export type FanOutRefusal =
  /** It is shown to the lead, leaders and the 主管机构 only. */
  | { readonly kind: 'not-overseer'; readonly leadOffice: string | null }
  /** Nobody but this office has a part of it. */
  | { readonly kind: 'single-office'; readonly part: Part }
  | { readonly kind: 'nothing-born' };

export function fanOutRefusalText(refusal: FanOutRefusal): string {
  switch (refusal.kind) {
    case 'not-overseer': {
      const lead = refusal.leadOffice === null ? '牵头单位' : `牵头单位（${clip(refusal.leadOffice, 16)}）`;
      return `各处室落实情况由${lead}、分管领导和局办公室查看。看本处室的任务，请发“我的任务”。`;
    }
    case 'single-office': {
      const { taskNo, officeName, state, percent } = refusal.part;
      const row = taskNo === null ? '这一项' : `第 ${numberWords(taskNo)} 项`;
      return `${row}只由${clip(officeName, 16)}办理，现为“${stateWords(state, percent)}”。`;
    }
    case 'nothing-born':
      return '这一项还没有要报的内容：等事项登记或时限确定后再看。';
  }
}

export function urgedToast(offices: number): Toast {
  return offices === 0
    ? { type: 'info', text: '未交的处室今天都已催办过，下一个工作日可再催' }
    : { type: 'success', text: `已催办 ${offices} 个处室，下一个工作日可再催` };
}

/** What the record keeps of 汇总并报办结. */
export function closingNote({ done, excused }: { readonly done: number; readonly excused: number }): string {
  return `各处室已报 ${done} 个${excused === 0 ? '' : `，不涉及 ${excused} 个`}，汇总办结`;
}

export function notReadyToast(missing: number): Toast {
  return { type: 'info', text: `还差 ${missing} 个处室未报，报齐后可汇总报办结` };
}
