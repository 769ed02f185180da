/** Unicode for the signs of symbol fonts that plans are written with, by the font and the low byte of the character. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6d, '○'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x70, '□'],
  [0x71, '□'],
  [0x72, '□'],
  [0x74, '◆'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x77, '◆'],
  [0x9f, '•'],
  [0xa1, '○'],
  [0xa7, '▪'],
  [0xa8, '☐'],
  [0xab, '★'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xe8, '➔'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
  ...numbers(0x81, '①'),
  ...numbers(0x8c, '❶'),
]);
const WINGDINGS_2: ReadonlyMap<number, string> = new Map([
  [0x4f, '✗'],
  [0x50, '✓'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0x54, '☒'],
  [0x96, '•'],
  [0x97, '●'],
  [0xa2, '■'],
  [0xa3, '□'],
  ...numbers(0x6a, '①'),
  ...numbers(0x75, '❶'),
]);
const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xae, '→'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xd6, '√'],
]);
/** What stands for a sign that we have no name for: a person sees that something is there. */
const UNKNOWN = '•';

/** Undefined for fonts of letters. */
function signsOf(font: string | undefined): ReadonlyMap<number, string> | undefined {
  if (font === undefined) return undefined;
  if (/^Wingdings 2$/i.test(font)) return WINGDINGS_2;
  if (/^Wingdings/i.test(font)) return WINGDINGS;
  return /^Symbol$/i.test(font) ? SYMBOL : undefined;
}

/** The sign of `w:sym`: its font, and its character in hexadecimal. */
export function symbolText(font: string | undefined, hex: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16);
  if (Number.isNaN(code) || code < 0x20 || code > 0xffff) return '';
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const signs = signsOf(font);
  if (signs) return signs.get(code & 0xff) ?? UNKNOWN;
  return isPrivate ? UNKNOWN : String.fromCharCode(code);
}

/** Letters that were typed in a font of signs. */
export function textInFont(text: string, font: string | undefined): string {
  const signs = signsOf(font);
  if (!signs) return text;
  return Array.from(text, (char) => {
    const code = char.charCodeAt(0);
    const isSign = (code > 0x20 && code <= 0xff) || (code >= 0xf000 && code <= 0xf0ff);
    return isSign ? (signs.get(code & 0xff) ?? (code > 0xff ? UNKNOWN : char)) : char;
  }).join('');
}

function numbers(from: number, first: string): readonly (readonly [number, string])[] {
  return Array.from({ length: 10 }, (_, nth) => [from + nth, String.fromCharCode(first.charCodeAt(0) + nth)] as const);
}
