import { describe, expect, it } from 'vitest';
import { type Client, SCREENS } from './support/client.ts';
import { aBrowser, aDemo } from './support/suite.ts';

const openWindow = aBrowser();

describe.each(SCREENS)('leaders and the clock at a $screen', (screen) => {
  let client: Client;
  const programs = aDemo(openWindow, screen, (opened) => {
    client = opened;
  });

  it('the leadership group reads four numbers and what each of them counts', async () => {
    await client.looksAs('程岳川');
    await client.opensChat('政务公开领导小组');
    await client.card.waitFor();
    const digest = await client.textOf();
    expect(digest).toContain('政务公开工作周报 · 3月23日—29日');
    for (const name of ['办结率', '逾期未办', '上周办结', '本周到期']) {
      expect(digest, name).toMatch(new RegExp(`${name}\\s+\\d+ [%件]`));
      expect(digest, name).toMatch(new RegExp(`口径：.*${name}＝`));
    }
    await client.picture('11-digest');
  });

  it('whoever looks at the chat with the bot and becomes somebody else sees that person’s chat with it', async () => {
    await client.looksAs('林晚照');
    await client.opensChat('督办');
    await client.card.waitFor();
    await client.page.getByTestId('who').selectOption({ label: '温若谷（联络人A）' });
    await client.card.getByText('行政审批科 · 共 3 件').waitFor();
    expect(await client.page.title()).toContain('温若谷');
  });

  it('the next working morning brings a new card, and the old one says so and still works', async () => {
    await client.looksAs('温若谷');
    await client.opensChat('督办');
    await client.card.waitFor();
    await client.jumpsToNextMorning();
    await client.cards.nth(1).waitFor();
    await client.page.getByTestId('clock-now').getByText('3月31日 周二').waitFor();
    expect(await client.textOf()).toContain('政务公开待办 · 3月31日（周二）');
    const old = client.cards.first();
    await old.getByText('这张卡片已于 3月31日更新，以下是当前状态').waitFor();
    await old.evaluate((card) => card.scrollIntoView());
    await client.picture('12-old-card');

    await client.button('更新主动公开目录', '办结', old).click();
    await client.toast('已记录，局办公室审核后销号');
    await client.button('更新主动公开目录', '撤回', client.card).waitFor();
    expect(await programs.part('更新主动公开目录', '行政审批科')).toMatchObject({ state: 'reported' });
  });

  it('over a holiday the next working morning is the first one after it', async () => {
    await client.looksAs('温若谷');
    await client.opensChat('督办');
    await client.jumpsTo('2026-04-03T09:30');
    await client.page.getByTestId('clock-now').getByText('4月3日 周五').waitFor();
    await client.jumpsToNextMorning();
    await client.page.getByTestId('clock-now').getByText('4月7日 周二').waitFor();
    await client.card.getByText('政务公开待办 · 4月7日（周二）').waitFor();
    expect(await client.textOf()).toMatch(/建立政策问答库.*\n应于 4月2日（周四）完成，已逾期 2 个工作日/);
    await client.picture('13-after-the-holiday');
  });
});
