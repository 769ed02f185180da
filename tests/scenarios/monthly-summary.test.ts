import { afterEach, describe, expect, it } from 'vitest';
import { formatInstant, instantFromMs, instantOf } from '../../src/domain/calendar/civil-date.ts';
import { detailsButton, pressedBy } from '../support/bureau-with-leaders.ts';
import { aSubmission } from '../support/quotas.ts';
import type { PlanRow } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

const QUOTA: PlanRow = { text: '加强信息报送', owner: '各科室负责', deadline: '各科室每月报送信息不少于2条' };
const PRESS: PlanRow = { text: '办好新闻发布会', owner: '办公室负责', deadline: '每月组织举办1场发布会' };

/** April's fourth working day: the first three close March. */
const NINE = '2026-04-07T09:00:00+08:00';

async function atNine(rows: readonly PlanRow[] = [QUOTA, PRESS]): Promise<void> {
  world = await World.start({ at: '2026-03-10T10:00:00+08:00', rows });
  await accepts('法规科', '2026-03-11');
  await accepts('法规科', '2026-03-12');
  await accepts('信息中心', '2026-03-13');
  await accepts('办公室', '2026-03-18', '发布会', '数据开放');
  await world.advanceTo('2026-04-07T08:59:00+08:00');
  await world.advanceTo(NINE);
}

/** An accepted submission, as the reviewer's desk leaves it. */
async function accepts(officeName: string, on: string, matter = '信息', title = `${on} 动态`): Promise<string> {
  const { ledger, directory, ids } = world.app.deps;
  const { offices } = await directory.load();
  const office = offices.find(({ name }) => name === officeName);
  if (!office) throw new Error(`no office ${officeName}`);
  const id = ids.next('submission');
  const at = instantFromMs(Math.max(world.clock.now(), instantOf(`${on}T17:00+08:00`)));
  const done = [['accept', formatInstant(at)] as const];
  const submission = aSubmission(on, { id, matter, title, officeId: office.id, submittedAt: at, done });
  await ledger.commit({ at: world.clock.now(), newSubmissions: [submission], audit: [] });
  return id;
}

/** The reviewer returns what was accepted, now. */
async function returns(id: string): Promise<void> {
  const { ledger, quotas, ids, clock } = world.app.deps;
  const submission = await quotas.findSubmission(id);
  if (!submission) throw new Error(`no submission ${id}`);
  const act = {
    id: ids.next('act'),
    at: clock.now(),
    personId: 'p',
    personName: '孙静',
    kind: 'return' as const,
    reason: '内容不实：失实',
    reasons: ['untrue'] as const,
  };
  await ledger.commit({
    at: clock.now(),
    submissionActs: [
      { submissionId: id, expectedVersion: submission.version, act, state: 'returned', credits: submission.credits },
    ],
    audit: [],
  });
}

const zhao = () => world.person('赵磊');
const sun = () => world.person('孙静');
const titles = () =>
  world.leadersGroup().map(({ content }) => {
    return (content as { header?: { title?: { content?: string } } }).header?.title?.content ?? '';
  });
const monthlyInGroup = () => titles().filter((title) => title.includes('月度汇总'));

