import type { CardJson } from './card.ts';

/**
 * What the platform takes: 30 KB of UTF-8 and 200 tagged objects. We stay below in bytes, because the card travels as a quoted
 * string and it is not documented on which side of the quoting the platform measures.
 * Source: Feishu open platform, "send message" and "Card JSON 2.0 structure".
 */
export const CARD_LIMITS = { bytes: 27_000, elements: 200 } as const;

/** Bytes of the card's JSON in UTF-8, and how many tagged objects (components, columns, icons, texts) it holds. */
export function cardSize(card: CardJson): { readonly bytes: number; readonly elements: number } {
  return { bytes: new TextEncoder().encode(JSON.stringify(card)).length, elements: countTagged(card) };
}

export function fitsCard(card: CardJson): boolean {
  const size = cardSize(card);
  return size.bytes <= CARD_LIMITS.bytes && size.elements <= CARD_LIMITS.elements;
}

function countTagged(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = !Array.isArray(value) && 'tag' in value && typeof value.tag === 'string' ? 1 : 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + countTagged(inner), own);
}
