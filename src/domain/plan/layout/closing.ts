import { CLOSING_WORDS, isDateLine, isSignedLine } from '../phrases/closing-lines.ts';
import { fold, squeeze } from '../phrases/fold.ts';
import { hasHeadingNumber } from './item-number.ts';
import { hasOwner, isBlankRow, type RawRow } from './raw-rows.ts';
import { levelOf, readHeading } from './section-heading.ts';

const CLOSING = new RegExp(
  `^(?:${CLOSING_WORDS}|填表说明|联系人:|填报人|审核人|制表|主办:.{2,24}(?:承办|版权|备案)|Copyright|©)`,
  'i',
);
const NOTE = /^(?:备注|说明|注|填表说明)[：:]?$/;
const TOTAL = /^(?:合计|总计|小计|共计|累计)(?:[:：]?\d*.{0,6})?$/;

/** 3项 where an owner would stand. */
const COUNT = /^共?\d/;

/** Notes and signatures below a table. */
export function isClosing(text: string): boolean {
  const words = fold(squeeze(text.slice(0, 200)));
  return CLOSING.test(words) || (text.length <= 60 && (isDateLine(words) || isSignedLine(words)));
}

/** 合计 | | 12: counts rows, and is none. */
export function isTotal(row: RawRow): boolean {
  if (hasOwner(row) && !row.owners.every((text) => text === '' || COUNT.test(text))) return false;
  const words = row.heading === null ? [row.seq ?? '', ...row.areas, row.item.text] : [row.heading];
  return words.some((text) => text.length <= 12 && TOTAL.test(text));
}

/** What follows the last real row: notes, signatures, the title of the next table. Before a page break a heading is real. */
export function withoutClosing(rows: readonly RawRow[], goesOn: boolean): readonly RawRow[] {
  const closing = rows.findIndex(
    (row) =>
      row.item.level === 0 &&
      row.seq === null &&
      row.deadline === '' &&
      !hasOwner(row) &&
      (CLOSING.test(fold((row.heading ?? row.item.text).slice(0, 20))) || NOTE.test(row.areas.join(''))),
  );
  const body = closing < 0 ? rows : rows.slice(0, closing);
  let end = body.length;
  while (end > 0) {
    const row = body[end - 1];
    if (!row || hasOwner(row) || row.deadline !== '' || row.item.level > 0 || row.seq !== null) break;
    const open = row.heading === null && row.item.text !== '' && row.cells.some((cell) => cell.gap === 'cell');
    if (open || (goesOn && isHeading(row))) break;
    end -= 1;
  }
  return body.slice(0, end);
}

function isHeading(row: RawRow): boolean {
  return hasHeadingNumber(row.heading ?? row.areas.join(''));
}

/** Headings with no row before the next one of their level head nothing. */
export function withoutEmptyHeadings(rows: readonly RawRow[]): readonly RawRow[] {
  let next = Number.POSITIVE_INFINITY;
  const kept = rows.toReversed().filter((row) => {
    if (row.heading === null) {
      if (!isBlankRow(row)) next = Number.POSITIVE_INFINITY;
      return true;
    }
    const level = levelOf(readHeading(row.heading));
    const empty = level >= next;
    next = Math.min(next, level);
    return !empty;
  });
  return kept.toReversed();
}
