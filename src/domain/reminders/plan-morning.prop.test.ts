import fc from 'fast-check';
import { describe, it } from 'vitest';
import { aDirectory, aPart, byRule, CALENDAR, saidAt } from '../../../tests/support/parts.ts';
import { addDays, type CivilDate, civil, instantOf } from '../calendar/civil-date.ts';
import { isWorkingDay } from '../calendar/working-calendar.ts';
import type { Part } from '../ledger/part.ts';
import type { Rule } from '../plan/rule.ts';
import { planErrands } from './plan-errands.ts';
import { planReminders } from './plan-reminders.ts';
import { DEFAULT_POLICY } from './reminder-policy.ts';

const GONE = '退休';
const DIRECTORY = aDirectory(
  {
    法规科: {
      posts: [
        ['liaison-a', '张敏'],
        ['head', '周科长'],
        ['leader-in-charge', GONE],
        ['leader-in-charge', '赵局长'],
      ],
    },
    信息中心: {
      posts: [
        ['head', '周科长'],
        ['liaison-a', GONE],
      ],
    },
    办公室: {
      posts: [
        ['liaison-a', '孙静?'],
        ['governing', '何平'],
        ['governing', GONE],
      ],
    },
    局领导: { posts: [['top-leader', '局长']] },
  },
  [GONE],
);

const aDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(civil('2025-02-01'), days));
const standing = (cadence: 'month' | 'quarter' | 'year'): Rule => ({
  kind: 'standing',
  cadence,
  phrase: '',
  place: 'text',
});
const somePart = fc
  .record({
    dueOn: fc.option(aDay),
    kind: fc.constantFrom('by', 'soft', 'from', 'month', 'quarter', 'year', 'awaiting'),
    state: fc.constantFrom('open', 'working', 'blocked', 'reported', 'undated'),
    officeId: fc.constantFrom('office-1', 'office-2', 'office-3', 'office-4', 'office-9'),
    leadOffice: fc.option(fc.constantFrom('法规科', '信息中心', '外单位')),
    remindedOn: fc.option(aDay),
    answeredOn: fc.option(aDay),
    newsOn: fc.option(aDay, { freq: 8 }),
    pausedUntil: fc.option(aDay, { freq: 8 }),
    asked: fc.boolean(),
    escalated: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ kind, dueOn, answeredOn, asked, ...facts }): Part => {
    const dated = kind === 'by' || kind === 'soft' || kind === 'from';
    const on = dated ? dueOn : null;
    return {
      ...aPart({ dueOn: on }),
      ...facts,
      rule: ruleOf(kind, dueOn),
      replies: answeredOn ? [saidAt(`${answeredOn}T10:00+08:00`)] : [],
      request: asked
        ? {
            kind: 'extension',
            at: instantOf('2025-01-02T10:00+08:00'),
            personName: '张敏',
            reason: '',
            dueOn: null,
            officeId: null,
            officeName: null,
          }
        : null,
    };
  });

function ruleOf(kind: string, dueOn: CivilDate | null): Rule {
  switch (kind) {
    case 'from':
      return { kind: 'from', on: dueOn ?? civil('2026-01-01'), phrase: '', place: 'text' };
    case 'month':
    case 'quarter':
    case 'year':
      return standing(kind);
    case 'awaiting':
      return { kind: 'awaiting', issuer: null, document: null, phrase: '', place: 'text' };
    default:
      return byRule(dueOn ?? '2026-01-01', kind === 'soft');
  }
}

const someParts = fc
  .array(somePart, { maxLength: 25 })
  .map((parts) =>
    parts.map((part, index): Part => ({ ...part, id: `part-${index}`, occurrenceId: `occurrence-${index}` })),
  );

function morningOf(parts: readonly Part[], today: CivilDate) {
  const around = { directory: DIRECTORY, today, policy: DEFAULT_POLICY, calendar: CALENDAR };
  const errands = planErrands({
    ...around,
    parts,
    requests: parts.filter(({ request }) => request !== null),
    awaiting: parts.filter(({ state }) => state === 'undated'),
    stagnant: parts.filter(({ state }) => state === 'working'),
    reported: parts.filter(({ state }) => state === 'reported').length,
    submissions: 0,
    admins: ['ou_张敏'],
  });
  return { errands, plan: planReminders({ ...around, parts, errands: errands.errands }) };
}

