import { fold } from '../phrases/fold.ts';
import { readNumeral } from '../phrases/numerals.ts';
import { ownerLikeness } from '../phrases/read-owners.ts';
import type { Clause } from './duty-tree.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Duty } from './segments.ts';

/** Who does which numbered clause, as a paragraph elsewhere says: 第1、2项由办公室负责；第3项由财务科负责。 */
export interface DutiesByNumber {
  readonly owners: ReadonlyMap<number, string>;
  /** The paragraphs that say so. */
  readonly said: ReadonlySet<Paragraph>;
}

const ONE = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const LIST = `第(${ONE}(?:(?:[、,和及]|-|~|至|到)第?${ONE}){0,20})[项条款](?:工作|任务|事项|内容)?`;
const NUMBERS_FIRST = new RegExp(`${LIST},?(?:由|归|:)`, 'g');
const NAMES_FIRST = new RegExp(
  `(?<=^|[;。,])([^;。,:第]{2,30}?)(?:负责(?:落实|办理)?|承担|牵头|:)(?:上述|以上)?${LIST}`,
  'g',
);
const FEWEST = 2;
const LONGEST = 2000;
const LONGEST_OWNERS = 100;
const MOST_IN_SPAN = 50;
const NO_PARAGRAPH: Paragraph = { text: '', place: '', at: -1 };

/** Null where no paragraph shares out the clauses by their numbers, or one of them twice. */
export function dutiesByNumber(paragraphs: readonly Paragraph[]): DutiesByNumber | null {
  const owners = new Map<number, string>();
  const said = new Set<Paragraph>();
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    if (text.length > LONGEST || !/第.{1,60}[项条款]/.test(text)) continue;
    for (const share of sharesIn(text)) {
      for (const no of share.numbers) {
        if (owners.has(no)) return null;
        owners.set(no, share.owners);
      }
      said.add(paragraph);
    }
  }
  return owners.size >= FEWEST ? { owners, said } : null;
}

function sharesIn(text: string): readonly { readonly numbers: readonly number[]; readonly owners: string }[] {
  const folded = fold(text);
  const found = [...folded.matchAll(NUMBERS_FIRST)];
  const shares = found.map((match, index) => {
    const from = match.index + match[0].length;
    const until = found[index + 1]?.index ?? folded.length;
    const stop = folded.slice(from, until).search(/[;。]/);
    const owners = text.slice(from, stop < 0 ? until : from + stop).replace(/[,，、\s]+$/, '');
    return { numbers: numbersIn(match[1] ?? ''), owners };
  });
  const reversed = [...folded.matchAll(NAMES_FIRST)].map((match) => {
    const owners = text.slice(match.index, match.index + (match[1]?.length ?? 0));
    return { numbers: numbersIn(match[2] ?? ''), owners };
  });
  return (shares.length > 0 ? shares : reversed).filter(
    ({ owners }) => owners.length <= LONGEST_OWNERS && ownerLikeness(owners) === 1,
  );
}

/** 1、3-5 and 第1至第3. */
function numbersIn(list: string): readonly number[] {
  return list.split(/[、,和及]/).flatMap((part) => {
    const [first, last] = part
      .replaceAll('第', '')
      .split(/-|~|至|到/)
      .map((word) => readNumeral(word) ?? 0);
    const count = last === undefined || first === undefined ? 1 : last - first + 1;
    return count < 1 || count > MOST_IN_SPAN ? [] : Array.from({ length: count }, (_, at) => (first ?? 0) + at);
  });
}

/** Gives each clause the owners that its number has. As it was where numbers say nothing, or say it of two clauses. */
export function withDutiesByNumber(parts: readonly Clause[], duties: DutiesByNumber): readonly Clause[] {
  const numbered = parts.flatMap(leavesOf).filter((clause) => ownersOf(clause, duties) !== null);
  const values = new Set(numbered.map(({ node }) => node.marker?.value));
  if (numbered.length < FEWEST || values.size < numbered.length) return parts;
  return parts.map((part) => withDuty(part, duties));
}

function leavesOf(clause: Clause): readonly Clause[] {
  return clause.children.length === 0 ? [clause] : clause.children.flatMap(leavesOf);
}

function ownersOf(clause: Clause, { owners, said }: DutiesByNumber): string | null {
  const { marker, paragraphs } = clause.node;
  const plain = marker?.style === 'number' || marker?.style === 'bracket' || marker?.style === 'article';
  if (!plain || (clause.staffed && !saysIt(clause, said)) || said.has(paragraphs[0] ?? NO_PARAGRAPH)) return null;
  return owners.get(marker.value ?? 0) ?? null;
}

/** Its own duties stand in the paragraph that shares out all of them, which only follows the last clause. */
function saysIt({ pieces }: Clause, said: ReadonlySet<Paragraph>): boolean {
  return pieces.every((piece) => piece.type === 'text' || said.has(piece.paragraph));
}

function withDuty(clause: Clause, duties: DutiesByNumber): Clause {
  const children = clause.children.map((child) => withDuty(child, duties));
  const owners = clause.children.length === 0 ? ownersOf(clause, duties) : null;
  const given: Duty | null = owners === null ? clause.given : { owners, deadline: clause.given?.deadline ?? null };
  const kept = clause.pieces.filter(({ paragraph }) => !duties.said.has(paragraph));
  const told = clause.node.paragraphs.filter((paragraph) => duties.said.has(paragraph));
  const shown = owners === null ? told : [];
  const pieces = [...kept, ...shown.map((paragraph) => ({ type: 'text', text: paragraph.text, paragraph }) as const)];
  const below = children.some((child) => child.owned);
  const own = kept.flatMap((piece) => (piece.type === 'duty' ? [piece.duty] : []));
  const office = owners !== null || clause.office !== null;
  return {
    ...clause,
    children,
    given,
    pieces: told.length > 0 ? pieces : clause.pieces,
    owned: office || below || own.length > 0 || (told.length === 0 && clause.owned),
    staffed:
      office ||
      children.some((child) => child.staffed) ||
      own.some((duty) => duty.owners !== null) ||
      (told.length === 0 && clause.staffed),
  };
}
