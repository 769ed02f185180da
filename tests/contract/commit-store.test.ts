import { describe, expect, it } from 'vitest';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { civil, instantOf } from '../../src/domain/calendar/civil-date.ts';
import type { PartChange } from '../../src/ports/ledger-store.ts';
import { aCard, aChange, aMessage, anOccurrence, storeParts } from '../support/stored-plan.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();
const PART = 'part-1-office-1';
const TODAY = civil('2017-12-19');
const AT = instantOf(`${TODAY}T10:00+08:00`);

type Facts = Omit<PartChange, 'id' | 'expectedVersion'>;

const REQUEST = {
  kind: 'extension',
  at: AT,
  personName: '张敏',
  reason: '等数据',
  dueOn: TODAY,
  officeId: null,
  officeName: null,
} as const;

/** A part with something in every column that a change may touch, in version 2. */
async function begin() {
  const database = await databases.open();
  const ledger = await storeParts(database);
  const before = civil('2017-12-01');
  const filled: Facts = {
    state: 'working',
    percent: 40,
    closedOn: before,
    remindedOn: before,
    escalated: 1,
    newsOn: before,
    dueOn: before,
    dueAt: instantOf(`${before}T18:00+08:00`),
    request: REQUEST,
    snoozedUntil: before,
    pausedUntil: before,
  };
  await ledger.commit(aChange({ parts: [{ id: PART, expectedVersion: 1, ...filled }] }));
  await database.write((queries) => queries.part.update({ where: { id: PART }, data: { stagnantOn: before } }));
  const row = () => database.read((queries) => queries.part.findUniqueOrThrow({ where: { id: PART } }));
  /** What another change makes different in the row. */
  const changedBy = async (facts: Facts, expectedVersion = 2) => {
    const was = await row();
    const done = await ledger.commit(aChange({ at: AT, parts: [{ id: PART, expectedVersion, ...facts }] }));
    const is = await row();
    const columns = Object.keys(is) as (keyof typeof is)[];
    return done.ok
      ? Object.fromEntries(columns.flatMap((name) => (is[name] === was[name] ? [] : [[name, is[name]]])))
      : done.error.kind;
  };
  return { database, ledger, changedBy };
}

const MOVED = { version: 3, movedOn: TODAY, stagnantOn: null };

describe('a change of a part', () => {
  it.each<[Facts, object]>([
    [{ state: 'reported' }, { state: 'reported' }],
    [{ percent: null }, { percent: null }],
    [{ closedOn: null }, { closedOn: null }],
    [{ newsOn: TODAY }, { newsOn: TODAY }],
    [{ dueOn: TODAY }, { dueOn: TODAY }],
    [{ dueAt: null }, { dueAt: null }],
    [{ request: null }, { request: null }],
    [{ request: { ...REQUEST, reason: '等批复' } }, { request: JSON.stringify({ ...REQUEST, reason: '等批复' }) }],
    [{ snoozedUntil: TODAY }, { snoozedUntil: TODAY }],
    [{ pausedUntil: null }, { pausedUntil: null }],
    [
      { state: 'reported', closedOn: TODAY, newsOn: null },
      { state: 'reported', closedOn: TODAY, newsOn: null },
    ],
  ])('%o is written as it is, with the new version, and nothing else', async (facts, written) => {
    const { changedBy } = await begin();
    expect(await changedBy(facts)).toEqual({ ...written, ...MOVED });
  });

  it.each<[Facts, object]>([
    // Whoever is reminded is told the news.
    [{ remindedOn: TODAY }, { remindedOn: TODAY, newsOn: null }],
    [{ remindedOn: null }, { remindedOn: null }],
    [{ escalated: 2 }, { escalated: 2 }],
    [{ stagnantOn: TODAY }, { stagnantOn: TODAY }],
    [
      { remindedOn: TODAY, escalated: 2 },
      { remindedOn: TODAY, escalated: 2 },
    ],
  ])('%o is the program’s own note: nobody has moved anything, whatever version it knew', async (facts, written) => {
    const { changedBy } = await begin();
    expect(await changedBy(facts, 1)).toEqual(written);
  });

  it('of a version that has moved on changes nothing', async () => {
    const { changedBy } = await begin();
    expect(await changedBy({ state: 'reported', escalated: 3 }, 1)).toBe('stale');
    expect(await changedBy({ escalated: 1 })).toEqual({});
  });
});

describe('a change of a card', () => {
  it('is of what it names, and leaves the rest', async () => {
    const { ledger } = await begin();
    const whole = aCard(1, { subject: 'a', partIds: [PART], ui: { form: null, page: 2 } });
    await ledger.commit(aChange({ newCards: [whole] }));
    const changed = async (change: object) => {
      await ledger.commit(aChange({ cardChanges: [{ id: 'card-1', ...change }] }));
      return ledger.findCard('card-1');
    };
    expect(await changed({})).toEqual(whole);
    expect(await changed({ subject: 'b' })).toEqual({ ...whole, subject: 'b' });
    expect(await changed({ supersededOn: TODAY })).toEqual({ ...whole, subject: 'b', supersededOn: TODAY });
    expect(await changed({ ui: { form: null } })).toMatchObject({ ui: { form: null }, partIds: [PART], subject: 'b' });
    expect(await changed({ partIds: [] })).toMatchObject({ partIds: [], subject: 'b', supersededOn: TODAY });
  });
});

