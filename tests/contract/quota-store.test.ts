import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { PrismaQuotaStore } from '../../src/adapters/prisma/prisma-quota-store.ts';
import { addDays, civil, instantAt } from '../../src/domain/calendar/civil-date.ts';
import { foldActs, submissionAt } from '../../src/domain/quotas/close-period.ts';
import type { Submission, SubmissionAct } from '../../src/domain/quotas/submission.ts';
import { hundredths, type Tally, tallySubmissions } from '../../src/domain/quotas/tally.ts';
import { aChange, storeOffices } from '../support/stored-plan.ts';
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

function storyOf(id: string, { matter, office, joint, day, lateBy, acts: kinds }: History, offices: readonly string[]) {
  const eventOn = addDays(FIRST, day);
  const officeId = offices[office] ?? '';
  const submittedAt = instantAt(addDays(eventOn, lateBy), '10:00');
  const acts = kinds.map((kind, index): SubmissionAct => {
    const at = instantAt(addDays(eventOn, lateBy + index + 1), '09:00');
    return { id: `${id}-a${index}`, at, personId: 'p', personName: '审核人', kind, reason: '' };
  });
  const first: Submission = {
    id,
    matter,
    title: '关于便民服务的消息',
    isNil: false,
    link: null,
    file: null,
    eventOn,
    officeId,
    jointOfficeIds: joint.map((place) => offices[place] ?? '').filter((other) => other !== officeId),
    submittedAt,
    personId: 'p',
    personName: '联络人',
    promptBy: addDays(eventOn, 1),
    state: 'submitted',
    credits: [officeId],
    decidedAt: null,
    version: 1,
    acts: [],
  };
  return { first, acts, whole: { ...first, ...foldActs(first, acts), acts } };
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
