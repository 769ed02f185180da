import type { InnerBlock } from './inner-block.ts';
import type { CellFormat, TableBuilder } from './table-builder.ts';

/** What was met on the way that a person should know of. */
export interface Sightings {
  revisions: boolean;
  hiddenText: boolean;
  pictures: number;
  foreignParts: number;
}

/** How the text of a run is to be read. */
export interface Run {
  isHidden: boolean;
  font: string | undefined;
}

/** An open element that holds text of its own: a story, or a table or row on the way to one. */
export interface Frame {
  readonly depth: number;
  readonly table?: TableBuilder;
  readonly row?: TableBuilder;
  /** Remembers what the first cells of a table hold. */
  readonly keep?: (blocks: readonly InnerBlock[]) => void;
  readonly cell?: CellFormat;
  readonly end: () => void;
}
