import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/adapters/prisma/database.ts';
import { RememberedDirectory } from '../../src/adapters/prisma/remembered-directory.ts';
import { civil } from '../../src/domain/calendar/civil-date.ts';
import { anOffice, aPerson, directoryStoreOn, NOW } from '../support/stored-plan.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();
const clock = { now: () => NOW };

async function begin() {
  const database = await databases.open();
  const directory = new RememberedDirectory(directoryStoreOn(database), { database, clock });
  await directory.save([anOffice('教育局', { people: [aPerson('张敏', { openId: 'ou_1' })] })], []);
  const zhang = async () => (await directory.load()).people[0];
  return { database, directory, zhang };
}

describe('the directory that a process keeps', () => {
  it('is read once while nothing changes', async () => {
    const { directory } = await begin();
    expect(await directory.load()).toBe(await directory.load());
  });

  it('is read again after each change of its own', async () => {
    const { directory, zhang } = await begin();
    await zhang();
    await directory.setUnreachable('person-1', civil('2017-12-18'));
    expect(await zhang()).toMatchObject({ unreachableOn: '2017-12-18' });
    await directory.setActive('person-1', false);
    expect(await zhang()).toMatchObject({ active: false });
  });

  it('is read again when another process has changed it', async () => {
    const { database, zhang } = await begin();
    await zhang();
    const other = await openDatabase(`file:${database.file}`);
    await directoryStoreOn(other).setActive('person-1', false);
    await other.close();
    expect(await zhang()).toMatchObject({ active: false });
  });
});
