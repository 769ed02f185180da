import { fold } from '../phrases/fold.ts';
import { isOfficeName, splitNames } from '../phrases/office-names.ts';
import { ownerLikeness } from '../phrases/read-owners.ts';
import { EDGES, isDeadline } from './owner-parts.ts';

/** How names are taken that no verb and no label goes with. */
export interface BareNames {
  /** `never`, behind a full stop, or (`loose`) also at the end of a text that no full stop precedes: 公布预算（财务科） */
  readonly brackets: 'never' | 'after-stop' | 'loose';
  /** Behind a dash at the end: 公布预算——财务科 */
  readonly dashes: boolean;
  /** On a line of their own below the words. */
  readonly lines: boolean;
}

export const NO_BARE_NAMES: BareNames = { brackets: 'never', dashes: false, lines: false };

const LONGEST_NAMES = 60;
const LONGEST_NAME = 14;
const LONGEST_TAIL = 100;
const LONGEST_TIME = 20;

/** Whether a line consists of the names of offices: 财务科、办公室 */
export function isNamesLine(text: string): boolean {
  if (text.length > LONGEST_NAMES || text.length < 3) return false;
  const folded = fold(text).replace(EDGES, '');
  if (/[:。;!?-]|^[([【]/.test(folded)) return false;
  return splitNames(folded).every((name) => {
    const bare = name.replace(/\(.*/, '');
    return bare.length <= LONGEST_NAME && isOfficeName(bare) && isOfficeName(name);
  });
}

/** Who and by when, as printed, behind a dash that stands at `at`. */
export interface DashedNames {
  readonly at: number;
  readonly owners: string;
  readonly deadline: string | null;
}

/** The names of offices, and a time behind them, with which a text ends: …——执行局牵头，政治部配合，9月底前 */
export function namesBehindDash(text: string): DashedNames | null {
  const from = Math.max(0, text.length - LONGEST_TAIL);
  if (!/[—–-]/.test(text.slice(from))) return null;
  const last = lastDash(fold(text.slice(from)));
  if (!last) return null;
  const parts = text
    .slice(from + last.end)
    .replace(/[。;；]$/, '')
    .split(/[,，;；]/)
    .map((part) => part.trim());
  const late: string[] = [];
  while (parts.length > 1 && isTime(parts.at(-1) ?? '', parts.length === 2)) late.unshift(parts.pop() ?? '');
  const owners = parts.join('，');
  if (owners.length < 2 || !(isNamesLine(owners) || (parts.length < 4 && areOwners(owners)))) return null;
  return { at: from + last.start, owners, deadline: late.length > 0 ? late.join('，') : null };
}

/** The last dash that is none between numbers or times: 3月22日-28日. */
function lastDash(folded: string): { readonly start: number; readonly end: number } | null {
  const dashes = [...folded.matchAll(/(?<![-\d日月])-{1,2}(?![-\d])/g)].at(-1);
  return dashes ? { start: dashes.index, end: dashes.index + dashes[0].length } : null;
}

/** A time, or the only words behind the names that are no names themselves. */
function isTime(words: string, only: boolean): boolean {
  return isDeadline(words) || (only && words.length <= LONGEST_TIME && ownerLikeness(words) === 0);
}

function areOwners(words: string): boolean {
  return /牵头|负责|配合|参加|协办|承办|协助/.test(words) && !/[。:：]/.test(words) && ownerLikeness(words) === 1;
}

/** 区政府(管委会): what stands before the bracket is a name already. */
export function endsInName(words: string): boolean {
  return isOfficeName(
    words
      .split(/[、,;:。\s□]/)
      .at(-1)
      ?.slice(-LONGEST_NAME) ?? '',
  );
}
