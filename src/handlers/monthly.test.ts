import { describe, expect, it } from 'vitest';
import { pressingOffice } from '../../tests/support/pressing-office.ts';
import { aCard, NOW } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import type { MonthlySummary } from '../domain/quotas/monthly-summary.ts';

const databases = tempDatabases();

const DRAFT: MonthlySummary = {
  id: 'summary-1',
  month: '2017-11',
  isCorrection: false,
  state: 'draft',
  numbers: {},
  card: { body: { elements: [] } },
  draftedAt: NOW,
  decidedAt: null,
  decidedBy: null,
  reason: '',
};

/** 张敏 holds the card `card-1`; she is an administrator unless a test says otherwise. */
async function begin(card: Partial<SentCard> = {}, { admins = ['ou_zhangmin'] } = {}) {
  const { deps, press: pressAs, ...office } = await pressingOffice(await databases.open());
  Object.assign(deps, { admins });
  await deps.ledger.commit({
    at: office.clock.now(),
    newSummaries: [DRAFT],
    newCards: [
      aCard(1, { kind: 'monthly', subject: 'summary-1', partIds: [], messageId: 'om_1', sentAt: NOW, ...card }),
    ],
    audit: [],
  });
  const summary = async () => (await deps.quotas.findSummary('summary-1'))?.state;
  return { deps, press: pressAs, summary, ...office };
}

const APPROVE = { a: 'summary.approve', s: 'summary-1' };

describe('同意发布', () => {
  it('waits until a leadership group is bound, and says so', async () => {
    const { press, summary } = await begin();
    expect((await press(APPROVE)).toast?.text).toContain('还没有绑定领导小组群');
    expect(await summary()).toBe('draft');
  });

  it('of somebody who may not approve changes neither the summary nor the card', async () => {
    const { press, summary } = await begin({}, { admins: [] });
    expect(await press(APPROVE)).toMatchObject({ toast: { type: 'warning' }, card: null });
    expect(await summary()).toBe('draft');
  });

  it('queues the card for the group once, however often the same press arrives', async () => {
    const { deps, press, summary } = await begin();
    await deps.settings.bindGroup('leaders', 'oc_leaders');
    await press(APPROVE);
    expect((await press(APPROVE)).toast).toMatchObject({ type: 'info' });
    expect(await summary()).toBe('posted');
    expect((await deps.outbox.summary()).queued).toBe(1);
  });

  it('on a card of another kind, or of a summary that is gone, is answered', async () => {
    const other = await begin({ kind: 'mine' });
    expect((await other.press(APPROVE)).toast?.text).toContain('按钮已停用');
    const { press } = await begin();
    expect((await press({ ...APPROVE, s: 'summary-9' })).toast?.text).toContain('已不存在');
  });
});

describe('不发', () => {
  it('needs a reason, and keeps what was typed where it is too long', async () => {
    const { press, summary } = await begin();
    await press({ a: 'summary.write', s: 'summary-1' });
    const answer = await press({ a: 'summary.drop', s: 'summary-1' }, 'ou_zhangmin', { reason: '长'.repeat(201) });
    expect(answer.toast?.text).toContain('现有 201 字');
    expect(JSON.stringify(answer.card)).toContain('长'.repeat(200));
    expect(await summary()).toBe('draft');
    await press({ a: 'summary.drop', s: 'summary-1' }, 'ou_zhangmin', { reason: '待核' });
    expect(await summary()).toBe('dropped');
  });
});
