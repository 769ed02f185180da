import type { CivilDate } from '../calendar/civil-date.ts';
import { groupBy } from '../group-by.ts';
import { wasLate } from '../ledger/lights.ts';
import type { Part } from '../ledger/part.ts';
import { returnsOf } from '../ledger/part-story.ts';
import { isClosed, isDated, isDropped, isOverdue, isSoft } from '../reminders/urgency.ts';
import type { Counter } from './count-quotas.ts';
import { NEWS } from './matter.ts';
import { isLate, isSubmitted, type Submission } from './submission.ts';
import { hundredths } from './tally.ts';

/** 任务办结 · 指标完成 · 报送质量 */
export type ScoreItem = 'completion' | 'quotas' | 'quality';

/** Points that each item is worth; what an office does not owe is left out and the rest scaled up to 100. */
export const SCORE_WEIGHTS: Readonly<Record<ScoreItem, number>> = { completion: 60, quotas: 30, quality: 10 };

/** An overdue part that was done in the end counts so much of one that was in time. */
const LATE_SHARE = 0.5;
/** Taken off 报送质量. */
export const DEDUCTIONS = { partReturned: 1, submissionReturned: 0.5, submissionLate: 0.2 } as const;

/** One record behind an office's points. */
export type ScoreRecord =
  /** `value` 1 in time, 0.5 late, 0 still open and late. */
  | {
      readonly item: 'completion';
      readonly part: Part;
      readonly result: 'on-time' | 'late' | 'overdue';
      readonly value: number;
    }
  /** `value` is the share of the target that was reached, at most 1. */
  | { readonly item: 'quotas'; readonly counter: Counter; readonly value: number }
  /** `value` is what is taken off. */
  | { readonly item: 'quality'; readonly part: Part; readonly times: number; readonly value: number }
  | {
      readonly item: 'quality';
      readonly submission: Submission;
      readonly fault: 'returned' | 'late';
      readonly value: number;
    };

export interface OfficeScore {
  readonly officeId: string;
  /** Null where the office owes nothing of the kind. */
  readonly points: Readonly<Record<ScoreItem, number | null>>;
  /** Of 100, to a hundredth; null where the office owes nothing at all. */
  readonly total: number | null;
  /** Closed periods in which the office missed its quota of news: 信息报送不达标, which rules out 评优. */
  readonly vetoes: readonly Counter[];
  readonly records: readonly ScoreRecord[];
}

/**
 * The year's 考核 of every office, by rules that anyone can recount from the records.
 *
 * 任务办结: the parts whose date counts and is over, or that are closed; 1 each in time, a half each late, nothing while open and late.
 * 指标完成: closed periods alone, each with the share of its target that was reached. 报送质量: full, less what was returned or late.
 *
 * @param officeIds in the order of the offices file; nobody is ranked
 * @param counters of each office, of closed periods only
 */
export function scoreOffices(input: {
  readonly officeIds: readonly string[];
  readonly parts: readonly Part[];
  readonly counters: readonly Counter[];
  readonly submissions: readonly Submission[];
  readonly today: CivilDate;
}): readonly OfficeScore[] {
  const parts = groupBy(input.parts, ({ officeId }) => officeId);
  const counters = groupBy(input.counters, ({ officeId }) => officeId);
  const submissions = groupBy(input.submissions, ({ officeId }) => officeId);
  return input.officeIds.flatMap((officeId) => {
    const own = parts.get(officeId) ?? [];
    const owed = counters.get(officeId) ?? [];
    const completion = own.flatMap((part) => completionRecord(part, input.today));
    const quotas = owed.map((counter) => ({ item: 'quotas', counter, value: reached(counter) }) as const);
    const faults = [...own.flatMap(returnRecord), ...(submissions.get(officeId) ?? []).flatMap(submissionRecords)];
    if (completion.length + quotas.length + faults.length === 0) return [];
    const points = {
      completion: share(completion, SCORE_WEIGHTS.completion),
      quotas: share(quotas, SCORE_WEIGHTS.quotas),
      quality: hundredths(Math.max(0, SCORE_WEIGHTS.quality - sumOf(faults))),
    };
    return [
      {
        officeId,
        points,
        total: totalOf(points),
        vetoes: owed.filter(({ rule, met }) => rule.matter === NEWS && !met),
        records: [...completion, ...quotas, ...faults],
      },
    ];
  });
}

function completionRecord(part: Part, today: CivilDate): readonly Extract<ScoreRecord, { item: 'completion' }>[] {
  if (!isDated(part) || isSoft(part) || isDropped(part)) return [];
  if (isClosed(part)) {
    const late = wasLate(part);
    return [{ item: 'completion', part, result: late ? 'late' : 'on-time', value: late ? LATE_SHARE : 1 }];
  }
  return isOverdue(part, today) ? [{ item: 'completion', part, result: 'overdue', value: 0 }] : [];
}

function reached({ accepted, target }: Counter): number {
  return target <= 0 ? 1 : hundredths(Math.min(1, accepted / target));
}

function returnRecord(part: Part): readonly ScoreRecord[] {
  const times = returnsOf(part);
  return times === 0 ? [] : [{ item: 'quality', part, times, value: times * DEDUCTIONS.partReturned }];
}

function submissionRecords(submission: Submission): readonly ScoreRecord[] {
  if (!isSubmitted(submission)) return [];
  const fault = (kind: 'returned' | 'late', value: number): ScoreRecord => ({
    item: 'quality',
    submission,
    fault: kind,
    value,
  });
  return [
    ...(submission.state === 'returned' ? [fault('returned', DEDUCTIONS.submissionReturned)] : []),
    ...(isLate(submission) ? [fault('late', DEDUCTIONS.submissionLate)] : []),
  ];
}

function share(records: readonly { readonly value: number }[], weight: number): number | null {
  return records.length === 0 ? null : hundredths((weight * sumOf(records)) / records.length);
}

function totalOf(points: OfficeScore['points']): number | null {
  const owed = (['completion', 'quotas', 'quality'] as const).filter((item) => points[item] !== null);
  const weight = owed.reduce((sum, item) => sum + SCORE_WEIGHTS[item], 0);
  if (owed.every((item) => item === 'quality')) return null;
  return hundredths((owed.reduce((sum, item) => sum + (points[item] ?? 0), 0) * 100) / weight);
}

function sumOf(records: readonly { readonly value: number }[]): number {
  return records.reduce((sum, { value }) => sum + value, 0);
}
