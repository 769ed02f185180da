import { describe, expect, it } from 'vitest';
import { addMs, civil } from '../../src/domain/calendar/civil-date.ts';
import { anAct } from '../support/acts.ts';
import {
  aCard,
  aChange,
  aMessage,
  anOccurrence,
  aReply,
  aReplyChange,
  aSecondDraft,
  aTask,
  NOW,
  storeParts,
  storePlan,
} from '../support/stored-plan.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();

describe('what is found', () => {
  it('has the words of its row, its rule as it was, and comes in the order of the plan', async () => {
    const ledger = await storePlan(await databases.open());
    const tasks = [1, 0].map((order) => aTask({ id: `t${order}`, planId: 'plan-2', order, ruleIds: [`r${order}`] }));
    await ledger.saveDraft(aSecondDraft(tasks, { state: 'published' }));
    const born = (n: number, order: number, dueOn: string | null, offices = ['office-2', 'office-1']) =>
      anOccurrence(
        n,
        { planId: 'plan-2', taskId: `t${order}`, ruleId: `r${order}`, dueOn: dueOn === null ? null : civil(dueOn) },
        offices,
      );
    await ledger.commit(
      aChange({
        occurrences: [
          born(1, 1, '2017-12-31'),
          born(2, 0, null, ['office-1']),
          born(3, 0, '2018-01-01'),
          born(4, 0, '2017-12-01', ['office-1']),
        ],
      }),
    );
    const found = await ledger.findParts({ planId: 'plan-2' });
    expect(found.map(({ id }) => id)).toEqual([
      'part-4-office-1',
      'part-3-office-1',
      'part-3-office-2',
      'part-2-office-1',
      'part-1-office-1',
      'part-1-office-2',
    ]);
    expect(found[1]).toMatchObject({
      taskNo: '1',
      taskText: '第1项任务',
      area: ['一、推进决策公开'],
      leadOffice: '教育局',
      officeName: '教育局',
      rule: { phrase: '12月底前' },
      dueOn: '2018-01-01',
      version: 1,
      replies: [],
    });
  });

  it('is what was asked for: by id, office, state and date, alone and together', async () => {
    const ledger = await storeParts(await databases.open(), ['office-1', 'office-2']);
    await ledger.commit(
      aChange({
        occurrences: [anOccurrence(2, { dueOn: null }), anOccurrence(3, { dueOn: civil('2018-01-05') })],
        parts: [{ id: 'part-1-office-2', expectedVersion: 1, state: 'working' }],
      }),
    );
    const ids = async (query: Parameters<typeof ledger.findParts>[0]) =>
      (await ledger.findParts(query)).map(({ id }) => id);
    expect(await ids({ dueOnOrBefore: civil('2017-12-31') })).toEqual(['part-1-office-1', 'part-1-office-2']);
    expect(await ids({ dueOnOrBefore: civil('2018-12-31'), states: ['working'] })).toEqual(['part-1-office-2']);
    expect(await ids({ officeIds: ['office-2'] })).toEqual(['part-1-office-2']);
    expect(
      await ids({ officeIds: ['office-2', 'office-1'], ids: ['part-3-office-1', 'part-1-office-2'] }),
    ).toHaveLength(2);
    expect(await ids({ ids: [] })).toEqual([]);
    expect(await ids({ states: [] })).toEqual([]);
    expect(await ledger.countParts({ officeIds: ['office-1'] })).toBe(3);
    expect(await ledger.countParts({ ids: Array.from({ length: 1200 }, (_, n) => `part-${n}-office-1`) })).toBe(3);
  });

  it('is what has moved since a day, or was decided about since a moment', async () => {
    const ledger = await storeParts(await databases.open(), ['office-1', 'office-2']);
    const id = 'part-1-office-1';
    const change = (expectedVersion: number) => [{ id, expectedVersion, state: 'working' as const }];
    const ids = async (query: Parameters<typeof ledger.findParts>[0]) =>
      (await ledger.findParts(query)).map((part) => part.id);
    const since = { movedSince: civil('2017-12-18') };
    expect(await ids(since)).toEqual([]);
    await ledger.commit(aReplyChange(aReply()));
    expect(await ids(since)).toEqual([id]);
    expect(await ids({ movedSince: civil('2017-12-19') })).toEqual([]);
    expect(await ids({ ...since, dueOnOrBefore: civil('2017-12-30') })).toEqual([]);
    expect(await ids({ ...since, actedSince: NOW })).toEqual([]);
    const act = { ...anAct('return', '2017-12-18'), at: NOW };
    await ledger.commit(aChange({ parts: change(2), acts: [{ partId: id, act }] }));
    expect(await ids({ ...since, actedSince: NOW })).toEqual([id]);
    expect(await ids({ ...since, actedSince: addMs(NOW, 1) })).toEqual([]);
  });

  it('comes without replies where nobody looks at them', async () => {
    const ledger = await storeParts(await databases.open());
    await ledger.commit(aReplyChange(aReply()));
    expect((await ledger.findParts({}))[0]?.replies).toHaveLength(1);
    expect((await ledger.findParts({ withReplies: false }))[0]?.replies).toEqual([]);
  });

  it('leaves out plans that are not in force unless they are asked for', async () => {
    const ledger = await storeParts(await databases.open());
    await ledger.commit(aChange({ planState: { planId: 'plan-1', state: 'withdrawn' } }));
    expect(await ledger.findParts({})).toEqual([]);
    expect(await ledger.countParts({ planId: 'plan-1' })).toBe(0);
    expect(await ledger.countParts({ publishedOnly: false })).toBe(1);
  });

  it('finds reminders by an index, never by reading all parts', async () => {
    const database = await databases.open();
    await storeParts(database);
    const plan = await database.read(
      (queries) => queries.$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN SELECT * FROM "Part"
        WHERE "state" IN ('open', 'working') AND "dueOn" <= '2017-12-31' AND "planId" NOT IN ('a', 'b')`,
    );
    expect(plan.map(({ detail }) => detail).join()).toContain('Part_state_dueOn_idx (state=? AND dueOn<?)');
  });
});

describe('a card', () => {
  it('is found by its message once it was sent, and shows its parts in their order', async () => {
    const database = await databases.open();
    const ledger = await storeParts(database, ['office-1', 'office-2']);
    const card = aCard(1, { partIds: ['part-1-office-2', 'part-1-office-1'] });
    await ledger.commit(aChange({ newCards: [card] }));
    expect(await ledger.findCard('card-1')).toEqual(card);
    expect(await ledger.findLiveCards({ since: civil('2017-12-01') })).toEqual([]);
    const sent = { messageId: 'om_1', sentAt: NOW };
    await database.read((queries) => queries.card.updateMany({ data: { messageId: 'om_1', sentAt: BigInt(NOW) } }));
    expect(await ledger.findCardByMessage('om_1')).toEqual({ ...card, ...sent });
    const since = civil('2017-12-18');
    expect(await ledger.findLiveCards({ partIds: ['part-1-office-1'], since })).toEqual([{ ...card, ...sent }]);
    expect(await ledger.findLiveCards({ personIds: ['person-1'], since })).toHaveLength(1);
    expect(await ledger.findLiveCards({ personIds: ['person-2'], since })).toEqual([]);
    expect(await ledger.findLiveCards({ partIds: ['part-9'], since })).toEqual([]);
    expect(await ledger.findLiveCards({ since: civil('2017-12-19') })).toEqual([]);
    const ui = { form: { partId: 'part-1-office-1', kind: 'trouble' as const } };
    await ledger.commit(
      aChange({ cardChanges: [{ id: 'card-1', ui, partIds: ['part-1-office-1'], supersededOn: civil('2017-12-19') }] }),
    );
    expect(await ledger.findLiveCards({ since })).toEqual([]);
    expect(await ledger.findCard('card-1')).toMatchObject({
      ui,
      partIds: ['part-1-office-1'],
      supersededOn: '2017-12-19',
    });
  });

  it('that the platform has not taken is found apart from those that it has, however many wait', async () => {
    const database = await databases.open();
    const ledger = await storeParts(database);
    const cards = Array.from({ length: 1200 }, (_, n) => aCard(n, { partIds: ['part-1-office-1'] }));
    await ledger.commit(aChange({ newCards: cards }));
    await database.read((queries) =>
      queries.card.update({ where: { id: 'card-7' }, data: { messageId: 'om_7', sentAt: BigInt(NOW) } }),
    );
    const since = civil('2017-12-18');
    expect((await ledger.findLiveCards({ since })).map(({ id }) => id)).toEqual(['card-7']);
    const unsent = await ledger.findUnsentCards({ since });
    expect(unsent).toHaveLength(1199);
    expect(unsent.every(({ partIds }) => partIds.join() === 'part-1-office-1')).toBe(true);
    expect(await ledger.findUnsentCards({ personIds: ['person-2'], since })).toEqual([]);
  });

  it('of a run that is repeated is not registered twice', async () => {
    const ledger = await storeParts(await databases.open());
    const run = (n: number) =>
      aChange({
        newCards: [aCard(n)],
        messages: [aMessage(n, { key: 'morning:person-1', body: { type: 'ledger-card', cardId: `card-${n}` } })],
      });
    await ledger.commit(run(1));
    await ledger.commit(run(2));
    expect(await ledger.findCard('card-1')).toBeDefined();
    expect(await ledger.findCard('card-2')).toBeUndefined();
  });
});
