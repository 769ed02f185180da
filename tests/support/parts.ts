import { buildWorkingCalendar } from '../../src/domain/calendar/build-working-calendar.ts';
import { civil, instantOf } from '../../src/domain/calendar/civil-date.ts';
import type { Directory, PostRole } from '../../src/domain/directory/directory.ts';
import type { Part, Reply } from '../../src/domain/ledger/part.ts';
import type { Rule } from '../../src/domain/plan/rule.ts';

export const CALENDAR = buildWorkingCalendar();

export function byRule(on: string, soft = false): Rule {
  return { kind: 'by', on: civil(on), soft, phrase: '', place: 'deadline-cell' };
}

type PartWords = Partial<Omit<Part, 'dueOn' | 'remindedOn' | 'closedOn'>> & {
  readonly dueOn?: string | null;
  readonly remindedOn?: string;
  readonly closedOn?: string;
};

/** An open part of `office-1`, due on 2026-03-27, a Friday. */
export function aPart({ dueOn = '2026-03-27', remindedOn, closedOn, ...part }: PartWords = {}): Part {
  return {
    id: 'part-1',
    occurrenceId: 'occurrence-1',
    planId: 'plan-1',
    taskId: 'task-1',
    taskNo: '1',
    taskText: '公布清单',
    area: [],
    taskOrder: 0,
    leadOffice: null,
    officeId: 'office-1',
    officeName: '法规科',
    role: 'lead',
    rule: byRule(dueOn ?? '2026-03-27'),
    period: null,
    event: null,
    eventOn: null,
    eventAt: null,
    dueAt: null,
    dueOn: dueOn === null ? null : civil(dueOn),
    provisional: false,
    pastAtBirth: false,
    state: 'open',
    percent: null,
    version: 1,
    remindedOn: remindedOn === undefined ? null : civil(remindedOn),
    closedOn: closedOn === undefined ? null : civil(closedOn),
    request: null,
    snoozedUntil: null,
    pausedUntil: null,
    newsOn: null,
    escalated: 0,
    replies: [],
    acts: [],
    ...part,
  };
}

/** A 填进展 of that moment, with its offset. */
export function saidAt(at: string, reply: Partial<Reply> = {}): Reply {
  return {
    id: `reply-${at}`,
    at: instantOf(at),
    personId: 'person-1',
    personName: '张敏',
    state: 'progress',
    note: '正在办理',
    links: [],
    percent: 40,
    helpFrom: null,
    before: { state: 'open', percent: null },
    undoneAt: null,
    ...reply,
  };
}

/** Offices `office-1 …` by name, each with posts `[role, person]`; a person's open_id is `ou_` and the name, `null` after a `?`. */
export function aDirectory(
  offices: Readonly<Record<string, { readonly posts?: readonly (readonly [PostRole, string])[]; rosters?: string[] }>>,
  gone: readonly string[] = [],
): Directory {
  const entries = Object.entries(offices);
  const posts = entries.flatMap(([, { posts: own = [] }], index) =>
    own.map(([role, personId]) => ({ officeId: `office-${index + 1}`, personId, role })),
  );
  return {
    offices: entries.map(([name, { rosters = [] }], index) => ({
      id: `office-${index + 1}`,
      name,
      aliases: [],
      rosters,
      order: index,
    })),
    people: [...new Set(posts.map(({ personId }) => personId))].map((name) => ({
      id: name,
      name,
      mobile: null,
      email: null,
      active: !gone.includes(name),
      unreachableOn: null,
      openId: name.endsWith('?') ? null : `ou_${name}`,
    })),
    posts,
  };
}
