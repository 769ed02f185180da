import type { CivilDate } from '../calendar/civil-date.ts';
import type { Directory, Office, Person, PostRole, Reachable } from './directory.ts';
import { keyWithoutBrackets, nameKey, namesInKey, rosterKey, rostersInName } from './office-name.ts';

export type FoundOffice =
  | { readonly kind: 'found'; readonly office: Office }
  /** Several offices fit equally well; somebody has to say which. In the order of the directory. */
  | { readonly kind: 'ambiguous'; readonly offices: readonly Office[] }
  | { readonly kind: 'unknown' };

/** Ways to name the bureau itself before an office of it; 市委 and 区委 are the party's and not among them. */
const OWN_BUREAU = /^(?:本局|我局|市局|县局|区局|局机关|局|本委|我委|委)(?=..)/;
const LEVEL = /^(?:本市|我市|本县|我县|本区|我区|市|县|区)(?=...)/;

/** Whether an office with these names (keys of its name and aliases) is meant by the printed key. */
type Fits = (names: readonly string[], printed: string) => boolean;

/** From the surest to the loosest; the first that fits any office decides, and only where it fits one. */
const WAYS: readonly Fits[] = [
  (names, printed) => names[0] === printed,
  (names, printed) => names.includes(printed),
  (names, printed) => meet(names.flatMap(namesInKey), namesInKey(printed)),
  (names, printed) => meet(names, opened(printed)) || meet(names.flatMap(opened), [printed]),
  (names, printed) => meet(names.map(withoutBureau), [withoutBureau(printed)]),
  (names, printed) => meet(names.flatMap(namesInKey).map(withoutBureau), namesInKey(printed).map(withoutBureau)),
];

interface Named {
  readonly office: Office;
  /** Keys of its name and its aliases. */
  readonly names: readonly string[];
}

// A plan names the same sixty offices thousands of times.
const KNOWN = new WeakMap<Directory, readonly Named[]>();

function namedOf(directory: Directory): readonly Named[] {
  const known = KNOWN.get(directory);
  if (known) return known;
  const named = directory.offices.map((office) => ({ office, names: [office.name, ...office.aliases].map(nameKey) }));
  KNOWN.set(directory, named);
  return named;
}

/**
 * The office that a plan names: by its name, an alias, the part before or inside brackets
 * (组织人事处(政策法规处) and 组织人事处), or without a leading 局, 本局, 市, 区 (局办公室 and 办公室).
 *
 * Spaces and the width of brackets never matter. A looser way is tried only where no surer one fits anything.
 */
export function findOffice(directory: Directory, printedName: string): FoundOffice {
  const printed = nameKey(printedName);
  if (printed === '') return { kind: 'unknown' };
  for (const fits of WAYS) {
    const offices = namedOf(directory)
      .filter(({ names }) => fits(names, printed))
      .map(({ office }) => office);
    const [office] = offices;
    if (office && offices.length === 1) return { kind: 'found', office };
    if (office) return { kind: 'ambiguous', offices: offices.toSorted((a, b) => a.order - b.order) };
  }
  return { kind: 'unknown' };
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return others.some((other) => some.includes(other));
}

/** The key without a leading 局, 本局, 市 …, or nothing where it has none. */
function opened(key: string): readonly string[] {
  return [key.replace(OWN_BUREAU, ''), key.replace(LEVEL, '')].filter((shorter) => shorter !== key);
}

function withoutBureau(key: string): string {
  return key.replace(OWN_BUREAU, '');
}

export interface RosterMembers {
  /** In the order of the directory. */
  readonly offices: readonly Office[];
  /** `all-offices`: no roster has the name, every office is taken; people should see that this was assumed. */
  readonly how: 'named' | 'all-offices';
}

/**
 * The offices that a plan means by 各处室(单位).
 *
 * In this order: the roster with that name (spaces, bracket width and an opening such as 局属 do not matter); the rosters
 * that the name adds up to (各科室、各单位; 各科室(单位) where there are both); the roster without the brackets; every office.
 */
export function rosterMembers(directory: Directory, printedRoster: string): RosterMembers {
  const offices = directory.offices.toSorted((a, b) => a.order - b.order);
  const known = new Set(offices.flatMap((office) => office.rosters.map(rosterKey)));
  const keys = keysOf(printedRoster, known);
  if (!keys) return { offices, how: 'all-offices' };
  return { offices: offices.filter(({ rosters }) => rosters.some((name) => keys.has(rosterKey(name)))), how: 'named' };
}

/** The keys of the rosters that are meant, or undefined where none has such a name. */
function keysOf(printed: string, known: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const key = rosterKey(printed);
  if (known.has(key)) return new Set([key]);
  const several = rostersInName(printed);
  if (several.length > 1 && several.every((name) => known.has(name))) return new Set(several);
  const bare = keyWithoutBrackets(key);
  if (bare === '') return undefined;
  const bareOnes = [...known].filter((name) => keyWithoutBrackets(name) === bare);
  return bareOnes.length > 0 ? new Set(bareOnes) : undefined;
}

/** Who may get an office's cards and answer them, in the order in which they are asked: A角, B角, then the head. */
const ANSWERING = ['liaison-a', 'liaison-b', 'head'] as const satisfies readonly PostRole[];

export type AnsweringRole = (typeof ANSWERING)[number];

export type Recipient =
  | { readonly kind: 'found'; readonly person: Reachable; readonly as: AnsweringRole }
  /** Nobody who is still there holds one of the three posts. */
  | { readonly kind: 'nobody' }
  /** There is somebody, but the platform has not told the open_id of any of them; `person` would be the first. */
  | { readonly kind: 'no-open-id'; readonly person: Person };

/**
 * Who gets the cards of an office: the first along 联络人A, 联络人B, 负责人 who is still there, not on leave that day and can be
 * reached. Where all of them are on leave the head is asked, and where the platform has turned down all, the first is tried again.
 */
export function recipientOf(directory: Directory, officeId: string, today?: CivilDate): Recipient {
  const people = new Map(directory.people.map((person) => [person.id, person]));
  const candidates = ANSWERING.flatMap((role) =>
    directory.posts
      .filter((post) => post.officeId === officeId && post.role === role)
      .flatMap((post) => people.get(post.personId) ?? [])
      .filter((person) => person.active)
      .map((person) => ({ person, as: role })),
  );
  const reachable = candidates.filter(({ person }) => person.unreachableOn === null);
  const present = reachable.filter(({ person }) => !isAway(directory, person.id, today));
  const heads = reachable.filter(({ as }) => as === 'head');
  for (const { person, as } of [...present, ...heads, ...reachable, ...candidates]) {
    if (person.openId !== null) return { kind: 'found', person: { ...person, openId: person.openId }, as };
  }
  const [first] = candidates;
  return first ? { kind: 'no-open-id', person: first.person } : { kind: 'nobody' };
}

/** 请假 on that day. */
export function isAway({ absences = [] }: Directory, personId: string, today: CivilDate | undefined): boolean {
  return (
    today !== undefined &&
    absences.some((absence) => absence.personId === personId && absence.fromOn <= today && today <= absence.toOn)
  );
}
