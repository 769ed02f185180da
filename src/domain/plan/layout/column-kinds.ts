import type { LookAt } from './cell-look.ts';
import { type HeaderLeaf, kindOfLeaf } from './grid-headers.ts';
import {
  type Column,
  type ColumnKind,
  hasInnerOwner,
  isPeriod,
  itemWeight,
  roleOfHeader,
  STARTS,
} from './header-words.ts';
import { isList } from './item-number.ts';

/** What the cells of one column look like; the shares are of its filled cells, 0 … 1. */
export interface ColumnStats {
  readonly rows: number;
  readonly filled: number;
  readonly owner: number;
  readonly deadline: number;
  readonly number: number;
  readonly numbered: number;
  /** 2021-01, A-3, ZW003. */
  readonly codes: number;
  /** Several numbered things in one cell. */
  readonly lists: number;
  readonly length: number;
}

/** A column before its kind is decided: only text columns are still `area`. */
interface Draft {
  readonly leaf: HeaderLeaf;
  readonly stats: ColumnStats;
  kind: ColumnKind | undefined;
}

const OFTEN = 0.6;
const CLEARLY_LONGER = 1.2;
/** A few words that name what the longer text beside them is about. */
const LONGEST_LABEL = 14;
/** Numbers under these count no rows. */
const COUNTS_ELSE = /分值|得分|分数|权重|数量|金额|次数|频次|投资/;
const MEASURE = /措施|举措|做法/;
const BRACKETED = /[（(〔【](?:牵头|责任|负责|配合|承办)[^（()）]{1,200}[)）〕】]/;

export function statsOf(texts: readonly string[], lookAt: LookAt): ColumnStats {
  const filled = texts.filter((text) => text !== '');
  const looks = filled.map(lookAt);
  const share = (of: (look: ReturnType<LookAt>) => number): number =>
    filled.length === 0 ? 0 : looks.reduce((sum, look) => sum + of(look), 0) / filled.length;
  return {
    rows: texts.length,
    filled: filled.length,
    owner: share((look) => look.owner),
    deadline: share((look) => look.deadline),
    number: share((look) => Number(look.bareNumber)),
    numbered: share((look) => Number(look.numbered)),
    codes: share((look) => Number(look.code)),
    lists: filled.filter(isList).length / Math.max(1, filled.length),
    length: share((look) => look.length),
  };
}

/** Decides what each column holds, by its header and by its cells. Null where nothing is due from anybody. */
export function decideKinds(
  leaves: readonly HeaderLeaf[],
  stats: readonly ColumnStats[],
  bracketed: (column: number) => boolean,
): readonly Column[] | null {
  const drafts = leaves.flatMap((leaf, index): Draft[] => {
    const own = stats[index];
    return own ? [{ leaf, stats: own, kind: kindOfLeaf(leaf) }] : [];
  });
  settleNumbers(drafts);
  settleDeadlines(drafts);
  settleOwners(drafts);
  const item = settleText(drafts);
  const due = drafts.some(({ kind }) => kind === 'owner' || kind === 'person' || kind === 'deadline');
  if (item < 0 || !(due || bracketed(item))) return null;
  if (leaves.every((leaf) => leaf.word === '') && !isPlain(drafts, item)) return null;
  const inner = hasInnerOwner(leaves.flatMap((leaf) => [leaf.word, leaf.above]));
  return drafts.map(({ leaf, kind }): Column => {
    const header = headerOf(leaf);
    const role = kind === 'owner' ? (roleOfHeader(leaf.word, inner) ?? roleOfHeader(leaf.above, inner)) : null;
    return { kind: kind ?? 'other', header, role, period: isPeriod(leaf.word) ? leaf.word : null };
  });
}

/** Without any header the cells have to leave no doubt. */
function isPlain(drafts: readonly Draft[], item: number): boolean {
  const sure = drafts.some(
    ({ kind, stats }) =>
      (kind === 'owner' && stats.owner >= 0.8 && stats.filled >= stats.rows * 0.5) ||
      (kind === 'deadline' && stats.deadline >= 0.8 && stats.filled >= stats.rows * 0.5),
  );
  return sure && (drafts[item]?.stats.length ?? 0) >= 10;
}

export function hasBracketedOwner(text: string): boolean {
  return BRACKETED.test(text.slice(-300));
}

function headerOf(leaf: HeaderLeaf): string {
  const { word, above, printed } = leaf;
  if (above === '' || above === word) return printed;
  return kindOfLeaf({ ...leaf, above: '' }) ? printed : `${above}${printed}`;
}

function settleNumbers(drafts: readonly Draft[]): void {
  drafts.forEach((draft, index) => {
    const { stats } = draft;
    const counts = stats.filled > 0 && stats.number >= 0.7 && !COUNTS_ELSE.test(draft.leaf.word);
    if (draft.kind === 'seq' && stats.filled > 2 && stats.number < 0.2 && stats.length > 4 && stats.codes < 0.7)
      draft.kind = 'area';
    else if (counts && draft.kind !== 'deadline' && index < drafts.length - 1 && index < 4) draft.kind = 'seq';
  });
}

