import { describe, expect, it } from 'vitest';
import { civil } from '../../src/domain/calendar/civil-date.ts';
import type { LedgerIssue, Upload } from '../../src/domain/ledger/plan.ts';
import {
  aCard,
  aChange,
  aDraft,
  anOccurrence,
  aTask,
  aVersion,
  DUE_RULE,
  directoryStoreOn,
  NOW,
  storeParts,
  storePlan,
} from '../support/stored-plan.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();

function anUpload(upload: Partial<Upload> = {}): Upload {
  const file = { messageId: 'om_1', fileKey: 'file_1', fileName: '要点.docx' };
  const open = { state: 'waiting', year: null, versionId: null, problem: null } as const;
  return { id: 'upload-1', personId: 'person-1', ...file, ...open, createdAt: NOW, ...upload };
}

describe('the rows of a plan that is revised', () => {
  it('keep their id and history; rules that were replaced and rows that were left out are not loaded any more', async () => {
    const ledger = await storeParts(await databases.open());
    const monthly = { ...DUE_RULE, kind: 'every', period: 'month', due: '25', assumed: false } as const;
    const revised = aTask({
      text: '改写后的任务',
      rules: [monthly],
      ruleIds: ['rule-9'],
      startsAfter: [civil('2017-12-18')],
    });
    const added = aTask({ order: 1, id: 'task-new', ruleIds: ['rule-new'] });
    const committed = await ledger.commit(
      aChange({
        rows: { planId: 'plan-1', tasks: [revised, added], removedTaskIds: [], retiredRuleIds: ['rule-1'] },
      }),
    );
    expect(committed.ok).toBe(true);
    expect(await ledger.loadTasks('plan-1')).toEqual([revised, added]);
    expect(await ledger.findParts({})).toMatchObject([
      { taskText: '改写后的任务', rule: DUE_RULE, dueOn: '2017-12-31' },
    ]);
    await ledger.commit(
      aChange({
        rows: { planId: 'plan-1', tasks: [revised], removedTaskIds: ['task-new'], retiredRuleIds: ['rule-new'] },
      }),
    );
    expect((await ledger.loadTasks('plan-1')).map(({ id }) => id)).toEqual(['task-1']);
  });

  it('cancel parts whole or not at all: one that was answered meanwhile refuses the change', async () => {
    const ledger = await storeParts(await databases.open());
    const cancel = (expectedVersion: number) =>
      ledger.commit(
        aChange({
          planState: { planId: 'plan-1', state: 'withdrawn' },
          cancelledParts: [{ id: 'part-1-office-1', expectedVersion }],
        }),
      );
    expect(await cancel(7)).toEqual({ ok: false, error: { kind: 'stale', partId: 'part-1-office-1' } });
    expect(await ledger.findPlan('plan-1')).toMatchObject({ state: 'published' });
    await ledger.commit(aChange({ cancelledParts: [{ id: 'part-1-office-1', expectedVersion: 1 }] }));
    expect(await ledger.findParts({})).toEqual([]);
    expect(await ledger.countParts({})).toBe(0);
    expect(await ledger.findParts({ withCancelled: true })).toMatchObject([{ cancelled: true, version: 2 }]);
  });

  it('give offices that join a row a part in the occurrences that are there, only where that is asked', async () => {
    const ledger = await storeParts(await databases.open());
    const wider = anOccurrence(1, { id: 'occurrence-again' }, ['office-1', 'office-2']);
    await ledger.commit(aChange({ occurrences: [wider] }));
    expect(await ledger.countParts({})).toBe(1);
    await ledger.commit(aChange({ occurrences: [wider], completeParts: true }));
    expect((await ledger.findParts({})).map(({ officeName }) => officeName)).toEqual(['教育局', '财政局']);
  });

  it('owe a cancelled part again where a later version brings it back', async () => {
    const ledger = await storeParts(await databases.open());
    await ledger.commit(aChange({ cancelledParts: [{ id: 'part-1-office-1', expectedVersion: 1 }] }));
    await ledger.commit(aChange({ occurrences: [anOccurrence(1)], completeParts: true }));
    expect(await ledger.findParts({})).toMatchObject([{ id: 'part-1-office-1', version: 3 }]);
  });
});

