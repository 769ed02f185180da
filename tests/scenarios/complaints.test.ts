import { afterEach, describe, expect, it } from 'vitest';
import { worldWithLeaders } from '../support/bureau-with-leaders.ts';
import { aPress } from '../support/card-press.ts';
import { LATE_ROW } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

const OTHER_ROW = { text: '更新便民服务事项目录', owner: '信息中心负责', deadline: '2026年4月3日前' };
const ROWS = [LATE_ROW, OTHER_ROW];

let world: World;
afterEach(() => world.stop());

const onMonday = async () => {
  world = await World.onMondayMorning(ROWS);
  return world.person('张敏');
};
const fromBot = () => world.leadersGroup().filter(({ sender }) => sender.type === 'app');

describe('who gets what', () => {
  it('C20: a plan that was just published is reminded of the next morning, with nothing set up', async () => {
    world = await World.start({ at: '2026-03-29T18:00:00+08:00', rows: ROWS });
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    expect(world.person('张敏').cardText()).toContain(LATE_ROW.text);
    expect(world.person('王芳').cardText()).toContain(OTHER_ROW.text);
  });

  it('C4: what liaisons do stays in their own chats; the group reads the digest and nothing else', async () => {
    const zhang = await onMonday();
    await zhang.presses('填进展');
    await zhang.presses('提交', { form: { percent: '60', note: '已送审' } });
    await zhang.writes('困难 1 等审计局的数据');
    await world.person('王芳').presses('办结');
    await world.advanceTo('2026-04-02T09:00:00+08:00');
    expect(fromBot()).toHaveLength(1);
    expect(JSON.stringify(fromBot()[0]?.content)).toContain('周报');
  });

  it('C7: over a public holiday nobody hears anything, and no group or person has to set that', async () => {
    world = await World.start({ at: '2026-09-30T18:00:00+08:00', rows: [LATE_ROW] });
    for (let day = 1; day <= 7; day += 1) await world.advanceTo(`2026-10-0${day}T09:00:00+08:00`);
    expect([...world.person('张敏').messages(), ...fromBot()]).toEqual([]);
    await world.advanceTo('2026-10-08T09:00:00+08:00');
    expect(world.person('张敏').cards()).toHaveLength(1);
  });

  it('C16: the next month is there although the last was never answered, and the missed one stays in sight', async () => {
    world = await World.start({
      at: '2026-03-30T08:59:00+08:00',
      rows: [{ text: '报送政务信息', owner: '法规科负责', deadline: '每月' }],
    });
    await world.advanceTo('2026-04-01T09:00:00+08:00');
    const parts = await world.app.deps.ledger.findParts({});
    const months = parts.map(({ period, state }) => `${period} ${state}`);
    expect(months).toEqual(expect.arrayContaining(['2026-03 open', '2026-04 open']));
    expect(world.person('张敏').cardText()).toContain('已逾期');
  });

  it('C49: no card that is sent can be forwarded', async () => {
    world = await worldWithLeaders('2026-03-30T08:59:00+08:00', ROWS);
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    await world.person('张敏').writes('我的任务');
    await world.person('孙静').writes('审核');
    const people = ['张敏', '王芳', '李强', '孙静'].map((name) => world.person(name));
    const cards = people.flatMap((person) => person.cards());
    expect(cards.length).toBeGreaterThanOrEqual(4);
    for (const { content } of cards) expect(content).toMatchObject({ config: { enable_forward: false } });
  });
});

describe('when a press or a message meets a fault', () => {
  const press = (value: unknown, eventId: string) =>
    aPress({ eventId, at: world.clock.now(), actorOpenId: 'ou_zhangmin', payload: value });

  it('C35: a press is recorded and answered although the platform takes no call meanwhile', async () => {
    const zhang = await onMonday();
    const { value } = zhang.draft('办结');
    world.emulator.setFaults({ down: 'unavailable' });
    const answer = await world.app.handlers.onCardAction(press(value, 'while-down'));
    expect(answer.toast?.type).toBe('success');
    expect(await world.part(LATE_ROW.text, '法规科')).toMatchObject({ state: 'reported' });
  });

  it('C40: a press that was queued in an outage does not undo what was said since', async () => {
    const zhang = await onMonday();
    const { value } = zhang.draft('办结');
    await zhang.writes('困难 1 数据有误，暂不能公布');
    await world.advanceTo('2026-03-30T15:00:00+08:00');
    const answer = await world.app.handlers.onCardAction(press(value, 'six-hours-late'));
    expect(answer.toast?.text).toContain('以下是当前状态');
    expect(await world.part(LATE_ROW.text, '法规科')).toMatchObject({ state: 'blocked', closedOn: null });
  });

  it('C42: buttons of cards that were sent before a crash work after it', async () => {
    const zhang = await onMonday();
    await zhang.presses('填进展');
    await world.killBot();
    await world.startBot();
    const answer = await zhang.presses('提交', { form: { percent: '60', note: '已送审' } });
    expect(answer.toast?.type).toBe('success');
    expect(await world.part(LATE_ROW.text, '法规科')).toMatchObject({ state: 'working', percent: 60 });
  });

  it('C61: a card whose update was lost in an outage shows the truth once the platform is back', async () => {
    const zhang = await onMonday();
    const { value } = zhang.draft('办结');
    await zhang.writes('我的任务');
    world.emulator.setFaults({ down: 'unavailable' });
    await world.app.handlers.onCardAction({ ...press(value, 'while-down'), messageId: zhang.card(0).messageId });
    await world.pass(60_000);
    expect(zhang.cardText(1)).not.toContain('已报办结');
    world.emulator.setFaults({ down: null });
    for (let minute = 0; minute < 10; minute += 1) await world.pass(60_000);
    expect(zhang.cardText(1)).toContain('已报办结');
  });

  it('C37: a card of more than 14 days ago is left as it is; no update of it is tried or fails', async () => {
    const zhang = await onMonday();
    await world.person('李强').writes('我的任务');
    const old = JSON.stringify(world.person('李强').card().content);
    await world.advanceTo('2026-04-15T10:00:00+08:00');
    await zhang.writes('完成 1');
    await world.pass(60_000);
    expect(await world.app.deps.outbox.summary()).toMatchObject({ queued: 0, failed: [] });
    expect(JSON.stringify(world.person('李强').card(0).content)).toBe(old);
    expect(zhang.cardText()).toContain('已报办结');
  });

  it('C44: a group that the bot was put out of is 未送达 with the reason; everybody’s own card comes', async () => {
    world = await World.start({ at: '2026-03-30T08:59:50+08:00', rows: ROWS });
    await world.app.deps.settings.bindGroup('leaders', 'oc_group_without_the_bot');
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    expect(world.person('张敏').cards()).toHaveLength(1);
    expect(world.person('王芳').cards()).toHaveLength(1);
    const { failed } = await world.app.deps.outbox.summary();
    expect(failed).toMatchObject([{ purpose: 'weekly-digest' }]);
    expect(failed[0]?.reason).toContain('群');
  });

  it('C45: somebody who could not be reached for a morning gets the next one’s card', async () => {
    world = await World.start({ at: '2026-03-30T08:59:50+08:00', rows: ROWS });
    world.emulator.setFaults({ down: 'unavailable' });
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    for (let minute = 0; minute < 3; minute += 1) await world.pass(60_000);
    world.emulator.setFaults({ down: null });
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    await world.pass(60_000);
    expect(world.person('王芳').cards().length).toBeGreaterThan(0);
    const { people } = await world.app.deps.directory.load();
    expect(people.filter(({ unreachableOn }) => unreachableOn !== null)).toEqual([]);
  });
});
