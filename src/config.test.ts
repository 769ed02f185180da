import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig } from './config.ts';

const read = (env: Readonly<Record<string, string | undefined>>) => {
  const config = readConfig(env);
  return config.ok ? config.value : config.error;
};

describe('the environment', () => {
  it('may be empty: everything has a default', () => {
    expect(read({})).toEqual({
      app: null,
      larkDomain: 'https://open.feishu.cn',
      transport: 'ws',
      encryptKey: null,
      verificationToken: null,
      databaseUrl: 'file:./data/duban.db',
      port: 8080,
      admins: [],
      clockStart: null,
      logLevel: 'info',
    });
  });

  it('is read whole, with spaces around values forgiven', () => {
    expect(
      read({
        LARK_APP_ID: ' cli_1 ',
        LARK_APP_SECRET: 'secret\n',
        LARK_DOMAIN: ' http://127.0.0.1:4000// ',
        LARK_TRANSPORT: ' webhook ',
        LARK_ENCRYPT_KEY: ' key ',
        LARK_VERIFICATION_TOKEN: ' token ',
        DATABASE_URL: ' file:/tmp/x.db ',
        PORT: ' 0 ',
        DUBAN_ADMINS: ' ou_1, ou_2，ou_3 ou_4,',
        DUBAN_CLOCK: ' 2026-03-30T08:00+08:00 ',
        LOG_LEVEL: ' debug ',
      }),
    ).toEqual({
      app: { id: 'cli_1', secret: 'secret' },
      larkDomain: 'http://127.0.0.1:4000',
      transport: 'webhook',
      encryptKey: 'key',
      verificationToken: 'token',
      databaseUrl: 'file:/tmp/x.db',
      port: 0,
      admins: ['ou_1', 'ou_2', 'ou_3', 'ou_4'],
      clockStart: Date.parse('2026-03-30T00:00:00Z'),
      logLevel: 'debug',
    });
  });

  it('a variable that is set to nothing is not set', () => {
    const blank = Object.fromEntries(
      ['LARK_DOMAIN', 'LARK_TRANSPORT', 'DATABASE_URL', 'PORT', 'DUBAN_CLOCK', 'LOG_LEVEL'].map((name) => [name, ' ']),
    );
    expect(read(blank)).toEqual(read({}));
  });

  it.each([{ LARK_APP_ID: 'cli_1' }, { LARK_APP_SECRET: 'secret' }])('half an app is none: %o', (env) => {
    expect(read(env)).toMatchObject({ app: null });
  });

  it.each([
    ['LARK_DOMAIN', 'open.feishu.cn'],
    ['LARK_DOMAIN', 'ftp://open.feishu.cn'],
    ['LARK_TRANSPORT', 'http'],
    ['DATABASE_URL', 'postgres://x'],
    ['DATABASE_URL', 'file:'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['DUBAN_CLOCK', '2026-03-30'],
    ['DUBAN_CLOCK', '2026-03-30T09:00'],
    ['LOG_LEVEL', 'verbose'],
  ])('%s=%s is refused by name', (variable, value) => {
    expect(read({ [variable]: value })).toEqual({ kind: 'bad-variable', variable, value });
  });

  it.each(['LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN'])('a webhook does not start without %s', (missing) => {
    const keys = { LARK_ENCRYPT_KEY: 'key', LARK_VERIFICATION_TOKEN: 'token' };
    expect(read({ ...keys, LARK_TRANSPORT: 'webhook', [missing]: '' })).toMatchObject({
      kind: 'webhook-needs-keys',
      variable: missing,
    });
  });
});

describe('a clock of its own', () => {
  const clocked = (domain: string | undefined) =>
    readConfig({ DUBAN_CLOCK: '2026-03-30T08:00+08:00', LARK_DOMAIN: domain }).ok;

  it.each([
    ['http://127.0.0.1:4000', true],
    ['http://127.0.0.1:4000/', true],
    ['http://127.8.9.1', true],
    ['http://localhost:4000/', true],
    ['http://[::1]:4000', true],
    ['https://open.feishu.cn', false],
    ['http://127.0.0.1.example.com', false],
    ['http://localhost.example.com', false],
    ['http://example.com/127.0.0.1', false],
    ['http://10.0.0.1', false],
    [undefined, false],
  ])('against %s: %s', (domain, allowed) => {
    expect(clocked(domain)).toBe(allowed);
  });

  it('what is no address is not this machine', () => {
    expect(isLoopback('localhost')).toBe(false);
    expect(isLoopback('')).toBe(false);
  });
});
