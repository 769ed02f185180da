import { crc32, inflateRawSync } from 'node:zlib';
import { DocumentError } from './document-error.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

/** What all parts of one document may unpack to, whatever the directory says. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
/** Sheets and documents shrink to a twentieth, at the very most to a hundredth; a bomb to a thousandth. */
const MAX_RATIO = 250;
/** Below this no ratio does harm. */
const HARMLESS_BYTES = 8 * 1024 * 1024;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * The parts of a zip by name, unpacked only when asked for and never past a limit: the sizes that the directory states are not
 * believed.
 *
 * Node's own zlib unpacks: it stops at a number of bytes and is several times quicker than an inflater in JavaScript.
 * Source: APPNOTE.TXT of PKWARE.
 */
export class ZipParts {
  readonly #zip: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #leftBytes: number;

  /** @throws DocumentError `damaged` where the zip has no readable directory */
  constructor(zip: Uint8Array, maxBytes: number = MAX_UNPACKED_BYTES) {
    const entries = zipEntries(zip);
    if (!entries) throw new DocumentError('damaged');
    this.#zip = zip;
    this.#entries = new Map(entries.map((entry) => [keyOf(entry.name), entry]));
    this.#leftBytes = maxBytes;
  }

  get names(): readonly string[] {
    return Array.from(this.#entries.values(), ({ name }) => name);
  }

  /** Protected as a zip, not as a document. */
  get isEncrypted(): boolean {
    return Array.from(this.#entries.values()).some((entry) => entry.isEncrypted);
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /** @throws DocumentError `damaged`, `encrypted` or `too-large`; undefined where there is no such part */
  find(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(keyOf(name));
    if (!entry) return undefined;
    if (entry.isEncrypted) throw new DocumentError('encrypted');
    const packed = packedBytes(this.#zip, entry);
    const unpacked = this.#unpack(packed, entry);
    if (unpacked.length > HARMLESS_BYTES && unpacked.length > packed.length * MAX_RATIO) {
      throw new DocumentError('too-large');
    }
    // Some programs leave the sum out.
    if (entry.crc !== 0 && crc32(unpacked) !== entry.crc) throw new DocumentError('damaged');
    this.#leftBytes -= unpacked.length;
    return unpacked;
  }

  /** @throws DocumentError `damaged` also where there is no such part */
  get(name: string): Uint8Array {
    const part = this.find(name);
    if (!part) throw new DocumentError('damaged');
    return part;
  }

  #unpack(packed: Uint8Array, { method }: ZipEntry): Uint8Array {
    if (this.#leftBytes <= 0) throw new DocumentError('too-large');
    if (method === STORED) {
      if (packed.length > this.#leftBytes) throw new DocumentError('too-large');
      return packed;
    }
    if (method !== DEFLATED) throw new DocumentError('damaged');
    const maxOutputLength = Math.min(this.#leftBytes, Math.max(HARMLESS_BYTES, packed.length * MAX_RATIO) + 1);
    try {
      return inflateRawSync(packed, { maxOutputLength });
    } catch (error) {
      const isTooLong = error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
      throw new DocumentError(isTooLong ? 'too-large' : 'damaged', error);
    }
  }
}

/** The header before the bytes has a name and an extra field of its own length. */
function packedBytes(zip: Uint8Array, { at, packedBytes: size }: ZipEntry): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (at < 0 || at + LOCAL_SIZE > zip.length || view.getUint32(at, true) !== LOCAL) throw new DocumentError('damaged');
  const start = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + size > zip.length) throw new DocumentError('damaged');
  return zip.subarray(start, start + size);
}

/** Names of parts ignore case; some programs write the separators of Windows. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
