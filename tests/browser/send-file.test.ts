import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { held } from '../support/held.ts';
import { PNG } from '../support/hostile-documents.ts';
import { reviewCard } from '../support/review-card.ts';
import { FAGUI, PlainApp, PlainBot, startTestEmulator } from '../support/test-emulator.ts';
import { type Client, SCREENS } from './support/client.ts';
import { aBrowser, aDemo } from './support/suite.ts';

const NAME = '关于印发“临江县2026年政务公开工作要点”分工方案的通知（征求意见稿）.docx';
const FILE = { name: NAME, mimeType: 'application/octet-stream', buffer: Buffer.alloc(1_500_000, 'x') };
const PHOTO = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(PNG) };

const openWindow = aBrowser();

describe.each(SCREENS)('a person with a file at a $screen', (screen) => {
  let client: Client;
  aDemo(openWindow, screen, async (opened) => {
    client = opened;
    await client.looksAs('林晚照');
    await client.opensChat('督办');
    // Or this morning's card might pass for an answer.
    await client.card.waitFor();
  });

  /** The bot's messages that came after this one of the person. */
  const answersTo = (words: string) =>
    client.page.locator(
      `xpath=//*[@data-testid='message'][contains(., '${words}')]/following-sibling::*[@data-sender='app']`,
    );

  it('attaches it, sees its name and size, gets an answer and can save it again', async () => {
    const chooser = client.page.waitForEvent('filechooser');
    await client.page.getByTestId('attach').click();
    await (await chooser).setFiles(FILE);
    const row = client.page.getByTestId('messages').locator('a.file').last();
    await row.getByText('1.4 MB').waitFor();
    expect(await row.textContent()).toContain(NAME);
    await answersTo('征求意见稿').first().waitFor();
    await client.picture('11-file-sent');

    const [saved] = await Promise.all([client.page.waitForEvent('download'), row.click()]);
    expect(saved.suggestedFilename()).toContain('征求意见稿');
    expect(FILE.buffer.equals(await readFile(await saved.path()))).toBe(true);
  });

  it('sees how far a slow upload has come, and may read another chat meanwhile', async () => {
    const upload = held();
    await client.page.route('**/emulator/file?*', async (route) => {
      await upload.waiting;
      await route.continue();
    });
    await client.page.getByTestId('file-field').setInputFiles([FILE, { ...FILE, name: '附件2.xlsx' }]);
    const uploads = client.page.getByTestId('uploads');
    await uploads.getByText('附件2.xlsx').waitFor();
    expect(await uploads.getByRole('progressbar').count()).toBe(2);
    await client.picture('12-file-under-way');
    await client.goesBack();
    await client.opensChat('政务公开联络人');
    upload.letGo();
    await uploads.waitFor({ state: 'hidden' });
    expect(await client.page.getByTestId('messages').getByText('附件2.xlsx').count()).toBe(0);
    await client.goesBack();
    await client.opensChat('督办');
    await client.message('附件2.xlsx').waitFor();
  });

  it('drops it on the chat', async () => {
    const transfer = await client.page.evaluateHandle(() => {
      const { DataTransfer, File } = globalThis as unknown as {
        DataTransfer: new () => { items: { add(file: unknown): void } };
        File: new (parts: string[], name: string) => unknown;
      };
      const carried = new DataTransfer();
      carried.items.add(new File(['一、公开'], '拖来的要点.txt'));
      return carried;
    });
    const zone = client.page.locator('.chat-body');
    await zone.dispatchEvent('dragenter', { dataTransfer: transfer });
    await client.picture('13-file-dropping');
    await zone.dispatchEvent('drop', { dataTransfer: transfer });
    await client.message('拖来的要点.txt').waitFor();
    await answersTo('拖来的要点').first().waitFor();
  });

  it('is told what a picture is not', async () => {
    await client.page.getByTestId('file-field').setInputFiles(PHOTO);
    await client.message('看不了图片').waitFor();
    await client.picture('14-photo-sent');
  });
});

describe.each(SCREENS)('a card to go through a plan with, at a $screen', (screen) => {
  it('shows every component, asks before it sends, and hands over what was filled in', async () => {
    const emulator = await startTestEmulator();
    const bot = await PlainBot.connect(emulator, ({ header }) =>
      header.event_type === 'card.action.trigger'
        ? { code: 200, data: { toast: { type: 'success', content: '已确定' } } }
        : { code: 200 },
    );
    const app = new PlainApp(emulator.url);
    await app.signIn();
    await app.sentId(FAGUI, reviewCard());
    const client = await openWindow(screen, emulator.url);
    const { page } = client;
    await page.goto(`${emulator.url}/?as=${FAGUI}`);
    await client.opensChat('督办助手');
    await client.card.getByText('政务公开工作要点').waitFor();
    expect(await client.textOf()).not.toMatch(/未知组件|画不出来|缺少 name/);
    await client.picture('15-review-card-end');
    await client.card.evaluate((card) => card.scrollIntoView());
    await client.picture('16-review-card');

    await client.card.locator('select[name=reading]').selectOption({ label: '20 个工作日' });
    await client.card.getByRole('button', { name: '责任单位' }).click();
    await page.getByLabel('信息中心').check();
    await client.picture('17-review-choices');
    await page.keyboard.press('Escape');
    await client.card.locator('input[type=date]').fill('2026-12-31');
    await page.getByLabel('已与责任单位核对').check();
    await page.getByLabel('理由（可不填）').fill('以附件为准\n请知悉');
    await client.card.getByRole('button', { name: '按此确定' }).click();
    await page.getByTestId('confirm').getByText('可以再改').waitFor();
    await client.picture('18-review-confirm');
    await page.getByTestId('confirm-yes').click();
    await client.toast('已确定');
    const pressed = bot.received.map(({ event }) => event).find(({ header }) => header.event_type.startsWith('card'));
    expect(pressed?.event.action).toMatchObject({
      name: 'decide',
      value: { a: 'issue.decide', id: 'i-1' },
      form_value: {
        reading: '20',
        offices: ['ban', 'xin'],
        due: '2026-12-31 +0800',
        sure: true,
        reason: '以附件为准\n请知悉',
      },
    });

    await client.card.getByText('看原文').click();
    await client.card.getByText('自收到之日起 3 个工作日内公开').waitFor();
    await client.card.getByRole('button', { name: '下一页' }).click();
    await client.card.getByText('第 4 项').waitFor();
    expect(client.complaints).toEqual([]);
    await client.close();
    await emulator.close();
  });
});
