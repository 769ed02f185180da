import { fold } from '../phrases/fold.ts';
import type { BareNames } from './bare-names.ts';
import { findOwnerBlocks } from './owner-blocks.ts';
import type { Paragraph } from './paragraphs.ts';

/** Who and by when, as printed. */
export interface Duty {
  readonly owners: string | null;
  readonly deadline: string | null;
}

/** Words of an item, or an owner block between them. */
export type Piece =
  | { readonly type: 'text'; readonly text: string; readonly paragraph: Paragraph }
  | { readonly type: 'duty'; readonly duty: Duty; readonly alone: boolean; readonly paragraph: Paragraph };

/** Words with the block that closes them; `duty` null where none does. */
export interface Segment {
  readonly text: string;
  readonly duty: Duty | null;
  readonly paragraph: Paragraph;
}

export const NO_DUTY: Duty = { owners: null, deadline: null };
const STARTS = /^[。；;，,、.．\s—–-]+/;
const ENDS = /[。；;！？!?：:，,、]$/;

/** Takes a paragraph apart into words and owner blocks. `skip` characters at its head are a number. */
export function piecesOf(paragraph: Paragraph, skip: number, names: BareNames): readonly Piece[] {
  const text = paragraph.text.slice(skip);
  const pieces: Piece[] = [];
  let from = 0;
  let lastText = -1;
  const add = (words: string): void => {
    const last = pieces[lastText];
    const mark = /^[。；;！]/.exec(words)?.[0] ?? '';
    if (last?.type === 'text' && mark !== '' && !ENDS.test(last.text.slice(-1)))
      pieces[lastText] = { ...last, text: last.text + mark };
    const rest = pieces.length > 0 ? words.replace(STARTS, '').trim() : words.trim();
    if (!/[\p{L}\p{N}]/u.test(rest)) return;
    lastText = pieces.length;
    pieces.push({ type: 'text', text: rest, paragraph });
  };
  const blocks = findOwnerBlocks(text, names);
  for (const block of blocks) {
    add(text.slice(from, block.start));
    const { owners, deadline } = block;
    pieces.push({ type: 'duty', duty: { owners, deadline }, alone: false, paragraph });
    from = block.end;
  }
  add(text.slice(from));
  if (pieces.every((piece) => piece.type === 'duty'))
    return pieces.map((piece) => (piece.type === 'duty' ? { ...piece, alone: true } : piece));
  return pieces;
}

/** Each block closes the words before it; a block before all words opens them. */
export function segmentsOf(pieces: readonly Piece[]): readonly Segment[] {
  const groups = withDuties(pieces);
  const closing = groups.filter((group) => group.duty !== null);
  if (closing.length <= 1) {
    const words = groups.filter((group) => group.text !== '');
    const first = words[0] ?? groups[0];
    return first ? [{ ...first, text: joinWords(words.map(({ text }) => text)), duty: closing[0]?.duty ?? null }] : [];
  }
  if (groups[0]?.text !== '') return groups;
  // A block stands before each part: shift them down.
  const lastIsOpen = groups.at(-1)?.duty === null;
  if (!lastIsOpen) return [{ ...groups[1], ...merged(groups[0], groups[1]) }, ...groups.slice(2)];
  return groups.slice(1).map((group, index) => ({ ...group, duty: groups[index]?.duty ?? null }));
}

function merged(opening: Segment | undefined, first: Segment | undefined): Segment {
  const paragraph = first?.paragraph ?? opening?.paragraph ?? { text: '', place: '', at: 0 };
  return { text: first?.text ?? '', duty: bothOf(opening?.duty ?? null, first?.duty ?? null), paragraph };
}

function withDuties(pieces: readonly Piece[]): readonly Segment[] {
  const groups: Segment[] = [];
  let words: string[] = [];
  let start: Paragraph | null = null;
  for (const piece of pieces) {
    if (piece.type === 'text') {
      words.push(piece.text);
      start ??= piece.paragraph;
      continue;
    }
    const last = groups.at(-1);
    if (words.length === 0 && last) groups[groups.length - 1] = { ...last, duty: bothOf(last.duty, piece.duty) };
    else groups.push({ text: joinWords(words), duty: piece.duty, paragraph: start ?? piece.paragraph });
    words = [];
    start = null;
  }
  if (words.length > 0 && start) groups.push({ text: joinWords(words), duty: null, paragraph: start });
  return groups;
}

/** Puts paragraphs together; a heading without a mark at its end gets a space, so that its words stay apart. */
export function joinWords(words: readonly string[]): string {
  const parts = words.filter((part) => part !== '');
  return parts
    .map((part, index) => (index === 0 || ENDS.test(parts[index - 1]?.slice(-1) ?? '') ? part : ` ${part}`))
    .join('');
}

/** Longer than any owner block; what is beyond it is handed back as text outside of the rows. */
const LONGEST_DUTY = 2000;

export function bothOf(a: Duty | null, b: Duty | null): Duty | null {
  if (!a || !b) return a ?? b;
  const both = (left: string | null, right: string | null): string | null =>
    left === null
      ? right
      : right === null || left.length > LONGEST_DUTY || fold(left) === fold(right)
        ? left
        : `${left}；${right}`;
  return { owners: both(a.owners, b.owners), deadline: both(a.deadline, b.deadline) };
}
