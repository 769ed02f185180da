import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Client, SCREENS } from './support/client.ts';
import { aBrowser, aDemo } from './support/suite.ts';

const FILE = { name: '城市运行动态.docx', mimeType: 'application/octet-stream', buffer: Buffer.alloc(20_000, 'x') };

const openWindow = aBrowser();

describe.each(SCREENS)('a liaison with a file at a $screen', (screen) => {
  let client: Client;
  aDemo(openWindow, screen, async (opened) => {
    client = opened;
    await client.looksAs('林晚照');
    await client.opensChat('督办');
    await client.card.waitFor();
  });

  it('reports it without typing a word, and the reviewer opens the very file and accepts it', async () => {
    await client.page.getByTestId('file-field').setInputFiles([FILE]);
    await client.card.getByText('附件：城市运行动态.docx').waitFor();
    await client.picture('31-report-form');
    await client.card.getByRole('button', { name: '提交' }).click();
    await client.toast('已收到');
    await client.card.getByRole('button', { name: '查看附件' }).waitFor();
    await client.picture('32-report-received');

    await client.looksAs('顾青禾');
    await client.opensChat('督办');
    await client.sends('审核报送');
    await client.card.getByText('城市运行动态').first().waitFor();
    await client.presses('城市运行动态', '查看附件');
    await client.toast('附件随后发给您');
    const copy = client.page.getByTestId('messages').locator('a.file').last();
    await copy.getByText('城市运行动态.docx').waitFor();
    await client.picture('33-report-opened');
    const [saved] = await Promise.all([client.page.waitForEvent('download'), copy.click()]);
    expect(FILE.buffer.equals(await readFile(await saved.path()))).toBe(true);
    await client.presses('城市运行动态', '采用');
    await client.card.getByText('已采用').first().waitFor();
    await client.picture('34-report-accepted');
  });
});
