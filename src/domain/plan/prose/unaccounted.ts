import { fold } from '../phrases/fold.ts';
import type { Collected } from './collect.ts';
import { readMarker } from './markers.ts';
import { DEADLINE_LABEL, OWNER_LABEL } from './owner-labels.ts';
import type { Paragraph } from './paragraphs.ts';

const LABELS = new RegExp(`(?:${OWNER_LABEL}|${DEADLINE_LABEL})`, 'g');
/** Numbers of an enumeration stand between words like marks. */
const NOT_WORDS = /(?:[^\p{L}\p{N}]|[①-⒛])+/u;

/**
 * The paragraphs with words that are in no item, no heading of one and no list: whatever the reading of a plan does, nothing of
 * it is lost in silence. Labels head what stands behind them and do not count.
 */
export function unaccounted(paragraphs: readonly Paragraph[], collected: Collected): readonly Paragraph[] {
  const known = new Set<string>();
  const add = (text: string | null): void => {
    for (const piece of piecesIn(text ?? '')) known.add(piece);
  };
  for (const item of collected.items) {
    for (const text of [...item.area, item.text, item.no, item.duty.owners, item.duty.deadline]) add(text);
  }
  for (const paragraph of [...collected.unowned, ...collected.outside]) add(paragraph.text);
  return paragraphs.filter((paragraph) => piecesIn(paragraph.text).some((piece) => !known.has(piece)));
}

/** The words between the marks, without the number at the head. */
function piecesIn(text: string): readonly string[] {
  const words = text.slice(readMarker(text)?.length ?? 0);
  const folded = fold(words);
  const bare = folded.includes(':') ? folded.replace(LABELS, ' ') : folded;
  return bare.split(NOT_WORDS).filter((piece) => piece !== '');
}
