import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { World } from '../support/world.ts';
import type { WorldPerson } from '../support/world-person.ts';

const ROWS = [
  {
    text: '做好政策解读工作。起草处室在提请印发时应一并报送政策解读方案、解读材料和新闻稿件',
    owner: '法规科负责',
    deadline: '批准发出之日起20个工作日内公开',
  },
];
const NAMES = ['解读方案', '解读材料', '新闻稿件'];

let world: World;
let zhang: WorldPerson;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await World.start({ at: '2026-03-30T10:00:00+08:00', rows: ROWS });
  zhang = world.person('张敏');
  await zhang.writes('登记');
  await zhang.presses('登记', { form: { title: '某办法', date: '2026-03-30 +0800' } });
});

describe('B8: a policy document and what has to come with it', () => {
  it('one registration bears the document and each of its materials, as lines of one event', async () => {
    expect(zhang.cardText()).toContain('批准发出 3月30日（不计入）→ 第 20 个工作日：4月28日');
    for (const name of NAMES) expect(zhang.cardText()).toContain(`${name} · 批准发出 3月30日 → 当日：3月30日`);
    const parts = await world.app.deps.ledger.findParts({ ruleKinds: ['within'] });
    expect(parts.map(({ event, dueOn }) => `${event} ${dueOn}`).toSorted()).toEqual([
      '某办法 2026-03-30',
      '某办法 2026-03-30',
      '某办法 2026-03-30',
      '某办法 2026-04-28',
    ]);
  });

  it('the card turns green only when all are in, and what is missing is late at once', async () => {
    const header = () => zhang.card(0).content as { readonly header: { readonly template: string } };
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(zhang.cardText()).toContain('某办法 · 解读材料');
    expect(zhang.cardText()).toContain('已逾期 1 个工作日');
    for (let nth = 0; nth < 3; nth += 1) await zhang.presses('办结');
    expect(header()).toMatchObject({ header: { template: 'blue' } });
    await zhang.writes('完成 1');
    await world.pass(60_000);
    expect(header()).toMatchObject({ header: { template: 'green' } });
  });

  it('another date moves all of them, under the same names', async () => {
    await zhang.presses('改日期');
    await zhang.presses('保存', { form: { title: '某办法（修订）', date: '2026-03-27 +0800' } });
    for (const name of NAMES) expect(zhang.cardText()).toContain(`${name} · 批准发出 3月27日 → 当日：3月27日`);
    const parts = await world.app.deps.ledger.findParts({ ruleKinds: ['within'] });
    expect(new Set(parts.map(({ event }) => event))).toEqual(new Set(['某办法（修订）']));
  });
});
