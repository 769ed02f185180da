import { describe, expect, it } from 'vitest';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { civil } from '../../src/domain/calendar/civil-date.ts';
import {
  aCard,
  aChange,
  aMessage,
  anOccurrence,
  aPlan,
  aReply,
  aReplyChange,
  aSecondDraft,
  aTask,
  aVersion,
  NOW,
  storeParts,
  storePlan,
  TITLE,
} from '../support/stored-plan.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();

const partOf = async (ledger: PrismaLedgerStore, id = 'part-1-office-1') => (await ledger.findParts({ ids: [id] }))[0];

describe('a plan that was imported', () => {
  it('comes back word for word: rare characters, emoji, quotes and long texts', async () => {
    const ledger = await storePlan(await databases.open());
    const text = `𠮷林“省”政府'办公室' 100%\t👩‍🏫 <b>龘</b> \\ \u2028 ${'公开'.repeat(5000)}`;
    const plan = aPlan({ id: 'plan-2', title: text });
    const task = aTask({
      id: 'task-x',
      planId: 'plan-2',
      text,
      no: null,
      area: [text],
      ruleIds: ['rule-x'],
      notes: [{ kind: 'typo', text }],
    });
    const issue = {
      id: 'issue-1',
      planId: 'plan-2',
      versionId: 'v2',
      no: 1,
      kind: 'conflict',
      task: null,
      phrases: [{ text, place: '表 1' }],
      suggestion: text,
      blocking: true,
      tasks: [0, 3],
      choice: { kind: 'as' as const, text },
    };
    const open = { decision: null, decidedBy: null };
    await ledger.saveDraft({ ...aSecondDraft([task]), plan, issues: [{ ...issue, ...open }] });
    expect(await ledger.findPlan('plan-2')).toEqual(plan);
    expect(await ledger.loadTasks('plan-2')).toEqual([task]);
    expect(await ledger.loadIssues('v2')).toEqual([{ ...issue, ...open }]);
    expect(await ledger.findPlanByTitle(text, 2017)).toEqual({
      plan,
      latest: aVersion({ id: 'v2', planId: 'plan-2' }),
    });
    expect(await ledger.findPlanByTitle(TITLE, 2018)).toBeUndefined();
  });

  it('with half a character in its text can still be read', async () => {
    const ledger = await storePlan(await databases.open());
    const task = aTask({ order: 1, planId: 'plan-2', text: 'a\ud83db\0c' });
    await ledger.saveDraft(aSecondDraft([task]));
    expect((await ledger.loadTasks('plan-2'))[0]?.text).toBe('a\ufffdbc');
  });

  it('is stored whole or not at all', async () => {
    const ledger = await storePlan(await databases.open());
    const twice = [aTask({ id: 'same', planId: 'plan-2' }), aTask({ id: 'same', planId: 'plan-2', order: 1 })];
    await expect(ledger.saveDraft(aSecondDraft(twice))).rejects.toMatchObject({ code: 'query-failed' });
    expect(await ledger.listPlans()).toHaveLength(1);
  });

  it('keeps the rules of its rows and the rows in their order', async () => {
    const ledger = await storePlan(await databases.open());
    const tasks = [11, 2, 0, 1].map((order) =>
      aTask({ id: `x-${order}`, planId: 'plan-2', order, ruleIds: [`xr-${order}`] }),
    );
    await ledger.saveDraft(aSecondDraft(tasks));
    expect((await ledger.loadTasks('plan-2')).map(({ order, ruleIds }) => [order, ...ruleIds])).toEqual([
      [0, 'xr-0'],
      [1, 'xr-1'],
      [2, 'xr-2'],
      [11, 'xr-11'],
    ]);
  });
});

