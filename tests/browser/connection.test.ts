import { afterAll, expect, it } from 'vitest';
import { SCREENS } from './support/client.ts';
import { Programs } from './support/programs.ts';
import { aBrowser } from './support/suite.ts';

const openWindow = aBrowser();
const programs = new Programs();
afterAll(() => programs.stop());

it('the page says whether a bot is connected, and that the emulator is gone', async () => {
  const emulator = await programs.start(['emulator', '--port', '0'], /LARK_APP_ID/);
  const client = await openWindow(SCREENS[0], emulator.url);
  await client.looksAs('沈知遥');
  const light = client.page.getByTestId('bot-light');
  const word = client.page.getByText('未连接');
  await word.waitFor();
  await client.picture('14-no-bot');

  const bot = await programs.start(['start'], /督办机器人已启动/, {
    LARK_DOMAIN: emulator.url,
    LARK_APP_ID: 'cli_00000000000000d1',
    LARK_APP_SECRET: 'demo-secret',
  });
  await word.waitFor({ state: 'hidden' });
  expect(await light.getAttribute('aria-label')).toBe('机器人在线');
  await client.opensChat('督办');
  await client.sends('帮助');
  await client.message('请联系').waitFor();

  expect(await bot.stop()).toBe(0);
  await word.waitFor();
  await client.sends('还在吗');
  await client.message('还在吗').waitFor();
  await client.picture('15-bot-stopped');
  expect(client.complaints).toEqual([]);

  expect(await emulator.stop()).toBe(0);
  await client.page.getByTestId('server-gone').waitFor();
  await client.close();
});
