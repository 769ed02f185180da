import { readdirSync, readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { JsonObject } from '../../../src/emulator/card-json/card-tree.ts';
import type { Emulator } from '../../../src/emulator/emulator.ts';
import { appIdOf, PlainApp, startTestEmulator } from '../../support/test-emulator.ts';
import type { Client, Screen } from './client.ts';
import { aBrowser } from './suite.ts';

const GOLDENS = new URL('../../golden/', import.meta.url);
const READER = 'ou_reader';
/** Higher than any card, so that a picture shows the whole of it. */
const HEIGHT = 2400;

export interface NamedCard {
  readonly name: string;
  readonly card: JsonObject;
}

/** Our own cards as they are sent, in every state. Parsed: the file's line breaks would count as the platform's bytes. */
export function goldenCards(): readonly NamedCard[] {
  return readdirSync(GOLDENS)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      name: file.replace('.json', ''),
      card: JSON.parse(readFileSync(new URL(file, GOLDENS), 'utf8')) as JsonObject,
    }));
}

/** One reader's chat with all of these cards, for the tests of a file. */
export function aCardWall(cards: readonly NamedCard[]) {
  const openWindow = aBrowser();
  const messages = new Map<string, string>();
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startTestEmulator({
      tenant: { name: '某局', users: [{ openId: READER, name: '张敏', title: '法规处 联络人' }], groups: [] },
      rateLimits: 'off',
    });
    const app = new PlainApp(emulator.url, appIdOf(1));
    await app.signIn();
    for (const { name, card } of cards) {
      const { body } = await app.send(READER, card);
      if (body.code !== 0) throw new Error(`${name} is refused: ${body.msg}`);
      messages.set(name, String(body.data?.message_id));
    }
  });
  afterAll(() => emulator.close());
  return {
    /** A window that shows all of them. */
    open: async (screen: Screen): Promise<Client> => {
      const client = await openWindow(screen, emulator.url);
      await client.page.setViewportSize({ width: screen.width, height: HEIGHT });
      await client.page.goto(`${emulator.url}/?as=${READER}`);
      await client.page.getByTestId('chat-item').first().click();
      await client.cards.nth(cards.length - 1).waitFor();
      return client;
    },
    cardIn: ({ page }: Client, name: string): Locator =>
      page.locator(`[data-message-id="${messages.get(name)}"]`).getByTestId('card'),
  };
}
