import { fold } from '../phrases/fold.ts';
import { isOfficeName, splitNames } from '../phrases/office-names.ts';
import { EDGES } from './owner-parts.ts';

/** How names are taken that no verb and no label goes with. */
export interface BareNames {
  /** `never`, behind a full stop, or (`loose`) also at the end of a text that no full stop precedes: 公布预算（财务科） */
  readonly brackets: 'never' | 'after-stop' | 'loose';
  /** Behind a dash at the end: 公布预算——财务科 */
  readonly dashes: boolean;
  /** On a line of their own below the words. */
  readonly lines: boolean;
}

export const NO_BARE_NAMES: BareNames = { brackets: 'never', dashes: false, lines: false };

const LONGEST_NAMES = 60;
const LONGEST_NAME = 14;

/** Whether a line consists of the names of offices: 财务科、办公室 */
export function isNamesLine(text: string): boolean {
  if (text.length > LONGEST_NAMES || text.length < 3) return false;
  const folded = fold(text).replace(EDGES, '');
  if (/[:。;!?-]|^[([【]/.test(folded)) return false;
  return splitNames(folded).every((name) => {
    const bare = name.replace(/\(.*/, '');
    return bare.length <= LONGEST_NAME && isOfficeName(bare) && isOfficeName(name);
  });
}

/** Where the dash stands behind which a text ends in the names of offices. */
export function namesBehindDash(text: string): number | null {
  if (!/[—–-]/.test(text.slice(-LONGEST_NAMES))) return null;
  const names = /(?<![-\d])-{1,2}([^-。;,:]{3,60})[。;]?$/.exec(fold(text))?.[1];
  if (!names || !isNamesLine(names)) return null;
  return fold(text).search(/-{1,2}[^-]*$/);
}

/** 区政府(管委会): what stands before the bracket is a name already. */
export function endsInName(words: string): boolean {
  return isOfficeName(
    words
      .split(/[、,;:。\s□]/)
      .at(-1)
      ?.slice(-LONGEST_NAME) ?? '',
  );
}
