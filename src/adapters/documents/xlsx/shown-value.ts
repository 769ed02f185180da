import { numberText } from '../lists/number-text.ts';
import { type FormatPart, sectionsOf } from './format-code.ts';
import { GENERAL } from './number-formats.ts';
import { shownDate } from './shown-date.ts';

const COUNTING = 39;
const LEGAL = 38;
const MAX_DECIMALS = 15;

/** Words the values of cells as a person sees them. */
export class CellWording {
  readonly #countsFrom1904: boolean;
  readonly #sections = new Map<string, readonly (readonly FormatPart[])[]>();

  constructor(countsFrom1904: boolean) {
    this.#countsFrom1904 = countsFrom1904;
  }

  /**
   * A number as its format shows it, except that dates are in full: `2026年11月30日` where the cell shows only `11月30日`,
   * `2026年11月` where it shows no day.
   */
  number(value: number, format: string): string {
    if (!Number.isFinite(value)) return '';
    if (format === GENERAL || format === '@' || format === '') return plainNumber(value);
    const sections = this.#sectionsOf(format);
    const isSigned = sections.length > 1 && value < 0;
    const section = (value < 0 ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0] ?? [];
    const units = section.flatMap((part) => (part.kind === 'date' ? [part.unit] : []));
    if (units.length > 0) return shownDate(value, units, this.#countsFrom1904) ?? plainNumber(value);
    return withLiterals(section, isSigned ? -value : value);
  }

  /** A format may put words around a text. */
  text(text: string, format: string): string {
    if (!format.includes('@') || format === '@' || text === '') return text;
    const section = this.#sectionsOf(format).at(-1) ?? [];
    if (!section.some(({ kind }) => kind === 'text')) return text;
    return section.map((part) => (part.kind === 'text' ? text : part.kind === 'literal' ? part.text : '')).join('');
  }

  #sectionsOf(format: string): readonly (readonly FormatPart[])[] {
    const known = this.#sections.get(format) ?? sectionsOf(format);
    this.#sections.set(format, known);
    return known;
  }
}

/** 13800000001, never 1.38E+10; at most the fifteen digits that a spreadsheet holds. */
function plainNumber(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  return Number(value.toPrecision(15)).toString();
}

function withLiterals(section: readonly FormatPart[], value: number): string {
  const digits = section.find((part) => part.kind === 'digits');
  const counting = section.find((part) => part.kind === 'counting');
  // Several runs of digits cut a number up, as telephone numbers are.
  const isUnusual =
    section.some(({ kind }) => kind === 'other') || section.filter(({ kind }) => kind === 'digits').length > 1;
  if (isUnusual) return plainNumber(value);
  if (!digits && !section.some(({ kind }) => kind === 'general' || kind === 'text'))
    return literals(section) || plainNumber(value);
  const isPercent = section.some((part) => part.kind === 'literal' && part.text === '%' && part.counts);
  const figure = isPercent ? value * 100 : value;
  let shown = digits ? fixed(figure, digits) : plainNumber(figure);
  if (counting && Number.isInteger(figure)) shown = numberText(figure, counting.legal ? LEGAL : COUNTING);
  let printed = false;
  return section
    .map((part) => {
      if (part.kind === 'literal') return part.text;
      if (printed || part.kind === 'counting') return '';
      printed = true;
      return shown;
    })
    .join('')
    .trim();
}

function literals(section: readonly FormatPart[]): string {
  return section
    .map((part) => (part.kind === 'literal' ? part.text : ''))
    .join('')
    .trim();
}

function fixed(value: number, { whole, least, most, grouped }: Extract<FormatPart, { kind: 'digits' }>): string {
  if (Math.abs(value) >= 1e21) return plainNumber(value);
  const [front = '', decimals = ''] = Math.abs(value).toFixed(Math.min(most, MAX_DECIMALS)).split('.');
  const kept = decimals.replace(/0+$/, '').padEnd(least, '0');
  const padded = front.padStart(whole, '0');
  const text = `${grouped ? padded.replace(/\B(?=(?:\d{3})+$)/g, ',') : padded}${kept === '' ? '' : `.${kept}`}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}
