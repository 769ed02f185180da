import { posix } from 'node:path';
import { DocumentError } from '../document-error.ts';
import { ZipParts } from '../zip-parts.ts';
import { readXml } from './read-xml.ts';

/** The parts of a `.docx` that hold text or say how it is numbered. */
export interface DocxPackage {
  readonly main: Uint8Array;
  readonly styles: Uint8Array | undefined;
  readonly numbering: Uint8Array | undefined;
  readonly footnotes: Uint8Array | undefined;
  readonly endnotes: Uint8Array | undefined;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

const USUAL_MAIN = 'word/document.xml';

/** @throws DocumentError where the zip is damaged, encrypted or a bomb, or no document is in it */
export function openPackage(bytes: Uint8Array): DocxPackage {
  const zip = new ZipParts(bytes);
  const main = mainPart(zip);
  const folder = posix.dirname(main);
  const relations = relationsOf(zip, `${folder}/_rels/${posix.basename(main)}.rels`);
  const find = (kind: string): Uint8Array | undefined => {
    const target = relations.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? `${kind}.xml`;
    return zip.find(resolve(folder, target));
  };
  return {
    main: zip.get(main),
    styles: find('styles'),
    numbering: find('numbering'),
    footnotes: find('footnotes'),
    endnotes: find('endnotes'),
  };
}

/** Some programs call it `document2.xml`: the package says which it is. */
function mainPart(zip: ZipParts): string {
  if (zip.has(USUAL_MAIN)) return USUAL_MAIN;
  const target = relationsOf(zip, '_rels/.rels').find(({ type }) => type.endsWith('/officeDocument'))?.target;
  const main = target === undefined ? undefined : resolve('', target);
  if (main === undefined || !zip.has(main)) throw new DocumentError('damaged');
  return main;
}

function relationsOf(zip: ZipParts, name: string): readonly Relation[] {
  const bytes = zip.find(name);
  const relations: Relation[] = [];
  if (!bytes) return relations;
  readXml(bytes, {
    open(element, attribute) {
      if (element !== 'rel:Relationship' || attribute('TargetMode') === 'External') return;
      relations.push({ type: attribute('Type') ?? '', target: attribute('Target') ?? '' });
    },
    close() {},
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
}
