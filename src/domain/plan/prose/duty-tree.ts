import type { BareNames } from './bare-names.ts';
import { readMarker } from './markers.ts';
import { officeLines } from './office-lines.ts';
import type { OutlineNode } from './outline.ts';
import { cutAtLabels, startsWithLabel } from './owner-labels.ts';
import type { Paragraph } from './paragraphs.ts';
import { isHeadingLike, officesInHeading } from './section-words.ts';
import { bothOf, type Duty, type Piece, piecesOf } from './segments.ts';

/** A clause with its words and owner blocks told apart. */
export interface Clause {
  readonly node: OutlineNode;
  readonly pieces: readonly Piece[];
  readonly children: readonly Clause[];
  /** An owner block of its own or below it. */
  readonly owned: boolean;
  /** A block with offices or people among them, not only a time. */
  readonly staffed: boolean;
  /** What stands before it for it and those that follow. */
  readonly given: Duty | null;
  /** The offices that its heading names, where its neighbours' headings do so too. */
  readonly office: string | null;
}

const LONGEST_NAME = 30;
const MANY = 4;
/** 规划股负责公开…: who does it is the subject of the sentence. */
const SUBJECT =
  /^([^，,。；;：:]{2,16}?)(?:牵头负责|负责|牵头|承担)(?!人|同志|单位|部门|科|处|股|者)(?=[^，,。；;：:的]{2})/;

export function clauseOf(node: OutlineNode, names: BareNames): Clause {
  const shared = node.kind === 'part' ? officeLines(node.paragraphs) : null;
  const pieces = node.paragraphs.flatMap(
    (paragraph, index) =>
      sharedPieces(paragraph, shared?.get(paragraph)) ??
      piecesOf(paragraph, index === 0 ? (node.marker?.length ?? 0) : fieldNumber(paragraph.text), {
        ...names,
        lines: names.lines && index > 0 && node.kind === 'numbered',
      }),
  );
  const children = withOffices(node.children.map((child) => clauseOf(child, names)));
  return shifted(withFlags({ node, pieces, children, owned: false, staffed: false, given: null, office: null }));
}

/** 县财政局：负责…: who stands before the colon does what follows. */
function sharedPieces(paragraph: Paragraph, owners: string | undefined): readonly Piece[] | null {
  if (owners === undefined) return null;
  const text = paragraph.text.slice(owners.length + 1).trim();
  const duty: Duty = { owners, deadline: null };
  return [
    { type: 'text', text, paragraph },
    { type: 'duty', duty, alone: false, paragraph },
  ];
}

/** The number of a field: （2）责任单位：… */
function fieldNumber(text: string): number {
  const length = readMarker(text)?.length ?? 0;
  return length > 0 && startsWithLabel(text.slice(length)) ? length : 0;
}

function withFlags(clause: Clause): Clause {
  const duties = clause.pieces.flatMap((piece) => (piece.type === 'duty' ? [piece.duty] : []));
  return {
    ...clause,
    owned: duties.length > 0 || clause.children.some((child) => child.owned || child.office !== null),
    staffed:
      duties.some(({ owners }) => owners !== null) ||
      clause.children.some((child) => child.staffed || child.office !== null),
  };
}

/**
 * （一）办公室 heads the work of an office, 办公室：做好… is an item of one, where most clauses beside it are of the same kind or,
 * for headings, where a colon says so.
 */
function withOffices(children: readonly Clause[]): readonly Clause[] {
  const named = children.map(officeBefore);
  const many = named.filter((name) => name !== null).length;
  const most = many >= 2 && many * 2 > children.length;
  return children.map((child, index) => {
    const name = named[index] ?? null;
    if (name === null) return child;
    const above = isAbove(child);
    if (!most && !(above && (/[:：]$/.test(wordsOf(child)) || child.node.kind === 'heading'))) return child;
    const words = wordsOf(child);
    const people = above ? peopleBeside(child) : null;
    if (people !== null) {
      const kept = child.pieces.filter((piece) => piece.type === 'text');
      return { ...child, pieces: kept, office: `${name}；${people}`, owned: true, staffed: true };
    }
    const pieces = above ? child.pieces : withFirstWords(child.pieces, behindName(words, name));
    const given = above ? child.given : { owners: name, deadline: null };
    return { ...child, pieces, given, office: above ? name : null, owned: true, staffed: true };
  });
}

