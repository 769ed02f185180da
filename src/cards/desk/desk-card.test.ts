import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDecision, aDesk, aDeskRequest, aDeskRow, aRequest } from '../../../tests/support/desk-views.ts';
import { itIsAsReviewed } from '../../../tests/support/golden-cards.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { civil, instantOf } from '../../domain/calendar/civil-date.ts';
import { RETURN_REASONS } from '../../domain/ledger/part-act.ts';
import { findCardFault } from '../../emulator/card-json/card-rules.ts';
import { fitsCard } from '../card-size.ts';
import { deskCard } from './desk-card.ts';
import { parseDeskForm } from './desk-form.ts';

const CARDS = {
  'desk-full': deskCard(
    aDesk({
      counts: { reviews: 12, requests: 3 },
      page: { number: 1, of: 2 },
      rows: [
        ...Array.from({ length: 5 }, (_, index) =>
          aDeskRow({
            partId: `part-${index}`,
            no: `${index + 1}`,
            returns: index === 1 ? 2 : 0,
            ...(index === 2 && {
              answer: {
                personName: '李强',
                at: instantOf('2017-11-27T08:40+08:00'),
                onOtherDay: null,
                note: '',
                links: [],
                workingDaysLate: 3,
              },
            }),
          }),
        ),
        aDeskRequest({ partId: 'part-6', extensions: 1 }),
        aDeskRequest({ partId: 'part-7', request: aRequest({ kind: 'excuse', dueOn: null, reason: '职能已划出' }) }),
        aDeskRequest({
          partId: 'part-8',
          request: aRequest({ kind: 'transfer', dueOn: null, officeId: 'office-5', officeName: '数据资源处' }),
        }),
      ],
    }),
  ),
  'desk-empty': deskCard(aDesk({ counts: { reviews: 0, requests: 0 }, rows: [] })),
  'desk-form-return-error': deskCard(
    aDesk({
      rows: [
        aDeskRow({
          form: {
            kind: 'return',
            error: '请写一句理由或意见',
            values: { note: '', reasons: ['link-broken', 'other'] },
          },
        }),
        aDeskRequest(),
      ],
    }),
  ),
  'desk-form-refuse': deskCard(
    aDesk({ rows: [aDeskRow(), aDeskRequest({ form: { kind: 'refuse', error: null, values: { note: '' } } })] }),
  ),
  'desk-decided': deskCard(
    aDesk({
      rows: [
        aDeskRow({ partId: 'part-10', answer: null, decision: aDecision() }),
        aDeskRow({
          partId: 'part-11',
          answer: null,
          decision: aDecision({ kind: 'return', state: 'working', reasons: ['no-attribute'], correctable: false }),
        }),
        aDeskRow(),
        aDeskRequest(),
      ],
    }),
  ),
  'desk-decided-requests': deskCard(
    aDesk({
      counts: { reviews: 0, requests: 0 },
      rows: [
        aDeskRow({ answer: null, decision: aDecision({ kind: 'grant', state: 'open', dueOn: civil('2017-12-15') }) }),
        aDeskRow({ answer: null, decision: aDecision({ kind: 'grant', state: 'excused' }) }),
        aDeskRow({ answer: null, decision: aDecision({ kind: 'grant', state: 'excused', handedOver: true }) }),
        aDeskRow({ answer: null, decision: aDecision({ kind: 'refuse', state: 'open', correctable: false }) }),
      ],
    }),
  ),
  'desk-form-return': deskCard(
    aDesk({ rows: [aDeskRow({ form: { kind: 'return', error: null, values: { note: '' } } })] }),
  ),
  'desk-form-refuse-error': deskCard(
    aDesk({
      rows: [aDeskRequest({ form: { kind: 'refuse', error: '请写一句理由或意见', values: { note: '' } } })],
      page: { number: 2, of: 3 },
    }),
  ),
  'desk-requests-only': deskCard(aDesk({ counts: { reviews: null, requests: 1 }, rows: [aDeskRequest()] })),
  'desk-requests-none': deskCard(aDesk({ counts: { reviews: null, requests: 0 }, rows: [] })),
};

describe('golden cards of the desk', () => {
  itIsAsReviewed(CARDS);
});

describe('a date of the year after', () => {
  it('names its year, in the question before 同意 and after it', () => {
    const dueOn = civil('2018-01-15');
    const request = deskCard(aDesk({ rows: [aDeskRequest({ request: aRequest({ dueOn }) })] }));
    expect(JSON.stringify(request)).toContain('同意延至 2018年1月15日');
    const decision = aDecision({ kind: 'grant', state: 'open', dueOn });
    expect(JSON.stringify(deskCard(aDesk({ rows: [aDeskRow({ answer: null, decision })] })))).toContain(
      '已同意延至 2018年1月15日',
    );
  });
});

describe('whatever the texts hold, the platform takes the desk', () => {
  it('with eight rows that wait, three decided ones and an open form', () => {
    const texts = fc.record({ text: hostileText(), note: hostileText(), link: hostileText(), open: fc.nat(7) });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 300 }), ({ text, note, link, open }, times) => {
        const long = text.repeat(times).slice(0, 9000);
        const said = note.repeat(times).slice(0, 200);
        const rows = Array.from({ length: 8 }, (_, index) =>
          aDeskRow({
            partId: `part-${index}`,
            text: long,
            officeName: long,
            answer: {
              personName: long,
              at: instantOf('2017-11-24T09:12+08:00'),
              onOtherDay: null,
              note: said,
              links: [`https://example.cn/${link}`.slice(0, 500)],
              workingDaysLate: 2,
            },
            form: index === open ? { kind: 'return', error: said, values: { note: said, reasons: [text] } } : null,
          }),
        );
        const decided = Array.from({ length: 3 }, (_, index) =>
          aDeskRow({ partId: `decided-${index}`, text: long, answer: null, decision: aDecision({ personName: said }) }),
        );
        const drawn = deskCard(aDesk({ counts: { reviews: 8, requests: 0 }, rows: [...decided, ...rows] }));
        expect(findCardFault(drawn, () => true)).toBeNull();
        expect(fitsCard(drawn)).toBe(true);
        expect(JSON.stringify(drawn)).toContain('desk.return');
      }),
      { numRuns: 40 },
    );
  });
});

describe('the form of 退文', () => {
  it.each([
    [
      'reasons in the order of the list',
      { reasons: ['other', 'no-attribute'], note: ' 请 补 ' },
      ['no-attribute', 'other'],
      '请 补',
    ],
    ['one reason that comes alone', { reasons: 'link-broken' }, ['link-broken'], ''],
    ['nothing', {}, [], ''],
    ['reasons that are none', { reasons: ['x', 7, null], note: 9 }, [], ''],
  ])('%s', (_, fields, reasons, note) => {
    expect(parseDeskForm(fields)).toEqual({ ok: true, value: { reasons, note } });
  });

  it('a sentence that is too long is refused', () => {
    expect(parseDeskForm({ reasons: [...RETURN_REASONS], note: '长'.repeat(201) })).toEqual({
      ok: false,
      error: { kind: 'note-too-long', length: 201, longest: 200 },
    });
  });
});
