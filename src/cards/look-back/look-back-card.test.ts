import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { civil, instantOf } from '../../domain/calendar/civil-date.ts';
import { findCardFault } from '../../emulator/card-json/card-rules.ts';
import { fitsCard } from '../card-size.ts';
import { type LookBackRow, type LookBackView, lookBackCard } from './look-back-card.ts';

const row = (over: Partial<LookBackRow> = {}): LookBackRow => ({
  partId: 'part-1',
  version: 1,
  no: '5',
  text: '公开部门预算（原第1项，2025年4月20日办结）是否仍在落实',
  dueOn: civil('2026-01-26'),
  answer: 'unanswered',
  reply: null,
  returned: null,
  form: null,
  ...over,
});
const said = (note: string, undoable = true) => ({
  personName: '张敏',
  at: instantOf('2026-01-13T10:05+08:00'),
  note,
  undoable,
});
const view = (over: Partial<LookBackView> = {}): LookBackView => ({
  cardId: 'card-1',
  on: civil('2026-01-12'),
  title: '2026年“回头看”整改台账',
  officeName: '办公室',
  over: false,
  rows: [row()],
  ...over,
});

const CARDS = {
  'look-back-asked': lookBackCard(
    view({
      rows: [
        row(),
        row({ partId: 'part-2', no: '6', text: '建成数据开放栏目（原第4项，2025年9月2日办结）是否仍在落实' }),
        row({ partId: 'part-3', no: '7', returned: '孙静 退文：佐证链接打不开，请重新答复' }),
      ],
    }),
  ),
  'look-back-form': lookBackCard(view({ rows: [row({ form: { note: '', error: '请用一句话写明哪里反弹' } })] })),
  'look-back-answered': lookBackCard(
    view({
      rows: [
        row({ answer: 'holds', reply: said('仍在落实') }),
        row({ partId: 'part-2', answer: 'rebounded', reply: said('已反弹：栏目三个月没有更新', false) }),
        row({ partId: 'part-3', answer: 'excused' }),
      ],
    }),
  ),
  'look-back-over': lookBackCard(view({ over: true })),
};

describe('the card of 回头看', () => {
  it.each(Object.entries(CARDS))('%s', async (name, card) => {
    await expect(`${JSON.stringify(card, null, 2)}\n`).toMatchFileSnapshot(`../../../tests/golden/${name}.json`);
    expect(findCardFault(card, () => true)).toBeNull();
    expect(fitsCard(card)).toBe(true);
  });

  it('is taken by the platform whatever its texts hold, eight rows and an open form', () => {
    fc.assert(
      fc.property(
        hostileText(),
        hostileText(),
        fc.integer({ min: 1, max: 300 }),
        fc.nat(7),
        (text, note, times, open) => {
          const long = text.repeat(times).slice(0, 9000);
          const rows = Array.from({ length: 8 }, (_, index) =>
            row({
              partId: `part-${index}`,
              text: long,
              returned: note,
              ...(index === open
                ? { form: { note: note.repeat(times), error: long } }
                : index % 2 === 0 && { answer: 'rebounded' as const, reply: said(long) }),
            }),
          );
          const drawn = lookBackCard(view({ officeName: long, title: long, rows }));
          expect(findCardFault(drawn, () => true)).toBeNull();
          expect(fitsCard(drawn)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
