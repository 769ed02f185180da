import { isMetaWord, kindOfHeader } from '../layout/header-words.ts';
import { keyOf } from '../phrases/fold.ts';
import { startsWithLabel } from './owner-labels.ts';
import type { Paragraph } from './paragraphs.ts';
import { officesInHeading } from './section-words.ts';

const FEWEST = 3;
const LONGEST_NAME = 30;
const SHORTEST_DUTY = 6;
const DUTY = /负责|牵头|承担|做好|公开|公布|公示|发布|组织|推进|落实|制定|编制|指导|督促|配合|开展|办理|更新|维护/;

/** Lines without numbers that share out the work, 县财政局：负责…, with the offices before each colon; empty where few do. */
export function officeLines(paragraphs: readonly Paragraph[]): ReadonlyMap<Paragraph, string> {
  const lines = new Map<Paragraph, string>();
  for (const paragraph of paragraphs) {
    const name = officeBefore(paragraph.text);
    if (name !== null) lines.set(paragraph, name);
  }
  return lines.size >= FEWEST ? lines : new Map();
}

function officeBefore(text: string): string | null {
  const end = text.slice(0, LONGEST_NAME).search(/[:：]/);
  if (end < 2 || text.length < end + SHORTEST_DUTY || !DUTY.test(text.slice(end + 1, end + 200))) return null;
  const name = text.slice(0, end);
  const key = keyOf(name);
  if (startsWithLabel(text) || isMetaWord(key) || kindOfHeader(key) !== undefined) return null;
  return officesInHeading(name, true) === name ? name : null;
}
