import { circledText } from './lists/number-text.ts';

const ENCLOSED = /^\s*EQ\s*\\o\s*\\ac\s*\(\s*[^,，;；]{1,4}[,，;；]\s*([^()]{1,8})\)\s*$/i;
const RUBY = /^\s*EQ\s.*\\o\\a[dlrc]\(\s*\\s\\up\s*\d+\([^()]*\)[,，;；]\s*([^()]*)\)\s*$/i;

/** What a field prints by its code alone: Word writes circled characters, and readings over characters, as formulas. */
export function equationText(code: string): string {
  const enclosed = ENCLOSED.exec(code)?.[1]?.trim();
  if (enclosed !== undefined)
    return /^\d{1,2}$/.test(enclosed) ? (circledText(Number(enclosed)) ?? enclosed) : enclosed;
  return RUBY.exec(code)?.[1]?.trim() ?? '';
}
