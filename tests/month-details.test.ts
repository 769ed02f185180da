import { beforeAll, describe, expect, it } from 'vitest';
import { loadMonthThen } from '../src/app/details/load-month-then.ts';
import { draftMonthlySummary } from '../src/app/monthly/draft-summary.ts';
import { type DrawnMonth, drawMonthlySummary } from '../src/app/monthly/draw-monthly-summary.ts';
import { recordAct } from '../src/app/record-act.ts';
import { recordReply } from '../src/app/record-reply.ts';
import { monthlyNumbers, NUMBER_OF_LIST } from '../src/cards/monthly-definitions.ts';
import { civil, instantOf } from '../src/domain/calendar/civil-date.ts';
import type { ActDraft } from '../src/domain/ledger/decide-act.ts';
import { SUMMARY_NUMBERS } from '../src/domain/reports/details-source.ts';
import { monthCounts, monthList } from '../src/domain/reports/month-lists.ts';
import { countedApp } from './support/counted-app.ts';
import { liveCountedMonth, OFFICES } from './support/counted-month.ts';
import { tempDatabases } from './support/temp-database.ts';

const databases = tempDatabases();

const MONTH = '2026-04';
const DRAFTED = '2026-05-09T09:00+08:00';
const LATER = '2026-06-02T09:00+08:00';

type App = Awaited<ReturnType<typeof countedApp>>;
let app: App;
let drafted: DrawnMonth;

/**
 * April, drafted on 9 May, and what became of it until June: corrections of submissions, one that came later still, the overdue row
 * given another date and closed, a row closed in April returned and closed again.
 */
beforeAll(async () => {
  app = await countedApp(await databases.open(), '2026-04-24T11:00+08:00');
  await reports('6', '行政审批科');
  await liveCountedMonth(app.deps, DRAFTED);
  app.clock.moveTo(instantOf(DRAFTED));
  drafted = await drawMonthlySummary(app.deps, { month: MONTH, withRecords: true });

  await liveCountedMonth(app.deps, '2026-05-13T09:00+08:00');
  at('2026-05-13T10:00+08:00');
  await acts('5', { kind: 'ask-extension', note: '等上级口径', dueOn: civil('2026-05-29') }, 'ou_5');
  await acts('5', { kind: 'grant', note: '' }, 'ou_governing');
  await acts('6', { kind: 'return', note: '', reasons: ['link-broken'] }, 'ou_governing');
  at('2026-05-20T10:00+08:00');
  await reports('5', '质量安全科');
  await reports('6', '行政审批科');
  at(LATER);
});

function at(instant: string): void {
  app.clock.moveTo(instantOf(instant));
}

async function partOf(no: string) {
  const part = (await app.deps.ledger.findParts({})).find(({ taskNo }) => taskNo === no);
  if (!part) throw new Error(`no part of row ${no}`);
  return part;
}

let events = 0;
const event = () => {
  events += 1;
  return { eventId: `event-${events}`, card: undefined };
};

async function reports(no: string, office: (typeof OFFICES)[number]): Promise<void> {
  const { id: partId, version } = await partOf(no);
  const draft = { state: 'done' as const, note: '', links: [], percent: null, helpFrom: null };
  const actorOpenId = `ou_${OFFICES.indexOf(office)}`;
  const recorded = await recordReply(app.deps, { partId, version, draft, actorOpenId, ...event() });
  if (!recorded.ok) throw new Error(recorded.error.kind);
}

async function acts(no: string, draft: ActDraft, actorOpenId: string): Promise<void> {
  const { id: partId, version } = await partOf(no);
  const recorded = await recordAct(app.deps, { partId, version, draft, actorOpenId, ...event() });
  if (!recorded.ok) throw new Error(recorded.error.kind);
}

const idOf = async (office: string) =>
  (await app.deps.directory.load()).offices.find(({ name }) => name === office)?.id ?? '';

/** The month as it was drafted, looked at now. */
const then = (offices?: readonly string[]) =>
  loadMonthThen(app.deps, { month: MONTH, at: instantOf(DRAFTED), withRecords: true, officeIds: offices });

