/** `PK`: a zip, which documents and workbooks since 2007 are. */
export const ZIP = [0x50, 0x4b];
/** The container of older ones, and of encrypted new ones. */
export const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

export function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
