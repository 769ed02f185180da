import { apply, type Matrix } from './matrix.ts';
import type { Rule } from './page-marks.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Subpath {
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** Codes in the library's path data (`DrawOPS`). */
const PATH = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;
/** A filled shape that is not wider is a line. */
const THICKEST = 3.5;
const STRAIGHT = 1;
const MOST_RULES = 60_000;

/** Collects the straight horizontal and vertical lines that a page draws, whether stroked or filled as thin boxes. */
export class RuleCollector {
  readonly horizontal: Rule[] = [];
  readonly vertical: Rule[] = [];

  /** @param data numbers of the library's `constructPath` */
  add(data: ArrayLike<number>, ctm: Matrix, paint: { readonly stroke: boolean; readonly fill: boolean }): void {
    if (this.horizontal.length + this.vertical.length > MOST_RULES) return;
    for (const subpath of subpathsOf(data, ctm)) {
      if (subpath.curved) continue;
      if (paint.stroke) this.#stroke(subpath);
      if (paint.fill) this.#fill(subpath.points);
    }
  }

  #stroke({ points, closed }: Subpath): void {
    for (let at = 0; at + 1 < points.length; at += 1) this.#line(points[at], points[at + 1]);
    if (closed) this.#line(points.at(-1), points[0]);
  }

  #line(a: Point | undefined, b: Point | undefined): void {
    if (!a || !b) return;
    const dx = Math.abs(a.x - b.x);
    const dy = Math.abs(a.y - b.y);
    if (dy <= STRAIGHT) this.horizontal.push({ at: (a.y + b.y) / 2, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) });
    if (dx <= STRAIGHT) this.vertical.push({ at: (a.x + b.x) / 2, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) });
  }

  /** A dotted border is a row of small boxes, so that a box small both ways counts for both. */
  #fill(points: readonly Point[]): void {
    if (points.length < 3 || points.length > 12) return;
    const left = Math.min(...points.map(({ x }) => x));
    const right = Math.max(...points.map(({ x }) => x));
    const top = Math.min(...points.map(({ y }) => y));
    const bottom = Math.max(...points.map(({ y }) => y));
    if (bottom - top <= THICKEST) this.horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
    if (right - left <= THICKEST) this.vertical.push({ at: (left + right) / 2, from: top, to: bottom });
  }
}

function subpathsOf(data: ArrayLike<number>, ctm: Matrix): readonly Subpath[] {
  const found: Subpath[] = [];
  let points: Point[] = [];
  let closed = false;
  let curved = false;
  const end = (): void => {
    if (points.length > 1) found.push({ points, closed, curved });
    points = [];
    closed = false;
    curved = false;
  };
  for (let at = 0; at < data.length; ) {
    const code = data[at];
    const point = (skip: number): Point => apply(ctm, data[at + 1 + skip] ?? 0, data[at + 2 + skip] ?? 0);
    if (code === PATH.moveTo) {
      end();
      points.push(point(0));
      at += 3;
    } else if (code === PATH.lineTo) {
      points.push(point(0));
      at += 3;
    } else if (code === PATH.curveTo || code === PATH.quadraticCurveTo) {
      curved = true;
      at += code === PATH.curveTo ? 7 : 5;
    } else {
      closed ||= code === PATH.closePath;
      at += 1;
    }
  }
  end();
  return found;
}

/** One rule for what is drawn in pieces or twice: pieces on one line (within `tolerance`) that touch become one. */
export function mergeRules(rules: readonly Rule[], tolerance = 1.5, gap = 3): readonly Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  const merged: Rule[] = [];
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start]?.at ?? 0;
    let end = start;
    while (end < sorted.length && (sorted[end]?.at ?? 0) - first <= tolerance) end += 1;
    merged.push(...joined(sorted.slice(start, end), gap));
    start = end;
  }
  return merged;
}

function joined(sameLine: readonly Rule[], gap: number): readonly Rule[] {
  const rules: Rule[] = [];
  for (const rule of [...sameLine].sort((a, b) => a.from - b.from)) {
    const last = rules.at(-1);
    if (last && rule.from <= last.to + gap) rules[rules.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
    else rules.push(rule);
  }
  return rules;
}
