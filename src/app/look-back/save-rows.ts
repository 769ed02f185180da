import { lookBackTitle } from '../../cards/look-back/look-back-text.ts';
import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { LookBackPlan } from '../../domain/look-back/plan-look-back.ts';
import type { DraftTask, ImportReport } from '../../domain/plan/import-report.ts';
import type { Deps } from '../deps.ts';
import { draftPlan } from '../draft-plan.ts';
import { publishVersion } from '../publish-plan.ts';
import type { RectifyLedger } from './load-look-back.ts';
import { draftRow, numbered, type RoundDates } from './rectify-rows.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings'>;

export interface Actor {
  /** For the audit trail: a person's id, or `command-line`. */
  readonly actor: string;
  readonly actorName: string;
}

/**
 * Brings the 整改台账 to what the round asks of it, as a version of an ordinary plan: from there on it is reminded, answered and
 * reviewed like any other.
 *
 * @param issuer who issued last year's plan, so that the ledger stands beside the plans of that office and not below them
 */
export async function saveRows(
  deps: Needs,
  request: {
    readonly year: number;
    readonly before: RectifyLedger | undefined;
    readonly planned: Pick<LookBackPlan, 'add' | 'removeTaskIds'>;
    readonly titles: ReadonlyMap<string, string>;
    readonly issuer: string | null;
    readonly dates: RoundDates;
  } & Actor,
): Promise<void> {
  const { year, before, planned, titles, actor, actorName } = request;
  const source = `${year}年“回头看”`;
  const kept = (before?.tasks ?? []).filter(({ id }) => !planned.removeTaskIds.includes(id)).map(withoutLedger);
  const added = planned.add.map((row) => draftRow(row, titles.get(row.parts[0].planId) ?? '', source, request.dates));
  const report: ImportReport = {
    plan: {
      title: lookBackTitle(year),
      year: year + 1,
      issuedOn: before?.plan.issuedOn ?? civilDateOf(deps.clock.now()),
      issuer: before?.plan.issuer ?? request.issuer,
    },
    tasks: numbered(kept, added),
    issues: [],
    layout: null,
  };
  const file = { name: source, bytes: new TextEncoder().encode(JSON.stringify(report)) };
  const draft = await draftPlan(deps, { report, year: year + 1, file, ownerOfficeId: null, actor });
  if (draft.version.state === 'draft') await publishVersion(deps, { ...draft, actor, actorName });
}

/** A row without what only the ledger knows of it. */
function withoutLedger(task: DraftTask): DraftTask {
  const { no, area, text, offices, people, rules, source, notes, printed } = task;
  return { no, area, text, offices, people, rules, source, notes, printed };
}
