import { dutyKey } from '../compare-rules.ts';
import type { ReadTask } from '../draft-task.ts';
import { fold } from '../phrases/fold.ts';
import { readNumeral } from '../phrases/numerals.ts';
import { remembered } from '../phrases/remember.ts';
import { readMarker } from '../prose/markers.ts';
import { likenessOf, wordsOf } from '../similar-texts.ts';
import { type Hit, headOf, type Question } from './question.ts';

const SHORTEST = 8;
/** A likeness below 1 needs a text that is long enough to mean something. */
const LONG = 20;
const NEARLY = 0.92;
/** Texts as much alike as that cannot differ more in length. */
const NEARLY_AS_LONG = 0.8;
/** Characters at either end by which nearly equal texts are found. */
const EDGE = 10;
/** Rows of one beginning that are compared. */
const MOST = 6;
/** A larger jump is another way of counting, not a missing row. */
const WIDEST_GAP = 5;
const MOST_UNOWNED = 500;

/** A clause that is listed without being a row. */
interface Unowned {
  readonly text: string;
  readonly place: string;
}

/** The same item in two rows, missing numbers, numbers given twice. */
export function aboutRows(tasks: readonly ReadTask[], unowned: readonly Unowned[]): readonly Question[] {
  return [...duplicates(tasks), ...numbering(tasks, unowned)];
}

/** Two rows with the same words; a contradiction where their offices or time limits differ. */
function duplicates(tasks: readonly ReadTask[]): readonly Question[] {
  const keys = tasks.map(({ folded }) => wordsOf(folded));
  return groupsOfSame(keys).map((group): Question => {
    const rows = group.flatMap((at) => tasks[at] ?? []);
    const equal = new Set(group.map((at) => keys[at])).size < group.length;
    const differ = equal && new Set(rows.map(dutyOf)).size > 1;
    const suggestion = differ
      ? '同一事项出现多次，单位或时限不一致，暂按各行分别登记，请确定以哪一行为准'
      : '疑为重复事项，暂按各行分别登记';
    const hits = rows.map((row): Hit => ({ task: row, text: headOf(row) }));
    return { kind: 'duplicate-row', suggestion, hits, blocking: differ };
  });
}

/** Rows with one text: equal, or beginning or ending alike and nearly equal. Each row is compared with a few others only. */
function groupsOfSame(keys: readonly string[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  const groupOf = new Map<number, number[]>();
  const equal = new Map<string, number>();
  const byEdge = new Map<string, number[]>();
  keys.forEach((key, at) => {
    if (key.length < SHORTEST) return;
    const near = key.length < LONG ? [] : edgesOf(key).map((edge) => rowsUnder(byEdge, edge));
    let same = equal.get(key);
    for (const rows of near) same ??= rows.slice(-MOST).find((other) => isNearly(key, keys[other] ?? ''));
    if (same !== undefined) {
      const group = groupOf.get(same) ?? [same];
      if (group.length === 1) groups.push(group);
      group.push(at);
      groupOf.set(same, group).set(at, group);
    }
    equal.set(key, at);
    for (const rows of near) rows.push(at);
  });
  return groups;
}

/** Numbers always make a difference: only rows with the same ones meet. */
function edgesOf(key: string): readonly string[] {
  const digits = key.replace(NO_DIGITS, '');
  return [`${digits}^${key.slice(0, EDGE)}`, `${digits}$${key.slice(-EDGE)}`];
}

function rowsUnder(rows: Map<string, number[]>, words: string): number[] {
  const known = rows.get(words);
  if (known) return known;
  const none: number[] = [];
  rows.set(words, none);
  return none;
}

function isNearly(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < Math.max(one.length, other.length) * NEARLY_AS_LONG) return false;
  return likenessOf(one, other) >= NEARLY;
}

const NO_DIGITS = /[^\d〇一二三四五六七八九十]+/g;

function dutyOf({ task }: ReadTask): string {
  const offices = task.offices.map(({ name, role }) => `${fold(name)} ${role}`).sort();
  const rules = task.rules.map(dutyKey).sort();
  return JSON.stringify([offices, rules]);
}

function numbering(tasks: readonly ReadTask[], unowned: readonly Unowned[]): readonly Question[] {
  const questions: Question[] = [];
  const elsewhere = numbersOutside(unowned);
  const numberOfArea = remembered((area) => plainNumber(readMarker(area)?.no ?? null));
  let headings = new Set<number>();
  let run = new Map<number, ReadTask>();
  let last: { readonly n: number; readonly task: ReadTask } | null = null;
  for (const task of tasks) {
    for (const area of task.task.area) {
      const heads = numberOfArea(area);
      if (heads !== null) headings.add(heads);
    }
    const n = plainNumber(task.task.no);
    if (n === null) {
      const parent = parentNumber(task.task.no);
      if (parent !== null && last !== null && parent >= last.n) last = { n: parent, task };
      continue;
    }
    const before = run.get(n);
    if (last === null || n === 1 || (n < last.n && before === undefined)) run = new Map();
    else if (n < last.n && before) {
      const hits = [before, task].map((each) => ({ task: each, text: headOf(each) }));
      questions.push({ kind: 'duplicate-number', suggestion: `序号${n}出现两次，暂按原文登记`, hits });
    } else if (n > last.n + 1 && n - last.n <= WIDEST_GAP + 1) {
      const [from, to] = [placeOf(last.task.task.source.place), placeOf(task.task.source.place)];
      const there = elsewhere.filter(({ at }) => at >= from && at <= to).map(({ value }) => value);
      const missing = between(last.n, n).filter((each) => !headings.has(each) && !there.includes(each));
      const hits = [last.task, task].map((each) => ({ task: each, text: `${each.task.no}.${headOf(each)}` }));
      if (missing.length > 0)
        questions.push({ kind: 'number-gap', suggestion: `缺第${missing.join('、')}项，请核对原文`, hits });
    }
    run.set(n, task);
    last = { n, task };
    if (headings.size > 0) headings = new Set();
  }
  return questions;
}

function between(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first - 1 }, (_, index) => first + 1 + index);
}

/** The numbers of clauses that are no rows, with their places. */
function numbersOutside(unowned: readonly Unowned[]): readonly { readonly value: number; readonly at: number }[] {
  return unowned.slice(0, MOST_UNOWNED).flatMap(({ text, place }) => {
    const value = plainNumber(readMarker(text)?.no ?? null);
    return value === null ? [] : [{ value, at: placeOf(place) }];
  });
}

/** 12 of 第 12 行. */
function placeOf(place: string): number {
  return Number(/(\d+)\D*$/.exec(place)?.[1] ?? 0);
}

/** 3 of 3(1): its parts stand for it. */
function parentNumber(no: string | null): number | null {
  const parent = /^(\d{1,4})[(.-]/.exec(fold(no ?? ''))?.[1];
  return parent === undefined ? null : Number(parent);
}

const DIGITS = /^\d{1,4}$/;
const PLAIN = /^\(?([〇一二三四五六七八九十百]{1,4}|\d{1,4})\)?$/;

/** The value of 5, （五） or 五; null for 3(1) and 2.1. */
function plainNumber(no: string | null): number | null {
  if (no === null) return null;
  if (DIGITS.test(no)) return Number(no);
  const bare = PLAIN.exec(fold(no))?.[1];
  return (bare === undefined ? undefined : readNumeral(bare)) ?? null;
}
