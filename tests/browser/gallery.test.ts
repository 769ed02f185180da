import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { appIdOf, PlainApp, startTestEmulator } from '../support/test-emulator.ts';
import { cardFaults } from './support/card-faults.ts';
import { type Client, SCREENS } from './support/client.ts';
import { aBrowser } from './support/suite.ts';

const FOLDER = new URL('../golden/', import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));
const READER = 'ou_reader';
/** Higher than any card, so that a picture shows the whole of it. */
const HEIGHT = 2400;

/** What this gallery must never let pass. */
const BAD = 'bad';

const openWindow = aBrowser();

let emulator: Emulator;
const messages = new Map<string, string>();

beforeAll(async () => {
  emulator = await startTestEmulator({
    tenant: { name: '某局', users: [{ openId: READER, name: '张敏', title: '法规处 联络人' }], groups: [] },
    rateLimits: 'off',
  });
  const app = new PlainApp(emulator.url, appIdOf(1));
  await app.signIn();
  const send = async (name: string, card: object) => {
    const { body } = await app.send(READER, card);
    if (body.code !== 0) throw new Error(`${name} is refused: ${body.msg}`);
    messages.set(name, String(body.data?.message_id));
  };
  // Parsed first: the golden file's own line breaks would count as the platform's bytes.
  for (const name of NAMES) await send(name, JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')));
  await send(BAD, badCard());
});
afterAll(() => emulator.close());

describe.each(SCREENS)('every card in every state, at a $screen', (screen) => {
  let client: Client;
  beforeAll(async () => {
    client = await openWindow(screen, emulator.url);
    await client.page.setViewportSize({ width: screen.width, height: HEIGHT });
    await client.page.goto(`${emulator.url}/?as=${READER}`);
    await client.page.getByTestId('chat-item').first().click();
    await client.cards.nth(NAMES.length).waitFor();
  });
  afterAll(() => client.close());
  const cardOf = (name: string) => client.page.locator(`[data-message-id="${messages.get(name)}"]`).getByTestId('card');

  it('a card with faults does not pass', async () => {
    const faults = (await cardFaults(cardOf(BAD))).join('\n');
    for (const fault of ['text is cut', 'more than 3 buttons', 'not meant to be read: **', 'overlap']) {
      expect(faults).toContain(fault);
    }
  });

  it.each(NAMES)('%s is drawn whole, with nothing cut, overlapping or unreadable', async (name) => {
    const card = cardOf(name);
    await card.screenshot({ path: `tests/screenshots/gallery-${screen.screen}-${name}.png`, animations: 'disabled' });
    expect(await cardFaults(card)).toEqual([]);
    // What is folded has to be readable as well.
    if (await card.evaluate(openPanels)) expect(await cardFaults(card)).toEqual([]);
    expect(client.complaints).toEqual([]);
  });
});

function badCard(): object {
  const text = (content: string) => ({ tag: 'plain_text', content });
  const button = (margin: string) => ({ tag: 'button', text: text('这个按钮上的字太长'.repeat(3)), margin });
  const column = { tag: 'column', width: 'weighted', weight: 1, elements: [button('0px')] };
  return {
    schema: '2.0',
    header: { title: text('**标题**') },
    body: {
      elements: [
        { tag: 'column_set', columns: [column, column, column, column] },
        button('0px 0px -20px 0px'),
        button('0px'),
      ],
    },
  };
}

/** Runs in the page. @returns whether there are any */
function openPanels(node: unknown): boolean {
  const card = node as { querySelectorAll(selector: string): Iterable<{ open: boolean }> };
  const panels = [...card.querySelectorAll('details')];
  for (const panel of panels) panel.open = true;
  return panels.length > 0;
}
