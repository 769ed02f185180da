import { describe, expect, it } from 'vitest';
import { PrismaScheduleStore } from '../../src/adapters/prisma/prisma-schedule-store.ts';
import { PrismaSettingsStore } from '../../src/adapters/prisma/prisma-settings-store.ts';
import { addMs, civil } from '../../src/domain/calendar/civil-date.ts';
import { YEAR_2026 } from '../../src/domain/calendar/years/2026.ts';
import { NOW } from '../support/stored-plan.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();

const slot = { schedule: 'morning-cards' as const, on: civil('2017-12-18'), at: NOW };
const MINUTE = 60_000;

describe('schedules', () => {
  it('exist from the first start: cards every working day, digests once a week, summaries once a month', async () => {
    const schedules = new PrismaScheduleStore(await databases.open());
    expect(await schedules.list()).toEqual([
      { name: 'monthly-summary', days: 'month-closed', at: '09:00', windowEnds: '17:30', pausedUntil: null },
      { name: 'morning-cards', days: 'working-day', at: '09:00', windowEnds: '17:30', pausedUntil: null },
      { name: 'weekly-digest', days: 'week-start', at: '09:00', windowEnds: '17:30', pausedUntil: null },
    ]);
    expect(await schedules.lastSlots()).toEqual([]);
  });

  it('give a day to one program only', async () => {
    const database = await databases.open();
    const one = new PrismaScheduleStore(database);
    const two = new PrismaScheduleStore(await databases.open(`file:${database.file}`));
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? one : two).claimSlot(slot)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    await one.finishSlot(slot, { queued: 41 });
    expect(await two.claimSlot({ ...slot, at: addMs(NOW, 60 * MINUTE) })).toBe(false);
    expect(await two.lastSlots()).toEqual([
      { schedule: 'morning-cards', on: slot.on, outcome: 'done', startedAt: NOW, report: { queued: 41 } },
    ]);
  });

  it('give a day again after half a minute where the program died in it', async () => {
    const schedules = new PrismaScheduleStore(await databases.open());
    expect(await schedules.claimSlot(slot)).toBe(true);
    expect(await schedules.claimSlot({ ...slot, at: addMs(NOW, 30_000 - 1) })).toBe(false);
    expect(await schedules.claimSlot({ ...slot, at: addMs(NOW, 30_000) })).toBe(true);
    expect(await schedules.claimSlot({ ...slot, at: addMs(NOW, 31_000) })).toBe(false);
  });

  it('keep a skipped day with its reason and do not overwrite a day that ran', async () => {
    const schedules = new PrismaScheduleStore(await databases.open());
    await schedules.claimSlot(slot);
    await schedules.finishSlot(slot, {});
    await schedules.skipSlot(slot, '当日停机');
    await schedules.skipSlot({ ...slot, on: civil('2017-12-19') }, '当日停机');
    expect(await schedules.lastSlots()).toMatchObject([
      { on: '2017-12-19', outcome: 'skipped', report: { reason: '当日停机' } },
    ]);
    expect(await schedules.claimSlot({ ...slot, on: civil('2017-12-19') })).toBe(false);
  });
});

describe('settings', () => {
  it('remember which group is which, the last word counts', async () => {
    const settings = new PrismaSettingsStore(await databases.open());
    expect(await settings.groupChat('leaders')).toBeNull();
    await settings.bindGroup('leaders', 'oc_1');
    await settings.bindGroup('leaders', 'oc_2');
    await settings.bindGroup('liaisons', 'oc_3');
    expect([await settings.groupChat('leaders'), await settings.groupChat('liaisons')]).toEqual(['oc_2', 'oc_3']);
  });

  it('keep a calendar that was loaded; loading a year again replaces it', async () => {
    const settings = new PrismaSettingsStore(await databases.open());
    await settings.saveYears([{ ...YEAR_2026, year: 2027 }, YEAR_2026]);
    await settings.saveYears([{ ...YEAR_2026, notice: '更正' }]);
    expect(await settings.importedYears()).toEqual([
      { ...YEAR_2026, notice: '更正' },
      { ...YEAR_2026, year: 2027 },
    ]);
  });
});
