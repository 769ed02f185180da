import { describe, expect, it } from 'vitest';
import { aPress } from '../../tests/support/card-press.ts';
import { pressingOffice } from '../../tests/support/pressing-office.ts';
import { aCard } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import { submitWords } from '../app/quotas/open-submission.ts';
import { findAdministrator } from '../app/review/administrator.ts';
import { handleCardAction } from './card-action.ts';

const databases = tempDatabases();

/** An administrator's queue `card-1` with one item of 张敏 on it. */
async function begin() {
  const office = await pressingOffice(await databases.open());
  const deps = { ...office.deps, admins: ['ou_admin'] };
  const administrator = await findAdministrator(deps, 'ou_admin');
  if (!administrator.ok) throw new Error('nobody administers');
  const words = '推进会 https://www.yunzhou.gov.cn/xw/1.html 12月15日';
  await submitWords(deps, { actorOpenId: 'ou_zhangmin', eventId: 'word-1', lead: null, words });
  const submission = async () => {
    const [found] = await deps.quotas.findSubmissions({ limit: 1 });
    if (!found) throw new Error('nothing was recorded');
    return found;
  };
  const { id: s } = await submission();
  const at = office.clock.now();
  const ui = { form: null, page: 1, submissions: { view: 'queue', ids: [s], returning: null } } as const;
  const sent = { messageId: 'om_1', sentAt: at, subject: 'submissions', partIds: [] };
  const newCards = [aCard(1, { kind: 'submissions', personId: administrator.value.id, ui, ...sent })];
  await deps.ledger.commit({ at, newCards, audit: [] });
  let events = 0;
  const nextEvent = () => {
    events += 1;
    return `event-${events}`;
  };
  const press = (payload: object, form: Readonly<Record<string, unknown>> = {}, eventId = nextEvent()) =>
    handleCardAction(
      deps,
      aPress({ eventId, at, actorOpenId: 'ou_admin', form, payload: { v: 1, c: 'card-1', ...payload } }),
    );
  return { ...office, deps, press, submission, s };
}

describe('the reviewer of 报送', () => {
  it('accepts once, however often the press arrives', async () => {
    const { press, submission, s } = await begin();
    expect((await press({ a: 'submissions.accept', s, n: 1 }, {}, 'same')).toast?.text).toBe('已采用');
    expect((await press({ a: 'submissions.accept', s, n: 1 }, {}, 'same')).toast?.text).toContain('无需重复');
    expect((await submission()).acts).toHaveLength(1);
  });

  it('is told what became of it where somebody was quicker', async () => {
    const { press, submission, s } = await begin();
    await press({ a: 'submissions.accept', s, n: 1 });
    const late = await press({ a: 'submissions.return', s, n: 1 }, { reasons: ['untrue'] });
    expect(late.toast?.text).toBe('刚才的点击没有生效：这条已采用，以下是当前状态');
    expect(JSON.stringify(late.card)).toContain('更正');
    expect((await submission()).state).toBe('accepted');
  });

  it('returns with reasons; what is missing keeps what was filled in', async () => {
    const { press, submission, s } = await begin();
    await press({ a: 'submissions.write-return', s, n: 1 });
    const missing = await press({ a: 'submissions.return', s, n: 1 }, { reasons: ['other'], note: '' });
    expect(missing.toast?.text).toBe('选了“其他”，请写一句说明');
    expect(JSON.stringify(missing.card)).toContain('"selected_values":["other"]');
    await press({ a: 'submissions.return', s, n: 1 }, { reasons: ['duplicate', 'other'], note: '与上周一条相同' });
    expect((await submission()).acts).toMatchObject([
      { reason: '重复报送：与上周一条相同', reasons: ['duplicate', 'other'] },
    ]);
  });

  it('更正 brings it back, and it can be decided anew', async () => {
    const { press, submission, s } = await begin();
    await press({ a: 'submissions.accept', s, n: 1 });
    await press({ a: 'submissions.reopen', s, n: 2 });
    expect(await submission()).toMatchObject({ state: 'submitted', version: 3 });
    await press({ a: 'submissions.return', s, n: 3 }, { reasons: ['untrue'] });
    expect((await submission()).acts.map(({ kind }) => kind)).toEqual(['accept', 'reopen', 'return']);
  });

  it('turns to what was decided and back', async () => {
    const { press, s } = await begin();
    await press({ a: 'submissions.accept', s, n: 1 });
    const decided = await press({ a: 'submissions.decided', g: 1 });
    expect(JSON.stringify(decided.card)).toContain('已审核');
    expect(JSON.stringify(decided.card)).toContain('推进会');
    const queue = await press({ a: 'submissions.queue', g: 1 });
    expect(JSON.stringify(queue.card)).toContain('没有待审核的报送');
  });
});
