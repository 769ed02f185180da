import { describe, expect, it } from 'vitest';
import { aDirectory } from '../../../tests/support/parts.ts';
import { quotaOffice } from '../../../tests/support/quota-office.ts';
import { aSubmission } from '../../../tests/support/quotas.ts';
import { tempDatabases } from '../../../tests/support/temp-database.ts';
import { instantOf } from '../../domain/calendar/civil-date.ts';
import { approversOf } from './approvers.ts';
import { runMonthly } from './run-monthly.ts';

const databases = tempDatabases();

/** March is closed: 法规科 had two items accepted, the draft of the month waits for 孙静 and 赵磊. */
async function drafted() {
  const office = await quotaOffice(await databases.open(), '2026-04-07T09:00:00+08:00');
  const { deps, clock, deliver } = office;
  const done = [['accept', '2026-03-18T10:00+08:00']] as const;
  const newSubmissions = [
    aSubmission('2026-03-16', { id: 'one', officeId: 'new-office-2', done }),
    aSubmission('2026-03-17', { id: 'two', officeId: 'new-office-2', done }),
  ];
  await deps.ledger.commit({ at: instantOf('2026-03-18T10:00+08:00'), newSubmissions, audit: [] });
  await deps.settings.bindGroup('leaders', 'oc_leaders');
  const morningOf = async (day: string) => {
    clock.moveTo(instantOf(`${day}T09:00:00+08:00`));
    const report = await runMonthly(deps);
    await deliver();
    return report;
  };
  /** A press on the newest summary that somebody was sent. */
  const presses = async (name: string, a: string, form = {}) => {
    const { subject } = await office.cardOf(name, 'monthly');
    return office.presses(name, 'monthly', { a: `summary.${a}`, s: subject }, { form });
  };
  const decide = (s: string, n: number, a: string) =>
    office.presses('孙静', 'submissions', { a: `submissions.${a}`, s, n }, { form: { reasons: ['untrue'] } });
  const inGroup = () => office.chat.calls.filter(({ to }) => to === 'oc_leaders').length;
  const summaries = async () =>
    (await deps.quotas.findSummaries('2026-03')).map(({ isCorrection, state }) => `${isCorrection} ${state}`);
  await office.writes('孙静', '审核报送');
  const report = await morningOf('2026-04-07');
  return { ...office, morningOf, presses, decide, inGroup, summaries, report };
}

describe('the summary of a month', () => {
  it('is drafted once, for all who approve, and not again while it waits or after it was posted', async () => {
    const { report, morningOf, presses, summaries, audited } = await drafted();
    expect(report).toMatchObject({ queued: 2, why: null });
    expect(await morningOf('2026-04-08')).toMatchObject({ queued: 0, why: 'drafted-before', corrections: 0 });
    await presses('赵磊', 'approve');
    expect(await morningOf('2026-04-09')).toMatchObject({ queued: 0, why: 'drafted-before', corrections: 0 });
    expect(await summaries()).toEqual(['false posted']);
    const rows = (await audited()).filter(({ action }) => action.startsWith('summary'));
    expect(rows.map(({ action, detail }) => [action, JSON.parse(detail)])).toMatchObject([
      ['summary.drafted', { month: '2026-03', isCorrection: false, approvers: 2 }],
      ['summary.posted', { month: '2026-03', isCorrection: false }],
    ]);
  });

  it('goes to the group once where two approve at the same moment, and one hears that it was decided', async () => {
    const { presses, inGroup, summaries, meet } = await drafted();
    meet(2);
    const answers = await Promise.all([presses('赵磊', 'approve'), presses('孙静', 'approve')]);
    expect(answers.filter(({ toast }) => toast?.includes('无需再点'))).toHaveLength(1);
    expect(await summaries()).toEqual(['false posted']);
    expect(inGroup()).toBe(1);
  });

  it('is told to the other approvers, and answered on the card that was pressed', async () => {
    const { presses, chat, cardOf, shows } = await drafted();
    const seen = chat.calls.length;
    await presses('赵磊', 'approve');
    const other = await cardOf('孙静', 'monthly');
    const to = chat.calls.slice(seen).map((call) => call.to);
    expect(to).toHaveLength(2);
    expect(new Set(to)).toEqual(new Set(['oc_leaders', other.messageId]));
    expect(await shows('孙静', 'monthly')).toContain('赵磊 4月7日 09:00 同意发布');
  });

  it('that was decided closes the form of 不发 on the cards of the others', async () => {
    const { presses, shows } = await drafted();
    await presses('孙静', 'write');
    expect(await shows('孙静', 'monthly')).toContain('summary.drop');
    await presses('赵磊', 'approve');
    expect(await shows('孙静', 'monthly')).not.toContain('summary.drop');
  });

  it('is asked of nobody who has left', () => {
    const posts = {
      办公室: {
        posts: [
          ['governing', '孙静'],
          ['top-leader', '局长'],
          ['supervisor', '纪检员'],
        ],
      },
    } as const;
    expect(approversOf(aDirectory(posts, ['孙静'])).map(({ name }) => name)).toEqual(['局长']);
  });

  it('that was refused and drafted anew offers no third draft on the card of the first', async () => {
    const { presses, chat, cardOf, summaries } = await drafted();
    const first = await cardOf('孙静', 'monthly');
    await presses('孙静', 'drop', { reason: '待核' });
    await presses('赵磊', 'redraft');
    const drawn = chat.calls.findLast(({ kind, to }) => kind === 'patch' && to === first.messageId);
    expect(JSON.stringify(drawn?.content)).toContain('此后已另拟新稿');
    expect(await summaries()).toEqual(['false dropped', 'false draft']);
  });
});

