import { foldWords } from './fold-words.ts';
import { splitRowNumber } from './row-number.ts';

/** What stands behind 比率: `3 45/60 免2`, `3 11月 45/60`, `网上办理率 45/60`. */
export interface RateWords {
  /** The row's number as typed. */
  readonly no: string | null;
  /** 1 … 12, or null where the month before is meant. */
  readonly month: number | null;
  /** Null where no two numbers with a stroke between them were found. */
  readonly figures: { readonly met: number; readonly total: number; readonly exempt: number } | null;
  /** What else was said: the name of a rate. */
  readonly rest: string;
}

const FIGURES = /(?<!\d)(\d{1,7})\s*[/比]\s*(\d{1,7})(?!\d)/u;
const EXEMPT = /免(?:考核|考)?\s*(\d{1,7})\s*(?:项|件|个)?/u;
const MONTH = /(?<!\d)(1[0-2]|0?[1-9])\s*月(?:份)?/u;

/** Reads the words behind 比率, in any order; full-width characters are read as usual ones. */
export function readRateWords(words: string): RateWords {
  let left = foldWords(words.trim());
  const take = (pattern: RegExp): readonly number[] | null => {
    const found = pattern.exec(left);
    if (!found) return null;
    left = `${left.slice(0, found.index)} ${left.slice(found.index + found[0].length)}`;
    return found.slice(1).map(Number);
  };
  const month = take(MONTH)?.[0] ?? null;
  const figures = take(FIGURES);
  const exempt = take(EXEMPT)?.[0] ?? 0;
  const row = splitRowNumber(left.trim());
  const [met, total] = figures ?? [];
  return {
    no: row?.no ?? null,
    month,
    figures: met === undefined || total === undefined ? null : { met, total, exempt },
    rest: (row?.words ?? left).replace(/^[\s,:;、.]+|[\s,:;、.]+$/gu, ''),
  };
}
