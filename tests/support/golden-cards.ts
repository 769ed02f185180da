import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { fitsCard } from '../../src/cards/card-size.ts';
import { findCardFault } from '../../src/emulator/card-json/card-rules.ts';
import type { CardJson } from '../../src/ports/chat-gateway.ts';

const FOLDER = resolve(import.meta.dirname, '../golden');

/** Every card stands in a file as it was reviewed (the browser draws these files), and the platform takes it. */
export function itIsAsReviewed(cards: Readonly<Record<string, CardJson>>): void {
  it.each(Object.entries(cards))('%s is drawn as reviewed', async (name, card) => {
    await expect(`${JSON.stringify(card, null, 2)}\n`).toMatchFileSnapshot(`${FOLDER}/${name}.json`);
  });

  it.each(Object.entries(cards))('%s is a card that the platform takes', (_, card) => {
    expect(findCardFault(card, () => true)).toBeNull();
    expect(fitsCard(card)).toBe(true);
  });
}
