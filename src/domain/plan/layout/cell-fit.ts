import type { PhraseContext } from '../phrases/finding.ts';
import { fold, squeeze } from '../phrases/fold.ts';
import { readDeadline } from '../phrases/read-deadline.ts';
import { ownerLikeness } from '../phrases/read-owners.ts';
import type { StreamCell } from './cell-stream.ts';
import type { ColumnKind } from './column-headers.ts';

/** What the words of a cell look like, whatever column it stands in. */
export interface CellLook {
  readonly length: number;
  /** 0 … 1 */
  readonly owner: number;
  /** 0 … 1 */
  readonly deadline: number;
  readonly bareNumber: boolean;
  /** Begins with `1.` `2、` `（3）` ①. */
  readonly numbered: boolean;
  /** Begins with 一、 or （一）. */
  readonly heading: boolean;
  readonly sentence: boolean;
  /** Two to four characters, or several such names. */
  readonly personal: boolean;
}

const BARE_NUMBER = /^[([]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)\].、]?$/;
const NUMBERED = /^(?:\d{1,3}\s*[.、。)](?!\d)|\(\d{1,3}\)|\d{1,3}\(\d{1,3}\)|[①-⑳])/;
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+(?:部分|章|节|条))/;
const NAMES = /^[\u4e00-\u9fff·]{2,4}(?:[、,;/ ][\u4e00-\u9fff·]{2,4})*$/;
const ANY_YEAR: PhraseContext = { year: 2000, issuedOn: null, place: 'deadline-cell' };
const LONG_DEADLINE = 90;
const EMPTY: Readonly<Record<ColumnKind | 'heading', number>> = {
  seq: 0,
  area: 0,
  item: -4,
  owner: -0.5,
  person: 0,
  deadline: -0.5,
  other: 0,
  heading: -6,
};

export function lookAt(cell: StreamCell): CellLook {
  const text = fold(squeeze(cell.text));
  const numbered = NUMBERED.test(text);
  return {
    length: text.length,
    owner: numbered ? 0 : ownerLikeness(cell.text),
    deadline: numbered ? 0 : deadlineLikeness(cell.text, text),
    bareNumber: BARE_NUMBER.test(text),
    numbered,
    heading: HEADING.test(text),
    personal: NAMES.test(text),
    sentence: /[。;；]./.test(text) || /[。;；]$/.test(text) || (text.match(/[,、]/g) ?? []).length > 3,
  };
}

function deadlineLikeness(raw: string, text: string): number {
  if (text === '' || text.length > LONG_DEADLINE) return 0;
  const reading = readDeadline(raw, ANY_YEAR);
  if (reading.rules.length === 0) return /时限|时间|期限|节点|进度|待定/.test(text) && text.length < 16 ? 0.5 : 0;
  const covered = reading.rules.reduce((sum, rule) => sum + rule.phrase.length, 0) / text.length;
  if (reading.unread) return 0.5;
  const duty = reading.rules.every((rule) => rule.kind === 'quota' || rule.kind === 'rate') && text.length > 14;
  if (duty || (text.length > 30 && text.endsWith('。') && !/^[^,;。]{0,20}(?:之日|后|内|前)/.test(text))) return 0.4;
  return text.length <= 30 || covered > 0.6 ? 1 : 0.5;
}

/** How well a cell fits a column, about −6 … 4. Empty cells fit wherever merged cells leave them. */
export function fitOf(kind: ColumnKind | 'heading', look: CellLook): number {
  if (look.length === 0) return EMPTY[kind];
  switch (kind) {
    case 'seq':
      return look.bareNumber ? 4 : -6;
    case 'area':
      return areaFit(look);
    case 'item':
      return itemFit(look);
    case 'owner':
      return ownerFit(look);
    case 'deadline':
      return deadlineFit(look);
    case 'person':
      return look.personal && look.deadline === 0 && look.owner < 1 ? 2.5 : look.owner === 1 ? -0.5 : -2.5;
    case 'other':
      return look.numbered ? -2 : look.owner === 1 || look.deadline === 1 ? -1 : look.length > 60 ? -1 : 0;
    case 'heading':
      return headingFit(look);
  }
}

function ownerFit(look: CellLook): number {
  if (look.owner === 0 && look.length <= 40) return -2.5 - (look.bareNumber || look.numbered ? 3 : 0);
  const against = (look.deadline === 1 ? 3 : 0) + (look.numbered ? 4 : 0) + (look.length > 100 ? 2 : 0);
  return bounded(look.owner * 4 - 1 - against);
}

function deadlineFit(look: CellLook): number {
  const against =
    (look.owner === 1 && look.deadline < 1 ? 3 : 0) + (look.numbered ? 4 : 0) + (look.length > LONG_DEADLINE ? 3 : 0);
  return bounded(look.deadline * 4 - 1 - against);
}

function areaFit(look: CellLook): number {
  if (look.bareNumber) return -4;
  const short = look.length <= 30 ? 1 : look.length <= 60 ? 0 : -2;
  const shape = (look.heading ? 2 : 0) - (look.numbered ? 1.5 : 0) - (look.sentence ? 1 : 0);
  return bounded(short + shape - (look.owner === 1 ? 2.5 : 0) - (look.deadline === 1 ? 2.5 : 0));
}

function itemFit(look: CellLook): number {
  if (look.bareNumber) return -5;
  const long = look.length > 25 ? 1.5 : look.length > 12 ? 0.5 : 0;
  const shape = (look.numbered ? 2.5 : 0) + (look.sentence ? 1 : 0) - (look.heading ? 1 : 0);
  return bounded(
    long + shape - (look.owner === 1 && look.length < 40 ? 3 : 0) - (look.deadline === 1 && look.length < 30 ? 3 : 0),
  );
}

function headingFit(look: CellLook): number {
  if (look.bareNumber || look.owner === 1 || look.deadline === 1 || look.numbered) return -6;
  return (look.heading ? 1.5 : -2.5) - (look.length > 50 ? 2 : 0) - (look.sentence ? 1.5 : 0);
}

function bounded(value: number): number {
  return Math.max(-6, Math.min(4, value));
}
