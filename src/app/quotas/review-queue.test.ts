import { describe, expect, it } from 'vitest';
import { quotaOffice } from '../../../tests/support/quota-office.ts';
import { aSubmission, type Done } from '../../../tests/support/quotas.ts';
import { tempDatabases } from '../../../tests/support/temp-database.ts';
import { instantOf } from '../../domain/calendar/civil-date.ts';

const databases = tempDatabases();
const link = (n: number) => `https://www.yunxi.gov.cn/xw/${n}.html`;

const bureau = async () => quotaOffice(await databases.open(), '2026-03-18T10:00:00+08:00');

/** 张敏 has submitted one item, 孙静 has the queue. */
async function withOne() {
  const office = await bureau();
  await office.writes('张敏', `报送 推进会 ${link(1)}`);
  await office.writes('孙静', '审核报送');
  const [item] = await office.submissions();
  if (!item) throw new Error('nothing was recorded');
  const decide = (a: string, n = 1, form = {}) =>
    office.presses('孙静', 'submissions', { a: `submissions.${a}`, s: item.id, n }, { form });
  return { ...office, s: item.id, decide };
}

describe('a decision of the reviewer', () => {
  it('is answered on the card that was pressed, and told to every other copy once', async () => {
    const { decide, chat, cardOf, writes, shows } = await withOne();
    await writes('张敏', '本月报送');
    const seen = chat.calls.length;
    await decide('accept');
    const told = chat.calls.slice(seen);
    const copies = [await cardOf('张敏', 'submission'), await cardOf('张敏', 'my-quotas')];
    expect(told.map(({ kind, to }) => `${kind} ${to}`).toSorted()).toEqual(
      copies.map(({ messageId }) => `patch ${messageId}`).toSorted(),
    );
    expect(await shows('张敏', 'submission')).toContain('已采用');
    expect(await shows('张敏', 'submission')).toContain('孙静 ');
  });

  it('is in the record with who decided, from where to where, and why', async () => {
    const { decide, audited, s } = await withOne();
    await decide('return', 1, { reasons: ['link-broken'], note: '提示 404' });
    await decide('reopen', 2);
    const rows = (await audited()).filter(({ subjectId }) => subjectId === s);
    expect(rows.map(({ action, detail }) => [action, JSON.parse(detail)])).toMatchObject([
      ['submission.recorded', { title: '推进会', promptBy: '2026-03-19' }],
      ['submission.return', { from: 'submitted', to: 'returned', reason: '链接打不开：提示 404' }],
      ['submission.reopen', { from: 'returned', to: 'submitted', reason: '审核有误，更正' }],
    ]);
    expect(new Set(rows.map(({ actor }) => actor)).size).toBe(2);
  });

  it('counts once where two decide at the same moment, and the other hears how it stands', async () => {
    const { decide, submissions, meet } = await withOne();
    meet(2);
    const answers = await Promise.all([decide('accept'), decide('return', 1, { reasons: ['untrue'] })]);
    const [item] = await submissions();
    expect(item?.acts).toHaveLength(1);
    expect(answers.filter(({ toast }) => toast?.includes('没有生效'))).toHaveLength(1);
  });

  it('that the platform delivers twice at the same moment counts once, and the second hears that it was heard', async () => {
    const { presses, submissions, meet, s } = await withOne();
    meet(2);
    const payload = { a: 'submissions.accept', s, n: 1 };
    const twice = [1, 2].map(() => presses('孙静', 'submissions', payload, { eventId: 'same' }));
    const told = (await Promise.all(twice)).map(({ toast }) => toast);
    expect(told).toContain('已采用');
    expect(told).toContainEqual(expect.stringContaining('无需重复'));
    expect((await submissions()).map(({ acts }) => acts.length)).toEqual([1]);
  });

  it('closes the form of 退回: 更正 of it shows the two buttons, not the form', async () => {
    const { decide } = await withOne();
    expect((await decide('write-return')).card).toContain('确认退回');
    await decide('return', 1, { reasons: ['untrue'] });
    const again = await decide('reopen', 2);
    expect(again.card).toContain('退回');
    expect(again.card).not.toContain('确认退回');
  });

  it('is not asked for any more once the office has taken the item back', async () => {
    const { decide, presses, shows, s } = await withOne();
    await decide('write-return');
    await presses('张敏', 'submission', { a: 'submission.withdraw', s, n: 1 });
    expect(await shows('孙静', 'submissions')).not.toContain('确认退回');
  });

  it('of the office leaves the queue of whoever reviews', async () => {
    const { presses, shows, s } = await withOne();
    await presses('张敏', 'submission', { a: 'submission.withdraw', s, n: 1 });
    expect(await shows('孙静', 'submissions')).toContain('没有待审核的报送');
  });
});

