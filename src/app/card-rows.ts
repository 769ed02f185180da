import type { FanOutCount } from '../cards/fan-out/fan-out-link.ts';
import type { RowView } from '../cards/morning-view.ts';
import { civilDateOf, type Instant } from '../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import { isAnswerForm, type SentCard } from '../domain/delivery/message.ts';
import { decideUndo, isClosable, latestReply } from '../domain/ledger/decide-reply.ts';
import { eventTitleOf } from '../domain/ledger/event-clocks.ts';
import type { Part } from '../domain/ledger/part.ts';
import { isClosed, isSoft, workingDaysLeft } from '../domain/reminders/urgency.ts';
import { formFits } from './answerable-part.ts';
import { actsOf, NOTHING_TYPED, openAsk } from './card-acts.ts';

/** What a liaison typed before the form was refused, and why. */
export interface FormProblem {
  readonly error: string;
  readonly values: NonNullable<RowView['form']>['values'];
}

/** What a row needs to know about the card it stands on. */
export interface RowContext {
  readonly card: SentCard;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly problem: FormProblem | undefined;
  /** Rows name their office only where the person answers for several. */
  readonly manyOffices: boolean;
  /** By part id, of the rows that the person's office leads. */
  readonly fanOuts?: ReadonlyMap<string, FanOutCount>;
  /** Every office, for 转交. */
  readonly offices?: readonly { readonly id: string; readonly name: string }[];
}

/** A part as a row of a card. */
export function rowOf(
  part: Part,
  { card, now, calendar, problem, manyOffices, fanOuts, offices = [] }: RowContext,
): RowView {
  const today = civilDateOf(now);
  const form = openForm(part, card);
  return {
    partId: part.id,
    version: part.version,
    no: part.taskNo,
    text: part.taskText,
    event: eventTitleOf(part),
    officeName: manyOffices ? part.officeName : null,
    leadOffice: part.role === 'lead' ? null : part.leadOffice,
    dueOn: part.dueOn,
    ...(part.dueAt !== null && { dueAt: part.dueAt }),
    ...(isSoft(part) && { neverLate: part.rule.kind === 'from' ? ('from' as const) : ('target' as const) }),
    phrase: part.rule.phrase,
    closable: isClosable(part),
    provisional: part.provisional,
    pastAtBirth: part.pastAtBirth,
    closedOn: part.closedOn,
    workingDays: part.dueOn === null ? 0 : workingDaysLeft(part.dueOn, today, calendar),
    state: part.state,
    percent: part.percent,
    lastReply: replyOf(part, now),
    form: form && {
      kind: form.kind,
      error: problem?.error ?? null,
      values: problem?.values ?? NOTHING_TYPED,
    },
    fanOut: fanOuts?.get(part.id) ?? null,
    acts: actsOf(part, { ui: card.ui, now, calendar, problem, offices }),
  };
}

/** Whether a card shows an open form of the part: somebody may be typing in it. */
export function showsForm(part: Part, card: SentCard): boolean {
  return openForm(part, card) !== null || openAsk(part, card.ui) !== null;
}

/** A form that has been overtaken (answered, or given a new date by somebody else) is not drawn any more. */
function openForm(part: Part, { ui: { form } }: SentCard) {
  if (form?.partId !== part.id || isClosed(part) || !isAnswerForm(form.kind) || !formFits(part, form)) return null;
  return { kind: form.kind };
}

function replyOf(part: Part, now: Instant): RowView['lastReply'] {
  const reply = latestReply(part);
  if (!reply) return null;
  const repliedOn = civilDateOf(reply.at);
  const { id, personName, at, state, note, helpFrom } = reply;
  return {
    id,
    personName,
    at,
    state,
    note,
    helpFrom,
    onOtherDay: repliedOn === civilDateOf(now) ? null : repliedOn,
    undoable: decideUndo(part, id, now).ok,
  };
}
