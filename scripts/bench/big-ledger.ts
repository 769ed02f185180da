import { type Database, openDatabase } from '../../src/adapters/prisma/database.ts';
import { migrateDatabase } from '../../src/adapters/prisma/migrate.ts';
import { PrismaDirectoryStore } from '../../src/adapters/prisma/prisma-directory-store.ts';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { PrismaSettingsStore } from '../../src/adapters/prisma/prisma-settings-store.ts';
import { bearDueOccurrences } from '../../src/app/bear-due-occurrences.ts';
import { addDays, type CivilDate, civil, instantAt } from '../../src/domain/calendar/civil-date.ts';
import type { LedgerTask, NewOccurrence } from '../../src/domain/ledger/plan.ts';
import type { Rule } from '../../src/domain/plan/rule.ts';
import { type BenchRow, publishPlan, serialIds } from './publish-plan.ts';

/** A working day; everything that is due is due within three working days of it. */
export const TODAY = civil('2026-06-10');
const OFFICES = 200;
const TASKS_PER_PLAN = 50;
const PARTS_PER_TASK = 20;
/** What is due is spread over so many plans, however many there are: a bigger ledger has more around it, and not more of it. */
const PLANS_WITH_DUE = 100;

/**
 * A ledger of so many parts over plans of a thousand parts each: `due` of them fall due this week, of the others half are closed
 * and half due in November.
 */
export async function writeBigLedger(
  url: string,
  sizes: { readonly parts: number; readonly due: number },
): Promise<void> {
  await migrateDatabase(url);
  const database = await openDatabase(url);
  const clock = { now: () => instantAt(TODAY, '08:00') };
  const ids = serialIds();
  const directory = new PrismaDirectoryStore(database, { ids, clock });
  await directory.save(
    Array.from({ length: OFFICES }, (_, index) => officeNamed(index)),
    [],
  );
  const { offices, people } = await directory.load();
  await directory.setOpenIds(people.map(({ id }) => ({ personId: id, openId: `ou_${id}` })));
  const officeIds = offices.map(({ id }) => id);
  const ledger = new PrismaLedgerStore(database);
  const plans = Math.ceil(sizes.parts / (TASKS_PER_PLAN * PARTS_PER_TASK));
  for (let number = 0; number < plans; number += 1) {
    const dueOn = dueDates(number, sizes.due);
    await publishPlan(ledger, ids, {
      title: `第${number + 1}号工作要点`,
      at: clock.now(),
      rows: planRows(),
      occurrencesOf: (task) => occurrencesOf(task, ids, { officeIds, dueOn }),
    });
  }
  await closeHalf(database);
  await bearDueOccurrences({ clock, ids, ledger, directory, settings: new PrismaSettingsStore(database) });
  await database.close();
}

function officeNamed(index: number) {
  const person = { name: `联络人${index}`, mobile: null, email: null, openId: null };
  return { name: `第${index + 1}科`, aliases: [], rosters: [], people: [{ ...person, role: 'liaison-a' as const }] };
}

function dueDates(number: number, due: number): (position: number) => CivilDate {
  const own = number < PLANS_WITH_DUE ? due / PLANS_WITH_DUE : 0;
  return (position) => (position < own ? addDays(TODAY, position % 3) : civil('2026-11-30'));
}

/** Rows of a date that the occurrences do not keep to: what is born here is due when `dueOn` says. */
function planRows(): readonly BenchRow[] {
  const rule: Rule = {
    kind: 'by',
    on: civil('2026-11-30'),
    soft: false,
    phrase: '11月30日前',
    place: 'deadline-cell',
  };
  return Array.from({ length: TASKS_PER_PLAN }, (_, order) => ({
    text: `公布第${order + 1}项清单并及时更新有关内容`,
    area: [],
    offices: [],
    rules: Array.from({ length: PARTS_PER_TASK }, () => rule),
  }));
}

function occurrencesOf(
  task: LedgerTask,
  ids: { next(kind: string): string },
  { officeIds, dueOn }: { readonly officeIds: readonly string[]; readonly dueOn: (position: number) => CivilDate },
): readonly NewOccurrence[] {
  return task.rules.map((rule, index) => {
    const position = task.order * PARTS_PER_TASK + index;
    const officeId = officeIds[(Number.parseInt(task.planId.slice(5), 36) + position) % officeIds.length] ?? '';
    return {
      id: ids.next('occurrence'),
      planId: task.planId,
      taskId: task.id,
      ruleId: task.ruleIds[index] ?? '',
      rule,
      key: 'once',
      period: null,
      event: null,
      dueOn: dueOn(position),
      provisional: false,
      pastAtBirth: false,
      parts: [{ id: ids.next('part'), officeId, role: 'lead', state: 'open' }],
    };
  });
}

/** Every second of those that are due in November is signed off already. */
async function closeHalf(database: Database): Promise<void> {
  await database.write((queries) =>
    queries.$executeRawUnsafe(
      `UPDATE "Part" SET "state" = 'signed-off', "closedOn" = '2026-05-06', "version" = 2 WHERE "dueOn" = '2026-11-30' AND rowid % 2 = 0`,
    ),
  );
}
