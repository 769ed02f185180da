import type { Instant } from '../domain/calendar/civil-date.ts';
import type { Correction, MonthFigures } from '../domain/reports/month-figures.ts';
import { button, buttonRow, type CardJson, card, collapsible, header, markdown, note } from './card.ts';
import { plain } from './escape-markdown.ts';
import { monthlyDefinitions, numberLabel } from './monthly-definitions.ts';
import { correctionWords } from './monthly-others.ts';
import { detailsButton } from './monthly-summary-card.ts';
import { fullMonthWords, monthTitle, monthWords } from './monthly-text.ts';
import { clip, momentWords } from './words.ts';

/** One number of a posted summary that is another now. */
export interface NumberChange {
  /** As in `digest monthly --json`. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** 更正 of a month's summary: each number that changed, and the submissions that changed it. */
export interface MonthlyCorrectionView {
  readonly figures: MonthFigures;
  readonly changes: readonly NumberChange[];
  /** When the numbers were taken that are corrected now. */
  readonly asOf: Instant;
  readonly records: readonly Correction[];
}

const CHANGES_SHOWN = 24;
const RECORDS_SHOWN = 12;

export function monthlyCorrectionCard({ figures, changes, asOf, records }: MonthlyCorrectionView): CardJson {
  const { month } = figures;
  const lines = changes.slice(0, CHANGES_SHOWN).map(changeWords);
  const left = changes.length - lines.length;
  return card({
    summary: `更正：${fullMonthWords(month)}汇总 ${changes.length} 个数字有变动`,
    header: header({ title: `更正 · ${monthTitle(month)}`, colour: 'orange' }),
    elements: [
      markdown(`${monthWords(month)}汇总（数据截至 ${momentWords(asOf)}）以下数字更正：`),
      markdown([...lines, ...(left > 0 ? [`还有 ${left} 个数字，见台账`] : [])].join('<br>')),
      ...(records.length > 0 ? [markdown(`**变动事项**<br>${recordLines(records)}`)] : []),
      collapsible('口径', [note(monthlyDefinitions(figures))]),
      buttonRow([
        detailsButton(figures),
        button({ text: '下载通报 .docx', action: { a: 'paper.send', v: 1, k: 'circular', m: month } }),
      ]),
    ],
  });
}

/** `政策研究处信息采用：由 2 改为 1` */
function changeWords({ name, from, to }: NumberChange): string {
  return `${plain(clip(numberLabel(name), 40))}：由 ${from} 改为 ${to}`;
}

function recordLines(records: readonly Correction[]): string {
  const left = records.length - RECORDS_SHOWN;
  return [...records.slice(0, RECORDS_SHOWN).map(correctionWords), ...(left > 0 ? [`还有 ${left} 件`] : [])].join(
    '<br>',
  );
}
