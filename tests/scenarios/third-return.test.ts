import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../src/app/desk/open-desk.ts';
import { worldWithLeaders } from '../support/bureau-with-leaders.ts';
import type { World } from '../support/world.ts';
import type { WorldPerson } from '../support/world-person.ts';

const ROWS = [{ text: '公布规范性文件清单', owner: '法规科负责', deadline: '2026年4月3日前' }];
const LINK = 'https://www.example.gov.cn/list';

let world: World;
let zhang: WorldPerson;
let li: WorldPerson;
let sun: WorldPerson;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await worldWithLeaders('2026-03-31T08:59:00+08:00', ROWS);
  await world.advanceTo('2026-03-31T09:00:00+08:00');
  zhang = world.person('张敏');
  li = world.person('李强');
  sun = world.person('孙静');
});

async function returnedTimes(times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    await zhang.presses('办结');
    if (time > 1) await zhang.presses('提交', { form: { link: LINK } });
    await openDesk(world.app.deps, { actorOpenId: sun.openId, eventId: `desk-${time}` });
    await world.settle();
    await sun.presses('退文');
    await sun.presses('确认退文', { form: { reasons: ['link-broken'], note: '网址打不开' } });
  }
}

describe('B7: an answer that is returned again and again', () => {
  it('from the third time on the head of the office sees it in the one card of the day', async () => {
    await returnedTimes(3);
    expect(li.cards()).toHaveLength(0);
    await world.advanceTo('2026-04-01T09:00:00+08:00');
    expect(li.cards()).toHaveLength(1);
    expect(li.cardText()).toContain('已第 3 次退文');
    expect(li.cardText()).toContain('退文（佐证链接打不开）：网址打不开');
    expect(zhang.cardText()).toContain('第 3 次退文');

    await world.advanceTo('2026-04-02T09:00:00+08:00');
    expect(li.cards()).toHaveLength(1);
  });

  it('C2: twice is between the office and the reviewer', async () => {
    await returnedTimes(2);
    await world.advanceTo('2026-04-01T09:00:00+08:00');
    expect(li.cards()).toHaveLength(0);
  });

  it('C3: once the office has answered, the head’s line says so', async () => {
    await returnedTimes(3);
    await world.advanceTo('2026-04-01T09:00:00+08:00');
    await zhang.presses('办结');
    await zhang.presses('提交', { form: { link: LINK } });
    expect(li.cardText()).not.toContain('已第 3 次退文');
    expect(li.cardText()).toContain('已报办结');
  });
});
