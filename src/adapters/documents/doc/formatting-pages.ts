import { countBefore } from '../halving.ts';
import { type LittleEndian, orWithout } from './little-endian.ts';
import type { Extent } from './word-fib.ts';

/** Bytes of the main stream that share one formatting; `entry` finds it in its page. */
export interface FormattedRun {
  /** Offsets in the main stream: the first byte, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The bytes of the formatting; `undefined` where the run has the plain one. */
  readonly properties: LittleEndian | undefined;
}

const PAGE_SIZE = 512;
const ENTRY_SIZE = { paragraph: 13, character: 1 };

/**
 * The runs of all pages of one kind, by their place; a page that cannot be read is left out.
 *
 * Source: [MS-DOC] 2.8.5 PlcBteChpx, 2.8.6 PlcBtePapx, 2.9.33 ChpxFkp, 2.9.174 PapxFkp.
 */
export function readFormattedRuns(
  kind: 'paragraph' | 'character',
  main: LittleEndian,
  table: LittleEndian,
  extent: Extent,
): readonly FormattedRun[] {
  const plc = orWithout(() => table.slice(extent.at, extent.sizeBytes), undefined);
  if (!plc) return [];
  const count = Math.max(0, Math.floor((plc.length - 4) / 8));
  // A page is listed once; a list that names one page a thousand times is no list of ours.
  const pages = new Set(Array.from({ length: count }, (_, index) => plc.u32(4 * (count + 1) + 4 * index) & 0x3fffff));
  const runs = [...pages].flatMap((page) =>
    orWithout(() => readPage(kind, main.slice(page * PAGE_SIZE, PAGE_SIZE)), []),
  );
  return withoutOverlap(runs.sort((a, b) => a.from - b.from));
}

/** Runs of a real file never overlap; those of a hostile one would be looked through again and again. */
function withoutOverlap(runs: readonly FormattedRun[]): readonly FormattedRun[] {
  const kept: FormattedRun[] = [];
  let end = 0;
  for (const run of runs) {
    if (run.to <= end) continue;
    kept.push(run.from < end ? { ...run, from: end } : run);
    end = run.to;
  }
  return kept;
}

/** The run that a byte of the main stream lies in. */
export function runAt(runs: readonly FormattedRun[], offset: number): FormattedRun | undefined {
  const run = runs[countBefore(runs.length, (at) => (runs[at]?.to ?? 0) <= offset)];
  return run && run.from <= offset ? run : undefined;
}

function readPage(kind: 'paragraph' | 'character', page: LittleEndian): FormattedRun[] {
  const count = page.u8(PAGE_SIZE - 1);
  const runs: FormattedRun[] = [];
  for (let index = 0; index < count; index += 1) {
    const from = page.u32(4 * index);
    const to = page.u32(4 * index + 4);
    if (to <= from) continue;
    const at = 2 * page.u8(4 * (count + 1) + ENTRY_SIZE[kind] * index);
    runs.push({ from, to, properties: at === 0 ? undefined : orWithout(() => entryAt(kind, page, at), undefined) });
  }
  return runs;
}

function entryAt(kind: 'paragraph' | 'character', page: LittleEndian, at: number): LittleEndian {
  const size = page.u8(at);
  if (kind === 'character') return page.slice(at + 1, size);
  // A paragraph's length counts words, and where it is 0 the next byte says.
  return size === 0 ? page.slice(at + 2, 2 * page.u8(at + 1)) : page.slice(at + 1, 2 * size - 1);
}
