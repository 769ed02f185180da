import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileDocumentReader } from '../src/adapters/documents/file-document-reader.ts';
import { addDays, civil } from '../src/domain/calendar/civil-date.ts';
import { isWorkingDay } from '../src/domain/calendar/working-calendar.ts';
import type { Part } from '../src/domain/ledger/part.ts';
import { isClosed, isOverdue } from '../src/domain/reminders/urgency.ts';
import { appOnStore } from './support/app-on-store.ts';
import { BureauYear } from './support/bureau-year.ts';
import { CALENDAR } from './support/parts.ts';
import { SEEDS } from './support/read-plan-file.ts';
import { TempDatabases } from './support/temp-database.ts';

const OFFICES = 60;
/** The plans in the order in which they came into force, and on which day; 001 leaves offices for the others. */
const PLANS = [
  { number: '000', on: '2017-01-03', staff: OFFICES },
  { number: '004', on: '2017-01-03', staff: OFFICES },
  { number: '001', on: '2017-01-03', staff: 24 },
  { number: '002', on: '2017-07-05', staff: OFFICES },
  { number: '003', on: '2017-11-01', staff: OFFICES },
] as const;
const LAST_WORKING_DAY = '2017-12-29';

const T10_T3_T0_OF_NOVEMBER = '11-16 11-27 11-30';
const BEFORE_EACH_QUARTERS_END = '03-17 03-28 06-16 06-27 09-18 09-27 12-15 12-26';

/**
 * What the ledger has to say at the end of the year, counted by hand with the 2017 calendar: plan, row, office, period, rule's kind;
 * then the state, the day of closing, and the days of the cards that showed it (their number where they are many).
 *
 * T-10 of 30 November is the 16th, T-3 the 27th. T-10 of 31 January is 13 January: the 22nd is a make-up Sunday and the holiday
 * begins on the 27th, so that its last working day is the 26th. From 3 February to 29 December there are 230 working days
 * (19 + 23 + 19 + 21 + 22 + 21 + 23 + 22 + 17 + 22 + 21), from 1 April 188, from 5 July 124.
 */
const BY_HAND: readonly (readonly [
  string,
  string,
  string,
  string | null,
  string,
  string,
  string | null,
  string | number,
])[] = [
  // A date: answered on the first card, on the third, first with progress, with the deputy while she is away.
  ['000', '3(1)-(4)', '办公室', null, 'by', 'signed-off', '2017-11-16', '11-16'],
  ['000', '2', '法规处', null, 'by', 'signed-off', '2017-11-30', T10_T3_T0_OF_NOVEMBER],
  ['000', '5', '宣教处', null, 'by', 'signed-off', '2017-11-27', '11-16 11-27'],
  ['002', '2', '利用处', null, 'by', 'signed-off', '2017-12-15', '12-15'],
  ['002', '2', '人事科', null, 'by', 'signed-off', '2017-12-29', '12-15 12-26 12-29'],
  ['002', '2', '村镇科', null, 'by', 'open', null, '12-15 12-26 12-29'],
  // Over when the plan was issued: asked about once, whatever the answer.
  ['002', '1', '利用处', null, 'by', 'signed-off', '2017-06-30', '07-05'],
  ['002', '1', '征储处', null, 'by', 'open', null, '07-05'],
  // A target (力争) is reminded of like a date.
  ['003', '(五)', '办公室', null, 'by', 'signed-off', '2017-12-15', '12-15'],
  // Once a year, before the holiday and at the end of February.
  ['004', '41', '办公室', '2017', 'every', 'signed-off', '2017-01-13', '01-13'],
  ['004', '42', '法规信访科', '2017', 'every', 'signed-off', '2017-02-14', '02-14'],
  // Every month: answered at T-3 after progress at T-10; never answered, and shown on every working day since.
  ['001', '3', '市财政局', '2017-01', 'every', 'signed-off', '2017-01-23', '01-13 01-23'],
  ['001', '3', '市财政局', '2017-02', 'every', 'signed-off', '2017-02-23', '02-14 02-23'],
  ['001', '1', '市发展改革委（粮食局）', '2017-01', 'every', 'open', null, 3 + 230],
  ['001', '5', '市水务局', '2017-01', 'every', 'open', null, 124],
  // Every quarter; the deputy answers while the liaison is on leave from 6 to 17 March.
  ['004', '35', '办公室', '2017-Q1', 'every', 'signed-off', '2017-03-17', '03-17'],
  ['001', '3', '市发展改革委（粮食局）', '2017-Q1', 'every', 'open', null, 3 + 188],
  // Without an end: confirmed each quarter, and closed for the year with the last answer; nobody ever answers; every third time.
  ['000', '1', '宣教处', null, 'standing', 'signed-off', '2017-12-15', '03-17 06-16 09-18 12-15'],
  ['004', '5', '村镇科', null, 'standing', 'open', null, BEFORE_EACH_QUARTERS_END],
  ['004', '3', '人事科', null, 'standing', 'signed-off', '2017-12-15', '03-17 03-28 06-16 09-18 12-15'],
  // The liaison never answered and left on 30 June; her deputy confirms the third quarter on the first card.
  ['004', '14', '质安科', null, 'standing', 'signed-off', '2017-12-15', '03-17 03-28 06-16 06-27 09-18 12-15'],
  // A date that somebody else will set is asked of the governing office alone.
  ['000', '3', '宣教处', null, 'awaiting', 'undated', null, ''],
];

