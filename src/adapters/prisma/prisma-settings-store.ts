import type { YearArrangement } from '../../domain/calendar/year-arrangement.ts';
import type { BirthMark, GroupName, SettingsStore } from '../../ports/settings-store.ts';
import { fromJson, toJson } from './columns.ts';
import type { Database } from './database.ts';

export class PrismaSettingsStore implements SettingsStore {
  readonly #database: Database;
  #saves = 0;
  #kept: { readonly mark: string; readonly years: readonly YearArrangement[] } | undefined;

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

  /** Kept while nothing has changed: every card counts working days. */
  async importedYears(): Promise<readonly YearArrangement[]> {
    const mark = `${await this.#database.dataVersion()} ${this.#saves}`;
    if (this.#kept?.mark !== mark) this.#kept = { mark, years: await this.#loadYears() };
    return this.#kept.years;
  }

  async #loadYears(): Promise<readonly YearArrangement[]> {
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
    this.#saves += 1;
  }

  async birthMarks(): Promise<Readonly<Record<string, BirthMark>>> {
    const where = { key: { startsWith: BORN } };
    const rows = await this.#database.read((queries) => queries.setting.findMany({ where }));
    return Object.fromEntries(rows.map(({ key, value }) => [key.slice(BORN.length), fromJson<BirthMark>(value)]));
  }

  async saveBirthMark(planId: string, mark: BirthMark): Promise<void> {
    const key = `${BORN}${planId}`;
    const value = toJson(mark);
    await this.#database.write((queries) =>
      queries.setting.upsert({ where: { key }, create: { key, value }, update: { value } }),
    );
  }
}

const BORN = 'born.';

function keyOf(group: GroupName): string {
  return `group.${group}`;
}
