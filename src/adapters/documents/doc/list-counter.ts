import type { ListLevel, ListUse } from './list-definitions.ts';
import { numberText } from './number-text.ts';

const ARABIC = 0;
const BULLET = 23;
const HIGHEST = 32_767;
/** After these the text follows without a blank. */
const ENDS_ITSELF = /[\s、，。．.:：;；)）\]】》〉」』]$/;

/** Counts the numbered paragraphs of a text in their order. */
export class ListCounter {
  readonly #uses: ReadonlyMap<number, ListUse>;
  /** By list: the last number of each level. */
  readonly #counts = new Map<number, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(uses: ReadonlyMap<number, ListUse>) {
    this.#uses = uses;
  }

  /** The number in front of the next paragraph, '' where none is printed; it ends with a blank where the text would run into it. */
  next(useNumber: number, level: number): string {
    const use = this.#uses.get(useNumber);
    const definition = use?.levels[level];
    if (!use || !definition) return '';
    const counts = this.#counts.get(use.listId) ?? [];
    this.#counts.set(use.listId, counts);
    const start = this.#startOf(use, useNumber, level);
    counts[level] = Math.min(HIGHEST, start ?? (counts[level] ?? definition.start - 1) + 1);
    for (let deeper = level + 1; deeper < use.levels.length; deeper += 1) {
      if (!use.levels[deeper]?.keepsCounting) counts[deeper] = undefined;
    }
    const text = printed(use.levels, definition, counts);
    return text === '' || ENDS_ITSELF.test(text) ? text : `${text} `;
  }

  /** What the first paragraph of a use with a start of its own begins with. */
  #startOf(use: ListUse, useNumber: number, level: number): number | undefined {
    const start = use.starts.get(level);
    const key = `${useNumber}/${level}`;
    if (start === undefined || this.#started.has(key)) return undefined;
    this.#started.add(key);
    return start;
  }
}

function printed(levels: readonly ListLevel[], level: ListLevel, counts: readonly (number | undefined)[]): string {
  if (level.format === BULLET) return '';
  return Array.from(level.pattern, (char) => {
    const of = char.charCodeAt(0);
    if (of > 8) return char;
    const definition = levels[of];
    if (!definition) return '';
    return numberText(counts[of] ?? definition.start, level.legal ? ARABIC : definition.format);
  })
    .join('')
    .trim();
}
