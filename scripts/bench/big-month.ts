import { type Database, openDatabase } from '../../src/adapters/prisma/database.ts';
import { migrateDatabase } from '../../src/adapters/prisma/migrate.ts';
import { PrismaDirectoryStore } from '../../src/adapters/prisma/prisma-directory-store.ts';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { PrismaSettingsStore } from '../../src/adapters/prisma/prisma-settings-store.ts';
import { bearDueOccurrences } from '../../src/app/bear-due-occurrences.ts';
import { addDays, type CivilDate, civil, instantAt } from '../../src/domain/calendar/civil-date.ts';
import type { Rule } from '../../src/domain/plan/rule.ts';
import { foldActs } from '../../src/domain/quotas/close-period.ts';
import type { Submission, SubmissionAct } from '../../src/domain/quotas/submission.ts';
import { type BenchRow, ISSUED_ON, publishPlan, serialIds } from './publish-plan.ts';

/** The day of the summary: the fourth working day of May. */
export const TODAY = civil('2026-05-09');
const FIRST = civil('2025-11-01');
const DAYS = 181;
const DATED_ROWS = 25;
const PER_COMMIT = 5000;

/**
 * A bureau of so many offices, each with two items of news a month to report, two press conferences a month together and 25 dated
 * rows, and so many records: submissions of six months and the parts of the rows.
 */
export async function writeBigMonth(
  url: string,
  sizes: { readonly offices: number; readonly records: number },
): Promise<void> {
  await migrateDatabase(url);
  const database = await openDatabase(url);
  const ids = serialIds();
  const clock = { now: () => instantAt(ISSUED_ON, '08:00') };
  const directory = new PrismaDirectoryStore(database, { ids, clock });
  await directory.save(
    Array.from({ length: sizes.offices }, (_, index) => ({
      name: `第${index + 1}科`,
      aliases: [],
      rosters: ['各科室'],
      people: [{ role: 'liaison-a' as const, name: `联络人${index}`, mobile: null, email: null, openId: null }],
    })),
    [],
  );
  const officeIds = (await directory.load()).offices.map(({ id }) => id);
  const ledger = new PrismaLedgerStore(database);
  await publishPlan(ledger, ids, { title: '2026年政务公开工作要点', at: clock.now(), rows: planRows() });
  const settings = new PrismaSettingsStore(database);
  await bearDueOccurrences({ clock, ids, ledger, directory, settings });
  await closeMost(database);
  const parts = await ledger.countParts({});
  const submissions = sizes.records - parts;
  for (let from = 0; from < submissions; from += PER_COMMIT) {
    const count = Math.min(PER_COMMIT, submissions - from);
    const newSubmissions = Array.from({ length: count }, (_, index) => submissionOf(from + index, officeIds));
    await ledger.commit({ at: clock.now(), newSubmissions, audit: [] });
  }
  await database.close();
}

function planRows(): readonly BenchRow[] {
  const quota = { kind: 'quota', count: 2, per: 'month', place: 'text', atLeast: true } as const;
  const rules: readonly Rule[] = [
    { ...quota, of: '信息', scope: 'each-office', phrase: '各科室每月报送信息不少于2条' },
    { ...quota, of: '发布会', scope: 'whole-plan', phrase: '每月举办两场发布会' },
    ...Array.from({ length: DATED_ROWS }, (_, index): Rule => {
      const on = addDays(civil('2026-02-01'), index * 6);
      return { kind: 'by', on, soft: false, phrase: on, place: 'deadline-cell' };
    }),
  ];
  return rules.map((rule, order) => ({
    text: `落实第${order + 1}项公开任务并及时更新有关内容`,
    area: [`第${Math.floor(order / 9) + 1}章`],
    offices: [{ name: '各科室', role: 'responsible', fanOut: 'all', inferred: false }],
    rules: [rule],
  }));
}

/** Nine in ten of what was due by the end of April are closed, every seventh of them late. */
async function closeMost(database: Database): Promise<void> {
  await database.write((queries) =>
    queries.$executeRawUnsafe(
      `UPDATE "Part" SET "state" = 'signed-off', "version" = 2,
         "closedOn" = iif(rowid % 7 = 0, date("dueOn", '+3 day'), "dueOn")
       WHERE "dueOn" <= '2026-04-30' AND rowid % 10 <> 0`,
    ),
  );
}

function submissionOf(number: number, officeIds: readonly string[]): Submission {
  const eventOn: CivilDate = addDays(FIRST, number % DAYS);
  const officeId = officeIds[number % officeIds.length] ?? '';
  const first: Submission = {
    id: `submission-${number}`,
    matter: number % 1000 === 0 ? '发布会' : '信息',
    title: `第${number}条便民服务信息`,
    isNil: false,
    link: `https://www.example.gov.cn/news/${number}.html`,
    file: null,
    eventOn,
    officeId,
    jointOfficeIds: [],
    submittedAt: instantAt(addDays(eventOn, number % 3), '10:00'),
    personId: 'nobody',
    personName: '联络人',
    promptBy: addDays(eventOn, 1),
    state: 'submitted',
    credits: [officeId],
    decidedAt: null,
    version: 1,
    acts: [],
  };
  if (number % 8 === 0) return first;
  const acts: readonly SubmissionAct[] = [
    {
      id: `act-${number}`,
      at: instantAt(addDays(eventOn, 4), '10:00'),
      personId: 'nobody',
      personName: '审核人',
      kind: number % 5 === 0 ? 'return' : 'accept',
      reason: '',
      reasons: [],
    },
  ];
  return { ...first, ...foldActs(first, acts), acts };
}
