import type { CivilDate } from '../calendar/civil-date.ts';
import type { Span } from '../calendar/month.ts';
import { periodAt, type RulePeriod } from '../ledger/periods.ts';
import { allowsNil } from './nil-report.ts';
import type { QuotaRule } from './quota-rule.ts';
import { hundredths, type Tally } from './tally.ts';

/** How far one quota is in one period: of one office, or of the whole plan. */
export interface Counter {
  readonly rule: QuotaRule;
  /** Null where the whole plan counts together. */
  readonly officeId: string | null;
  readonly period: Pick<RulePeriod, 'key' | 'startsOn' | 'endsOn'>;
  readonly target: number;
  readonly submitted: number;
  /** 采用: what counts. */
  readonly accepted: number;
  readonly returned: number;
  readonly late: number;
  /** 达标: enough was accepted, or the office has said that there was nothing (零报告) where the quota takes that for an answer. */
  readonly met: boolean;
}

/** The spans whose tallies {@link countQuotas} needs: one for each length of period among the rules. */
export function spansOf(rules: readonly Pick<QuotaRule, 'per'>[], on: CivilDate): readonly Span[] {
  return [...new Set(rules.map(({ per }) => per))].map((per) => {
    const { startsOn, endsOn } = periodAt(per, on);
    return { from: startsOn, to: endsOn };
  });
}

/**
 * Counts every quota in the period that a day lies in, in the order of the rules and then of the offices.
 *
 * A quota of each office has a counter for every office that owes it; a quota of the whole plan has one, and counts what any
 * office did, be it named in the row or not.
 *
 * @param tallies by {@link spanKey}, of every span of {@link spansOf}
 */
export function countQuotas(input: {
  readonly rules: readonly QuotaRule[];
  readonly tallies: ReadonlyMap<string, readonly Tally[]>;
  readonly on: CivilDate;
}): readonly Counter[] {
  return input.rules.flatMap((rule) => {
    const period = periodAt(rule.per, input.on);
    const span = { from: period.startsOn, to: period.endsOn };
    const own = (input.tallies.get(spanKey(span)) ?? []).filter(({ matter }) => matter === rule.matter);
    if (rule.scope === 'whole-plan') return [counterOf(rule, null, period, own)];
    const byOffice = new Map(own.map((tally) => [tally.officeId, tally]));
    return rule.officeIds.map((officeId) => {
      const tally = byOffice.get(officeId);
      return counterOf(rule, officeId, period, tally ? [tally] : []);
    });
  });
}

export function spanKey({ from, to }: Span): string {
  return `${from}/${to}`;
}

function counterOf(
  rule: QuotaRule,
  officeId: string | null,
  period: Counter['period'],
  tallies: readonly Tally[],
): Counter {
  const sum = (of: 'submitted' | 'accepted' | 'returned' | 'late') =>
    hundredths(tallies.reduce((total, tally) => total + tally[of], 0));
  const accepted = sum('accepted');
  return {
    rule,
    officeId,
    period: { key: period.key, startsOn: period.startsOn, endsOn: period.endsOn },
    target: rule.target,
    submitted: sum('submitted'),
    accepted,
    returned: sum('returned'),
    late: sum('late'),
    met: accepted >= rule.target || (allowsNil(rule) && tallies.some((tally) => saysNothing(tally, rule))),
  };
}

function saysNothing({ nil, officeId }: Tally, { officeIds }: QuotaRule): boolean {
  return nil > 0 && officeIds.includes(officeId);
}