describe.skipIf(!existsSync(SEEDS))('a year of five real plans and sixty offices', () => {
  const databases = new TempDatabases();
  let year: BureauYear;
  let parts: readonly Part[];
  const planIds = new Map<string, string>();

  beforeAll(async () => {
    const app = appOnStore(await databases.open(), '2017-01-03T08:00:00+08:00');
    year = new BureauYear({ ...app, deps: { ...app.deps, documents: new FileDocumentReader() } });
    let on = civil('2017-01-03');
    for (const plan of PLANS) {
      const published = civil(plan.on);
      if (published > on) await year.live(on, addDays(published, -1));
      on = published;
      const name = readdirSync(SEEDS).find((file) => file.startsWith(plan.number)) ?? '';
      planIds.set(await year.publish(name, readFileSync(`${SEEDS}${name}`), published), plan.number);
      await year.staffUpTo(OFFICES, plan.staff);
    }
    await year.live(on, civil('2017-12-31'));
    parts = await year.deps.ledger.findParts({});
  }, 300_000);
  afterAll(() => databases.remove());

  const daysOf = ({ id }: Part) =>
    year.mornings.filter(({ send }) => send.some(({ partIds }) => partIds.includes(id))).map(({ on }) => on);

  it('C1, C6: nobody gets two cards a day, nobody any on a day of rest, and none is empty', () => {
    for (const { on, cards, send } of year.mornings) {
      for (const own of cards.values()) expect(own).toHaveLength(1);
      for (const { partIds, errands } of send) expect(partIds.length + Object.keys(errands).length).toBeGreaterThan(0);
      if (!isWorkingDay(CALENDAR, on)) expect([...cards.keys(), ...send]).toEqual([]);
    }
  });

  it('C21: whoever has answered is not reminded of it again', () => {
    for (const part of parts.filter(isClosed)) {
      expect(daysOf(part).filter((on) => on > (part.closedOn ?? '') && !part.pastAtBirth)).toEqual([]);
    }
  });

  it('C26: what nobody answers is never dropped: the last working day still shows it to its office', () => {
    const late = parts.filter((part) => isOverdue(part, civil('2017-12-31')) && year.characterOf(part.officeId));
    expect(late.length).toBeGreaterThan(50);
    for (const part of late) expect(daysOf(part).at(-1)).toBe(LAST_WORKING_DAY);
  });

  it('the same morning planned again adds nothing', async () => {
    expect(await year.planAgain(civil(LAST_WORKING_DAY))).toBe(0);
  });

  it.each(BY_HAND)('%s row %s of %s %s %s: %s on %s, as counted by hand', (plan, no, office, period, kind, ...told) => {
    const [state, closedOn, cards] = told;
    const found = parts.filter(
      (part) =>
        planIds.get(part.planId) === plan &&
        part.taskNo === no &&
        part.officeName === office &&
        part.period === period &&
        part.rule.kind === kind,
    );
    const shown = found.map((part) => {
      const days = daysOf(part).map((on) => on.slice(5));
      const count = typeof cards === 'number' ? days.length : days.join(' ');
      return `${part.state} ${part.closedOn} ${count}`;
    });
    expect(shown).toContain(`${state} ${closedOn} ${cards}`);
  });
});
