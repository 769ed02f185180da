import { withKnownNames } from '../domain/directory/known-names.ts';
import { isOfficesHeader } from '../domain/directory/office-columns.ts';
import { isBlocking, type OfficeProblem } from '../domain/directory/office-problem.ts';
import { parseOffices } from '../domain/directory/parse-offices.ts';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'tables' | 'directory'>;

export interface OfficesImport {
  readonly offices: number;
  readonly people: number;
  readonly problems: readonly OfficeProblem[];
  /** Null where nothing was written: only read, or something blocks. */
  readonly written: { readonly added: number; readonly changed: number; readonly unchanged: number } | null;
}

/**
 * Reads an offices file and, unless asked only to read or something in it blocks, stores it: all of it or nothing.
 *
 * @throws DocumentError where the file cannot be read at all
 */
export async function importOffices(
  deps: Needs,
  request: {
    readonly file: { readonly name: string; readonly bytes: Uint8Array };
    readonly mode: 'read' | 'write';
    readonly actor: string;
  },
): Promise<OfficesImport> {
  const { rows } = await deps.tables.read(request.file, isOfficesHeader);
  const { offices, problems } = parseOffices(rows);
  const people = new Set(
    offices.flatMap((office) => office.people.map(({ openId, mobile, name }) => openId ?? mobile ?? name)),
  ).size;
  const read = { offices: offices.length, people, problems };
  if (request.mode === 'read' || problems.some(isBlocking) || offices.length === 0) return { ...read, written: null };
  const written = await deps.directory.save(withKnownNames(offices, await deps.directory.load()), [
    {
      actor: request.actor,
      action: 'offices.imported',
      subject: { type: 'directory', id: 'offices' },
      detail: { file: request.file.name, offices: offices.length, people },
    },
  ]);
  return { ...read, written };
}
