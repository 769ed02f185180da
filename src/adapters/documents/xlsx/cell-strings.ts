import { readXml } from './read-xml.ts';

const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** The texts that the cells of all sheets refer to by their number; how a part of one is printed and how it is spoken are left out. */
export function readSharedStrings(bytes: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (!bytes) return strings;
  let text = '';
  let isText = false;
  let spoken = 0;
  readXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') spoken += 1;
      else if (name === 't') isText = spoken === 0;
    },
    close(name) {
      if (name === 'si') strings.push(plainCellText(text));
      else if (name === 'rPh') spoken -= 1;
      else if (name === 't') isText = false;
    },
    text(found) {
      if (isText) text += found;
    },
  });
  return strings;
}

/** Line breaks of one kind; characters that XML cannot hold are written `_x000D_`. */
export function plainCellText(text: string): string {
  if (!/[_\r]/.test(text) && !text.includes('\u0000')) return text;
  return text
    .replace(ESCAPED, (_, code: string) => printable(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '');
}

function printable(code: number): string {
  if (code === 0x0d || code === 0x0a) return '\n';
  return code < 0x20 && code !== 0x09 ? '' : String.fromCharCode(code);
}
