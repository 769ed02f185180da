import { numberText } from '../doc/number-text.ts';
import type { ListLevel, ListUse } from './list-definitions.ts';

/** Word's older code of each number format. Source: [MS-OSHARED] 2.2.1.3; ECMA-376 part 1, 17.18.59. */
const CODES: Readonly<Record<string, number>> = {
  decimal: 0,
  upperRoman: 1,
  lowerRoman: 2,
  upperLetter: 3,
  lowerLetter: 4,
  ideographDigital: 10,
  japaneseCounting: 11,
  decimalFullWidth: 14,
  decimalEnclosedCircle: 18,
  decimalFullWidth2: 19,
  decimalZero: 22,
  bullet: 23,
  decimalEnclosedFullstop: 26,
  decimalEnclosedParen: 27,
  decimalEnclosedCircleChinese: 28,
  ideographEnclosedCircle: 29,
  ideographTraditional: 30,
  ideographZodiac: 31,
  taiwaneseCounting: 33,
  ideographLegalTraditional: 34,
  taiwaneseCountingThousand: 35,
  taiwaneseDigital: 36,
  chineseCounting: 37,
  chineseLegalSimplified: 38,
  chineseCountingThousand: 39,
  none: 255,
};
const DECIMAL = 0;
const MAX_NUMBER = 32_767;
/** After these the text follows without a blank. */
const ENDS_ITSELF = /[\s、，。．.:：;；)）\]】》〉」』]$/;

/** Counts the numbered paragraphs of a document in their order. */
export class ListCounter {
  readonly #lists: ReadonlyMap<string, ListUse>;
  /** By list: the last number of each level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(lists: ReadonlyMap<string, ListUse>) {
    this.#lists = lists;
  }

  /** Which of a list's levels belongs to a style. */
  levelOfStyle(numId: string, styleIds: readonly string[]): number | undefined {
    for (const styleId of styleIds) {
      for (const [at, level] of this.#lists.get(numId)?.levels ?? []) if (level.styleId === styleId) return at;
    }
    return undefined;
  }

  /** The number of the next paragraph as Word prints it, with the blank behind it; '' for bullets and without a number. */
  next(numId: string, at: number): string {
    const use = this.#lists.get(numId);
    const level = use?.levels.get(at);
    if (!use || !level) return '';
    const counts = this.#counts.get(use.listId) ?? [];
    this.#counts.set(use.listId, counts);
    const start = this.#startOf(use, numId, at);
    counts[at] = Math.min(MAX_NUMBER, start ?? (counts[at] ?? level.start - 1) + 1);
    for (const [deeper, { restartsAfter }] of use.levels) {
      if (deeper > at && at < (restartsAfter ?? deeper)) counts[deeper] = undefined;
    }
    const text = printed(use, level, counts);
    return text === '' || level.follow === 'nothing' || ENDS_ITSELF.test(text) ? text : `${text} `;
  }

  /** What the first paragraph of a use with a start of its own begins with. */
  #startOf(use: ListUse, numId: string, at: number): number | undefined {
    const start = use.starts.get(at);
    const key = `${numId}/${at}`;
    if (start === undefined || this.#started.has(key)) return undefined;
    this.#started.add(key);
    return start;
  }
}

function printed(use: ListUse, level: ListLevel, counts: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return '';
  return level.pattern
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const of = use.levels.get(at);
      if (!of) return '';
      const value = counts[at] ?? use.starts.get(at) ?? of.start;
      if (of.format === 'none' || of.format === 'bullet') return '';
      if (of.digits > 1) return String(value).padStart(of.digits, '0');
      return numberText(value, level.isLegal ? DECIMAL : (CODES[of.format] ?? DECIMAL));
    })
    .replace(/[\ue000-\uf8ff]/g, '')
    .trim();
}