describe('a change', () => {
  it('says how much was new, and asks for the same thing twice change nothing', async () => {
    const ledger = await storePlan(await databases.open());
    const asked = aChange({
      occurrences: [anOccurrence(1, {}, ['office-1', 'office-2'])],
      messages: [aMessage(1), aMessage(2)],
    });
    expect(await ledger.commit(asked)).toEqual({ ok: true, value: { occurrences: 1, parts: 2, messages: 2 } });
    const again = aChange({
      occurrences: [{ ...anOccurrence(1), id: 'other', parts: [] }, anOccurrence(2)],
      messages: [aMessage(3, { key: 'notice:1' }), aMessage(4), aMessage(5, { key: 'notice:4' })],
    });
    expect(await ledger.commit(again)).toEqual({ ok: true, value: { occurrences: 1, parts: 1, messages: 1 } });
    expect(await ledger.countParts({})).toBe(3);
  });

  it('caused by an event that was handled before is refused, and nothing of it is written', async () => {
    const ledger = await storeParts(await databases.open());
    const press = aChange({
      event: { id: 'evt-1', kind: 'card.action' },
      parts: [{ id: 'part-1-office-1', expectedVersion: 1, state: 'working' }],
      replies: [{ partId: 'part-1-office-1', reply: aReply() }],
    });
    expect(await ledger.commit(press)).toMatchObject({ ok: true });
    const second = {
      ...press,
      parts: [{ id: 'part-1-office-1', expectedVersion: 2, state: 'reported' as const }],
      replies: [],
    };
    expect(await ledger.commit(second)).toEqual({ ok: false, error: { kind: 'event-seen', eventId: 'evt-1' } });
    expect(await partOf(ledger)).toMatchObject({ state: 'working', version: 2 });
  });

  it('against a part that has moved on is refused and undone whole: event, replies, messages, other parts, audit', async () => {
    const database = await databases.open();
    const ledger = await storeParts(database, ['office-1', 'office-2']);
    await ledger.commit(aChange({ parts: [{ id: 'part-1-office-2', expectedVersion: 1, state: 'working' }] }));
    const late = aChange({
      event: { id: 'evt-2', kind: 'card.action' },
      planState: { planId: 'plan-1', state: 'withdrawn' },
      occurrences: [anOccurrence(9)],
      parts: [
        { id: 'part-1-office-1', expectedVersion: 1, state: 'reported' },
        { id: 'part-1-office-2', expectedVersion: 1, state: 'reported' },
      ],
      messages: [aMessage(1)],
      newCards: [aCard(1)],
      audit: [
        { actor: 'person-1', action: 'part.reported', subject: { type: 'part', id: 'part-1-office-1' }, detail: {} },
      ],
    });
    expect(await ledger.commit(late)).toEqual({ ok: false, error: { kind: 'stale', partId: 'part-1-office-2' } });
    expect(await partOf(ledger)).toMatchObject({ state: 'open', version: 1 });
    expect(await database.read((queries) => queries.inboxEvent.count())).toBe(0);
    expect(await ledger.countParts({})).toBe(2);
    expect(await ledger.findCard('card-1')).toBeUndefined();
    expect(await database.read((queries) => queries.outboxMessage.count())).toBe(0);
    expect(await database.read((queries) => queries.auditEntry.count())).toBe(0);
    expect((await ledger.findPlan('plan-1'))?.state).toBe('published');
  });

  it('keeps replies oldest first, with links and where the part stood before', async () => {
    const ledger = await storeParts(await databases.open());
    const first = aReply({ id: 'z', note: '第一条', links: ['https://example.gov.cn/a?b=1'] });
    const second = aReply({ id: 'a', note: '', state: 'trouble', percent: null, helpFrom: '财政局 👀' });
    await ledger.commit(aReplyChange(first));
    await ledger.commit(aReplyChange(second, 2));
    expect((await partOf(ledger))?.replies).toEqual([first, second]);
  });

  it('undoes a reply once; a second undo is refused', async () => {
    const ledger = await storeParts(await databases.open());
    await ledger.commit(aReplyChange(aReply()));
    const undo = aChange({ undone: [{ replyId: 'reply-1', byPersonId: 'person-1' }] });
    expect(await ledger.commit(undo)).toMatchObject({ ok: true });
    expect((await partOf(ledger))?.replies[0]?.undoneAt).toBe(NOW);
    expect(await ledger.commit(undo)).toEqual({ ok: false, error: { kind: 'stale', partId: 'part-1-office-1' } });
  });

  it('that only notes a reminder needs no version and makes no button stale', async () => {
    const ledger = await storeParts(await databases.open(), ['office-1', 'office-2']);
    const remindedOn = civil('2017-12-18');
    const ids = ['part-1-office-1', 'part-1-office-2', 'part-1-office-1'];
    expect(
      await ledger.commit(aChange({ parts: ids.map((id) => ({ id, expectedVersion: 77, remindedOn })) })),
    ).toMatchObject({ ok: true });
    expect(await partOf(ledger)).toMatchObject({ version: 1, remindedOn });
    expect(await ledger.commit(aChange({ parts: [{ id: 'nobody', expectedVersion: 1, remindedOn }] }))).toEqual({
      ok: false,
      error: { kind: 'stale', partId: 'nobody' },
    });
  });

  it('empties what it is told to empty and leaves the rest', async () => {
    const ledger = await storeParts(await databases.open());
    const id = 'part-1-office-1';
    const closedOn = civil('2017-12-18');
    await ledger.commit(aChange({ parts: [{ id, expectedVersion: 1, state: 'reported', percent: 100, closedOn }] }));
    expect(await partOf(ledger)).toMatchObject({ state: 'reported', percent: 100, closedOn, version: 2 });
    await ledger.commit(aChange({ parts: [{ id, expectedVersion: 2, state: 'working', closedOn: null }] }));
    expect(await partOf(ledger)).toMatchObject({ state: 'working', percent: 100, closedOn: null, version: 3 });
  });

  it('that hands a part back to an office that was excused of it lets it begin anew', async () => {
    const ledger = await storeParts(await databases.open(), ['office-1', 'office-2']);
    const id = 'part-1-office-2';
    const day = civil('2017-12-11');
    const before = { state: 'excused', percent: 60, escalated: 3, remindedOn: day, snoozedUntil: day } as const;
    await ledger.commit(aChange({ parts: [{ id, expectedVersion: 1, ...before }] }));
    await ledger.commit(aChange({ handedOver: [{ fromPartId: 'part-1-office-1', id: 'new', officeId: 'office-2' }] }));
    expect(await partOf(ledger, id)).toMatchObject({
      state: 'open',
      percent: null,
      escalated: 0,
      remindedOn: null,
      snoozedUntil: null,
      version: 3,
    });
  });

  it('of a hundred at once loses nothing, and of a hundred on one part lets one through', async () => {
    const ledger = await storeParts(await databases.open());
    const numbers = Array.from({ length: 100 }, (_, index) => index + 100);
    const results = await Promise.all(
      numbers.map((n) =>
        ledger.commit(
          aChange({ event: { id: `evt-${n}`, kind: 'x' }, occurrences: [anOccurrence(n)], messages: [aMessage(n)] }),
        ),
      ),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await ledger.countParts({})).toBe(101);
    const racing = await Promise.all(
      numbers.map((n) =>
        ledger.commit(
          aChange({
            parts: [{ id: 'part-1-office-1', expectedVersion: 1, percent: n - 100 }],
            replies: [{ partId: 'part-1-office-1', reply: aReply({ id: `reply-${n}` }) }],
          }),
        ),
      ),
    );
    expect(racing.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await partOf(ledger))?.replies).toHaveLength(1);
  });

  it('of two programs on one file waits for the other instead of being lost', async () => {
    const database = await databases.open();
    const ledger = await storeParts(database);
    const other = await storeOn(`file:${database.file}`);
    const numbers = Array.from({ length: 40 }, (_, index) => index + 2);
    const results = await Promise.all(
      numbers.map((n) => (n % 2 === 0 ? ledger : other).commit(aChange({ occurrences: [anOccurrence(n)] }))),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await other.countParts({})).toBe(41);
  });
});

async function storeOn(url: string): Promise<PrismaLedgerStore> {
  return new PrismaLedgerStore(await databases.open(url));
}
