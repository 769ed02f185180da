import { LittleEndian } from './little-endian.ts';

/** A chain ends at numbers from here on. */
const LAST_SECTOR = 0xfffffffa;
const TABLES_AT = 0x4c;
const TABLES_IN_HEADER = 109;
const ENTRY_SIZE = 128;
const STREAM = 2;
const MAX_ENTRIES = 50_000;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly sizeBytes: number;
}

/**
 * The streams in the root of a compound file. It unpacks only the stream that is asked for, and follows no chain of sectors
 * further than the file is long: the library cfb follows all of them from every sector on, which a hostile file of 5 MB turns
 * into gigabytes.
 *
 * Source: [MS-CFB] 2.2 to 2.6.
 */
export class CompoundFile {
  readonly #file: LittleEndian;
  readonly #sectorSize: number;
  readonly #tables: readonly number[];
  readonly #entries: readonly Entry[];

  /** @throws RangeError where header or directory are not there */
  constructor(bytes: Uint8Array) {
    this.#file = new LittleEndian(bytes);
    // 512 bytes, or 4096; anything else is no compound file.
    this.#sectorSize = this.#file.u16(0x1e) === 12 ? 4096 : 512;
    this.#tables = this.#readTables();
    this.#entries = readEntries(this.#read(this.#file.u32(0x30), MAX_ENTRIES * ENTRY_SIZE));
  }

  /** What the root holds: `WordDocument`, `Workbook` … */
  get names(): readonly string[] {
    return this.#inRoot().map(({ name }) => name);
  }

  /**
   * The bytes of a stream; `undefined` where the root has none of this name.
   *
   * @throws RangeError where not all of it is there
   */
  stream(name: string): Uint8Array | undefined {
    const entry = this.#inRoot().find((candidate) => candidate.type === STREAM && candidate.name === name);
    if (!entry) return undefined;
    const isLarge = entry.sizeBytes >= this.#file.u32(0x38);
    const bytes = isLarge ? this.#read(entry.start, entry.sizeBytes) : this.#readSmall(entry);
    if (bytes.length < entry.sizeBytes) throw new RangeError('stream is cut off');
    return bytes;
  }

  /** The children of the root stand in a tree of left and right neighbours. */
  #inRoot(): readonly Entry[] {
    const found = new Set<Entry>();
    const waiting = [this.#entries[0]?.child];
    while (waiting.length > 0) {
      const entry = this.#entries[waiting.pop() ?? -1];
      if (!entry || found.has(entry)) continue;
      found.add(entry);
      waiting.push(entry.left, entry.right);
    }
    return [...found];
  }

  /** Small streams lie in a stream of the root, in sectors of 64 bytes with a table of their own. */
  #readSmall({ start, sizeBytes }: Entry): Uint8Array {
    const root = this.#entries[0];
    const size = 64;
    const holder = new LittleEndian(root ? this.#read(root.start, root.sizeBytes) : new Uint8Array());
    const table = new LittleEndian(this.#read(this.#file.u32(0x3c), this.#file.length));
    const next = (sector: number): number => (4 * sector + 4 > table.length ? LAST_SECTOR : table.u32(4 * sector));
    return gather(holder, { start, sizeBytes, size, offset: 0, next });
  }

  #read(start: number, sizeBytes: number): Uint8Array {
    const size = this.#sectorSize;
    return gather(this.#file, { start, sizeBytes, size, offset: size, next: (sector) => this.#next(sector) });
  }

  #next(sector: number): number {
    const perTable = this.#sectorSize / 4;
    const table = this.#tables[Math.floor(sector / perTable)];
    if (table === undefined) return LAST_SECTOR;
    const at = table + (sector % perTable) * 4;
    return at + 4 > this.#file.length ? LAST_SECTOR : this.#file.u32(at);
  }

  /** Where the tables of sector chains begin, in bytes: 109 in the header, the others in a chain of sectors. */
  #readTables(): readonly number[] {
    const tables: number[] = [];
    const add = (at: number, count: number): void => {
      for (let nth = 0; nth < count; nth += 1) {
        const sector = this.#file.u32(at + 4 * nth);
        if (sector < LAST_SECTOR) tables.push((sector + 1) * this.#sectorSize);
      }
    };
    add(TABLES_AT, TABLES_IN_HEADER);
    const perSector = this.#sectorSize / 4 - 1;
    const limit = this.#file.length / this.#sectorSize;
    let more = this.#file.u32(0x44);
    for (let round = 0; more < LAST_SECTOR && round < limit && tables.length < limit; round += 1) {
      const at = (more + 1) * this.#sectorSize;
      if (at + this.#sectorSize > this.#file.length) break;
      add(at, perSector);
      more = this.#file.u32(at + 4 * perSector);
    }
    return tables;
  }
}

interface Chain {
  readonly start: number;
  readonly sizeBytes: number;
  /** Bytes of a sector, and those before the first one. */
  readonly size: number;
  readonly offset: number;
  readonly next: (sector: number) => number;
}

/** A chain of real sectors is never longer than what holds it, which ends one that bites its tail. */
function gather(holder: LittleEndian, { start, sizeBytes, size, offset, next }: Chain): Uint8Array {
  const parts: Uint8Array[] = [];
  let left = Math.min(sizeBytes, holder.length);
  for (let sector = start; sector < LAST_SECTOR && left > 0; sector = next(sector)) {
    const at = offset + sector * size;
    if (at >= holder.length) break;
    const part = holder.bytes(at, Math.min(size, left, holder.length - at));
    parts.push(part);
    left -= part.length;
  }
  return new Uint8Array(Buffer.concat(parts));
}

function readEntries(bytes: Uint8Array): readonly Entry[] {
  const directory = new LittleEndian(bytes);
  return Array.from({ length: Math.floor(bytes.length / ENTRY_SIZE) }, (_, index) => {
    const at = index * ENTRY_SIZE;
    const nameSize = Math.min(64, Math.max(2, directory.u16(at + 64)));
    return {
      name: Buffer.from(bytes.subarray(at, at + nameSize - 2)).toString('utf16le'),
      type: directory.u8(at + 66),
      left: directory.u32(at + 68),
      right: directory.u32(at + 72),
      child: directory.u32(at + 76),
      start: directory.u32(at + 116),
      sizeBytes: directory.u32(at + 120),
    };
  });
}
