import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil } from '../../src/domain/calendar/civil-date.ts';
import type { PartState } from '../../src/domain/ledger/part.ts';
import { NEXT } from '../../src/domain/ledger/part-states.ts';
import type { NewOccurrence } from '../../src/domain/ledger/plan.ts';
import type { Rule } from '../../src/domain/plan/rule.ts';
import { countDone, isDone } from '../../src/domain/reports/counted-parts.ts';
import type { LedgerStore, PartQuery } from '../../src/ports/ledger-store.ts';
import { byRule } from '../support/parts.ts';
import { aChange, anOccurrence, storeParts, storePlan } from '../support/stored-plan.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();

const BORN_ON = '2017-11-30';
const OFFICES = ['office-1', 'office-2'];
const WORDS = { phrase: '“soft”:true，12月底前', place: 'text' } as const;

const RULES: readonly Rule[] = [
  byRule(BORN_ON),
  byRule(BORN_ON, true),
  { kind: 'from', on: civil(BORN_ON), ...WORDS },
  { kind: 'every', period: 'month', due: 'end', assumed: true, ...WORDS },
  { kind: 'within', event: '政策文件公布', n: 3, unit: 'working_day', before: false, ...WORDS },
  { kind: 'standing', cadence: 'quarter', ...WORDS },
  { kind: 'awaiting', issuer: '市府', document: null, ...WORDS },
];

const STATES = Object.keys(NEXT) as PartState[];

const anEntry = fc.record({
  rule: fc.constantFrom(...RULES),
  pastAtBirth: fc.boolean(),
  dated: fc.boolean(),
  parts: fc.tuple(
    ...OFFICES.map(() =>
      fc.record({ state: fc.constantFrom(...STATES), moved: fc.boolean(), cancelled: fc.boolean() }),
    ),
  ),
});
type Entry = typeof anEntry extends fc.Arbitrary<infer E> ? E : never;

/** What one office stands at may differ from the other's, its date as well. */
async function store(ledger: LedgerStore, entries: readonly Entry[], from: number): Promise<void> {
  const changes = entries.flatMap(({ parts }, index) =>
    parts.map(({ state, moved, cancelled }, office) => ({
      id: `part-${from + index}-${OFFICES[office]}`,
      cancelled,
      change: { state, ...(moved && { dueOn: civil('2017-12-29') }) },
    })),
  );
  await ledger.commit(aChange({ occurrences: entries.map((entry, index) => occurrenceOf(entry, from + index)) }));
  await ledger.commit(aChange({ parts: changes.map(({ id, change }) => ({ id, expectedVersion: 1, ...change })) }));
  const dropped = changes.filter(({ cancelled }) => cancelled).map(({ id }) => ({ id, expectedVersion: 2 }));
  await ledger.commit(aChange({ cancelledParts: dropped }));
}

function occurrenceOf({ rule, pastAtBirth, dated }: Entry, n: number): NewOccurrence {
  return anOccurrence(n, { rule, pastAtBirth, dueOn: dated ? civil(BORN_ON) : null }, OFFICES);
}

const QUERIES: readonly PartQuery[] = [
  {},
  { states: ['reported', 'signed-off'] },
  { officeIds: ['office-2'] },
  { officeIds: OFFICES, states: ['reported', 'signed-off'], planId: 'plan-1' },
  { dueOnOrBefore: civil(BORN_ON) },
  { withCancelled: true },
];

describe('what is done, counted by the store', () => {
  it('is as many as the domain counts among the parts, and a page of them is those in their order, whatever a ledger holds', async () => {
    const ledger = await storePlan(await databases.open());
    let stored = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anEntry, { minLength: 1, maxLength: 12 }), async (entries) => {
        stored += entries.length;
        await store(ledger, entries, stored);
        for (const query of QUERIES) {
          const parts = await ledger.findParts(query);
          const groups = await ledger.countAlike(query);
          const done = parts.filter(isDone).map(({ id }) => id);
          expect([query, countDone(groups)]).toEqual([query, done.length]);
          const page = { groups: groups.filter(isDone), skip: Math.floor(done.length / 2), take: 3 };
          const found = (await ledger.findAlike(query, page)).map(({ id }) => id);
          expect([query, found]).toEqual([query, done.slice(page.skip, page.skip + page.take)]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('parts counted by what decides about numbers', () => {
  it('stand in one group for each state, and every group has the facts of one of them', async () => {
    const ledger = await storeParts(await databases.open(), OFFICES);
    const soft = { rule: byRule('2017-12-31', true), dueOn: civil('2017-12-31') };
    await ledger.commit(aChange({ occurrences: [anOccurrence(2, soft), anOccurrence(3, { dueOn: null })] }));
    await ledger.commit(aChange({ parts: [{ id: 'part-1-office-2', expectedVersion: 1, state: 'reported' }] }));
    const groups = await ledger.countAlike({});
    expect(groups.map(({ state, dueOn, count }) => `${count} ${state} ${dueOn}`).toSorted()).toEqual([
      '1 open 2017-12-31',
      '1 open 2017-12-31',
      '1 open null',
      '1 reported 2017-12-31',
    ]);
    expect(groups.filter(({ rule }) => rule.kind === 'by' && rule.soft)).toHaveLength(1);
    expect(await ledger.countAlike({ officeIds: [] })).toEqual([]);
    expect(await ledger.findAlike({ officeIds: [] }, { groups, skip: 0, take: 8 })).toEqual([]);
    expect(await ledger.findAlike({}, { groups: [], skip: 0, take: 8 })).toEqual([]);
  });
});
