import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../src/app/desk/open-desk.ts';
import { LATE_ROW } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';
import type { WorldPerson } from '../support/world-person.ts';

let world: World;
let zhang: WorldPerson;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await World.onMondayMorning([LATE_ROW]);
  zhang = world.person('张敏');
});

async function returnedFor(...reasons: readonly string[]): Promise<void> {
  const sun = world.person('孙静');
  await zhang.presses('办结');
  await openDesk(world.app.deps, { actorOpenId: sun.openId, eventId: 'desk' });
  await world.settle();
  await sun.presses('退文');
  await sun.presses('确认退文', { form: { reasons, note: '请补' } });
}

const part = () => world.part(LATE_ROW.text, '法规科');
const lastText = () => zhang.texts().at(-1) ?? '';

describe('B7: 完成 N by words after 退文', () => {
  it('says what is missing, records nothing, and sends the card whose form asks for it', async () => {
    await returnedFor('link-broken');
    const cards = zhang.cards().length;
    await zhang.writes('完成 1');
    expect(lastText()).toContain('第 1 项已退文（佐证链接打不开），没有记录：请填写公开页面的网址');
    expect(await part()).toMatchObject({ state: 'working', closedOn: null });
    expect(zhang.cards()).toHaveLength(cards + 1);
    await zhang.presses('办结');
    expect(zhang.buttons()).toContain('提交');
    await zhang.presses('提交', { form: { link: 'www.example.gov.cn/new' } });
    expect(await part()).toMatchObject({ state: 'reported' });
  });

  it('C63: what was missing can be brought along in the same words', async () => {
    await returnedFor('link-broken');
    await zhang.writes('完成 1 已重新发布 https://www.example.gov.cn/new');
    expect(lastText()).toContain('已报办结');
    expect(await part()).toMatchObject({
      state: 'reported',
      replies: [{}, { state: 'done', note: '已重新发布', links: ['https://www.example.gov.cn/new'] }],
    });
  });

  it('公开属性 is taken from the words; 不予公开 asks for its grounds', async () => {
    await returnedFor('no-attribute');
    await zhang.writes('完成 1 已补正');
    expect(lastText()).toContain('请选择公开属性');
    await zhang.writes('完成 1 不予公开');
    expect(lastText()).toContain('不予公开的，请写明理由和依据');
    expect(await part()).toMatchObject({ state: 'working' });
    await zhang.writes('完成 1 公开属性：主动公开');
    expect(await part()).toMatchObject({ state: 'reported' });
    expect((await part()).replies.at(-1)).toMatchObject({ note: '公开属性：主动公开' });
  });
});
