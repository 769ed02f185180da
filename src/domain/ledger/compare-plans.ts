import type { DraftTask } from '../plan/import-report.ts';
import { keyOf } from '../plan/phrases/fold.ts';
import type { Rule } from '../plan/rule.ts';
import { indexTexts, likeness, likenessOf, plainKey } from '../plan/similar-texts.ts';

/** What a row is compared by. */
export type Row = Pick<DraftTask, 'no' | 'area' | 'text' | 'offices' | 'people' | 'rules'>;

export type ChangedField = 'no' | 'area' | 'text' | 'offices' | 'people' | 'rules';

/** How a row of the ledger and a row of the new document belong together; positions count from 0. */
export type RowChange =
  | { readonly kind: 'added'; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'unchanged'; readonly before: number; readonly after: number }
  | {
      readonly kind: 'changed';
      readonly before: number;
      readonly after: number;
      readonly fields: readonly ChangedField[];
    };

/** A row that kept its place may have changed so much of its words. */
const LEAST_IN_PLACE = 0.35;
/** A row that moved has to say nearly the same. */
const LEAST_ELSEWHERE = 0.6;

/**
 * What a new version of a plan adds, changes, removes and leaves (新增、变更、删除、未变), in the order of the new document,
 * removed rows behind the row that they followed.
 *
 * Rows belong together by their text, then by heading and number with a text that is alike, then by text alone. Each row
 * belongs to one other at most.
 */
export function comparePlans(before: readonly Row[], after: readonly Row[]): readonly RowChange[] {
  const pairs = matchRows(before, after);
  const partner = new Map([...pairs].map(([old, fresh]) => [fresh, old]));
  const changes: RowChange[] = [];
  const removed = before.map((_, at) => at).filter((at) => !pairs.has(at));
  let nextRemoved = 0;
  let reached = -1;
  after.forEach((row, at) => {
    const old = partner.get(at);
    const was = old === undefined ? undefined : before[old];
    if (old === undefined || !was) {
      changes.push({ kind: 'added', after: at });
      return;
    }
    reached = Math.max(reached, old);
    while ((removed[nextRemoved] ?? Number.POSITIVE_INFINITY) < reached) {
      changes.push({ kind: 'removed', before: removed[nextRemoved] ?? 0 });
      nextRemoved += 1;
    }
    const fields = changedFields(was, row);
    changes.push(
      fields.length === 0
        ? { kind: 'unchanged', before: old, after: at }
        : { kind: 'changed', before: old, after: at, fields },
    );
  });
  for (const at of removed.slice(nextRemoved)) changes.push({ kind: 'removed', before: at });
  return changes;
}

/** Positions of old rows to those of the new rows that continue them. */
function matchRows(before: readonly Row[], after: readonly Row[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (old: number, fresh: number): void => {
    if (pairs.has(old) || taken.has(fresh)) return;
    pairs.set(old, fresh);
    taken.add(fresh);
  };
  pairByKey(before, after, pair, (row) => `${placeKey(row)}\n${plainKey(row.text)}`);
  pairByKey(before, after, pair, (row) => plainKey(row.text));
  const inPlace = groupAt(after, placeKey);
  before.forEach((row, old) => {
    if (pairs.has(old) || row.no === null) return;
    const candidates = (inPlace.get(placeKey(row)) ?? []).filter((fresh) => !taken.has(fresh));
    const [only] = candidates;
    if (only === undefined || candidates.length > 1) return;
    if (likenessOf(row.text, after[only]?.text ?? '') >= LEAST_IN_PLACE) pair(old, only);
  });
  for (const { old, fresh } of alikePairs(before, after, pairs, taken)) pair(old, fresh);
  return pairs;
}

function pairByKey(
  before: readonly Row[],
  after: readonly Row[],
  pair: (old: number, fresh: number) => void,
  key: (row: Row) => string,
): void {
  const there = groupAt(after, key);
  for (const [name, olds] of groupAt(before, key)) {
    // The same words several times: in their order.
    const fresh = there.get(name) ?? [];
    olds.forEach((old, at) => {
      const other = fresh[at];
      if (other !== undefined) pair(old, other);
    });
  }
}

function alikePairs(
  before: readonly Row[],
  after: readonly Row[],
  pairs: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): readonly { old: number; fresh: number }[] {
  const free = after.map((_, at) => at).filter((at) => !taken.has(at));
  const index = indexTexts(free.map((at) => after[at]?.text ?? ''));
  const found: { old: number; fresh: number; alike: number }[] = [];
  before.forEach((row, old) => {
    if (pairs.has(old)) return;
    for (const [at, alike] of likeness(index, row.text, LEAST_ELSEWHERE)) {
      found.push({ old, fresh: free[at] ?? 0, alike });
    }
  });
  return found.sort((a, b) => b.alike - a.alike || a.old - b.old || a.fresh - b.fresh);
}

function groupAt(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  rows.forEach((row, at) => {
    const name = key(row);
    const group = groups.get(name);
    if (group) group.push(at);
    else groups.set(name, [at]);
  });
  return groups;
}

function placeKey({ area, no }: Row): string {
  return `${area.map(plainKey).join('')}#${numberKey(no)}`;
}

/** （三）, 三、 and 三 are one number. */
function numberKey(no: string | null): string {
  return keyOf(no ?? '').replace(/^[([]+|[)\].、]+$/g, '');
}

function changedFields(before: Row, after: Row): readonly ChangedField[] {
  const same: Readonly<Record<ChangedField, boolean>> = {
    no: numberKey(before.no) === numberKey(after.no),
    area: before.area.map(plainKey).join('') === after.area.map(plainKey).join(''),
    text: plainKey(before.text) === plainKey(after.text),
    offices:
      setOf(before.offices.map(({ name, role }) => `${role}:${keyOf(name)}`)) ===
      setOf(after.offices.map(({ name, role }) => `${role}:${keyOf(name)}`)),
    people:
      setOf(before.people.map(({ role, name }) => `${role}:${name}`)) ===
      setOf(after.people.map(({ role, name }) => `${role}:${name}`)),
    rules: setOf(before.rules.map(ruleKey)) === setOf(after.rules.map(ruleKey)),
  };
  return (['no', 'area', 'text', 'offices', 'people', 'rules'] as const).filter((field) => !same[field]);
}

function setOf(keys: readonly string[]): string {
  return [...new Set(keys)].sort().join('\n');
}

/** What a rule asks for, whatever words and whatever place say it. */
export function ruleKey(rule: Rule): string {
  const asked = Object.entries(rule).filter(([name]) => name !== 'phrase' && name !== 'place');
  return JSON.stringify(asked.sort(([a], [b]) => (a < b ? -1 : 1)));
}
