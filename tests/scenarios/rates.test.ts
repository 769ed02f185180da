import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pressedBy } from '../support/bureau-with-leaders.ts';
import { World } from '../support/world.ts';
import type { WorldPerson } from '../support/world-person.ts';

const ROWS = [
  { text: '公开部门预算', owner: '办公室负责', deadline: '12月31日前' },
  { text: '提高网上办理水平', owner: '法规科负责', deadline: '网上办理率达到80%以上' },
  { text: '办好依申请公开', owner: '法规科负责', deadline: '按时答复率达到100%，当面答复率达到50%以上' },
];

let world: World;
let zhang: WorldPerson;
afterEach(() => world.stop());
beforeEach(async () => {
  world = await World.start({ at: '2026-03-31T10:00:00+08:00', rows: ROWS });
  zhang = world.person('张敏');
  await world.settle();
});

const fieldsOf = (person: WorldPerson) =>
  [...JSON.stringify(person.card().content).matchAll(/"name":"((?:met|total|exempt):[^"]+)"/g)].map(
    ([, name]) => name ?? '',
  );

/** What is typed into the lines of the form, in their order: 分子, 分母, 免考核. */
function typed(...lines: readonly (readonly string[])[]): Record<string, string> {
  const names = fieldsOf(zhang);
  return Object.fromEntries(lines.flat().map((value, index) => [names[index] ?? '', value]));
}

async function entries() {
  const found = await world.app.deps.quotas.findRates({ from: '2025-12', to: '2026-12' });
  return found.map(({ month, met, total, exempt, personName }) => `${month} ${met}/${total} 免${exempt} ${personName}`);
}

describe('the card of the day asks for them', () => {
  it('once a month, from its first working day on, until they are entered', async () => {
    expect(zhang.cardText()).toContain('**2月比率**：网上办理率等 3 项待填');
    await world.advanceTo('2026-04-01T08:59:00+08:00');
    await world.advanceTo('2026-04-01T09:00:00+08:00');
    expect(zhang.cardText()).toContain('**3月比率**：网上办理率等 3 项待填');
    const morning = zhang.cards().length - 1;
    await zhang.presses('填比率');
    await zhang.presses('提交', { form: typed(['50', '60', ''], ['9', '9', ''], ['5', '9', '']) });
    expect(zhang.cardText(morning)).toContain('✓ 3月比率已填报');
    expect(zhang.buttons(morning)).not.toContain('填比率');

    const sent = zhang.cards().length;
    for (const day of ['04-02', '04-03']) {
      await world.advanceTo(`2026-${day}T08:59:00+08:00`);
      await world.advanceTo(`2026-${day}T09:00:00+08:00`);
    }
    expect(zhang.cards()).toHaveLength(sent);
  });
});

describe('5.4: rates in words', () => {
  it('指标 2 45/60 enters the month before, and says how many are missing', async () => {
    await zhang.writes('指标 2 45/60');
    expect(zhang.texts().at(-1)).toBe(
      '网上办理率 2月：75 %（45/60），要求 80 %，还差 3 项。已记录。填错了再发一次，或发“比率”在卡片上更正。',
    );
    expect(await entries()).toEqual(['2026-02 45/60 免0 张敏']);
  });

  it('a second entry takes the place of the first and says so; the same again changes nothing', async () => {
    await zhang.writes('比率 2 40/60');
    await zhang.writes('填报指标 2：45／60，免考核 4项');
    expect(zhang.texts().at(-1)).toContain(
      '80.3 %（45/56，已扣免考核 4 项），要求 80 %，已达标。原 40/60 已改为 45/60 免 4。',
    );
    await zhang.writes('指标 2 45/60 免4');
    expect(zhang.texts().at(-1)).toContain('与原来的数字相同，没有改动');
    await zhang.writes('指标 2 3月 50/60');
    expect(await entries()).toEqual(['2026-02 45/60 免4 张敏', '2026-03 50/60 免0 张敏']);
  });

  it('what cannot be is refused with the reason', async () => {
    await zhang.writes('指标 2 61/60');
    expect(zhang.texts().at(-1)).toBe('网上办理率：分子 61 多于分母 60，请核对');
    await zhang.writes('指标 2 45/60 免70');
    expect(zhang.texts().at(-1)).toBe('网上办理率：免考核 70 项多于分母 60，请核对');
    await zhang.writes('指标 9 45/60');
    expect(zhang.texts().at(-1)).toContain('没有第 9 项比率');
    await zhang.writes('指标 2 四十五');
    expect(zhang.texts().at(-1)).toContain('请写明网上办理率的分子和分母');
    await world.person('王芳').writes('指标 2 45/60');
    expect(world.person('王芳').texts().at(-1)).toContain('您名下没有要填报的比率指标');
    expect(await entries()).toEqual([]);
  });

  it('where a row has two rates the name tells which, else nothing is entered and the card asks', async () => {
    await zhang.writes('指标 3 当面答复率 3/4');
    expect(await entries()).toEqual(['2026-02 3/4 免0 张敏']);
    await zhang.writes('指标 3 9/9');
    expect(zhang.texts().at(-1)).toContain('没有记录：您名下有 2 项比率');
    expect(zhang.cardText()).toContain('2月比率填报');
    expect(await entries()).toHaveLength(1);
  });
});

