import { IDENTITY, type Matrix, multiply, toMatrix } from './matrix.ts';
import type { Glyph, PageMarks } from './page-marks.ts';
import { mergeRules, RuleCollector } from './page-rules.ts';
import type { Ops, PDFDocumentProxy } from './pdf-library.ts';
import { type FontFacts, type PlacedGlyph, TextMachine } from './text-machine.ts';

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;
type Operators = Awaited<ReturnType<Page['getOperatorList']>>;

interface Drawing {
  readonly glyphs: readonly PlacedGlyph[];
  readonly rules: RuleCollector;
}

/** Copies of a character that a print programme lays over each other to make it bold are no further apart (in its size). */
const BOLD_SHIFT = 0.2;
/** In square points (a third of a page's width both ways). */
const PICTURE_AREA = 40_000;

/** Runs the operators of a page and keeps characters and straight lines; a page printed sideways is turned upright. */
export async function readPage(page: Page, ops: Ops): Promise<PageMarks> {
  const operators = await page.getOperatorList({ annotationMode: 0 });
  const viewport = page.getViewport({ scale: 1 });
  const base = toMatrix(viewport.transform) ?? IDENTITY;
  const fontOf = (name: unknown): FontFacts => fontFacts(page, name);
  let drawing = draw(operators, ops, base, fontOf);
  let { width, height } = viewport;
  const turn = mostTurned(drawing.glyphs);
  if (turn !== 0) {
    drawing = draw(operators, ops, multiply(turnedBack(turn, width, height), base), fontOf);
    if (turn !== 2) [width, height] = [height, width];
  }
  page.cleanup();
  const inside = ({ left, right, y }: Glyph): boolean =>
    right >= -1 && left <= width + 1 && y >= -1 && y <= height + 20;
  return {
    number: page.pageNumber,
    width,
    height,
    glyphs: once(drawing.glyphs.filter((glyph) => glyph.turn !== null && inside(glyph))),
    horizontal: mergeRules(drawing.rules.horizontal),
    vertical: mergeRules(drawing.rules.vertical),
    hasPicture: operators.fnArray.some((code, at) => code === ops.transform && isLarge(operators.argsArray[at])),
  };
}

/** Pictures are left out by the library, but the unit square is stretched to their size before. */
function isLarge(args: unknown): boolean {
  const matrix = toMatrix(args);
  return matrix !== null && Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) > PICTURE_AREA;
}

function draw(operators: Operators, ops: Ops, base: Matrix, fontOf: (name: unknown) => FontFacts): Drawing {
  const machine = new TextMachine(base);
  const rules = new RuleCollector();
  const steps = stepsOf(machine, ops, fontOf);
  operators.fnArray.forEach((code, at) => {
    const args: unknown = operators.argsArray[at];
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    if (code === ops.constructPath) addPath(rules, list, machine.ctm, ops);
    else steps.get(code)?.(list);
  });
  return { glyphs: machine.glyphs, rules };
}

