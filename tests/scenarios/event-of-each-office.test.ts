import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { World } from '../support/world.ts';

const ROWS = [{ text: '公布会议纪要', owner: '各科室负责', deadline: '会议召开之日起5个工作日内公开' }];
const MEETING = { title: '季度例会', date: '2026-03-27 +0800' };

let world: World;
afterEach(() => world.stop());
beforeEach(async () => {
  world = await World.start({ at: '2026-03-30T10:00:00+08:00', rows: ROWS });
});

async function registers(name: string) {
  await world.person(name).writes('登记');
  return world.person(name).presses('登记', { form: MEETING });
}

async function offices() {
  const parts = await world.app.deps.ledger.findParts({ ruleKinds: ['within'] });
  return parts.map(({ event, officeName }) => `${event} ${officeName}`);
}

describe('an event that each office has of its own', () => {
  it('is registered by each, under the same title and day as the others’', async () => {
    expect((await registers('张敏')).toast?.content).toContain('已登记');
    expect((await registers('王芳')).toast?.content).not.toContain('无需重复');
    expect(await offices()).toEqual(['季度例会 法规科', '季度例会 信息中心']);
  });

  it('is not registered twice for one office', async () => {
    await registers('张敏');
    expect((await registers('李强')).toast?.content).toContain('已登记，无需重复');
    expect(await offices()).toEqual(['季度例会 法规科']);
  });
});
