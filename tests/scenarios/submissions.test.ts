import { afterEach, describe, expect, it } from 'vitest';
import { World } from '../support/world.ts';

const ROWS = [
  { text: '各科室每月报送政务新闻类信息不少于2条', owner: '各科室负责', deadline: '12月31日前' },
  { text: '组织举办新闻发布会', owner: '办公室负责', deadline: '每月组织举办两场发布会' },
];

const NEWS = 'https://www.yunxi.gov.cn/xw/1.html';

let world: World;
afterEach(() => world.stop());

async function onWednesday() {
  world = await World.start({ at: '2026-03-18T10:00:00+08:00', rows: ROWS });
  return { zhang: world.person('张敏'), sun: world.person('孙静'), wang: world.person('王芳') };
}

/** `title office state` of everything, newest event first. */
async function records() {
  const found = await world.app.deps.quotas.findSubmissions({});
  return found.map(
    ({ matter, title, eventOn, state, credits }) => `${matter} ${title} ${eventOn} ${state} ${credits.length}`,
  );
}

describe('a liaison submits in words', () => {
  it('is answered at once with where the office stands', async () => {
    const { zhang } = await onWednesday();
    await zhang.writes(`报送 区数据局召开推进会 ${NEWS} 3月17日`);

    expect(zhang.cardText()).toContain('已收到，待局办公室审核 · 本月 信息 采用 0/2（还差 2 条）');
    expect(zhang.cardText()).toContain('区数据局召开推进会');
    expect(zhang.buttons()).toEqual(['撤回', '再报一条', '本月报送']);
    expect(await records()).toEqual(['信息 区数据局召开推进会 2026-03-17 submitted 1']);
  });

  it('a press conference may be registered for a coming day, an item of news may not', async () => {
    const { sun } = await onWednesday();
    await sun.writes('发布会 2026-03-25 公共数据授权运营解读');
    expect(sun.cardText()).toContain('本月 发布会合计 采用 0/2（还差 2 场）');
    await sun.writes(`报送 下周的会 ${NEWS} 3月25日`);
    await sun.writes(`报送 下周的会 ${NEWS} 2026年3月25日`);
    expect(sun.cardText()).toContain('还没有到');
    expect(await records()).toContain('发布会 公共数据授权运营解读 2026-03-25 submitted 1');
  });

  it('gets the form with what was said where something is missing, and mends it there', async () => {
    const { zhang } = await onWednesday();
    await zhang.writes('报送 区数据局召开推进会');
    expect(zhang.cardText()).toContain('请填写公开页面的链接');
    expect(JSON.stringify(zhang.card().content)).toContain('区数据局召开推进会');
    expect(await records()).toEqual([]);

    const refused = await zhang.presses('提交', {
      form: { matter: '信息', title: '区数据局召开推进会', link: '没有', date: '2026-03-17 +0800' },
    });
    expect(refused.toast).toMatchObject({ type: 'warning', content: expect.stringContaining('链接打不开') });
    expect(JSON.stringify(zhang.card().content)).toContain('区数据局召开推进会');

    const form = { matter: '信息', title: '区数据局召开推进会', link: NEWS, date: '2026-03-17 +0800' };
    const draft = zhang.draft('提交', { form });
    const sent = await zhang.presses('提交', { form });
    expect(sent.toast).toMatchObject({ type: 'success', content: '已收到，待局办公室审核' });
    const again = await world.emulator.as(zhang.openId).click(draft);
    expect(again.toast).toMatchObject({ content: '这条已收到，无需重复提交' });
    expect(await records()).toHaveLength(1);
  });

  it('报送 alone brings the form; 取消 records nothing', async () => {
    const { zhang } = await onWednesday();
    await zhang.writes('报送');
    expect(zhang.buttons()).toEqual(['提交', '取消']);
    await zhang.presses('取消');
    expect(zhang.buttons()).toEqual(['再报一条', '本月报送']);
    expect(await records()).toEqual([]);
  });

  it('takes it back and puts it back; a withdrawn one is not counted as 报送', async () => {
    const { zhang } = await onWednesday();
    await zhang.writes(`报送 推进会 ${NEWS}`);
    await zhang.presses('撤回');
    expect(zhang.cardText()).toContain('已撤回');
    expect(await records()).toEqual(['信息 推进会 2026-03-18 withdrawn 1']);
    await zhang.presses('恢复');
    expect(await records()).toEqual(['信息 推进会 2026-03-18 submitted 1']);
  });

  it('a stranger and somebody without an office are told why', async () => {
    await onWednesday();
    const stranger = world.person('路人');
    await stranger.writes(`报送 推进会 ${NEWS}`);
    expect(stranger.texts().at(-1)).toContain('通讯录里没有您的联络人信息');
    const leader = world.person('赵磊');
    await leader.writes(`报送 推进会 ${NEWS}`);
    expect(leader.texts().at(-1)).toContain('您名下没有处室');
  });
});