describe('a correction of what was posted', () => {
  /** After the summary was posted, one of the items turned out to be wrong. */
  async function corrected() {
    const office = await drafted();
    await office.presses('赵磊', 'approve');
    office.clock.moveTo(instantOf('2026-04-07T15:00:00+08:00'));
    await office.decide('one', 2, 'reopen');
    await office.decide('one', 3, 'return');
    return office;
  }

  it('is drafted on the next morning, once, and anew where more has changed by the one after', async () => {
    const { morningOf, decide, summaries, shows } = await corrected();
    expect(await morningOf('2026-04-08')).toMatchObject({ corrections: 1 });
    expect(await shows('赵磊', 'monthly')).toContain('由 2 改为 1');
    expect(await morningOf('2026-04-09')).toMatchObject({ corrections: 0 });
    await decide('two', 2, 'reopen');
    await decide('two', 3, 'return');
    expect(await morningOf('2026-04-10')).toMatchObject({ corrections: 1 });
    expect(await summaries()).toEqual(['false posted', 'true dropped', 'true draft']);
    expect(await shows('赵磊', 'monthly')).toContain('由 2 改为 0');
  });

  it('is dropped where the numbers are again what was posted, and can be approved no more', async () => {
    const { morningOf, decide, presses, inGroup, summaries, audited, shows } = await corrected();
    await morningOf('2026-04-08');
    await decide('one', 4, 'reopen');
    await decide('one', 5, 'accept');
    expect(await morningOf('2026-04-09')).toMatchObject({ corrections: 0 });
    expect(await summaries()).toEqual(['false posted', 'true dropped']);
    expect((await audited()).at(-1)).toMatchObject({ action: 'summary.dropped' });
    expect(await shows('赵磊', 'monthly')).not.toContain('"a":"summary.approve"');
    expect((await presses('赵磊', 'approve')).card).not.toContain('"a":"summary.approve"');
    expect(inGroup()).toBe(1);
  });

  it('that was refused is drafted anew as a correction', async () => {
    const { morningOf, presses, summaries } = await corrected();
    await morningOf('2026-04-08');
    await presses('孙静', 'drop', { reason: '待核' });
    await presses('赵磊', 'redraft');
    expect(await summaries()).toEqual(['false posted', 'true dropped', 'true draft']);
  });

  it('is posted beside the summary, each of several', async () => {
    const { morningOf, presses, decide, inGroup, shows } = await corrected();
    await morningOf('2026-04-08');
    await presses('赵磊', 'approve');
    expect(inGroup()).toBe(2);
    await decide('two', 2, 'reopen');
    await decide('two', 3, 'return');
    await morningOf('2026-04-09');
    // From what was posted last.
    expect(await shows('赵磊', 'monthly')).toContain('由 1 改为 0');
    await presses('赵磊', 'approve');
    expect(inGroup()).toBe(3);
  });
});
