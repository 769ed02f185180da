import type { CivilDate } from '../domain/calendar/civil-date.ts';
import type { Directory } from '../domain/directory/directory.ts';
import { findOffice } from '../domain/directory/find-office.ts';
import type { LedgerIssue, LedgerTask, Plan } from '../domain/ledger/plan.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { directoryIssues, officesToDeclare } from '../domain/plan/directory-issues.ts';
import type { ImportReport } from '../domain/plan/import-report.ts';
import { type PlanRefusal, readPlan } from '../domain/plan/read-plan.ts';
import type { Deps } from './deps.ts';
import { publishPlan } from './publish-plan.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'documents' | 'ledger' | 'directory' | 'settings'>;

export interface ImportRequest {
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly year: number | null;
  readonly issuedOn: CivilDate | null;
  /** The office that runs the plan (主管机构), by name; null for the one that the directory names. */
  readonly owner: string | null;
  /** `read` writes nothing, `draft` keeps it, `publish` puts it into force. */
  readonly mode: 'read' | 'draft' | 'publish';
  readonly actor: string;
}

export interface ImportResult {
  readonly report: ImportReport;
  readonly done: 'read' | 'drafted' | 'published' | 'unchanged';
  readonly planId: string | null;
  /** Parts that were born by publishing. */
  readonly parts: number;
}

export type ImportRefusal =
  | PlanRefusal
  | { readonly kind: 'unknown-owner'; readonly name: string }
  | { readonly kind: 'nothing-read' }
  /** A plan of this title and year is in the ledger with other contents. */
  | { readonly kind: 'plan-exists'; readonly title: string; readonly year: number };

/**
 * Reads a plan's document and, unless asked only to read, stores it. The same file again changes nothing; a draft is put into
 * force by importing it again to publish.
 *
 * @throws DocumentError where the file cannot be read at all
 */
export async function importPlan(deps: Needs, request: ImportRequest): Promise<Outcome<ImportResult, ImportRefusal>> {
  const document = await deps.documents.read(request.file);
  const read = readPlan({ document, year: request.year, issuedOn: request.issuedOn });
  if (!read.ok) return read;
  if (read.value.tasks.length === 0) return refused({ kind: 'nothing-read' });

  const directory = await deps.directory.load();
  const owner = request.owner === null ? null : findOffice(directory, request.owner);
  if (owner && owner.kind !== 'found') return refused({ kind: 'unknown-owner', name: request.owner ?? '' });
  const report = withIssues(read.value, directoryIssues(read.value, directory));
  if (request.mode === 'read') return ok({ report, done: 'read', planId: null, parts: 0 });

  const title = report.plan.title ?? request.file.name;
  const year = report.plan.year ?? request.year;
  if (year === null) return refused({ kind: 'year-missing' });
  const hash = await sha256(request.file.bytes);
  const known = await deps.ledger.findPlanByTitle(title, year);
  if (known && known.latest.sourceHash !== hash) return refused({ kind: 'plan-exists', title, year });
  const plan =
    known?.plan ??
    (await saveDraft(deps, request, { report, title, year, hash, ownerOfficeId: owner?.office.id ?? null }));
  if (request.mode === 'draft' || plan.state === 'published') {
    return ok({ report, done: known ? 'unchanged' : 'drafted', planId: plan.id, parts: 0 });
  }
  await declareMissingOffices(deps, report, directory, request.actor);
  const { parts } = await publishPlan(deps, plan, request.actor);
  return ok({ report, done: 'published', planId: plan.id, parts });
}

function withIssues(report: ImportReport, more: ReturnType<typeof directoryIssues>): ImportReport {
  const issues = [...report.issues, ...more].map((issue, index) => ({ ...issue, no: index + 1 }));
  return { ...report, issues };
}

async function saveDraft(
  deps: Needs,
  request: ImportRequest,
  read: { report: ImportReport; title: string; year: number; hash: string; ownerOfficeId: string | null },
): Promise<Plan> {
  const { report, title, year, ownerOfficeId } = read;
  const createdAt = deps.clock.now();
  const { issuedOn, issuer } = report.plan;
  const plan: Plan = {
    id: deps.ids.next('plan'),
    title,
    year,
    issuedOn,
    issuer,
    ownerOfficeId,
    state: 'draft',
    createdAt,
  };
  const planId = plan.id;
  const tasks = report.tasks.map(
    (task, order): LedgerTask => ({
      ...task,
      id: deps.ids.next('task'),
      planId,
      order,
      ruleIds: task.rules.map(() => deps.ids.next('rule')),
    }),
  );
  const issues = report.issues.map(
    (issue): LedgerIssue => ({ ...issue, id: deps.ids.next('issue'), planId, decision: null, decidedBy: null }),
  );
  await deps.ledger.saveDraft({
    plan,
    version: {
      id: deps.ids.next('version'),
      planId,
      number: 1,
      sourceName: request.file.name,
      sourceHash: read.hash,
      report,
      createdAt,
    },
    tasks,
    issues,
    audit: [
      {
        actor: request.actor,
        action: 'plan.imported',
        subject: { type: 'plan', id: planId },
        detail: { file: request.file.name, tasks: tasks.length, issues: issues.length },
      },
    ],
  });
  return plan;
}

/** Offices that the plan names and nobody has declared get a place in the directory, so that their rows are in the ledger. */
async function declareMissingOffices(
  deps: Needs,
  report: ImportReport,
  directory: Directory,
  actor: string,
): Promise<void> {
  const missing = officesToDeclare(report, directory);
  if (missing.length === 0) return;
  await deps.directory.save(
    missing.map((name) => ({ name, aliases: [], rosters: [], people: [] })),
    [{ actor, action: 'offices.declared', subject: { type: 'directory', id: 'offices' }, detail: { names: missing } }],
  );
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
