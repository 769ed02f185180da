import { type Marker, rankOf, readLoneMarker, readMarker } from './markers.ts';
import { startsWithLabel, startsWithShortLabel } from './owner-labels.ts';
import type { Paragraph } from './paragraphs.ts';
import {
  isAnnexMark,
  isAttachment,
  isClosing,
  isPeriodHeading,
  leadingPeriod,
  officesInHeading,
} from './section-words.ts';

/** A numbered clause, an unnumbered heading, or a whole part of the document, with what stands under it. */
export interface OutlineNode {
  readonly marker: Marker | null;
  readonly kind: 'part' | 'numbered' | 'heading' | 'dated';
  /** The first one with its number. Of a part: what stands before the first clause. */
  readonly paragraphs: Paragraph[];
  readonly children: OutlineNode[];
}

export interface Outline {
  /** A notice and its annex are two parts. */
  readonly parts: readonly OutlineNode[];
  /** Notes, signatures, titles between and below the parts. */
  readonly loose: readonly Paragraph[];
}

const LONGEST_HEADING = 30;
const DEEPEST = 16;
const CONTENT = /^(?:工作|具体|主要|任务|重点)?(?:内容|措施|举措|任务|目标|要求|事项|安排)[:：]/;
const CONTACT = /^联[系络]/;
/** So many numbers may be missing between two clauses of one list. */
const MOST_MISSING = 3;

/** Reads the nesting of a document from its numbering. */
export function outlineOf(paragraphs: readonly Paragraph[]): Outline {
  return new OutlineReader(paragraphs).read();
}

class OutlineReader {
  private readonly markers: readonly (Marker | undefined)[];
  private readonly parts: OutlineNode[] = [];
  private readonly loose: Paragraph[] = [];
  private readonly paragraphs: readonly Paragraph[];
  private stack: OutlineNode[] = [];
  /** Behind a note or signature nothing belongs to the clause above any more. */
  private closed = false;
  private attachments = false;
  private officesHead = false;

  constructor(paragraphs: readonly Paragraph[]) {
    this.paragraphs = paragraphs;
    this.markers = paragraphs.map(({ text }, at) => readMarker(text) ?? loneMarker(text, paragraphs[at + 1]?.text));
    this.newPart();
  }

  read(): Outline {
    this.paragraphs.forEach((paragraph, index) => {
      const marker = this.markers[index];
      if (startsWithLabel(paragraph.text) || this.isField(paragraph, index)) this.addLabelled(paragraph);
      else if (marker) this.addNumbered(paragraph, marker, index);
      else this.addPlain(paragraph, index);
    });
    return { parts: this.parts, loose: this.loose };
  }

  private get top(): OutlineNode {
    const top = this.stack.at(-1);
    return top ?? this.newPart();
  }

  private newPart(): OutlineNode {
    const part: OutlineNode = { marker: null, kind: 'part', paragraphs: [], children: [] };
    this.parts.push(part);
    this.stack = [part];
    return part;
  }

  private addNumbered(paragraph: Paragraph, marker: Marker, index: number): void {
    if (this.attachments && isAttachment(paragraph.text)) {
      this.loose.push(paragraph);
      return;
    }
    this.attachments = false;
    if (this.closed && marker.value === 1 && this.stack.length > 1) this.newPart();
    this.closed = false;
    this.push({ marker, kind: 'numbered', paragraphs: [paragraph], children: [] }, this.depthFor(marker, index));
  }

  private addPlain(paragraph: Paragraph, index: number): void {
    const { text } = paragraph;
    const next = this.paragraphs[index + 1]?.text;
    if (isAnnexMark(text)) {
      this.newPart();
      this.loose.push(paragraph);
      this.closed = true;
    } else if (this.isContactOfSection(text, index)) this.loose.push(paragraph);
    else if (this.top.kind !== 'part' && isClosing(text, next)) {
      this.loose.push(paragraph);
      this.closed = true;
      this.attachments ||= text.startsWith('附');
    } else if (leadingPeriod(text) !== null) {
      this.push({ marker: null, kind: 'dated', paragraphs: [paragraph], children: [] }, this.depthOf('dated'));
    } else if (this.isHeading(text, index)) this.pushHeading(paragraph, index);
    else if (this.closed) this.loose.push(paragraph);
    else this.addText(paragraph);
  }

  /** （1）工作内容：… （2）责任单位：… number the fields of one clause, not clauses below it. */
  private isField({ text }: Paragraph, index: number): boolean {
    const marker = this.markers[index];
    if (!marker || this.top.kind === 'part' || this.top.marker?.style === marker.style) return false;
    const neighbour = marker.value === 1 ? index + 1 : index - 1;
    if (this.markers[neighbour]?.style !== marker.style) return false;
    if (startsWithLabel(text.slice(marker.length))) return true;
    const next = this.markers[index + 1];
    return (
      CONTENT.test(text.slice(marker.length)) &&
      next?.style === marker.style &&
      startsWithLabel(this.paragraphs[index + 1]?.text.slice(next.length) ?? '')
    );
  }

  /** 联系人：… right below the heading of a list does not close the document. */
  private isContactOfSection(text: string, index: number): boolean {
    if (!CONTACT.test(text) || this.top.kind !== 'numbered' || this.top.paragraphs.length > 1) return false;
    const next = this.markers[index + 1] ?? this.markers[index + 2];
    return next?.value === 1 && next.style !== this.top.marker?.style;
  }

