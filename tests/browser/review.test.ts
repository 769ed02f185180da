import { readFile } from 'node:fs/promises';
import { describe, it } from 'vitest';
import { type Client, SCREENS } from './support/client.ts';
import { aBrowser, aDemo } from './support/suite.ts';

const SAMPLE = new URL('../../samples/plan.txt', import.meta.url);

const openWindow = aBrowser();

describe.each(SCREENS)('an administrator at a $screen', (screen) => {
  let client: Client;
  aDemo(openWindow, screen, async (opened) => {
    client = opened;
    await client.looksAs('顾青禾');
    await client.opensChat('督办');
    // Their own card of the morning comes first: from here on the newest card is what the test has asked for.
    await client.card.getByText('督办事项').first().waitFor();
  });

  it('sends a plan, decides its 疑点, asks the offices and looks at the changes of a plan in force', async () => {
    const text = await readFile(SAMPLE, 'utf8');
    const send = async (name: string, content: string) => {
      await client.page
        .getByTestId('file-field')
        .setInputFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(content) }]);
    };
    await send('新计划.txt', text.replaceAll('政务公开工作要点', '政务服务工作要点'));
    await client.card.getByText('发各单位核对').last().waitFor();
    await client.picture('21-review-overview');
    await client.card.getByText('逐条处理疑点').last().click();
    await client.card.getByText('回总览').last().waitFor();
    await client.picture('22-review-issue');
    await client.card.getByText('回总览').last().click();
    await client.card.getByText('发各单位核对').last().click();
    await client.card.getByText('计划核对中').last().waitFor();
    await client.picture('23-review-asked');

    await send('修订.txt', text.replace('2026年4月2日前', '2026年5月8日前'));
    await client.card.getByText('确认变更').last().waitFor();
    await client.picture('24-review-changes');

    await client.looksAs('林晚照');
    await client.opensChat('督办');
    await client.card.getByText('确认无误').last().waitFor();
    await client.picture('25-confirmation');
    await client.card.getByText('提出异议').last().click();
    await client.card.getByText('提交').last().waitFor();
    await client.picture('26-objection');
  });
});
