import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { PrismaQuotaStore } from '../../src/adapters/prisma/prisma-quota-store.ts';
import { addDays, civil, instantAt } from '../../src/domain/calendar/civil-date.ts';
import { foldActs, submissionAt } from '../../src/domain/quotas/close-period.ts';
import type { MonthlySummary } from '../../src/domain/quotas/monthly-summary.ts';
import type { Submission, SubmissionAct } from '../../src/domain/quotas/submission.ts';
import { hundredths, type Tally, tallySubmissions } from '../../src/domain/quotas/tally.ts';
import type { SubmissionQuery } from '../../src/ports/quota-store.ts';
import { aSubmission, type Done } from '../support/quotas.ts';
import { aChange, NOW, storeOffices } from '../support/stored-plan.ts';
import { TempDatabases } from '../support/temp-database.ts';

const databases = new TempDatabases();
afterAll(() => databases.remove());

const FIRST = civil('2026-03-01');
const MARCH = { from: FIRST, to: civil('2026-03-31') };
const OFFICES = ['office-1', 'office-2', 'office-3'] as const;
const KINDS = ['accept', 'return', 'reopen', 'withdraw', 'split', 'join'] as const;

/** What happens to one item: where it comes from, on which day, who made it too, and what is done about it. */
const history = fc.record({
  matter: fc.constantFrom('信息', '发布会'),
  office: fc.integer({ min: 0, max: 2 }),
  joint: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
  day: fc.integer({ min: -5, max: 36 }),
  lateBy: fc.integer({ min: 0, max: 3 }),
  acts: fc.array(fc.constantFrom(...KINDS), { maxLength: 5 }),
});

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

describe('submissions', () => {
  it('are counted by the store as whoever reads all of their histories counts them', async () => {
    let run = 0;
    const database = await databases.open();
    const offices = await storeOffices(database, OFFICES.length);
    const ledger = new PrismaLedgerStore(database);
    const quotas = new PrismaQuotaStore(database);
    const everything: Submission[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(history, { minLength: 1, maxLength: 8 }), async (histories) => {
        run += 1;
        for (const [index, each] of histories.entries()) {
          const submission = await live(ledger, `s${run}-${index}`, each, offices);
          everything.push(submission);
          expect(await quotas.findSubmission(submission.id)).toEqual(submission);
        }
        const counted = await quotas.tally(MARCH);
        expect(counted.map(shown)).toEqual(tallySubmissions(everything, MARCH).map(shown));
        expect(counted.map(({ matter, officeId, accepted }) => [matter, officeId, hundredths(accepted)])).toEqual(
          recount(everything),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('are not what 零报告 is counted as', async () => {
    const database = await databases.open();
    const [officeId = ''] = await storeOffices(database, 1);
    const nil = { officeId, title: '', isNil: true, state: 'none' } as const;
    const said = aSubmission('2026-03-09', { ...nil, id: 'nil', submittedAt: instantAt(civil('2026-03-19'), '10:00') });
    const undone = aSubmission('2026-03-10', { ...nil, id: 'undone', state: 'withdrawn' });
    const item = aSubmission('2026-03-11', { id: 'item', officeId });
    const newSubmissions = [said, undone, item];
    await new PrismaLedgerStore(database).commit(aChange({ newSubmissions }));
    const counted = await new PrismaQuotaStore(database).tally(MARCH);
    expect(counted).toEqual([{ matter: '信息', officeId, submitted: 1, accepted: 0, returned: 0, late: 0, nil: 1 }]);
    expect(counted).toEqual(tallySubmissions(newSubmissions, MARCH));
  });

  it('stood before their close as their acts until then say', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 6 }), (each, seen) => {
        const { whole, acts } = storyOf('s', each, OFFICES);
        const at = acts[seen]?.at ?? instantAt(civil('2026-12-31'), '00:00');
        const before = submissionAt(whole, at);
        expect(before?.acts).toEqual(acts.slice(0, seen));
        expect(before?.state).toBe(foldActs(whole, acts.slice(0, seen)).state);
      }),
    );
  });

  it('of one version are decided once: the second decision is refused and changes nothing', async () => {
    const database = await databases.open();
    const offices = await storeOffices(database, 1);
    const ledger = new PrismaLedgerStore(database);
    const { first, acts } = storyOf(
      's',
      { matter: '信息', office: 0, joint: [], day: 3, lateBy: 0, acts: ['accept', 'return'] },
      offices,
    );
    await ledger.commit(aChange({ newSubmissions: [first] }));
    const decide = (act: SubmissionAct) => ({
      ...foldActs(first, [act]),
      submissionId: 's',
      expectedVersion: 1,
      act,
    });
    const [accept, back] = acts;
    if (!accept || !back) throw new Error('two acts');
    expect(await ledger.commit(aChange({ submissionActs: [decide(accept)] }))).toMatchObject({ ok: true });
    expect(await ledger.commit(aChange({ submissionActs: [decide(back)] }))).toEqual({
      ok: false,
      error: { kind: 'stale-submission', submissionId: 's' },
    });
    expect((await new PrismaQuotaStore(database).findSubmission('s'))?.state).toBe('accepted');
  });
});

