import { type AskKind, NO_ACTS, type RowActs, type Signature } from '../cards/row-acts-view.ts';
import { type CivilDate, civilDateOf, type Instant } from '../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import type { CardUi, PartForm } from '../domain/delivery/message.ts';
import { latestSnoozeDay } from '../domain/ledger/decide-act.ts';
import type { Part } from '../domain/ledger/part.ts';
import {
  choicesOf,
  closingAct,
  extensionOf,
  returnsOf,
  unansweredActs,
  wasHandedOver,
} from '../domain/ledger/part-story.ts';
import { proofOf } from '../domain/ledger/proof.ts';
import { isClosed } from '../domain/reminders/urgency.ts';
import type { FormProblem } from './card-rows.ts';

/** A form as it opens. */
export const NOTHING_TYPED: FormProblem['values'] = { percent: null, note: '', link: '', helpFrom: '', date: '' };

/** What a row shows besides its office's answers. */
export function actsOf(
  part: Part,
  context: {
    readonly ui: CardUi;
    readonly now: Instant;
    readonly calendar: WorkingCalendar;
    readonly problem: FormProblem | undefined;
    readonly offices: readonly { readonly id: string; readonly name: string }[];
  },
): RowActs {
  const { now } = context;
  const today = civilDateOf(now);
  const closing = closingAct(part);
  const extension = extensionOf(part);
  if (isClosed(part)) {
    return { ...NO_ACTS, closedBy: closing ? { ...signed(closing, today), handedOver: wasHandedOver(part) } : null };
  }
  return {
    choices: choicesOf(part, today),
    request: part.request && { ...part.request, ...signed(part.request, today) },
    said: unansweredActs(part).map((act) => ({ ...act, ...signed(act, today) })),
    returns: returnsOf(part),
    pausedUntil: laterThan(part.pausedUntil, today),
    snoozedUntil: laterThan(part.snoozedUntil, today),
    extension: extension ? { from: extension.from, times: extension.times, by: signed(extension.last, today) } : null,
    closedBy: null,
    proof: proofOf(part),
    ask: askOf(part, { ...context, today }),
  };
}

/** The form of a request that is open on a card and still asks something. */
export function openAsk(part: Part, { form }: CardUi): AskKind | null {
  if (form?.partId !== part.id || isClosed(part)) return null;
  if (!isAsk(form.kind)) return null;
  switch (form.kind) {
    case 'proof':
      return proofOf(part) === null ? null : form.kind;
    case 'snooze':
      return form.kind;
    case 'extension':
    case 'excuse':
    case 'transfer':
      return part.request === null ? form.kind : null;
  }
}

function askOf(
  part: Part,
  { ui, problem, offices, today, calendar }: Parameters<typeof actsOf>[1] & { readonly today: CivilDate },
): RowActs['ask'] {
  const kind = openAsk(part, ui);
  return (
    kind && {
      kind,
      error: problem?.error ?? null,
      values: problem?.values ?? NOTHING_TYPED,
      offices: kind === 'transfer' ? offices.filter(({ id }) => id !== part.officeId) : [],
      proof: kind === 'proof' ? proofOf(part) : null,
      until: kind === 'snooze' ? latestSnoozeDay(part, today, calendar) : null,
    }
  );
}

const ASKS: readonly PartForm[] = ['extension', 'excuse', 'transfer', 'snooze', 'proof'];

function isAsk(kind: PartForm): kind is AskKind {
  return ASKS.includes(kind);
}

function laterThan(day: CivilDate | null, today: CivilDate): CivilDate | null {
  return day !== null && day > today ? day : null;
}

/** Who, and when; the day only where it is not the day of reading. */
export function signed({ personName, at }: { personName: string; at: Instant }, today: CivilDate): Signature {
  const on = civilDateOf(at);
  return { personName, at, onOtherDay: on === today ? null : on };
}
