import { fold } from './phrases/fold.ts';
import { ownerLikeness } from './phrases/read-owners.ts';

/** An item and what its trailing bracket says about offices and time. */
export interface OfficeBlock {
  readonly text: string;
  readonly owners: string | null;
  readonly deadline: string | null;
}

const LABELLED = /(?:牵头|责任|负责|配合|协办|承办)[^:()]{0,6}:/;
const DEADLINE_LABEL = /(?:完成时限|完成时间|时限|时间要求|完成期限)\s*[:：]\s*([^;；)）]+)[;；]?/;
const LONGEST = 240;

/** Takes `（责任单位：…；完成时限：…）` or `（甲科牵头，乙科配合）` off the end of an item. Other brackets stay. */
export function takeOfficeBlock(item: string): OfficeBlock {
  const none = { text: item, owners: null, deadline: null };
  const folded = fold(item).replace(/[。;]$/, '');
  if (!folded.endsWith(')')) return none;
  const open = openingOf(folded);
  if (open < 1 || folded.length - open > LONGEST) return none;
  const inner = item.slice(open + 1, folded.length - 1);
  const deadline = DEADLINE_LABEL.exec(inner);
  const owners = (deadline ? inner.replace(deadline[0], '') : inner).trim();
  const named =
    LABELLED.test(fold(owners)) || (/牵头|负责|配合|落实|办理|协办/.test(owners) && ownerLikeness(owners) === 1);
  if (!named && !deadline) return none;
  return {
    text: item.slice(0, open).trim(),
    owners: owners === '' ? null : owners,
    deadline: deadline?.[1]?.trim() ?? null,
  };
}

function openingOf(folded: string): number {
  let depth = 0;
  for (let index = folded.length - 1; index >= 0; index -= 1) {
    if (folded[index] === ')') depth += 1;
    if (folded[index] === '(') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}
