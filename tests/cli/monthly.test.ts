import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Cli } from './support/cli.ts';
import { Digest } from './support/schemas.ts';

const AT = '2026-04-07T09:00+08:00';
const cli = new Cli();

const Quotas = z.strictObject({
  month: z.string(),
  counters: z.array(
    z.strictObject({
      rule: z.string(),
      office: z.string().nullable(),
      period: z.string(),
      target: z.number(),
      accepted: z.number(),
      submitted: z.number(),
      met: z.boolean(),
    }),
  ),
});

beforeAll(async () => {
  await cli.does('offices', 'import', cli.offices());
  const plan = cli.plan('plan.txt', [
    { text: '做好信息报送。', owner: '各科室', deadline: '各科室每月报送信息不少于2条' },
    { text: '听取汇报。', owner: '办公室', deadline: '每年至少听取1次汇报' },
    { text: '公布清单。', owner: '法规科', deadline: '2026年3月27日前' },
  ]);
  await cli.does('import', plan, '--publish');
});
afterAll(() => cli.remove());

describe('quotas', () => {
  it('gives every counter in the period that holds the last day of the month, exactly in the shape that is promised', async () => {
    const { month, counters } = Quotas.parse(await cli.json('quotas', '--month', '2026-03'));
    expect(month).toBe('2026-03');
    const news = counters.filter(({ period }) => period === '2026-03');
    expect(new Set(news.map(({ office }) => office)).size).toBe(news.length);
    expect(news.every(({ target, accepted, met }) => target === 2 && accepted === 0 && !met)).toBe(true);
    expect(counters.filter(({ period }) => period === '2026')).toMatchObject([{ target: 1 }]);
  });

  it('tells people how many are still missing', async () => {
    const { out } = await cli.does('quotas', '--month', '2026-03');
    expect(out).toContain('还差 2');
    expect(out).toMatch(/^指标 +单位 +期间/);
  });

  it.each([
    ['2025-12', '2025年12月还没有在用的计划'],
    ['2099-01', '2099年1月还没有开始'],
  ])('%s, of which there is nothing to count, is said to be so beside the table', async (month, words) => {
    const { out, err } = await cli.does('quotas', '--month', month);
    expect(err).toContain(words);
    expect(out).toMatch(/^指标/);
  });

  it('wants a month', async () => {
    expect((await cli.run('quotas', '--month', '2026-13')).err).toContain('2026-03');
  });
});

describe('digest monthly', () => {
  it('--dry-run gives the last whole month in the shape that is promised, with every number defined', async () => {
    const digest = Digest.parse(await cli.json('digest', 'monthly', '--at', AT, '--dry-run'));
    expect(digest).toMatchObject({ kind: 'monthly', to: null, at: '2026-04-07T09:00:00+08:00' });
    expect(JSON.stringify(digest.card)).toContain('政务公开月度汇总 · 2026年3月');
    expect(digest.numbers).toMatchObject({ overdue: { value: 1 }, 'news.accepted': { value: 0 } });
    for (const { definition } of Object.values(digest.numbers)) expect(definition).not.toBe('');
  });

  it('names every number to people in Chinese, per cent as such', async () => {
    const { out } = await cli.does('digest', 'monthly', '--at', AT, '--dry-run');
    expect(out).toMatch(/^2026年3月\n名称 +数 +口径\n当月办结 +0 /);
    expect(out).toMatch(/^按时办结率 +0 % /m);
    expect(out).toMatch(/^听取汇报指标（2026年） +1 /m);
    expect(out).toMatch(/^应报送信息的单位 +\d+ +计划规定了信息报送数量的单位$/m);
    expect(out).not.toMatch(/^[a-z]/m);
    const weekly = await cli.does('digest', 'weekly', '--at', '2026-04-07T09:00+08:00', '--dry-run');
    expect(weekly.out).toMatch(/^办结率 +\d+ % /m);
  });

  it('agrees with the counters and with the ledger of the same instant', async () => {
    const { numbers } = Digest.parse(await cli.json('digest', 'monthly', '--at', AT, '--dry-run'));
    const { counters } = Quotas.parse(await cli.json('quotas', '--month', '2026-03'));
    for (const { office, period, accepted, target } of counters.filter((each) => each.period === '2026-03')) {
      expect([period, numbers[`news.accepted.${office}`]?.value]).toEqual([period, accepted]);
      expect(numbers[`news.target.${office}`]?.value).toBe(target);
    }
    const ledger = await cli.json('ledger', '--at', AT);
    expect(JSON.stringify(ledger)).toContain(numbers.overdue?.parts[0] ?? 'none');
  });

  it('drafts for approval and says so, once; without a group it says what to do', async () => {
    expect((await cli.does('digest', 'monthly', '--at', AT)).err).toContain('bind leaders');
    await cli.does('bind', 'leaders', 'oc_leaders');
    const { err } = await cli.does('digest', 'monthly', '--at', AT);
    expect(err).toMatch(/已拟稿，送 \d+ 人审定|没有能审定的人/);
  });
});
