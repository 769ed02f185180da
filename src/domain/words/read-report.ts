import { foldWords } from './fold-words.ts';

/** What a person says about a row in one line. */
export interface SaidReport {
  readonly note: string;
  /** As typed, without the sign: whether it is a possible one is not decided here. */
  readonly percent: string | null;
  /** The first address; null where there is none. */
  readonly link: string | null;
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s，。；、！？“”（）《》]+/iu;
const PERCENT = /(\d{1,3})\s*%|百分之\s*(\d{1,3})/u;
const BARE = /^(\d{1,3})(?=[\s,;、.]|$)|(?:^|\s)(\d{1,3})$/u;

/**
 * Takes a line such as `已送审，60% https://…` apart. A percentage at either end leaves the sentence; one in its middle is read and
 * stays where it is. A bare number at either end is a percentage too.
 */
export function readReport(words: string): SaidReport {
  const address = ADDRESS.exec(words)?.[0] ?? null;
  const sentence = address === null ? words : words.replace(address, ' ');
  const folded = foldWords(sentence);
  const found = PERCENT.exec(folded) ?? BARE.exec(folded);
  if (!found) return { note: tidied(sentence), percent: null, link: address };
  const before = sentence.slice(0, found.index);
  const after = sentence.slice(found.index + found[0].length);
  const atAnEnd = tidied(before) === '' || tidied(after) === '';
  return {
    note: atAnEnd ? tidied(`${before} ${after}`) : tidied(sentence),
    percent: found[1] ?? found[2] ?? null,
    link: address,
  };
}

/** Without marks and spaces at the ends; a full stop behind a sentence stays. */
function tidied(words: string): string {
  return words.replace(/^[\s,，;；:：、。.]+|[\s,，;；:：、]+$/gu, '').replace(/\s+/gu, ' ');
}
