import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { findOffice } from '../domain/directory/find-office.ts';
import type { RowChange } from '../domain/ledger/compare-plans.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import type { ImportReport } from '../domain/plan/import-report.ts';
import type { Deps } from './deps.ts';
import { draftPlan } from './draft-plan.ts';
import { publishVersion } from './publish-plan.ts';
import { type PlanFile, type ReadRefusal, readPlanFile } from './read-plan-file.ts';
import { changesOf } from './review/load-review.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'documents' | 'ledger' | 'directory' | 'settings'>;

export interface ImportRequest {
  readonly file: PlanFile;
  readonly year: number | null;
  readonly issuedOn: CivilDate | null;
  /** The office that runs the plan (主管机构), by name; null for the one that the directory names. */
  readonly owner: string | null;
  /** `read` writes nothing, `draft` keeps it for review, `publish` puts it into force. */
  readonly mode: 'read' | 'draft' | 'publish';
  readonly actor: string;
}

export interface ImportResult {
  readonly report: ImportReport;
  /** `unchanged`: the plan has this very file already. */
  readonly done: 'read' | 'drafted' | 'published' | 'unchanged';
  readonly planId: string | null;
  readonly versionId: string | null;
  /** Parts that were born by publishing. */
  readonly parts: number;
  /** What differs from the plan in the ledger; null where there is none of this title and year. */
  readonly changes: readonly RowChange[] | null;
}

export type ImportRefusal = ReadRefusal | { readonly kind: 'unknown-owner'; readonly name: string };

/**
 * Reads a plan's document and, unless asked only to read, stores it as a draft. A second import of the same plan is a new version
 * that is compared with the first; the same file again changes nothing.
 *
 * @throws DocumentError where the file cannot be read at all
 */
export async function importPlan(deps: Needs, request: ImportRequest): Promise<Outcome<ImportResult, ImportRefusal>> {
  const read = await readPlanFile(deps, request);
  if (!read.ok) return read;
  const report = read.value;
  const owner = request.owner === null ? null : findOffice(await deps.directory.load(), request.owner);
  if (owner && owner.kind !== 'found') return refused({ kind: 'unknown-owner', name: request.owner ?? '' });
  const nothing = { report, parts: 0, versionId: null };
  if (request.mode === 'read') {
    return ok({ ...nothing, done: 'read', ...(await changesOf(deps, report, request.file.name)) });
  }
  const { year } = report.plan;
  if (year === null) return refused({ kind: 'year-missing' });
  const draft = await draftPlan(deps, {
    report,
    year,
    file: request.file,
    ownerOfficeId: owner?.office.id ?? null,
    actor: request.actor,
  });
  const { plan, version, changes } = draft;
  const stored = { report, planId: plan.id, versionId: version.id, changes, parts: 0 };
  if (version.state === 'applied') return ok({ ...stored, done: 'unchanged' });
  if (request.mode === 'draft') return ok({ ...stored, done: draft.isNew ? 'drafted' : 'unchanged' });
  const published = await publishVersion(deps, { plan, version, actor: request.actor, actorName: request.actor });
  return ok({ ...stored, done: published ? 'published' : 'unchanged', parts: published?.parts ?? 0 });
}
