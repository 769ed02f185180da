import type { Directory } from './directory.ts';
import type { OfficeInput } from './office-input.ts';
import { nameKey } from './office-name.ts';

/**
 * The offices of a file under the names by which the directory already knows them, where only spaces or the width of brackets
 * differ, so that an import does not add an office a second time. Aliases do not count: an office may take over another's name.
 */
export function withKnownNames(offices: readonly OfficeInput[], directory: Directory): readonly OfficeInput[] {
  const known = new Map(directory.offices.map(({ name }) => [nameKey(name), name]));
  return offices.map((office) => ({ ...office, name: known.get(nameKey(office.name)) ?? office.name }));
}
