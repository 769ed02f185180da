import { ANY_DATES, contextAt } from '../phrases/finding.ts';
import { fold } from '../phrases/fold.ts';
import { splitOutsideBrackets } from '../phrases/office-names.ts';
import { readDeadline } from '../phrases/read-deadline.ts';
import { ownerLikeness } from '../phrases/read-owners.ts';
import { DEADLINE_LABEL } from './owner-labels.ts';

export interface Label {
  readonly index: number;
  readonly length: number;
}

/** Who and by when, as printed; ； between the parts. */
export interface OwnerParts {
  readonly owners: string | null;
  readonly deadline: string | null;
}

/** What stands at the edges of a value and says nothing. */
export const EDGES = /^[;；,，。、:：—|｜\s-]+|[;；,，。、|｜\s]+$/g;
const IS_DEADLINE = new RegExp(`^(?:${DEADLINE_LABEL}|(?:时间|日期|节点):)`);
/** Words that state a time, mostly. */
export const TIMED =
  /前|底|完成|持续|长期|五一|节|待|每|月|季度|日|全年|年内|常态|即时|及时|随时|实时|适时|立即|动态|定期|工作日|小时|部署|安排|法定|按[时期]/;
const ANY_BRACKET = contextAt(ANY_DATES, 'bracket');
const LONGEST_DEADLINE = 40;

/** 责任单位：…；完成时限：…: each value reaches up to the next label. */
export function labelledParts(printed: string, folded: string, labels: readonly Label[]): OwnerParts | null {
  const owners: string[] = [];
  const deadlines: string[] = [];
  const lead = printed.slice(0, labels[0]?.index ?? 0).replace(EDGES, '');
  if (lead !== '') (isDeadline(lead) ? deadlines : owners).push(lead);
  labels.forEach((label, index) => {
    const to = labels[index + 1]?.index ?? printed.length;
    const value = printed.slice(label.index + label.length, to).replace(EDGES, '');
    const part = `${labelAs(printed.slice(label.index, label.index + label.length))}${value}`;
    if (value === '') return;
    if (IS_DEADLINE.test(folded.slice(label.index))) {
      deadlines.push(value);
      return;
    }
    const pieces = [...splitOutsideBrackets(part, /[;；,，。]/)];
    const late: string[] = [];
    while (pieces.length > 1 && isDeadline(pieces.at(-1) ?? '')) late.unshift(pieces.pop() ?? '');
    deadlines.push(...late);
    owners.push(late.length > 0 ? pieces.join('，') : part);
  });
  if (owners.length === 0 && deadlines.length === 0) return null;
  return {
    owners: owners.length > 0 ? owners.join('；') : null,
    deadline: deadlines.length > 0 ? deadlines.join('；') : null,
  };
}

/** 责任单位】 whose opening bracket stands before it; a dash stands for the colon. */
function labelAs(printed: string): string {
  if (/[—–-]$/.test(printed)) return `${printed.slice(0, -1)}：`;
  return /[】\]][:：]?$/.test(printed) ? `【${printed}` : printed;
}

/** Whether words state a time and nothing else. */
export function isDeadline(part: string): boolean {
  if (part.length > LONGEST_DEADLINE || !TIMED.test(fold(part)) || /牵头|配合|负责(?!人)/.test(fold(part)))
    return false;
  const reading = readDeadline(part, ANY_BRACKET);
  return reading.rules.length > 0 && reading.unread === null && ownerLikeness(part) < 1;
}
