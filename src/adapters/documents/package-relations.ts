import { posix } from 'node:path';
import { readXml } from './xlsx/read-xml.ts';
import type { ZipParts } from './zip-parts.ts';

/** A part of an office file that another part refers to. */
export interface Relation {
  /** The last step of its type: `styles`, `officeDocument` … */
  readonly type: string;
  /** Its name in the zip. */
  readonly path: string;
}

/**
 * What a part refers to inside of the file, by the id it uses; '' asks for what the file itself begins with.
 *
 * Source: ECMA-376 part 2, 6.5 Relationships.
 */
export function relationsOf(parts: ZipParts, of: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  const folder = posix.dirname(of);
  const bytes = parts.find(posix.join(folder, '_rels', `${posix.basename(of)}.rels`));
  if (!bytes) return relations;
  readXml(bytes, {
    open(name, { Id: id, Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || id === undefined || mode === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), path });
    },
  });
  return relations;
}

/** The part of a type that is named first. */
export function partOfType(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.path;
}
