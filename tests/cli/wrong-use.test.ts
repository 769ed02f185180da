import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withRawFile } from '../../src/adapters/prisma/raw-file.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { Cli, expectRefusal, SAMPLES } from './support/cli.ts';

let cli: Cli;
beforeEach(() => {
  cli = new Cli();
});
afterEach(() => cli.remove());

const BINARY = new Uint8Array([0x00, 0x01, 0x02, 0x03, 0x89, 0xfe, 0xff, 0x00, 0x07, 0x1a]);
const LETTER = '各位同事：\n\n请于本周五下午到三楼会议室开会，讨论搬家的事。\n\n后勤科\n';
const YEARLESS = ['政务公开分工方案', '序号', '任务', '工作要点', '负责单位', '完成时限', '1', '推进公开'];

describe('a command line that is wrong', () => {
  it.each(COMMANDS.map(({ name }) => name))(
    '%s refuses an option that it does not have, and lists its own',
    async (name) => {
      const needed =
        {
          deadline: ['每月', '--year', '2026'],
          remind: ['--at', '2026-03-30T09:00+08:00'],
          quotas: ['--month', '2026-03'],
        }[name] ?? [];
      expectRefusal(await cli.run(name, ...needed, '--no-such'), 2, '--no-such', `duban ${name}`, '--help');
      expect(cli.leftSomething()).toBe(false);
    },
  );

  it.each([
    [['nonsense'], ['nonsense', 'import', 'ledger']],
    [
      ['offices', 'imprt', 'x.csv'],
      ['imprt', 'import、export、template'],
    ],
    [
      ['bind', 'everybody', 'oc_1'],
      ['everybody', 'leaders、liaisons'],
    ],
    [
      ['digest', 'yearly'],
      ['yearly', 'weekly'],
    ],
    [['import'], ['文件']],
    [['backup'], ['文件']],
    [['restore'], ['文件']],
    [['offices', 'import'], ['文件']],
    [['calendar', 'import'], ['文件']],
    [['bind', 'leaders'], ['群编号']],
    [['deadline', '--year', '2017'], ['时限']],
    [['deadline', '每月'], ['--year']],
    [['remind'], ['--at']],
    [['digest', 'weekly'], ['--at']],
    [['digest', 'monthly'], ['--at']],
    [['quotas'], ['--month']],
    [['ledger', '--at'], ['--at']],
    [['ledger', 'all'], ['all']],
    [
      ['import', 'plan.txt', '--year', '17'],
      ['--year', '17', '2026'],
    ],
    [
      ['import', 'plan.txt', '--issued', '2017-02-29'],
      ['--issued', '2017-02-29'],
    ],
    [
      ['import', 'plan.txt', '--dry-run', '--publish'],
      ['--dry-run', '--publish'],
    ],
    [
      ['deadline', '每月', '--year', '二〇一七'],
      ['--year', '二〇一七'],
    ],
    [
      ['deadline', '批准之日起20个工作日内', '--year', '2017', '--event', '昨天'],
      ['--event', '昨天', '2026-03-30'],
    ],
    [
      ['deadline', '每月', '--year', '2017', '--issued', "it's"],
      ['--issued', "it's"],
    ],
    [
      ['remind', '--at', '2026-03-30T09:00'],
      ['--at', '时区'],
    ],
    [
      ['digest', 'weekly', '--at', '2026-13-30T09:00+08:00'],
      ['--at', '2026-13-30'],
    ],
    [
      ['ledger', '--at', 'now'],
      ['--at', 'now'],
    ],
    [
      ['calendar', '17'],
      ['年份', '17'],
    ],
    [
      ['emulator', '--port', '70000'],
      ['--port', '65535'],
    ],
    [
      ['bind', 'leaders', '领导群'],
      ['领导群', 'oc_'],
    ],
    [
      ['offices', 'export', 'list.docx'],
      ['list.docx', '.xlsx'],
    ],
    [
      ['offices', 'template', 'list'],
      ['list', '.csv'],
    ],
    [
      ['calendar', 'import', '2027.pdf'],
      ['2027.pdf', '.ics'],
    ],
  ])('%j gets one sentence with the place and the remedy, and no database', async (args, words) => {
    expectRefusal(await cli.run(...args), 2, ...words);
    expect(cli.leftSomething()).toBe(false);
  });

  it.each([[[]], [['bind']], [['offices']], [['digest']]])(
    '%j alone shows what could follow, on standard error',
    async (args) => {
      const { exit, out, err } = await cli.run(...args);
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      expect(err).toMatch(/要写一个命令：.*\n\n用法：/);
    },
  );
});

