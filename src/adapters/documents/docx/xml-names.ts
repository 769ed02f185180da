import { DocumentError } from '../document-error.ts';

/** The usual prefix by namespace: of the transitional standard, of the strict one, and of Word 2003. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.microsoft.com/office/word/2003/wordml', 'w'],
  ['http://schemas.microsoft.com/office/word/2003/auxHint', 'wx'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.microsoft.com/office/2006/xmlPackage', 'pkg'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);
const OTHER = '?';
/** Word declares some thirty. */
const MAX_PREFIXES = 300;

interface Scope {
  readonly depth: number;
  /** Usual prefix by the prefix of the document; '' for names without one. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly elements: Map<string, string>;
}

/** Translates the names of an XML part into those with the usual prefixes. */
export class XmlNames {
  readonly #scopes: Scope[] = [{ depth: 0, prefixes: new Map([['xml', 'xml']]), elements: new Map() }];
  #scope: Scope = { depth: 0, prefixes: new Map([['xml', 'xml']]), elements: new Map() };
  readonly #attributes = new Map<string, string>();

  enter(depth: number, attributes: Readonly<Record<string, string>>): void {
    let prefixes: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = name === 'xmlns' ? '' : name.slice('xmlns:'.length);
      const usual = PREFIXES.get(attributes[name] ?? '') ?? OTHER;
      if ((prefixes ?? this.#scope.prefixes).get(prefix) === usual) continue;
      prefixes ??= new Map(this.#scope.prefixes);
      prefixes.set(prefix, usual);
    }
    if (!prefixes) return;
    if (prefixes.size > MAX_PREFIXES) throw new DocumentError('damaged');
    this.#scope = { depth, prefixes, elements: new Map() };
    this.#scopes.push(this.#scope);
    this.#attributes.clear();
  }

  leave(depth: number): void {
    if (this.#scope.depth !== depth) return;
    this.#scopes.pop();
    this.#scope = this.#scopes.at(-1) ?? this.#scope;
    this.#attributes.clear();
  }

  element(name: string): string {
    const known = this.#scope.elements.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const usual = this.#scope.prefixes.get(prefix) ?? prefix;
    const translated = usual === '' ? name : `${usual}:${name.slice(colon + 1)}`;
    this.#scope.elements.set(name, translated);
    return translated;
  }

  attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
    return attributes[this.#attributeName(name)];
  }

  #attributeName(name: string): string {
    const known = this.#attributes.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const usual = name.slice(0, Math.max(0, colon));
    let own = usual;
    for (const [prefix, meant] of this.#scope.prefixes) if (meant === usual && prefix !== '') own = prefix;
    const translated = usual === '' ? name : `${own}:${name.slice(colon + 1)}`;
    this.#attributes.set(name, translated);
    return translated;
  }
}
