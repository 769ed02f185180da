import { fold } from '../phrases/fold.ts';
import { readNumeral } from '../phrases/numerals.ts';

/** Ways of numbering, outermost first where the document does not show another order. */
const STYLES = [
  'part',
  'article',
  'cjk',
  'cjk-bracket',
  'number',
  'decimal',
  'deep-decimal',
  'bracket',
  'half-bracket',
  'circled',
  'bullet',
] as const;
export type MarkerStyle = (typeof STYLES)[number];

/** The number at the head of a paragraph. */
export interface Marker {
  readonly style: MarkerStyle;
  /** Null for a bullet. */
  readonly value: number | null;
  /** As a row shows it: `3`, `(三)`, `第一条`. */
  readonly no: string | null;
  /** How many characters of the paragraph it takes. */
  readonly length: number;
}

const CJK = '[一二三四五六七八九十百]{1,5}';
const THING = '(?:重点|主要|具体|年度)?(?:任务|事项|项目|工作|措施|举措)';
/** 【任务一】 · 任务1: says in words what it counts, so that it may stand alone in its line. */
const WORDED = new RegExp(
  `^(?:[【〔[]${THING}(${CJK}|\\d{1,2})[】〕\\]]|${THING}(${CJK}|\\d{1,2})(?:[:、.](?!\\d)|\\s|$))[:、.]?\\s?`,
);
const WORDED_START = /^[【〔[]?[重主具年任事项工措举]/;
const PATTERNS: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['part', new RegExp(`^第(${CJK}|\\d{1,2})(?:部分|章|节|编|篇)[、:.]?`)],
  ['article', new RegExp(`^第(${CJK}|\\d{1,3})(?:条|项(?!目))[、:.]?`)],
  ['cjk', new RegExp(`^(${CJK})[、.,](?!是)`)],
  ['cjk-bracket', new RegExp(`^[(〔\\[【]?(${CJK})[)〕\\]】][、.:]?`)],
  ['deep-decimal', /^(\d{1,2}(?:\.\d{1,2}){2,3})(?=[^\d%.]|[、.])[、.]?/],
  ['decimal', /^(\d{1,2}\.\d{1,2})(?=[^\d%.个亿万倍元天年月日]|[、.])[、.]?/],
  ['number', /^(\d{1,3})[.、。](?:(?!\d)|(?=\d{1,2}月|(?:19|20)\d{2}年|\d+(?:个|天|日|小时)))/],
  ['number', /^(\d[OolI]|[lI]\d)[.、](?!\d)/],
  ['bracket', /^[([【](\d{1,3})[)\]】][、.:]?/],
  ['half-bracket', /^(\d{1,3})\)[、.:]?/],
  ['bracket', /^([⑴-⒇])/],
  ['number', /^([⒈-⒛])/],
  ['circled', /^([①-⑳])[、.]?/],
  ['bullet', /^([●○〇■◆▲★•·※☆□▪◇])/],
];
const LONGEST_LONE = 6;
const BLOCKS = ['①', '⑴', '⒈'];

/** Reads the number off a squeezed paragraph; undefined where it begins with none. */
export function readMarker(text: string): Marker | undefined {
  const folded = fold(text.slice(0, 24));
  const worded = WORDED_START.test(folded) ? WORDED.exec(folded) : null;
  const counted = worded?.[1] ?? worded?.[2];
  if (worded && counted !== undefined)
    return {
      style: 'cjk',
      value: countOf('cjk', counted),
      no: counted,
      length: Math.min(text.length, worded[0].length),
    };
  for (const [style, pattern] of PATTERNS) {
    const match = pattern.exec(folded);
    if (!match || match[0].length >= text.length) continue;
    const word = style === 'number' ? asDigits(match[1] ?? '') : (match[1] ?? '');
    const value = countOf(style, word);
    return { style, value, no: numberFor(style, word, match[0], value), length: match[0].length };
  }
  return undefined;
}

/** The number that is all of a paragraph, （一）; only what stands below it can tell that it numbers anything. */
export function readLoneMarker(text: string): Marker | undefined {
  if (text.length > LONGEST_LONE) return undefined;
  const marker = readMarker(`${text}。。`);
  return marker && marker.length >= text.length ? { ...marker, length: text.length } : undefined;
}

/** 1O and l2: letters that a scan put for digits. */
function asDigits(word: string): string {
  return word.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
}

/** Smaller is further out. */
export function rankOf(style: MarkerStyle): number {
  return STYLES.indexOf(style);
}

function countOf(style: MarkerStyle, word: string): number | null {
  if (style === 'bullet') return null;
  if (style === 'decimal' || style === 'deep-decimal') return Number(word.split('.').at(-1));
  const block = BLOCKS.find((first) => word >= first && word.charCodeAt(0) < first.charCodeAt(0) + 20);
  if (block) return word.charCodeAt(0) - block.charCodeAt(0) + 1;
  return readNumeral(word) ?? null;
}

function numberFor(style: MarkerStyle, word: string, whole: string, value: number | null): string | null {
  switch (style) {
    case 'bullet':
      return null;
    case 'part':
    case 'article':
      return whole.replace(/[、:.]$/, '');
    case 'cjk-bracket':
      return `(${word})`;
    case 'bracket':
    case 'half-bracket':
      return `(${value ?? word})`;
    case 'number':
      return `${value ?? word}`;
    case 'cjk':
    case 'decimal':
    case 'deep-decimal':
    case 'circled':
      return word;
  }
}
