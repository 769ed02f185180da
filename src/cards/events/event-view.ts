import type { CivilDate, Instant } from '../../domain/calendar/civil-date.ts';
import type { CountedDay } from '../../domain/calendar/count-days.ts';
import type { ClockRule } from '../../domain/ledger/event-clocks.ts';
import type { EventValues } from './event-form.ts';

/** A row that waits for events: texts as people wrote them. */
export interface EventRowView {
  /** The id of what starts it, for the button. */
  readonly id: string;
  readonly no: string | null;
  readonly text: string;
  readonly event: string;
  readonly rules: readonly ClockRule[];
}

/** The card of 登记触发, in one of its four looks. */
export type EventCardView = { readonly cardId: string; readonly today: CivilDate } & (
  | { readonly look: 'list'; readonly rows: readonly EventRowView[]; readonly page: number; readonly pages: number }
  | {
      readonly look: 'form';
      readonly row: EventRowView;
      readonly byHour: boolean;
      readonly form: EventFormView;
      readonly back: boolean;
    }
  | { readonly look: 'event'; readonly event: EventView; readonly correction: EventFormView | null }
  | { readonly look: 'gone' }
);

export interface EventFormView {
  readonly values: EventValues;
  readonly error: string | null;
  /** What 责任处室 offers; empty: nothing to choose. */
  readonly offices: readonly { readonly value: string; readonly text: string }[];
}

/** A registered event. */
export interface EventView {
  readonly eventId: string;
  readonly title: string;
  readonly no: string | null;
  readonly text: string;
  readonly byHour: boolean;
  readonly clocks: readonly {
    readonly rule: ClockRule;
    readonly eventOn: CivilDate;
    readonly eventAt: Instant | null;
    readonly dueOn: CivilDate;
    readonly dueAt: Instant | null;
    readonly provisional: boolean;
    readonly days: readonly CountedDay[];
    /** `法规科（待办）`, in the directory's order. */
    readonly offices: readonly { readonly name: string; readonly state: string; readonly open: boolean }[];
  }[];
  /** Anything that can still be corrected or stopped. */
  readonly open: boolean;
  readonly stopped: boolean;
  /** It was stopped within a day, and the person may take that back. */
  readonly reopenable: boolean;
  /** Date corrections, oldest first: who, when, and the date that held before. */
  readonly corrections: readonly { readonly personName: string; readonly at: Instant; readonly note: string }[];
}

/** An hour clock on one person's card. */
export interface ClockCardView {
  readonly cardId: string;
  readonly eventId: string;
  readonly title: string;
  readonly text: string;
  readonly now: Instant;
  readonly milestones: readonly {
    readonly rule: ClockRule;
    readonly eventAt: Instant;
    readonly dueAt: Instant;
    readonly parts: readonly ClockPartView[];
  }[];
  /** The person may call it off. */
  readonly stoppable: boolean;
  /** It was called off within a day, and the person may take that back. */
  readonly reopenable: boolean;
}

export interface ClockPartView {
  readonly partId: string;
  readonly version: number;
  readonly officeName: string;
  readonly state: 'open' | 'done' | 'stopped' | 'excused';
  /** How it was closed. */
  readonly done: {
    readonly replyId: string;
    readonly personName: string;
    readonly at: Instant;
    readonly link: string | null;
    readonly undoable: boolean;
  } | null;
  /** The person closes it: with what was typed and what is wrong with it. */
  readonly form: { readonly link: string; readonly error: string | null } | null;
}