describe('the review of a version', () => {
  const issue: LedgerIssue = {
    id: 'issue-1',
    planId: 'plan-1',
    versionId: 'version-2',
    no: 1,
    kind: 'conflict',
    task: '5',
    phrases: [{ text: '3个工作日', place: '第 4 行' }],
    suggestion: null,
    blocking: true,
    tasks: [0],
    choice: null,
    decision: null,
    decidedBy: null,
  };

  it('keeps issues, decisions and the offices’ answers with their version', async () => {
    const ledger = await storePlan(await databases.open());
    const version = aVersion({ id: 'version-2', number: 2 });
    await ledger.saveDraft(aDraft({ plan: null, version, issues: [issue] }));
    const choice = { kind: 'as', text: '6月底前' } as const;
    const asked = {
      versionId: 'version-2',
      officeId: 'office-1',
      state: 'asked',
      reason: '',
      personName: '张敏',
      at: NOW,
    } as const;
    await ledger.commit(
      aChange({
        issueDecisions: [{ id: 'issue-1', choice, decision: '改为“6月底前”', decidedBy: '孙静' }],
        confirmations: [asked],
      }),
    );
    await ledger.commit(aChange({ confirmations: [{ ...asked, state: 'objected', reason: '不归我们' }] }));
    expect(await ledger.loadIssues('version-1')).toEqual([]);
    expect(await ledger.loadIssues('version-2')).toEqual([
      { ...issue, choice, decision: '改为“6月底前”', decidedBy: '孙静' },
    ]);
    expect(await ledger.loadConfirmations('version-2')).toEqual([{ ...asked, state: 'objected', reason: '不归我们' }]);
    expect((await ledger.listVersions('plan-1')).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('finds the cards about it, an office’s among them, while they can still be changed', async () => {
    const ledger = await storePlan(await databases.open());
    const sent = { messageId: 'om_1', sentAt: NOW };
    await ledger.commit(
      aChange({
        newCards: [
          aCard(1, { kind: 'review', subject: 'version-2', ...sent }),
          aCard(2, { kind: 'confirm', subject: 'version-2/office-1', ...sent, messageId: 'om_2' }),
          aCard(3, { kind: 'confirm', subject: 'version-20/office-1', ...sent, messageId: 'om_3' }),
          aCard(4, { kind: 'review', subject: 'version-2' }),
        ],
      }),
    );
    const since = civil('2017-12-01');
    expect((await ledger.findReviewCards({ subject: 'version-2', since })).map(({ id }) => id)).toEqual([
      'card-1',
      'card-2',
    ]);
    expect((await ledger.findCardsAbout(['version-2'])).map(({ id }) => id)).toEqual(['card-1', 'card-4']);
  });
});

describe('a file that was sent', () => {
  it('is read by one reader at a time, oldest first, and taken up again where its reader died', async () => {
    const ledger = await storePlan(await databases.open());
    await ledger.commit(aChange({ newUpload: anUpload() }));
    const claim = (ms: number) => ledger.claimUpload({ now: (NOW + ms) as typeof NOW, abandonedAfterMs: 1000 });
    expect(await claim(0)).toMatchObject({ id: 'upload-1', state: 'reading' });
    expect(await claim(500)).toBeUndefined();
    expect(await claim(1500)).toMatchObject({ id: 'upload-1' });
    await ledger.commit(aChange({ uploadChange: { id: 'upload-1', state: 'asks-year' } }));
    expect(await claim(9000)).toBeUndefined();
    expect(await ledger.findUpload('upload-1')).toEqual(anUpload({ state: 'asks-year' }));
  });
});

describe('somebody who holds no post', () => {
  it('gets one place in the directory, however often they are added', async () => {
    const directory = directoryStoreOn(await databases.open());
    const first = await directory.addPerson({ name: '管理员', openId: 'ou_admin' });
    expect(await directory.addPerson({ name: '管理员', openId: 'ou_admin' })).toEqual(first);
    expect((await directory.load()).people).toEqual([first]);
  });
});
