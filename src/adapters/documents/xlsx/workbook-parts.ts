import { DocumentError } from '../document-error.ts';
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

interface Relation {
  readonly type: string;
  readonly path: string;
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
  const relations = readRelations(parts, path);
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
  const byType = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.path;
  return { parts, sheets, countsFrom1904, stringsPath: byType('sharedStrings'), stylesPath: byType('styles') };
}

/** `r:id`, whatever prefix stands for the relations. */
function relationOf(attributes: Attributes): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return (name && attributes[name]) ?? '';
}

function workbookPath(parts: ZipParts): string {
  const root = [...readRelations(parts, '').values()].find(({ type }) => type === 'officeDocument');
  return root && parts.has(root.path) ? root.path : WORKBOOK;
}

/** What a part refers to, by the id it uses. */
function readRelations(parts: ZipParts, of: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  const slash = of.lastIndexOf('/') + 1;
  const folder = of.slice(0, slash);
  const bytes = parts.find(`${folder}_rels/${of.slice(slash)}.rels`);
  if (!bytes) return relations;
  readXml(bytes, {
    open(name, { Id: id, Type: type = '', Target: target = '' }) {
      if (name !== 'Relationship' || id === undefined) return;
      relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), path: resolve(folder, target) });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
