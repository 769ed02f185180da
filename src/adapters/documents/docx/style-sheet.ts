import { type AttributeOf, readXml } from './read-xml.ts';

interface Style {
  readonly basedOn: string | undefined;
  readonly numId: string | undefined;
  readonly level: number | undefined;
  readonly isHidden: boolean | undefined;
}

/** More than any chain of styles; a ring of them ends there. */
const MAX_CHAIN = 20;

/** What the styles of a document add to its paragraphs: numbers, and text that is not shown. */
export class StyleSheet {
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #defaultParagraph: string | undefined;

  constructor(styles: ReadonlyMap<string, Style>, defaultParagraph: string | undefined) {
    this.#styles = styles;
    this.#defaultParagraph = defaultParagraph;
  }

  /** `level` is undefined where the list itself says which of its levels the style has. */
  numbering(styleId: string | undefined): { readonly numId: string; readonly level: number | undefined } | undefined {
    let level: number | undefined;
    for (const style of this.#chain(styleId ?? this.#defaultParagraph)) {
      level ??= style.level;
      if (style.numId !== undefined) return { numId: style.numId, level };
    }
    return undefined;
  }

  isHidden(styleId: string | undefined): boolean {
    if (styleId === undefined) return false;
    return this.#chain(styleId).find((style) => style.isHidden !== undefined)?.isHidden ?? false;
  }

  /** The styles that a style is based on, itself first; for lists that are named after their level's style. */
  idsOf(styleId: string | undefined): readonly string[] {
    const ids: string[] = [];
    for (let id = styleId; id !== undefined && ids.length < MAX_CHAIN; id = this.#styles.get(id)?.basedOn) ids.push(id);
    return ids;
  }

  #chain(styleId: string | undefined): readonly Style[] {
    return this.idsOf(styleId).flatMap((id) => this.#styles.get(id) ?? []);
  }
}

/** Reads `styles.xml`, or the styles inside a document of one file. */
export function readStyles(bytes: Uint8Array | undefined): StyleSheet {
  const styles = new Map<string, Style>();
  let defaultParagraph: string | undefined;
  if (bytes) {
    readXml(
      bytes,
      new StyleHandler((id, style, isDefault) => {
        styles.set(id, style);
        if (isDefault) defaultParagraph ??= id;
      }),
    );
  }
  return new StyleSheet(styles, defaultParagraph);
}

class StyleHandler {
  readonly #found: (id: string, style: Style, isDefaultParagraph: boolean) => void;
  #id: string | undefined;
  #isDefault = false;
  #style: { -readonly [Key in keyof Style]: Style[Key] } = emptyStyle();
  /** Within it, formats are those of parts of a table only, or of earlier times. */
  #apartSince: number | undefined;

  constructor(found: (id: string, style: Style, isDefaultParagraph: boolean) => void) {
    this.#found = found;
  }

  open(name: string, attribute: AttributeOf, depth: number): void {
    if (this.#apartSince !== undefined) return;
    if (name === 'w:style') {
      this.#id = attribute('w:styleId');
      this.#isDefault = attribute('w:type') === 'paragraph' && isOn(attribute('w:default') ?? 'false');
      this.#style = emptyStyle();
    } else if (this.#id !== undefined) this.#property(name, attribute, depth);
  }

  close(name: string, depth: number): void {
    if (this.#apartSince === depth) this.#apartSince = undefined;
    if (name !== 'w:style' || this.#id === undefined) return;
    this.#found(this.#id, this.#style, this.#isDefault);
    this.#id = undefined;
  }

  #property(name: string, attribute: AttributeOf, depth: number): void {
    switch (name) {
      case 'w:tblStylePr':
      case 'w:pPrChange':
      case 'w:rPrChange':
        this.#apartSince = depth;
        break;
      case 'w:basedOn':
        this.#style.basedOn = attribute('w:val');
        break;
      case 'w:numId':
      case 'w:ilfo':
        this.#style.numId = attribute('w:val');
        break;
      case 'w:ilvl':
        this.#style.level = levelOf(attribute('w:val'));
        break;
      case 'w:vanish':
        this.#style.isHidden = isOn(attribute('w:val'));
        break;
    }
  }
}

function emptyStyle(): Style {
  return { basedOn: undefined, numId: undefined, level: undefined, isHidden: undefined };
}

/** A switch is on where nothing says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/i.test(value);
}

/** 0…8; undefined where it is no level. */
export function levelOf(value: string | undefined): number | undefined {
  return value !== undefined && /^[0-8]$/.test(value) ? Number(value) : undefined;
}
