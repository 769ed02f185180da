import { shiftMonth } from '../domain/calendar/month.ts';
import { hundredths } from '../domain/quotas/tally.ts';
import type {
  Correction,
  MonthFigures,
  OfficeFigures,
  OtherFigures,
  RateFigures,
} from '../domain/reports/month-figures.ts';
import { type CardElement, markdown, note } from './card.ts';
import { plain } from './escape-markdown.ts';
import { monthWords } from './monthly-text.ts';
import { periodWords } from './period-words.ts';
import { unitOf } from './quotas/quota-words.ts';
import { clip } from './words.ts';

const SHOWN = 8;
const NAMED = 6;

/** Quotas of other matters and periods, a line each. */
export function otherLines(others: readonly OtherFigures[]): readonly CardElement[] {
  return section(
    '其他指标',
    others.map(({ matter, periodKey, goesOn, offices }) => {
      const about = `${plain(clip(matter, 16))}（${periodWords(periodKey)}）`;
      const [whole] = offices;
      if (whole?.officeId === null)
        return `${about}：${whole.accepted.value}/${whole.target}，${whole.met ? '达标' : missingWords(whole, matter, goesOn)}`;
      const unmet = offices.filter(({ met }) => !met);
      return `${about}：达标 ${offices.length - unmet.length}/${offices.length} 个单位${namesOf(unmet, goesOn)}`;
    }),
  );
}

/** A period that goes on is not judged before its end. */
function missingWords({ accepted, target }: OfficeFigures, matter: string, goesOn: boolean): string {
  return goesOn ? `还差 ${hundredths(target - accepted.value)} ${unitOf(matter)}` : '未达标';
}

function namesOf(unmet: OtherFigures['offices'], goesOn: boolean): string {
  if (unmet.length === 0) return '';
  const names = unmet.slice(0, NAMED).map(({ officeName, accepted, target }) => {
    return `${plain(clip(officeName ?? '', 12))} ${accepted.value}/${target}`;
  });
  return `，${goesOn ? '尚未完成' : '未达标'}：${names.join('、')}${unmet.length > NAMED ? `等 ${unmet.length} 个` : ''}`;
}

/** Rates with the gap in items, a line each. */
export function rateLines(rates: readonly RateFigures[]): readonly CardElement[] {
  return section(
    '比率',
    rates.map(({ rule, officeName, reading, before }) => {
      const about = `${plain(clip(rule.of === '' ? rule.phrase : rule.of, 24))}（${plain(clip(officeName, 12))}，不低于 ${rule.min} %）`;
      if (!reading) return `${about}：当月未填报`;
      if (reading.share === null) return `${about}：当月没有应计事项`;
      const trend = before?.share == null ? '' : `，上月 ${before.share} %`;
      return `${about}：${reading.share} %，${reading.reached ? '达到' : `还差 ${reading.gap} 项`}${trend}`;
    }),
  );
}

/** What changed in the month before after it was closed. */
export function correctionLines({ month, corrections }: MonthFigures): readonly CardElement[] {
  const lines = corrections.map((correction) => correctionWords(correction));
  return section(`更正（${monthWords(shiftMonth(month, -1))}关账后变动）`, lines);
}

/** `《…》：采用改为退回` */
export function correctionWords({ submission, before }: Correction): string {
  const title = `《${plain(clip(submission.title, 30))}》`;
  if (before === null) return `${title}：关账后补报，${STATES[submission.state]}`;
  if (before.state !== submission.state) return `${title}：${STATES[before.state]}改为${STATES[submission.state]}`;
  return `${title}：${creditWords(before.credits)}改为${creditWords(submission.credits)}`;
}

const STATES = {
  submitted: '待审核',
  accepted: '采用',
  returned: '退回',
  withdrawn: '撤回',
  none: '零报告',
} as const satisfies Record<Correction['submission']['state'], string>;

function creditWords(credits: readonly string[]): string {
  return credits.length > 1 ? `分摊计入 ${credits.length} 个单位` : '计入一个单位';
}

function section(title: string, lines: readonly string[]): readonly CardElement[] {
  if (lines.length === 0) return [];
  const left = lines.length - SHOWN;
  return [
    markdown(`**${title}**`, { margin: '4px 0px 0px 0px' }),
    markdown(lines.slice(0, SHOWN).join('<br>')),
    ...(left > 0 ? [note(`还有 ${left} 项，见台账`)] : []),
  ];
}
