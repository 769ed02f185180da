import { squeeze, stripArtefacts } from '../phrases/fold.ts';
import type { Block } from '../source-document.ts';
import type { LookAt } from './cell-look.ts';
import { isClosing } from './closing.ts';

/** A cell or paragraph in the order of the document. */
export interface StreamCell {
  /** Lines as printed, joined by line breaks, artefacts taken out. Empty for an empty cell. */
  readonly text: string;
  readonly place: string;
  /** What the document prints there, if anything, where `text` is a word that we put in its place. */
  readonly printed?: string;
  /** What separates it from the one before: a cell mark, a blank line, or only a line break. */
  readonly gap: 'cell' | 'blank' | 'line';
}

/** The document as one sequence of cells, for one way of telling where a cell begins. */
export interface CellStream {
  readonly cells: readonly StreamCell[];
  readonly how: 'tabs' | 'pipes' | 'blank-lines' | 'lines';
}

export interface Line {
  readonly text: string;
  readonly place: string;
}

const LEAVINGS =
  /[^\t\n!-~\u2010-\u201f\u2026\u2460-\u2473\u3001-\u3017\u4e00-\u9fff\uff01-\uff5e]|bookmark|HYPERLINK|MERGEFORMAT/i;
const PAGE_NUMBER =
  /^\s*(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/;
const MOST_BLANKS = 3;
const RULER = /^[\s|｜:+-]*$/;
const PIPE = /[|｜]/;
const HEADING =
  /^\s*(?:[一二三四五六七八九十]+、|[（(]\s*[一二三四五六七八九十]+\s*[)）]|第[一二三四五六七八九十]+(?:部分|章))/;
/** 一、 alone in its line begins a narrow cell that goes on below. */
const LONE_NUMERAL = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])$/;
const OWNER_END = /[科处股室局办]$/;
const NARROW = 5;
const MOST_NARROW = 5;
/** Every way in which lines may be read as cells of unknown rows, the surest first. */
export function cellStreams(lines: readonly Line[], lookAt: LookAt): readonly CellStream[] {
  const streams: CellStream[] = [];
  const piped = lines.filter((line) => PIPE.test(line.text)).length;
  if (piped >= 4) streams.push({ how: 'pipes', cells: pipedCells(lines) });
  if (lines.filter((line) => line.text.includes('\t')).length >= 4)
    streams.push({ how: 'tabs', cells: tabbedCells(lines, lookAt) });
  streams.push({ how: 'blank-lines', cells: paragraphs(lines) }, { how: 'lines', cells: singleLines(lines) });
  return streams;
}

/** The lines of a document; of a table each cell is one. Of many blank lines two say as much. */
export function linesOf(blocks: readonly Block[]): readonly Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  for (const block of blocks) {
    if (block.type === 'table') {
      for (const cell of block.cells) lines.push({ text: cleaned(cell.text), place: cell.place });
      blanks = 0;
    } else if (block.text !== '') {
      const text = withoutInnerPipes(cleaned(block.text));
      lines.push({ text: PAGE_NUMBER.test(text) ? '' : text, place: block.place });
      blanks = 0;
    } else {
      blanks += 1;
      if (blanks <= MOST_BLANKS) lines.push({ text: '', place: block.place });
    }
  }
  return lines;
}

/** 【牵头：甲｜配合：乙】: a pipe inside of a bracket with labels parts no cells. */
const BRACKET = /[【（([〔][^【（([〔】）)\]〕\n]{3,240}[】）)\]〕]/g;
const LABELLED = /^.[^|｜]{1,20}[:：]/;

