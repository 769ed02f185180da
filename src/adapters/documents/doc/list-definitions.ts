import type { ListLevel, ListUse } from '../lists/list-counter.ts';
import { type LittleEndian, orWithout } from './little-endian.ts';
import type { Extent } from './word-fib.ts';

const LIST_SIZE = 28;
const USE_SIZE = 16;
const LEVEL_SIZE = 28;
const LEVELS = 9;
const MAX_LISTS = 10_000;

/**
 * The lists by the number that paragraphs name them with (ilfo), which counts from 1; empty where they cannot be read.
 *
 * Source: [MS-DOC] 2.9.191 PlfLst, 2.9.190 PlfLfo, 2.9.150 LVL.
 */
export function readListUses(table: LittleEndian, lists: Extent, overrides: Extent): ReadonlyMap<number, ListUse> {
  const levels = orWithout(() => (lists.sizeBytes === 0 ? new Map() : readLists(table, lists.at)), new Map());
  const uses = new Map<number, ListUse>();
  if (overrides.sizeBytes === 0) return uses;
  orWithout(() => readUses(table.slice(overrides.at, overrides.sizeBytes), levels, uses), undefined);
  return uses;
}

type Levels = ReadonlyMap<number, readonly ListLevel[]>;

function readLists(table: LittleEndian, start: number): Levels {
  const lists = new Map<number, readonly ListLevel[]>();
  const count = Math.min(table.u16(start), MAX_LISTS);
  let at = start + 2 + count * LIST_SIZE;
  orWithout(() => {
    for (let index = 0; index < count; index += 1) {
      const head = start + 2 + index * LIST_SIZE;
      const levels: ListLevel[] = [];
      const levelCount = (table.u8(head + 26) & 1) === 1 ? 1 : LEVELS;
      while (levels.length < levelCount) {
        const { level, sizeBytes } = readLevel(table, at);
        levels.push(level);
        at += sizeBytes;
      }
      lists.set(table.i32(head), levels);
    }
  }, undefined);
  return lists;
}

function readLevel(table: LittleEndian, at: number): { readonly level: ListLevel; readonly sizeBytes: number } {
  const flags = table.u8(at + 5);
  const text = at + LEVEL_SIZE + table.u8(at + 24) + table.u8(at + 25);
  const length = table.u16(text);
  const bytes = table.bytes(text + 2, 2 * length);
  const pattern = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
  const keepsCounting = (flags & 0x08) !== 0;
  return {
    level: {
      start: table.i32(at),
      format: table.u8(at + 4),
      digits: 1,
      pattern: Array.from(pattern, (char) => (char.charCodeAt(0) < LEVELS ? char.charCodeAt(0) : char)),
      isTight: false,
      isLegal: (flags & 0x04) !== 0,
      restartsAfter: keepsCounting ? 0 : undefined,
    },
    sizeBytes: text + 2 + 2 * length - at,
  };
}

function readUses(bytes: LittleEndian, lists: Levels, uses: Map<number, ListUse>): void {
  const count = Math.min(bytes.u32(0), MAX_LISTS);
  let at = 4 + count * USE_SIZE;
  for (let index = 0; index < count; index += 1) {
    const head = 4 + index * USE_SIZE;
    const listId = bytes.i32(head);
    const levels = new Map((lists.get(listId) ?? []).entries());
    const starts = new Map<number, number>();
    uses.set(index + 1, { listId, levels, starts });
    const changed = bytes.u8(head + 12);
    at += 4;
    for (let change = 0; change < changed; change += 1) {
      const flags = bytes.u32(at + 4);
      const level = flags & 0xf;
      if ((flags & 0x10) !== 0) starts.set(level, bytes.i32(at));
      at += 8;
      if ((flags & 0x20) === 0) continue;
      const own = readLevel(bytes, at);
      levels.set(level, own.level);
      if ((flags & 0x10) !== 0) starts.set(level, own.level.start);
      at += own.sizeBytes;
    }
  }
}
