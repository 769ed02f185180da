import { describe, expect, it } from 'vitest';
import { aPress } from '../../tests/support/card-press.ts';
import { quotaOffice } from '../../tests/support/quota-office.ts';
import { aTask } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import { civil } from '../domain/calendar/civil-date.ts';
import type { Rule } from '../domain/plan/rule.ts';
import { handleCardAction } from './card-action.ts';

const databases = tempDatabases();

const PHRASE = '主要负责人每年至少听取1次便民公开情况汇报';
const HEARING: Rule = {
  kind: 'quota',
  count: 1,
  per: 'year',
  of: '便民公开情况汇报',
  scope: 'whole-plan',
  atLeast: true,
  phrase: PHRASE,
  place: 'text',
};
const OFFICES = [{ name: '法规科', role: 'lead', fanOut: null, inferred: false }] as const;

/** On Friday, 15 May 2026. */
async function begin() {
  const row = aTask({ order: 0, text: PHRASE, offices: OFFICES, rules: [HEARING], ruleIds: ['hearing'] });
  const { deps, clock } = await quotaOffice(await databases.open(), '2026-05-15T09:00:00+08:00', [row]);
  const press = async (payload: object, actorOpenId = 'ou_张敏', eventId = 'event-1') => {
    const action = { a: 'submission.plan', v: 1, c: 'card-1', r: 'hearing', ...payload };
    return (await handleCardAction(deps, aPress({ eventId, at: clock.now(), actorOpenId, payload: action }))).toast;
  };
  const drafts = async () => {
    const cards = await deps.ledger.findUnsentCards({ since: civil('2026-05-15') });
    return cards.flatMap(({ ui }) => ui.draft ?? []);
  };
  return { press, drafts };
}

describe('登记日期 of a duty of leaders', () => {
  it('sends the form with the duty and the proposed day filled in, once however often the press arrives', async () => {
    const { press, drafts } = await begin();
    expect(await press({ d: '2026-06-02' })).toMatchObject({ type: 'success' });
    await press({ d: '2026-06-02' });
    expect(await drafts()).toMatchObject([
      { matter: '听取汇报', title: '主要负责人听取便民公开情况汇报', date: '2026-06-02', officeId: 'new-office-2' },
    ]);
  });

  it('is for one of the person’s own offices, whatever the button says', async () => {
    const { press, drafts } = await begin();
    await press({ o: 'new-office-4' }, 'ou_王芳');
    await press({ o: 'new-office-1' }, 'ou_王芳', 'event-2');
    expect((await drafts()).map(({ officeId }) => officeId)).toEqual(['new-office-4', 'new-office-3']);
  });

  it('leaves out a day that is over, and what a plan no longer asks for', async () => {
    const { press, drafts } = await begin();
    await press({ d: '2026-05-14' });
    await press({ r: 'gone', d: '2026-06-02' }, 'ou_张敏', 'event-2');
    expect(await drafts()).toMatchObject([
      { matter: '听取汇报', date: '' },
      { matter: '信息', title: '', date: '2026-05-15' },
    ]);
  });

  it('is refused for whoever answers for no office', async () => {
    const { press, drafts } = await begin();
    expect(await press({}, 'ou_nobody')).toMatchObject({ type: 'warning' });
    expect(await drafts()).toEqual([]);
  });
});
