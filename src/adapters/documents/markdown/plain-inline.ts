const BREAK = /<br\s{0,9}\/?>/gi;
const TAG = /<\/?(?:b|i|u|s|em|strong|del|ins|sub|sup|span|font|mark|code|a|p|div|center)(?:\s[^<>]{0,300})?\/?>/gi;
const LINK = /!?\[([^[\]]{0,500})\]\([^()\s]{0,1000}(?:\s"[^"]{0,200}")?\)/g;
const EMPHASIS = /\*\*|__|~~/g;
const CODE = /`([^`]{1,1000})`/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
};

/** The words of a line of markdown without its marks. A single `*` or `_` is left: in plans it is mostly text. */
export function plainOf(line: string): string {
  return line
    .replace(BREAK, '\n')
    .replace(TAG, '')
    .replace(LINK, '$1')
    .replace(EMPHASIS, '')
    .replace(CODE, '$1')
    .replace(ESCAPE, '$1')
    .replace(/&(?:nbsp|lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
