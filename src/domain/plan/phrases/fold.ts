import { RADICALS } from './radicals.ts';
import { TRADITIONAL } from './traditional.ts';

const WORD_ARTEFACTS = /\[bookmark:[^\]\n]{0,80}\]|HYPERLINK\s+"[^"\n]{0,300}"|PAGE\s+\\\* MERGEFORMAT/gi;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
/** Vertical tab and form feed are how Word breaks lines and pages. */
const LINE_BREAKS = ['\u000b', '\f', '\r', '\u2028', '\u0085'];
const WORD_CELL_MARK = '\u0007';
const WIDE_SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const NON_ASCII = /[^\u0021-\u007e]/;
const DIGIT = /\d/;
/** Each character of the first string is matched as the one below it. */
const MARKS = [
  '，﹐､﹑；﹔：﹕︰∶（﹙︵）﹚︶！？％﹪．﹒～〜－﹣—–―‐‑‒−／｜○◯零［］＋｡',
  ',,、、;;::::((()))!?%%..~~---------/|〇〇〇[]+。',
] as const;
/** Where single characters stand for others of the same shape: Kangxi radicals (⾨) and compatibility ideographs. */
const LOOK_ALIKES = [
  [0x2e80, 0x2fd5],
  [0xf900, 0xfaff],
] as const;
const FULL_WIDTH_OFFSET = 0xfee0;

/** What each of those begins with: most texts have none of it, and looking is cheaper. */
const ARTEFACT = /[\v\f\r\u0085\u00a0\u00ad\u2000-\u200f\u2028\u202f\u205f\u2060\u3000\ufeff[hp]/i;
const SPACE = /\s/;

/** Takes out what Word and web pages leave behind in a text: bookmarks, field codes, invisible characters. */
export function stripArtefacts(text: string): string {
  if (!ARTEFACT.test(text) && !text.includes(WORD_CELL_MARK)) return text;
  const plain = text
    .replace(WORD_ARTEFACTS, '')
    .replace(INVISIBLE, '')
    .replace(WIDE_SPACES, ' ')
    .replaceAll(WORD_CELL_MARK, '\t');
  return LINE_BREAKS.reduce((lines, mark) => lines.replaceAll(mark, '\n'), plain);
}

/**
 * Joins a wrapped cell and takes out padding: white space beside a Chinese character goes (`责任单    位`), between Latin
 * words one space stays. A line break between digits is a wrap too.
 */
export function squeeze(text: string): string {
  const trimmed = text.trim();
  if (!SPACE.test(trimmed)) return trimmed;
  return trimmed.replace(/\s+/g, (space, at: number) => {
    const before = trimmed[at - 1] ?? '';
    const after = trimmed[at + space.length] ?? '';
    if (NON_ASCII.test(before) || NON_ASCII.test(after)) return '';
    return space.includes('\n') && DIGIT.test(before) && DIGIT.test(after) ? '' : ' ';
  });
}

/** What each UTF-16 unit is matched as; 0 where it stays itself. */
const FOLDED = foldedUnits();

function foldedUnits(): Uint16Array {
  const units = new Uint16Array(0x10000);
  const map = (from: string, to: string): void => {
    units[from.charCodeAt(0)] = to.charCodeAt(0);
  };
  Array.from(MARKS[0], (mark, index) => map(mark, MARKS[1][index] ?? mark));
  for (let at = 0; at + 1 < TRADITIONAL.length; at += 2) map(TRADITIONAL[at] ?? '', TRADITIONAL[at + 1] ?? '');
  for (const [radical, char] of RADICALS) {
    const plain = char.charCodeAt(0);
    units[radical.charCodeAt(0)] = units[plain] || plain;
  }
  for (const [first, last] of LOOK_ALIKES) {
    for (let unit = first; unit <= last; unit += 1) {
      const plain = String.fromCharCode(unit).normalize('NFKC').charCodeAt(0);
      if (plain !== unit && plain >= 0x3400) units[unit] = units[plain] || plain;
    }
  }
  for (const [first, last] of ['０９', 'ＡＺ', 'ａｚ']) {
    for (let unit = first?.charCodeAt(0) ?? 1; unit <= (last?.charCodeAt(0) ?? 0); unit += 1)
      units[unit] = unit - FULL_WIDTH_OFFSET;
  }
  return units;
}

/**
 * The form to match against, one character for one: full-width digits, letters and punctuation become ASCII, traditional
 * characters and look-alikes the simplified ones. What people read is the printed text, never this.
 */
export function fold(text: string): string {
  let folded = '';
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = FOLDED[text.charCodeAt(at)] ?? 0;
    if (unit === 0) continue;
    folded += text.slice(kept, at) + String.fromCharCode(unit);
    kept = at + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

/** Without any white space and folded: equal for two printings of the same words. */
export function keyOf(text: string): string {
  return fold(SPACE.test(text) ? text.replace(/\s+/g, '') : text);
}

const NAME = /[《〔“]/;
const NAMES = /《[^《》]{1,80}》|〔[^〔〕]{1,20}〕|“[^“”]{1,20}”/g;

/** Blanks out names of documents and programmes, length kept, so that their numbers and dates are not read as rules. */
export function maskNames(folded: string): string {
  if (!NAME.test(folded)) return folded;
  return folded.replace(NAMES, (name) => '□'.repeat(name.length));
}
