import { changeNoticeCard } from '../../cards/review/change-notice-card.ts';
import type { ChangesView } from '../../cards/review/review-view.ts';
import { civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import type { NewMessage } from '../../domain/delivery/message.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { recipientOf } from '../../domain/directory/find-office.ts';
import { owingOffices } from '../../domain/ledger/bear-occurrences.ts';
import type { RowChange } from '../../domain/ledger/compare-plans.ts';
import type { LedgerTask, Plan, PlanVersion } from '../../domain/ledger/plan.ts';
import { changeRows, isRenumbered } from './change-rows.ts';

/** One notice (变更通知) for each office whose rows a revision adds, changes or removes. */
export function changeNotices(input: {
  readonly plan: Plan;
  readonly version: PlanVersion;
  readonly before: readonly LedgerTask[];
  readonly after: readonly LedgerTask[];
  readonly changes: readonly RowChange[];
  readonly directory: Directory;
  readonly at: Instant;
  readonly nextId: (kind: string) => string;
}): readonly NewMessage[] {
  const { plan, version, before, after, changes, directory } = input;
  const rowsOf = new Map<string, ChangesView['rows'][number][]>();
  for (const change of changes) {
    if (change.kind === 'unchanged' || isRenumbered(change)) continue;
    const rows = [
      change.kind === 'added' ? undefined : before[change.before],
      change.kind === 'removed' ? undefined : after[change.after],
    ];
    const offices = new Set(
      rows.flatMap((row) => (row ? owingOffices(row, directory).map(({ officeId }) => officeId) : [])),
    );
    const shown = changeRows([change], before, after);
    for (const officeId of offices) rowsOf.set(officeId, [...(rowsOf.get(officeId) ?? []), ...shown]);
  }
  const resumed = plan.state === 'withdrawn';
  const owing = new Set(
    resumed ? after.flatMap((task) => owingOffices(task, directory).map(({ officeId }) => officeId)) : [],
  );
  return directory.offices.flatMap((office): readonly NewMessage[] => {
    const rows = rowsOf.get(office.id) ?? [];
    if (rows.length === 0 && !owing.has(office.id)) return [];
    const view = { title: plan.title, officeName: office.name, kind: resumed ? 'resumed' : 'revised', rows } as const;
    return noticeTo(office.id, `plan-notice:${version.id}:${office.id}`, changeNoticeCard(view), input);
  });
}

/** One notice for each office that owes rows of a plan that is withdrawn. */
export function withdrawalNotices(input: {
  readonly plan: Plan;
  readonly tasks: readonly LedgerTask[];
  readonly directory: Directory;
  readonly at: Instant;
  readonly nextId: (kind: string) => string;
}): readonly NewMessage[] {
  const { plan, tasks, directory } = input;
  const owing = new Set(tasks.flatMap((task) => owingOffices(task, directory).map(({ officeId }) => officeId)));
  return directory.offices.flatMap((office): readonly NewMessage[] => {
    if (!owing.has(office.id)) return [];
    const card = changeNoticeCard({ title: plan.title, officeName: office.name, kind: 'withdrawn', rows: [] });
    return noticeTo(office.id, `plan-withdrawn:${plan.id}:${office.id}:${input.at}`, card, input);
  });
}

function noticeTo(
  officeId: string,
  key: string,
  card: ReturnType<typeof changeNoticeCard>,
  { directory, at, nextId }: { directory: Directory; at: Instant; nextId: (kind: string) => string },
): readonly NewMessage[] {
  const recipient = recipientOf(directory, officeId, civilDateOf(at));
  if (recipient.kind !== 'found') return [];
  const { id: personId, openId } = recipient.person;
  return [
    {
      id: nextId('message'),
      key,
      to: { type: 'person', personId, openId },
      purpose: 'plan-notice',
      body: { type: 'card', card },
      dueAt: at,
    },
  ];
}
