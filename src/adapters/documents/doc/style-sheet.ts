import { type LittleEndian, orWithout } from './little-endian.ts';
import { type PropertyChange, propertyChanges, SPRM } from './property-changes.ts';
import type { Extent } from './word-fib.ts';

/** The list properties of each style, those of the styles it is based on first. */
export type StyleSheet = readonly (readonly PropertyChange[])[];

interface Style {
  readonly basedOn: number;
  readonly changes: readonly PropertyChange[];
}

const PARAGRAPH_STYLE = 1;
const NO_STYLE = 0xfff;
const MAX_STYLES = 4_000;
const MAX_DEPTH = 10;

/** Source: [MS-DOC] 2.9.271 STSH, 2.9.258 STD. */
export function readStyleSheet(table: LittleEndian, extent: Extent): StyleSheet {
  const styles = orWithout(() => readStyles(table.slice(extent.at, extent.sizeBytes)), []);
  return styles.map((_, index) => withBases(styles, index));
}

function readStyles(sheet: LittleEndian): readonly (Style | undefined)[] {
  const headSize = sheet.u16(0);
  const count = Math.min(sheet.u16(2), MAX_STYLES);
  const fixedSize = sheet.u16(4);
  const styles: (Style | undefined)[] = [];
  orWithout(() => {
    for (let at = 2 + headSize; styles.length < count; ) {
      const size = sheet.u16(at);
      const style = sheet.slice(at + 2, size);
      styles.push(size === 0 ? undefined : orWithout(() => readStyle(style, fixedSize), undefined));
      at += 2 + size + (size % 2);
    }
  }, undefined);
  return styles;
}

function readStyle(style: LittleEndian, fixedSize: number): Style | undefined {
  if ((style.u16(2) & 0xf) !== PARAGRAPH_STYLE) return undefined;
  const nameLength = style.u16(fixedSize);
  const at = fixedSize + 2 + 2 * nameLength + 2;
  const size = style.u16(at);
  // The first two bytes repeat the style's own number.
  const changes = size < 2 ? [] : propertyChanges(style.slice(at + 4, size - 2));
  return { basedOn: style.u16(2) >> 4, changes: [SPRM.PIlfo, SPRM.PIlvl].flatMap((code) => lastOf(changes, code)) };
}

function lastOf(changes: readonly PropertyChange[], code: number): readonly PropertyChange[] {
  return changes.filter((change) => change.code === code).slice(-1);
}

function withBases(styles: readonly (Style | undefined)[], index: number): readonly PropertyChange[] {
  const chain: Style[] = [];
  for (let at = index; at !== NO_STYLE && chain.length < MAX_DEPTH; ) {
    const style = styles[at];
    if (!style) break;
    chain.push(style);
    at = style.basedOn;
  }
  return chain.reverse().flatMap(({ changes }) => changes);
}
