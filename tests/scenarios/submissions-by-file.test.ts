import { afterEach, describe, expect, it } from 'vitest';
import { PLAN_ROWS, type PlanRow } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';
import type { WorldPerson } from '../support/world-person.ts';

const ROWS = [{ text: '加强政策解读', owner: '法规科、办公室负责', deadline: '每年图文解读数量不少于2个' }];

const DOCX = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00, 0xff]);
const NAME = '数据条例图文解读.docx';
const COPY = `${NAME} 504b030400ff`;
const FORM = { matter: '图文解读', title: '数据条例图文解读', link: '', date: '2026-03-17 +0800' };

let world: World;
afterEach(() => world.stop());

async function onWednesday(rows: readonly PlanRow[] = ROWS) {
  world = await World.start({ at: '2026-03-18T10:00:00+08:00', rows });
}

const person = (name: string) => world.person(name);

/** `matter title file link state` of everything, newest event first. */
async function records() {
  const found = await world.app.deps.quotas.findSubmissions({});
  return found.map(({ matter, title, file, link, state }) => `${matter} ${title} ${file?.name} ${link} ${state}`);
}

/** `name bytes` of what the bot sent. */
function filesOf(who: WorldPerson) {
  return who.files().map(({ name, bytes }) => `${name} ${Buffer.from(bytes).toString('hex')}`);
}

/** 张敏 of 法规科 has submitted {@link NAME}. */
async function submitted() {
  await onWednesday();
  await person('张敏').sendsFile(NAME, DOCX);
  await person('张敏').presses('提交', { form: FORM });
}

describe('a liaison submits a file', () => {
  it('gets the form with the file and a title, submits without a link, and it counts once it is accepted', async () => {
    await onWednesday();
    const [zhang, sun] = [person('张敏'), person('孙静')];
    await zhang.sendsFile(NAME, DOCX);
    expect(zhang.cardText()).toContain(`附件：${NAME}`);
    expect(JSON.stringify(zhang.card().content)).toContain('"default_value":"数据条例图文解读"');
    expect(zhang.buttons()).toEqual(['提交', '取消']);
    expect(await records()).toEqual([]);

    const sent = await zhang.presses('提交', { form: FORM });
    expect(sent.toast).toMatchObject({ type: 'success', content: '已收到，待局办公室审核' });
    expect(zhang.cardText()).toContain(`附件：${NAME}`);
    expect(zhang.buttons()).toEqual(['查看附件', '撤回', '再报一条', '本月报送']);

    await sun.writes('审核报送');
    expect(sun.cardText()).toContain(`法规科 · 图文解读 · 3月17日 · 附件：${NAME}`);
    const asked = await sun.presses('查看附件');
    expect(asked.toast).toMatchObject({ type: 'success', content: '附件随后发给您' });
    expect(filesOf(sun)).toEqual([COPY]);
    await sun.presses('采用');
    expect(zhang.cardText()).toContain('本年 图文解读合计 采用 1/2（还差 1 个）');
    expect(await records()).toEqual([`图文解读 数据条例图文解读 ${NAME} null accepted`]);
  });

  it('keeps the file while something else on the form is mended', async () => {
    await onWednesday();
    const zhang = person('张敏');
    await zhang.sendsFile(NAME, DOCX);
    const refused = await zhang.presses('提交', { form: { ...FORM, title: '' } });
    expect(refused.toast).toMatchObject({ content: '请填写标题' });
    expect(zhang.cardText()).toContain(`附件：${NAME}`);
    await zhang.presses('提交', { form: FORM });
    expect(await records()).toHaveLength(1);
  });

  it('the form of 报送 says that a file will do, and what was typed there stays', async () => {
    await onWednesday();
    const zhang = person('张敏');
    await zhang.writes('报送 数据条例');
    expect(zhang.cardText()).toContain('没有链接的，把文件发到这里');
    const typed = JSON.stringify(zhang.card(0).content);
    await zhang.sendsFile(NAME, DOCX);
    expect(zhang.cards()).toHaveLength(2);
    expect(JSON.stringify(zhang.card(0).content)).toBe(typed);
  });

  it('what was returned is sent in again with its file, or with another', async () => {
    await submitted();
    const [zhang, sun] = [person('张敏'), person('孙静')];
    await sun.writes('审核报送');
    await sun.presses('退回');
    await sun.presses('查看附件');
    expect(sun.buttons()).toContain('确认退回');
    await sun.presses('确认退回', { form: { reasons: ['other'], note: '图看不清' } });
    await zhang.presses('修改再报', { card: 0 });
    expect(zhang.cardText()).toContain(`附件：${NAME}`);
    await zhang.presses('取消');
    await zhang.sendsFile('新图.pdf', DOCX);
    await zhang.presses('提交', { form: FORM });
    expect((await records()).filter((line) => line.endsWith('submitted'))).toEqual([
      '图文解读 数据条例图文解读 新图.pdf null submitted',
    ]);
  });
});

