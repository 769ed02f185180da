const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
const LAST_SECTOR = 0xfffffffa;
const NONE = 0xffffffff;
const FIRST_TABLE_AT = 0x4c;
const TABLES_IN_HEADER = 109;
/** Of documents; the directory of the largest has some hundreds of entries. */
const MAX_ENTRIES = 20_000;

/**
 * What the root of a compound file holds, by name: `WordDocument`, `Workbook` … Undefined where its directory cannot be read.
 *
 * Source: [MS-CFB] 2.2, 2.3, 2.5, 2.6.
 */
export function compoundNames(bytes: Uint8Array): readonly string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_SIZE) return undefined;
  const sectorSize = 1 << Math.min(12, view.getUint16(0x1e, true));
  if (sectorSize < HEADER_SIZE) return undefined;
  const tables = sectorTables(view, sectorSize);
  const sectors: number[] = [];
  let sector = view.getUint32(0x30, true);
  while (sector < LAST_SECTOR && sectors.length * (sectorSize / ENTRY_SIZE) < MAX_ENTRIES) {
    const at = (sector + 1) * sectorSize;
    if (at + sectorSize > bytes.length) break;
    sectors.push(at);
    sector = nextSector(view, sectorSize, tables, sector);
  }
  return sectors.length === 0 ? undefined : rootNames(view, sectors, sectorSize);
}

/** Where the tables of sector chains begin, in bytes. */
function sectorTables(view: DataView, sectorSize: number): readonly number[] {
  const tables: number[] = [];
  for (let nth = 0; nth < TABLES_IN_HEADER; nth += 1) {
    const sector = view.getUint32(FIRST_TABLE_AT + nth * 4, true);
    if (sector < LAST_SECTOR) tables.push((sector + 1) * sectorSize);
  }
  let more = view.getUint32(0x44, true);
  const perSector = sectorSize / 4 - 1;
  for (let rounds = 0; more < LAST_SECTOR && rounds < 1000; rounds += 1) {
    const at = (more + 1) * sectorSize;
    if (at + sectorSize > view.byteLength) break;
    for (let nth = 0; nth < perSector; nth += 1) {
      const sector = view.getUint32(at + nth * 4, true);
      if (sector < LAST_SECTOR) tables.push((sector + 1) * sectorSize);
    }
    more = view.getUint32(at + perSector * 4, true);
  }
  return tables;
}

function nextSector(view: DataView, sectorSize: number, tables: readonly number[], sector: number): number {
  const perTable = sectorSize / 4;
  const at = (tables[Math.floor(sector / perTable)] ?? view.byteLength) + (sector % perTable) * 4;
  return at + 4 > view.byteLength ? NONE : view.getUint32(at, true);
}

/** The children of the root stand in a tree of left and right neighbours. */
function rootNames(view: DataView, sectors: readonly number[], sectorSize: number): readonly string[] {
  const perSector = sectorSize / ENTRY_SIZE;
  const placeOf = (id: number): number | undefined => {
    const sector = sectors[Math.floor(id / perSector)];
    return sector === undefined ? undefined : sector + (id % perSector) * ENTRY_SIZE;
  };
  const root = placeOf(0) ?? 0;
  const names: string[] = [];
  const seen = new Set<number>();
  const waiting = [view.getUint32(root + 0x4c, true)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const at = placeOf(id);
    if (id === NONE || at === undefined || seen.has(id)) continue;
    seen.add(id);
    names.push(nameAt(view, at));
    waiting.push(view.getUint32(at + 0x44, true), view.getUint32(at + 0x48, true));
  }
  return names;
}

function nameAt(view: DataView, at: number): string {
  const units = Math.max(0, Math.min(31, view.getUint16(at + 0x40, true) / 2 - 1));
  return Buffer.from(view.buffer, view.byteOffset + at, Math.floor(units) * 2).toString('utf16le');
}
