/** Halves of pairs: no encoder writes them. */
const HALVES = /\p{Cs}/gu;
const UNSTORABLE = '\u007f\ufffe\uffff';
const WHITE = '\t\n\r';

/** Without the characters that the XML of office files cannot hold: one of them and the whole file counts as damaged. */
export function storableText(text: string): string {
  return Array.from(text.replace(HALVES, ''))
    .filter((char) => (char >= ' ' ? !UNSTORABLE.includes(char) : WHITE.includes(char)))
    .join('');
}
