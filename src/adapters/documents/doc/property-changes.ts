import { type LittleEndian, orWithout } from './little-endian.ts';

/** One property modifier (sprm): what it changes and the bytes it carries, a length in front of them left out. */
export interface PropertyChange {
  readonly code: number;
  readonly operand: LittleEndian;
}

/** Codes of the modifiers we read, named as in [MS-DOC] 2.6. */
export const SPRM = {
  PIlvl: 0x260a,
  PIlfo: 0x460b,
  PFInTable: 0x2416,
  PFTtp: 0x2417,
  PFInnerTableCell: 0x244b,
  PFInnerTtp: 0x244c,
  PItap: 0x6649,
  PDtap: 0x664a,
  PHugePapx: 0x6646,
  PTableProps: 0x646b,
  TDefTable: 0xd608,
  TVertMerge: 0xd62b,
  TMerge: 0x5624,
  TSplit: 0x5625,
  TInsert: 0x7621,
  TDelete: 0x5622,
  TDxaCol: 0x7623,
  CFRMarkDel: 0x0800,
  CFVanish: 0x083c,
  CSymbol: 0x6a09,
} as const;

/** Far more than one paragraph of a real file has; a hostile one may repeat them by the thousand. */
const MAX_CHANGES = 256;
const READ: ReadonlySet<number> = new Set(Object.values(SPRM));
const CHANGE_TABS = 0xc615;
/** Bytes of an operand by the top three bits of the code; 0 stands for "its first byte says". */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];

/** The modifiers of a list of them that we read, as far as they can be read. */
export function propertyChanges(bytes: LittleEndian): readonly PropertyChange[] {
  const changes: PropertyChange[] = [];
  orWithout(() => {
    for (let at = 0; at + 2 < bytes.length && changes.length < MAX_CHANGES; ) {
      const code = bytes.u16(at);
      const { skip, sizeBytes } = operandOf(bytes, code, at + 2);
      if (READ.has(code)) changes.push({ code, operand: bytes.slice(at + 2 + skip, sizeBytes) });
      at += 2 + skip + sizeBytes;
    }
  }, undefined);
  return changes;
}

function operandOf(
  bytes: LittleEndian,
  code: number,
  at: number,
): { readonly skip: number; readonly sizeBytes: number } {
  const size = SIZES[code >> 13] ?? 0;
  if (size > 0) return { skip: 0, sizeBytes: size };
  // The length of a table definition counts one byte more than there is.
  if (code === SPRM.TDefTable) return { skip: 2, sizeBytes: Math.max(0, bytes.u16(at) - 1) };
  const length = bytes.u8(at);
  if (code === CHANGE_TABS && length === 0xff) {
    const deleted = bytes.u8(at + 1);
    return { skip: 1, sizeBytes: 2 + deleted * 4 + bytes.u8(at + 2 + deleted * 4) * 3 };
  }
  return { skip: 1, sizeBytes: length };
}