describe('the card of the rates', () => {
  it('comes by word, by menu and from the list, and takes some lines at a time', async () => {
    await zhang.pressesMenu('rates');
    expect(zhang.cardText()).toContain('2月比率填报');
    await zhang.writes('我的任务');
    await zhang.presses('填比率');
    expect(fieldsOf(zhang)).toHaveLength(9);
    expect(zhang.cardText()).toContain('要求不低于 80 %');

    const answer = await zhang.presses('提交', { form: typed(['45', '60', '']) });
    expect(answer.toast).toMatchObject({ type: 'success', content: '已记录 网上办理率 45/60' });
    expect(zhang.cardText()).toContain('75 %（45/60），要求 80 %，还差 3 项');
    expect(zhang.cardText()).toContain('口径：比率＝分子÷（分母－免考核）');
    expect(fieldsOf(zhang)).toHaveLength(6);
    expect(zhang.buttons()).toEqual(['更正', '撤回', '提交', '1月', '3月']);
  });

  it('gives the form back as it was typed, with one sentence, and enters nothing', async () => {
    await zhang.writes('比率');
    const lines = [
      [['四十五', '60', ''], '网上办理率：分子请填整数，如 45'],
      [['45', '', ''], '网上办理率：分母还没有填'],
      [['45.5', '60', ''], '网上办理率：分子请填整数，如 45'],
      [['50', '60', '15'], '网上办理率：分子 50 多于分母 60 减免考核 15，余 45，请核对'],
    ] as const;
    for (const [line, said] of lines) {
      const answer = await zhang.presses('提交', { form: typed(line, ['7', '7', '']) });
      expect(answer.toast).toMatchObject({ type: 'warning', content: said });
      expect(zhang.cardText()).toContain(said);
      expect(JSON.stringify(zhang.card().content)).toContain(`"default_value":"${line[0]}"`);
    }
    expect(await entries()).toEqual([]);
    const nothing = await zhang.presses('提交', { form: typed(['', '', ''], ['', '', '']) });
    expect(nothing.toast).toMatchObject({ content: '还没有填写：请至少填一项的分子和分母' });
  });

  it('更正 keeps what was there in sight, 撤回 goes back to it, and then to nothing', async () => {
    await zhang.writes('指标 2 40/60');
    await zhang.writes('比率');
    expect(zhang.buttons()).not.toContain('撤回');
    await zhang.presses('更正');
    expect(JSON.stringify(zhang.card().content)).toContain('"default_value":"40"');
    await zhang.presses('取消');
    await zhang.presses('更正');
    const form = typed(['45', '60', '2']);
    expect((await zhang.presses('提交', { form })).toast?.content).toBe('网上办理率原 40/60 已改为 45/60 免 2');
    expect(await entries()).toEqual(['2026-02 45/60 免2 张敏']);
    expect((await zhang.presses('撤回')).toast?.content).toBe('已撤回，恢复为 40/60');
    expect(await entries()).toEqual(['2026-02 40/60 免0 张敏']);
    expect(zhang.buttons()).not.toContain('撤回');
  });

  it('撤回 of the first figures leaves the month empty, unless somebody has entered others since', async () => {
    await zhang.writes('比率');
    await zhang.presses('提交', { form: typed(['45', '60', '']) });
    expect((await zhang.presses('撤回')).toast?.content).toBe('已撤回，该月数字未填');
    expect(fieldsOf(zhang)).toHaveLength(9);
    expect(zhang.cardText()).not.toContain('45/60');

    await zhang.presses('提交', { form: typed(['45', '60', '']) });
    const undo = zhang.draft('撤回');
    await world.person('李强').writes('指标 2 50/60');
    const late = await world.emulator.as(zhang.openId).click(undo);
    expect(late.toast?.content).toBe('此后已有新的数字，不能撤回，以下是当前状态');
    expect(zhang.cardText()).toContain('83.3 %（50/60），要求 80 %，已达标');
    expect(zhang.cardText()).toContain('李强');
  });

  it('turns to another month, not to one that is to come, and shows how the months before went', async () => {
    await zhang.writes('指标 2 45/60');
    await zhang.writes('比率');
    await zhang.presses('3月');
    expect(zhang.cardText()).toContain('3月比率填报');
    expect(zhang.cardText()).toContain('要求不低于 80 % · 2月 75 %');
    expect(zhang.buttons()).toEqual(['提交', '2月']);
    await zhang.presses('2月');
    expect(zhang.cardText()).toContain('75 %（45/60）');
    // Before the plan was issued there is nothing to report.
    await zhang.presses('1月');
    await zhang.presses('12月');
    expect(zhang.cardText()).toContain('这个月没有要填报的比率');
  });

  it('is nobody else’s to press', async () => {
    await zhang.writes('比率');
    const press = zhang.draft('提交', { form: typed(['45', '60', '']) });
    for (const openId of ['ou_wangfang', 'ou_liqiang', 'ou_stranger']) {
      expect(await pressedBy(world, openId, press)).toMatchObject({ toast: { type: 'warning' }, card: null });
    }
    expect(await entries()).toEqual([]);
  });
});
