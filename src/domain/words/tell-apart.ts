import { foldWords } from './fold-words.ts';

/** Several things that one number means, each with the words that could tell it from the others: its office, period, date, text. */
export type Labelled = readonly string[];

/**
 * The shortest words that tell each from all others, to be written behind the number; the whole of the labels where no single one
 * does. A label is no use where another thing has one that begins with it.
 */
export function tellApart(things: readonly Labelled[]): readonly string[] {
  return things.map((labels, index) => {
    const others = things
      .filter((_, other) => other !== index)
      .flat()
      .map(compact);
    const own = labels.filter((label) => {
      const key = compact(label);
      return key !== '' && !others.some((other) => other.startsWith(key) || (other !== '' && key.startsWith(other)));
    });
    const shortest = own.toSorted((a, b) => Array.from(a).length - Array.from(b).length)[0];
    return shortest ?? labels.join(' ');
  });
}

/**
 * Those that the words behind a number choose, and the words that are left then. One label after another may be written; words
 * that are none choose nothing.
 */
export function chooseByWords(
  things: readonly Labelled[],
  words: string,
): { readonly chosen: readonly number[]; readonly rest: string } {
  let chosen = things.map((_, index) => index);
  let rest = words.trim();
  for (;;) {
    const fits = chosen.flatMap((index) =>
      (things[index] ?? []).map((label) => ({ index, length: lengthOfLabel(rest, label) })),
    );
    const longest = Math.max(0, ...fits.map(({ length }) => length));
    if (longest === 0) return { chosen, rest };
    chosen = [...new Set(fits.filter(({ length }) => length === longest).map(({ index }) => index))];
    rest = rest.slice(longest).replace(/^[\s,，:：;；、的]+/u, '');
  }
}

/** How many characters of the words are this label, whatever spaces stand between; 0 where they begin otherwise. */
function lengthOfLabel(words: string, label: string): number {
  const wanted = compact(label);
  if (wanted === '') return 0;
  const folded = foldWords(words);
  let matched = 0;
  for (let place = 0; place < folded.length; place += 1) {
    const character = folded.charAt(place);
    if (/\s/u.test(character)) continue;
    if (character !== wanted.charAt(matched)) return 0;
    matched += 1;
    if (matched === wanted.length) return place + 1;
  }
  return 0;
}

function compact(label: string): string {
  return foldWords(label).replace(/\s/gu, '');
}
