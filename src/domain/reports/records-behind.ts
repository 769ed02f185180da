import type { Counter } from '../quotas/count-quotas.ts';
import { isSubmitted, type Submission } from '../quotas/submission.ts';

/** A number with the ids of exactly the parts or submissions behind it; empty where they were not loaded. */
export interface Counted {
  readonly value: number;
  readonly parts: readonly string[];
}

/** What has to be known of a submission to say which numbers it is in. */
export type SummaryRecord = Pick<Submission, 'id' | 'matter' | 'state' | 'credits' | 'eventOn'>;

/** The submissions that a counter counts as 报送, in the order of the records. */
export type RecordsBehind = (counter: Pick<Counter, 'rule' | 'officeId' | 'period'>) => readonly SummaryRecord[];

/** Thousands of counters look into the same records: they are sorted by matter and office once. */
export function recordsBehind(records: readonly SummaryRecord[]): RecordsBehind {
  const index = new Map<string, SummaryRecord[]>();
  for (const record of records) {
    if (!isSubmitted(record)) continue;
    for (const officeId of [null, ...record.credits]) {
      const key = keyOf(record.matter, officeId);
      const group = index.get(key);
      if (group) group.push(record);
      else index.set(key, [record]);
    }
  }
  return ({ rule, officeId, period }) =>
    (index.get(keyOf(rule.matter, officeId)) ?? []).filter(
      ({ eventOn }) => period.startsOn <= eventOn && eventOn <= period.endsOn,
    );
}

function keyOf(matter: string, officeId: string | null): string {
  return `${matter} ${officeId ?? ''}`;
}
