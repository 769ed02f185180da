import type { CellLook } from './cell-look.ts';
import { type Column, type ColumnKind, STARTS } from './header-words.ts';

/** A deadline is seldom longer. */
const LONG_DEADLINE = 90;
/** `prose` is a column beside the item that holds sentences as well: 落实情况, 工作标准. */
export type Fitting = ColumnKind | 'heading' | 'prose';

const PROSE = /情况|进展|成效|目标|标准|要求|成果|内容|措施|举措|说明|依据|做法|程序/;
const EMPTY: Readonly<Record<Fitting, number>> = {
  seq: 0,
  area: 0,
  item: -4,
  owner: -0.5,
  person: 0,
  deadline: -0.5,
  other: 0,
  prose: 0,
  heading: -6,
};

/** When something begins looks like a deadline, though it is none. */
export function fittingOf(column: Column): Fitting {
  if (column.kind === 'other' && STARTS.test(column.header)) return 'deadline';
  return column.kind === 'other' && PROSE.test(column.header) ? 'prose' : column.kind;
}

/** Owners are repeated by a ditto more than anything else. */
const DITTO: Readonly<Record<Exclude<Fitting, 'heading'>, number>> = {
  seq: -6,
  area: 1,
  item: -4,
  owner: 3,
  person: 2.5,
  deadline: 1.5,
  other: 0,
  prose: 0,
};

/** How well a cell fits each column, the outer areas first: 一、 stands in the first of several, （一） in the next. */
export function fitsOf(columns: readonly Fitting[], look: CellLook): readonly number[] {
  const areas = columns.filter((column) => column === 'area').length;
  let level = 0;
  return columns.map((column) => {
    if (column !== 'area') return fitOf(column, look);
    level += 1;
    return fitOf(column, look) + (areas > 1 && look.level > 0 && Math.min(look.level, areas) !== level ? -1 : 0);
  });
}

/** How well a cell fits a column, about −6 … 4. Empty cells fit wherever merged cells leave them. */
export function fitOf(kind: Fitting, look: CellLook): number {
  if (look.length === 0) return EMPTY[kind];
  if (look.ditto && kind !== 'heading') return DITTO[kind];
  switch (kind) {
    case 'seq':
      return look.bareNumber ? 4 : look.code ? 2 : -6;
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
    case 'prose':
      return look.owner === 1 || look.deadline === 1 ? -1 : look.numbered ? 0 : look.length > 20 ? 2 : 0.5;
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
