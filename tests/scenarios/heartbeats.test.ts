import { afterEach, describe, expect, it } from 'vitest';
import { fieldsOf, pressedBy, worldWithLeaders } from '../support/bureau-with-leaders.ts';
import type { World } from '../support/world.ts';
import type { WorldPerson } from '../support/world-person.ts';

const rolling = (n: number) =>
  Array.from({ length: n }, (_, index) => ({
    text: `及时更新第${index + 1}类公开信息`,
    owner: '法规科负责',
    deadline: '长期坚持',
  }));

let world: World;
afterEach(() => world.stop());

/** The morning ten working days before the second quarter ends. */
const ASKED = '2026-06-16T09:00:00+08:00';

async function asked(n: number): Promise<WorldPerson> {
  world = await worldWithLeaders('2026-06-15T18:00:00+08:00', rolling(n));
  await world.advanceTo(ASKED);
  return world.person('张敏');
}

const choose = (person: WorldPerson, answers: readonly string[], more: object = {}) => {
  const names = fieldsOf(person.card().content, 'beat:');
  return {
    form: { ...Object.fromEntries(answers.map((answer, index) => [names[index], `${answer}-1`])), ...more },
  };
};

describe('duties that never end', () => {
  it('B4, C1: arrive as one card with one form, not as a message each, and nothing is called late', async () => {
    const zhang = await asked(9);
    expect(zhang.cards()).toHaveLength(1);
    expect(zhang.cardText()).toContain('第二季度动态事项确认 · 9 件');
    expect(zhang.cardText()).not.toContain('逾期');
    expect(fieldsOf(zhang.card().content, 'beat:')).toHaveLength(8);
  });

  it('are confirmed eight at a time, in one go; the next come up, and each can be taken back', async () => {
    const zhang = await asked(9);
    const answer = await zhang.presses(
      '提交',
      choose(
        zhang,
        Array.from({ length: 8 }, () => 'unchanged'),
      ),
    );
    expect(answer).toMatchObject({ error: null, toast: { type: 'success', content: '已记录 8 件' } });
    expect(fieldsOf(zhang.card().content, 'beat:')).toHaveLength(1);
    const parts = await world.app.deps.ledger.findParts({});
    expect(parts.filter(({ replies }) => replies.length === 1)).toHaveLength(8);

    const undone = await zhang.presses('撤回');
    expect(undone.toast?.content).toContain('已撤回');
    expect(fieldsOf(zhang.card().content, 'beat:')).toHaveLength(2);
  });

  it('C34: nothing chosen is answered with what to do, and nothing that was typed is lost', async () => {
    const zhang = await asked(2);
    const answer = await zhang.presses('提交', choose(zhang, [], { beat_note: '等市里通知' }));
    expect(answer.toast).toMatchObject({ type: 'warning', content: expect.stringContaining('未选择任何一项') });
    expect(JSON.stringify(zhang.card().content)).toContain('等市里通知');
    expect((await world.app.deps.ledger.findParts({})).flatMap(({ replies }) => replies)).toEqual([]);
  });

  it('需协调 without a word comes back with the choices; with one it is recorded as a difficulty', async () => {
    const zhang = await asked(2);
    const refused = await zhang.presses('提交', choose(zhang, ['trouble', 'updated']));
    expect(refused.toast?.content).toContain('请在说明里写明');
    expect(JSON.stringify(zhang.card().content)).toContain('"initial_option":"trouble-1"');
    const more = { beat_note: '请信息中心开放接口', beat_link: 'www.example.gov.cn/2' };
    await zhang.presses('提交', choose(zhang, ['trouble', 'updated'], more));
    expect(await world.app.deps.ledger.findParts({})).toMatchObject([
      { state: 'blocked', replies: [{ state: 'trouble', note: '请信息中心开放接口', links: [] }] },
      { state: 'working', replies: [{ state: 'updated', note: '', links: ['https://www.example.gov.cn/2'] }] },
    ]);
  });

  it('C21: what was confirmed is not asked again before the next quarter; the rest once more', async () => {
    const zhang = await asked(2);
    await zhang.presses('提交', choose(zhang, ['unchanged']));
    await world.advanceTo('2026-06-25T09:00:00+08:00');
    expect(zhang.cards()).toHaveLength(2);
    expect(zhang.cardText()).toContain('第二季度动态事项确认 · 1 件');
    await world.advanceTo('2026-06-26T09:00:00+08:00');
    expect(zhang.cards()).toHaveLength(2);
  });

  it('C23: a form sent twice counts once, and a stranger changes nothing', async () => {
    const zhang = await asked(2);
    const press = zhang.draft('提交', choose(zhang, ['unchanged', 'unchanged']));
    const stranger = await pressedBy(world, 'ou_stranger', press);
    expect(stranger).toMatchObject({ toast: { text: expect.stringContaining('通讯录里没有') }, card: null });
    await world.emulator.as(zhang.openId).click(press);
    const parts = await world.app.deps.ledger.findParts({});
    expect(parts.map(({ replies }) => replies.length)).toEqual([1, 1]);
    const again = await pressedBy(world, zhang.openId, press);
    expect(again.toast?.text).toContain('刚有变化');
    expect((await world.app.deps.ledger.findParts({})).map(({ replies }) => replies.length)).toEqual([1, 1]);
  });

  it('at the end of the year the answer is the closing statement of the duty', async () => {
    world = await worldWithLeaders('2026-12-16T18:00:00+08:00', rolling(1));
    await world.advanceTo('2026-12-18T09:00:00+08:00');
    const zhang = world.person('张敏');
    expect(zhang.cardText()).toContain('本期为年终确认，确认后本年度办结');
    const answer = await zhang.presses('提交', choose(zhang, ['updated']));
    expect(answer.toast?.content).toContain('作为本年度的办结说明');
    expect(await world.app.deps.ledger.findParts({})).toMatchObject([{ state: 'reported' }]);
  });

  it('C33: fold while the form of a row is open, and come back after it', async () => {
    const row = { text: '公布文件清单', owner: '法规科负责', deadline: '2026年6月16日前' };
    world = await worldWithLeaders('2026-06-15T18:00:00+08:00', [...rolling(2), row]);
    await world.advanceTo(ASKED);
    const zhang = world.person('张敏');
    expect(zhang.cardText()).toContain('动态事项确认 · 2 件');
    await zhang.presses('填进展');
    expect(zhang.cardText()).toContain('另有 2 件动态事项待确认');
    expect(fieldsOf(zhang.card().content, 'beat:')).toEqual([]);
    await zhang.presses('取消');
    expect(fieldsOf(zhang.card().content, 'beat:')).toHaveLength(2);
  });

  it('C8: go to the next in line while the liaison is on leave', async () => {
    world = await worldWithLeaders('2026-06-15T18:00:00+08:00', rolling(1));
    await world.person('张敏').writes('请假 6月15日至6月17日');
    await world.advanceTo(ASKED);
    expect(world.person('张敏').cards()).toEqual([]);
    expect(world.person('李强').cardText()).toContain('动态事项确认 · 1 件');
  });

  it('C5: all confirmed by the other one before it is sent: no empty card goes out', async () => {
    const zhang = await asked(1);
    await zhang.presses('提交', choose(zhang, ['unchanged']));
    await world.advanceTo('2026-06-25T09:00:00+08:00');
    expect(zhang.cards()).toHaveLength(1);
  });
});
