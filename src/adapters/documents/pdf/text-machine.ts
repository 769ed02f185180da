import { apply, IDENTITY, type Matrix, multiply } from './matrix.ts';
import type { Glyph } from './page-marks.ts';
import { plainText } from './unicode.ts';

/** What the library knows of a font beyond its glyphs. */
export interface FontFacts {
  readonly vertical: boolean;
  /** Glyph widths are in units of this many text units, usually 0.001. */
  readonly unit: number;
}

/** A character and where its writing goes: `turn` is 0 for left to right, 1 for downwards, 2, 3; null for a slanted one. */
export interface PlacedGlyph extends Glyph {
  readonly turn: 0 | 1 | 2 | 3 | null;
}

interface TextState {
  readonly font: FontFacts;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

const DEFAULT_FONT: FontFacts = { vertical: false, unit: 0.001 };
const START: TextState = {
  font: DEFAULT_FONT,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
};
const DEEPEST_SAVE = 2_000;
/** tan of the slant that still counts as straight. */
const SLANT = 0.1;

/**
 * Follows the text operators of a page and says where each character is printed. Source: ISO 32000-1, 9.3 and 9.4; the
 * library has already taken `'` and `"` apart.
 */
export class TextMachine {
  readonly glyphs: PlacedGlyph[] = [];
  #ctm: Matrix;
  #state: TextState = START;
  readonly #saved: { readonly ctm: Matrix; readonly state: TextState }[] = [];
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  /** @param base from the units of the page to points from its top left corner */
  constructor(base: Matrix) {
    this.#ctm = base;
  }

  get ctm(): Matrix {
    return this.#ctm;
  }

  save(): void {
    if (this.#saved.length < DEEPEST_SAVE) this.#saved.push({ ctm: this.#ctm, state: this.#state });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (!saved) return;
    this.#ctm = saved.ctm;
    this.#state = saved.state;
  }

  transform(matrix: Matrix): void {
    this.#ctm = multiply(this.#ctm, matrix);
  }

  beginText(): void {
    this.setTextMatrix(IDENTITY);
  }

  set(change: Partial<TextState>): void {
    this.#state = { ...this.#state, ...change };
  }

  setTextMatrix(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
  }

  moveText(x: number, y: number): void {
    this.setTextMatrix(multiply(this.#line, [1, 0, 0, 1, x, y]));
  }

  nextLine(): void {
    this.moveText(0, -this.#state.leading);
  }

  /** @param parts glyphs of the library, and numbers that move the next one by thousandths of the font size */
  show(parts: readonly unknown[]): void {
    const { font, size, charSpacing, wordSpacing, scale } = this.#state;
    const whole = multiply(this.#ctm, this.#text);
    let along = 0;
    for (const part of parts) {
      if (typeof part === 'number') {
        along -= (part * size) / 1000;
        continue;
      }
      const glyph = toGlyph(part);
      if (!glyph) continue;
      const advance = font.vertical ? -Math.abs(glyph.height ?? 1000) : glyph.width;
      const length = advance * size * font.unit;
      this.#place(whole, glyph.text, along, length);
      along += length + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * (font.vertical ? -1 : 1);
    }
    this.#text = multiply(this.#text, font.vertical ? [1, 0, 0, 1, 0, along] : [1, 0, 0, 1, along * scale, 0]);
  }

  #place(whole: Matrix, text: string, along: number, length: number): void {
    const plain = plainText(text);
    if (plain === '') return;
    const { font, size, scale, rise } = this.#state;
    const start = font.vertical ? apply(whole, 0, along + rise) : apply(whole, along * scale, rise);
    const end = font.vertical ? apply(whole, 0, along + length + rise) : apply(whole, (along + length) * scale, rise);
    const height = Math.abs(size) * Math.hypot(whole[2], whole[3]);
    if (!Number.isFinite(start.x + start.y + end.x + end.y + height)) return;
    this.glyphs.push(font.vertical ? upright(plain, start, end, height) : placed(plain, start, end, height));
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function placed(text: string, start: Point, end: Point, size: number): PlacedGlyph {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const turn = turnOf(dx, dy);
  if (turn === 1 || turn === 3) return { ...standing(text, start, end, size, turn), turn };
  return { text, left: Math.min(start.x, end.x), right: Math.max(start.x, end.x), y: start.y, size, turn };
}

/** A character of a vertical line stands on the middle of that line; it is itself not turned. */
function upright(text: string, start: Point, end: Point, size: number): PlacedGlyph {
  const middle = (start.x + end.x) / 2;
  const bottom = Math.max(start.y, end.y);
  return { text, left: middle - size / 2, right: middle + size / 2, y: bottom - size * 0.12, size, turn: 0 };
}

/** A turned character among others that are not is put where its body is. */
function standing(text: string, start: Point, end: Point, size: number, turn: 1 | 3): Glyph {
  const middle = start.x + (turn === 1 ? 0.35 : -0.35) * size;
  return { text, left: middle - size / 2, right: middle + size / 2, y: (start.y + end.y) / 2 + size * 0.35, size };
}

function turnOf(dx: number, dy: number): PlacedGlyph['turn'] {
  if (Math.abs(dy) <= Math.abs(dx) * SLANT) return dx >= 0 ? 0 : 2;
  if (Math.abs(dx) <= Math.abs(dy) * SLANT) return dy > 0 ? 1 : 3;
  return null;
}

function toGlyph(part: unknown): { text: string; width: number; height: number | null; isSpace: boolean } | null {
  if (typeof part !== 'object' || part === null || !('unicode' in part) || typeof part.unicode !== 'string')
    return null;
  const width = 'width' in part && typeof part.width === 'number' ? part.width : 0;
  const metric: unknown = 'vmetric' in part && Array.isArray(part.vmetric) ? part.vmetric[0] : null;
  return {
    text: part.unicode,
    width,
    height: typeof metric === 'number' ? metric : null,
    isSpace: 'isSpace' in part && part.isSpace === true,
  };
}
