import { addDays, type CivilDate, type Instant } from '../../domain/calendar/civil-date.ts';
import type { Absence } from '../../domain/directory/directory.ts';
import type { AbsenceChange } from '../../ports/directory-store.ts';
import { writeAudit } from './audit.ts';
import { toBigInt, toCivilDate } from './columns.ts';
import type { Queries } from './database.ts';

type Noted = AbsenceChange & { readonly at: Instant };

/** Absences that end on the day or later, in the order in which they begin. */
export async function loadAbsences(queries: Queries, since: CivilDate): Promise<readonly Absence[]> {
  const rows = await queries.absence.findMany({
    where: { toOn: { gte: since } },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toAbsence);
}

/** See {@link DirectoryStore.addAbsence}. */
export async function insertAbsence(
  queries: Queries,
  { personId, fromOn, toOn }: Absence,
  { eventId, audit, at, id }: Noted & { readonly id: string },
): Promise<Absence | null> {
  if (!(await isNew(queries, eventId, at))) return null;
  // Days that follow one another are one leave too.
  const where = { personId, fromOn: { lte: addDays(toOn, 1) }, toOn: { gte: addDays(fromOn, -1) } };
  const joined = (await queries.absence.findMany({ where })).map(toAbsence);
  const absence = {
    personId,
    fromOn: [fromOn, ...joined.map((other) => other.fromOn)].toSorted()[0] ?? fromOn,
    toOn: [toOn, ...joined.map((other) => other.toOn)].toSorted().at(-1) ?? toOn,
  };
  await queries.absence.deleteMany({ where });
  await queries.absence.create({ data: { id, ...absence } });
  await writeAudit(queries, at, audit);
  return absence;
}

/** See {@link DirectoryStore.endAbsence}. */
export async function endAbsence(
  queries: Queries,
  { personId, today }: { readonly personId: string; readonly today: CivilDate },
  { eventId, audit, at }: Noted,
): Promise<readonly Absence[] | null> {
  if (!(await isNew(queries, eventId, at))) return null;
  const where = { personId, toOn: { gte: today } };
  const held = (await queries.absence.findMany({ where, orderBy: { fromOn: 'asc' } })).map(toAbsence);
  if (held.length === 0) return [];
  await queries.absence.deleteMany({ where: { ...where, fromOn: { gte: today } } });
  await queries.absence.updateMany({ where, data: { toOn: addDays(today, -1) } });
  await writeAudit(queries, at, audit);
  return held;
}

async function isNew(queries: Queries, eventId: string, at: Instant): Promise<boolean> {
  const inserted = await queries.$executeRaw`
    INSERT INTO "InboxEvent" ("id", "kind", "at") VALUES (${eventId}, ${'leave'}, ${toBigInt(at)}) ON CONFLICT DO NOTHING`;
  return inserted > 0;
}

function toAbsence(row: { readonly personId: string; readonly fromOn: string; readonly toOn: string }): Absence {
  return { personId: row.personId, fromOn: toCivilDate(row.fromOn), toOn: toCivilDate(row.toOn) };
}