function withoutInnerPipes(text: string): string {
  if (!PIPE.test(text) || !/[【（([〔]/.test(text)) return text;
  return text.replace(BRACKET, (words) => (LABELLED.test(words) ? words.replace(/[|｜]/g, '；') : words));
}

/** Tabs begin cells, a cell goes on over the lines that have none. */
function tabbedCells(lines: readonly Line[], lookAt: LookAt): readonly StreamCell[] {
  const cells: { lines: string[]; place: string; started: boolean }[] = [];
  for (const line of lines) {
    line.text.split('\t').forEach((part, index) => {
      const last = cells.at(-1);
      if (index > 0) cells.push({ lines: [part], place: line.place, started: part.trim() !== '' });
      else if (!last) cells.push({ lines: [part], place: line.place, started: part.trim() !== '' });
      else {
        last.lines.push(part);
        if (!last.started && part.trim() !== '') {
          last.place = line.place;
          last.started = true;
        }
      }
    });
  }
  return cells.flatMap(({ lines: parts, place }, index) => {
    const cell: StreamCell = { text: trimLines(parts.join('\n')), place, gap: 'cell' };
    return index === 0 ? looseParagraphs(cell) : splitTail(cell, lookAt);
  });
}

/** Text before the first tab is no cell of the table. */
function looseParagraphs(cell: StreamCell): readonly StreamCell[] {
  return cell.text.split(/\n\s*\n/).map((text): StreamCell => ({ ...cell, text: trimLines(text), gap: 'blank' }));
}

/** A heading or a note without a tab of its own, after the last cell of a row. */
function splitTail(cell: StreamCell, lookAt: LookAt): readonly StreamCell[] {
  const parts = cell.text.split(/\n[^\S\n]*\n/);
  const cut = parts.findIndex((part, index) => index > 0 && (HEADING.test(part) || isClosing(part)));
  const head = cut > 0 ? parts.slice(0, cut).join('\n') : '';
  const closes = isClosing(parts[cut] ?? '');
  if (cut < 1 || HEADING.test(head) || (!closes && (squeeze(head).length > 40 || !endsRow(head, lookAt))))
    return [cell];
  const tail = parts.slice(cut).map((text): StreamCell => ({ ...cell, text: trimLines(text), gap: 'blank' }));
  return [{ ...cell, text: trimLines(head) }, ...tail];
}

function endsRow(text: string, lookAt: LookAt): boolean {
  const look = lookAt(text);
  return look.owner === 1 || look.deadline > 0;
}

/**
 * Cells end with pipes, on whatever lines they stand. Web pages lose the empty and the merged ones, so an empty cell says
 * nothing; a page may also set a pipe before each row.
 */
function pipedCells(lines: readonly Line[]): readonly StreamCell[] {
  const cells: StreamCell[] = [];
  let gap: StreamCell['gap'] = 'line';
  for (const line of lines) {
    if (line.text.trim() === '' || RULER.test(line.text)) {
      if (PIPE.test(line.text)) gap = 'blank';
      continue;
    }
    line.text.split(PIPE).forEach((part, index) => {
      if (index > 0) gap = 'blank';
      if (part.trim() === '') return;
      cells.push({ text: part.trim(), place: line.place, gap });
      gap = 'line';
    });
  }
  return cells;
}

/** One cell a paragraph, blank lines between them. */
function paragraphs(lines: readonly Line[]): readonly StreamCell[] {
  const cells: StreamCell[] = [];
  let open = false;
  for (const line of lines) {
    if (line.text.trim() === '') {
      open = false;
      continue;
    }
    const last = cells.at(-1);
    if (open && last) cells[cells.length - 1] = { ...last, text: `${last.text}\n${line.text.trim()}` };
    else cells.push({ text: line.text.trim(), place: line.place, gap: 'blank' });
    open = true;
  }
  return cells;
}

function singleLines(lines: readonly Line[]): readonly StreamCell[] {
  const cells: StreamCell[] = [];
  let open = 0;
  for (const line of lines) {
    const text = line.text.trim();
    if (text === '') continue;
    const last = cells.at(-1);
    if (open > 0 && last && text.length <= NARROW && /^[\u4e00-\u9fff“”]+$/.test(text) && !OWNER_END.test(text)) {
      cells[cells.length - 1] = { ...last, text: `${last.text}\n${text}` };
      open -= 1;
      continue;
    }
    open = LONE_NUMERAL.test(text) ? MOST_NARROW : 0;
    cells.push({ text, place: line.place, gap: 'line' });
  }
  return cells;
}

/** Word's and web pages' leavings taken out; most cells have none, and looking is cheaper. */
export function cleaned(text: string): string {
  return LEAVINGS.test(text) ? stripArtefacts(text) : text;
}

export function trimLines(text: string): string {
  if (!text.includes('\n')) return text.trim();
  // The lines are trimmed, so what is left at the ends is line breaks only.
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
