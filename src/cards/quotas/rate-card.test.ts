import { describe, expect, it } from 'vitest';
import { instantOf } from '../../domain/calendar/civil-date.ts';
import { fitsCard } from '../card-size.ts';
import { ratesCard } from './rate-card.ts';
import type { RateLineView, RatesCardView } from './rate-view.ts';

const NOTHING = { met: '', total: '', exempt: '' };

function aLine(line: Partial<RateLineView> = {}): RateLineView {
  return {
    key: 'rule-1/office-1',
    ruleId: 'rule-1',
    officeId: 'office-1',
    no: '3(1)',
    of: '网上办理率',
    phrase: '网上办理率达到80%以上',
    officeName: null,
    min: 80,
    entry: null,
    before: [],
    writing: false,
    values: NOTHING,
    ...line,
  };
}

const VIEW: RatesCardView = {
  cardId: 'card-1',
  month: '2017-10',
  thisMonth: '2017-11',
  error: null,
  lines: [
    aLine({
      entry: {
        met: 45,
        total: 60,
        exempt: 0,
        personName: '张敏',
        at: instantOf('2017-11-01T09:12+08:00'),
        undoable: true,
      },
      before: [
        { month: '2017-08', met: 40, total: 60, exempt: 0 },
        { month: '2017-09', met: 44, total: 60, exempt: 2 },
      ],
    }),
    aLine({
      key: 'rule-2/office-1',
      ruleId: 'rule-2',
      no: null,
      of: '',
      phrase: '审查通过率100%',
      min: 100,
      officeName: '法规处',
    }),
  ],
};

describe('比率填报', () => {
  it('looks as reviewed', async () => {
    await expect(`${JSON.stringify(ratesCard(VIEW), null, 2)}\n`).toMatchFileSnapshot(
      '../../../tests/golden/rates-card.json',
    );
  });

  it('keeps within the platform’s limits with forty rates and the longest words, and says what comes later', () => {
    const lines = Array.from({ length: 40 }, (_, index) =>
      aLine({
        key: `rule-${'x'.repeat(30)}${index}/office-${'y'.repeat(30)}`,
        of: '率'.repeat(200),
        officeName: '处'.repeat(100),
        ...(index < 20 && VIEW.lines[0] ? { entry: VIEW.lines[0].entry } : {}),
        writing: index === 19,
        values: { met: '9'.repeat(500), total: '*'.repeat(500), exempt: '<'.repeat(500) },
      }),
    );
    const drawn = ratesCard({ ...VIEW, lines, error: '错'.repeat(500) });
    expect(fitsCard(drawn)).toBe(true);
    expect(JSON.stringify(drawn)).toContain('还有 15 项，提交后接着列出');
    expect(JSON.stringify(drawn)).toContain('还有 11 项已填');
    expect(JSON.stringify(drawn)).toContain('取消');
  });
});
