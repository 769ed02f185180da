import { plain } from './escape-markdown.ts';
import { clip } from './words.ts';

/** A person's web address as a link in markdown: what is shown and where it leads are the same, and nothing in it is markup. */
export function linkTo(address: string, length = 40): string {
  const target = address.replace(/\p{Cs}/gu, '').replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, percentCode);
  return `[${plain(clip(address.replace(/^https?:\/\//i, ''), length))}](${target})`;
}

// Brackets and stars are among what `encodeURIComponent` leaves as it is.
function percentCode(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
