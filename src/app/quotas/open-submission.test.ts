import { describe, expect, it } from 'vitest';
import { quotaOffice } from '../../../tests/support/quota-office.ts';
import { aSubmission } from '../../../tests/support/quotas.ts';
import { tempDatabases } from '../../../tests/support/temp-database.ts';
import { instantOf } from '../../domain/calendar/civil-date.ts';
import type { Submission } from '../../domain/quotas/submission.ts';

const databases = tempDatabases();
const LINK = 'https://www.yunxi.gov.cn/xw/1.html';
const FILE = { name: '图文解读.docx', messageId: 'om_9', fileKey: 'file_9' };

/** With what 法规科 has submitted already. */
async function bureau(...newSubmissions: readonly Submission[]) {
  const office = await quotaOffice(await databases.open(), '2026-03-18T10:00:00+08:00');
  await office.deps.ledger.commit({ at: office.clock.now(), newSubmissions, audit: [] });
  /** What is filled in on the newest form of a person. */
  const filled = async (name: string) => JSON.parse((await office.cardOf(name, 'submission')).ui).draft;
  return { ...office, filled };
}

describe('报送 in words', () => {
  it('asks somebody of two offices which it is for, and records nothing until then', async () => {
    const { writes, shows, submissions } = await bureau();
    await writes('王芳', `报送 推进会 ${LINK}`);
    expect(await shows('王芳', 'submission')).toContain('报送单位');
    expect(await submissions()).toEqual([]);
  });

  it('without anything brings the form without a word of reproach', async () => {
    const { writes, filled } = await bureau();
    await writes('张敏', '报送');
    expect(await filled('张敏')).toMatchObject({ error: null, date: '2026-03-18', matter: '信息' });
    await writes('张敏', '报送 推进会');
    expect(await filled('张敏')).toMatchObject({ error: expect.stringContaining('链接'), title: '推进会' });
  });

  it('is drawn up with the numbers of the month of its event', async () => {
    const done = [['accept', '2026-02-12T10:00+08:00']] as const;
    const { writes, shows } = await bureau(aSubmission('2026-02-11', { officeId: 'new-office-2', done }));
    await writes('张敏', `报送 推进会 ${LINK} 2月26日`);
    expect(await shows('张敏', 'submission')).toContain('采用 1/2');
  });

  it('reaches the queue of whoever reviews, and is no repetition of what was withdrawn or returned', async () => {
    const { writes, shows } = await bureau(
      aSubmission('2026-03-16', { link: LINK, officeId: 'new-office-2', done: [['return', '2026-03-17T10:00+08:00']] }),
      aSubmission('2026-03-16', { link: LINK, officeId: 'new-office-2', state: 'withdrawn' }),
    );
    await writes('孙静', '审核报送');
    await writes('张敏', `报送 推进会 ${LINK}`);
    expect(await shows('孙静', 'submissions')).toContain('待审核 1 条');
    expect(await shows('张敏', 'submission')).not.toContain('疑似重复');
  });
});

describe('the form', () => {
  const form = { matter: '信息', title: '推进会', link: LINK, date: '2026-03-17 +0800' };
  const send = { a: 'submission.send' };

  it('keeps what was typed and says what is wrong with it', async () => {
    const { writes, presses, filled } = await bureau();
    await writes('张敏', '报送');
    const { card, toast } = await presses('张敏', 'submission', send, { form: { ...form, link: '没有' } });
    expect(await filled('张敏')).toMatchObject({ title: '推进会', link: '没有', error: toast });
    expect(card).toContain('没有');
  });

  it('that is sent twice at the same moment records one thing, and the queue of whoever reviews follows', async () => {
    const { writes, presses, submissions, shows, meet } = await bureau();
    await writes('孙静', '审核报送');
    await writes('张敏', '报送');
    meet(2);
    const answers = await Promise.all([1, 2].map(() => presses('张敏', 'submission', send, { form })));
    const told = answers.map(({ toast }) => toast);
    expect(told).toContain('已收到，待局办公室审核');
    expect(told).toContainEqual(expect.stringContaining('无需重复'));
    expect(await submissions()).toHaveLength(1);
    expect(await shows('孙静', 'submissions')).toContain('待审核 1 条');
  });

  it('of 修改再报 has all that the returned one had', async () => {
    const returned = aSubmission('2026-03-12', {
      id: 'back',
      matter: '图文解读',
      title: '一图读懂',
      link: LINK,
      file: FILE,
      officeId: 'new-office-2',
      jointOfficeIds: ['new-office-3'],
      done: [['return', '2026-03-13T10:00+08:00']],
    });
    const { writes, presses, filled } = await bureau(returned);
    await writes('张敏', '本月报送');
    await presses('张敏', 'my-quotas', { a: 'submission.open', s: 'back' });
    const words = { matter: '图文解读', title: '一图读懂', link: LINK, date: '2026-03-12' };
    const who = { officeId: 'new-office-2', jointOfficeIds: ['new-office-3'] };
    expect(await filled('张敏')).toEqual({ ...words, ...who, file: FILE, error: null });
  });

  it('of 修改再报 has nothing of another office', async () => {
    const theirs = aSubmission('2026-03-12', { id: 'theirs', title: '预算公开', officeId: 'new-office-1' });
    const { writes, presses, filled } = await bureau(theirs);
    await writes('张敏', '本月报送');
    await presses('张敏', 'my-quotas', { a: 'submission.open', s: 'theirs' });
    expect(await filled('张敏')).toMatchObject({ title: '', officeId: 'new-office-2', date: '2026-03-18' });
  });
});

/** Its button; the words stand in the definition of the numbers as well. */
const WITHDRAW = '"a":"submission.withdraw"';

describe('the card of what was submitted', () => {
  it('lets the office take it back until its month is closed, without a word of 更正, and no longer', async () => {
    const { writes, shows, clock, presses } = await bureau();
    await writes('张敏', `报送 推进会 ${LINK}`);
    clock.moveTo(instantOf('2026-03-31T10:00:00+08:00'));
    await writes('张敏', '本月报送');
    expect(await shows('张敏', 'my-quotas')).toContain(WITHDRAW);
    expect(await shows('张敏', 'my-quotas')).not.toContain(' · 更正');
    // The third working day after 31 March is the 3rd.
    clock.moveTo(instantOf('2026-04-04T00:00:00+08:00'));
    await writes('张敏', '本月报送');
    const { card } = await presses('张敏', 'my-quotas', { a: 'quotas.mine', m: '2026-03' });
    expect(card).toContain('推进会');
    expect(card).toContain(' · 更正');
    expect(card).not.toContain(WITHDRAW);
  });

  it('follows the press conferences of other offices, which count together', async () => {
    const { writes, presses, shows, submissions } = await bureau();
    await writes('张敏', '发布会 3月16日 数据条例');
    await writes('孙静', '发布会 3月17日 公共数据');
    const [theirs] = await submissions();
    await writes('孙静', '审核报送');
    await presses('孙静', 'submissions', { a: 'submissions.accept', s: theirs?.id, n: 1 });
    expect(theirs?.title).toBe('公共数据');
    expect(await shows('张敏', 'submission')).toContain('采用 1/2');
  });
});
