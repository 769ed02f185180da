import type { CivilDate, Instant } from '../calendar/civil-date.ts';
import type { OfficeRole } from '../plan/import-report.ts';
import type { Rule } from '../plan/rule.ts';

/**
 * Where an office stands with its part of an occurrence.
 * `open` 待办 · `working` 办理中 · `blocked` 有困难 · `reported` 已报办结 · `signed-off` 销号 · `undated` 待定时限
 */
export type PartState = 'open' | 'working' | 'blocked' | 'reported' | 'signed-off' | 'undated';

/** What a liaison may answer in a card: 办结, 进展, 有困难. */
export type ReplyState = 'done' | 'progress' | 'trouble';

export interface Reply {
  readonly id: string;
  readonly at: Instant;
  readonly personId: string;
  readonly personName: string;
  readonly state: ReplyState;
  /** One sentence of the person's, unescaped; empty where none was asked. */
  readonly note: string;
  readonly links: readonly string[];
  /** 0–100, or null where the person did not choose one. */
  readonly percent: number | null;
  /** Who is needed, in the person's words; only with `trouble`. */
  readonly helpFrom: string | null;
  /** Where the part stood before, so that an undo can put it back. */
  readonly before: { readonly state: PartState; readonly percent: number | null };
  readonly undoneAt: Instant | null;
}

/** One office's part of one occurrence of one rule of one row: the thing that is reminded, answered and counted (件). */
export interface Part {
  readonly id: string;
  readonly planId: string;
  readonly taskId: string;
  readonly taskNo: string | null;
  readonly taskText: string;
  readonly area: readonly string[];
  /** Position of the row in its plan, for sorting. */
  readonly taskOrder: number;
  /** Name of the row's first lead office, or null where the plan names none. */
  readonly leadOffice: string | null;
  readonly officeId: string;
  readonly officeName: string;
  readonly role: OfficeRole;
  readonly rule: Rule;
  /** `2017-11`, `2017-Q4` …, or null where the rule does not repeat. */
  readonly period: string | null;
  /** Title of the registered event that started the clock, or null. */
  readonly event: string | null;
  readonly dueOn: CivilDate | null;
  /** The due date was counted in a year whose holidays are not announced yet. */
  readonly provisional: boolean;
  /** The due date was over when the plan was issued: asked about once, never chased. A new date makes it an ordinary part. */
  readonly pastAtBirth: boolean;
  /** A later version of the plan dropped it; it is kept for its history. */
  readonly cancelled?: true;
  /** A later version left out its row or gave it another date: what was reported stands, and nothing can be opened again. */
  readonly outdated?: true;
  readonly state: PartState;
  readonly percent: number | null;
  /** Grows by one with every change; a button carries the version it was drawn with. */
  readonly version: number;
  /** The day on which a reminder of this part was last queued. */
  readonly remindedOn: CivilDate | null;
  /** The day it was reported done and is still so. */
  readonly closedOn: CivilDate | null;
  /** Oldest first. */
  readonly replies: readonly Reply[];
}
