import { describe, expect, it } from 'vitest';
import { appOnPlan } from '../../tests/support/app-on-store.ts';
import { anOccurrenceDue } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import type { Deps } from '../app/deps.ts';
import { addMs, civil, instantOf } from '../domain/calendar/civil-date.ts';
import { BugError } from '../domain/invariant.ts';
import { runDueSlots } from './run-due-slots.ts';

const databases = tempDatabases();

const at = (text: string) => instantOf(`${text.replace(' ', 'T')}+08:00`);

/** One overdue part of 张敏, on Monday 2017-12-18. */
async function begin(moment: string) {
  const database = await databases.open();
  const app = await appOnPlan(database, '2017-12-18T08:00:00+08:00');
  await app.deps.settings.bindGroup('leaders', 'oc_leaders');
  await app.deps.ledger.commit({
    at: app.clock.now(),
    occurrences: [anOccurrenceDue(1, '2017-12-15', { key: 'once' })],
    audit: [],
  });
  app.clock.moveTo(at(moment));
  const slots = () => database.read((queries) => queries.scheduleSlot.findMany({ orderBy: [{ on: 'asc' }] }));
  const queued = async () => (await app.deps.outbox.summary()).queued;
  return { ...app, database, slots, queued };
}

/** The directory cannot be read until `mended()` is called. */
function broken(deps: Deps): { readonly deps: Deps; mended(): void } {
  let isBroken = true;
  const load = () => (isBroken ? Promise.reject(new BugError('broken')) : deps.directory.load());
  const directory = Object.assign(Object.create(deps.directory), { load });
  return {
    deps: { ...deps, directory },
    mended: () => {
      isBroken = false;
    },
  };
}

describe('the schedules of a day', () => {
  it('run once, whoever asks how often', async () => {
    const { deps, clock, queued, slots } = await begin('2017-12-18 09:00');
    await Promise.all([runDueSlots(deps), runDueSlots(deps)]);
    clock.moveTo(at('2017-12-18 15:00'));
    await runDueSlots(deps);
    expect(await queued()).toBe(2);
    expect((await slots()).map(({ scheduleName, outcome }) => `${scheduleName} ${outcome}`).sort()).toEqual([
      'morning-cards done',
      'weekly-digest done',
    ]);
  });

  it('report what they did', async () => {
    const { deps, slots } = await begin('2017-12-18 12:00');
    await runDueSlots(deps);
    const [cards] = (await slots()).filter(({ scheduleName }) => scheduleName === 'morning-cards');
    expect(JSON.parse(cards?.report ?? '')).toEqual({
      queued: 1,
      people: 1,
      silent: 0,
      cards: 1,
      merged: 0,
      withheld: 0,
      caughtUp: true,
    });
  });

  it('are skipped after the window, with the reason, and the next morning tells the same', async () => {
    const { deps, clock, queued, slots } = await begin('2017-12-18 18:00');
    await runDueSlots(deps);
    expect(await queued()).toBe(0);
    expect((await slots()).map(({ report }) => report)).toContain('{"reason":"window-over"}');
    clock.moveTo(at('2017-12-19 09:00'));
    await runDueSlots(deps);
    expect(await queued()).toBe(1);
  });
});

describe('a run whose process died', () => {
  it('is taken again after half a minute, and the morning is caught up', async () => {
    const { deps, clock, queued } = await begin('2017-12-18 09:00');
    await deps.schedules.claimSlot({ schedule: 'morning-cards', on: civil('2017-12-18'), at: clock.now() });
    await deps.schedules.claimSlot({ schedule: 'weekly-digest', on: civil('2017-12-18'), at: clock.now() });
    clock.moveTo(addMs(clock.now(), 29_000));
    await runDueSlots(deps);
    expect(await queued()).toBe(0);
    clock.moveTo(addMs(clock.now(), 1_000));
    await runDueSlots(deps);
    expect(await queued()).toBe(2);
  });

  it('and came back another day is on record as missed, like the days after it', async () => {
    const { deps, clock, slots } = await begin('2017-12-18 09:00');
    await deps.schedules.claimSlot({ schedule: 'morning-cards', on: civil('2017-12-18'), at: clock.now() });
    clock.moveTo(at('2017-12-20 09:00'));
    await runDueSlots(deps);
    const cards = (await slots()).filter(({ scheduleName }) => scheduleName === 'morning-cards');
    expect(cards.map(({ on, outcome }) => `${on} ${outcome}`)).toEqual([
      '2017-12-18 skipped',
      '2017-12-19 skipped',
      '2017-12-20 done',
    ]);
  });
});

describe('a run that fails', () => {
  it('says which schedule, is in the way of nothing, and is tried again in half a minute', async () => {
    const { deps, clock, log, queued } = await begin('2017-12-18 09:00');
    const trouble = broken(deps);
    await runDueSlots(trouble.deps);
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ schedule: 'morning-cards' }) }),
    );
    trouble.mended();
    await runDueSlots(trouble.deps);
    expect(await queued()).toBe(0);
    clock.moveTo(addMs(clock.now(), 30_000));
    await runDueSlots(trouble.deps);
    expect(await queued()).toBe(2);
  });
});
