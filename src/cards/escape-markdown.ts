import { tidy } from './words.ts';

const SPECIAL = /[&<>*_~[\]`#|\\:@$!]/g;
const ADDRESS_DOT = /\.(?=\S)/g;
const BLOCK_MARK = /^([-+=]|\d{1,9}(?=[.)]))/;

/**
 * People's and plans' words for a markdown component: one line that reads exactly as written. No input becomes a tag, a mention,
 * a link, an emoji, a list, a heading or any other format.
 */
export function plain(text: string): string {
  return tidy(text)
    .replace(SPECIAL, entity)
    .replace(ADDRESS_DOT, entity)
    .replace(BLOCK_MARK, (mark) => `${entity(mark.charAt(0))}${mark.slice(1)}`);
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