/** What each operator of text and of the coordinate system does; all others draw and are nothing to us. */
function stepsOf(
  machine: TextMachine,
  ops: Ops,
  fontOf: (name: unknown) => FontFacts,
): ReadonlyMap<number, (args: readonly unknown[]) => void> {
  return new Map<number, (args: readonly unknown[]) => void>([
    [ops.save, () => machine.save()],
    [ops.beginGroup, () => machine.save()],
    [ops.restore, () => machine.restore()],
    [ops.endGroup, () => machine.restore()],
    [ops.paintFormXObjectEnd, () => machine.restore()],
    [
      ops.paintFormXObjectBegin,
      ([matrix]) => {
        machine.save();
        machine.transform(toMatrix(matrix) ?? IDENTITY);
      },
    ],
    [ops.transform, (args) => machine.transform(toMatrix(args) ?? IDENTITY)],
    [ops.beginText, () => machine.beginText()],
    [ops.setTextMatrix, (args) => machine.setTextMatrix(toMatrix(args[0]) ?? toMatrix(args) ?? IDENTITY)],
    [ops.moveText, ([x, y]) => machine.moveText(number(x), number(y))],
    [
      ops.setLeadingMoveText,
      ([x, y]) => {
        machine.set({ leading: -number(y) });
        machine.moveText(number(x), number(y));
      },
    ],
    [ops.nextLine, () => machine.nextLine()],
    [ops.setFont, ([font, size]) => machine.set({ font: fontOf(font), size: number(size) })],
    [ops.setCharSpacing, ([charSpacing]) => machine.set({ charSpacing: number(charSpacing) })],
    [ops.setWordSpacing, ([wordSpacing]) => machine.set({ wordSpacing: number(wordSpacing) })],
    [ops.setHScale, ([percent]) => machine.set({ scale: number(percent) / 100 })],
    [ops.setLeading, ([leading]) => machine.set({ leading: number(leading) })],
    [ops.setTextRise, ([rise]) => machine.set({ rise: number(rise) })],
    [ops.showText, ([parts]) => machine.show(Array.isArray(parts) ? parts : [])],
  ]);
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function addPath(rules: RuleCollector, args: readonly unknown[], ctm: Matrix, ops: Ops): void {
  const [paint, paths] = args;
  const data: unknown = Array.isArray(paths) ? paths[0] : null;
  if (!(data instanceof Float32Array)) return;
  const stroke = [ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke];
  const fill = [ops.fill, ops.eoFill, ops.rawFillPath];
  rules.add(data, ctm, {
    stroke: [...stroke, ops.closeEOFillStroke].some((code) => code === paint),
    fill: fill.some((code) => code === paint),
  });
}

function fontFacts(page: Page, name: unknown): FontFacts {
  const objects: { has(id: string): boolean; get(id: string): unknown } = page.commonObjs;
  const font: unknown = typeof name === 'string' && objects.has(name) ? objects.get(name) : null;
  if (typeof font !== 'object' || font === null) return { vertical: false, unit: 0.001 };
  const matrix = 'fontMatrix' in font ? toMatrix(font.fontMatrix) : null;
  const unit = matrix === null || matrix[0] === 0 ? 0.001 : matrix[0];
  return { vertical: 'vertical' in font && font.vertical === true, unit };
}

/** Which way most of the page is written, where that is clear. */
function mostTurned(glyphs: readonly PlacedGlyph[]): 0 | 1 | 2 | 3 {
  const counts = [0, 0, 0, 0];
  for (const { turn, text } of glyphs) if (turn !== null && text.trim() !== '') counts[turn] = (counts[turn] ?? 0) + 1;
  const most = Math.max(...counts);
  const turn = counts.indexOf(most);
  return (turn === 1 || turn === 2 || turn === 3) && most > glyphs.length * 0.6 ? turn : 0;
}

function turnedBack(turn: 1 | 2 | 3, width: number, height: number): Matrix {
  if (turn === 1) return [0, -1, 1, 0, 0, width];
  return turn === 2 ? [-1, 0, 0, -1, width, height] : [0, 1, -1, 0, height, 0];
}

/** Leaves out the second printing of a character in the same place. */
function once(glyphs: readonly PlacedGlyph[]): readonly Glyph[] {
  const seen = new Map<string, PlacedGlyph[]>();
  return glyphs.filter((glyph) => {
    const unit = Math.max(1, glyph.size);
    const keyAt = (dx: number, dy: number): string =>
      `${glyph.text} ${Math.round(glyph.left / unit) + dx} ${Math.round(glyph.y / unit) + dy}`;
    const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => seen.get(keyAt(dx, dy)) ?? []));
    const shift = BOLD_SHIFT * unit;
    const again = near.some(({ left, y }) => Math.abs(left - glyph.left) < shift && Math.abs(y - glyph.y) < shift);
    if (!again && glyph.text.trim() !== '') seen.set(keyAt(0, 0), [...(seen.get(keyAt(0, 0)) ?? []), glyph]);
    return !again;
  });
}