describe('the summary of a month', () => {
  it('is drafted once the month is closed, goes to those who approve, and to nobody else', async () => {
    await atNine();
    expect(zhao().cardText()).toContain('请审定 · 政务公开月度汇总 · 2026年3月');
    expect(zhao().cardText()).toContain('报送 3 条，采用 3 条；达标 1 / 3 个单位');
    expect(zhao().cardText()).toContain('3月18日　数据开放');
    expect(sun().cardText()).toContain('请审定');
    expect(
      world
        .person('张敏')
        .cards()
        .some(({ content }) => JSON.stringify(content).includes('月度汇总')),
    ).toBe(false);
    expect(monthlyInGroup()).toEqual([]);
  });

  it('is posted to the group once it is approved, and only once; the first press wins', async () => {
    await atNine();
    const late = sun().draft('同意发布');
    const { toast } = await zhao().presses('同意发布');
    expect(toast).toMatchObject({ type: 'success', content: '2026年3月汇总已同意发布，即发领导小组群' });
    expect(monthlyInGroup()).toEqual(['政务公开月度汇总 · 2026年3月']);
    expect(sun().cardText()).toContain('赵磊 4月7日 09:00 同意发布');
    expect((await pressedBy(world, 'ou_sunjing', late)).toast?.text).toBe('赵磊已于 4月7日 09:00 同意发布，无需再点');
    await world.settle();
    expect(monthlyInGroup()).toHaveLength(1);
  });

  it('can be approved by nobody who merely got hold of the card', async () => {
    await atNine();
    const press = zhao().draft('同意发布');
    expect((await pressedBy(world, 'ou_zhangmin', press)).toast?.text).toContain('您不在其中');
    expect((await pressedBy(world, 'ou_stranger', press)).toast?.text).toContain('通讯录里没有您的信息');
    expect(monthlyInGroup()).toEqual([]);
  });

  it('is not posted where it is refused, says why, and can be drafted anew', async () => {
    await atNine();
    await zhao().presses('不发');
    const empty = await zhao().presses('提交', { form: { reason: ' ' } });
    expect(empty.toast?.content).toBe('请写明不发的原因');
    await zhao().presses('提交', { form: { reason: '采用数待核' } });
    expect(zhao().cardText()).toContain('赵磊 4月7日 09:00 不同意发布：采用数待核');
    expect(monthlyInGroup()).toEqual([]);
    await accepts('信息中心', '2026-03-27');
    await zhao().presses('重新起草');
    expect(zhao().cardText()).toContain('达标 2 / 3 个单位');
    await zhao().presses('同意发布');
    expect(monthlyInGroup()).toEqual(['政务公开月度汇总 · 2026年3月']);
  });

  it('keeps the numbers that were approved: a change afterwards is a correction, approved like it', async () => {
    await atNine();
    await zhao().presses('同意发布');
    const [wrong] = await world.app.deps.quotas.findSubmissions({ matter: '信息', officeIds: [await idOf('法规科')] });
    await world.advanceTo('2026-04-20T10:00:00+08:00');
    await returns(wrong?.id ?? '');
    await world.advanceTo('2026-05-09T09:00:00+08:00');
    const drafts = zhao()
      .cards()
      .map(({ content }) => JSON.stringify(content));
    const correction = drafts.findIndex((text) => text.includes('请审定 · 更正'));
    expect(zhao().cardText(correction)).toContain('法规科信息采用：由 2 改为 1');
    expect(zhao().cardText(correction)).toContain('信息报送达标单位：由 1 改为 0');
    expect(zhao().cardText(correction)).toContain('采用改为退回');
    expect(drafts.some((text) => text.includes('请审定 · 政务公开月度汇总 · 2026年4月'))).toBe(true);
    await zhao().presses('同意发布', { card: correction });
    expect(monthlyInGroup()).toEqual(['政务公开月度汇总 · 2026年3月', '更正 · 政务公开月度汇总 · 2026年3月']);
  });

  it('corrects at once what changed while the draft waited', async () => {
    await atNine();
    await accepts('信息中心', '2026-03-27');
    await world.pass(60_000);
    await zhao().presses('同意发布');
    const correction = sun()
      .cards()
      .findIndex(({ content }) => JSON.stringify(content).includes('请审定 · 更正'));
    expect(sun().cardText(correction)).toContain('信息中心信息采用：由 1 改为 2');
  });
});

