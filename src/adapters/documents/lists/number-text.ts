const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** Longer than any list; what is beyond it is printed in plain digits. */
const MAX_LETTERED = 780;
const MAX_ROMAN = 3999;
const MAX_COUNTED = 9999;

/**
 * A list number as Word prints it.
 *
 * @param format Word's code of the number format (MSONFC)
 * @returns '' for bullets and for "no number"; plain digits for the formats of other scripts
 * Source: [MS-OSHARED] 2.2.1.3 MSONFC.
 */
export function numberText(value: number, format: number): string {
  switch (format) {
    case 1:
      return roman(value);
    case 2:
      return roman(value).toLowerCase();
    case 3:
      return letter(value);
    case 4:
      return letter(value).toLowerCase();
    case 10:
    case 36:
    case 40:
      return Array.from(String(value), (digit) => DIGITS[Number(digit)] ?? digit).join('');
    case 11:
    case 33:
    case 35:
    case 37:
    case 39:
      return counted(value, DIGITS, '十百千', true);
    case 14:
    case 19:
      return Array.from(String(value), (digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    case 18:
    case 28:
      return enclosed(value, CIRCLED) ?? String(value);
    case 22:
      return String(value).padStart(2, '0');
    case 23:
    case 255:
      return '';
    case 26:
      return enclosed(value, [[1, 20, 0x2488]]) ?? `${value}.`;
    case 27:
      return enclosed(value, [[1, 20, 0x2474]]) ?? `(${value})`;
    case 29:
      return enclosed(value, [[1, 10, 0x3220]]) ?? `(${counted(value, DIGITS, '十百千', true)})`;
    case 30:
      return STEMS[value - 1] ?? String(value);
    case 31:
      return BRANCHES[value - 1] ?? String(value);
    case 34:
      return counted(value, LEGAL_TRADITIONAL, '拾佰仟', false);
    case 38:
      return counted(value, LEGAL, '拾佰仟', false);
    default:
      return String(value);
  }
}

/** First and last value, and the character of the first. */
const CIRCLED: readonly (readonly [number, number, number])[] = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
];

/** ① for 1, as far as there are such characters. */
export function circledText(value: number): string | undefined {
  return enclosed(value, CIRCLED);
}

function enclosed(value: number, ranges: readonly (readonly [number, number, number])[]): string | undefined {
  const range = ranges.find(([first, last]) => value >= first && value <= last);
  return range && String.fromCodePoint(range[2] + value - range[0]);
}

/** 十一, 一百零五; of the legal digits 壹拾壹, where the first ten keeps its one. */
function counted(value: number, digits: string, units: string, shortTen: boolean): string {
  if (value <= 0 || value > MAX_COUNTED) return value === 0 ? '零' : String(value);
  let text = '';
  const figures = String(value);
  for (const [index, figure] of Array.from(figures).entries()) {
    const unit = units[figures.length - index - 2] ?? '';
    if (figure !== '0') text += `${digits[Number(figure)] ?? ''}${unit}`;
    else if (/[1-9]/.test(figures.slice(index)) && !text.endsWith('零')) text += '零';
  }
  return shortTen && value >= 10 && value < 20 ? text.slice(1) : text;
}

function roman(value: number): string {
  if (value <= 0 || value > MAX_ROMAN) return String(value);
  let left = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(left / worth));
    left %= worth;
  }
  return text;
}

/** A … Z, AA, BB, as Word goes on. */
function letter(value: number): string {
  if (value <= 0 || value > MAX_LETTERED) return String(value);
  return String.fromCodePoint(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}
