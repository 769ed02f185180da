import fc from 'fast-check';
import { describe, it } from 'vitest';
import { aDirectory, aPart, byRule, CALENDAR, saidAt } from '../../../tests/support/parts.ts';
import { addDays, civil } from '../calendar/civil-date.ts';
import { isWorkingDay } from '../calendar/working-calendar.ts';
import type { Part } from '../ledger/part.ts';
import { planReminders } from './plan-reminders.ts';
import { DEFAULT_POLICY } from './reminder-policy.ts';

const DIRECTORY = aDirectory({
  法规科: { posts: [['liaison-a', '张敏']] },
  信息中心: { posts: [['liaison-a', '张敏']] },
  办公室: { posts: [['liaison-a', '孙静?']] },
  审计科: {},
});

const aDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(civil('2025-02-01'), days));
const aState = fc.constantFrom('open', 'working', 'blocked', 'reported', 'signed-off', 'undated');
const somePart = fc
  .record({
    dueOn: fc.option(aDay),
    state: aState,
    officeId: fc.constantFrom('office-1', 'office-2', 'office-3', 'office-4'),
    soft: fc.boolean(),
    pastAtBirth: fc.boolean(),
    remindedOn: fc.option(aDay),
    answeredOn: fc.option(aDay),
  })
  .map(({ dueOn, soft, remindedOn, answeredOn, ...facts }) => ({
    ...aPart({ dueOn, rule: byRule(dueOn ?? '2026-01-01', soft), ...facts }),
    remindedOn,
    replies: answeredOn ? [saidAt(`${answeredOn}T10:00+08:00`)] : [],
  }));
const someParts = fc
  .array(somePart, { maxLength: 30 })
  .map((parts) => parts.map((part, index): Part => ({ ...part, id: `part-${index}` })));

const planOn = (parts: readonly Part[], today: Part['dueOn'] & string) =>
  planReminders({ parts, directory: DIRECTORY, today, policy: DEFAULT_POLICY, calendar: CALENDAR });

describe('whatever is in the ledger', () => {
  it('every part either speaks once or says why it is silent', () => {
    fc.assert(
      fc.property(someParts, aDay, (parts, today) => {
        const { send, silent } = planOn(parts, today);
        const told = [...send.flatMap(({ partIds }) => partIds), ...silent.map(({ partId }) => partId)];
        return (
          told.toSorted().join() ===
          parts
            .map(({ id }) => id)
            .toSorted()
            .join()
        );
      }),
    );
  });

  it('nobody gets two cards, and nothing is sent on a day of rest', () => {
    fc.assert(
      fc.property(someParts, aDay, (parts, today) => {
        const { send } = planOn(parts, today);
        const people = send.map(({ person }) => person.id);
        return new Set(people).size === people.length && (isWorkingDay(CALENDAR, today) || send.length === 0);
      }),
    );
  });

  it('planning again, once the reminders are noted, adds nothing', () => {
    fc.assert(
      fc.property(someParts, aDay, (parts, today) => {
        const sent = new Set(planOn(parts, today).send.flatMap(({ partIds }) => partIds));
        const noted = parts.map((part) => (sent.has(part.id) ? { ...part, remindedOn: today } : part));
        return planOn(noted, today).send.length === 0;
      }),
    );
  });

  it('what is closed or has no date never speaks, and what was over at birth not a second time', () => {
    fc.assert(
      fc.property(someParts, aDay, (parts, today) => {
        const sent = new Set(planOn(parts, today).send.flatMap(({ partIds }) => partIds));
        return parts
          .filter(({ id }) => sent.has(id))
          .every(
            ({ state, dueOn, pastAtBirth, remindedOn }) =>
              state !== 'reported' && state !== 'signed-off' && dueOn !== null && !(pastAtBirth && remindedOn !== null),
          );
      }),
    );
  });
});
