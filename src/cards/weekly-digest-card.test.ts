import { describe, expect, it } from 'vitest';
import { aWeek } from '../../tests/support/card-views.ts';
import { WEEKLY_DEFINITIONS, WEEKLY_NAMES } from './weekly-definitions.ts';
import { isQuietWeek, weeklyDigestCard } from './weekly-digest-card.ts';

const QUIET = aWeek({
  numbers: { completion: { done: 26, total: 38 }, overdue: 12, closed: 0, dueNext: 0 },
  decisions: [],
  turnedRed: [],
  dueNext: [],
});

const textOf = (view = aWeek()) => JSON.stringify(weeklyDigestCard(view));

describe('the weekly digest', () => {
  it('names the week in the title and dates both weeks under the numbers', () => {
    const text = textOf();
    expect(text).toContain('政务公开工作周报 · 11月20日—26日');
    expect(text).toContain('上周办结');
    expect(text).toContain('本周到期');
    expect(text).toContain('11月27日—12月3日');
  });

  it('defines every number it shows, as of its day', () => {
    const text = textOf();
    for (const key of ['completion', 'overdue', 'closed', 'dueNext'] as const) {
      expect(text).toContain(`${WEEKLY_NAMES[key]}＝${WEEKLY_DEFINITIONS[key]}`);
    }
    expect(text).toContain('数据截至 11月27日 09:00');
  });

  it('says which office each thing is stuck with and since when', () => {
    expect(textOf()).toContain('卡在政策研究处，自 11月24日');
    expect(textOf()).toContain('审计处请示：外单位来函要求提前两周公开');
  });

  it('lists at most eight of each and counts the rest', () => {
    const one = aWeek().turnedRed[0];
    const text = textOf(
      aWeek({ turnedRed: Array.from({ length: 11 }, () => one).filter((item) => item !== undefined) }),
    );
    expect(text).toContain('上周新增逾期 11 件');
    expect(text).toContain('还有 3 项');
  });

  it('says where a list is empty', () => {
    const text = textOf(aWeek({ decisions: [], turnedRed: [] }));
    expect(text).toContain('没有需要领导决定的事项');
    expect(text).toContain('上周没有新增逾期');
  });

  it('has no rate where there is nothing to rate', () => {
    const numbers = { completion: { done: 0, total: 0 }, overdue: 0, closed: 0, dueNext: 3 };
    expect(textOf(aWeek({ numbers }))).toContain('尚无办结或到期');
  });
});

describe('a week in which nothing changed', () => {
  it('is one line and nothing else', () => {
    expect(weeklyDigestCard(QUIET)).toMatchObject({
      body: { elements: [{ content: '上周（11月20日—26日）无新增逾期，无需领导决定的事项；办结率 68 %（26/38）。' }] },
    });
  });

  it('is not one in which something was closed, turned red, waits for a decision or comes due', () => {
    const { decisions, turnedRed, dueNext } = aWeek();
    expect(isQuietWeek(QUIET)).toBe(true);
    expect(isQuietWeek({ ...QUIET, decisions })).toBe(false);
    expect(isQuietWeek({ ...QUIET, turnedRed })).toBe(false);
    expect(isQuietWeek({ ...QUIET, dueNext })).toBe(false);
    expect(isQuietWeek({ ...QUIET, numbers: { ...QUIET.numbers, closed: 1 } })).toBe(false);
  });
});