describe('a file that is wrong', () => {
  it.each([
    ['import', []],
    ['offices import', []],
    ['calendar import', []],
    ['demo', ['--plan']],
    ['emulator', ['--offices']],
  ])('%s says that a file is missing, and that a folder is no file', async (command, options) => {
    const words = [...command.split(' '), ...options];
    const missing = cli.path('没有这个.csv');
    expectRefusal(await cli.run(...words, missing, ...portOf(command)), 2, missing, '找不到');
    const folder = cli.path('文件夹.csv');
    mkdirSync(folder);
    expectRefusal(await cli.run(...words, folder, ...portOf(command)), 2, folder, '文件夹');
    expect(cli.leftSomething()).toBe(false);
  });

  it.each([
    ['import', 'a.txt'],
    ['offices import', 'a.csv'],
    ['offices template', 'a.csv'],
  ])('%s says that the folder is missing where it is the folder', async (command, name) => {
    const folder = cli.path('没有这个文件夹');
    const { err } = await cli.run(...command.split(' '), join(folder, name));
    expect(err).toContain(`找不到文件夹 ${folder}：`);
  });

  it.each([
    ['a binary file', 'plan.txt', BINARY, 2],
    ['an empty file', 'plan.txt', '', 2],
    ['blank lines only', 'plan.txt', '\n \n\n', 2],
    ['an unknown ending', 'plan.exe', 'x', 2],
    ['a picture', 'plan.png', BINARY, 2],
    ['a letter', 'letter.txt', LETTER, 2],
    ['a plan without a year', 'plan.txt', [...YEARLESS, '1.发布信息', '法规科', '12月底前'].join('\n\n'), 2],
  ] as const)('import of %s says which file, and writes nothing', async (_, name, contents, exit) => {
    const path = cli.file(name, contents);
    for (const more of [[], ['--publish'], ['--dry-run'], ['--json']]) {
      expectRefusal(await cli.run('import', path, ...more), exit, path);
    }
    expect(cli.leftSomething()).toBe(false);
  });

  it('a plan without a year is imported once the year is given', async () => {
    const path = cli.file('plan.txt', [...YEARLESS, '1.发布信息', '法规科', '12月底前'].join('\n\n'));
    expectRefusal(await cli.run('import', path), 2, '--year');
    expect(await cli.json('import', path, '--dry-run', '--year', '2026')).toMatchObject({
      plan: { year: 2026 },
      tasks: [{ rules: [{ kind: 'by', on: '2026-12-31' }] }],
    });
  });

  it('of several files one mistake is enough to write none', async () => {
    const good = join(SAMPLES, 'plan.txt');
    const bad = cli.file('letter.txt', LETTER);
    expectRefusal(await cli.run('import', good, bad, '--publish'), 2, bad);
    expect(cli.leftSomething()).toBe(false);
  });

  it.each([
    ['a binary file', 'list.csv', BINARY],
    ['an empty file', 'list.csv', ''],
    ['a broken workbook', 'list.xlsx', 'PK and then nothing'],
    ['a table of something else', 'list.csv', '品名,数量\n订书机,3\n'],
    ['a row without an office', 'list.csv', '单位,角色,姓名\n,联络人A,张敏\n'],
    ['an unknown role', 'list.csv', '单位,角色,姓名\n法规科,大王,张敏\n'],
  ])('offices import of %s says which file, and writes nothing', async (_, name, contents) => {
    const path = cli.file(name, contents);
    const ran = await cli.run('offices', 'import', path);
    expectRefusal(ran, ran.exit === 2 ? 2 : 1, path);
    expect(cli.leftSomething()).toBe(false);
  });

  it.each([
    ['a binary file', '2027.ics', BINARY, 2],
    ['an empty file', '2027.csv', '', 2],
    ['something else', '2027.json', '{"days": "many"}', 2],
    ['no calendar at all', '2027.ics', '不是日历', 2],
    ['a day that does not exist', '2027.csv', '日期,类型\n2027-02-30,休\n', 2],
  ] as const)('calendar import of %s says which file, and writes nothing', async (_, name, contents, exit) => {
    const path = cli.file(name, contents);
    const ran = await cli.run('calendar', 'import', path);
    expect(ran.exit, ran.err).toBe(exit);
    expect(ran.out).toBe('');
    expect(ran.err).toContain(path);
    expect(ran.err).toMatch(/：.*[\u4e00-\u9fff]/);
    expect(ran.err).not.toMatch(/\n\s+at /);
    expect(cli.leftSomething()).toBe(false);
  });

  it('restore of a missing file, of another kind of file and of another program’s database changes nothing', async () => {
    await cli.does('offices', 'import', cli.offices());
    const before = await cli.contents();
    expectRefusal(await cli.run('restore', cli.path('none.db')), 2, 'none.db');
    expectRefusal(await cli.run('restore', cli.file('letter.txt', LETTER.repeat(200))), 2, 'letter.txt');
    const foreign = cli.path('foreign.db');
    await withRawFile(foreign, ({ run }) => run('CREATE TABLE recipes (name TEXT)'));
    expectRefusal(await cli.run('restore', foreign), 2, 'foreign.db', '其他程序');
    expect(await cli.contents()).toBe(before);
  });

  it('backup overwrites no file and needs a database', async () => {
    expectRefusal(await cli.run('backup', cli.path('copy.db')), 2, cli.database, 'DATABASE_URL');
    await cli.does('offices', 'import', cli.offices());
    expectRefusal(await cli.run('backup', cli.file('copy.db', 'mine')), 2, 'copy.db', '换一个');
  });
});

describe('a name that is not in the ledger', () => {
  it('gets the names that are', async () => {
    expectRefusal(await cli.run('ledger', '--plan', 'plan-1'), 2, 'import');
    await cli.does('offices', 'import', cli.offices());
    const row = { text: '发布目录。', owner: '法规科', deadline: '2026年6月底前' };
    await cli.does('import', cli.plan('plan.txt', [row]), '--publish');
    expectRefusal(await cli.run('ledger', '--plan', 'plan-1'), 2, 'plan-1', 'plan-');
    expectRefusal(await cli.run('ledger', '--office', '航天局'), 2, '航天局', 'offices export');
    expectRefusal(await cli.run('import', cli.plan('b.txt', [row]), '--owner', '航天局'), 2, '--owner', '航天局');
  });
});

function portOf(command: string): readonly string[] {
  return command === 'demo' || command === 'emulator' ? ['--port', '0'] : [];
}
