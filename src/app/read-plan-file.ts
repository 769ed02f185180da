import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { directoryIssues } from '../domain/plan/directory-issues.ts';
import type { ImportReport } from '../domain/plan/import-report.ts';
import { type PlanRefusal, readPlan } from '../domain/plan/read-plan.ts';
import type { Deps } from './deps.ts';

export interface PlanFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReadRefusal = PlanRefusal | { readonly kind: 'nothing-read' };

/**
 * Reads a plan's file into rows and 疑点, those about the offices list included. Nothing is written.
 *
 * @throws DocumentError where the file cannot be read at all
 */
export async function readPlanFile(
  deps: Pick<Deps, 'documents' | 'directory'>,
  request: { readonly file: PlanFile; readonly year: number | null; readonly issuedOn: CivilDate | null },
): Promise<Outcome<ImportReport, ReadRefusal>> {
  const document = await deps.documents.read(request.file);
  const read = readPlan({ document, year: request.year, issuedOn: request.issuedOn });
  if (!read.ok) return read;
  if (read.value.tasks.length === 0) return refused({ kind: 'nothing-read' });
  const more = directoryIssues(read.value, await deps.directory.load());
  const issues = [...read.value.issues, ...more].map((issue, index) => ({ ...issue, no: index + 1 }));
  return ok({ ...read.value, issues });
}