describe('the reviewer', () => {
  it('accepts, and every open copy says so; 更正 takes it back', async () => {
    const { zhang, sun } = await onWednesday();
    await zhang.writes(`报送 推进会 ${NEWS}`);
    await zhang.writes('本月报送');
    await sun.writes('审核报送');
    expect(sun.cardText()).toContain('待审核 1 条');
    const answer = await sun.presses('采用');
    expect(answer.toast).toMatchObject({ type: 'success', content: '已采用' });
    expect(sun.buttons()).toContain('更正');
    expect(zhang.cardText(0)).toContain('本月 信息 采用 1/2（还差 1 条）');
    expect(zhang.cardText(0)).toContain('已采用');
    expect(zhang.cardText(1)).toContain('采用 1/2');
    expect(zhang.buttons(0)).not.toContain('撤回');

    await sun.presses('更正');
    expect(zhang.cardText(0)).toContain('采用 0/2');
    expect(await records()).toEqual(['信息 推进会 2026-03-18 submitted 1']);
  });

  it('returns with a reason that the office reads, and the office mends it', async () => {
    const { zhang, sun } = await onWednesday();
    await zhang.writes(`报送 推进会 ${NEWS}`);
    await sun.writes('审核报送');
    await sun.presses('退回');
    await sun.presses('取消');
    expect(sun.buttons().slice(0, 2)).toEqual(['采用', '退回']);
    await sun.presses('退回');
    const missing = await sun.presses('确认退回', { form: { note: '打不开' } });
    expect(missing.toast).toMatchObject({ content: '请选择退回理由' });
    expect(JSON.stringify(sun.card().content)).toContain('打不开');
    await sun.presses('确认退回', { form: { reasons: ['link-broken'], note: '提示 404' } });
    expect(zhang.cardText(0)).toContain('已退回：链接打不开：提示 404');
    await zhang.presses('修改再报', { card: 0 });
    expect(JSON.stringify(zhang.card().content)).toContain(NEWS);
  });

  it('is shown what is likely a repetition, and 本页全部采用 leaves it out', async () => {
    const { zhang, wang, sun } = await onWednesday();
    await zhang.writes(`报送 区数据局召开公共数据推进会 ${NEWS}`);
    await wang.writes('报送 公共数据推进会在区里召开 http://yunxi.gov.cn/xw/1.html?utm_source=wx#top');
    expect(wang.cardText()).toContain('疑似重复：与法规科 3月18日“区数据局召开公共数据推进会”链接相同');
    await wang.writes('报送 政务服务事项清单公布 https://yunxi.gov.cn/xw/2.html');
    await sun.writes('审核报送');
    const answer = await sun.presses('本页全部采用');
    expect(answer.toast).toMatchObject({ content: '已采用 2 条；1 条疑似重复，请逐条核对' });
    expect((await records()).filter((line) => line.includes('submitted'))).toHaveLength(1);
  });

  it('splits a joint item between the offices that made it', async () => {
    const { zhang, sun, wang } = await onWednesday();
    await zhang.writes('报送');
    const office = (await world.app.deps.directory.load()).offices.find(({ name }) => name === '信息中心');
    await zhang.presses('提交', {
      form: { matter: '信息', title: '联合推进会', link: NEWS, date: '2026-03-17 +0800', joint: [office?.id] },
    });
    expect(zhang.cardText()).toContain('联合信息中心');
    await sun.writes('审核报送');
    expect(sun.buttons().slice(0, 3)).toEqual(['采用', '退回', '拆分计数']);
    await sun.presses('拆分计数');
    await sun.presses('采用');
    await wang.writes('本月报送');
    expect(wang.cardText()).toContain('采用 0.5/2');
    expect(await records()).toEqual(['信息 联合推进会 2026-03-17 accepted 2']);
    await sun.presses('合并计数');
    expect(wang.cardText()).toContain('采用 0/2');
  });

  it('what is still to be held waits outside the queue', async () => {
    const { sun } = await onWednesday();
    await sun.writes('发布会 3月25日 公共数据授权运营解读');
    await sun.writes('审核报送');
    expect(sun.cardText()).toContain('没有待审核的报送，另有 1 项已登记、尚未举行');
    await world.advanceTo('2026-03-25T15:00:00+08:00');
    await sun.writes('审核报送');
    expect(sun.cardText()).toContain('待审核 1 条');
  });

  it('a liaison gets no queue', async () => {
    const { zhang } = await onWednesday();
    await zhang.writes('审核报送');
    expect(zhang.texts().at(-1)).toContain('报送由主管机构（局办公室）审核');
  });

  it('decides after the close as well: it is shown as 更正, and the office can no longer withdraw', async () => {
    const { zhang, sun } = await onWednesday();
    await world.advanceTo('2026-03-30T10:00:00+08:00');
    await zhang.writes(`报送 推进会 ${NEWS} 3月18日`);
    expect(zhang.cardText()).toContain('迟报');
    const draft = zhang.draft('撤回');
    await world.advanceTo('2026-04-08T10:00:00+08:00');
    const late = await world.emulator.as(zhang.openId).click(draft);
    expect(late.toast).toMatchObject({ content: '3月已关账，不能自行撤回。如需更正，请联系局办公室。' });
    await sun.writes('审核报送');
    expect(sun.cardText()).toContain('该月已关账：采用后列为更正');
    await sun.presses('采用');
    expect(sun.cardText()).toContain('更正');
    expect(await records()).toEqual(['信息 推进会 2026-03-18 accepted 1']);
  });
});

describe('本月报送', () => {
  it('shows counters and submissions, eight a page', async () => {
    const { zhang } = await onWednesday();
    for (let n = 1; n <= 9; n += 1) await zhang.writes(`报送 第${n}期简报刊发 https://yunxi.gov.cn/xw/${n}.html`);
    await zhang.pressesMenu('my_quotas');
    expect(zhang.cardText()).toContain('本月 信息　报送 9 · 采用 0/2 · 还差 2 条');
    expect(zhang.cardText()).toContain('第 1 页，共 2 页');
    await zhang.presses('下一页');
    expect(zhang.buttons()).toEqual(['撤回', '上一页', '再报一条', '上月', '刷新']);
    await zhang.presses('上月');
    expect(zhang.cardText()).toContain('2月还没有报送');
  });

  it('零报告 is refused where a minimum applies, and the sentence names it', async () => {
    const { zhang } = await onWednesday();
    await zhang.writes('零报告 信息');
    expect(zhang.texts().at(-1)).toBe('信息要求每月不少于 2 条，不能零报告；确有困难，请联系局办公室');
    expect(await records()).toEqual([]);
  });
});
