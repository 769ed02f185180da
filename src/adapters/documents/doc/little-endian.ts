/** Little-endian numbers out of bytes that may be damaged: reading past the end throws a `RangeError`, which callers turn into "without it". */
export class LittleEndian {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.byteLength;
  }

  u8(at: number): number {
    return this.#view.getUint8(at);
  }

  u16(at: number): number {
    return this.#view.getUint16(at, true);
  }

  i16(at: number): number {
    return this.#view.getInt16(at, true);
  }

  u32(at: number): number {
    return this.#view.getUint32(at, true);
  }

  i32(at: number): number {
    return this.#view.getInt32(at, true);
  }

  /** @throws RangeError where not all of it is there */
  slice(from: number, sizeBytes: number): LittleEndian {
    return new LittleEndian(this.bytes(from, sizeBytes));
  }

  /** @throws RangeError where not all of it is there */
  bytes(from: number, sizeBytes: number): Uint8Array {
    if (from < 0 || sizeBytes < 0 || from + sizeBytes > this.length) throw new RangeError('outside of the stream');
    return this.#bytes.subarray(from, from + sizeBytes);
  }
}

/** What `read` gives, or `fallback` where the bytes it needs are not there: a part of a file that its text can do without. */
export function orWithout<T>(read: () => T, fallback: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return fallback;
    throw error;
  }
}
