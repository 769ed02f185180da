import { describe, expect, it } from 'vitest';
import { appOnPlan, nameOnPlatform } from '../../../tests/support/app-on-store.ts';
import { anOccurrenceDue, anOffice, aPerson } from '../../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../../tests/support/temp-database.ts';
import { instantOf } from '../../domain/calendar/civil-date.ts';
import { createLimits } from '../../domain/delivery/send-limits.ts';
import { deliverDue } from '../deliver-outbox.ts';
import { sendMorningCards } from '../send-morning-cards.ts';

const databases = tempDatabases();

describe('the card that tells a leader who is late', () => {
  it('counts as told only where it arrives: a leader who has left is not the end of the ladder', async () => {
    const { deps, clock, chat } = await appOnPlan(await databases.open(), '2017-12-15T09:00:00+08:00');
    const leaders = [aPerson('周科长', { role: 'head' }), aPerson('赵局长', { role: 'leader-in-charge' })];
    await deps.directory.save([anOffice('教育局', { people: [aPerson('张敏'), ...leaders] })], []);
    await nameOnPlatform(deps, { 周科长: 'ou_zhou', 赵局长: 'ou_zhao' });
    const occurrences = [1, 2].map((n) => anOccurrenceDue(n, '2017-12-15', { key: n === 1 ? 'once' : `key-${n}` }));
    await deps.ledger.commit({ at: clock.now(), occurrences, audit: [] });
    const morning = async (day: string) => {
      clock.moveTo(instantOf(`${day}T09:00:00+08:00`));
      const report = await sendMorningCards(deps);
      await deliverDue(deps, { limits: createLimits(), jitter: () => 0.5 });
      return report;
    };
    const steps = async () => (await deps.ledger.findParts({})).map(({ escalated }) => escalated);

    expect((await morning('2017-12-15')).counts).toEqual({ cards: 1, merged: 1, withheld: 0 });
    chat.fail = ({ to }) =>
      to === 'ou_zhou'
        ? Object.assign(new Error('left'), { code: 'recipient-left', retryable: false, waitMs: null, platformCode: 1 })
        : undefined;
    expect((await morning('2017-12-18')).counts).toMatchObject({ cards: 2, merged: 2 });
    expect(await steps()).toEqual([1, 1]);
    await morning('2017-12-19');
    expect(await steps()).toEqual([1, 1]);
    await morning('2017-12-20');
    expect(await steps()).toEqual([2, 2]);
    expect(chat.calls.filter(({ to, kind }) => to === 'ou_zhao' && kind === 'card')).toHaveLength(1);
    await morning('2017-12-21');
    expect(chat.calls.filter(({ to, kind }) => to === 'ou_zhao' && kind === 'card')).toHaveLength(1);
  });
});
