import { describe, expect, it } from 'vitest';
import { aQuotaRow, by, quotaOffice } from '../../../tests/support/quota-office.ts';
import { aSubmission, type Done } from '../../../tests/support/quotas.ts';
import { tempDatabases } from '../../../tests/support/temp-database.ts';
import { instantOf } from '../../domain/calendar/civil-date.ts';
import type { LedgerTask } from '../../domain/ledger/plan.ts';
import { sendMorningCards } from '../send-morning-cards.ts';
import { drawNudges } from './draw-nudges.ts';

const databases = tempDatabases();
const LEGAL = [by('法规科')];
/** The platform takes no message for somebody, for good. */
const REFUSED = Object.assign(new Error(), {
  code: 'rejected',
  retryable: false,
  waitMs: null,
  platformCode: null,
});

/** A bureau with these rows alone, and what its people are told of 报送 morning by morning. */
async function bureau(...tasks: readonly LedgerTask[]) {
  const office = await quotaOffice(await databases.open(), '2026-03-18T10:00:00+08:00', tasks);
  /** Who got a card on the morning of a day. */
  const morningOf = async (day: string) => {
    office.clock.moveTo(instantOf(`${day}T09:00:00+08:00`));
    const before = office.chat.calls.length;
    await sendMorningCards(office.deps);
    await office.deliver();
    return office.chat.calls.slice(before).map(({ to }) => to);
  };
  const returned = async (...done: readonly Done[]) => {
    const item = aSubmission('2026-03-16', { id: 'item', officeId: 'new-office-2', done });
    await office.deps.ledger.commit({ at: office.clock.now(), newSubmissions: [item], audit: [] });
  };
  const noted = async (name: string) => {
    const card = await office.deps.ledger.findCard((await office.cardOf(name, 'morning')).id);
    return card && drawNudges(office.deps, card);
  };
  return { ...office, morningOf, returned, noted };
}

describe('a quota that is behind', () => {
  it('of the whole plan is told to the office that leads its row, and to no other that owes it', async () => {
    const { morningOf } = await bureau(aQuotaRow(0, '发布会', 2, [by('办公室', 'lead'), ...LEGAL], true));
    expect(await morningOf('2026-04-27')).toEqual(['ou_孙静']);
  });

  it('is one line for each office, and one where two rows ask for the same', async () => {
    const { morningOf, noted } = await bureau(
      aQuotaRow(0, '信息', 2, [...LEGAL, by('信息中心'), by('后勤科')]),
      aQuotaRow(1, '信息', 2, LEGAL),
    );
    expect((await morningOf('2026-04-21')).toSorted()).toEqual(['ou_张敏', 'ou_王芳'].toSorted());
    const linesOf = async (name: string) =>
      (await noted(name))?.counters.map(({ counter, officeName }) => [counter.officeId, officeName]);
    expect(await linesOf('张敏')).toEqual([['new-office-2', null]]);
    expect(await linesOf('王芳')).toEqual([
      ['new-office-3', '信息中心'],
      ['new-office-4', '后勤科'],
    ]);
  });

  it('is told again on the next morning where the card never arrived, and only then', async () => {
    const { morningOf, chat } = await bureau(aQuotaRow(0, '信息', 2, [...LEGAL, by('信息中心')]));
    chat.fail = ({ to }) => (to === 'ou_张敏' ? REFUSED : undefined);
    await morningOf('2026-04-21');
    chat.fail = () => undefined;
    expect(await morningOf('2026-04-22')).toEqual(['ou_张敏']);
    expect(await morningOf('2026-04-23')).toEqual([]);
  });

  it('of a year is told once, however many months ago that was', async () => {
    const monthly = aQuotaRow(0, '图文解读', 2, LEGAL);
    const rules = monthly.rules.map((rule) => (rule.kind === 'quota' ? { ...rule, per: 'year' as const } : rule));
    const { morningOf } = await bureau({ ...monthly, rules });
    expect(await morningOf('2026-09-02')).toEqual(['ou_张敏']);
    expect(await morningOf('2026-11-10')).toEqual([]);
  });
});

describe('what was returned', () => {
  it('is told no more once it was accepted after all', async () => {
    const { morningOf, returned } = await bureau(aQuotaRow(0, '信息', 0, LEGAL));
    await returned(
      ['return', '2026-03-17T10:00+08:00', '内容不实'],
      ['reopen', '2026-03-17T11:00+08:00'],
      ['accept', '2026-03-17T12:00+08:00'],
    );
    expect(await morningOf('2026-03-19')).toEqual([]);
  });

  it('is told within a month, and no later', async () => {
    const late = await bureau(aQuotaRow(0, '信息', 0, LEGAL));
    await late.returned(['return', '2026-03-17T10:00+08:00', '内容不实']);
    expect(await late.morningOf('2026-04-20')).toEqual([]);
    const inTime = await bureau(aQuotaRow(0, '信息', 0, LEGAL));
    await inTime.returned(['return', '2026-03-20T10:00+08:00', '内容不实']);
    expect(await inTime.morningOf('2026-04-20')).toEqual(['ou_张敏']);
  });

  it('is told with the reason of the last return, and is settled once it waits again', async () => {
    const { morningOf, returned, noted, writes, presses } = await bureau(aQuotaRow(0, '信息', 0, LEGAL));
    await returned(
      ['return', '2026-03-17T10:00+08:00', '内容不实'],
      ['reopen', '2026-03-17T11:00+08:00'],
      ['return', '2026-03-17T12:00+08:00', '链接打不开'],
    );
    await morningOf('2026-03-19');
    expect((await noted('张敏'))?.returned).toMatchObject([{ reason: '链接打不开', settled: false }]);
    await writes('孙静', '审核报送');
    await presses('孙静', 'submissions', { a: 'submissions.reopen', s: 'item', n: 4 });
    expect((await noted('张敏'))?.returned).toMatchObject([{ settled: true }]);
  });
});
