import { describe, expect, it } from 'vitest';
import { aPress } from '../../tests/support/card-press.ts';
import { pressingOffice } from '../../tests/support/pressing-office.ts';
import { aCard } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import { submitWords } from '../app/quotas/open-submission.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import { handleCardAction } from './card-action.ts';

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
    expect((await press({ a: 'submission.file', s: 'submission-9' })).toast?.text).toContain('已不在记录中');
  });
});

describe('查看附件', () => {
  /** 张敏 of 教育局 has submitted a file together with 财政局, or her item without one. */
  async function beginWithFile(withFile = true) {
    const office = await begin();
    const { deps, clock } = office;
    const file = { name: '图文解读.docx', messageId: 'om_9', fileKey: 'file_9' };
    const one = { ...(await office.submission()), id: 'submission-9', file: withFile ? file : null };
    const newSubmissions = [{ ...one, officeId: 'office-1', jointOfficeIds: ['office-2'] }];
    await deps.ledger.commit({ at: clock.now(), newSubmissions, audit: [] });
    const press = (actorOpenId: string, eventId = `press-${actorOpenId}`, s = one.id) =>
      handleCardAction(
        deps,
        aPress({
          eventId,
          at: clock.now(),
          actorOpenId,
          payload: { a: 'submission.file', v: 1, c: 'card-1', s },
        }),
      );
    /** Who is to get which file. */
    const queued = async () => {
      const claimed = await deps.outbox.claim({ now: clock.now(), limit: 20, abandonedAfterMs: 1 });
      return claimed.flatMap(({ to, body }) =>
        body.type === 'submission-file' && to.type === 'person' ? [`${to.openId} ${body.submissionId}`] : [],
      );
    };
    return { ...office, press, queued };
  }

  it('is for the reviewer and for the offices that made it, each in their own chat, and leaves the card as it is', async () => {
    const { press, queued } = await beginWithFile();
    for (const openId of ['ou_admin', 'ou_liqiang', 'ou_wangfang']) {
      expect(await press(openId)).toEqual({ toast: { type: 'success', text: '附件随后发给您' }, card: null });
    }
    expect(await queued()).toEqual(['ou_admin submission-9', 'ou_liqiang submission-9', 'ou_wangfang submission-9']);
  });

  it('sends once where the press arrives twice, and where it is pressed twice in a row', async () => {
    const { press, queued, clock } = await beginWithFile();
    await press('ou_admin', 'same');
    clock.pass(5 * 60_000);
    await press('ou_admin', 'same');
    expect(await queued()).toHaveLength(1);
    await press('ou_admin', 'second');
    await press('ou_admin', 'third');
    expect(await queued()).toHaveLength(1);
  });

  it('is refused for a stranger and for another office, and there is nothing to send where the item has no file', async () => {
    const { press, queued, s } = await beginWithFile();
    const refused = { type: 'warning', text: '附件由教育局和局办公室查看。如需要，请联系局办公室。' };
    expect(await press('ou_nobody')).toEqual({ toast: refused, card: null });
    expect(await press('ou_wangfang', 'event-1', s)).toEqual({ toast: refused, card: null });
    expect(await queued()).toEqual([]);
    const without = await beginWithFile(false);
    expect((await without.press('ou_admin')).toast?.text).toBe('这条报送没有附件');
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
