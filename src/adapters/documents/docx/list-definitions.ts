import { type AttributeOf, readXml } from './read-xml.ts';
import { isOn, levelOf, type StyleSheet } from './style-sheet.ts';

export interface ListLevel {
  readonly start: number;
  /** Of ST_NumberFormat: `chineseCounting`, `decimal` … */
  readonly format: string;
  /** How many digits a number has at least. */
  readonly digits: number;
  /** With `%1` … `%9` for the numbers of the levels. */
  readonly pattern: string;
  readonly follow: 'tab' | 'space' | 'nothing';
  /** Prints the numbers of the levels above in plain digits. */
  readonly isLegal: boolean;
  /** How many levels above begin it anew; undefined for all of them. */
  readonly restartsAfter: number | undefined;
  readonly styleId: string | undefined;
}

/** A list as paragraphs refer to it. */
export interface ListUse {
  /** Uses with the same one are counted on together. */
  readonly listId: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** The number that the first paragraph of this use has, by level. */
  readonly starts: ReadonlyMap<number, number>;
}

interface AbstractList {
  readonly levels: Map<number, ListLevel>;
  /** Its levels stand in another list, which this style refers to. */
  linkedStyle: string | undefined;
}

interface Use {
  abstractId: string;
  readonly levels: Map<number, ListLevel>;
  readonly starts: Map<number, number>;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const MAX_LINKS = 5;
const MAX_START = 32_767;

/** Reads `numbering.xml`, or the lists inside a document of one file. */
export function readLists(bytes: Uint8Array | undefined, styles: StyleSheet): ReadonlyMap<string, ListUse> {
  const handler = new ListHandler();
  if (bytes) readXml(bytes, handler);
  const lists = new Map<string, ListUse>();
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
  #level: { readonly at: number; readonly level: Mutable<ListLevel>; readonly depth: number } | undefined;

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
/** The formats of Word 2003 by their number; only the common ones. */
const OLD_FORMATS: Readonly<Record<string, string>> = {
  '0': 'decimal',
  '1': 'upperRoman',
  '2': 'lowerRoman',
  '3': 'upperLetter',
  '4': 'lowerLetter',
  '11': 'japaneseCounting',
  '23': 'bullet',
  '37': 'chineseCounting',
  '38': 'chineseLegalSimplified',
  '39': 'chineseCountingThousand',
};

function setProperty(level: Mutable<ListLevel>, name: string, value: string | undefined, attribute: AttributeOf): void {
  switch (name) {
    case 'w:start':
      level.start = countOf(value, 0);
      break;
    case 'w:nfc':
      level.format = OLD_FORMATS[value ?? ''] ?? 'decimal';
      break;
    case 'w:numFmt':
      // The first of two alternatives is the one Word shows: 001, 002 and so on.
      if (level.digits > 1) break;
      level.format = value === 'custom' ? 'decimal' : (value ?? 'decimal');
      level.digits = value === 'custom' ? (PADDED.exec(attribute('w:format') ?? '')?.[1]?.length ?? 0) + 1 : 1;
      break;
    case 'w:lvlText':
      level.pattern = value ?? '';
      break;
    case 'w:suff':
      level.follow = value === 'space' || value === 'nothing' ? value : 'tab';
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

function emptyLevel(): ListLevel {
  return {
    start: 0,
    format: 'decimal',
    digits: 1,
    pattern: '',
    follow: 'tab',
    isLegal: false,
    restartsAfter: undefined,
    styleId: undefined,
  };
}

function countOf(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Math.min(MAX_START, Number(value)) : otherwise;
}
