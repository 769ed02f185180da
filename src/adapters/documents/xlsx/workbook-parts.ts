import { DocumentError } from '../document-error.ts';
import { partOfType, relationsOf } from '../package-relations.ts';
import { ZipParts } from '../zip-parts.ts';
import { type Attributes, readXml } from './read-xml.ts';

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its part of the zip; `undefined` where the workbook only names it. */
  readonly path: string | undefined;
}

/** What a workbook consists of. */
export interface WorkbookParts {
  readonly parts: ZipParts;
  /** In the order of the tabs. */
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904, as old Macs did. */
  readonly countsFrom1904: boolean;
  readonly stringsPath: string | undefined;
  readonly stylesPath: string | undefined;
}

const WORKBOOK = 'xl/workbook.xml';

/**
 * @throws DocumentError what {@link ZipParts} throws, and `unknown-format` where the zip is no workbook
 * Source: ECMA-376 part 1, 18.2 Workbook.
 */
export function openWorkbook(bytes: Uint8Array): WorkbookParts {
  const parts = new ZipParts(bytes);
  const path = workbookPath(parts);
  const workbook = parts.find(path);
  if (!workbook) throw new DocumentError('unknown-format');
  const relations = relationsOf(parts, path);
  const sheets: SheetPart[] = [];
  let countsFrom1904 = false;
  readXml(workbook, {
    open(name, attributes) {
      const { name: title = '', state = 'visible', date1904 } = attributes;
      if (name === 'workbookPr') countsFrom1904 = date1904 === '1' || date1904 === 'true';
      if (name !== 'sheet') return;
      sheets.push({ name: title, isHidden: state !== 'visible', path: relations.get(relationOf(attributes))?.path });
    },
  });
  const [stringsPath, stylesPath] = [partOfType(relations, 'sharedStrings'), partOfType(relations, 'styles')];
  return { parts, sheets, countsFrom1904, stringsPath, stylesPath };
}

/** `r:id`, whatever prefix stands for the relations. */
function relationOf(attributes: Attributes): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return (name && attributes[name]) ?? '';
}

function workbookPath(parts: ZipParts): string {
  const root = partOfType(relationsOf(parts, ''), 'officeDocument');
  return root !== undefined && parts.has(root) ? root : WORKBOOK;
}
