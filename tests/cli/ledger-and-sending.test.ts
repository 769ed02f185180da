import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withRawFile } from '../../src/adapters/prisma/raw-file.ts';
import { Cli } from './support/cli.ts';
import { Digest, Ledger, Outbox, Remind } from './support/schemas.ts';

/** Monday, the day before the quarter ends. */
const AT = '2026-03-30T09:00+08:00';
const cli = new Cli();

beforeAll(async () => {
  await cli.does('offices', 'import', cli.offices());
  const plan = cli.plan('plan.txt', [
    { text: '公布清单。', owner: '法规科', deadline: '2026年3月31日前' },
    { text: '改版网站。', owner: '信息中心', deadline: '2026年12月底前' },
    { text: '报送信息。', owner: '办公室', deadline: '每季度末' },
  ]);
  await cli.does('import', plan, '--publish');
  await cli.does('bind', 'leaders', 'oc_leaders');
});
afterAll(() => cli.remove());

describe('ledger', () => {
  it('gives every row with its parts, exactly in the shape that is promised', async () => {
    const { tasks } = Ledger.parse(await cli.json('ledger', '--at', AT));
    expect(tasks.map(({ no, parts }) => [no, parts[0]?.office])).toEqual([
      ['1', '法规科'],
      ['2', '信息中心'],
      ['3', '办公室'],
    ]);
    expect(tasks[0]?.parts[0]).toMatchObject({ dueOn: '2026-03-31', state: 'open', rule: '2026年3月31日前' });
  });

  it('shows the lights of any instant', async () => {
    const lightAt = async (at: string) => {
      const ledger = Ledger.parse(await cli.json('ledger', '--at', at, '--office', '法规科'));
      expect(ledger.at).toBe(`${at.slice(0, 16)}:00+08:00`);
      return ledger.tasks[0]?.parts[0]?.timeLight;
    };
    expect(await lightAt('2026-01-21T09:00+08:00')).toBe('green');
    expect(await lightAt(AT)).toBe('yellow');
    expect(await lightAt('2026-04-01T00:00+08:00')).toBe('red');
  });

  it('--office takes a name or an alias and leaves out the rows of others', async () => {
    const ledger = Ledger.parse(await cli.json('ledger', '--office', '局办公室'));
    expect(new Set(ledger.tasks.flatMap(({ parts }) => parts.map(({ office }) => office)))).toEqual(
      new Set(['办公室']),
    );
    expect(ledger.tasks).toHaveLength(1);
  });

  it('--plan shows one plan, and the table is for people', async () => {
    const [first] = Ledger.parse(await cli.json('ledger')).tasks;
    const { out, err } = await cli.does('ledger', '--plan', first?.plan ?? '', '--at', AT);
    expect(out).toMatch(/^序号 +事项 +单位 +时限 +状态 +灯\n1 +公布清单。 +法规科 +2026-03-31 +\S+ +黄\n/);
    expect(err).toBe('');
  });
});

describe('remind', () => {
  it('--dry-run says who would get what and why the rest is silent, and writes nothing', async () => {
    const before = await cli.contents();
    const remind = Remind.parse(await cli.json('remind', '--at', AT, '--dry-run'));
    expect(remind.at).toBe('2026-03-30T09:00:00+08:00');
    expect(remind.send.map(({ to }) => to.name)).toEqual(expect.arrayContaining(['张敏', '孙静']));
    expect(remind.silent).toContainEqual({ part: expect.any(String), reason: 'not-due-soon' });
    expect(await cli.contents()).toBe(before);
    expect((await cli.does('remind', '--at', AT, '--dry-run')).out).toContain('不提醒：未到提醒时间');
  });

  it('--dry-run sees what will only begin by then', async () => {
    const before = await cli.contents();
    const later = Remind.parse(await cli.json('remind', '--at', '2027-03-31T09:00+08:00', '--dry-run'));
    const now = Remind.parse(await cli.json('remind', '--at', AT, '--dry-run'));
    const count = ({ send, silent }: typeof now) => silent.length + send.flatMap(({ parts }) => parts).length;
    expect(count(later)).toBeGreaterThanOrEqual(count(now));
    expect(await cli.contents()).toBe(before);
  });

  it('queues at that instant what --dry-run promised, and nothing when it is run again', async () => {
    const promised = Remind.parse(await cli.json('remind', '--at', AT, '--dry-run'));
    const sent = Remind.parse(await cli.json('remind', '--at', AT));
    expect(sent).toEqual(promised);
    expect(Outbox.parse(await cli.json('outbox'))).toEqual({ queued: promised.send.length, sent: 0, failed: [] });
    const again = Remind.parse(await cli.json('remind', '--at', AT));
    expect(again.send).toEqual([]);
    expect(again.silent).toContainEqual({ part: promised.send[0]?.parts[0], reason: 'reminded-already' });
    expect(await cli.json('outbox')).toMatchObject({ queued: promised.send.length });
  });

  it('outbox names to people in Chinese what did not arrive, and to scripts as before', async () => {
    await withRawFile(cli.database, ({ run }) =>
      run("UPDATE OutboxMessage SET state = 'failed', reason = '对方已离职' WHERE purpose = 'morning-card'"),
    );
    expect((await cli.does('outbox')).out).toMatch(/^(张敏|王芳|孙静) +每日待办 +对方已离职$/m);
    expect(Outbox.parse(await cli.json('outbox')).failed[0]?.purpose).toBe('morning-card');
    await withRawFile(cli.database, ({ run }) => run("UPDATE OutboxMessage SET state = 'queued', reason = NULL"));
  });

  it('outside the hours of sending it queues nothing and says so', async () => {
    const remind = Remind.parse(await cli.json('remind', '--at', '2026-03-31T21:00+08:00'));
    expect(remind.send).toEqual([]);
    expect(remind.silent.map(({ reason }) => reason)).toContain('outside-window');
  });
});

