import { squeeze, stripArtefacts } from '../phrases/fold.ts';
import { readDeadline } from '../phrases/read-deadline.ts';
import { ownerLikeness } from '../phrases/read-owners.ts';
import type { Block } from '../source-document.ts';

/** A cell or paragraph in the order of the document. */
export interface StreamCell {
  /** Lines as printed, joined by line breaks, artefacts taken out. Empty for an empty cell. */
  readonly text: string;
  readonly place: string;
  /** What separates it from the one before: a cell mark, a blank line, or only a line break. */
  readonly gap: 'cell' | 'blank' | 'line';
  /** Where the document says which column it stands in; null where only its words tell. */
  readonly column: number | null;
}

/** The document as one sequence of cells, for one way of telling where a cell begins. */
export interface CellStream {
  readonly cells: readonly StreamCell[];
  readonly how: 'tabs' | 'grid' | 'blank-lines' | 'lines';
}

interface Line {
  readonly text: string;
  readonly place: string;
}

const PAGE_NUMBER =
  /^\s*(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/;
const RULER = /^[\s|:+-]*$/;
const HEADING =
  /^\s*(?:[一二三四五六七八九十]+、|[（(]\s*[一二三四五六七八九十]+\s*[)）]|第[一二三四五六七八九十]+(?:部分|章))/;
const CLOSING =
  /^\s*(?:附件|附表|备注[:：]|注[:：]|联系人|抄送|.{2,30}(?:局|委|会|室|府|厅|院|中心|办)\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)/;

/** Every way in which the blocks may be read as cells, the surest first. */
export function cellStreams(blocks: readonly Block[]): readonly CellStream[] {
  const streams: CellStream[] = [];
  const lines = linesOf(blocks);
  if (blocks.some((block) => block.type === 'table')) streams.push({ how: 'grid', cells: gridCells(blocks) });
  const piped = lines.filter((line) => /[|｜][^|｜\n]*[|｜]/.test(line.text)).length;
  if (piped >= 2) streams.push({ how: 'grid', cells: pipedCells(lines) });
  const tabbed = lines.filter((line) => tabInside(line.text.trim())).length;
  if (tabbed >= 2) streams.push({ how: 'grid', cells: rowPerLine(lines) });
  if (lines.filter((line) => line.text.includes('\t')).length >= 4)
    streams.push({ how: 'tabs', cells: tabbedCells(lines) });
  streams.push({ how: 'blank-lines', cells: paragraphs(lines) }, { how: 'lines', cells: singleLines(lines) });
  return streams;
}

/** A tab behind a word of the same line. */
function tabInside(text: string): boolean {
  return text.split('\n').some((line) => line.trimStart().includes('\t'));
}

function linesOf(blocks: readonly Block[]): readonly Line[] {
  return blocks.flatMap((block): readonly Line[] => {
    if (block.type === 'table') return [];
    const text = stripArtefacts(block.text);
    return PAGE_NUMBER.test(text) ? [{ text: '', place: block.place }] : [{ text, place: block.place }];
  });
}

/** Tabs begin cells, a cell goes on over the lines that have none. */
function tabbedCells(lines: readonly Line[]): readonly StreamCell[] {
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
    const cell: StreamCell = { text: trimLines(parts.join('\n')), place, gap: 'cell', column: null };
    return index === 0 ? looseParagraphs(cell) : splitTail(cell);
  });
}

/** Text before the first tab is no cell of the table. */
function looseParagraphs(cell: StreamCell): readonly StreamCell[] {
  return cell.text.split(/\n\s*\n/).map((text): StreamCell => ({ ...cell, text: trimLines(text), gap: 'blank' }));
}

/** A heading or a note without a tab of its own, after the last cell of a row. */
function splitTail(cell: StreamCell): readonly StreamCell[] {
  const parts = cell.text.split(/\n[^\S\n]*\n/);
  const cut = parts.findIndex((part, index) => index > 0 && (HEADING.test(part) || CLOSING.test(part)));
  const head = cut > 0 ? parts.slice(0, cut).join('\n') : '';
  const closes = CLOSING.test(parts[cut] ?? '');
  if (cut < 1 || HEADING.test(head) || (!closes && (squeeze(head).length > 40 || !endsRow(head)))) return [cell];
  const tail = parts.slice(cut).map((text): StreamCell => ({ ...cell, text: trimLines(text), gap: 'blank' }));
  return [{ ...cell, text: trimLines(head) }, ...tail];
}

function endsRow(text: string): boolean {
  return (
    ownerLikeness(text) === 1 ||
    readDeadline(text, { year: 2000, issuedOn: null, place: 'deadline-cell' }).rules.length > 0
  );
}

/** One row a line, cells between tabs; a line without tabs stands alone. */
function rowPerLine(lines: readonly Line[]): readonly StreamCell[] {
  const led = lines.filter((line) => tabInside(line.text.trimStart())).every((line) => line.text.startsWith('\t'));
  return lines.flatMap((line): readonly StreamCell[] => {
    if (line.text.trim() === '') return [];
    const parts = (led ? line.text.replace(/^\t/, '') : line.text).split('\t');
    if (parts.length < 2) return [{ text: line.text.trim(), place: line.place, gap: 'line', column: null }];
    return parts.map((text, column): StreamCell => ({ text: text.trim(), place: line.place, gap: 'cell', column }));
  });
}

function pipedCells(lines: readonly Line[]): readonly StreamCell[] {
  return lines.flatMap((line): readonly StreamCell[] => {
    if (line.text.trim() === '' || (RULER.test(line.text) && line.text.includes('--'))) return [];
    const row = line.text.trim();
    if (!/[|｜]/.test(row)) return [{ text: row, place: line.place, gap: 'line', column: null }];
    const parts = row.replace(/^[|｜]|[|｜]$/g, '').split(/[|｜]/);
    return parts.map((text, column): StreamCell => {
      return { text: text.replace(/<br\s*\/?>/gi, '\n').trim(), place: line.place, gap: 'cell', column };
    });
  });
}

function gridCells(blocks: readonly Block[]): readonly StreamCell[] {
  return blocks.flatMap((block): readonly StreamCell[] => {
    if (block.type !== 'table') return singleLines([{ text: stripArtefacts(block.text), place: block.place }]);
    return [...block.cells]
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .map((cell): StreamCell => {
        return { text: trimLines(stripArtefacts(cell.text)), place: cell.place, gap: 'cell', column: cell.column };
      });
  });
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
    else cells.push({ text: line.text.trim(), place: line.place, gap: 'blank', column: null });
    open = true;
  }
  return cells;
}

function singleLines(lines: readonly Line[]): readonly StreamCell[] {
  return lines.flatMap((line): readonly StreamCell[] =>
    line.text.trim() === '' ? [] : [{ text: line.text.trim(), place: line.place, gap: 'line', column: null }],
  );
}

function trimLines(text: string): string {
  // The lines are trimmed, so what is left at the ends is line breaks only.
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
