import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { civil } from '../../src/domain/calendar/civil-date.ts';
import type { LedgerIssue } from '../../src/domain/ledger/plan.ts';
import { PLAN_ROWS, planText } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await World.start({ at: '2026-03-30T09:30:00+08:00' });
});

const OTHER_TITLE = '云溪区数据局2026年政务服务工作要点分工方案';

/** A plan that the ledger does not know. */
const newPlan = (rows = PLAN_ROWS) => planText(rows).replace(/^.*工作要点分工方案/, OTHER_TITLE);
const GUIDE = { text: '更新办事指南', owner: '法规科负责', deadline: '5月31日前' };

const planNamed = async (title: string) =>
  (await world.app.deps.ledger.listPlans()).find((plan) => plan.title === title);

const planVersion = async () => {
  const plan = await planNamed(OTHER_TITLE);
  return (await world.app.deps.ledger.listVersions(plan?.id ?? '')).at(-1);
};

describe('an administrator sends a plan to the bot', () => {
  it('and brings it into force: preview, confirmation by every office, publication', async () => {
    const admin = world.person('孙静');
    await admin.sendsFile(
      '要点.txt',
      newPlan([GUIDE, { text: '报送政务信息', owner: '信息中心牵头，办公室配合', deadline: '每月25日前' }]),
    );
    expect(admin.cardText()).toContain('读到 **2** 项任务');
    expect(admin.buttons()).toContain('发各单位核对');
    expect(world.person('张敏').cards()).toHaveLength(0);
    expect(await planNamed(OTHER_TITLE)).toMatchObject({ state: 'draft' });

    const asked = await admin.presses('发各单位核对');
    expect(asked.toast?.content).toContain('已发 2 个单位核对');
    expect(world.person('张敏').cardText()).toContain('更新办事指南');
    expect(world.person('张敏').cardText()).not.toContain('报送政务信息');
    expect(world.person('孙静').cardText()).toContain('未答复：法规科、信息中心');

    await world.person('张敏').presses('确认无误');
    expect(world.person('张敏').cardText()).toContain('已确认');
    expect(admin.cardText()).toContain('已核对 **1** / 2');

    await world.person('王芳').presses('提出异议');
    const empty = await world.person('王芳').presses('提交', { form: { reason: '' } });
    expect(empty.toast?.content).toContain('请写明');
    await world.person('王芳').presses('提交', { form: { reason: '应由办公室牵头' } });
    expect(admin.cardText()).toContain('应由办公室牵头');
    const refused = await admin.presses('发布施行');
    expect(refused.toast?.content).toContain('信息中心的异议还没有处理');

    await admin.presses('维持原文');
    const published = await admin.presses('发布施行');
    expect(published.toast?.content).toContain('已施行');
    const plan = await planNamed(OTHER_TITLE);
    expect(plan).toMatchObject({ state: 'published' });
    expect(await world.partLines(plan?.id ?? '')).toEqual([
      '更新办事指南 法规科 2026-05-31 open',
      '报送政务信息 信息中心 2026-01-25 open',
      '报送政务信息 信息中心 2026-02-25 open',
      '报送政务信息 信息中心 2026-03-25 open',
    ]);
    expect(world.person('张敏').cardText()).toContain('核对已结束');
    const late = await world
      .person('张敏')
      .presses('确认无误')
      .catch(() => null);
    expect(late).toBeNull();
  });

  it('who is no administrator reads why not, and nothing is kept', async () => {
    await world.person('张敏').sendsFile('要点.txt', newPlan());
    expect(world.person('张敏').texts().at(-1)).toContain('由管理员或主管机构办理');
    expect(await planNamed(OTHER_TITLE)).toBeUndefined();
  });

  it('that is no plan, and reads what is wrong with the file', async () => {
    await world.person('孙静').sendsFile('通知.txt', '关于放假的通知\n各科室：\n请做好值班安排。\n');
    expect(world.person('孙静').cardText()).toContain('没有读到工作任务');
    await world.person('孙静').sendsFile('空.txt', ' \n');
    expect(world.person('孙静').cardText()).toContain('文件是空的');
    expect(await world.app.deps.ledger.listPlans()).toHaveLength(1);
  });

  it('without a year is asked for it', async () => {
    const admin = world.person('孙静');
    await admin.sendsFile('要点.txt', newPlan().replaceAll('2026年', ''));
    expect(admin.cardText()).toContain('没有写明年度');
    expect((await admin.presses('继续', { form: { year: '去年' } })).toast?.content).toContain('四位数字');
    await admin.presses('继续', { form: { year: '2026' } });
    expect(admin.cardText()).toContain('读到 **2** 项任务');
  });

  it('while the bot stops half-way: the reading is taken up again', async () => {
    const admin = world.person('孙静');
    await admin.sendsFile('要点.txt', newPlan());
    const { ledger } = world.app.deps;
    const [card] = await ledger.findReviewCards({
      subject: (await planVersion())?.id ?? '',
      since: civil('2026-03-01'),
    });
    const uploadId = card?.ui.upload ?? '';
    await ledger.commit({
      at: world.clock.now(),
      uploadChange: { id: uploadId, state: 'waiting', versionId: null },
      audit: [],
    });
    await ledger.claimUpload({ now: world.clock.now(), abandonedAfterMs: 1 });
    await world.killBot();
    await world.startBot();
    await world.pass(3 * 60_000);
    expect(await world.app.deps.ledger.findUpload(uploadId)).toMatchObject({ state: 'read' });
    expect(admin.cardText()).toContain('读到 **2** 项任务');
  });
});