describe('a new card', () => {
  it('is kept, unless the message that would have brought it was queued before', async () => {
    const { ledger } = await begin();
    const bringing = (n: number, key: string) =>
      aMessage(n, { key, body: { type: 'ledger-card', cardId: `card-${n}` } });
    const update = aMessage(9, { key: 'update', body: { type: 'card-update', cardId: 'card-3' } });
    await ledger.commit(aChange({ newCards: [aCard(1)], messages: [bringing(1, 'morning')] }));
    const again = [bringing(2, 'morning'), update];
    await ledger.commit(aChange({ newCards: [aCard(2), aCard(3)], messages: again }));
    // Its update alone brings no card: it stays where it is.
    await ledger.commit(aChange({ newCards: [aCard(4)], messages: [update, bringing(4, 'noon')] }));
    const kept = await Promise.all([1, 2, 3, 4].map((n) => ledger.findCard(`card-${n}`)));
    expect(kept.map((card) => card?.id)).toEqual(['card-1', undefined, 'card-3', 'card-4']);
  });

  it('that an update names which was queued before is kept as well', async () => {
    const { ledger } = await begin();
    const update = aMessage(9, { key: 'update', body: { type: 'card-update', cardId: 'card-1' } });
    await ledger.commit(aChange({ messages: [update] }));
    await ledger.commit(aChange({ newCards: [aCard(1)], messages: [update] }));
    expect((await ledger.findCard('card-1'))?.id).toBe('card-1');
  });
});

describe('an occurrence that was stored before', () => {
  it('gets the parts of offices that came later only where that is asked for', async () => {
    const { database } = await begin();
    const ledger = new PrismaLedgerStore(database);
    const again = anOccurrence(1, {}, ['office-1', 'office-2']);
    const born = (change: object) => ledger.commit(aChange({ occurrences: [again], ...change }));
    expect(await born({})).toMatchObject({ value: { occurrences: 0, parts: 0 } });
    expect(await born({ completeParts: true })).toMatchObject({ value: { occurrences: 0, parts: 1 } });
    expect(await born({ completeParts: true })).toMatchObject({ value: { occurrences: 0, parts: 0 } });
  });
});

describe('parts of the offices of one row', () => {
  const OTHER = 'part-1-office-2';

  /** Both offices owe the first occurrence. */
  async function beginWithTwo() {
    const { ledger, ...rest } = await begin();
    const both = anOccurrence(1, {}, ['office-1', 'office-2']);
    await ledger.commit(aChange({ occurrences: [both], completeParts: true }));
    const parts = async () => {
      const found = await ledger.findParts({ withCancelled: true });
      return found.filter(({ id }) => id === PART || id === OTHER).map(({ id, state }) => `${id} ${state}`);
    };
    return { ledger, parts, ...rest };
  }

  it('are cancelled as they were read, or not at all', async () => {
    const { ledger, parts } = await beginWithTwo();
    const cancel = (expectedVersion: number) =>
      ledger.commit(
        aChange({
          cancelledParts: [
            { id: OTHER, expectedVersion: 1 },
            { id: PART, expectedVersion },
          ],
        }),
      );
    expect(await cancel(1)).toMatchObject({ ok: false, error: { kind: 'stale', partId: PART } });
    expect(await ledger.countParts({ ids: [PART, OTHER] })).toBe(2);
    expect(await cancel(2)).toMatchObject({ ok: true });
    expect(await ledger.countParts({ ids: [PART, OTHER] })).toBe(0);
    expect(await parts()).toHaveLength(2);
  });

  it('handed over: what the other office owes already goes on; what it was excused from is open anew', async () => {
    const { ledger, parts } = await beginWithTwo();
    const handOver = () =>
      ledger.commit(aChange({ handedOver: [{ fromPartId: PART, id: 'part-new', officeId: 'office-2' }] }));
    await ledger.commit(aChange({ parts: [{ id: OTHER, expectedVersion: 1, state: 'working', escalated: 2 }] }));
    await handOver();
    expect(await parts()).toContain(`${OTHER} working`);
    await ledger.commit(aChange({ parts: [{ id: OTHER, expectedVersion: 2, state: 'excused' }] }));
    await handOver();
    expect(await ledger.findParts({ ids: [OTHER] })).toMatchObject([{ state: 'open', escalated: 0 }]);
  });

  it('are reminded of each on its own day, also in one commit', async () => {
    const { ledger } = await beginWithTwo();
    const later = civil('2017-12-20');
    const reminded = [
      { id: PART, expectedVersion: 2, remindedOn: TODAY },
      { id: OTHER, expectedVersion: 1, remindedOn: later },
    ];
    await ledger.commit(aChange({ parts: reminded }));
    const found = await ledger.findParts({ ids: [PART, OTHER] });
    expect(found.map(({ remindedOn }) => remindedOn)).toEqual([TODAY, later]);
  });
});

describe('an occurrence that is named twice in one change', () => {
  it('is born once', async () => {
    const { ledger } = await begin();
    const twice = ['a', 'b'].map((id) => ({ ...anOccurrence(7), id, parts: [] }));
    expect(await ledger.commit(aChange({ occurrences: twice }))).toMatchObject({ value: { occurrences: 1 } });
  });
});
