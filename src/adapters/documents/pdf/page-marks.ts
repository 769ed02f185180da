/** One printed character (or ligature) in points from the top left corner of the page as a person holds it. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline, downwards. */
  readonly y: number;
  readonly size: number;
}

/** A straight line: horizontal ones stand `at` a y and go from x to x, vertical ones the other way round. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** All that is read of a page: what is printed where, without order or meaning. */
export interface PageMarks {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
  /** Something large is painted that is neither text nor line; what it shows is not read. */
  readonly hasPicture: boolean;
}

/** The middle of a character's body, which stands on the baseline. */
export function middleOf(glyph: Glyph): { readonly x: number; readonly y: number } {
  return { x: (glyph.left + glyph.right) / 2, y: glyph.y - glyph.size * 0.35 };
}
