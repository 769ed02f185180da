import { fold } from './phrases/fold.ts';
import { ABOUT_DUTY } from './phrases/role-verbs.ts';
import { NO_BARE_NAMES } from './prose/bare-names.ts';
import { findOwnerBlocks } from './prose/owner-blocks.ts';

/** An item and what the block at its end says about offices and time. */
export interface OfficeBlock {
  readonly text: string;
  readonly owners: string | null;
  readonly deadline: string | null;
}

const TIMED = /时限|时间|期限/;
const BRACKET = /[)）﹚\]］】〕]/;
const CLOSED = /[)\]】〕][。;.]?$/;
const LONGEST_END = 2;
/** Far beyond any item with its block. */
const LONGEST_TAIL = 400;

/** Takes `（责任单位：…；完成时限：…）` or `（甲科牵头，乙科配合）` off the end of an item. Other brackets stay. */
export function takeOfficeBlock(item: string): OfficeBlock {
  const none = { text: item, owners: null, deadline: null };
  const end = item.slice(-LONGEST_END);
  if (!BRACKET.test(end) || !CLOSED.test(fold(end))) return none;
  const from = Math.max(0, item.length - LONGEST_TAIL);
  const tail = fold(item.slice(from));
  if (!ABOUT_DUTY.test(tail) && !TIMED.test(tail)) return none;
  const last = findOwnerBlocks(item.slice(from), NO_BARE_NAMES).at(-1);
  if (last?.form !== 'bracket' || from + last.start === 0) return none;
  if (!/^[。;.\s]*$/.test(tail.slice(last.end))) return none;
  return { text: item.slice(0, from + last.start).trim(), owners: last.owners, deadline: last.deadline };
}
