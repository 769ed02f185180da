import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Cli, expectRefusal, SAMPLES } from './support/cli.ts';
import { ImportReport, Ledger } from './support/schemas.ts';

let cli: Cli;
beforeEach(() => {
  cli = new Cli();
});
afterEach(() => cli.remove());

const SAMPLE_PLAN = join(SAMPLES, 'plan.txt');
const SAMPLE_OFFICES = join(SAMPLES, 'offices.csv');
const ROW = { text: '发布公开目录。', owner: '法规科', deadline: '2026年6月底前' };

describe('import', () => {
  it('--dry-run --json prints the report alone, and leaves no database where there was none', async () => {
    const report = ImportReport.parse(await cli.json('import', SAMPLE_PLAN, '--dry-run'));
    expect(report.plan).toMatchObject({ year: 2026, issuedOn: '2026-01-20' });
    expect(report.tasks).toHaveLength(31);
    expect(report.tasks[0]?.source).toMatchObject({ file: 'plan.txt', place: expect.stringMatching(/^第 \d+ 行/) });
    expect(cli.leftSomething()).toBe(false);
  });

  it('--dry-run writes no row into a database that is there', async () => {
    await cli.does('offices', 'import', SAMPLE_OFFICES);
    const before = await cli.contents();
    await cli.does('import', SAMPLE_PLAN, '--dry-run');
    expect(await cli.contents()).toBe(before);
  });

  it('without --json prints a table of what was read on standard output, the progress on standard error', async () => {
    const { out, err } = await cli.does('import', SAMPLE_PLAN, '--dry-run');
    expect(out).toMatch(/^临江市云溪区城市运行管理局2026年政务公开工作要点　年度：2026　成文：2026-01-20\n\n序号/);
    expect(out).toContain('疑点 5 处');
    expect(err).toContain('正在读取');
    expect(err).toContain('读到 31 项任务、5 处疑点；没有写入。');
  });

  it('keeps a draft, puts it into force with --publish, and does nothing when asked again', async () => {
    await cli.does('offices', 'import', SAMPLE_OFFICES);
    expect((await cli.does('import', SAMPLE_PLAN)).err).toContain('已存为草稿');
    expect((await cli.does('import', SAMPLE_PLAN, '--publish')).err).toMatch(/已施行，生成 \d+ 件/);
    const before = await cli.contents();
    expect((await cli.does('import', SAMPLE_PLAN, '--publish')).err).toContain('未作改动');
    expect((await cli.does('import', SAMPLE_PLAN)).err).toContain('未作改动');
    expect(await cli.contents()).toBe(before);
  });

  it('another text of the same plan changes nothing before it is published', async () => {
    await cli.does('import', cli.plan('a.txt', [ROW]), '--publish');
    const parts = async () =>
      Ledger.parse(await cli.json('ledger')).tasks.flatMap((task) =>
        task.parts.map(({ dueOn, state }) => [dueOn, state]),
      );
    const before = await parts();
    const other = cli.plan('b.txt', [{ ...ROW, deadline: '2026年9月底前' }]);
    expect((await cli.does('import', other)).err).toContain('新增 0 · 变更 1 · 删除 0 · 未变 0');
    expect(await parts()).toEqual(before);
    await cli.does('import', other, '--publish');
    expect(await parts()).toEqual([
      [before[0]?.[0], 'cancelled'],
      ['2026-09-30', 'open'],
    ]);
  });

  it('says for each of several files how far it is, and prints their reports as one document', async () => {
    const first = cli.plan('a.txt', [ROW]);
    const second = cli.plan('b.txt', [ROW], '2027-01-20');
    const { out, err } = await cli.does('import', first, second, '--publish', '--json');
    expect(err).toMatch(/a\.txt（1\/2）[\s\S]*b\.txt（2\/2）[\s\S]*a\.txt：读到 1 项[\s\S]*b\.txt：读到 1 项/);
    expect((JSON.parse(out) as unknown[]).map((report) => ImportReport.parse(report).plan.year)).toEqual([2026, 2027]);
    expect(Ledger.parse(await cli.json('ledger')).tasks).toHaveLength(2);
  });

  it('takes the year, the day of issue and the owner from the command line', async () => {
    await cli.does('offices', 'import', cli.offices());
    const plan = cli.plan('a.txt', [ROW]);
    const issued = ['--year', '2026', '--issued', '2026-02-03', '--owner', '局办公室'];
    expect(await cli.json('import', plan, ...issued, '--publish')).toMatchObject({ plan: { issuedOn: '2026-02-03' } });
  });
});

describe('offices', () => {
  it('import twice: the second time nothing is new', async () => {
    expect((await cli.does('offices', 'import', SAMPLE_OFFICES)).err).toContain('新增 12，变更 0，未变 0');
    expect(await cli.json('offices', 'import', SAMPLE_OFFICES)).toEqual({
      offices: 12,
      people: 20,
      written: { added: 0, changed: 0, unchanged: 12 },
      problems: [],
    });
  });

  it('import --dry-run writes nothing', async () => {
    expect(await cli.json('offices', 'import', SAMPLE_OFFICES, '--dry-run')).toMatchObject({
      offices: 12,
      written: null,
    });
    expect(cli.leftSomething()).toBe(false);
  });

  it('a list with mistakes names each row, and is not written at all', async () => {
    const list = cli.file('list.csv', '单位,角色,姓名\n法规科,联络人A,张敏\n信息中心,大王,王芳\n');
    const { exit, out, err } = await cli.run('offices', 'import', list, '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      written: null,
      problems: expect.arrayContaining([expect.objectContaining({ blocking: true })]),
    });
    expect(err).toMatch(/第 3 行.*大王/);
    expect(cli.leftSomething()).toBe(false);
  });

  it.each(['.csv', '.xlsx'])('what is exported as %s and imported again is unchanged', async (ending) => {
    await cli.does('offices', 'import', SAMPLE_OFFICES);
    const file = cli.path(`list${ending}`);
    await cli.does('offices', 'export', file);
    expect(await cli.json('offices', 'import', file)).toMatchObject({
      written: { added: 0, changed: 0, unchanged: 12 },
    });
  });

  it.each(['.csv', '.xlsx'])(
    'the template as %s needs no database, and its examples are never taken for offices',
    async (ending) => {
      const file = cli.path(`template${ending}`);
      await cli.does('offices', 'template', file);
      expect(cli.leftSomething()).toBe(false);
      if (ending === '.csv') expect(readFileSync(file, 'utf8')).toContain('单位,别名,名册,角色,姓名,手机,邮箱,open_id');
      expectRefusal(await cli.run('offices', 'import', file), 1, file, '没有读到单位');
      expect((await cli.run('offices', 'import', file)).err).toContain('示例');
    },
  );
});

describe('bind', () => {
  it('keeps which group gets the digests; the later binding counts', async () => {
    await cli.does('offices', 'import', cli.offices());
    await cli.does('import', cli.plan('a.txt', [ROW]), '--publish');
    const digest = ['digest', 'weekly', '--at', '2026-03-30T09:00+08:00', '--dry-run'];
    expect(await cli.json(...digest)).toMatchObject({ to: null });
    expect((await cli.does(...digest)).err).toContain('bind leaders');
    await cli.does('bind', 'leaders', 'oc_first');
    expect((await cli.does('bind', 'leaders', 'oc_second')).err).toContain('oc_second');
    await cli.does('bind', 'liaisons', 'oc_third');
    expect(await cli.json(...digest)).toMatchObject({ to: 'oc_second' });
  });
});