describe('a monthly summary', () => {
  it('is decided once, by whoever is first, and the second decision changes nothing', async () => {
    const database = await databases.open();
    const ledger = new PrismaLedgerStore(database);
    const quotas = new PrismaQuotaStore(database);
    const draft: MonthlySummary = {
      id: 'summary-1',
      month: '2026-03',
      isCorrection: false,
      state: 'draft',
      numbers: { news: 3 },
      card: { body: {} },
      draftedAt: NOW,
      decidedAt: null,
      decidedBy: null,
      reason: '',
    };
    await ledger.commit(aChange({ newSummaries: [draft] }));
    expect(await quotas.findSummaries('2026-03')).toEqual([draft]);
    expect(await quotas.findSummaries('2026-04')).toEqual([]);
    const decide = (state: 'posted' | 'dropped', decidedBy: string) =>
      ledger.commit(aChange({ summaryChanges: [{ id: 'summary-1', state, decidedAt: NOW, decidedBy, reason: '' }] }));
    expect(await decide('posted', '赵磊')).toMatchObject({ ok: true });
    expect(await decide('dropped', '孙静')).toEqual({
      ok: false,
      error: { kind: 'summary-decided', summaryId: 'summary-1' },
    });
    expect(await quotas.findSummary('summary-1')).toEqual({
      ...draft,
      state: 'posted',
      decidedAt: NOW,
      decidedBy: '赵磊',
    });
  });
});

describe('a query of submissions', () => {
  /** By id: of whom, of which day and matter, and what became of it. */
  async function withSome() {
    const database = await databases.open();
    const [a = '', b = '', c = ''] = await storeOffices(database, 3);
    const done = (kind: Done[0], on: string): readonly Done[] => [[kind, `2026-${on}T09:00+08:00`]];
    const newSubmissions = [
      aSubmission('2026-03-01', { id: 'first', officeId: a, done: done('accept', '04-10') }),
      aSubmission('2026-03-31', { id: 'last', officeId: b, done: done('return', '04-01') }),
      aSubmission('2026-04-01', { id: 'april', officeId: a, matter: '发布会' }),
      aSubmission('2026-03-15', { id: 'joint', officeId: b, jointOfficeIds: [c] }),
      aSubmission('2026-03-15', { id: 'late', officeId: c, submittedAt: instantAt(civil('2026-04-10'), '09:00') }),
    ];
    await new PrismaLedgerStore(database).commit(aChange({ newSubmissions }));
    const quotas = new PrismaQuotaStore(database);
    const idsOf = async (query: SubmissionQuery) => {
      const found = (await quotas.findSubmissions(query)).map(({ id }) => id);
      expect(await quotas.countSubmissions(query)).toBe(found.length);
      return found;
    };
    return { idsOf, quotas, offices: [a, b, c] as const };
  }

  it('has the newest event first, and of one day what came last', async () => {
    const { idsOf, quotas } = await withSome();
    expect(await idsOf({})).toEqual(['april', 'last', 'late', 'joint', 'first']);
    const page = await quotas.findSubmissions({ skip: 1, limit: 2 });
    expect(page.map(({ id }) => id)).toEqual(['last', 'late']);
  });

  it('takes the first and the last day of a span, and every other part of it, together', async () => {
    const { idsOf, offices } = await withSome();
    const [a, , c] = offices;
    expect(await idsOf({ span: MARCH })).toEqual(['last', 'late', 'joint', 'first']);
    expect(await idsOf({ eventSince: civil('2026-03-31') })).toEqual(['april', 'last']);
    expect(await idsOf({ matter: '发布会' })).toEqual(['april']);
    expect(await idsOf({ states: ['accepted', 'returned'] })).toEqual(['last', 'first']);
    expect(await idsOf({ ids: ['first', 'joint'] })).toEqual(['joint', 'first']);
    expect(await idsOf({ officeIds: [a], span: MARCH })).toEqual(['first']);
    expect(await idsOf({ states: [] })).toEqual([]);
    // Made together, split or not.
    expect(await idsOf({ officeIds: [c] })).toEqual(['late', 'joint']);
  });

  it('finds what came or was decided since a moment', async () => {
    const { idsOf } = await withSome();
    expect(await idsOf({ changedSince: instantAt(civil('2026-04-10'), '09:00') })).toEqual(['late', 'first']);
    expect(await idsOf({ changedSince: instantAt(civil('2026-04-10'), '09:01') })).toEqual([]);
  });
});