  private addLabelled(paragraph: Paragraph): void {
    if (this.closed && startsWithShortLabel(paragraph.text)) this.loose.push(paragraph);
    else this.addText(paragraph);
  }

  private addText(paragraph: Paragraph): void {
    this.top.paragraphs.push(paragraph);
  }

  private push(node: OutlineNode, depth: number): void {
    this.stack.length = Math.max(1, Math.min(depth, this.stack.length, DEEPEST));
    this.top.children.push(node);
    this.stack.push(node);
  }

  /** A short line without a number that a list follows, or the name of an office or a time. */
  private isHeading(text: string, index: number): boolean {
    if (text.length > LONGEST_HEADING || /[。；;，,！？]$/.test(text)) return false;
    const next = this.markers[index + 1];
    if (isPeriodHeading(text)) return true;
    if (officesInHeading(text, this.officesHead) !== null && /[:：]$/.test(text)) {
      this.officesHead = true;
      return true;
    }
    if (officesInHeading(text) !== null && next !== undefined && !this.standsBelow(next)) {
      this.officesHead = true;
      return true;
    }
    return next?.value === 1 && this.parts.at(-1)?.children.length !== 0 && !/[:：]$/.test(text);
  }

  /** Names of offices between two clauses say who does the first one, unless such names headed a list before. */
  private standsBelow(next: Marker): boolean {
    return !this.officesHead && this.top.kind === 'numbered' && next.value !== 1;
  }

  private pushHeading(paragraph: Paragraph, index: number): void {
    const next = this.markers[index + 1];
    const list = next ? this.stack.findIndex((node) => node.marker?.style === next.style) : -1;
    const same = this.stack.findIndex((node) => node.kind === 'heading');
    const depth = same > 0 ? (list > 0 ? Math.min(same, list) : same) : list > 0 ? list : this.depthBelowHeadings();
    this.closed = false;
    this.push({ marker: null, kind: 'heading', paragraphs: [paragraph], children: [] }, depth);
  }

  private depthOf(kind: OutlineNode['kind']): number {
    const same = this.stack.findIndex((node) => node.kind === kind);
    return same > 0 ? same : this.depthBelowHeadings();
  }

  /** Under the innermost clause that is itself a heading. */
  private depthBelowHeadings(): number {
    const at = this.stack.findLastIndex(
      (node) => node.kind !== 'dated' && node.paragraphs.length <= 1 && (node.paragraphs[0]?.text.length ?? 0) <= 40,
    );
    return at + 1;
  }

  /** How many of the open nodes stay open above a new clause. */
  private depthFor(marker: Marker, index: number): number {
    const { style, value } = marker;
    const last = (node: OutlineNode): number | null => node.marker?.value ?? null;
    const known = this.stack.some((node) => node.marker?.style === style);
    for (let depth = this.stack.length - 1; depth > 0; depth -= 1) {
      const node = this.stack[depth];
      if (!node || !sameList(node.marker, marker, known)) continue;
      const before = last(node);
      if (value === null || before === null || (value > before && value - before <= MOST_MISSING)) return depth;
    }
    const same = this.stack.findLastIndex((node) => node.marker?.style === style);
    if (same > 0 && (value !== 1 || !this.isDeeper(marker, same))) return same;
    if (value === 1 && this.goesOnAfter(marker, index)) return this.stack.length;
    const outer = this.stack.findLastIndex((node) => node.marker === null || rankOf(node.marker.style) < rankOf(style));
    return outer + 1;
  }

  /** A list of the same style that starts again below a heading of another style. */
  private isDeeper(marker: Marker, same: number): boolean {
    return this.stack.slice(same + 1).some((node) => node.marker && rankOf(node.marker.style) < rankOf(marker.style));
  }

  /** Whether the list of the open clause goes on behind a list that is numbered in a style that usually stands above. */
  private goesOnAfter(marker: Marker, index: number): boolean {
    const open = this.top.marker;
    if (!open || open.value === null || rankOf(open.style) < rankOf(marker.style)) return false;
    for (let at = index + 1; at < this.markers.length && at < index + 60; at += 1) {
      const next = this.markers[at];
      if (next?.style === open.style) return next.value === open.value + 1;
    }
    return false;
  }
}

/** （一） alone above 牵头单位：… and the words of the clause. */
function loneMarker(text: string, next: string | undefined): Marker | undefined {
  return next !== undefined && startsWithLabel(next) ? readLoneMarker(text) : undefined;
}

function isPlain({ style }: Marker): boolean {
  return style === 'number' || style === 'bracket' || style === 'half-bracket';
}

/**
 * `2)` goes on a list that began with `(1)`: the bracket was lost. `(6)` goes on behind `5.` where no list in brackets is open.
 *
 * @param known a list in the style of the marker is open
 */
function sameList(open: Marker | null, marker: Marker, known: boolean): boolean {
  if (!open) return false;
  if (open.style === marker.style) return true;
  if (!known && marker.value === (open.value ?? 0) + 1 && isPlain(open) && isPlain(marker)) return true;
  const styles = [open.style, marker.style];
  return styles.includes('bracket') && styles.includes('half-bracket') && marker.value === (open.value ?? 0) + 1;
}
