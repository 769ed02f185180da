import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { Cli, SAMPLES } from './support/cli.ts';
import { ImportReport } from './support/schemas.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const cli = new Cli();
afterAll(() => cli.remove());

/** The program as a process of its own, started in another folder. */
function duban(...args: string[]): Promise<{ exit: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src/main.ts'), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...cli.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve) => child.on('close', (exit) => resolve({ exit, out, err })));
}

describe('the program as a process', () => {
  it('prints one JSON document on standard output, everything else on standard error, and ends with 0', async () => {
    const { exit, out, err } = await duban('import', join(SAMPLES, 'plan.txt'), '--publish', '--json');
    expect(exit).toBe(0);
    expect(ImportReport.parse(JSON.parse(out)).tasks).toHaveLength(31);
    expect(err).toContain('已施行');
  });

  it('ends with 1 where the answer is no, and with 2 for wrong use', async () => {
    const [no, wrong] = await Promise.all([
      duban('deadline', '尽可能快', '--year', '2026'),
      duban('ledger', '--nonsense'),
    ]);
    expect([no.exit, no.out, wrong.exit, wrong.out]).toEqual([1, '', 2, '']);
    expect(wrong.err).toMatch(/^没有“--nonsense”这个选项：.*\n$/);
  });

  it('does not mind a reader that leaves early', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" --import tsx src/main.ts ledger --json | head -n 1`], {
      cwd: ROOT,
      env: { PATH: process.env.PATH ?? '', ...cli.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });
});

describe('help', () => {
  it('lists every command in Chinese, on standard output', async () => {
    for (const args of [['--help'], ['help']]) {
      const { out, err } = await cli.does(...args);
      expect(err).toBe('');
      expect(out).toMatch(/^用法：/);
      expect(out).not.toMatch(/Usage|Options|Commands|Arguments|display help|default:|\[options\]/);
      for (const { name, summary } of COMMANDS) expect(out).toMatch(new RegExp(`${name} +${summary}`));
    }
  });

  it.each(COMMANDS.map(({ name }) => name))('of %s is Chinese throughout', async (name) => {
    const { out } = await cli.does(name, '--help');
    expect((await cli.does('help', name)).out).toBe(out);
    expect(out).toMatch(new RegExp(`^用法： ?duban ${name}`));
    expect(out).not.toMatch(/Usage|Options|Commands|Arguments|display help|default:|\[options\]|\[command\]/);
  });

  it('of a command that does not exist is refused', async () => {
    const { exit, err } = await cli.run('help', 'nonsense');
    expect(exit).toBe(2);
    expect(err).toMatch(/nonsense|用法/);
  });
});
