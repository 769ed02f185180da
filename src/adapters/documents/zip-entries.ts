const END = 0x06054b50;
const END_SIZE = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_SIZE = 20;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const MAX_COMMENT = 0xffff;
const UNSAID = 0xffffffff;
const EXTRA_64 = 0x0001;

/** One line of a zip's directory. Its sizes are claims. */
export interface ZipEntry {
  readonly name: string;
  /** Where its local header begins, in bytes from the start of the file. */
  readonly at: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly isEncrypted: boolean;
}

/**
 * The directory of a zip; `undefined` where there is none or it is cut off.
 *
 * Source: APPNOTE.TXT of PKWARE, 4.3.12 to 4.3.16 and 4.5.3.
 */
export function zipEntries(zip: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const directory = directoryOf(view, end);
  if (!directory) return undefined;
  const entries: ZipEntry[] = [];
  let at = directory.at;
  for (let nth = 0; nth < directory.count; nth += 1) {
    if (at < 0 || at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const nameSize = view.getUint16(at + 28, true);
    const extraSize = view.getUint16(at + 30, true);
    const next = at + ENTRY_SIZE + nameSize + extraSize + view.getUint16(at + 32, true);
    if (next > view.byteLength) return undefined;
    entries.push(entryOf(zip, view, { at, nameSize, extraSize }));
    at = next;
  }
  return entries;
}

interface EntryPlace {
  readonly at: number;
  readonly nameSize: number;
  readonly extraSize: number;
}

function entryOf(zip: Uint8Array, view: DataView, { at, nameSize, extraSize }: EntryPlace): ZipEntry {
  const nameAt = at + ENTRY_SIZE;
  const extra = longNumbers(view, nameAt + nameSize, extraSize);
  /** A number that does not fit its field stands in the extra field; those that do not fit follow each other there. */
  const numberAt = (offset: number): number => {
    const number = view.getUint32(offset, true);
    return number === UNSAID ? (extra.shift() ?? number) : number;
  };
  const unpackedBytes = numberAt(at + 24);
  const packedBytes = numberAt(at + 20);
  return {
    name: Buffer.from(zip.buffer, zip.byteOffset + nameAt, nameSize).toString('utf8'),
    at: numberAt(at + 42),
    packedBytes,
    unpackedBytes,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
  };
}

function longNumbers(view: DataView, from: number, size: number): number[] {
  for (let at = from; at + 4 <= from + size; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue;
    const last = Math.min(from + size, at + 4 + view.getUint16(at + 2, true));
    const numbers: number[] = [];
    for (let number = at + 4; number + 8 <= last; number += 8) numbers.push(Number(view.getBigUint64(number, true)));
    return numbers;
  }
  return [];
}

function directoryOf(view: DataView, end: number): { readonly at: number; readonly count: number } | undefined {
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count !== 0xffff && at !== UNSAID) return { at, count };
  const locator = end - LOCATOR_64_SIZE;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return undefined;
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END_64) return undefined;
  return {
    at: Number(view.getBigUint64(end64 + 48, true)),
    count: Number(view.getBigUint64(end64 + 32, true)),
  };
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}
