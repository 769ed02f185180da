import { BULLET, DECIMAL, type ListLevel, type ListUse, MOST_COUNTED, NO_NUMBER } from '../lists/list-counter.ts';
import { type AttributeOf, readXml } from './read-xml.ts';
import { isOn, levelOf, type StyleSheet } from './style-sheet.ts';

interface StyledLevel extends ListLevel {
  readonly styleId: string | undefined;
}

/** A list whose levels may belong to styles. */
export interface StyledList extends ListUse {
  readonly levels: ReadonlyMap<number, StyledLevel>;
}

interface AbstractList {
  readonly levels: Map<number, StyledLevel>;
  /** Its levels stand in another list, which this style refers to. */
  linkedStyle: string | undefined;
}

interface Use {
  abstractId: string;
  readonly levels: Map<number, StyledLevel>;
  readonly starts: Map<number, number>;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const MAX_LINKS = 5;

/** Reads `numbering.xml`, or the lists inside a document of one file. */
export function readLists(bytes: Uint8Array | undefined, styles: StyleSheet): ReadonlyMap<string, StyledList> {
  const handler = new ListHandler();
  if (bytes) readXml(bytes, handler);
  const lists = new Map<string, StyledList>();
  for (const [numId, use] of handler.uses) {
    const { abstractId, list } = resolve(handler, styles, use.abstractId);
    if (!list) continue;
    lists.set(numId, {
      listId: abstractId,
      levels: new Map([...list.levels, ...use.levels]),
      starts: use.starts,
    });
  }
  return lists;
}

/** Which of a list's levels belongs to one of the styles, the first that has one. */
export function levelOfStyle(list: StyledList | undefined, styleIds: readonly string[]): number | undefined {
  for (const styleId of styleIds) {
    for (const [at, level] of list?.levels ?? []) if (level.styleId === styleId) return at;
  }
  return undefined;
}

function resolve(
  { lists, uses }: ListHandler,
  styles: StyleSheet,
  first: string,
): { readonly abstractId: string; readonly list: AbstractList | undefined } {
  let abstractId = first;
  for (let link = 0; link < MAX_LINKS; link += 1) {
    const style = lists.get(abstractId)?.linkedStyle;
    const next = style === undefined ? undefined : uses.get(styles.numbering(style)?.numId ?? '')?.abstractId;
    if (next === undefined || next === abstractId) break;
    abstractId = next;
  }
  return { abstractId, list: lists.get(abstractId) };
}

class ListHandler {
  readonly lists = new Map<string, AbstractList>();
  readonly uses = new Map<string, Use>();
  #list: AbstractList | undefined;
  #use: Use | undefined;
  #override: number | undefined;
  #level: { readonly at: number; readonly level: Mutable<StyledLevel>; readonly depth: number } | undefined;

  open(name: string, attribute: AttributeOf, depth: number): void {
    const value = attribute('w:val');
    switch (name) {
      case 'w:abstractNum':
      case 'w:listDef':
        this.#list = { levels: new Map(), linkedStyle: undefined };
        this.lists.set(attribute('w:abstractNumId') ?? attribute('w:listDefId') ?? '', this.#list);
        break;
      case 'w:numStyleLink':
        if (this.#list) this.#list.linkedStyle = value;
        break;
      case 'w:num':
      case 'w:list':
        this.#use = { abstractId: '', levels: new Map(), starts: new Map() };
        this.uses.set(attribute('w:numId') ?? attribute('w:ilfo') ?? '', this.#use);
        break;
      case 'w:abstractNumId':
      case 'w:ilst':
        if (this.#use) this.#use.abstractId = value ?? '';
        break;
      case 'w:lvlOverride':
        this.#override = levelOf(attribute('w:ilvl'));
        break;
      case 'w:startOverride':
        if (this.#use && this.#override !== undefined) this.#use.starts.set(this.#override, countOf(value, 1));
        break;
      case 'w:lvl':
        this.#level = { at: levelOf(attribute('w:ilvl')) ?? this.#override ?? 0, level: emptyLevel(), depth };
        break;
      default:
        if (this.#level) setProperty(this.#level.level, name, value, attribute);
    }
  }

  close(name: string, depth: number): void {
    if (name === 'w:lvl' && this.#level?.depth === depth) {
      (this.#use ?? this.#list)?.levels.set(this.#level.at, this.#level.level);
      this.#level = undefined;
    }
    if (name === 'w:lvlOverride') this.#override = undefined;
    if (name === 'w:abstractNum' || name === 'w:listDef') this.#list = undefined;
    if (name === 'w:num' || name === 'w:list') this.#use = undefined;
  }
}

const PADDED = /^(0+)1\b/;
/** Word's older code of each number format. Source: [MS-OSHARED] 2.2.1.3; ECMA-376 part 1, 17.18.59. */
const CODES: Readonly<Record<string, number>> = {
  decimal: DECIMAL,
  upperRoman: 1,
  lowerRoman: 2,
  upperLetter: 3,
  lowerLetter: 4,
  ideographDigital: 10,
  japaneseCounting: 11,
  decimalFullWidth: 14,
  decimalEnclosedCircle: 18,
  decimalFullWidth2: 19,
  decimalZero: 22,
  bullet: BULLET,
  decimalEnclosedFullstop: 26,
  decimalEnclosedParen: 27,
  decimalEnclosedCircleChinese: 28,
  ideographEnclosedCircle: 29,
  ideographTraditional: 30,
  ideographZodiac: 31,
  taiwaneseCounting: 33,
  ideographLegalTraditional: 34,
  taiwaneseCountingThousand: 35,
  taiwaneseDigital: 36,
  chineseCounting: 37,
  chineseLegalSimplified: 38,
  chineseCountingThousand: 39,
  none: NO_NUMBER,
};

function setProperty(
  level: Mutable<StyledLevel>,
  name: string,
  value: string | undefined,
  attribute: AttributeOf,
): void {
  switch (name) {
    case 'w:start':
      level.start = countOf(value, 0);
      break;
    case 'w:nfc':
      level.format = countOf(value, DECIMAL);
      break;
    case 'w:numFmt':
      // The first of two alternatives is the one Word shows: 001, 002 and so on.
      if (level.digits > 1) break;
      level.format = CODES[value ?? ''] ?? DECIMAL;
      level.digits = value === 'custom' ? (PADDED.exec(attribute('w:format') ?? '')?.[1]?.length ?? 0) + 1 : 1;
      break;
    case 'w:lvlText':
      level.pattern = patternOf(value ?? '');
      break;
    case 'w:suff':
      level.isTight = value === 'nothing';
      break;
    case 'w:isLgl':
      level.isLegal = isOn(value);
      break;
    case 'w:lvlRestart':
      level.restartsAfter = countOf(value, 0);
      break;
    case 'w:pStyle':
      level.styleId = value;
      break;
  }
}

/** `%1` … `%9` stand for the numbers of the levels. */
function patternOf(text: string): StyledLevel['pattern'] {
  return text.split(/(%[1-9])/).map((part) => (/^%[1-9]$/.test(part) ? Number(part[1]) - 1 : part));
}

function emptyLevel(): StyledLevel {
  return {
    start: 0,
    format: DECIMAL,
    digits: 1,
    pattern: [],
    isTight: false,
    isLegal: false,
    restartsAfter: undefined,
    styleId: undefined,
  };
}

function countOf(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Math.min(MOST_COUNTED, Number(value)) : otherwise;
}