/** 一、党政办（负责人：…）: a block that names people only, beside a heading that names their office. */
function peopleBeside(child: Clause): string | null {
  const duties = child.pieces.flatMap((piece) => (piece.type === 'duty' ? [piece.duty] : []));
  const owners = duties[0]?.owners ?? '';
  const only = duties.length === 1 && owners !== '' && cutAtLabels(owners).every(({ people }) => people !== null);
  return only && !child.children.some((each) => each.staffed) ? owners : null;
}

/** Behind a colon the name has said all; as the subject it is part of the sentence. */
function behindName(words: string, name: string): string {
  return /^[:：]/.test(words.slice(name.length)) ? words.slice(name.length + 1) : words;
}

/** Of many clauses below a heading one says by itself who does it. */
function staffedOnce({ pieces, children }: Clause): boolean {
  if (children.length < MANY || pieces.some((piece) => piece.type === 'duty')) return false;
  return children.filter(({ staffed }) => staffed).length === 1;
}

function officeBefore(child: Clause): string | null {
  if (child.staffed && !staffedOnce(child) && !(isAbove(child) && peopleBeside(child) !== null)) return null;
  const words = wordsOf(child);
  if (isAbove(child)) return isHeadingLike(words) ? officesInHeading(words, child.node.kind === 'heading') : null;
  const subject = SUBJECT.exec(words.slice(0, LONGEST_NAME))?.[1];
  if (subject !== undefined && officesInHeading(subject, true) === subject) return subject;
  const end = words.slice(0, LONGEST_NAME).search(/[:：]/);
  return end > 1 && words.length > end + 4 && officesInHeading(words.slice(0, end)) === words.slice(0, end)
    ? words.slice(0, end)
    : null;
}

/** Other text stands below it. */
function isAbove(clause: Clause): boolean {
  return clause.children.length > 0 || clause.node.paragraphs.length > 1;
}

export function withFirstWords(pieces: readonly Piece[], words: string): readonly Piece[] {
  const at = pieces.findIndex((piece) => piece.type === 'text');
  return pieces.map((piece, index) => (index === at && piece.type === 'text' ? { ...piece, text: words } : piece));
}

/** The first words of a clause. */
export function wordsOf(clause: Clause): string {
  return clause.pieces.find((piece) => piece.type === 'text')?.text ?? '';
}

/**
 * Owner lines that stand before the clauses they speak for hang below the clause before: moves them down. They do where one
 * stands right below the heading and the last clause has none behind it.
 */
function shifted(clause: Clause): Clause {
  const { children, pieces } = clause;
  const opening = pieces.at(-1);
  const last = children.at(-1);
  if (opening?.type !== 'duty' || !opening.alone || !last || last.owned || children.length < 2) return clause;
  if (!children.some((child) => child.children.length === 0 && trailing(child) !== null)) return clause;
  let carried: Duty | null = opening.duty;
  const moved = children.map((child): Clause => {
    const own = child.children.length === 0 ? trailing(child) : null;
    const given = carried;
    if (!own) return { ...child, given, owned: true, staffed: true };
    carried = own.duty;
    return { ...child, given, owned: true, staffed: true, pieces: child.pieces.slice(0, own.at) };
  });
  const kept = pieces.filter((piece) => piece !== opening);
  return { ...clause, pieces: kept, children: moved, owned: true, staffed: true };
}

/** The owner lines at the end of a clause that has words. */
export function trailing(clause: Clause): { readonly at: number; readonly duty: Duty } | null {
  let at = clause.pieces.length;
  let duty: Duty | null = null;
  for (; at > 0; at -= 1) {
    const piece = clause.pieces[at - 1];
    if (piece?.type !== 'duty' || !piece.alone) break;
    duty = bothOf(piece.duty, duty);
  }
  return duty && at > 0 ? { at, duty } : null;
}

/** Every paragraph of a clause, in order. */
export function paragraphsIn(clause: Clause): readonly Paragraph[] {
  return [...clause.node.paragraphs, ...clause.children.flatMap(paragraphsIn)].sort((a, b) => a.at - b.at);
}