describe('本页全部采用', () => {
  const all = { a: 'submissions.accept-all' };

  it('accepts each once, tells the offices, and has each in the record', async () => {
    const { writes, presses, submissions, shows, audited, meet } = await bureau();
    await writes('张敏', `报送 推进会 ${link(1)}`);
    await writes('李强', `报送 清单公布 ${link(2)}`);
    await writes('孙静', '审核报送');
    const w = (await submissions()).map(({ id }) => id);
    meet(2);
    const twice = [1, 2].map(() => presses('孙静', 'submissions', { ...all, w }, { eventId: 'same' }));
    const toasts = (await Promise.all(twice)).map(({ toast }) => toast);
    expect(toasts.filter((toast) => toast === '已采用 2 条')).toHaveLength(1);
    expect(await shows('张敏', 'submission')).toContain('已采用');
    expect((await audited()).filter(({ action }) => action === 'submission.accept')).toHaveLength(2);

    expect((await presses('孙静', 'submissions', { ...all, w })).toast).not.toContain('已采用 2');
    expect((await submissions()).map(({ acts }) => acts.length)).toEqual([1, 1]);
  });

  it('leaves out what is still to be held, also on a card that was drawn before', async () => {
    const { writes, presses, submissions } = await bureau();
    await writes('孙静', '发布会 2026-03-25 公共数据');
    await writes('孙静', '审核报送');
    const w = (await submissions()).map(({ id }) => id);
    await presses('孙静', 'submissions', { ...all, w });
    expect((await submissions()).map(({ state }) => state)).toEqual(['submitted']);
  });
});

describe('the queue', () => {
  /** Nine items of March, the first to the ninth, and what became of each. */
  async function withNine(becomes: (day: number) => readonly Done[] = () => []) {
    const office = await bureau();
    const newSubmissions = [3, 1, 2, 9, 8, 7, 6, 5, 4].map((day) =>
      aSubmission(`2026-03-0${day}`, { title: `第${day}日的动态`, officeId: 'new-office-2', done: becomes(day) }),
    );
    await office.deps.ledger.commit({ at: office.clock.now(), newSubmissions, audit: [] });
    await office.writes('孙静', '审核报送');
    const turn = (a: string, g: number) => office.presses('孙静', 'submissions', { a: `submissions.${a}`, g });
    const days = (card: string) => [...card.matchAll(/第(\d)日的动态/g)].map(([, day]) => Number(day));
    return { ...office, turn, days };
  }

  it('goes from the oldest event on, eight a page; a page beyond the last is the last', async () => {
    const { turn, days, shows } = await withNine();
    expect(days(await shows('孙静', 'submissions'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(days((await turn('queue', 2)).card)).toEqual([9]);
    expect(days((await turn('queue', 7)).card)).toEqual([9]);
  });

  it('of what was decided goes from the newest on, what was returned among it, with its own pages', async () => {
    const { turn, days } = await withNine((day) => [[day === 1 ? 'return' : 'accept', '2026-03-17T10:00+08:00']]);
    const first = (await turn('decided', 1)).card;
    expect(days(first)).toEqual([9, 8, 7, 6, 5, 4, 3, 2]);
    expect(first).toContain('第 1 页，共 2 页');
    expect(days((await turn('decided', 2)).card)).toEqual([1]);
  });

  it('names what an item is likely to repeat', async () => {
    const { writes, shows } = await withOne();
    expect(await shows('孙静', 'submissions')).not.toContain('疑似重复');
    await writes('李强', `报送 推进会召开 ${link(1)}`);
    expect(await shows('孙静', 'submissions')).not.toContain('疑似重复');
    await writes('孙静', '审核报送');
    expect(await shows('孙静', 'submissions')).toContain('疑似重复');
  });

  it('counts a press conference as one to come until its day, and then as one that waits', async () => {
    const { writes, shows, clock } = await bureau();
    await writes('孙静', '发布会 2026-03-20 公共数据');
    await writes('孙静', '审核报送');
    expect(await shows('孙静', 'submissions')).toContain('没有待审核的报送，另有 1 ');
    clock.moveTo(instantOf('2026-03-20T15:00:00+08:00'));
    await writes('孙静', '审核报送');
    expect(await shows('孙静', 'submissions')).toContain('待审核 1 条');
    expect(await shows('孙静', 'submissions')).not.toContain('另有');
  });
});
