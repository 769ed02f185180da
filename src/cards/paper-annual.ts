import type { CivilDate } from '../domain/calendar/civil-date.ts';
import type { DocumentPaper } from '../domain/reports/paper.ts';
import type { YearFigures } from '../domain/reports/year-figures.ts';
import { paragraph } from './paper-words.ts';
import { fullDayWords, shareOf } from './words.ts';

export interface AnnualView {
  readonly figures: YearFigures;
  readonly planTitle: string;
  /** The day up to which was counted. */
  readonly on: CivilDate;
}

/** The paragraph for the government information disclosure annual report: whole sentences that stand by themselves. */
function annualParagraph({ figures, planTitle }: AnnualView): string {
  const { year, tasks, parts, press, news, explainers, rectified } = figures;
  const share = shareOf(parts.onTime, parts.closed + parts.overdue);
  const lasting = tasks.lasting > 0 ? `，另有${tasks.lasting}项长期坚持或按事项办理` : '';
  const sentences = [
    `${year}年，本机关按照《${planTitle}》建立任务台账，逐项明确责任主体和时限要求，共承担任务${tasks.total}项，已完成${tasks.done}项${lasting}。`,
    parts.closed + parts.overdue === 0
      ? ''
      : `按单位和时限计，全年办结${parts.closed}件，其中按时办结${parts.onTime}件${parts.overdue > 0 ? `，到期未办结${parts.overdue}件` : ''}${share === null ? '' : `，按时办结率${share}%`}。`,
    listed([
      [press, `举办新闻发布会${press}场`],
      [news, `采用并公开政务信息${news}条`],
      [explainers, `制作图文解读${explainers}个`],
    ]),
    rectified.total === 0
      ? ''
      : `对上一年度工作要点落实情况开展“回头看”，列入整改${rectified.total}项，已完成整改${rectified.done}项。`,
  ];
  return sentences.join('');
}

export function annualPaper(view: AnnualView): DocumentPaper {
  return {
    mark: '草稿：供政府信息公开工作年度报告选用',
    title: `${view.figures.year}年政务公开工作要点落实情况\n（年度报告段落）`,
    addressee: null,
    blocks: [paragraph(annualParagraph(view))],
    signature: null,
    notes: [annualNote(view)],
  };
}

export function annualMarkdown(view: AnnualView): string {
  const title = `# ${view.figures.year}年政务公开工作要点落实情况（年度报告段落）`;
  return `${[title, annualParagraph(view), `> ${annualNote(view)}`].join('\n\n')}\n`;
}

function annualNote({ on }: AnnualView): string {
  return `附注：数据截至${fullDayWords(on)}。任务按台账的行计；一个单位一项任务的一次时限计一件，报办结即计办结，没有时限、力争完成、印发前已到期的不计；按时办结率＝按时办结÷（办结＋到期未办结）；发布会、信息、图文解读按活动日期计入，只计审核采用的。`;
}

function listed(facts: readonly (readonly [number, string])[]): string {
  const said = facts.flatMap(([count, words]) => (count > 0 ? [words] : []));
  return said.length === 0 ? '' : `全年${said.join('，')}。`;
}
