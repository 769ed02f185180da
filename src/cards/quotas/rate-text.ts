import { type Figures, readRate } from '../../domain/quotas/rates.ts';
import type { Toast } from '../text.ts';
import { clip } from '../words.ts';
import { monthWords } from './quota-words.ts';
import { FIELD_WORDS, type RateFormError } from './rate-form.ts';

/** Under every rate. */
export const RATE_DEFINITION = '口径：比率＝分子÷（分母－免考核），舍去到 0.1 %；还差几项按要求的比率进位到整数。';

/** `75 %（45/60），要求 80 %，还差 3 项`. */
export function rateWords(figures: Figures, min: number): string {
  const { share, denominator, gap, reached } = readRate(figures, min);
  if (share === null) return `本月无考核事项，要求 ${min} %`;
  const exempt = figures.exempt > 0 ? `，已扣免考核 ${figures.exempt} 项` : '';
  return `${share} %（${figures.met}/${denominator}${exempt}），要求 ${min} %，${reached ? '已达标' : `还差 ${gap} 项`}`;
}

/** `45/60`, `45/60 免2`. */
export function figuresWords({ met, total, exempt }: Figures): string {
  return exempt > 0 ? `${met}/${total} 免 ${exempt}` : `${met}/${total}`;
}

export type RateRefusal =
  | RateFormError
  | { readonly kind: 'no-rates' | 'not-your-card' | 'line-gone' | 'changed-since' | 'month-ahead' }
  | { readonly kind: 'unknown-row'; readonly no: string | null }
  | { readonly kind: 'figures-missing'; readonly rate: string }
  /** The figures may be meant for any of several: nothing is entered. */
  | { readonly kind: 'several-rates'; readonly count: number };

/** Who, why, and what to do about it. */
export function rateRefusalText(refusal: RateRefusal): string {
  switch (refusal.kind) {
    case 'nothing-filled':
      return '还没有填写：请至少填一项的分子和分母';
    case 'field-missing':
      return `${refusal.rate}：${FIELD_WORDS[refusal.field]}还没有填`;
    case 'not-whole':
      return `${refusal.rate}：${FIELD_WORDS[refusal.field]}请填整数，如 45`;
    case 'exempt-above-total': {
      const { exempt, total } = refusal.figures;
      return `${refusal.rate}：免考核 ${exempt} 项多于分母 ${total}，请核对`;
    }
    case 'met-above-denominator': {
      const { met, exempt, total } = refusal.figures;
      const most = exempt > 0 ? `分母 ${total} 减免考核 ${exempt}，余 ${total - exempt}` : `分母 ${total}`;
      return `${refusal.rate}：分子 ${met} 多于${most}，请核对`;
    }
    case 'no-rates':
      return '您名下没有要填报的比率指标。报送的数量发“本月报送”看；如应由您填报比率，请联系局办公室。';
    case 'not-your-card':
      return '这张卡片是发给别人的。发“比率”，可填您名下的比率。';
    case 'line-gone':
      return '该指标已随计划变更取消，或不在您名下，以下是当前状态';
    case 'changed-since':
      return '此后已有新的数字，不能撤回，以下是当前状态';
    case 'month-ahead':
      return '该月还没有到，请填本月或以前的月份';
    case 'unknown-row':
      return refusal.no === null
        ? '没有找到这项比率。发“比率”，在卡片上填写。'
        : `您名下没有第 ${clip(refusal.no, 12)} 项比率。发“比率”，在卡片上填写。`;
    case 'figures-missing':
      return `请写明${refusal.rate}的分子和分母，如“比率 3 45/60”；有免考核的写“比率 3 45/60 免2”。`;
    case 'several-rates':
      return `没有记录：您名下有 ${refusal.count} 项比率，看不出是哪一项。请在卡片上填写，或写明名称再发。`;
  }
}

export function rateRefusalToast(refusal: RateRefusal): Toast {
  return { type: refusal.kind === 'changed-since' ? 'info' : 'warning', text: rateRefusalText(refusal) };
}

/** What was entered: the first, and how many others. `before` null where the month had no figures. */
export interface RateChange {
  readonly name: string;
  readonly before: Figures | null;
  readonly after: Figures;
}

/** `原 40/60 已改为 45/60`, `已记录 2 项`. */
export function ratesDoneText(changes: readonly RateChange[]): string {
  const replaced = changes.filter(({ before }) => before !== null);
  const [only] = changes;
  if (!only) return '与原来的数字相同，没有改动';
  if (changes.length === 1) {
    const what = `${clip(only.name, 16)} ${figuresWords(only.after)}`;
    return only.before === null
      ? `已记录 ${what}`
      : `${clip(only.name, 16)}原 ${figuresWords(only.before)} 已改为 ${figuresWords(only.after)}`;
  }
  const [first] = replaced;
  if (!first?.before) return `已记录 ${changes.length} 项`;
  return `已记录 ${changes.length} 项，其中${clip(first.name, 12)}原 ${figuresWords(first.before)} 已改为 ${figuresWords(first.after)}`;
}

/** The answer to `比率 3 45/60`. */
export function rateEnteredText(
  change: RateChange | null,
  { name, min, figures, month }: { name: string; min: number; figures: Figures; month: string },
): string {
  const what = `${clip(name, 30)} ${monthWords(month)}：${rateWords(figures, min)}`;
  if (!change) return `${what}。与原来的数字相同，没有改动。`;
  const before =
    change.before === null ? '已记录。' : `原 ${figuresWords(change.before)} 已改为 ${figuresWords(change.after)}。`;
  return `${what}。${before}填错了再发一次，或发“比率”在卡片上更正。`;
}

export function rateUndoneText(before: Figures | null): string {
  return before === null ? '已撤回，该月数字未填' : `已撤回，恢复为 ${figuresWords(before)}`;
}
