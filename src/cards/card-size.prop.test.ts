import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMorning, aReply, aRow, aWeek, myTasks } from '../../tests/support/card-views.ts';
import { hostileText } from '../../tests/support/hostile-text.ts';
import { civil } from '../domain/calendar/civil-date.ts';
import { findCardFault } from '../emulator/card-json/card-rules.ts';
import type { CardJson } from './card.ts';
import { cardSize } from './card-size.ts';
import { morningCard } from './morning-card.ts';
import type { RowView } from './morning-view.ts';
import { myTasksCard } from './my-tasks-card.ts';
import { weeklyDigestCard } from './weekly-digest-card.ts';

const PLATFORM = { bytes: 30_000, elements: 200, rows: 8 };

const text = () =>
  fc.oneof(
    hostileText(),
    fc
      .tuple(hostileText(), fc.integer({ min: 1, max: 800 }))
      .map(([piece, times]) => piece.repeat(times).slice(0, 9000)),
    fc.constantFrom('|'.repeat(5000), '😀'.repeat(3000), '任务'.repeat(2000), '"\\'.repeat(2000)),
  );
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const state = fc.constantFrom('open', 'working', 'blocked', 'reported', 'signed-off', 'undated' as const);
const day = fc.constantFrom(civil('2017-11-24'), civil('2018-01-19'));

const reply = fc
  .record({
    personName: text(),
    onOtherDay: nullable(day),
    state: fc.constantFrom('done', 'progress', 'trouble' as const),
    note: text(),
    helpFrom: nullable(text()),
    undoable: fc.boolean(),
  })
  .map((over) => aReply(over));

const form = fc.record({
  kind: fc.constantFrom('progress', 'trouble', 'completed', 'postponed' as const),
  error: nullable(text()),
  values: fc.record({
    percent: nullable(text()),
    note: text(),
    link: text(),
    helpFrom: text(),
    date: fc.oneof(text(), fc.constant('2017-11-24 +0800')),
  }),
});

const row = fc
  .record({
    no: nullable(text()),
    text: text(),
    officeName: nullable(text()),
    leadOffice: nullable(text()),
    dueOn: nullable(day),
    phrase: text(),
    closable: fc.boolean(),
    provisional: fc.boolean(),
    pastAtBirth: fc.boolean(),
    closedOn: nullable(day),
    workingDays: fc.integer({ min: -99, max: 250 }),
    state,
    percent: nullable(fc.integer({ min: 0, max: 100 })),
    lastReply: nullable(reply),
  })
  .map((over) => aRow(over));

const rows = fc.array(row, { maxLength: 14 });

/** At most one form is open on a card. */
const rowsWithForm = fc
  .tuple(rows, nullable(form), fc.nat(13))
  .map(([list, open, at]) =>
    list.map((each, index) => ({ ...each, partId: `part-${index}`, form: index === at ? open : null })),
  );

const sectionKinds = ['overdue', 'today', 'soon', 'later', 'closed', 'past'] as const;

function inSections(list: readonly RowView[]) {
  return sectionKinds.map((kind, index) => ({
    kind,
    rows: list.filter((_, at) => at % sectionKinds.length === index),
  }));
}

function rowsOn(card: CardJson): number {
  const json = JSON.stringify(card);
  return (json.match(/"a":"part\.done"|"a":"part\.open"[^}]*"k":"completed"|"form_action_type":"submit"|✓ /g) ?? [])
    .length;
}

function expectTaken(card: CardJson): void {
  const size = cardSize(card);
  expect(size.bytes).toBeLessThanOrEqual(PLATFORM.bytes);
  expect(size.elements).toBeLessThanOrEqual(PLATFORM.elements);
  expect(findCardFault(card, () => false)).toBeNull();
}

describe('whatever the texts hold, the platform takes', () => {
  it('the morning card, with at most eight rows and the open form among them', () => {
    const view = fc.record({
      rows: rowsWithForm,
      officeNames: fc.array(text(), { maxLength: 12 }),
      supersededOn: nullable(day),
      later: fc.array(fc.record({ no: nullable(text()), text: text(), dueOn: day }), { maxLength: 40 }),
    });
    fc.assert(
      fc.property(view, (over) => {
        const sections = inSections(over.rows);
        const card = morningCard(
          aMorning({
            officeNames: over.officeNames,
            supersededOn: over.supersededOn,
            sections,
            leftOut: { rows: 0, answered: 0, later: over.later },
          }),
        );
        expectTaken(card);
        expect(rowsOn({ body: card.body })).toBeLessThanOrEqual(PLATFORM.rows + countTicks(over));
        const open = over.rows.some((each) => each.form !== null && !['reported', 'signed-off'].includes(each.state));
        expect(JSON.stringify(card).includes('"tag":"form"')).toBe(open);
      }),
      { numRuns: 150 },
    );
  });

  it('the list of all tasks', () => {
    fc.assert(
      fc.property(rowsWithForm, fc.array(text(), { maxLength: 5 }), (list, officeNames) => {
        const groups = inSections(list).map((section) => ({ ...section, count: section.rows.length }));
        expectTaken(myTasksCard(myTasks({ groups, officeNames, page: { number: 2, of: 3 } })));
      }),
      { numRuns: 100 },
    );
  });

  it('the weekly digest', () => {
    const item = fc.record({
      no: nullable(text()),
      text: text(),
      officeNames: fc.array(text(), { minLength: 1, maxLength: 6 }),
      note: text(),
      since: day,
      dueOn: day,
    });
    const items = fc.array(item, { maxLength: 12 });
    fc.assert(
      fc.property(
        items,
        items,
        items,
        fc.array(text(), { maxLength: 4 }),
        (decisions, turnedRed, dueNext, planTitles) => {
          expectTaken(weeklyDigestCard(aWeek({ decisions, turnedRed, dueNext, planTitles, provisional: true })));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('eight rows of the longest kind with an open form', () => {
    const texts = '|&<*'.repeat(3000);
    const list = Array.from({ length: 8 }, (_, index) =>
      aRow({
        partId: `part-${index}`,
        no: texts,
        text: texts,
        officeName: texts,
        leadOffice: texts.slice(1),
        state: 'working',
        percent: 60,
        lastReply: aReply({ personName: texts, note: texts, helpFrom: texts, state: 'trouble' }),
        form:
          index === 7
            ? {
                kind: 'trouble',
                error: texts,
                values: { percent: '40', note: texts, link: texts, helpFrom: texts, date: texts },
              }
            : null,
      }),
    );
    const later = Array.from({ length: 30 }, () => ({ no: texts, text: texts, dueOn: civil('2018-01-19') }));
    const card = morningCard(
      aMorning({
        officeNames: [texts],
        sections: [{ kind: 'overdue', rows: list }],
        leftOut: { rows: 9, answered: 0, later },
      }),
    );
    expectTaken(card);
    expect(rowsOn(card)).toBe(8);
  });
});

/** Ticks that people typed themselves. */
function countTicks(view: unknown): number {
  return (JSON.stringify(view).match(/✓ /g) ?? []).length;
}
