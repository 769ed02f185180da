import { afterEach, describe, expect, it } from 'vitest';
import { aPress } from '../support/card-press.ts';
import { LATE_ROW, LEADERS_GROUP } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

const ROWS = [
  LATE_ROW,
  { text: '更新便民服务事项目录', owner: '信息中心、法规科负责', deadline: '2026年4月3日前' },
  { text: '及时更新机构职能信息', owner: '办公室负责', deadline: '及时更新' },
  { text: '编制年度报告', owner: '办公室负责', deadline: '2026年12月底前' },
  { text: '按上级要求公开财政预决算', owner: '办公室负责', deadline: '按市财政局规定时间' },
];

let world: World;
afterEach(() => world.stop());

const begin = async (at: string, rows = ROWS) => {
  world = await World.start({ at, rows });
};

const botIsAwayFor = async (hours: number) => {
  await world.killBot();
  world.clock.pass(hours * 3_600_000);
  await world.startBot();
  await world.settle();
};

describe('the morning of a working day', () => {
  it('C1: everybody with something due gets exactly one card, nobody else gets anything', async () => {
    await begin('2026-03-30T08:59:50+08:00');
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    expect(world.person('张敏').cards()).toHaveLength(1);
    expect(world.person('王芳').cards()).toHaveLength(1);
    for (const name of ['李强', '赵磊', '路人']) expect(world.person(name).messages()).toHaveLength(0);
    // The 主管机构 is asked once a week for the dates that others set.
    expect(world.person('孙静').messages()).toHaveLength(1);
    expect(world.person('孙静').cardText()).toContain('待定时限 · 1 件');
    expect(world.leadersGroup()).toHaveLength(1);
    const text = world.person('张敏').cardText();
    expect(text.indexOf('规范性文件清单')).toBeLessThan(text.indexOf('便民服务事项目录'));
  });

  it('C13: a second beat, a restart and the same morning again send nothing new', async () => {
    await begin('2026-03-30T08:59:50+08:00');
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    await world.killBot();
    await world.startBot();
    await world.advanceTo('2026-03-30T09:00:30+08:00');
    await world.advanceTo('2026-03-30T15:00:00+08:00');
    expect(world.person('张敏').cards()).toHaveLength(1);
    expect(world.leadersGroup()).toHaveLength(1);
  });

  it('C6: nothing is sent on a weekend or a holiday, and a make-up Saturday is a working day', async () => {
    await begin('2026-04-03T18:00:00+08:00');
    for (const day of ['04', '05', '06']) {
      await world.advanceTo(`2026-04-${day}T09:00:00+08:00`);
      expect(world.person('张敏').cards()).toHaveLength(0);
    }
    await world.advanceTo('2026-04-07T09:00:00+08:00');
    expect(world.person('张敏').cards()).toHaveLength(1);
    await world.advanceTo('2026-05-09T09:00:00+08:00');
    expect(world.person('张敏').cards()).toHaveLength(2);
  });

  it('nothing is sent before nine', async () => {
    await begin('2026-03-30T07:00:00+08:00');
    await world.advanceTo('2026-03-30T08:59:59+08:00');
    expect(world.person('张敏').cards()).toHaveLength(0);
  });

  it('C43: a run that was missed is caught up once inside the send window, and the log says so', async () => {
    await begin('2026-03-30T08:00:00+08:00');
    await botIsAwayFor(6);
    expect(world.person('张敏').cards()).toHaveLength(1);
    expect(world.log.lines.map(({ message }) => message)).toContain('missed run is caught up inside the send window');
  });

  it('after the send window a missed run is skipped; the next morning tells the same', async () => {
    await begin('2026-03-30T08:00:00+08:00');
    await botIsAwayFor(10);
    expect(world.person('张敏').cards()).toHaveLength(0);
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(world.person('张敏').cards()).toHaveLength(1);
  });

  it('C21: what was answered between planning and sending is not sent', async () => {
    await begin('2026-03-30T08:59:50+08:00', ROWS.slice(0, 1));
    world.emulator.setFaults({ down: 'unavailable' });
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    const part = await world.part('规范性文件清单', '法规科');
    const payload = { a: 'part.done', v: 1, c: 'card-unknown', p: part.id, n: part.version };
    const at = world.clock.now();
    const press = aPress({ eventId: 'from-elsewhere', at, actorOpenId: 'ou_zhangmin', payload });
    await world.app.handlers.onCardAction(press);
    world.emulator.setFaults({ down: null });
    await world.pass(60_000);
    await world.pass(60_000);
    expect(world.person('张敏').cards()).toHaveLength(0);
    expect(await world.app.deps.outbox.summary()).toMatchObject({ queued: 0, failed: [] });
  });

  it('C19: rows without a date are nobody’s debt and in no number; each is asked about in its own way', async () => {
    await begin('2026-03-30T08:59:50+08:00', ROWS.slice(2, 5));
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    const text = world.person('孙静').cardText();
    for (const words of ['第一季度动态事项确认 · 1 件', '待定时限 · 1 件']) expect(text).toContain(words);
    expect(text).not.toContain('逾期');
    expect(JSON.stringify(world.leadersGroup()[0]?.content)).toContain('无新增逾期');
  });

  it('asked for 我的任务, the bot lists everything, and the list can be answered', async () => {
    await begin('2026-03-30T10:00:00+08:00');
    await world.advanceTo('2026-03-30T18:00:00+08:00');
    const sun = world.person('孙静');
    await sun.writes('我的任务');
    expect(sun.cardText()).toContain('编制年度报告');
    const answer = await sun.presses('办结');
    expect(answer.toast?.type).toBe('success');
    expect(sun.cardText()).toContain('已报办结');
    const undone = await sun.presses('撤回');
    expect(undone.toast?.type).toBe('success');
  });

  it('C46: asked in a group, the bot sends the list to the person alone', async () => {
    await begin('2026-03-30T18:00:00+08:00');
    await world.person('孙静').writes('@督办 我的任务', LEADERS_GROUP);
    expect(world.person('孙静').cardText()).toContain('编制年度报告');
    expect(world.leadersGroup().filter(({ sender }) => sender.type === 'app')).toHaveLength(0);
  });

  it('an unknown word gets a hint, and 帮助 the few things that work', async () => {
    await begin('2026-03-30T18:00:00+08:00');
    const zhang = world.person('张敏');
    await zhang.writes('你好');
    await zhang.writes('帮助');
    const texts = zhang.messages().map(({ content }) => JSON.stringify(content));
    expect(texts[0]).toContain('没有看懂');
    expect(texts[1]).toContain('我的任务');
  });
});
