import type { YearArrangement } from '../domain/calendar/year-arrangement.ts';

/** The groups that the bot posts to, and calendars that an administrator loaded. */
export interface SettingsStore {
  groupChat(group: GroupName): Promise<string | null>;
  bindGroup(group: GroupName, chatId: string): Promise<void>;
  importedYears(): Promise<readonly YearArrangement[]>;
  saveYears(years: readonly YearArrangement[]): Promise<void>;
}

/** `leaders` gets digests; `liaisons` is shared by the liaisons. */
export type GroupName = 'leaders' | 'liaisons';