describe('a month looked at weeks after it was drafted', () => {
  it('has other numbers by now', async () => {
    const { numbers } = await drawMonthlySummary(app.deps, { month: MONTH, withRecords: false });
    const changed = (name: string) => [drafted.numbers[name]?.value, numbers[name]?.value];
    expect(changed('overdue')).toEqual([1, 0]);
    expect(changed('closed')).toEqual([3, 2]);
    expect(changed('onTime')).toEqual([2, 1]);
    expect(changed('news.accepted.信息中心')).toEqual([2, 1]);
    expect(changed('news.accepted.执法支队')).toEqual([0, 1]);
  });

  it('has in its details every number as it was drafted, and exactly the rows behind it', async () => {
    const { figures } = await then();
    const looked = monthlyNumbers(figures);
    const without = (numbers: DrawnMonth['numbers']) =>
      Object.fromEntries(
        Object.entries(numbers).map(([name, { value, parts }]) => [name, { value, parts: parts.toSorted() }]),
      );
    expect(without(looked)).toEqual(without(drafted.numbers));
  });

  it('lists as many rows as each number says, a split item in shares', async () => {
    const { figures, behind } = await then();
    const counts = new Map(monthCounts(figures).map(({ number, count }) => [number, count]));
    for (const number of SUMMARY_NUMBERS) {
      const groups = monthList(number, figures, behind);
      const shares = groups.flatMap(({ rows }) => rows.map((row) => (row.kind === 'part' ? 1 : row.share)));
      const listed = shares.reduce((sum, share) => sum + share, 0);
      const name = NUMBER_OF_LIST[number];
      expect([number, listed]).toEqual([number, name === null ? 0 : drafted.numbers[name]?.value]);
      expect([number, counts.get(number) ?? 0]).toEqual([number, listed]);
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(listed);
    }
  });

  it('groups submissions by office, each group the number that the summary has for it', async () => {
    const { figures, behind } = await then();
    const groups = monthList('accepted', figures, behind);
    const byName = groups.map(({ name, count }) => [name?.kind === 'office' ? name.name : '', count]);
    const expected = OFFICES.map((name) => [name, drafted.numbers[`news.accepted.${name}`]?.value]);
    expect(byName).toEqual(expected.filter(([, count]) => count !== 0));
    expect(byName).toContainEqual(['市场管理科', 1.5]);
  });

  it('says of what was open then when it was closed', async () => {
    const { figures, behind } = await then();
    const [group] = monthList('overdue', figures, behind);
    expect(group?.rows).toMatchObject([
      { part: { taskNo: '5', state: 'open', dueOn: '2026-04-30' }, closedSince: '2026-05-20' },
    ]);
  });

  it('of one office has its share of every number, and of all offices together the whole', async () => {
    const each = await Promise.all(OFFICES.map(async (name) => (await then([await idOf(name)])).figures));
    const whole = (await then()).figures;
    const counted = (figures: typeof whole) => monthCounts(figures).map(({ count }) => count);
    const sums = each.map(counted).reduce((sum, counts) => sum.map((count, index) => count + (counts[index] ?? 0)));
    expect(sums).toEqual(counted(whole));
    const market = each[OFFICES.indexOf('市场管理科')];
    expect(market?.news?.accepted.value).toBe(1.5);
    expect(market?.completion.overdue.value).toBe(0);
  });
});

describe('a summary', () => {
  it('is of the instant at which its numbers were taken: what changes while it is drawn is not in them', async () => {
    const { deps, clock } = await countedApp(await databases.open(), DRAFTED);
    await deps.settings.bindGroup('leaders', 'oc_leaders');
    const ticking = {
      now: () => {
        clock.pass(60_000);
        return clock.now();
      },
    };
    const { why } = await draftMonthlySummary({ ...deps, clock: ticking }, { month: MONTH });
    const [summary] = await deps.quotas.findSummaries(MONTH);
    expect([why, JSON.stringify(summary?.card)]).toEqual([
      null,
      expect.stringContaining(`{"a":"digest.details","v":1,"t":${summary?.draftedAt},"m":"${MONTH}"}`),
    ]);
  });
});
