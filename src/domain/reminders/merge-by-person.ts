import { groupBy } from '../group-by.ts';
import { ERRAND_KINDS, type Errand, type Errands } from './errand.ts';
import { OVERDUE } from './ladder.ts';
import type { DuePart, PlannedReminder, ReminderReason } from './plan-reminders.ts';

/** One card for each person, with everything that person has to see today. In the order in which people come first. */
export function mergeByPerson(due: readonly DuePart[], errands: readonly Errand[]): readonly PlannedReminder[] {
  const dueBy = groupBy(due, ({ person }) => person.id);
  const errandsBy = groupBy(errands, ({ person }) => person.id);
  return [...new Set([...dueBy.keys(), ...errandsBy.keys()])].flatMap((personId): readonly PlannedReminder[] => {
    const own = dueBy.get(personId) ?? [];
    const answering = new Set(own.map(({ part }) => part.id));
    const others = (errandsBy.get(personId) ?? []).filter(({ partId }) => partId === null || !answering.has(partId));
    const person = own[0]?.person ?? others[0]?.person;
    if (!person) return [];
    return [
      {
        person,
        officeName: own[0]?.part.officeName ?? others[0]?.officeName ?? '',
        partIds: own.map(({ part }) => part.id),
        errands: byKind(others),
        reason: reasonOf(own, others),
      },
    ];
  });
}

function byKind(errands: readonly Errand[]): Errands {
  const kinds = ERRAND_KINDS.filter((kind) => errands.some(({ as }) => as === kind));
  const partsOf = (kind: Errand['as']) => [
    ...new Set(errands.flatMap(({ as, partId }) => (as === kind && partId !== null ? [partId] : []))),
  ];
  return Object.fromEntries(kinds.map((kind) => [kind, partsOf(kind)]));
}

/** The most urgent rung; then what has to be told, asked, seen. */
function reasonOf(own: readonly DuePart[], others: readonly Errand[]): ReminderReason {
  const rungs = own.flatMap(({ speaks }) => ('rung' in speaks ? [speaks.rung] : []));
  if (rungs.length > 0) {
    const lowest = Math.min(...rungs);
    return lowest === OVERDUE ? 'overdue' : `T-${lowest}`;
  }
  const said = new Set(own.flatMap(({ speaks }) => ('for' in speaks ? [speaks.for] : [])));
  const spoken = (['news', 'heartbeat', 'past-at-birth'] as const).find((reason) => said.has(reason));
  if (spoken) return spoken;
  return ERRAND_KINDS.find((kind) => others.some(({ as }) => as === kind)) ?? 'news';
}
