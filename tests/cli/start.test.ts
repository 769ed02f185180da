import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { PageMessage } from '../../src/emulator/page-api.ts';
import { LEADERS_GROUP, TENANT } from '../support/small-bureau.ts';
import { appIdOf } from '../support/test-emulator.ts';
import { Cli, expectRefusal } from './support/cli.ts';
import { Ledger, Outbox } from './support/schemas.ts';

const CLOCK = '2026-03-30T08:59:58+08:00';
const KEYS = { encryptKey: 'encrypt-key', verificationToken: 'verification-token' };
const open: (() => unknown)[] = [];
let serial = 0;

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** A bureau with its plan, the platform, and everything in the environment that `start` needs. */
async function aBureau(transport: 'ws' | 'webhook') {
  const cli = new Cli();
  open.push(() => cli.remove());
  await cli.does('offices', 'import', cli.offices());
  const row = { text: '公布清单。', owner: '法规科', deadline: '2026年3月31日前' };
  await cli.does('import', cli.plan('plan.txt', [row]), '--publish');
  await cli.does('bind', 'leaders', LEADERS_GROUP);

  const port = await freePort();
  serial += 1;
  const appId = appIdOf(0xc000 + process.pid * 100 + serial);
  const offset = Date.parse(CLOCK) - Date.now();
  const emulator = await startEmulator({
    tenant: TENANT,
    apps: [{ appId, appSecret: 'secret', botName: '督办', ...(transport === 'webhook' ? KEYS : {}) }],
    clock: { now: () => Date.now() + offset },
    ...(transport === 'webhook' ? { webhookUrl: `http://127.0.0.1:${port}/webhook/event` } : {}),
  });
  open.push(() => emulator.close());
  Object.assign(cli.env, {
    LARK_APP_ID: appId,
    LARK_APP_SECRET: 'secret',
    LARK_DOMAIN: emulator.url,
    LARK_TRANSPORT: transport,
    LARK_ENCRYPT_KEY: transport === 'webhook' ? KEYS.encryptKey : '',
    LARK_VERIFICATION_TOKEN: transport === 'webhook' ? KEYS.verificationToken : '',
    DUBAN_CLOCK: CLOCK,
    PORT: String(port),
    LOG_LEVEL: 'silent',
  });
  return { cli, emulator, url: `http://127.0.0.1:${port}` };
}

async function started(cli: Cli) {
  const running = cli.start('start');
  open.push(() => {
    running.stop();
    return running.ended;
  });
  await expect.poll(running.said, { timeout: 15_000 }).toContain('已启动');
  return running;
}

describe('start on the long connection', () => {
  it('sends the cards of the morning, answers the probes, and ends cleanly when asked to', async () => {
    const { cli, emulator, url } = await aBureau('ws');
    const running = await started(cli);
    await emulator.until(() => cardOf(emulator, 'ou_zhangmin'), 15_000);

    await expect.poll(async () => (await get(`${url}/readyz`)).status, { timeout: 15_000 }).toBe(200);
    expect(await get(`${url}/healthz`)).toMatchObject({ status: 200, body: expect.stringContaining('"ok":true') });
    const metrics = await get(`${url}/metrics`);
    expect(metrics).toMatchObject({ status: 200, type: expect.stringContaining('text/plain') });
    expect(metrics.body).toMatch(/^# TYPE duban_queued gauge\nduban_queued \d+$/m);
    expect(metrics.body).toMatch(/^duban_connected 1$/m);
    expect(metrics.body).not.toContain('张敏');
    expect((await get(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}/healthz`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${url}/webhook/card`, { method: 'POST' })).status).toBe(404);

    running.stop();
    expect(await running.ended).toMatchObject({ exit: 0, out: '' });
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    expect(Outbox.parse(await cli.json('outbox'))).toMatchObject({ failed: [], sent: expect.any(Number) });
  });

  it('is alive but not ready while the platform cannot be reached', async () => {
    const { cli, emulator, url } = await aBureau('ws');
    await started(cli);
    await expect.poll(async () => (await get(`${url}/readyz`)).status, { timeout: 15_000 }).toBe(200);
    await emulator.close();
    await expect.poll(async () => (await get(`${url}/readyz`)).status, { timeout: 15_000 }).toBe(503);
    expect((await get(`${url}/healthz`)).status).toBe(200);
    expect((await get(`${url}/metrics`)).body).toMatch(/^duban_connected 0$/m);
  });

  it('with a wrong secret says so in one sentence and ends', async () => {
    const { cli } = await aBureau('ws');
    cli.env.LARK_APP_SECRET = 'wrong';
    const ran = await cli.run('start');
    expect(ran).toMatchObject({ exit: 1, out: '' });
    expect(ran.err).toMatch(/^飞书平台：.*。\n$/);
  });
});

