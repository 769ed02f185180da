import { describe, expect, it } from 'vitest';
import { civil } from '../calendar/civil-date.ts';
import { lastMonthOver, monthOfDay, shiftMonth } from '../calendar/month.ts';
import type { RateRule } from './quota-rule.ts';
import { ratesOfMonth } from './rate-months.ts';
import { checkFigures, type Figures, isSameFigures, readRate } from './rates.ts';

const figures = (met: number, total: number, exempt = 0): Figures => ({ met, total, exempt });

describe('a rate', () => {
  it.each([
    [figures(45, 60), 80, 75, 3],
    [figures(48, 60), 80, 80, 0],
    [figures(45, 60, 4), 80, 80.3, 0],
    // 99.96 % is not 100 %.
    [figures(2499, 2500), 100, 99.9, 1],
    [figures(0, 0), 80, null, 0],
    [figures(0, 4, 4), 80, null, 0],
    [figures(1, 3), 33.4, 33.3, 1],
  ])('of %o against %d %% is %s %%, %d short', (entry, min, share, gap) => {
    expect(readRate(entry, min)).toMatchObject({ share, gap, reached: gap === 0 });
  });

  it.each([
    [figures(46, 60, 4), 'another number that meets it'],
    [figures(45, 61, 4), 'another whole'],
    [figures(45, 60, 5), 'another number that is exempt'],
  ])('with %o has changed: %s', (other) => {
    expect(isSameFigures(figures(45, 60, 4), figures(45, 60, 4))).toBe(true);
    expect(isSameFigures(figures(45, 60, 4), other)).toBe(false);
  });

  it('takes what can be, and says what cannot', () => {
    expect(checkFigures(figures(45, 60, 15))).toMatchObject({ ok: true });
    expect(checkFigures(figures(46, 60, 15))).toMatchObject({ error: { kind: 'met-above-denominator' } });
    expect(checkFigures(figures(0, 60, 61))).toMatchObject({ error: { kind: 'exempt-above-total' } });
    expect(checkFigures(figures(0, 0))).toMatchObject({ ok: true });
  });
});

describe('the months of rates', () => {
  it('begin with the one in which the plan was issued', () => {
    const rule = { planId: 'plan-1' } as RateRule;
    const plans = [{ id: 'plan-1', issuedOn: civil('2026-01-20') }];
    expect(ratesOfMonth([rule], plans, '2025-12')).toEqual([]);
    expect(ratesOfMonth([rule], plans, '2026-01')).toEqual([rule]);
    expect(ratesOfMonth([rule], [{ id: 'plan-1', issuedOn: null }], '2025-12')).toEqual([rule]);
  });

  it('go over the year’s end', () => {
    expect(lastMonthOver(civil('2026-01-31'))).toBe('2025-12');
    expect(lastMonthOver(civil('2026-03-31'))).toBe('2026-02');
    expect(monthOfDay(civil('2026-03-31'))).toBe('2026-03');
    expect(shiftMonth('2026-11', 2)).toBe('2027-01');
  });
});
