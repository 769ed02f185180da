import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LATE_ROW } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

const ROWS = [LATE_ROW, { text: '更新便民服务事项目录', owner: '信息中心负责', deadline: '2026年4月3日前' }];

let world: World;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await World.start({ at: '2026-03-30T08:59:50+08:00', rows: ROWS });
});

/** The moment at which the three messages of the morning are due. */
const nineStrikes = () => world.advanceTo('2026-03-30T09:00:00+08:00');

const everybodyHasOne = () => {
  expect(world.person('张敏').cards()).toHaveLength(1);
  expect(world.person('王芳').cards()).toHaveLength(1);
  expect(world.leadersGroup()).toHaveLength(1);
};

describe('when something breaks on the way', () => {
  it('C43: a process killed between writing and sending sends everything once after it is back', async () => {
    world.emulator.setFaults({ down: 'drop' });
    await nineStrikes();
    expect((await world.app.deps.outbox.summary()).queued).toBe(3);
    await world.killBot();
    world.emulator.setFaults({ down: null });
    await world.startBot();
    await world.pass(60_000);
    everybodyHasOne();
  });

  it('a message whose answer was lost arrives once', async () => {
    world.emulator.setFaults({ answerLost: { times: 3 } });
    await nineStrikes();
    await world.pass(60_000);
    everybodyHasOne();
    expect(await world.app.deps.outbox.summary()).toMatchObject({ queued: 0, sent: 3, failed: [] });
  });

  it('a process killed with a message half sent sends it again with the same uuid: it arrives once', async () => {
    world.emulator.setFaults({ answerLost: { times: 99 } });
    await nineStrikes();
    await world.killBot();
    world.emulator.setFaults({ answerLost: null });
    await world.startBot();
    await world.pass(5 * 60_000);
    everybodyHasOne();
    const press = await world.person('张敏').presses('办结');
    expect(press.toast?.type).toBe('success');
  });

  it('C41: a platform that is down for two minutes during the morning delays the cards and loses none', async () => {
    world.emulator.setFaults({ down: 'unavailable' });
    await nineStrikes();
    for (let minute = 0; minute < 4; minute += 1) {
      if (minute === 2) world.emulator.setFaults({ down: null });
      await world.pass(60_000);
    }
    await world.pass(5 * 60_000);
    everybodyHasOne();
  });

  it.each([200, 400] as const)('a token that died early is renewed at once (HTTP %i)', async (httpStatus) => {
    await world.app.deps.chat.botInfo();
    world.emulator.setFaults({ tokenDead: { httpStatus } });
    await nineStrikes();
    everybodyHasOne();
  });

  it('a token that ran out overnight is renewed', async () => {
    await world.app.deps.chat.botInfo();
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(world.person('张敏').cards()).toHaveLength(1);
  });

  it('a rate limit of the platform is waited for', async () => {
    world.emulator.setFaults({ limited: { times: 2, resetSeconds: 30 } });
    await nineStrikes();
    await world.pass(31_000);
    await world.pass(31_000);
    everybodyHasOne();
  });

  it('somebody who has left is 未送达 with the reason and the remedy; everybody else gets the card', async () => {
    world.emulator.setFaults({ unreachable: { ou_wangfang: 230029 } });
    await nineStrikes();
    expect(world.person('张敏').cards()).toHaveLength(1);
    const { failed } = await world.app.deps.outbox.summary();
    expect(failed).toMatchObject([{ reason: '对方已离职，请更换联络人', purpose: 'morning-card' }]);
  });

  it('where 联络人A cannot be reached, 联络人B gets the card the same morning and on the mornings after', async () => {
    world.emulator.setFaults({ unreachable: { ou_zhangmin: 230013 } });
    await nineStrikes();
    expect(world.person('张敏').cards()).toHaveLength(0);
    expect(world.person('李强').cards()).toHaveLength(1);
    expect(world.person('李强').cardText()).toContain('规范性文件清单');
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(world.person('李强').cards()).toHaveLength(2);
    const { failed } = await world.app.deps.outbox.summary();
    expect(failed).toHaveLength(1);
  });

  it('the platform never saw a call that it does not know', async () => {
    await nineStrikes();
    expect(world.emulator.unknownPaths).toEqual([]);
  });
});
