import { describe, expect, it } from 'vitest';
import { aQuotaRow, by, quotaOffice } from '../../../tests/support/quota-office.ts';
import { aSubmission } from '../../../tests/support/quotas.ts';
import { tempDatabases } from '../../../tests/support/temp-database.ts';
import { instantOf } from '../../domain/calendar/civil-date.ts';

const databases = tempDatabases();
const LINK = 'https://www.yunxi.gov.cn/xw/1.html';

const bureau = async () => quotaOffice(await databases.open(), '2026-03-18T10:00:00+08:00');

describe('本月报送', () => {
  it('shows a quota of the whole plan to the offices that its row names, and to no other', async () => {
    const { writes, shows } = await bureau();
    for (const name of ['孙静', '张敏', '王芳']) await writes(name, '本月报送');
    expect(await shows('孙静', 'my-quotas')).toContain('发布会合计');
    expect(await shows('张敏', 'my-quotas')).toContain('发布会合计');
    expect(await shows('王芳', 'my-quotas')).not.toContain('发布会合计');
  });

  it('of the month before has its numbers, and offers no 零报告 any more', async () => {
    const { deps, clock, writes, presses } = await bureau();
    const done = [['accept', '2026-02-12T10:00+08:00']] as const;
    const newSubmissions = [aSubmission('2026-02-11', { officeId: 'new-office-2', done })];
    await deps.ledger.commit({ at: clock.now(), newSubmissions, audit: [] });
    await writes('张敏', '本月报送');
    const { card } = await presses('张敏', 'my-quotas', { a: 'quotas.mine', m: '2026-02' });
    expect(card).toContain('信息　报送 1 · 采用 1/2');
    expect(card).not.toContain('零报告');
  });

  it('says of an item that was made together and split that it counts in shares, for each office', async () => {
    const { deps, clock, writes, shows } = await bureau();
    const done = [
      ['accept', '2026-03-17T10:00+08:00'],
      ['split', '2026-03-17T10:01+08:00'],
    ] as const;
    const together = { officeId: 'new-office-2', jointOfficeIds: ['new-office-3'] };
    await deps.ledger.commit({
      at: clock.now(),
      newSubmissions: [aSubmission('2026-03-16', { ...together, done })],
      audit: [],
    });
    for (const name of ['张敏', '王芳']) {
      await writes(name, '本月报送');
      expect(await shows(name, 'my-quotas')).toContain('已采用，拆分计数');
      expect(await shows(name, 'my-quotas')).toContain('采用 0.5/2');
    }
  });

  it('is turned by the person whose card it is; somebody else who presses gets their own', async () => {
    const { writes, presses, cardOf } = await bureau();
    await writes('张敏', '本月报送');
    const answer = await presses('王芳', 'my-quotas', { a: 'quotas.mine', m: '2026-02' }, { of: '张敏' });
    expect(answer).toMatchObject({ card: 'null' });
    expect(JSON.parse((await cardOf('王芳', 'my-quotas')).ui)).toMatchObject({ month: '2026-03' });
    expect(JSON.parse((await cardOf('张敏', 'my-quotas')).ui)).toMatchObject({ month: '2026-03' });
  });
});

describe('零报告', () => {
  const NONE = '零报告 会议';
  /** Buttons, beside the rows that say the same words. */
  const offered = (card: string) => card.split('"a":"quotas.none"').length - 1;

  it('is offered until the office has said anything in the month, be it accepted or returned', async () => {
    const { writes, shows, submissions, presses } = await bureau();
    await writes('张敏', '本月报送');
    expect(offered(await shows('张敏', 'my-quotas'))).toBe(1);
    await writes('张敏', '报送');
    const form = { matter: '会议', title: '专题会议', link: LINK, date: '2026-03-17 +0800' };
    await presses('张敏', 'submission', { a: 'submission.send' }, { form });
    expect(offered(await shows('张敏', 'my-quotas'))).toBe(0);
    const [item] = await submissions();
    await writes('孙静', '审核报送');
    const back = { a: 'submissions.return', s: item?.id, n: 1 };
    await presses('孙静', 'submissions', back, { form: { reasons: ['untrue'] } });
    expect(offered(await shows('张敏', 'my-quotas'))).toBe(0);
  });

  it('is asked for anew every month, and may be said again once it was taken back', async () => {
    const { writes, shows, told, clock, submissions, presses } = await bureau();
    await writes('张敏', NONE);
    await writes('张敏', '本月报送');
    expect(offered(await shows('张敏', 'my-quotas'))).toBe(0);
    const [none] = await submissions();
    await presses('张敏', 'my-quotas', { a: 'submission.withdraw', s: none?.id, n: 1 });
    expect(offered(await shows('张敏', 'my-quotas'))).toBe(1);
    await writes('张敏', NONE);
    clock.moveTo(instantOf('2026-04-01T10:00:00+08:00'));
    await writes('张敏', '本月报送');
    expect(offered(await shows('张敏', 'my-quotas'))).toBe(1);
    await writes('张敏', NONE);
    expect(told('张敏')).toContain('2026年4月');
    expect((await submissions({ states: ['none'] })).map(({ eventOn }) => eventOn)).toEqual([
      '2026-04-01',
      '2026-03-18',
    ]);
  });

  it('of a button is of its office alone, in words of every office of the person; open copies follow', async () => {
    const { writes, shows, presses, submissions, told } = await bureau();
    await writes('王芳', '本月报送');
    await presses('王芳', 'my-quotas', { a: 'quotas.none', o: 'new-office-3', t: '会议' });
    expect((await submissions()).map(({ officeId }) => officeId)).toEqual(['new-office-3']);
    expect(offered(await shows('王芳', 'my-quotas'))).toBe(1);
    await writes('王芳', NONE);
    expect(told('王芳')).toContain('后勤科');
    expect(told('王芳')).not.toContain('信息中心');
    expect(offered(await shows('王芳', 'my-quotas'))).toBe(0);
  });

  it('is refused with the minimum that any office of the person has, where another owes nothing of it', async () => {
    const { writes, told } = await quotaOffice(await databases.open(), '2026-03-18T10:00:00+08:00', [
      aQuotaRow(0, '图文解读', 2, [by('后勤科')]),
    ]);
    await writes('王芳', '零报告 解读');
    expect(told('王芳')).toContain('图文解读要求每月不少于 2 个，不能零报告');
  });

  it('is in the record', async () => {
    const { writes, audited } = await bureau();
    await writes('张敏', NONE);
    expect((await audited()).at(-1)).toMatchObject({ action: 'submission.none' });
  });
});
