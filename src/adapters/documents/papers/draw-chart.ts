import { AlignmentType, Paragraph } from 'docx';
import { ChartRun, type ChartSeries } from 'docx/charts';
import type { PaperChart } from '../../../domain/reports/paper.ts';
import { storableText } from '../storable-text.ts';

/** In pixels at 96 to the inch: the width of what is printed on. */
const SIZE = { width: 588, height: 300 } as const;
const BLUE = '2F5597';
const RED = 'C00000';
/** More names than this do not fit side by side. */
const LEVEL_LABELS = 7;

/** A native chart with a workbook behind it: whoever opens the document can edit the numbers. */
export function drawChart({ title, categories, bars, target }: PaperChart): Paragraph {
  const label = { value: true } as const;
  const series: ChartSeries[] = [
    { name: bars.name, values: bars.values, color: BLUE, dataLabels: { ...label, position: 'outsideEnd' } },
  ];
  if (target) {
    const line = { color: RED, width: 1.5, dash: 'dash' } as const;
    series.push({ name: target.name, values: target.values, type: 'line', color: RED, line, markers: false });
  }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 120 },
    children: [
      new ChartRun({
        type: 'column',
        title: storableText(title),
        categories: categories.map(storableText),
        series,
        font: { name: '宋体' },
        gapWidth: 80,
        valueAxis: { minimum: 0, gridlines: true, ...wholeSteps(bars.values) },
        categoryAxis: categories.length > LEVEL_LABELS ? { labelRotation: -45 } : {},
        transformation: SIZE,
      }),
    ],
  });
}

/** Small counts get an axis without halves. */
function wholeSteps(values: readonly number[]): { readonly interval?: number } {
  return Math.max(0, ...values) <= 8 ? { interval: 1 } : {};
}
