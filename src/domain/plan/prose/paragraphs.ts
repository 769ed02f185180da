import { isDateLine } from '../phrases/closing-lines.ts';
import { fold, squeeze, stripArtefacts } from '../phrases/fold.ts';
import { isOfficeName } from '../phrases/office-names.ts';
import { isPersonName } from '../phrases/person-names.ts';
import type { Block } from '../source-document.ts';
import { readMarker } from './markers.ts';
import { startsWithLabel, withColon } from './owner-labels.ts';
import { isPeriodHeading } from './section-words.ts';

/** A paragraph of the prose, padding taken out, lines that were only wrapped joined again. */
export interface Paragraph {
  readonly text: string;
  readonly place: string;
  /** Position in the document, for its order. */
  readonly at: number;
}

interface Line {
  readonly text: string;
  readonly place: string;
  /** Set in from the margin. */
  readonly indented: boolean;
  /** A blank line or the end of a paragraph stands before it. */
  readonly apart: boolean;
}

/** How a text was printed. */
interface Print {
  /** Where lines are wrapped; null for a line a paragraph. */
  readonly width: number | null;
  /** What is set in begins a paragraph. */
  readonly indentsStart: boolean;
}

const MOST_JOINED = 12;
const LONGEST_OPEN = 400;
/** Widths at which programs wrap running text. */
const NARROWEST = 18;
const WIDEST = 60;
/** Fewer lines have the same length by chance. */
const FEWEST_WRAPPED = 8;
const LONG_LINE = 200;
const OWNERS_INSIDE = /(?:责任|牵头|负责)(?:单位|部门|科室|处室|领导)[:：]/g;
const NUMBER_INSIDE = /(?<=[。；;！\s])\s?(\d{1,3})[.、．](?!\d)/g;
const OPENING = /[([{【〔〖]/g;
const CLOSING = /[)\]}】〕〗]/g;
const WAITS_FOR_VALUE =
  /^[-【[]{0,3}(?:单位|部门|(?:牵头|责任|负责|配合|协办|承办|落实).{0,8}|(?:完成|办结)?(?:时限|时间|期限)):$/;
const DASH_BULLET = /^\s*[-*]\s+(?=\S)/;
const MARKDOWN = /^(?:#{1,6}\s+|>\s+)|\*\*|__/g;

/** The paragraphs outside of real tables. */
export function paragraphsOf(blocks: readonly Block[]): readonly Paragraph[] {
  return joined(linesOf(blocks));
}

function linesOf(blocks: readonly Block[]): readonly Line[] {
  const lines: Line[] = [];
  let apart = true;
  for (const block of blocks) {
    if (block.type === 'table') {
      apart = true;
      continue;
    }
    if (isBlank(block.text)) {
      apart = true;
      continue;
    }
    apart ||= block.type === 'paragraph';
    for (const raw of stripArtefacts(block.text).split('\n').flatMap(apartAtNumbers)) {
      const text = squeeze(withMarks(raw.replace(MARKDOWN, '').replace(DASH_BULLET, '●')));
      if (text === '') {
        apart = true;
        continue;
      }
      lines.push({ text, place: block.place, indented: /^\s/.test(raw), apart });
      apart = false;
    }
  }
  return lines;
}

/** Told before any other work: a file may be millions of blank lines. */
function isBlank(text: string): boolean {
  return text === '' || (text.length < 200 && text.trim() === '');
}

const GAP = /(?<=[\u4e00-\u9fff)）])[ \t]+(?=[\u4e00-\u9fff])/g;
const NAME_BEFORE = /[\u4e00-\u9fff（()）]{3,20}$/;
const NAME_BEHIND = /^[\u4e00-\u9fff（()）]{3,20}/;

/** 开工建设水闸…………工程科 9月底前: the dots lead to who and when. */
const LEADER_DOTS = /(?<![…._·])(?:…{2,}|\.{6,}|·{4,}|_{6,})(?=[^…._·\s]{2})/;

function withoutLeader(line: string): string {
  if (!/…|\.{6}|·{4}|_{6}/.test(line)) return line;
  const dots = LEADER_DOTS.exec(line);
  if (!dots || dots.index < 4) return line;
  const behind = line.slice(dots.index + dots[0].length).trim();
  return `${line.slice(0, dots.index)}——${behind.replace(/[ \t\u3000]+/g, '，')}`;
}

/** Gaps that stand for a mark: behind a label, and between the names of a list of owners. */
function withMarks(printed: string): string {
  const raw = withoutLeader(printed);
  if (!/\S\s\S/.test(raw)) return raw;
  const line = withColon(raw);
  if (!/[:：(（]|牵头|负责|配合/.test(line)) return line;
  return line.replace(GAP, (gap, at: number) => {
    const before = NAME_BEFORE.exec(line.slice(Math.max(0, at - 20), at))?.[0] ?? '';
    const behind = NAME_BEHIND.exec(line.slice(at + gap.length, at + gap.length + 20))?.[0] ?? '';
    return isOfficeName(before) && (isOfficeName(behind) || isPersonName(behind)) ? '、' : gap;
  });
}

/** A document that came as one line: cut before its numbers where they count up and owners stand between them. */
function apartAtNumbers(line: string): readonly string[] {
  if (line.length < LONG_LINE || (line.match(OWNERS_INSIDE)?.length ?? 0) < 2) return [line];
  const cuts: number[] = [];
  for (const match of line.matchAll(NUMBER_INSIDE))
    if (Number(match[1]) === cuts.length + 1) cuts.push(match.index + match[0].length - match[0].trimStart().length);
  if (cuts.length < 2) return [line];
  return [0, ...cuts].map((from, index) => line.slice(from, cuts[index] ?? line.length));
}

function joined(lines: readonly Line[]): readonly Paragraph[] {
  const indents = lines.filter((line) => line.indented).length;
  const indentsStart = indents > lines.length * 0.1 && indents < lines.length * 0.9;
  const print: Print = { width: wrapWidth(lines), indentsStart };
  const paragraphs: Paragraph[] = [];
  let last: Line | undefined;
  let parts = 0;
  for (const [index, line] of lines.entries()) {
    const open = paragraphs.at(-1);
    const closes = isSignature(line, lines[index + 1]);
    if (open && last && !closes && parts < MOST_JOINED && goesOn(open.text, last, line, print)) {
      paragraphs[paragraphs.length - 1] = { ...open, text: open.text + line.text };
      parts += 1;
    } else {
      paragraphs.push({ text: line.text, place: line.place, at: paragraphs.length });
      parts = 1;
    }
    last = line;
  }
  return paragraphs;
}

function goesOn(open: string, last: Line, line: Line, { width, indentsStart }: Print): boolean {
  if (WAITS_FOR_VALUE.test(fold(open))) return !readMarker(line.text) && !startsWithLabel(line.text);
  if (isOpen(open) && line.text.length < LONGEST_OPEN) return !readMarker(line.text);
  if (width === null || line.apart || readMarker(line.text) || startsWithLabel(line.text)) return false;
  if (isPeriodHeading(line.text)) return false;
  if (indentsStart && line.indented) return false;
  return last.text.length >= width - 3 && (indentsStart || !/[。！？；：)）]$/.test(last.text));
}

/** A date alone, or the office above it. */
function isSignature(line: Line, next: Line | undefined): boolean {
  const dated = (text: string): boolean => text.length <= 24 && isDateLine(fold(text));
  return dated(line.text) || (next !== undefined && dated(next.text) && isOfficeName(line.text));
}

/** A bracket that is opened and not closed. */
function isOpen(text: string): boolean {
  const tail = fold(text.slice(-LONGEST_OPEN));
  const opened = tail.match(OPENING)?.length ?? 0;
  if (opened === 0 || opened <= (tail.match(CLOSING)?.length ?? 0)) return false;
  const at = Math.max(...['(', '[', '【', '〔', '〖'].map((mark) => tail.lastIndexOf(mark)));
  return tail.length - at <= 6 || /牵头|责任|负责|配合|时限|落实/.test(tail.slice(at, at + 30));
}

/** Where most lines end, if they all end there; null for a text with a line a paragraph. */
function wrapWidth(lines: readonly Line[]): number | null {
  const full = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next && !next.apart && !readMarker(next.text) ? [line.text.length] : [];
  });
  if (full.length < FEWEST_WRAPPED) return null;
  const sorted = [...full].sort((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  if (width < NARROWEST || width > WIDEST) return null;
  return full.filter((length) => Math.abs(length - width) <= 4).length >= full.length * 0.4 ? width : null;
}