describe('a contradiction in a plan', () => {
  const contradictory = newPlan([
    { text: '发布年度报告，于每年的3月1日前发布', owner: '法规科负责', deadline: '每年2月10日前' },
  ]);
  const issueOf = async (): Promise<LedgerIssue> => {
    const plan = await planNamed(OTHER_TITLE);
    const [version] = await world.app.deps.ledger.listVersions(plan?.id ?? '');
    const issues = await world.app.deps.ledger.loadIssues(version?.id ?? '');
    const found = issues.find(({ kind }) => kind === 'conflict');
    if (!found) throw new Error('no contradiction was found');
    return found;
  };

  it('has to be decided before anything goes out, and the decision is kept with its name', async () => {
    const admin = world.person('孙静');
    await admin.sendsFile('要点.txt', contradictory);
    expect(admin.buttons()).not.toContain('发各单位核对');
    await admin.presses('逐条处理疑点');
    expect(admin.cardText()).toContain('时限前后不一');
    await admin.presses('改为…');
    const unread = await admin.presses('确定', { form: { words: '看情况' } });
    expect(unread.toast?.content).toContain('看不懂时限');
    expect(admin.cardText()).toContain('看不懂时限');
    await admin.presses('确定', { form: { words: '每年3月15日前' } });
    expect(await issueOf()).toMatchObject({ decision: '改为“每年3月15日前”', decidedBy: '孙静' });
    const plan = await planNamed(OTHER_TITLE);
    const [task] = await world.app.deps.ledger.loadTasks(plan?.id ?? '');
    expect(task?.rules).toMatchObject([{ kind: 'every', period: 'year', due: '03-15' }]);
  });

  it('preselects the stricter reading', async () => {
    const admin = world.person('孙静');
    await admin.sendsFile('要点.txt', contradictory);
    await admin.presses('逐条处理疑点');
    expect(admin.cardText()).toContain('从严');
    await admin.presses('按②');
    expect((await issueOf()).decision).toContain('按“');
  });
});

describe('a confirmation', () => {
  it('goes to the deputy where the platform turns the liaison down', async () => {
    const admin = world.person('孙静');
    await admin.sendsFile('要点.txt', newPlan([GUIDE]));
    world.emulator.setFaults({ unreachable: { ou_zhangmin: 230029 } });
    await admin.presses('发各单位核对');
    expect(world.person('张敏').cards()).toHaveLength(0);
    await world.person('李强').presses('确认无误');
    expect(admin.cardText()).toContain('已核对 **1** / 1');
  });

  it('is asked anew where a later decision changes the office’s rows', async () => {
    const admin = world.person('孙静');
    await admin.sendsFile(
      '要点.txt',
      newPlan([GUIDE, { text: '编制公开目录', owner: '各相关科室负责', deadline: '6月30日前' }]),
    );
    await admin.presses('发各单位核对');
    await world.person('张敏').presses('确认无误');
    await admin.presses('逐条处理疑点');
    const at = admin.cardText();
    for (let page = 0; page < 6 && !admin.cardText().includes('待指定'); page += 1) await admin.presses('下一处');
    expect([at.length > 0, admin.cardText()]).toEqual([true, expect.stringContaining('待指定')]);
    await admin.presses('改为…');
    await admin.presses('确定', { form: { words: '法规科、信息中心' } });
    expect(world.person('张敏').cardText()).toContain('共 2 项。请核对');
    expect(world.person('王芳').cardText()).toContain('编制公开目录');
  });
});