function settleDeadlines(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const { stats } = draft;
    if (draft.kind === 'deadline' && stats.filled > 1 && stats.owner >= OFTEN && stats.deadline < 0.3)
      draft.kind = 'owner';
    if (draft.kind === 'owner' && stats.filled > 1 && stats.deadline >= 0.7 && stats.owner < 0.2)
      draft.kind = 'deadline';
  }
  const filled = drafts.some(({ kind, stats }) => kind === 'deadline' && stats.filled >= stats.rows * 0.4);
  for (const draft of drafts) {
    const { kind, leaf, stats } = draft;
    const spare = kind === 'area' && countOf(drafts, 'area') > 1 && !isMainText(draft, drafts);
    const open = kind === undefined || kind === 'other' || spare;
    const says = stats.filled >= Math.max(1, stats.rows * 0.2) && stats.deadline >= OFTEN && stats.owner < 0.5;
    if (open && says && stats.length <= 40 && (!filled || (/频|更新|时/.test(leaf.word) && !STARTS.test(leaf.word))))
      draft.kind = 'deadline';
  }
}

/** Both by its word and by its length the text of the table, whatever times its items speak of. */
function isMainText(draft: Draft, drafts: readonly Draft[]): boolean {
  return drafts.every(
    ({ kind, leaf, stats }) =>
      kind !== 'area' || (itemWeight(leaf.word) <= itemWeight(draft.leaf.word) && stats.length <= draft.stats.length),
  );
}

function settleOwners(drafts: readonly Draft[]): void {
  const known = drafts.some(({ kind }) => kind === 'owner');
  for (const draft of drafts) {
    const { kind, leaf, stats } = draft;
    const says = stats.filled >= Math.max(1, stats.rows * 0.2) && stats.owner >= (known ? 0.8 : OFTEN);
    if (!says || stats.deadline >= 0.5) continue;
    const open =
      kind === undefined || kind === 'other' || kind === 'person' || (kind === 'area' && countOf(drafts, 'area') > 1);
    if (open && (!known || (kind === undefined && leaf.word !== ''))) draft.kind = 'owner';
  }
}

function countOf(drafts: readonly Draft[], kind: ColumnKind): number {
  return drafts.filter((draft) => draft.kind === kind).length;
}

/** Picks the column of the items; what is left of it is an area, what is right of it a remark. */
function settleText(drafts: readonly Draft[]): number {
  if (countOf(drafts, 'area') === 0 || drafts.every(({ kind, stats }) => kind !== 'area' || stats.filled === 0)) {
    for (const draft of drafts) {
      if ((draft.kind ?? 'other') === 'other' && draft.stats.length >= 6 && draft.stats.filled > 0) draft.kind = 'area';
    }
  }
  // A column without a word of its own goes on with the text before it.
  drafts.forEach((draft, index) => {
    if (
      draft.kind === undefined &&
      draft.leaf.word === '' &&
      draft.stats.length >= 6 &&
      drafts[index - 1]?.kind === 'area'
    )
      draft.kind = 'area';
  });
  const blind = drafts.every(({ stats }) => stats.rows === 0);
  const text = drafts.flatMap(({ kind, stats }, index) =>
    kind === 'area' && (blind || stats.filled > 0) ? [index] : [],
  );
  const most = Math.max(0, ...text.map((index) => drafts[index]?.stats.filled ?? 0));
  const fine = text.filter((index) => (drafts[index]?.stats.filled ?? 0) >= most * 0.85);
  let item = -1;
  let weight = Number.NEGATIVE_INFINITY;
  for (const index of fine) {
    const own = weightOf(drafts, index, fine);
    if (own >= weight) [item, weight] = [index, own];
  }
  drafts.forEach((draft, index) => {
    if (draft.kind !== 'area' || index === item) return;
    const aside = fine.includes(index) && itemWeight(draft.leaf.word) === 0.5;
    const grouping =
      index > item &&
      itemWeight(draft.leaf.word) === 0 &&
      (!fine.includes(index) || /领域|板块|类别|分类/.test(draft.leaf.word));
    draft.kind = (index < item && !aside) || grouping || isLabelOf(draft, drafts[item]) ? 'area' : 'other';
  });
  const chosen = drafts[item];
  if (chosen) chosen.kind = 'item';
  return item;
}

/** 工作内容 behind 具体措施. */
function isLabelOf({ stats, leaf }: Draft, item: Draft | undefined): boolean {
  if (!item || !MEASURE.test(item.leaf.word) || MEASURE.test(leaf.word) || itemWeight(leaf.word) < 2) return false;
  return stats.length < LONGEST_LABEL && item.stats.length > stats.length * CLEARLY_LONGER;
}

/** What is done is the item where it says more than the text beside it, else how the item is done. */
function measureWeight({ stats }: Draft, longest: number, list: boolean): number {
  if (list) return 0;
  return stats.length > longest * CLEARLY_LONGER ? 3.1 : 1.9;
}

function weightOf(drafts: readonly Draft[], index: number, others: readonly number[]): number {
  const draft = drafts[index];
  if (!draft) return Number.NEGATIVE_INFINITY;
  const { word } = draft.leaf;
  const list = draft.stats.lists >= 0.5;
  const longest = Math.max(...others.map((other) => (other === index ? 0 : (drafts[other]?.stats.length ?? 0))));
  const named = MEASURE.test(word) ? measureWeight(draft, longest, list) : itemWeight(word);
  const label = draft.stats.length < LONGEST_LABEL && longest > draft.stats.length * 2.2 ? 1.5 : 0;
  const long = word === '' ? Math.min(1, draft.stats.length / 100) : 0;
  return named - label + long + (draft.stats.numbered >= 0.5 && !list ? 1.5 : 0);
}
