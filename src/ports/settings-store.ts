import type { CivilDate } from '../domain/calendar/civil-date.ts';
import type { YearArrangement } from '../domain/calendar/year-arrangement.ts';

/** The groups that the bot posts to, and calendars that an administrator loaded. */
export interface SettingsStore {
  groupChat(group: GroupName): Promise<string | null>;
  bindGroup(group: GroupName, chatId: string): Promise<void>;
  importedYears(): Promise<readonly YearArrangement[]>;
  saveYears(years: readonly YearArrangement[]): Promise<void>;
  /** By plan: how far its occurrences are born. */
  birthMarks(): Promise<Readonly<Record<string, BirthMark>>>;
  saveBirthMark(planId: string, mark: BirthMark): Promise<void>;
}

/** Through which day a plan's occurrences are born, from which version and with which offices. */
export interface BirthMark {
  readonly through: CivilDate;
  readonly version: string;
  readonly offices: string;
}

/** `leaders` gets digests; `liaisons` is shared by the liaisons. */
export type GroupName = 'leaders' | 'liaisons';
