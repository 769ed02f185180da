import type { CivilDate, Instant } from '../calendar/civil-date.ts';
import type { OfficeRole } from '../plan/import-report.ts';
import type { Rule } from '../plan/rule.ts';
import type { PartAct, PartRequest } from './part-act.ts';

/**
 * Where an office stands with its part of an occurrence.
 * `open` 待办 · `working` 办理中 · `blocked` 有困难 · `reported` 已报办结 · `signed-off` 销号 · `undated` 待定时限 ·
 * `excused` 不涉及, confirmed, or handed over to another office · `stopped` 误报, its event was none
 */
export type PartState = 'open' | 'working' | 'blocked' | 'reported' | 'signed-off' | 'undated' | 'excused' | 'stopped';

/**
 * What a liaison may answer in a card: 办结, 进展, 有困难; 签收 of what is new; of a duty without an end 有更新 or 无变化 once a
 * cadence.
 */
export type ReplyState = 'done' | 'progress' | 'trouble' | 'acknowledged' | 'updated' | 'unchanged';

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
  readonly occurrenceId: string;
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
  /** The day of that event. */
  readonly eventOn: CivilDate | null;
  /** Its moment, of an hour clock. */
  readonly eventAt: Instant | null;
  readonly dueOn: CivilDate | null;
  /** The moment an hour clock ends, 24×7; `dueOn` is its day. */
  readonly dueAt: Instant | null;
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
  /** What the office has asked for and nobody has decided yet; the office stays on the hook meanwhile. */
  readonly request: PartRequest | null;
  /** 稍后提醒: says nothing before this day. */
  readonly snoozedUntil: CivilDate | null;
  /** 暂停: says nothing before this day, and is not late meanwhile. */
  readonly pausedUntil: CivilDate | null;
  /** Since when there is something that its office has not been told yet: 退文, 批示, 催办, a new date; or null. */
  readonly newsOn: CivilDate | null;
  /** The highest step of the escalation ladder that was told, from 1; 0 none. */
  readonly escalated: number;
  /** Oldest first. */
  readonly replies: readonly Reply[];
  /** What others did about it, and what the office asked for. Oldest first. */
  readonly acts: readonly PartAct[];
}
