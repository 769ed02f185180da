import type { YearArrangement } from '../../domain/calendar/year-arrangement.ts';
import type { GroupName, SettingsStore } from '../../ports/settings-store.ts';
import { fromJson, toJson } from './columns.ts';
import type { Database } from './database.ts';

export class PrismaSettingsStore implements SettingsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async groupChat(group: GroupName): Promise<string | null> {
    const row = await this.#database.read((queries) => queries.setting.findUnique({ where: { key: keyOf(group) } }));
    return row?.value ?? null;
  }

  async bindGroup(group: GroupName, chatId: string): Promise<void> {
    const key = keyOf(group);
    await this.#database.write((queries) =>
      queries.setting.upsert({ where: { key }, create: { key, value: chatId }, update: { value: chatId } }),
    );
  }

  async importedYears(): Promise<readonly YearArrangement[]> {
    const rows = await this.#database.read((queries) => queries.calendarYear.findMany({ orderBy: { year: 'asc' } }));
    return rows.map(({ body }) => fromJson<YearArrangement>(body));
  }

  async saveYears(years: readonly YearArrangement[]): Promise<void> {
    await this.#database.write(async (queries) => {
      for (const arrangement of years) {
        const { year } = arrangement;
        const body = toJson(arrangement);
        await queries.calendarYear.upsert({ where: { year }, create: { year, body }, update: { body } });
      }
    });
  }
}

function keyOf(group: GroupName): string {
  return `group.${group}`;
}