describe('查看明细 of a month', () => {
  const LATE: PlanRow = { text: '公布规范性文件清单', owner: '法规科负责', deadline: '2026年3月27日前' };

  /** The summary is posted; 张敏 reports the late row afterwards, and one item of her office is returned. */
  async function postedAndChanged(): Promise<void> {
    await atNine([QUOTA, PRESS, LATE]);
    await zhao().presses('同意发布');
    await world.advanceTo('2026-04-08T10:00:00+08:00');
    await world.person('张敏').writes('完成 3');
    const [wrong] = await world.app.deps.quotas.findSubmissions({ matter: '信息', officeIds: [await idOf('法规科')] });
    await returns(wrong?.id ?? '');
  }

  it('gives a leader, in their own chat, the rows behind each number as they were when it was drafted', async () => {
    await postedAndChanged();
    const answer = await pressedBy(world, 'ou_zhaolei', detailsButton(world));
    expect(answer.toast?.text).toBe('已发给您，请看下面的新卡片');
    await world.settle();
    expect(zhao().cardText()).toContain('2026年3月明细 · 逾期未办 1 件');
    expect(zhao().cardText()).toContain('截至 4月7日 09:00，与汇总相同');
    expect(zhao().cardText()).toMatch(/公布规范性文件清单[\s\S]*待办 · 4月8日已报办结/);
    await zhao().presses('采用 3');
    expect(zhao().cardText()).toContain('法规科　2 条');
    expect(zhao().cardText()).toContain('信息中心　1 条');
    expect(zhao().cardText()).toMatch(/2026-03-12 动态[\s\S]*已采用 · 现为已退回/);
    await zhao().presses('发布会 1');
    expect(zhao().cardText()).toContain('数据开放');
    await zhao().presses('当月办结 0');
    expect(zhao().cardText()).toContain('没有这样的事项');
  });

  it('gives everybody else the rows of their own offices alone, and says so', async () => {
    await postedAndChanged();
    await pressedBy(world, 'ou_wangfang', detailsButton(world));
    await world.settle();
    const wang = world.person('王芳');
    expect(wang.cardText()).toContain('逾期未办 0 件');
    expect(wang.cardText()).toContain('只列您所在单位（信息中心）的事项，不等于汇总的合计');
    await wang.presses('采用 1');
    expect(wang.cardText()).toContain('信息中心　1 条');
    expect(wang.cardText()).not.toContain('法规科');
  });

  it('can be asked for by whoever approves, before the summary is posted', async () => {
    await atNine([QUOTA, PRESS, LATE]);
    await sun().presses('查看明细');
    expect(sun().cardText()).toContain('2026年3月明细 · 逾期未办 1 件');
    expect(monthlyInGroup()).toEqual([]);
  });

  it('turns eight rows a page, each office with its whole count', async () => {
    await atNine();
    for (const day of [16, 17, 18, 19, 20, 23, 24, 25]) await accepts('信息中心', `2026-03-${day}`);
    await zhao().presses('不发');
    await zhao().presses('提交', { form: { reason: '采用数待核' } });
    await zhao().presses('重新起草');
    await zhao().presses('查看明细');
    await zhao().presses('采用 11');
    expect(zhao().cardText()).toContain('信息中心　9 条');
    expect(zhao().cardText().match(/动态/g)).toHaveLength(8);
    await zhao().presses('下一页');
    expect(zhao().cardText()).toContain('信息中心　9 条');
    expect(zhao().cardText().match(/动态/g)).toHaveLength(3);
  });

  it('tells a stranger that they are in no list', async () => {
    await postedAndChanged();
    const reply = await pressedBy(world, 'ou_stranger', detailsButton(world));
    expect(reply.toast?.text).toContain('通讯录里没有您');
  });
});

describe('a bureau without', () => {
  it.each([['a quota', [{ text: '公开部门预算', owner: '办公室负责', deadline: '4月30日前' }], 'no-quota']])(
    '%s gets no summary, and the record says why',
    async (_, rows, why) => {
      world = await World.start({ at: '2026-04-07T08:59:00+08:00', rows });
      await world.advanceTo(NINE);
      expect(zhao().cards()).toEqual([]);
      const slots = await world.app.deps.schedules.lastSlots();
      expect(slots.find(({ schedule }) => schedule === 'monthly-summary')?.report).toMatchObject({ queued: 0, why });
    },
  );
});

async function idOf(name: string): Promise<string> {
  const { offices } = await world.app.deps.directory.load();
  return offices.find((office) => office.name === name)?.id ?? '';
}
