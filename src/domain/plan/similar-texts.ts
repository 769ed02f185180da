import { fold } from './phrases/fold.ts';

/** Texts that can be asked which of them is like another one; built once, asked often. */
export interface TextIndex {
  readonly pairs: readonly ReadonlySet<number>[];
  /** The texts that each pair of characters stands in. */
  readonly holders: ReadonlyMap<number, readonly number[]>;
}

/** Fewer pairs of characters than that say nothing. */
const FEWEST_PAIRS = 4;
/** Chinese characters are told at once, before the long tables of all letters and digits. */
const NOT_WORDS = /(?:(?![\u4e00-\u9fff])[^\p{L}\p{N}])+/gu;
const UNIT = 0x10000;

export function indexTexts(texts: readonly string[]): TextIndex {
  const pairs = texts.map((text) => pairsOf(plainKey(text)));
  const holders = new Map<number, number[]>();
  pairs.forEach((own, at) => {
    for (const pair of own) {
      const known = holders.get(pair);
      if (known) known.push(at);
      else holders.set(pair, [at]);
    }
  });
  return { pairs, holders };
}

/**
 * The indexed texts that are at least so much like a text, with their likeness, 0 … 1: twice the common pairs of characters over
 * the pairs of both (Dice); spaces, width and punctuation aside.
 *
 * A text that is like enough shares one of the rarest pairs, so that only the holders of these are compared: thousands of rows
 * that repeat the same phrases cost no more than others.
 *
 * @param least over 0
 */
export function likeness(index: TextIndex, text: string, least: number): ReadonlyMap<number, number> {
  const own = pairsOf(plainKey(text));
  const found = new Map<number, number>();
  if (own.size < FEWEST_PAIRS) return found;
  for (const at of candidates(index, own, least)) {
    const other = index.pairs[at];
    if (!other) continue;
    const alike = shareOf(own, other);
    if (alike >= least) found.set(at, alike);
  }
  return found;
}

/** Holders of the pairs of which a text that is like enough must have one: as many of the rarest as it may lack, and one more. */
function candidates({ holders }: TextIndex, own: ReadonlySet<number>, least: number): ReadonlySet<number> {
  const common = Math.ceil((own.size * least) / (2 - least));
  const rarest = [...own]
    .map((pair) => holders.get(pair) ?? [])
    .sort((a, b) => a.length - b.length)
    .slice(0, own.size - common + 1);
  const found = new Set<number>();
  for (const texts of rarest) for (const at of texts) found.add(at);
  return found;
}

function shareOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [smaller, larger] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const pair of smaller) if (larger.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** 0 … 1 for two texts. */
export function likenessOf(a: string, b: string): number {
  const [left, right] = [plainKey(a), plainKey(b)];
  if (left === right) return 1;
  const [pairs, others] = [pairsOf(left), pairsOf(right)];
  return pairs.size === 0 || others.size === 0 ? 0 : shareOf(pairs, others);
}

/** Letters and digits only, folded: two prints of the same words have the same key. */
export function plainKey(text: string): string {
  return wordsOf(fold(text));
}

/** The same of words that are folded. */
export function wordsOf(folded: string): string {
  return folded.replace(NOT_WORDS, '');
}

/** Each pair of neighbouring characters, as one number. */
export function pairsOf(key: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < key.length; at += 1) pairs.add(key.charCodeAt(at) * UNIT + key.charCodeAt(at + 1));
  return pairs;
}
