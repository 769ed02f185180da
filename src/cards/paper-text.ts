import { fullMonthWords } from './monthly-text.ts';
import type { Toast } from './text.ts';

/** What a button may ask for; the command line has `annual` and `score` besides. */
export type PaperKind = 'circular' | 'ledger' | 'summary' | 'annual' | 'score';

export const PAPER_NAMES: Readonly<Record<PaperKind, string>> = {
  circular: '通报',
  ledger: '台账',
  summary: '月度汇总',
  annual: '年度报告段落',
  score: '年度考核表',
};

/** Why there is no paper. */
export type PaperRefusal =
  | { readonly kind: 'unknown-plan'; readonly id: string; readonly known: readonly string[] }
  | { readonly kind: 'no-plan-in-force' }
  | { readonly kind: 'month-to-come'; readonly month: string }
  | { readonly kind: 'month-before-plans'; readonly month: string; readonly year: number }
  | { readonly kind: 'not-public'; readonly paper: PaperKind }
  | { readonly kind: 'not-in-this-format'; readonly paper: PaperKind; readonly formats: readonly string[] };

/** For whoever named a plan on the command line. */
export function unknownPlanText({ id, known }: { readonly id: string; readonly known: readonly string[] }): string {
  if (known.length === 0) return '台账里还没有计划：请先用 import 导入。';
  return `没有编号为 ${id} 的计划：现有 ${known.join('、')}。`;
}

export function paperRefusalText(refusal: PaperRefusal): string {
  switch (refusal.kind) {
    case 'unknown-plan':
      return unknownPlanText(refusal);
    case 'no-plan-in-force':
      return '没有在用的计划，没有数字可写：请先发布计划。';
    case 'month-to-come':
      return `${fullMonthWords(refusal.month)}还没有开始，没有数字可写：请选本月或以前的月份。`;
    case 'month-before-plans':
      return `${fullMonthWords(refusal.month)}还没有在用的计划，没有数字可写：最早的是${refusal.year}年的计划，请选${refusal.year}年1月以后的月份。`;
    case 'not-public':
      return `${PAPER_NAMES[refusal.paper]}是内部文件，没有公开版：请去掉 --public，或改为导出台账、月度汇总。`;
    case 'not-in-this-format':
      return `${PAPER_NAMES[refusal.paper]}不能写成这种文件：请把文件名改为以 ${refusal.formats.join('、')} 结尾。`;
  }
}

/** Answers to a press on a paper's button. */
export type PaperAnswer =
  | 'queued'
  | 'just-sent'
  | 'already'
  | 'not-permitted'
  | 'no-plan-in-force'
  | 'month-to-come'
  | 'unknown-plan';

export function paperToast(answer: PaperAnswer): Toast {
  switch (answer) {
    case 'queued':
      return { type: 'success', text: '正在生成，稍后发给您' };
    case 'already':
      return { type: 'info', text: '已在生成，稍后发给您' };
    case 'just-sent':
      return { type: 'info', text: '已发送，请看与机器人的会话；数字有变动的，一分钟后再点' };
    case 'not-permitted':
      return { type: 'warning', text: '通报、台账由领导、主管机构和管理员下载。如需要，请联系局办公室。' };
    case 'no-plan-in-force':
      return { type: 'warning', text: '没有在用的计划，没有数字可写。请管理员先发布计划。' };
    case 'month-to-come':
      return { type: 'warning', text: '这个月还没有开始，没有数字可写。' };
    case 'unknown-plan':
      return { type: 'warning', text: '这个计划已不在台账里。请从新的卡片上再点一次。' };
  }
}