describe('the file of a submission', () => {
  it('is opened by the colleagues of its office too, and other offices see nothing of it', async () => {
    await submitted();
    const [li, wang] = [person('李强'), person('王芳')];
    await li.writes('本月报送');
    await li.presses('查看附件');
    expect(filesOf(li)).toEqual([COPY]);

    await wang.writes('本月报送');
    expect(wang.cardText()).not.toContain(NAME);
    expect(wang.buttons()).not.toContain('查看附件');
  });

  it('comes once, though 查看附件 is pressed twice', async () => {
    await submitted();
    const sun = person('孙静');
    await sun.writes('审核报送');
    await sun.presses('查看附件');
    await sun.presses('查看附件');
    expect(sun.files()).toHaveLength(1);
    await world.pass(120_000);
    await sun.presses('查看附件');
    expect(sun.files()).toHaveLength(2);
  });

  it('that was recalled cannot be opened, and the reviewer reads whom to ask', async () => {
    await submitted();
    const [zhang, sun] = [world.emulator.as('ou_zhangmin'), person('孙静')];
    const message = zhang.messages().find(({ msgType }) => msgType === 'file');
    zhang.recall(message?.messageId ?? '');
    await sun.writes('审核报送');
    await sun.presses('查看附件');
    expect(sun.files()).toEqual([]);
    expect(sun.texts().at(-1)).toBe(
      `附件“${NAME}”已取不到：发送人可能撤回了文件，或平台已不再保存。请联系张敏（法规科）另行提供。`,
    );
  });
});

describe('a file from somebody else', () => {
  it('who has no quota to fill, no office, or is not known: a sentence, and nothing is kept', async () => {
    await onWednesday(PLAN_ROWS);
    await person('王芳').sendsFile('要点.docx', DOCX);
    expect(person('王芳').texts()).toEqual([
      '没有收下“要点.docx”：计划没有要求信息中心报送，有链接的可以发“报送 标题 链接”；导入计划由管理员或主管机构办理。',
    ]);
    await person('赵磊').sendsFile('要点.docx', DOCX);
    expect(person('赵磊').texts().at(-1)).toContain('您名下没有处室');
    await person('路人').sendsFile('要点.docx', DOCX);
    expect(person('路人').texts().at(-1)).toContain('通讯录里没有您的联络人信息');
    expect(await records()).toEqual([]);
    expect(await world.app.deps.ledger.listPlans()).toHaveLength(1);
  });

  it('who administers is read as a plan; what can be none is for 报送', async () => {
    await onWednesday();
    const sun = person('孙静');
    await sun.sendsFile('通知.txt', '关于放假的通知\n各科室：\n请做好值班安排。\n');
    expect(sun.cardText()).toContain('没有读到工作任务');
    await sun.writes('报送');
    expect(sun.cardText()).not.toContain('把文件发到这里');
    await sun.sendsFile('解读视频.mp4', DOCX);
    expect(sun.cardText()).toContain('附件：解读视频.mp4');
    await sun.presses('提交', { form: FORM });
    expect(await records()).toEqual(['图文解读 数据条例图文解读 解读视频.mp4 null submitted']);
  });
});

describe('a picture or a voice message', () => {
  it('is answered with what helps whoever sent it', async () => {
    await onWednesday();
    await person('张敏').sendsOther('image');
    expect(person('张敏').texts().at(-1)).toBe('看不了图片。要报送的，请作为文件发来，或发“报送 标题 链接”。');
    await person('孙静').sendsOther('media');
    expect(person('孙静').texts().at(-1)).toContain('看不了视频。请把工作要点作为文件发来');
    await person('赵磊').sendsOther('audio');
    expect(person('赵磊').texts().at(-1)).toBe('看不了语音。发“帮助”，看可以发什么。');
  });
});
