import type { CivilDate } from '../calendar/civil-date.ts';
import { yearOf } from '../calendar/civil-date.ts';
import { isProvisional, type WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Directory } from '../directory/directory.ts';
import { findOffice, rosterMembers } from '../directory/find-office.ts';
import type { OfficeRole } from '../plan/import-report.ts';
import type { Rule } from '../plan/rule.ts';
import { periodsOf } from './periods.ts';
import type { LedgerTask, NewOccurrence, Plan } from './plan.ts';

type Birth = Pick<NewOccurrence, 'key' | 'period' | 'dueOn' | 'provisional' | 'pastAtBirth'>;

/**
 * What a plan in force asks for by today: one occurrence for each date, each period that has begun, each duty without an end, and
 * in each a part for every office that owes one.
 *
 * Doing it again the next day adds the periods that began since; an occurrence keeps its key, so nothing is born twice. Event
 * clocks are born when their event is registered, quotas and rates are counters and not parts.
 */
export function bearOccurrences(input: {
  readonly plan: Plan;
  readonly tasks: readonly LedgerTask[];
  readonly directory: Directory;
  readonly today: CivilDate;
  /** Everything is born through this day: only what has begun since is asked for. Null or absent: everything. */
  readonly since?: CivilDate | null;
  readonly calendar: WorkingCalendar;
  readonly nextId: (kind: string) => string;
}): readonly NewOccurrence[] {
  const { plan, nextId } = input;
  return input.tasks.flatMap((task) => {
    const owners = owingOffices(task, input.directory);
    if (owners.length === 0) return [];
    return task.rules.flatMap((rule, index) => {
      const ruleId = task.ruleIds[index];
      if (ruleId === undefined) return [];
      const startsAfter = task.startsAfter?.[index] ?? null;
      return birthsOf(rule, startsAfter, input).map(
        (birth): NewOccurrence => ({
          ...birth,
          id: nextId('occurrence'),
          planId: plan.id,
          taskId: task.id,
          ruleId,
          rule,
          event: null,
          parts: owners.map(({ officeId, role }) => ({
            id: nextId('part'),
            officeId,
            role,
            state: rule.kind === 'awaiting' ? 'undated' : 'open',
          })),
        }),
      );
    });
  });
}

/**
 * The offices that owe a part of a row, each once, with its strongest role: leads, joint leads and those who carry it out, a
 * roster (各处室) by its members. 配合 owes nothing until the lead asks; 各相关 and the owner that an event decides are not known
 * yet; an upstream lead is not ours.
 */
export function owingOffices(
  task: Pick<LedgerTask, 'offices'>,
  directory: Directory,
): readonly { readonly officeId: string; readonly role: OfficeRole }[] {
  const owing = new Map<string, OfficeRole>();
  const add = (officeId: string, role: OfficeRole) => {
    if (!owing.has(officeId)) owing.set(officeId, role);
  };
  for (const role of ['lead', 'joint', 'responsible'] as const) {
    for (const office of task.offices.filter((candidate) => candidate.role === role)) {
      if (office.fanOut === 'all') {
        for (const member of rosterMembers(directory, office.name).offices) add(member.id, role);
      } else if (office.fanOut === null) {
        const found = findOffice(directory, office.name);
        if (found.kind === 'found') add(found.office.id, role);
      }
    }
  }
  return [...owing].map(([officeId, role]) => ({ officeId, role }));
}

function birthsOf(
  rule: Rule,
  startsAfter: CivilDate | null,
  {
    plan,
    today,
    since = null,
    calendar,
  }: { plan: Plan; today: CivilDate; since?: CivilDate | null; calendar: WorkingCalendar },
): readonly Birth[] {
  if (since !== null && rule.kind !== 'every') return [];
  const undated = { period: null, dueOn: null, provisional: false, pastAtBirth: false };
  switch (rule.kind) {
    case 'by':
      return [
        {
          key: 'once',
          period: null,
          dueOn: rule.on,
          provisional: false,
          pastAtBirth: isBefore(rule.on, plan.issuedOn),
        },
      ];
    case 'every':
      return yearsBegun(since === null ? plan.year : Math.max(plan.year, yearOf(since) - 1), today)
        .flatMap((year) => periodsOf(rule, year))
        .filter(({ startsOn, endsOn }) => startsOn <= today && !isBefore(endsOn, plan.issuedOn))
        .filter(({ startsOn }) => startsAfter === null || startsOn > startsAfter)
        .filter(({ startsOn }) => since === null || startsOn > since)
        .map(({ key, dueOn }) => ({
          key,
          period: key,
          dueOn,
          provisional: isProvisional(calendar, yearOf(dueOn)),
          pastAtBirth: isBefore(dueOn, plan.issuedOn),
        }));
    case 'standing':
      return [{ ...undated, key: 'standing' }];
    case 'awaiting':
      return [{ ...undated, key: 'awaiting' }];
    case 'from':
      // What holds already needs no notice.
      return isBefore(rule.on, plan.issuedOn)
        ? []
        : [{ key: 'from', period: null, dueOn: rule.on, provisional: false, pastAtBirth: false }];
    case 'within':
    case 'quota':
    case 'rate':
      return [];
  }
}

/** The year that comes too: its first week may begin in December. */
function yearsBegun(from: number, today: CivilDate): readonly number[] {
  return Array.from({ length: Math.max(0, yearOf(today) - from + 2) }, (_, index) => from + index);
}

function isBefore(date: CivilDate, issuedOn: CivilDate | null): boolean {
  return issuedOn !== null && date < issuedOn;
}
