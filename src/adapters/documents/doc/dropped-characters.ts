import { equationText } from '../equation-text.ts';
import { countBefore } from '../halving.ts';
import { readFormattedRuns } from './formatting-pages.ts';
import type { WordFile } from './open-word-file.ts';
import type { WordText } from './piece-table.ts';
import { type PropertyChange, propertyChanges, SPRM } from './property-changes.ts';

/** Characters that a person does not see as they stand in the file. */
export interface DroppedCharacters {
  /** By character position: 1 where the character is not text. */
  readonly marks: Uint8Array;
  /** What is seen at the place of a dropped one. */
  readonly instead: ReadonlyMap<number, string>;
}

const FIELD = { begin: 0x13, separator: 0x14, end: 0x15 };
/** Word itself nests no deeper than 20. */
const MAX_NESTING = 32;
const LONGEST_EQUATION = 200;
const CELL = '\u0007';
/** Signs of the Wingdings fonts that carry a meaning in a form. */
const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0xa8, '□'],
  [0x6f, '□'],
  [0xa3, '□'],
  [0xfe, '☑'],
  [0x52, '☑'],
  [0xfc, '√'],
]);

/** Deleted and hidden text, field codes, symbols. */
export function findDroppedCharacters(file: WordFile, wordText: WordText): DroppedCharacters {
  const marks = new Uint8Array(wordText.text.length);
  const instead = new Map<number, string>();
  markFormatted(file, wordText, marks, instead);
  markFields(wordText.text, marks, instead);
  return { marks, instead };
}

function markFormatted(file: WordFile, { pieces }: WordText, marks: Uint8Array, instead: Map<number, string>): void {
  const runs = readFormattedRuns('character', file.main, file.table, file.fib.characterPages)
    .map(({ from, to, properties }) => ({ from, to, change: properties && seenChange(propertyChanges(properties)) }))
    .filter(({ change }) => change !== undefined);
  for (const { from, to, offset, charSizeBytes, changes } of pieces) {
    if (seenChange(changes)?.dropped) marks.fill(1, from, to);
    const end = offset + (to - from) * charSizeBytes;
    for (
      let at = Math.max(0, countBefore(runs.length, (run) => (runs[run]?.from ?? 0) <= offset) - 1);
      at < runs.length;
      at += 1
    ) {
      const run = runs[at];
      if (!run || run.from >= end) break;
      if (run.to <= offset) continue;
      const first = from + Math.floor((Math.max(run.from, offset) - offset) / charSizeBytes);
      const last = from + Math.ceil((Math.min(run.to, end) - offset) / charSizeBytes);
      marks.fill(1, first, last);
      if (run.change?.symbol) instead.set(first, run.change.symbol);
    }
  }
}

function seenChange(changes: readonly PropertyChange[]): { dropped: boolean; symbol?: string } | undefined {
  let dropped = false;
  let symbol: string | undefined;
  for (const { code, operand } of changes) {
    if ((code === SPRM.CFVanish || code === SPRM.CFRMarkDel) && operand.length > 0) dropped = operand.u8(0) === 1;
    if (code === SPRM.CSymbol && operand.length >= 4) symbol = SYMBOLS.get(operand.u16(2) & 0xff) ?? '';
  }
  if (dropped) return { dropped };
  return symbol === undefined ? undefined : { dropped, symbol };
}

/** Of a field only the result is seen. A mark without its partner is no field, and no text either. */
function markFields(text: string, marks: Uint8Array, instead: Map<number, string>): void {
  const open: { begin: number; separator: number | undefined }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < FIELD.begin || code > FIELD.end) continue;
    marks[at] = 1;
    const field = open.at(-1);
    if (code === FIELD.begin && open.length < MAX_NESTING) open.push({ begin: at, separator: undefined });
    else if (code === FIELD.separator && field) field.separator ??= at;
    else if (code === FIELD.end && field) {
      open.pop();
      markCode(text, field.begin, field.separator ?? at, marks, instead);
    }
  }
}

function markCode(text: string, begin: number, end: number, marks: Uint8Array, instead: Map<number, string>): void {
  const code = text.slice(begin + 1, end);
  // Two marks of different fields: what lies between them is the table.
  if (code.includes(CELL)) return;
  marks.fill(1, begin, end);
  const printed = code.length < LONGEST_EQUATION ? equationText(code) : '';
  if (printed !== '') instead.set(begin, printed);
}
