import { type CivilDate, civil } from '../calendar/civil-date.ts';
import { HEARING, MEETING } from './matter.ts';
import type { QuotaRule } from './quota-rule.ts';

type Words = Pick<QuotaRule, 'matter' | 'phrase' | 'taskText'>;

/** What others gather for, or what is handed in on paper, is no duty of leaders. */
const OF_OTHERS = /培训|座谈|听证|论证|意见|公众|群众|企业|开放日|书面|报送|上报|提交|撰写/;
const NAMES_IT = /汇报|会/;

/**
 * Whether a quota is a duty that leaders do themselves and an office arranges for them: 每年至少听取1次…汇报, 每年至少召开一次会议. Only
 * yearly ones are: what comes round more often has its own pace.
 */
export function isLeaderDuty(rule: Words & Pick<QuotaRule, 'per'>): boolean {
  if (rule.per !== 'year') return false;
  return (rule.matter === HEARING || rule.matter === MEETING) && !OF_OTHERS.test(clauseOf(rule));
}

/** The duty without its number and with whoever does it, as far as the plan names them: `主要负责人听取便民公开情况汇报`. */
export function dutyWords(rule: Words): string {
  const words = clauseOf(rule)
    .replaceAll(
      /每个?年度?|全年|年度?内|[本当]年度?|(?:应当|应|须|要)?(?:至少|最少|不少于|不低于|不得少于|不得低于)/g,
      '',
    )
    .replaceAll(/[\d〇一二两三四五六七八九十]+次(?:以上)?/g, '')
    .replace(/^(?:应当|应|须|要)/, '');
  return NAMES_IT.test(words) ? words : rule.matter;
}

/** The clause that states it: where the phrase counts without naming what it counts, the row's. */
function clauseOf({ phrase, taskText }: Words): string {
  const text = NAMES_IT.test(phrase) ? phrase : taskText;
  const clauses = text.replaceAll(/\s/g, '').split(/[,，。;；:：]/);
  return clauses.find((clause) => NAMES_IT.test(clause)) ?? '';
}

/** `propose` in the second quarter, `propose-again` in the third. */
export type ProposalStep = 'propose' | 'propose-again';

const FIRST_STEP = '05-15';

/** By month and day (`MM-DD`), both included; `share` is what of the year is over when the quarter ends. */
const STEPS: readonly {
  readonly step: ProposalStep;
  readonly from: string;
  readonly to: string;
  readonly share: number;
}[] = [
  // A plan that comes in early August waits for the second step: two proposals within days would be one too many.
  { step: 'propose', from: FIRST_STEP, to: '07-31', share: 1 / 2 },
  { step: 'propose-again', from: '08-15', to: '12-31', share: 3 / 4 },
];

/** The day of a year from which dates are proposed. */
export function proposalsBegin(year: number): CivilDate {
  return civil(`${year}-${FIRST_STEP}`);
}

/**
 * Which proposal is due, be it a day of rest: while fewer are held or registered than the quarter's share of the year asks for, rounded
 * up; null while that many are, and at other times of the year.
 *
 * @param registered held, or registered for a day to come
 */
export function proposalDue(
  { target, registered }: { readonly target: number; readonly registered: number },
  today: CivilDate,
): ProposalStep | null {
  const day = today.slice(5);
  const due = STEPS.find(({ from, to }) => from <= day && day <= to);
  return due && registered < Math.ceil(target * due.share) ? due.step : null;
}
