import { RADICALS } from '../../../domain/plan/phrases/radicals.ts';

const MEANT: ReadonlyMap<string, string> = new Map(RADICALS);
/** Radicals, compatibility ideographs and Latin ligatures: never full-width punctuation or circled numbers, which are text. */
const COMPATIBILITY = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]|[\u{2f800}-\u{2fa1f}]/gu;
const UNREADABLE = /[\ufffd\ufff0-\ufff8]|\p{Co}|\p{Cn}|(?![\t\n\v\f\r])\p{Cc}/u;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** The characters that a person reads, where the font names look-alikes: ⼯ → 工, ⺠ → 民, ﬁ → fi. */
export function plainText(text: string): string {
  return text.replace(UNSEEN, '').replace(COMPATIBILITY, (char) => MEANT.get(char) ?? char.normalize('NFKC'));
}

/** A code that only the font itself could turn into a character. */
export function isUnreadable(text: string): boolean {
  return UNREADABLE.test(text);
}
