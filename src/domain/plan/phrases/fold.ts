const WORD_ARTEFACTS = /\[bookmark:[^\]\n]{0,80}\]|HYPERLINK\s+"[^"\n]{0,300}"|PAGE\s+\\\* MERGEFORMAT/gi;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
/** Vertical tab and form feed are how Word breaks lines and pages. */
const LINE_BREAKS = ['\u000b', '\f', '\r', '\u2028', '\u0085'];
const WORD_CELL_MARK = '\u0007';
const NON_ASCII = /[^\u0021-\u007e]/;
const DIGIT = /\d/;
const ONE_TO_ONE: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '﹙': '(',
  '﹚': ')',
  '！': '!',
  '？': '?',
  '％': '%',
  '﹪': '%',
  '．': '.',
  '～': '~',
  '〜': '~',
  '－': '-',
  '—': '-',
  '–': '-',
  '―': '-',
  '／': '/',
  '｜': '|',
  '○': '〇',
  '◯': '〇',
  零: '〇',
  '［': '[',
  '］': ']',
  '＋': '+',
};
const FOLDABLE = new RegExp(`[${Object.keys(ONE_TO_ONE).join('')}０-９Ａ-Ｚａ-ｚ]`, 'g');
const FULL_WIDTH_OFFSET = 0xfee0;

/** Takes out what Word and web pages leave behind in a text: bookmarks, field codes, invisible characters. */
export function stripArtefacts(text: string): string {
  const plain = text
    .replace(WORD_ARTEFACTS, '')
    .replace(INVISIBLE, '')
    .replace(/[\u00a0\u3000]/g, ' ')
    .replaceAll(WORD_CELL_MARK, '\t');
  return LINE_BREAKS.reduce((lines, mark) => lines.replaceAll(mark, '\n'), plain);
}

/**
 * Joins a wrapped cell and takes out padding: white space beside a Chinese character goes (`责任单    位`), between Latin
 * words one space stays. A line break between digits is a wrap too.
 */
export function squeeze(text: string): string {
  const trimmed = text.trim();
  return trimmed.replace(/\s+/g, (space, at: number) => {
    const before = trimmed[at - 1] ?? '';
    const after = trimmed[at + space.length] ?? '';
    if (NON_ASCII.test(before) || NON_ASCII.test(after)) return '';
    return space.includes('\n') && DIGIT.test(before) && DIGIT.test(after) ? '' : ' ';
  });
}

/** The form to match against: full-width digits, letters and punctuation become ASCII, one character for one. */
export function fold(text: string): string {
  return text.replace(
    FOLDABLE,
    (char) => ONE_TO_ONE[char] ?? String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}

/** Without any white space and folded: equal for two printings of the same words. */
export function keyOf(text: string): string {
  return fold(text.replace(/\s+/g, ''));
}

const NAMES = /《[^《》]{1,80}》|〔[^〔〕]{1,20}〕|“[^“”]{1,20}”/g;

/** Blanks out names of documents and programmes, length kept, so that their numbers and dates are not read as rules. */
export function maskNames(folded: string): string {
  return folded.replace(NAMES, (name) => '□'.repeat(name.length));
}
