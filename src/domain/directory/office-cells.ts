import { nameKey } from './office-name.ts';

/** What people write into a cell to say that there is nothing. */
const NOTHING: ReadonlySet<string> = new Set([
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '暂无',
  '空缺',
  '待定',
  '待补',
  'null',
  'n/a',
]);

const CJK = '\\u2e80-\\u9fff\\uf900-\\ufaff\\u3000-\\u303f\\uff00-\\uffef';
const SPACE_IN_CHINESE = new RegExp(`(?<=[${CJK}])\\s+(?=[${CJK}])`, 'g');
const SEMICOLON = /[;\uff1b\n\r]/;
/** What a line break leaves at the end of a name: `甲、⏎乙`. */
const LOOSE_COMMA = /^[\s、,\uff0c]+|[\s、,\uff0c]+$/g;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;

/** The first words of a name that stands in the template only. */
export const EXAMPLE = '示例';

/** Text as it is kept: no outer or invisible spaces, none between Chinese characters (`张 三`), one where there are more. */
export function tidy(cell: string): string {
  return cell.replace(INVISIBLE, '').trim().replace(SPACE_IN_CHINESE, '').replace(/\s+/g, ' ');
}

/** As {@link tidy}; empty also for `-`, `/`, `无` and the like. */
export function tidyOrNothing(cell: string): string {
  const text = tidy(cell);
  return NOTHING.has(text.toLowerCase()) ? '' : text;
}

/**
 * The names in a cell: separated by `;` or a line break, or, where there is neither, by `、`. So `各区、各部门;` with its
 * semicolon is one name, and {@link joinNames} writes it so.
 */
export function splitNames(cell: string): readonly string[] {
  const separator = SEMICOLON.test(cell) ? SEMICOLON : /、/;
  const names = new Map<string, string>();
  for (const part of cell.split(separator)) {
    const name = tidyOrNothing(part.replace(LOOSE_COMMA, ''));
    const key = nameKey(name);
    if (key !== '' && !names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

/** The cell from which {@link splitNames} reads these names again. */
export function joinNames(names: readonly string[]): string {
  const joined = names.join(';');
  return names.length === 1 && joined.includes('、') ? `${joined};` : joined;
}

/** A mobile number without the spaces, hyphens and `+86` that people put into it; other text stays as it is. */
export function tidyMobile(cell: string): string {
  const text = tidyOrNothing(cell);
  const digits = text
    .normalize('NFKC')
    .replace(/[\s\-().·]/g, '')
    .replace(/^(\+86|0086|86(?=1\d{10}$))/, '');
  return isMobile(digits) ? digits : text;
}

/** Eleven digits of the mainland, or a number abroad with its `+`. */
export function isMobile(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text) || /^\+[1-9]\d{6,14}$/.test(text);
}

/** Good enough to notice a slip. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);
}

/** As the platform writes ids of people within an app. */
export function isOpenId(text: string): boolean {
  return /^ou_\w+$/.test(text);
}
