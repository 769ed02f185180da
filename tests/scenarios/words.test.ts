import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LEADERS_GROUP } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

const ROWS = [
  { text: '公布本年度行政规范性文件清单', owner: '法规科负责', deadline: '2026年3月27日前' },
  { text: '更新便民服务事项目录', owner: '信息中心、法规科负责', deadline: '2026年4月3日前' },
  { text: '报送政务公开工作小结', owner: '法规科负责', deadline: '每季度' },
  { text: '及时更新机构职能信息', owner: '法规科负责', deadline: '及时更新' },
  { text: '编制年度报告', owner: '办公室负责', deadline: '2026年12月底前' },
  { text: '完成上一年度检查整改', owner: '法规科负责', deadline: '2025年12月31日前' },
];

let world: World;
afterEach(() => world.stop());
beforeEach(async () => {
  world = await World.start({ at: '2026-04-01T18:00:00+08:00', rows: ROWS });
});

const zhang = () => world.person('张敏');
const lastText = (name = '张敏') => world.person(name).texts().at(-1) ?? '';
const groupTexts = () =>
  world
    .leadersGroup()
    .filter(({ sender }) => sender.type === 'app')
    .map(({ content }) => String((content as { text?: unknown }).text));

describe('a liaison answers by words', () => {
  it('完成 N reports the row done and says how to take it back; 撤回 does', async () => {
    await zhang().writes('完成 1');
    expect(lastText()).toContain('已报办结');
    expect(lastText()).toContain('公布本年度行政规范性文件清单');
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({
      state: 'reported',
      replies: [{ state: 'done' }],
    });

    await zhang().writes('撤回 1');
    expect(lastText()).toContain('恢复为“待办”');
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ state: 'open', closedOn: null });
  });

  it('a row is found however its number is written, and only the office’s own part is answered', async () => {
    await zhang().writes('　第２项　办结了。');
    expect(await world.part('便民服务事项目录', '法规科')).toMatchObject({ state: 'reported' });
    expect(await world.part('便民服务事项目录', '信息中心')).toMatchObject({ state: 'open', replies: [] });
  });

  it('进展 N keeps the sentence, the percentage and the link', async () => {
    await zhang().writes('進展 1：清单已送审 60％ https://www.example.gov.cn/list');
    expect(lastText()).toContain('已记录进展 60 %（已附链接）');
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({
      state: 'working',
      percent: 60,
      replies: [{ note: '清单已送审', links: ['https://www.example.gov.cn/list'] }],
    });
  });

  it('困难 N needs a sentence and says so; 签收 N starts the work', async () => {
    await zhang().writes('困难 1');
    expect(lastText()).toContain('请用一句话写明困难');
    await zhang().writes('困难 1 审计局没有给数据');
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ state: 'blocked' });
    await zhang().writes('签收 2');
    expect(await world.part('便民服务事项目录', '法规科')).toMatchObject({ state: 'working' });
  });

  it('what was answered by words is answered on the card too', async () => {
    await zhang().writes('我的任务');
    await zhang().writes('完成 1');
    expect(zhang().cardText()).toContain('已报办结');
  });

  it('a number that means several periods gets the candidates with what to write, and that works', async () => {
    await zhang().writes('完成 3');
    expect(lastText()).toContain('第 3 项您名下有 2 件未办');
    expect(lastText()).toContain('请写“完成 3 一季度”');
    await zhang().writes('完成 3 一季度 已在网站公布');
    expect(lastText()).toContain('已报办结');
    const parts = await world.app.deps.ledger.findParts({});
    const quarters = parts.filter(({ taskText }) => taskText.includes('工作小结'));
    expect(quarters.map(({ period, state }) => [period, state])).toEqual([
      ['2026-Q1', 'reported'],
      ['2026-Q2', 'open'],
    ]);
  });

  it('a number that is not theirs gets their open numbers, not the row', async () => {
    await zhang().writes('完成 5');
    expect(lastText()).toContain('您名下没有第 5 项');
    expect(lastText()).toContain('您未办的有：');
    expect(lastText()).not.toContain('年度报告');
    expect(await world.part('编制年度报告', '办公室')).toMatchObject({ state: 'open', replies: [] });
  });

  it('a duty without an end is not closed, and a row that was past at birth asks for its day', async () => {
    await zhang().writes('完成 4');
    expect(lastText()).toContain('长期坚持');
    await zhang().writes('完成 6');
    expect(lastText()).toContain('请写完成日期');
    await zhang().writes('完成 6 3月20日');
    expect(await world.part('检查整改', '法规科')).toMatchObject({ state: 'reported', closedOn: '2026-03-20' });
  });

  it('written twice, the second says that it is reported already; several rows at once are refused', async () => {
    await zhang().writes('完成 1');
    await zhang().writes('完成 1');
    expect(lastText()).toContain('由张敏报办结');
    await zhang().writes('完成 1、2');
    expect(lastText()).toContain('一次请写一项');
    expect((await world.part('规范性文件清单', '法规科')).replies).toHaveLength(1);
  });

  it('C13: the same message delivered twice counts once and is answered once', async () => {
    world.emulator.setFaults({ duplicateEvents: true });
    await zhang().writes('完成 1');
    await zhang().writes('撤回');
    expect(zhang().texts()).toHaveLength(2);
    const { replies, state } = await world.part('规范性文件清单', '法规科');
    expect([replies.length, state]).toEqual([1, 'open']);
  });

  it('nothing to take back is said plainly, and nobody takes back what another has said', async () => {
    await zhang().writes('完成 1');
    await world.person('李强').writes('撤回');
    expect(lastText('李强')).toContain('没有可以撤回的答复');
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ state: 'reported' });
    world.clock.pass(24 * 3_600_000 + 1000);
    await zhang().writes('撤回');
    expect(lastText()).toContain('没有可以撤回的答复');
  });

  it('words of a plan or a person never become a mention or a link of the bot', async () => {
    await zhang().writes('完成 <at user_id="all"></at>');
    expect(lastText()).not.toContain('<at');
  });
});

