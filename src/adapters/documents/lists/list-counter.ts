import { numberText } from './number-text.ts';

/** One level of a list; numbers count from 0. */
export interface ListLevel {
  readonly start: number;
  /** Word's code of the number format, as {@link numberText} takes it. */
  readonly format: number;
  /** How many digits a number has at least. */
  readonly digits: number;
  /** What is printed: words, and the levels whose numbers stand between them. */
  readonly pattern: readonly (string | number)[];
  /** The text follows without a blank, whatever the number ends with. */
  readonly isTight: boolean;
  /** Prints the numbers of the levels above in plain digits. */
  readonly isLegal: boolean;
  /** How many levels above begin it anew; undefined for all of them. */
  readonly restartsAfter: number | undefined;
}

/** A list as paragraphs refer to it. */
export interface ListUse {
  /** Uses with the same one count on together. */
  readonly listId: number | string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** The number that the first paragraph of this use has, by level. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Codes of number formats. Source: [MS-OSHARED] 2.2.1.3. */
export const DECIMAL = 0;
export const BULLET = 23;
export const NO_NUMBER = 255;
export const MOST_COUNTED = 32_767;
/** After these the text follows without a blank. */
const ENDS_ITSELF = /[\s、，。．.:：;；)）\]】》〉」』]$/;

/** Counts the numbered paragraphs of a document in their order. */
export class ListCounter<Key extends number | string> {
  readonly #uses: ReadonlyMap<Key, ListUse>;
  /** By list: the last number of each level. */
  readonly #counts = new Map<number | string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(uses: ReadonlyMap<Key, ListUse>) {
    this.#uses = uses;
  }

  /** The number of the next paragraph as Word prints it, with the blank behind it; '' for bullets and without a number. */
  next(key: Key, at: number): string {
    const use = this.#uses.get(key);
    const level = use?.levels.get(at);
    if (!use || !level) return '';
    const counts = this.#counts.get(use.listId) ?? [];
    this.#counts.set(use.listId, counts);
    const start = this.#startOf(use, key, at);
    counts[at] = Math.min(MOST_COUNTED, start ?? (counts[at] ?? level.start - 1) + 1);
    for (const [deeper, { restartsAfter }] of use.levels) {
      if (deeper > at && at < (restartsAfter ?? deeper)) counts[deeper] = undefined;
    }
    const text = printed(use, level, counts);
    return text === '' || level.isTight || ENDS_ITSELF.test(text) ? text : `${text} `;
  }

  /** What the first paragraph of a use with a start of its own begins with. */
  #startOf(use: ListUse, key: Key, at: number): number | undefined {
    const start = use.starts.get(at);
    const place = `${key}/${at}`;
    if (start === undefined || this.#started.has(place)) return undefined;
    this.#started.add(place);
    return start;
  }
}

function printed(use: ListUse, level: ListLevel, counts: readonly (number | undefined)[]): string {
  if (level.format === BULLET) return '';
  return level.pattern
    .map((part) => (typeof part === 'string' ? part : numberOf(use, level, part, counts[part])))
    .join('')
    .replace(/[\ue000-\uf8ff]/g, '')
    .trim();
}

function numberOf(use: ListUse, { isLegal }: ListLevel, at: number, count: number | undefined): string {
  const level = use.levels.get(at);
  if (!level || level.format === BULLET || level.format === NO_NUMBER) return '';
  const value = count ?? use.starts.get(at) ?? level.start;
  if (level.digits > 1) return String(value).padStart(level.digits, '0');
  return numberText(value, isLegal ? DECIMAL : level.format);
}
