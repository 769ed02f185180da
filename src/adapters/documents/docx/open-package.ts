import { posix } from 'node:path';
import { DocumentError } from '../document-error.ts';
import { partOfType, relationsOf } from '../package-relations.ts';
import { ZipParts } from '../zip-parts.ts';

/** The parts of a `.docx` that hold text or say how it is numbered. */
export interface DocxPackage {
  readonly main: Uint8Array;
  readonly styles: Uint8Array | undefined;
  readonly numbering: Uint8Array | undefined;
  readonly footnotes: Uint8Array | undefined;
  readonly endnotes: Uint8Array | undefined;
}

const USUAL_MAIN = 'word/document.xml';

/** @throws DocumentError where the zip is damaged, encrypted or a bomb, or no document is in it */
export function openPackage(bytes: Uint8Array): DocxPackage {
  const zip = new ZipParts(bytes);
  const main = mainPart(zip);
  const folder = posix.dirname(main);
  const relations = relationsOf(zip, main);
  const find = (kind: string): Uint8Array | undefined =>
    zip.find(partOfType(relations, kind) ?? posix.join(folder, `${kind}.xml`));
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
  const main = partOfType(relationsOf(zip, ''), 'officeDocument');
  if (main === undefined || !zip.has(main)) throw new DocumentError('damaged');
  return main;
}