describe('a person asks by words', () => {
  it('逾期 lists only what is overdue, and it can be answered there', async () => {
    await zhang().writes('请看一下我的逾期任务');
    expect(zhang().cardText()).toContain('我的逾期事项');
    expect(zhang().cardText()).toContain('规范性文件清单');
    expect(zhang().cardText()).not.toContain('便民服务事项目录');
    await zhang().presses('办结');
    expect(zhang().cardText()).toContain('已报办结');
  });

  it('逾期 with nothing overdue is one sentence', async () => {
    await world.person('王芳').writes('逾期');
    expect(lastText('王芳')).toContain('没有逾期');
    expect(world.person('王芳').cards()).toHaveLength(0);
  });

  it('审核 opens the desk for the governing office and tells others who reviews', async () => {
    await world.person('孙静').writes('审核');
    expect(world.person('孙静').cards()).toHaveLength(1);
    await zhang().writes('审核');
    expect(lastText()).toContain('局办公室');
  });

  it('登记 answers a person without such rows in one sentence', async () => {
    await zhang().writes('登记');
    expect(lastText()).toContain('无需登记');
  });

  it('an unknown word gets the three most likely commands, never a lecture', async () => {
    await zhang().writes('进站 3 已送审');
    expect(lastText()).toContain('没有看懂');
    expect(lastText()).toContain('“进展 3');
    expect(lastText().match(/“/g)).toHaveLength(4);
    expect(lastText()).not.toContain('审核');
  });

  it('帮助 lists what works, 审核 and 导入 for administrators only', async () => {
    await zhang().writes('怎么用');
    expect(lastText()).toContain('请假');
    expect(lastText()).not.toContain('导入计划');
    await world.person('孙静').writes('幫助');
    expect(lastText('孙静')).toContain('导入计划');
  });

  it.each(['我的任务', '逾期', '完成 1', '撤回', '请假 3天', '销假', '登记', '落实情况 1'])(
    'a stranger who writes %s is told whom to ask, and nothing changes',
    async (word) => {
      await world.person('路人').writes(word);
      expect(lastText('路人')).toContain('通讯录里没有您的联络人信息');
      expect(world.person('路人').cards()).toHaveLength(0);
      expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ replies: [] });
    },
  );
});

describe('words in a group', () => {
  it('C46: are answered briefly, without the names of rows; the person reads the details alone', async () => {
    await world.person('孙静').writes('@督办 完成 5', LEADERS_GROUP);
    expect(groupTexts()).toHaveLength(1);
    expect(groupTexts()[0]).toContain('第 5 项');
    expect(groupTexts()[0]).not.toContain('年度报告');
    expect(lastText('孙静')).toContain('编制年度报告');
    await world.person('孙静').writes('@督办 完成 9', LEADERS_GROUP);
    expect(groupTexts()[1]).toBe('详情已在单聊中告知。');
    expect(lastText('孙静')).toContain('您名下没有第 9 项');
  });
});

describe('the bot’s menu', () => {
  it('does what the words do, in the person’s own chat', async () => {
    await zhang().pressesMenu('my_tasks');
    expect(zhang().cardText()).toContain('我的全部任务');
    await zhang().pressesMenu('overdue');
    expect(zhang().cardText()).toContain('我的逾期事项');
    await zhang().pressesMenu('leave');
    expect(lastText()).toContain('没有看懂请假的日期');
    await zhang().pressesMenu('help');
    expect(lastText()).toContain('待办卡片');
  });

  it('an item that the program does not know brings the help, and the same press twice one answer', async () => {
    world.emulator.setFaults({ duplicateEvents: true });
    await zhang().pressesMenu('toString');
    expect(zhang().texts()).toHaveLength(1);
    expect(lastText()).toContain('待办卡片');
  });

  it('a stranger is told whom to ask', async () => {
    await world.person('路人').pressesMenu('my_tasks');
    expect(lastText('路人')).toContain('通讯录里没有您的联络人信息');
  });
});