describe('start with webhooks', () => {
  it('answers the URL check, and a press that arrives as a request is answered and recorded', async () => {
    const { cli, emulator, url } = await aBureau('webhook');
    const running = await started(cli);
    expect(await emulator.verifyWebhook()).toBe(true);
    const card = await emulator.until(() => cardOf(emulator, 'ou_zhangmin'), 15_000);

    const answer = await emulator.as('ou_zhangmin').click(pressOf(card, '办结'));
    expect(JSON.stringify(answer)).toMatch(/"type":"success"/);
    const { tasks } = Ledger.parse(await cli.json('ledger', '--office', '法规科'));
    expect(tasks[0]?.parts[0]).toMatchObject({ state: 'reported', replies: [{ by: '张敏', undone: false }] });
    expect(emulator.unknownPaths).toEqual([]);
    expect((await get(`${url}/readyz`)).status).toBe(200);

    running.stop();
    expect(await running.ended).toMatchObject({ exit: 0 });
  });

  it('turns away a request that the platform did not sign', async () => {
    const { cli, url } = await aBureau('webhook');
    await started(cli);
    const forged = await fetch(`${url}/webhook/card`, { method: 'POST', body: JSON.stringify({ encrypt: 'AAAA' }) });
    expect(forged.status).toBeGreaterThanOrEqual(400);
    expect((await get(`${url}/healthz`)).status).toBe(200);
  });
});

describe('doctor', () => {
  it('lists every check, and ends with 1 while something has to be done', async () => {
    const { cli } = await aBureau('ws');
    const { exit, out, err } = await cli.run('doctor', '--json');
    const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: { check: string; ok: boolean; text: string }[] };
    expect({ exit, ok }).toEqual({ exit: 1, ok: false });
    const failing = checks.filter((check) => !check.ok).map(({ check }) => check);
    expect(failing).toContain('liaisons-group');
    expect(checks.find(({ check }) => check === 'platform')).toMatchObject({ ok: true });
    expect(err).toContain(`有 ${failing.length} 项需要处理`);
    for (const { text } of checks) expect(text).toMatch(/[\u4e00-\u9fff]/);
  });

  it('says that the platform cannot be reached, and checks the rest all the same', async () => {
    const { cli, emulator } = await aBureau('ws');
    await emulator.close();
    const { exit, out } = await cli.run('doctor');
    expect(exit).toBe(1);
    expect(out).toMatch(/注意　.*平台/);
    expect(out).toContain('施行中的计划 1 份');
  });
});

describe('demo', () => {
  it('starts with nothing configured, on a page of its own, and never over a ledger in use', async () => {
    const cli = new Cli();
    open.push(() => cli.remove());
    const demo = cli.start('demo', '--port', '0');
    await expect.poll(demo.said, { timeout: 15_000 }).toContain('演示已就绪');
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(demo.said())?.[0] ?? '';
    expect((await get(`${address}/`)).body).toContain('<html');
    expect((await get(`${address}/vendor/markdown-it.js`)).status).toBe(200);
    demo.stop();
    expect(await demo.ended).toMatchObject({ exit: 0, out: '' });

    const { cli: inUse } = await aBureau('ws');
    const before = await inUse.contents();
    delete inUse.env.DUBAN_CLOCK;
    expectRefusal(await inUse.run('demo', '--port', '0'), 2, inUse.database, 'DATABASE_URL');
    expect(await inUse.contents()).toBe(before);
  });
});

function cardOf(emulator: Emulator, openId: string): PageMessage | undefined {
  return emulator
    .as(openId)
    .messages()
    .find(({ msgType, sender }) => msgType === 'interactive' && sender.type === 'app');
}

/** The press of the first button with that label, as the client sends it. */
function pressOf({ messageId, content }: PageMessage, label: string) {
  const buttons = buttonsIn(content).filter((button) => labelOf(button) === label);
  const [button] = buttons;
  if (!button) throw new Error(`no button ${label}: ${buttonsIn(content).map(labelOf).join(' ')}`);
  const [behavior] = (button.behaviors as { value: unknown }[] | undefined) ?? [];
  const name = typeof button.name === 'string' ? { name: button.name } : {};
  return { messageId, tag: 'button', value: behavior?.value, ...name };
}

type Json = Readonly<Record<string, unknown>>;

function buttonsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = Reflect.get(value, 'tag') === 'button' ? [value as Json] : [];
  return [...own, ...Object.values(value).flatMap(buttonsIn)];
}

function labelOf(button: Json): unknown {
  return (button.text as Json | undefined)?.content;
}

async function get(url: string): Promise<{ status: number; type: string; body: string }> {
  const response = await fetch(url);
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: await response.text(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
