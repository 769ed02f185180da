import { describe, expect, it } from 'vitest';
import { pressingOffice } from '../../tests/support/pressing-office.ts';
import { aCard } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import { submitWords } from '../app/quotas/open-submission.ts';
import type { SentCard } from '../domain/delivery/message.ts';

const databases = tempDatabases();
const LINK = 'https://www.yunzhou.gov.cn/xw/1.html';

/** 张敏 of 教育局 has submitted one item; `ou_admin` is an administrator. `card-1` is of the kind asked for. */
async function begin(card: Partial<SentCard> = {}) {
  const office = await pressingOffice(await databases.open());
  const deps = { ...office.deps, admins: ['ou_admin'] };
  await deps.ledger.commit({
    at: office.clock.now(),
    newCards: [aCard(1, { partIds: [], messageId: 'om_1', sentAt: office.clock.now(), ...card })],
    audit: [],
  });
  await submitWords(deps, {
    actorOpenId: 'ou_zhangmin',
    eventId: 'word-1',
    lead: null,
    words: `推进会 ${LINK} 12月15日`,
  });
  const submission = async () => {
    const [found] = await deps.quotas.findSubmissions({});
    if (!found) throw new Error('nothing was recorded');
    return found;
  };
  const { id: s } = await submission();
  return { ...office, deps, submission, s };
}

describe('报送 from a card', () => {
  it('is answered, and the same words again record nothing', async () => {
    const { deps, submission } = await begin();
    await submitWords(deps, { actorOpenId: 'ou_zhangmin', eventId: 'word-1', lead: null, words: `推进会 ${LINK}` });
    expect(await deps.quotas.countSubmissions({})).toBe(1);
    expect(await submission()).toMatchObject({ state: 'submitted', title: '推进会', promptBy: '2017-12-18' });
  });

  it.each([
    ['another office', 'ou_wangfang', '您不能处理'],
    ['a stranger', 'ou_nobody', '通讯录里没有您的联络人信息'],
  ])('撤回 by %s leaves it and the card as they are', async (_, actor, words) => {
    const { press, submission, s } = await begin();
    const answer = await press({ a: 'submission.withdraw', s, n: 1 }, actor);
    expect(answer.toast?.text).toContain(words);
    expect(answer.card).toBeNull();
    expect((await submission()).state).toBe('submitted');
  });

  it('撤回 by the deputy counts, and a second press says so', async () => {
    const { press, submission, s } = await begin();
    expect((await press({ a: 'submission.withdraw', s, n: 1 }, 'ou_liqiang')).toast?.text).toBe('已撤回');
    expect((await press({ a: 'submission.withdraw', s, n: 1 }, 'ou_zhangmin')).toast?.text).toContain('无需重复');
    expect((await submission()).acts.map(({ kind, personName }) => `${kind} ${personName}`)).toEqual(['withdraw 李强']);
  });

  it('the form of somebody else records nothing', async () => {
    const draft = {
      matter: '信息',
      title: '',
      link: '',
      date: '',
      officeId: '',
      jointOfficeIds: [],
      file: null,
      error: null,
    };
    const { press, deps } = await begin({ kind: 'submission', ui: { form: null, draft } });
    const form = { matter: '信息', title: '甲', link: LINK, date: '2017-12-15 +0800' };
    expect((await press({ a: 'submission.send' }, 'ou_wangfang', form)).toast?.text).toContain('发给别人的');
    expect(await deps.quotas.countSubmissions({})).toBe(1);
  });

  it('a button about something that is gone says so', async () => {
    const { press } = await begin();
    expect((await press({ a: 'submission.withdraw', s: 'submission-9', n: 1 })).toast?.text).toContain('已不在记录中');
  });
});

describe('the review of 报送', () => {
  it.each([
    { a: 'submissions.open', g: 1 },
    { a: 'submissions.queue', g: 1 },
    { a: 'submissions.decided', g: 1 },
    { a: 'submissions.accept', s: 'x', n: 1 },
    { a: 'submissions.write-return', s: 'x', n: 1 },
    { a: 'submissions.return', s: 'x', n: 1 },
    { a: 'submissions.cancel', s: 'x', n: 1 },
    { a: 'submissions.reopen', s: 'x', n: 1 },
    { a: 'submissions.split', s: 'x', n: 1 },
    { a: 'submissions.join', s: 'x', n: 1 },
    { a: 'submissions.accept-all', w: ['x'] },
  ])('$a is refused for a liaison, and nothing is shown', async (payload) => {
    const { press, submission, s } = await begin();
    const answer = await press('s' in payload ? { ...payload, s } : 'w' in payload ? { ...payload, w: [s] } : payload);
    expect(answer).toEqual({
      toast: { type: 'warning', text: '报送由主管机构（局办公室）审核。发“本月报送”，看本处室的报送情况。' },
      card: null,
    });
    expect((await submission()).state).toBe('submitted');
  });
});
