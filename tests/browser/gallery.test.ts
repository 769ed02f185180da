import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/emulator/card-json/card-tree.ts';
import { cardFaults } from './support/card-faults.ts';
import { aCardWall, goldenCards } from './support/card-wall.ts';
import { type Client, SCREENS } from './support/client.ts';

const GOLDENS = goldenCards();

/** What this gallery must never let pass. */
const BAD = 'bad';

const wall = aCardWall([...GOLDENS, { name: BAD, card: badCard() }]);

describe.each(SCREENS)('every card in every state, at a $screen', (screen) => {
  let client: Client;
  beforeAll(async () => {
    client = await wall.open(screen);
  });
  afterAll(() => client.close());

  it('a card with faults does not pass', async () => {
    const faults = (await cardFaults(wall.cardIn(client, BAD))).join('\n');
    for (const fault of ['text is cut', 'more than 3 buttons', 'not meant to be read: **', 'overlap']) {
      expect(faults).toContain(fault);
    }
  });

  it.each(GOLDENS)('$name is drawn whole, with nothing cut, overlapping or unreadable', async ({ name }) => {
    const card = wall.cardIn(client, name);
    await card.screenshot({ path: `tests/screenshots/gallery-${screen.screen}-${name}.png`, animations: 'disabled' });
    expect(await cardFaults(card)).toEqual([]);
    // What is folded has to be readable as well.
    if (await card.evaluate(openPanels)) expect(await cardFaults(card)).toEqual([]);
    expect(client.complaints).toEqual([]);
  });
});

function badCard(): JsonObject {
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
