import { numberText } from '../lists/number-text.ts';

const LETTERS = 26;
const LARGEST = 3_999;
const BULLETS = new Set(['none', 'disc', 'circle', 'square', 'disclosure-open', 'disclosure-closed']);

/** The ways of counting that are not plain digits, by the words of CSS and of the `type` attribute. */
const COUNTING: Readonly<Record<string, (number: number) => string>> = {
  a: letters,
  A: (number) => letters(number).toUpperCase(),
  i: (number) => numberText(number, 2),
  I: (number) => numberText(number, 1),
  'lower-alpha': letters,
  'lower-latin': letters,
  'upper-alpha': (number) => letters(number).toUpperCase(),
  'upper-latin': (number) => letters(number).toUpperCase(),
  'lower-roman': (number) => numberText(number, 2),
  'upper-roman': (number) => numberText(number, 1),
  'decimal-leading-zero': (number) => numberText(number, 22),
};
/** These are followed by 、 and not by a full stop; with Word's code. Source: CSS Counter Styles Level 3, 6.2 and 7.1. */
const CHINESE: Readonly<Record<string, number>> = {
  'cjk-ideographic': 39,
  'trad-chinese-informal': 39,
  'simp-chinese-informal': 39,
  'japanese-informal': 39,
  'simp-chinese-formal': 38,
  'trad-chinese-formal': 34,
  'cjk-decimal': 10,
  'cjk-heavenly-stem': 30,
  'cjk-earthly-branch': 31,
};

/** Whether a list style counts at all; a sign given in quotes does not. */
export function printsNumbers(style: string): boolean {
  return !BULLETS.has(style) && !/^["']/.test(style);
}

/** The number with the mark behind it, and a blank where the mark needs one. */
export function listNumber(number: number, style: string): string {
  const counted = number >= 1 && number <= LARGEST;
  const code = counted && Object.hasOwn(CHINESE, style) ? CHINESE[style] : undefined;
  if (code !== undefined) return `${numberText(number, code)}、`;
  const text = counted && Object.hasOwn(COUNTING, style) ? COUNTING[style]?.(number) : undefined;
  return `${text ?? number}. `;
}

function letters(number: number): string {
  const rest = (number - 1) % LETTERS;
  const before = (number - 1 - rest) / LETTERS;
  return `${before > 0 ? letters(before) : ''}${String.fromCharCode(97 + rest)}`;
}
