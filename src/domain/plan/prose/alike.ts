import { pairsOf, plainKey } from '../similar-texts.ts';
import { readMarker } from './markers.ts';

/** Finds which of some texts says the same as another one: its position, or null. */
export type FindAlike = (text: string) => number | null;

const ALIKE = 0.6;
/** Shorter texts share their words by chance. */
const SHORTEST = 8;
const LONGEST_FIRST = 120;
const MOST_UNLIKE_IN_SIZE = 4;
const SHORTEST_NAME = 4;
/** Pairs of characters that stand in more texts tell nothing apart. */
const MOST_PLACES = 300;

/** Compares by the pairs of characters that two texts share, so that small changes of wording do not matter. */
export function findAlikeIn(texts: readonly string[]): FindAlike {
  const places = new Map<number, number[]>();
  const sizes = texts.map((text, at) => {
    const pairs = pairsOf(plainKey(text));
    for (const pair of pairs) {
      const known = places.get(pair);
      if (!known) places.set(pair, [at]);
      else if (known.length < MOST_PLACES) known.push(at);
    }
    return pairs.size;
  });
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const byHead = new Map<string, { at: number; key: string }[]>();
  texts.forEach((text, at) => {
    const key = plainKey(text);
    if (key.length < SHORTEST_NAME || key.length > 2 * SHORTEST) return;
    const head = key.slice(0, SHORTEST_NAME);
    const known = byHead.get(head);
    if (!known) byHead.set(head, [{ at, key }]);
    else if (known.length < MOST_PLACES) known.push({ at, key });
  });
  const byKey = new Map<string, number | null>();
  texts.forEach((text, at) => {
    const key = plainKey(text);
    byKey.set(key, byKey.has(key) ? null : at);
  });
  return (text) => alikeTo(text) ?? byKey.get(firstWords(text)) ?? null;

  function alikeTo(text: string): number | null {
    const pairs = pairsOf(plainKey(text));
    if (pairs.size < SHORTEST) return sameName(plainKey(text), byHead);
    if (pairs.size > largest * MOST_UNLIKE_IN_SIZE) return null;
    const shared = new Map<number, number>();
    for (const pair of pairs) for (const at of places.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    let best: { at: number; share: number } | null = null;
    for (const [at, count] of shared) {
      const size = sizes[at] ?? 0;
      const smaller = Math.min(pairs.size, size);
      if (smaller < SHORTEST || smaller * MOST_UNLIKE_IN_SIZE < Math.max(pairs.size, size)) continue;
      const share = count / smaller;
      if (share >= ALIKE && (!best || share > best.share || (share === best.share && at < best.at)))
        best = { at, share };
    }
    return best?.at ?? null;
  }
}

/** The run-in heading or first sentence of a clause, as a key: it may be all that a table says of it. */
function firstWords(text: string): string {
  const head = text.slice(0, LONGEST_FIRST);
  const words = head.slice(readMarker(head)?.length ?? 0);
  const key = plainKey(words.split(/[。.：:；;，,]/)[0] ?? '');
  return key.length < SHORTEST_NAME ? '' : key;
}

/** Short items are the same where one begins with the other: 网站信箱 and 网站信箱留言. */
function sameName(
  key: string,
  byHead: ReadonlyMap<string, readonly { readonly at: number; readonly key: string }[]>,
): number | null {
  const near = byHead.get(key.slice(0, SHORTEST_NAME)) ?? [];
  const same = near.find((other) => other.key === key);
  const begun = near.filter((other) => other.key.startsWith(key) || key.startsWith(other.key));
  return same?.at ?? (begun.length === 1 ? (begun[0]?.at ?? null) : null);
}