describe('whatever is in the ledger, a morning', () => {
  it('C1: gives nobody two cards, and no card without a reason on it', () => {
    fc.assert(
      fc.property(someParts, aDay, (parts, today) => {
        const { send } = morningOf(parts, today).plan;
        const empty = send.filter(({ partIds, errands }) => partIds.length === 0 && Object.keys(errands).length === 0);
        return new Set(send.map(({ person }) => person.id)).size === send.length && empty.length === 0;
      }),
    );
  });

  it('C6, C9: sends nothing and notes nothing on a day of rest', () => {
    fc.assert(
      fc.property(someParts, aDay, (parts, today) => {
        const { plan, errands } = morningOf(parts, today);
        const notes = errands.escalated.length + errands.stagnant.length;
        return isWorkingDay(CALENDAR, today) || plan.send.length + notes === 0;
      }),
    );
  });

  it('C47: sends nothing to somebody who has left or is not on the platform', () => {
    fc.assert(
      fc.property(someParts, aDay, (parts, today) => {
        const { plan, errands } = morningOf(parts, today);
        const people = [...plan.send, ...errands.errands].map(({ person }) => person);
        return people.every(({ id, openId }) => id !== GONE && openId.length > 0);
      }),
    );
  });

  it('says nothing of a part both as the person’s own and as somebody else’s', () => {
    fc.assert(
      fc.property(someParts, aDay, (parts, today) =>
        morningOf(parts, today).plan.send.every(({ partIds, errands }) =>
          Object.values(errands)
            .flat()
            .every((id) => !partIds.includes(id)),
        ),
      ),
    );
  });

  it('C21: does not ask again, nor tell a leader, what was answered today or the day before', () => {
    fc.assert(
      fc.property(someParts, aDay, (parts, today) => {
        const answered = parts.map(
          (part): Part => ({
            ...part,
            newsOn: null,
            replies: [saidAt(`${addDays(today, -1)}T10:00+08:00`)],
          }),
        );
        const { errands, plan } = morningOf(answered, today);
        const overdue = new Set(answered.flatMap(({ id, dueOn }) => (dueOn !== null && dueOn < today ? [id] : [])));
        const chased = plan.send
          .filter(({ reason }) => reason === 'overdue')
          .flatMap(({ partIds }) => partIds)
          .filter((id) => overdue.has(id) && answered.find((part) => part.id === id)?.rule.kind === 'by');
        return errands.escalated.length === 0 && chased.length === 0;
      }),
    );
  });

  it('C13: planned again at the same instant adds neither a reminder nor a step', () => {
    fc.assert(
      fc.property(someParts, aDay, (parts, today) => {
        const first = morningOf(parts, today);
        const reminded = new Set(first.plan.send.flatMap(({ partIds }) => partIds));
        const steps = new Map(first.errands.escalated.map(({ partId, step }) => [partId, step]));
        const noted = parts.map(
          (part): Part => ({
            ...part,
            ...(reminded.has(part.id) && { remindedOn: today, newsOn: null }),
            escalated: steps.get(part.id) ?? part.escalated,
          }),
        );
        const second = morningOf(noted, today);
        const again = second.errands.escalated.filter(({ partId }) => steps.has(partId) && reminded.has(partId));
        return second.plan.send.every(({ partIds }) => partIds.length === 0) && again.length === 0;
      }),
    );
  });

  it('C24: told every working day, a late part climbs every step once and no further', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom('office-1', 'office-2', 'office-4'), (dueOn, officeId) => {
        let part: Part = { ...aPart({ dueOn }), officeId, rule: byRule(dueOn) };
        const told: number[] = [];
        for (let day = addDays(dueOn, -3), left = 45; left > 0; left -= 1, day = addDays(day, 1)) {
          const { errands, plan } = morningOf([part], day);
          const step = errands.escalated[0]?.step;
          if (step !== undefined) told.push(step);
          const own = plan.send.some(({ partIds }) => partIds.length > 0);
          part = { ...part, escalated: step ?? part.escalated, remindedOn: own ? day : part.remindedOn };
        }
        const rising = told.every((step, index) => index === 0 || step > (told[index - 1] ?? 0));
        return rising && told.at(-1) === 3;
      }),
      { numRuns: 40 },
    );
  });
});
