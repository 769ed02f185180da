import type { CivilDate } from '../domain/calendar/civil-date.ts';
import type { WorkbookPaper } from '../domain/reports/paper.ts';
import { fullDayWords } from './words.ts';

interface TableView {
  readonly title: string;
  readonly on: CivilDate;
  /** Its header first. */
  readonly table: readonly (readonly string[])[];
}

const WIDTHS: Readonly<Record<string, number>> = {
  序号: 8,
  工作领域: 16,
  工作任务: 50,
  责任单位: 18,
  完成时限: 16,
  进展情况: 24,
};

/** 台账 for the public, on one sheet. */
export function publicLedgerWorkbook({ title, on, table: [header = [], ...rows] }: TableView): WorkbookPaper {
  return {
    sheets: [
      {
        name: '任务台账',
        title: `${title}任务台账`,
        lead: [`截至${fullDayWords(on)}。${PUBLIC_NOTE}`],
        columns: header.map((text) => ({ title: text, width: WIDTHS[text] ?? 20 })),
        rows,
      },
    ],
  };
}

const PUBLIC_NOTE = '进展情况以责任单位报告并经主管机构掌握的为准；一项任务由几个单位承担或分几次完成的，分别计件。';

/** The ledger as a Markdown table. */
export function ledgerMarkdown({ title, on, table: [header = [], ...rows] }: TableView): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellWords).join(' | ')} |`;
  const rule = `| ${header.map(() => '---').join(' | ')} |`;
  return `# ${title}任务台账\n\n截至${fullDayWords(on)}。\n\n${[line(header), rule, ...rows.map(line)].join('\n')}\n`;
}

/** In one line, without the marks that end a cell or begin a tag. */
function cellWords(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/\s*\n\s*/g, '；');
}

/** What was left out of a public ledger, for whoever publishes it. */
export function omittedWords(
  omitted: readonly { readonly no: string | null; readonly word: string }[],
  names: number,
): readonly string[] {
  const rows = omitted.map(({ no, word }) => `${no === null ? '无序号的一项' : `第${no}项`}（“${word}”）`);
  return [
    ...(rows.length > 0 ? [`含敏感字样的任务没有写入：${rows.join('、')}，请核对是否确应不公开。`] : []),
    ...(names > 0 ? [`隐去人名${names}处，请核对。`] : []),
  ];
}
