const DIGITS = '〇一二三四五六七八九';

/** Source of a pattern for a number in digits or in Chinese numerals, as it stands in folded text. */
export const NUMBER = '(?:\\d{1,4}|[〇一二三四五六七八九十百两]{1,5})';

/** Reads `12`, `十二`, `二十`, `两`, `一百二十`, `二〇一七`; `undefined` for anything else. */
export function readNumeral(text: string): number | undefined {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const plain = text.replaceAll('两', '二');
  if (/^[〇一二三四五六七八九]+$/.test(plain)) return positional(plain);
  const parts = /^(?:([一二三四五六七八九])百)?〇?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(plain);
  if (!parts || plain === '') return undefined;
  const [, hundreds, tens, ten, ones] = parts;
  return digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}

function positional(text: string): number {
  return Array.from(text).reduce((sum, char) => sum * 10 + DIGITS.indexOf(char), 0);
}

function digit(char: string | undefined): number {
  return char ? DIGITS.indexOf(char) : 0;
}
