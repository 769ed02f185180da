import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPress } from '../support/card-press.ts';
import { LATE_ROW } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

const ROWS = [LATE_ROW, { text: '更新便民服务事项目录', owner: '各科室负责', deadline: '2026年4月3日前' }];

let world: World;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await World.onMondayMorning(ROWS);
});

describe('a press that comes too late', () => {
  it('C23: a button of an older version changes nothing, says the state and shows the current card', async () => {
    const zhang = world.person('张敏');
    const seen = zhang.draft('办结');
    await zhang.presses('办结');
    await zhang.presses('撤回');
    const before = await world.part('规范性文件清单', '法规科');

    const answer = await world.app.handlers.onCardAction(pressOf(seen, zhang.openId, 'late-press'));

    expect(answer.toast?.text).toContain('以下是当前状态');
    expect(answer.card).not.toBeNull();
    expect(await world.part('规范性文件清单', '法规科')).toEqual(before);
  });

  it('a second press of 办结 is answered with who reported it and when, and not counted twice', async () => {
    const zhang = world.person('张敏');
    const seen = zhang.draft('办结');
    await zhang.presses('办结');
    const answer = await world.app.handlers.onCardAction(pressOf(seen, zhang.openId, 'second-press'));
    expect(answer.toast?.text).toBe('该事项已于 3月30日 09:00 由张敏报办结');
    expect((await world.part('规范性文件清单', '法规科')).replies).toHaveLength(1);
  });

  it("yesterday's card does not count: it says that it was replaced and then shows the current rows", async () => {
    const zhang = world.person('张敏');
    const yesterday = zhang.draft('办结');
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(zhang.cards()).toHaveLength(2);
    expect(zhang.cardText(0)).toContain('这张卡片已于 3月31日更新，以下是当前状态');

    const answer = await world.app.handlers.onCardAction(pressOf(yesterday, zhang.openId, 'old-press'));

    expect(answer.toast?.text).toContain('已于 3月31日更新，刚才的点击没有生效');
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ state: 'open', replies: [] });
  });

  it('a replaced card that shows the current rows can be answered', async () => {
    const zhang = world.person('张敏');
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    const answer = await zhang.presses('办结', { card: 0 });
    expect(answer.toast?.type).toBe('success');
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ state: 'reported' });
    expect(zhang.cardText(1)).toContain('已报办结');
  });

  it('C38: the same event delivered twice is recorded once, also after a restart', async () => {
    const zhang = world.person('张敏');
    const press = pressOf(zhang.draft('办结'), zhang.openId, 'event-7');
    await world.app.handlers.onCardAction(press);
    await world.killBot();
    await world.startBot();
    const again = await world.app.handlers.onCardAction(press);
    expect(again.toast?.text).toContain('由张敏报办结');
    const part = await world.part('规范性文件清单', '法规科');
    expect(part).toMatchObject({ version: 2, replies: [{ state: 'done' }] });
  });
});

describe('a press of somebody else', () => {
  it('C48: a person of another office is told whose it is, and the card stays', async () => {
    const press = world.person('张敏').draft('办结');
    const answer = await world.app.handlers.onCardAction(pressOf(press, 'ou_wangfang', 'wrong-person'));
    expect(answer.toast?.text).toBe('这项任务由法规科办理，您在信息中心名下。如有变化，请联系局办公室。');
    expect(answer.card).toBeNull();
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ state: 'open', replies: [] });
  });

  it('somebody who is on no list is told how to get on it', async () => {
    const press = world.person('张敏').draft('办结');
    const answer = await world.app.handlers.onCardAction(pressOf(press, 'ou_stranger', 'stranger'));
    expect(answer.toast?.text).toContain('通讯录里没有您的联络人信息');
    expect(answer.card).toBeNull();
  });

  it('the deputy may answer, and the row says who did', async () => {
    const zhang = world.person('张敏');
    await world.app.handlers.onCardAction(pressOf(zhang.draft('办结'), 'ou_liqiang', 'deputy'));
    await world.settle();
    const part = await world.part('规范性文件清单', '法规科');
    expect(part.replies[0]).toMatchObject({ personName: '李强', state: 'done' });
  });

  it('a payload of no button of ours is answered and changes nothing', async () => {
    const zhang = world.person('张敏');
    for (const value of [null, 'x', {}, { a: 'part.done' }, { a: 'part.done', v: 1, c: 'card', p: 'nothing', n: 0 }]) {
      const answer = await world.app.handlers.onCardAction(
        pressOf({ messageId: '', value }, zhang.openId, JSON.stringify(value)),
      );
      expect(answer.toast).not.toBeNull();
    }
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ version: 1 });
  });
});

function pressOf({ messageId, value }: { messageId: string; value: unknown }, actorOpenId: string, eventId: string) {
  return aPress({ eventId, at: world.clock.now(), actorOpenId, messageId, payload: value });
}
