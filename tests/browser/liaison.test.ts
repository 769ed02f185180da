import { describe, expect, it } from 'vitest';
import { type Client, SCREENS } from './support/client.ts';
import { aBrowser, aDemo } from './support/suite.ts';

const OFFICE = '组织人事科（政策法规科）';
const CLEANING = '清理行政规范性文件';
const TEMPLATE = '把好公文公开属性关';
const CATALOGUE = '编制重大行政决策事项目录';

const openWindow = aBrowser();

describe.each(SCREENS)('a liaison at a $screen', (screen) => {
  let client: Client;
  const programs = aDemo(openWindow, screen, async (opened) => {
    client = opened;
    await client.looksAs('林晚照');
  });

  it('is told in the chat list what is pressing, and sees this morning’s card', async () => {
    await client.chat('督办').getByTestId('unread').waitFor();
    await client.chat('督办').getByText('4 件待办，2 件逾期').waitFor();
    await client.picture('01-chat-list');
    await client.opensChat('督办');
    expect(await client.textOf()).toContain(`政务公开待办 · 3月30日（周一）`);
    expect(await client.textOf()).toContain(`${OFFICE} · 共 4 件`);
    await client.picture('02-morning-card');
  });

  it('reports 办结 with one press and takes it back with another', async () => {
    await client.opensChat('督办');
    await client.presses(CLEANING, '办结');
    await client.toast('已记录，局办公室审核后销号');
    const undo = client.button(CLEANING, '撤回');
    await undo.waitFor();
    expect(await client.textOf()).toMatch(/✓ 5　清理行政规范性文件.*\n已报办结 · 林晚照/);
    expect(await client.textOf()).toContain('共 3 件');
    expect(await programs.part(CLEANING, OFFICE)).toMatchObject({ state: 'reported', replies: [{ undone: false }] });
    await undo.scrollIntoViewIfNeeded();
    await client.picture('03-reported');

    await undo.click();
    await client.toast('已撤回，恢复为“待办”');
    await client.button(CLEANING, '办结').waitFor();
    expect(await programs.part(CLEANING, OFFICE)).toMatchObject({ state: 'open', replies: [{ undone: true }] });
  });

  it('answers one row, not the next one too, when 办结 is pressed twice quickly', async () => {
    await client.opensChat('督办');
    const before = await programs.count(OFFICE, 'reported');
    await client.button(CLEANING, '办结').dblclick();
    await client.toast('已记录');
    await client.button(CLEANING, '撤回').waitFor();
    // The slower double click, whose second half meets what the card now shows in that place.
    await client.pressesAsSecondHalf(TEMPLATE, '办结');
    await client.button(TEMPLATE, '办结').waitFor();
    expect(await programs.count(OFFICE, 'reported')).toBe(before + 1);
    await client.presses(CLEANING, '撤回');
    await client.toast('已撤回');
  });

  it('fills in 填进展, which survives a look into another chat and is then on the card', async () => {
    await client.opensChat('督办');
    await client.presses(CLEANING, '填进展');
    await client.page.getByLabel('一句话').fill('已核对 12 件，3 件待法制审核');
    await client.picture('04-progress-form');
    await client.goesBack();
    await client.opensChat('政务公开联络人');
    await client.picture('05-empty-group');
    await client.goesBack();
    await client.opensChat('督办');
    expect(await client.page.getByLabel('一句话').inputValue()).toBe('已核对 12 件，3 件待法制审核');

    await client.card.locator('select[name=percent]').selectOption({ label: '60 %' });
    await client.page.getByRole('button', { name: '提交' }).click();
    await client.toast('已记录进展 60 %');
    await client.card.getByText('填进展：已核对 12 件，3 件待法制审核').waitFor();
    expect(await client.textOf()).toContain('办理中 60 %');
    const { state, replies } = await programs.part(CLEANING, OFFICE);
    expect(state).toBe('working');
    expect(replies.filter(({ undone }) => !undone)).toMatchObject([{ note: '已核对 12 件，3 件待法制审核' }]);
    await client.card.getByText('填进展：').scrollIntoViewIfNeeded();
    await client.picture('06-progress');
  });

  it('gets 有困难 without a sentence back with everything else that was typed', async () => {
    await client.opensChat('督办');
    await client.presses(TEMPLATE, '有困难');
    await client.page.getByLabel('需要谁协调（可不填）').fill('区司法局');
    await client.page.getByRole('button', { name: '提交' }).click();
    await client.toast('请用一句话写明困难');
    await client.card.getByText('请用一句话写明困难').waitFor();
    expect(await client.page.getByLabel('需要谁协调（可不填）').inputValue()).toBe('区司法局');
    expect(await programs.part(TEMPLATE, OFFICE)).toMatchObject({ state: 'open', replies: [] });
    await client.picture('07-trouble-refused');

    await client.page.reload();
    await client.page.getByLabel('困难（必填）').fill('新模板与公文系统不兼容');
    await client.page.getByRole('button', { name: '提交' }).click();
    await client.toast('已记录困难');
    await client.card.getByText('报困难：新模板与公文系统不兼容；需区司法局协调').waitFor();
    expect(await programs.part(TEMPLATE, OFFICE)).toMatchObject({ state: 'blocked' });
  });

  it('gets the whole list for 我的全部任务, and help for a word', async () => {
    await client.opensChat('督办');
    await client.page.getByTestId('messages').getByRole('button', { name: '我的全部任务' }).click();
    await client.cards.nth(1).waitFor();
    expect(await client.textOf()).toContain('我的全部任务 · 3月30日（周一）');
    expect(await client.textOf()).toMatch(/未办结 \d+ · 已办结 \d+/);
    await client.card.evaluate((card) => card.scrollIntoView());
    await client.picture('09-my-tasks');

    await client.sends('帮助');
    await client.message('在卡片上直接答复。也可以发：').waitFor();
    await client.picture('10-help');
  });

  it('is shown the current state when an old button is pressed', async () => {
    await client.opensChat('督办');
    const morning = client.cards.first();
    await morning.waitFor();
    // Lists of the tests before stand in the chat already.
    const list = client.cards.nth(await client.cards.count());
    await client.page.getByTestId('messages').getByRole('button', { name: '我的全部任务' }).click();
    await list.waitFor();
    // The other card cannot be brought up to date meanwhile, so its buttons stay old.
    await client.platformIs('unavailable');
    await client.button(CATALOGUE, '办结', morning).click();
    await client.button(CATALOGUE, '撤回', morning).waitFor();

    await client.button(CATALOGUE, '填进展', list).click();
    await client.toast('由林晚照报办结');
    await client.picture('08-old-button');
    await client.button(CATALOGUE, '填进展', list).waitFor({ state: 'detached' });
    await client.platformIs(null);
    const { state, replies } = await programs.part(CATALOGUE, OFFICE);
    expect([state, replies.length]).toEqual(['reported', 1]);
  });

  it('keeps unsent words in each chat apart', async () => {
    await client.opensChat('督办');
    await client.types('没写完的话');
    await client.goesBack();
    await client.opensChat('政务公开联络人');
    expect(await client.page.getByTestId('composer').inputValue()).toBe('');
    await client.goesBack();
    await client.opensChat('督办');
    expect(await client.page.getByTestId('composer').inputValue()).toBe('没写完的话');
  });
});
