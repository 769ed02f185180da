export type DateUnit = 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'second';

/** One part of a number format. */
export type FormatPart =
  /** `counts`: an unquoted per cent sign, which multiplies. */
  | { readonly kind: 'literal'; readonly text: string; readonly counts: boolean }
  /** At least `whole` digits, `least` to `most` decimals. */
  | {
      readonly kind: 'digits';
      readonly whole: number;
      readonly least: number;
      readonly most: number;
      readonly grouped: boolean;
    }
  | { readonly kind: 'date'; readonly unit: DateUnit }
  /** Chinese numerals, everyday or as on a cheque. */
  | { readonly kind: 'counting'; readonly legal: boolean }
  | { readonly kind: 'general' }
  /** The cell's own text. */
  | { readonly kind: 'text' }
  /** Scientific notation, fractions and thousands cut off, which no plan shows. */
  | { readonly kind: 'other' };

const MAX_LENGTH = 255;
/** In this order: literals, what is only spacing, brackets, then the marks that stand for something. */
const TOKEN =
  /"([^"]*)"?|\\(.)|[_*].|\[([^\]]*)\]?|(General|G\/通用格式)|(!|E[+-]|[0#?]+\s*\/\s*[0-9?#]+)|([0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)|(AM\/PM|A\/P|上午\/下午)|([yebg]+|m+|d+|h+|s+|a{3,4})|(@)|(;)|([\s\S])/giu;

/** The sections of a format (positive; negative; zero; text), each as its parts. */
export function sectionsOf(format: string): readonly (readonly FormatPart[])[] {
  const sections: FormatPart[][] = [[]];
  for (const token of format.slice(0, MAX_LENGTH).matchAll(TOKEN)) {
    if (token[10] !== undefined) sections.push([]);
    else sections.at(-1)?.push(...partsOf(token));
  }
  return sections.map(withMinutes);
}

function partsOf(token: RegExpExecArray): readonly FormatPart[] {
  const [, quoted, escaped, bracket, general, other, digits, half, unit, at, , plain] = token;
  if (quoted !== undefined || escaped !== undefined) return [literal(quoted ?? escaped ?? '', false)];
  if (bracket !== undefined) return bracketParts(bracket);
  if (general !== undefined) return [{ kind: 'general' }];
  if (other !== undefined) return [{ kind: 'other' }];
  if (digits !== undefined) return [digitsOf(digits)];
  if (half !== undefined) return [{ kind: 'date', unit: 'hour' }];
  if (unit !== undefined) return [{ kind: 'date', unit: unitOf(unit.toLowerCase()) }];
  if (at !== undefined) return [{ kind: 'text' }];
  return plain === undefined ? [] : [literal(plain, plain === '%')];
}

/** Colours, conditions and languages are not seen; a currency and a kind of numerals are. */
function bracketParts(bracket: string): readonly FormatPart[] {
  if (/^[hms]+$/i.test(bracket)) return [{ kind: 'date', unit: 'hour' }];
  const numerals = /^DBNum([12])$/i.exec(bracket)?.[1];
  if (numerals !== undefined) return [{ kind: 'counting', legal: numerals === '2' }];
  const currency = /^\$([^-]+)/.exec(bracket)?.[1];
  return currency === undefined ? [] : [literal(currency, false)];
}

function unitOf(unit: string): DateUnit {
  switch (unit.charAt(0)) {
    case 'm':
      return 'month';
    case 'd':
      return unit.length > 2 ? 'weekday' : 'day';
    case 'a':
      return 'weekday';
    case 'h':
      return 'hour';
    case 's':
      return 'second';
    default:
      return 'year';
  }
}

/** An `m` after hours or before seconds means minutes. */
function withMinutes(parts: readonly FormatPart[]): readonly FormatPart[] {
  const dates = parts.filter((part) => part.kind === 'date');
  return parts.filter((part) => {
    if (part.kind !== 'date' || part.unit !== 'month') return true;
    const at = dates.indexOf(part);
    return dates[at - 1]?.unit !== 'hour' && dates[at + 1]?.unit !== 'second';
  });
}

function digitsOf(digits: string): FormatPart {
  if (digits.endsWith(',')) return { kind: 'other' };
  const [front = '', decimals = ''] = digits.split('.');
  return {
    kind: 'digits',
    whole: front.replace(/[^0]/g, '').length,
    least: decimals.replace(/[^0]/g, '').length,
    most: decimals.replace(/[^0#?]/g, '').length,
    grouped: /[0#?],[0#?]/.test(front),
  };
}

function literal(text: string, counts: boolean): FormatPart {
  return { kind: 'literal', text, counts };
}
