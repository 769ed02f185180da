import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import { missingOf, waitingOf } from '../../domain/quotas/plan-quota-nudges.ts';
import { button, buttonRow, type CardElement, columns, font, markdown, note } from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { clip, dateWords, dayWords } from '../words.ts';
import type { NudgePlace } from './nudge-section.ts';

/** A duty of leaders, 听取汇报 or a meeting, that the person's office arranges, as it stands now. */
export interface NudgedDuty {
  readonly counter: Counter;
  /** Where each office owes it and the person answers for several. */
  readonly officeName: string | null;
  /** What is to be held. */
  readonly words: string;
  /** The days that were proposed; empty where the time is too short for any. */
  readonly days: readonly CivilDate[];
}

const SHOWN = 3;

/**
 * 请安排: the proposed days of each duty, and the button that registers one of them.
 *
 * @param briefing the month (`YYYY-MM`) whose 月度汇总 a person who may have it can take along as 汇报材料, or null
 */
export function dutySection(
  duties: readonly NudgedDuty[],
  briefing: string | null,
  place: NudgePlace,
): readonly CardElement[] {
  if (duties.length === 0) return [];
  const open = duties.some(isToArrange);
  return [
    markdown(font('blue', '**请安排**'), { size: 'notation', margin: '8px 0px -4px 0px' }),
    ...duties.slice(0, SHOWN).map((duty) => dutyLine(duty, place)),
    ...(duties.length > SHOWN ? [note(`还有 ${duties.length - SHOWN} 项`)] : []),
    ...(open ? [note('定下日期后登记，不再提醒；会后审核采用，即计入完成。')] : []),
    ...(open && briefing !== null
      ? [buttonRow([button({ text: '下载汇报材料', action: { a: 'paper.send', v: 1, k: 'summary', m: briefing } })])]
      : []),
  ];
}

/** Nothing is registered for it, or too little. */
export function isToArrange({ counter }: NudgedDuty): boolean {
  return !counter.met && missingOf(counter) > 0;
}

function dutyLine(duty: NudgedDuty, { cardId, today }: NudgePlace): CardElement {
  const { counter, officeName, words, days } = duty;
  const { rule, officeId, period, met } = counter;
  const name = `**${plain(clip(words, 40))}**${officeName === null ? '' : `（${plain(clip(officeName, 16))}）`}`;
  if (met) return note(`✓ ${name}：本年已完成`);
  if (!isToArrange(duty)) return note(`✓ ${name}：已登记，会后审核采用`);
  const coming = days.filter((day) => day >= today);
  const [first] = coming;
  return columns(
    [
      {
        width: 1,
        elements: [markdown(`${name}：${countWords(counter)}${askWords(coming, { today, until: period.endsOn })}`)],
      },
      {
        width: 'auto',
        elements: [
          button({
            text: '登记日期',
            type: 'primary',
            size: 'small',
            action: {
              a: 'submission.plan',
              v: 1,
              c: cardId,
              r: rule.ruleId,
              ...(officeId !== null && { o: officeId }),
              ...(first && { d: first }),
            },
          }),
        ],
      },
    ],
    { align: 'center' },
  );
}

function countWords(counter: Counter): string {
  if (counter.target === 1) return '';
  const done = counter.accepted + waitingOf(counter);
  return `本年${done > 0 ? `已有 ${done} 次，` : ''}还需 ${missingOf(counter)} 次，`;
}

/** `建议 6月2日（周二）、6月10日（周三）或 6月18日（周四）前后安排`. */
function askWords(days: readonly CivilDate[], { today, until }: { today: CivilDate; until: CivilDate }): string {
  const words = days.map((day) => dateWords(day, today));
  const last = words.pop();
  if (last === undefined) return until < today ? '本期已结束' : `请于 ${dayWords(until, today)}前安排`;
  return `建议 ${words.length === 0 ? '' : `${words.join('、')}或 `}${last}前后安排`;
}
