import { describe, expect, it } from 'vitest';
import { pressingOffice } from '../../tests/support/pressing-office.ts';
import { aCard, NOW } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import type { SentCard } from '../domain/delivery/message.ts';

const databases = tempDatabases();

/** 张敏 holds the details `card-1` of November's summary. */
async function begin(card: Partial<SentCard> = {}) {
  const office = await pressingOffice(await databases.open());
  const { people } = await office.deps.directory.load();
  const zhang = people.find(({ name }) => name === '张敏');
  const held = { personId: zhang?.id ?? '', partIds: [], messageId: 'om_1', sentAt: NOW };
  const subject = `2017-11 ${NOW}`;
  await office.deps.ledger.commit({
    at: office.clock.now(),
    newCards: [aCard(1, { kind: 'details', subject, ...held, ...card })],
    audit: [],
  });
  return office;
}

const OF_MONTH = { a: 'digest.details', t: NOW, m: '2017-11' };
const SHOW = { a: 'details.show', k: 'closed', g: 1 };

describe('查看明细', () => {
  it('of a month sends a card of its own to whoever pressed it, once for one press', async () => {
    const { press, deps } = await begin();
    expect((await press(OF_MONTH, 'ou_liqiang')).toast?.text).toBe('已发给您，请看下面的新卡片');
    expect((await press(OF_MONTH, 'ou_liqiang')).card).toBeNull();
    expect((await deps.outbox.summary()).queued).toBe(2);
  });

  it('of somebody in no list is answered, and sends nothing', async () => {
    const { press, deps } = await begin();
    expect((await press(OF_MONTH, 'ou_stranger')).toast).toMatchObject({ type: 'warning' });
    expect((await deps.outbox.summary()).queued).toBe(0);
  });
});

describe('another number', () => {
  it('is shown on the card that was pressed', async () => {
    const { press, theCard } = await begin();
    const { card } = await press(SHOW);
    expect(JSON.stringify(card)).toContain('2017年11月明细 · 当月办结 0 件');
    expect((await theCard())?.ui).toMatchObject({ number: 'closed', page: 1 });
  });

  it('of another report than the card’s is shown as its first', async () => {
    const { press } = await begin();
    expect(JSON.stringify((await press({ ...SHOW, k: 'completion' })).card)).toContain('逾期未办 0 件');
    const weekly = await begin({ subject: String(NOW) });
    expect(JSON.stringify((await weekly.press({ ...SHOW, k: 'press' })).card)).toContain('周报明细 · 逾期未办 0 件');
  });

  it('is turned to by nobody but whose card it is', async () => {
    const { press, theCard } = await begin();
    expect(await press(SHOW, 'ou_liqiang')).toMatchObject({ card: null });
    expect((await theCard())?.ui.number).toBeUndefined();
  });

  it('on a card of another kind is answered', async () => {
    const { press } = await begin({ kind: 'mine' });
    expect((await press(SHOW)).toast?.text).toContain('按钮已停用');
  });
});