function storyOf(id: string, { matter, office, joint, day, lateBy, acts: kinds }: History, offices: readonly string[]) {
  const eventOn = addDays(FIRST, day);
  const officeId = offices[office] ?? '';
  const comesOn = addDays(eventOn, lateBy);
  const first = aSubmission(eventOn, {
    id,
    matter,
    officeId,
    jointOfficeIds: joint.map((place) => offices[place] ?? '').filter((other) => other !== officeId),
    submittedAt: instantAt(comesOn, '10:00'),
    promptBy: addDays(eventOn, 1),
  });
  const done = kinds.map((kind, index): Done => [kind, `${addDays(comesOn, index + 1)}T09:00+08:00`]);
  const whole = aSubmission(eventOn, { ...first, done });
  return { first, whole, acts: whole.acts };
}

async function live(
  ledger: PrismaLedgerStore,
  id: string,
  each: History,
  offices: readonly string[],
): Promise<Submission> {
  const { first, acts, whole } = storyOf(id, each, offices);
  await ledger.commit(aChange({ newSubmissions: [first] }));
  for (const [index, act] of acts.entries()) {
    const { state, credits } = foldActs(first, acts.slice(0, index + 1));
    const change = { submissionId: id, expectedVersion: index + 1, act, state, credits };
    expect(await ledger.commit(aChange({ submissionActs: [change] }))).toMatchObject({ ok: true });
  }
  return whole;
}

function shown({ matter, officeId, submitted, accepted, returned, late }: Tally) {
  return { matter, officeId, numbers: [submitted, accepted, returned, late].map(hundredths) };
}

/** By matter and office, the accepted items of March, counted with nothing but the last word about each. */
function recount(submissions: readonly Submission[]) {
  const counts = new Map<string, number>();
  for (const { matter, officeId, jointOfficeIds, acts, eventOn } of submissions) {
    const words = acts.map(({ kind }) => kind);
    const last = words.findLast((kind) => kind !== 'split' && kind !== 'join') ?? 'none';
    if (last === 'withdraw' || eventOn < '2026-03-01' || eventOn > '2026-03-31') continue;
    const isSplit = words.findLast((kind) => kind === 'split' || kind === 'join') === 'split';
    const credited = isSplit ? [officeId, ...jointOfficeIds] : [officeId];
    for (const office of credited) {
      const key = `${matter}|${office}`;
      counts.set(key, (counts.get(key) ?? 0) + (last === 'accept' ? 1 / credited.length : 0));
    }
  }
  return [...counts]
    .map(([key, count]) => [...key.split('|'), Math.round(count * 100) / 100])
    .toSorted((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
}