describe('digest weekly', () => {
  it('--dry-run gives four numbers with their definitions and the card, and writes nothing', async () => {
    const before = await cli.contents();
    const digest = Digest.parse(await cli.json('digest', 'weekly', '--at', AT, '--dry-run'));
    expect(digest).toMatchObject({ kind: 'weekly', to: 'oc_leaders', card: { schema: '2.0' } });
    expect(Object.keys(digest.numbers)).toEqual(['completion', 'overdue', 'closed', 'dueNext']);
    expect(digest.numbers.dueNext).toMatchObject({ value: 2, definition: expect.stringMatching(/[\u4e00-\u9fff]/) });
    expect(await cli.contents()).toBe(before);
  });

  it('is queued once a week', async () => {
    const { queued } = Outbox.parse(await cli.json('outbox'));
    expect((await cli.does('digest', 'weekly', '--at', AT)).err).toContain('已排队');
    expect((await cli.does('digest', 'weekly', '--at', '2026-03-31T15:00+08:00')).err).toContain('没有重复');
    expect(await cli.json('outbox')).toMatchObject({ queued: queued + 1 });
  });
});

describe('schedules', () => {
  it('says in words what runs when, with the next three runs on working days', async () => {
    Object.assign(cli.env, { LARK_DOMAIN: 'http://127.0.0.1', DUBAN_CLOCK: '2026-04-03T10:00:00+08:00' });
    const schedules = await cli.json('schedules');
    expect(schedules).toEqual([
      {
        name: 'monthly-summary',
        meaning: expect.stringContaining('每月第四个工作日'),
        // The third working day of May closes April; 9 May is a make-up Saturday.
        next: ['2026-04-07T09:00:00+08:00', '2026-05-09T09:00:00+08:00', '2026-06-04T09:00:00+08:00'],
      },
      {
        name: 'morning-cards',
        meaning: expect.stringContaining('每个工作日 09:00'),
        // Qingming is off from Saturday to Monday.
        next: ['2026-04-07T09:00:00+08:00', '2026-04-08T09:00:00+08:00', '2026-04-09T09:00:00+08:00'],
      },
      {
        name: 'weekly-digest',
        meaning: expect.stringContaining('每周第一个工作日'),
        next: [
          expect.stringMatching(/^2026-04-07T/),
          expect.stringMatching(/^2026-04-13T/),
          expect.stringMatching(/^2026-04-20T/),
        ],
      },
    ]);
    expect((await cli.does('schedules')).out).toContain('下三次');
    delete cli.env.DUBAN_CLOCK;
  });
});

describe('backup and restore', () => {
  it('bring the ledger back as it was; what waited then is not sent now', async () => {
    const ledger = Ledger.parse(await cli.json('ledger', '--at', AT));
    const backup = cli.path('backup.db');
    expect((await cli.does('backup', backup)).err).toContain(backup);
    await cli.does('bind', 'leaders', 'oc_other');

    const elsewhere = new Cli();
    expect((await elsewhere.does('restore', backup)).err).toContain('不会补发');
    expect(Ledger.parse(await elsewhere.json('ledger', '--at', AT))).toEqual(ledger);
    expect(await elsewhere.json('outbox')).toMatchObject({ queued: 0 });
    expect(await elsewhere.json('digest', 'weekly', '--at', AT, '--dry-run')).toMatchObject({ to: 'oc_leaders' });
    elsewhere.remove();
  });
});

describe('a command before there is a database', () => {
  it.each([
    ['ledger'],
    ['outbox'],
    ['schedules'],
    ['remind', '--at', AT, '--dry-run'],
    ['digest', 'weekly', '--at', AT, '--dry-run'],
  ])('%s answers from an empty ledger, says so and makes none', async (...args) => {
    const fresh = new Cli();
    const { out, err } = await fresh.does(...args, '--json');
    expect(() => JSON.parse(out) as unknown).not.toThrow();
    expect(err).toContain(fresh.database);
    expect(fresh.leftSomething()).toBe(false);
    fresh.remove();
  });
});
