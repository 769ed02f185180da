import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withRawFile } from '../../src/adapters/prisma/raw-file.ts';
import { Cli, expectRefusal } from './support/cli.ts';

let cli: Cli;
beforeEach(() => {
  cli = new Cli();
});
afterEach(() => cli.remove());

describe('a database that is wrong', () => {
  const everyUse = [['ledger'], ['outbox', '--json'], ['bind', 'leaders', 'oc_1'], ['calendar', '2027'], ['schedules']];

  it('a folder that cannot be made or written is named', async () => {
    const file = cli.file('file', 'not a folder');
    cli.env.DATABASE_URL = `file:${file}/db/duban.db`;
    expectRefusal(await cli.run('bind', 'leaders', 'oc_1'), 2, file);
    cli.env.DATABASE_URL = `file:${cli.folder}`;
    expectRefusal(await cli.run('ledger'), 2, cli.folder);
  });

  it('a file that is no database, and the database of another program, are left alone', async () => {
    mkdirSync(dirname(cli.database));
    writeFileSync(cli.database, '不是数据库。\n'.repeat(500));
    for (const use of everyUse) expectRefusal(await cli.run(...use), 2, cli.database);
    writeFileSync(cli.database, '');
    await withRawFile(cli.database, ({ run }) => run('CREATE TABLE recipes (name TEXT)'));
    const before = await cli.contents();
    for (const use of everyUse) expectRefusal(await cli.run(...use), 2, cli.database, 'DATABASE_URL');
    expect(await cli.contents()).toBe(before);
  });

  it('a database of a newer program asks for an upgrade', async () => {
    await cli.does('bind', 'leaders', 'oc_1');
    await withRawFile(cli.database, ({ run }) =>
      run(
        "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES ('x', 'x', 1, '20990101000000_later', 1, 1)",
      ),
    );
    expectRefusal(await cli.run('ledger'), 2, '20990101000000_later', '升级');
  });
});

describe('an environment that is wrong', () => {
  it.each([
    ['LARK_DOMAIN', 'open.feishu.cn', 'https://open.feishu.cn'],
    ['LARK_TRANSPORT', 'pigeon', 'webhook'],
    ['DATABASE_URL', 'postgres://localhost/duban', 'file:'],
    ['DATABASE_URL', 'file:', 'file:'],
    ['PORT', '80a', '65535'],
    ['PORT', '65536', '65535'],
    ['DUBAN_ADMINS', 'ou_1,张敏', 'ou_'],
    ['DUBAN_CLOCK', '2026-03-30 09:00', '2026-03-30T08:59:50+08:00'],
    ['LOG_LEVEL', 'loud', 'info'],
  ])('%s=%s is refused by every command that reads it', async (name, value, remedy) => {
    cli.env[name] = value;
    for (const args of [['ledger'], ['start'], ['doctor'], ['deadline', '每月', '--year', '2026']]) {
      expectRefusal(await cli.run(...args), 2, name, value, remedy);
    }
    expect(cli.leftSomething()).toBe(false);
  });

  it('DUBAN_CLOCK is for an emulator on this machine only', async () => {
    cli.env.DUBAN_CLOCK = '2026-03-30T08:59:50+08:00';
    expectRefusal(await cli.run('ledger'), 2, 'DUBAN_CLOCK', 'LARK_DOMAIN');
    cli.env.LARK_DOMAIN = 'https://127.0.0.1.example.com';
    expectRefusal(await cli.run('start'), 2, 'DUBAN_CLOCK');
    cli.env.LARK_DOMAIN = 'http://localhost:8900';
    expect(await cli.json('ledger')).toMatchObject({ at: expect.stringMatching(/^2026-03-30T08:59:5/) });
  });

  it('webhook without either key refuses to start', async () => {
    Object.assign(cli.env, { LARK_APP_ID: 'cli_1', LARK_APP_SECRET: 's', LARK_TRANSPORT: 'webhook' });
    expectRefusal(await cli.run('start'), 2, 'LARK_ENCRYPT_KEY');
    cli.env.LARK_ENCRYPT_KEY = 'key';
    expectRefusal(await cli.run('start'), 2, 'LARK_VERIFICATION_TOKEN');
    expect(cli.leftSomething()).toBe(false);
  });

  it.each(['start', 'doctor'])('%s without credentials says where they come from', async (command) => {
    expectRefusal(await cli.run(command), 2, 'LARK_APP_ID', 'LARK_APP_SECRET');
    cli.env.LARK_APP_ID = 'cli_1';
    expectRefusal(await cli.run(command), 2, 'LARK_APP_SECRET');
    expect(cli.leftSomething()).toBe(false);
  });

  it('a port in use is named before anything is written', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const port = String((other.address() as AddressInfo).port);
    try {
      Object.assign(cli.env, {
        LARK_APP_ID: 'cli_1',
        LARK_APP_SECRET: 's',
        LARK_DOMAIN: 'http://127.0.0.1:1',
        PORT: port,
      });
      expectRefusal(await cli.run('start'), 2, port, 'PORT');
      expectRefusal(await cli.run('demo', '--port', port), 2, port, '--port');
      expectRefusal(await cli.run('emulator', '--port', port), 2, port, '--port');
      expect(cli.leftSomething()).toBe(false);
    } finally {
      other.close();
    }
  });
});
