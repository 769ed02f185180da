import { fold } from '../plan/phrases/fold.ts';

/** What a roster's name may begin with before the `各` that matters: 机关各科室, 局属各单位. */
const ROSTER_OPENING = /^(机关|全局|局机关|局属|局直属|直属|所属|本局|我局|局)+(?=各)/;

const JOINT = /[、,;和及与]/;

/**
 * A name as it is compared: no white space, full-width letters and digits made half-width, traditional characters simplified, every
 * kind of bracket round.
 * Two spellings of one office have the same key; the key itself is never shown.
 */
export function nameKey(printed: string): string {
  return fold(printed.normalize('NFKC'))
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[〔【[{﹝]/g, '(')
    .replace(/[〕】\]}﹞]/g, ')')
    .toLowerCase();
}

/**
 * The names that a key with brackets stands for: `组织人事处(政策法规处)` gives `组织人事处` and `政策法规处`. A key without
 * brackets gives itself.
 */
export function namesInKey(key: string): readonly string[] {
  return [...new Set(key.split(/[()]/).filter((part) => part !== ''))];
}

/** The key without what stands in brackets: `各处室(单位)` gives `各处室`. */
export function keyWithoutBrackets(key: string): string {
  return key.replace(/\([^()]*\)/g, '');
}

/** The key of a roster: as {@link nameKey}, without an opening such as 机关 or 局属. */
export function rosterKey(printed: string): string {
  return nameKey(printed).replace(ROSTER_OPENING, '');
}

/**
 * The rosters that one printed name adds up to: `各科室、各单位` and `各科室(单位)` both give `各科室` and `各单位`. A name that
 * stands for one roster gives that one.
 */
export function rostersInName(printed: string): readonly string[] {
  return rosterKey(printed)
    .replace(/\(([^()]*)\)/g, '、$1')
    .split(JOINT)
    .filter((part) => part !== '')
    .map((part) => rosterKey(part.includes('各') ? part : `各${part}`));
}
