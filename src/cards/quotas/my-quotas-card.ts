import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { monthOfDay, shiftMonth } from '../../domain/calendar/month.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  columns,
  font,
  header,
  hr,
  markdown,
  note,
} from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { fitCard } from '../fit-card.ts';
import { pageTurner } from '../page-turner.ts';
import { clip, dotted } from '../words.ts';
import { counterPeriodWords, gapWords, monthWords, SUBMISSION_DEFINITION } from './quota-words.ts';
import { fileButtons } from './submission-file.ts';
import { aboutLine, fateLine, linkLine, submissionTitle } from './submission-lines.ts';
import type { MyQuotasView, SubmissionView } from './submission-view.ts';

/** Offices whose numbers one card shows: a person answers for one, rarely for more. */
const OFFICES = 3;
const COUNTERS = 6;

/** 本月报送: where the quotas of the person's offices stand, and what was submitted. */
export function myQuotasCard(view: MyQuotasView): CardJson {
  return fitCard(view.rows.length, (detail, most) => {
    const rows = view.rows.slice(0, most);
    const hidden = view.rows.length - rows.length;
    return card({
      summary: summaryOf(view),
      header: header({ title: `${titleOf(view)} · 报送`, colour: view.offices.every(isMet) ? 'green' : 'blue' }),
      elements: [
        ...view.offices.slice(0, OFFICES).flatMap((office) => officeSection(office, view)),
        ...(view.offices.length > OFFICES ? [note(`还有 ${view.offices.length - OFFICES} 个单位未列出`)] : []),
        note(SUBMISSION_DEFINITION),
        hr(),
        ...(rows.length === 0 ? [note(`${monthWords(view.month)}还没有报送`)] : []),
        ...rows.flatMap((row) => rowElements(row, view, detail.title)),
        ...(hidden > 0 ? [note(`还有 ${hidden} 条未列出`)] : []),
        ...foot(view),
      ],
    });
  });
}

function titleOf({ month, today }: MyQuotasView): string {
  return month === monthOfDay(today) ? '本月' : `${month.slice(0, 4)}年${monthWords(month)}`;
}

function isMet({ counters }: MyQuotasView['offices'][number]): boolean {
  return counters.every(({ met }) => met);
}

function summaryOf(view: MyQuotasView): string {
  const short = view.offices.flatMap(({ counters }) => counters).find(({ met }) => !met);
  const words = short
    ? `${clip(short.rule.matter, 12)} ${short.accepted}/${short.target}，${gapWords(short)}`
    : '已达标';
  return `${titleOf(view)}报送 ${view.total} 条${short || view.offices.some(({ counters }) => counters.length > 0) ? `，${words}` : ''}`;
}

function officeSection(office: MyQuotasView['offices'][number], view: MyQuotasView): readonly CardElement[] {
  const { id, name, counters, nil } = office;
  const shown = counters.slice(0, COUNTERS);
  return [
    markdown(`**${plain(clip(name, 24))}**`),
    ...(shown.length === 0 ? [note('计划没有要求报送数量，报送的照常审核')] : []),
    ...shown.map((counter) => markdown(counterLine(counter, view.today), { margin: '-4px 0px 0px 0px' })),
    ...(counters.length > shown.length ? [note(`还有 ${counters.length - shown.length} 项指标未列出`)] : []),
    ...(nil.length === 0
      ? []
      : [
          buttonRow(
            nil.slice(0, 3).map((matter) =>
              button({
                text: `零报告 ${clip(matter, 6)}`,
                size: 'small',
                confirm: { title: '确认零报告', text: `${clip(name, 16)}本月没有${clip(matter, 12)}可报。` },
                action: { a: 'quotas.none', v: 1, c: view.cardId, o: id, t: clip(matter, 60) },
              }),
            ),
          ),
        ]),
  ];
}

/** `本月 信息 报送 3 · 采用 1/2 · 还差 1 条`, with a wide space behind the matter. */
function counterLine(counter: Counter, today: CivilDate): string {
  const { officeId, rule, submitted, accepted, target, met } = counter;
  const whole = officeId === null ? '合计' : '';
  const label = `${counterPeriodWords(counter, today)} ${clip(rule.matter, 12)}${whole}`;
  return `${plain(label)}　${dotted([`报送 ${submitted}`, `采用 ${accepted}/${target}`, font(met ? 'green' : 'orange', gapWords(counter))])}`;
}

function rowElements(
  row: SubmissionView,
  { cardId, today, offices }: MyQuotasView,
  length: number,
): readonly CardElement[] {
  const only = offices.length === 1 ? offices[0]?.name : undefined;
  const link = linkLine(row);
  const text = [
    markdown(submissionTitle(row, length)),
    markdown(dotted([fateLine(row), aboutLine(row, today, only)]), { size: 'notation', margin: '-4px 0px 0px 0px' }),
    ...(link === null ? [] : [markdown(link, { size: 'notation', margin: '-4px 0px 0px 0px' })]),
  ];
  const act = rowButton(row, cardId);
  const buttons = [...(act ? [act] : []), ...fileButtons(row, cardId)];
  const own = buttons.length === 0 ? [] : [{ width: 'auto' as const, elements: buttons }];
  return [columns([{ width: 1, elements: text }, ...own], { align: 'center' })];
}

function rowButton({ id, version, state, acts }: SubmissionView, cardId: string): CardElement | null {
  const target = { v: 1, c: cardId, s: id, n: version } as const;
  if (acts.includes('withdraw')) {
    return button({
      text: '撤回',
      type: 'primary_text',
      size: 'small',
      action: { a: 'submission.withdraw', ...target },
    });
  }
  if (state === 'withdrawn' && acts.includes('reopen')) {
    return button({
      text: '恢复',
      type: 'primary_text',
      size: 'small',
      action: { a: 'submission.restore', ...target },
    });
  }
  if (state !== 'returned') return null;
  return button({
    text: '再报',
    type: 'primary_text',
    size: 'small',
    action: { a: 'submission.open', v: 1, c: cardId, s: id },
  });
}

function foot({ cardId, month, today, page }: MyQuotasView): readonly CardElement[] {
  const show = (g: number, m: string) => ({ a: 'quotas.mine', v: 1, c: cardId, g, m }) as const;
  const now = monthOfDay(today);
  return [
    ...pageTurner(page, (g) => show(g, month)),
    buttonRow([
      button({ text: '再报一条', type: 'primary', size: 'small', action: { a: 'submission.open', v: 1, c: cardId } }),
      button({ text: '上月', size: 'small', action: show(1, shiftMonth(month, -1)) }),
      button({ text: month === now ? '刷新' : '本月', size: 'small', action: show(1, now) }),
    ]),
  ];
}
