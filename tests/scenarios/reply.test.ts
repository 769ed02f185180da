import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPress } from '../support/card-press.ts';
import { LATE_ROW } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

const ROWS = [
  LATE_ROW,
  { text: '更新便民服务事项目录', owner: '法规科牵头，信息中心配合', deadline: '2026年3月31日前' },
];

let world: World;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await World.onMondayMorning(ROWS);
});

describe('a liaison answers in her card', () => {
  it('办结 folds the row, says that it is recorded and changes the ledger', async () => {
    const zhang = world.person('张敏');
    expect(zhang.cards()).toHaveLength(1);
    expect(zhang.cardText()).toContain('已逾期 1 个工作日');

    const answer = await zhang.presses('办结');

    expect(answer.toast).toMatchObject({ type: 'success', content: '已记录，局办公室审核后销号' });
    expect(zhang.cardText()).toContain('已报办结');
    expect(zhang.buttons()).toContain('撤回');
    const part = await world.part('规范性文件清单', '法规科');
    expect(part).toMatchObject({ state: 'reported', closedOn: '2026-03-30', version: 2 });
    expect(part.replies).toHaveLength(1);
    expect(zhang.cards()).toHaveLength(1);
  });

  it('填进展 opens a short form, and what she says stands on the row', async () => {
    const zhang = world.person('张敏');
    await zhang.presses('填进展');
    expect(zhang.buttons()).toEqual(expect.arrayContaining(['提交', '取消']));

    const answer = await zhang.presses('提交', {
      form: { percent: '60', note: '清单已送审 *重要*', link: 'www.example.gov.cn/list' },
    });

    expect(answer.toast).toMatchObject({ type: 'success' });
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({
      state: 'working',
      percent: 60,
      replies: [{ note: '清单已送审 *重要*', links: ['https://www.example.gov.cn/list'] }],
    });
    expect(JSON.stringify(zhang.card().content)).not.toContain('*重要*');
    expect(zhang.cardText()).toContain('清单已送审 *重要*');
  });

  it('a form that says nothing comes back with what was typed and what is missing', async () => {
    const zhang = world.person('张敏');
    await zhang.presses('有困难');
    const answer = await zhang.presses('提交', { form: { note: '', help_from: '审计局', percent: '40', link: '' } });

    expect(answer.toast).toMatchObject({ type: 'warning', content: '请用一句话写明困难' });
    expect(JSON.stringify(zhang.card().content)).toContain('审计局');
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ state: 'open', replies: [] });
  });

  it('what was answered is not reminded again', async () => {
    const zhang = world.person('张敏');
    await zhang.presses('办结');
    await zhang.presses('办结');
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(zhang.cards()).toHaveLength(1);
  });
});

describe('a liaison takes an answer back', () => {
  it('撤回 within 24 hours puts the row back as it was and keeps the record', async () => {
    const zhang = world.person('张敏');
    await zhang.presses('办结');
    const answer = await zhang.presses('撤回');

    expect(answer.toast).toMatchObject({ type: 'success', content: '已撤回，恢复为“待办”' });
    const part = await world.part('规范性文件清单', '法规科');
    expect(part).toMatchObject({ state: 'open', closedOn: null });
    expect(part.replies[0]?.undoneAt).not.toBeNull();
    expect(zhang.buttons().filter((label) => label === '办结')).toHaveLength(2);
  });

  it('after 24 hours 撤回 is refused with what to do instead', async () => {
    const zhang = world.person('张敏');
    await zhang.presses('办结');
    const press = zhang.draft('撤回');
    world.clock.pass(24 * 3_600_000 + 1000);
    const answer = await world.emulator.as(zhang.openId).click(press);
    expect(answer.toast?.content).toContain('已过 24 小时');
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ state: 'reported' });
  });

  it('a second press of 撤回 changes nothing and says so', async () => {
    const zhang = world.person('张敏');
    await zhang.presses('办结');
    const press = zhang.draft('撤回');
    await world.emulator.as(zhang.openId).click(press);
    const by = { at: world.clock.now(), actorOpenId: zhang.openId };
    const again = { eventId: 'second-press', messageId: press.messageId, payload: press.value };
    const replay = await world.app.handlers.onCardAction(aPress({ ...by, ...again }));
    expect(replay.toast).toMatchObject({ type: 'info', text: '这条答复已撤回' });
    expect((await world.part('规范性文件清单', '法规科')).version).toBe(3);
  });
});
