import { type CivilDate, civilDateOf } from '../domain/calendar/civil-date.ts';
import type { Directory } from '../domain/directory/directory.ts';
import { invariant } from '../domain/invariant.ts';
import { bearOccurrences } from '../domain/ledger/bear-occurrences.ts';
import { newestPeriodStart } from '../domain/ledger/periods.ts';
import type { BirthMark } from '../ports/settings-store.ts';
import { type Deps, loadCalendar } from './deps.ts';

/**
 * Adds to every plan in force what has begun since it was done last: the new month's, quarter's and year's occurrences. Where the
 * plan and the offices are as they were and no period has begun since, nothing is read.
 */
export async function bearDueOccurrences(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings'>,
): Promise<{ readonly parts: number }> {
  const at = deps.clock.now();
  const today = civilDateOf(at);
  const [directory, calendar, plans, versions, marks] = await Promise.all([
    deps.directory.load(),
    loadCalendar(deps),
    deps.ledger.listPlans(),
    deps.ledger.versionsInForce(),
    deps.settings.birthMarks(),
  ]);
  const offices = fingerprint(directory);
  let parts = 0;
  for (const plan of plans.filter(({ state }) => state === 'published')) {
    const version = versions.get(plan.id) ?? '';
    const since = sinceOf(marks[plan.id], { version, offices });
    if (since !== null && since >= newestPeriodStart(today)) continue;
    const tasks = await deps.ledger.loadTasks(plan.id);
    const nextId = (kind: string) => deps.ids.next(kind);
    const occurrences = bearOccurrences({ plan, tasks, directory, today, since, calendar, nextId });
    const committed = await deps.ledger.commit({ at, occurrences, audit: [] });
    invariant(committed.ok, 'a birth changes no part that could be stale');
    await deps.settings.saveBirthMark(plan.id, { through: today, version, offices });
    parts += committed.value.parts;
  }
  return { parts };
}

/** The last day through which everything is born; null where the plan or the offices have changed since, or the clock went back. */
function sinceOf(
  mark: BirthMark | undefined,
  { version, offices }: Pick<BirthMark, 'version' | 'offices'>,
): CivilDate | null {
  return mark && mark.version === version && mark.offices === offices ? mark.through : null;
}

/** Tells one set of offices, aliases and rosters from another (FNV-1a over what the owners of rows are looked up in). */
function fingerprint({ offices }: Directory): string {
  const text = JSON.stringify(offices.map(({ id, name, aliases, rosters }) => [id, name, aliases, rosters]));
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}
