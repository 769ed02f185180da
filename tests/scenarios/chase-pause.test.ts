import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { World } from '../support/world.ts';

const ROWS = [
  { text: '公布本年度行政规范性文件清单', owner: '法规科负责', deadline: '2026年3月27日前' },
  { text: '更新便民服务事项目录', owner: '法规科牵头，各科室负责', deadline: '2026年4月1日前' },
];

let world: World;
afterEach(() => world.stop());
beforeEach(async () => {
  world = await World.onMondayMorning(ROWS);
});

const lastText = (name = '孙静') => world.person(name).texts().at(-1) ?? '';
const morningOf = (day: string) => world.advanceTo(`2026-${day}T09:00:00+08:00`);

describe('7.6: the 主管机构 pauses', () => {
  it('a row until a day: nobody is reminded or late meanwhile, the cards say so, and on that day it speaks again', async () => {
    await world.person('孙静').writes('暂停 1 到 4月8日 等上级口径');
    expect(lastText()).toContain('已暂停第 1 项“公布本年度行政规范性文件清单”，未办的共 1 件，4月8日（周三）恢复');
    expect(lastText()).toContain('提前恢复请发“恢复 1”');
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({
      pausedUntil: '2026-04-08',
      acts: [{ kind: 'pause', note: '等上级口径', personName: '孙静' }],
    });
    expect(world.person('张敏').cardText()).toContain('已暂停，4月8日恢复');

    expect(world.person('张敏').cardText()).not.toContain('已逾期');
    const cards = world.person('张敏').cards().length;
    await morningOf('03-31');
    expect(world.person('张敏').cards()).toHaveLength(cards);
    await morningOf('04-08');
    expect(world.person('张敏').cardText()).toContain('规范性文件清单');
    expect(world.person('张敏').cardText()).toContain('已逾期');
  });

  it('恢复 brings it back with the next morning; what is not paused needs no 恢复', async () => {
    await world.person('孙静').writes('暂停 1 到 12月1日 机构改革');
    await world.person('孙静').writes('恢复 1');
    expect(lastText()).toContain('已恢复第 1 项');
    await morningOf('03-31');
    expect(world.person('张敏').cardText()).toContain('规范性文件清单');
    await world.person('孙静').writes('恢复 1');
    expect(lastText()).toBe('没有暂停的事项，无需恢复。');
  });

  it('a row of several offices, an office, and everything', async () => {
    await world.person('孙静').writes('暂停 2 到 4月8日 系统升级');
    expect(lastText()).toContain('未办的共 3 件');
    await world.person('孙静').writes('恢复 2');
    await world.person('孙静').writes('暂停 法规科 到 4月8日 机构改革');
    expect(lastText()).toContain('已暂停法规科的事项，未办的共 2 件');
    await world.person('孙静').writes('暂停全部到4月8日，系统升级');
    expect(lastText()).toContain('已暂停全部事项，未办的共 4 件');
    const cards = ['张敏', '王芳', '孙静'].map((name) => world.person(name).cards().length);
    await morningOf('03-31');
    await morningOf('04-01');
    expect(['张敏', '王芳', '孙静'].map((name) => world.person(name).cards().length)).toEqual(cards);
  });

  it('B2: an hour clock that runs is not stopped by a pause of everything', async () => {
    await world.stop();
    const text = '加强舆情回应。遇重大突发舆情事件，最迟在5小时内发布权威信息，在24小时内举行新闻发布会';
    const alarm = { text, owner: '法规科负责', deadline: '贯穿全年' };
    world = await World.start({ at: '2026-04-01T16:30:00+08:00', rows: [alarm] });
    await world.person('张敏').writes('登记');
    const form = { title: '某路段塌陷', date: '2026-04-01 +0800', time: '16:20' };
    await world.person('张敏').presses('登记', { form });
    await world.person('孙静').writes('暂停 全部 到 4月8日 系统升级');
    expect(lastText()).toContain('未办的共 1 件');
    const cards = world.person('张敏').cards().length;
    await world.advanceTo('2026-04-01T18:50:00+08:00');
    expect(world.person('张敏').cards()).toHaveLength(cards + 1);
  });

  it.each([
    ['暂停', '请写明暂停哪一项、到哪天、为什么'],
    ['暂停 1', '请写明到哪天、为什么'],
    ['暂停 1 到 4月8日', '请写明到哪天、为什么'],
    ['暂停 1 到 2026年3月2日 等口径', '3月2日已过'],
    ['暂停 1 到 2028年4月8日 等口径', '日期请在 2027年3月30日以内'],
    ['暂停 99 到 4月8日 等口径', '没有找到“99”'],
    ['暂停 财务科 到 4月8日 等口径', '没有找到“财务科”'],
    ['恢复', '请写明恢复哪一项'],
  ])('%s is refused with what to write', async (words, why) => {
    await world.person('孙静').writes(words);
    expect(lastText()).toContain(why);
    expect((await world.app.deps.ledger.findParts({})).filter(({ pausedUntil }) => pausedUntil !== null)).toEqual([]);
  });

  it('nobody else: a liaison and a stranger are told what to do instead', async () => {
    for (const name of ['张敏', '路人']) {
      await world.person(name).writes('暂停 1 到 4月8日 太忙');
      expect(lastText(name)).toContain('由主管机构（局办公室）办理');
    }
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ pausedUntil: null, acts: [] });
  });
});
