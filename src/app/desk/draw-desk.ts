import { deskCard } from '../../cards/desk/desk-card.ts';
import type { DeskRowView } from '../../cards/desk/desk-view.ts';
import type { FanOutCount } from '../../cards/fan-out/fan-out-link.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import { type WorkingCalendar, workingDaysBetween } from '../../domain/calendar/working-calendar.ts';
import type { CardUi, SentCard } from '../../domain/delivery/message.ts';
import { latestReply } from '../../domain/ledger/decide-reply.ts';
import { DESK_ROWS, deskDecision, isCorrectable, waitsFor } from '../../domain/ledger/desk-queue.ts';
import { eventTitleOf } from '../../domain/ledger/event-clocks.ts';
import { wasLate } from '../../domain/ledger/lights.ts';
import type { Part } from '../../domain/ledger/part.ts';
import { extensionOf, returnsOf, wasHandedOver } from '../../domain/ledger/part-story.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import { signed } from '../card-acts.ts';
import type { FormProblem } from '../card-rows.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { countFanOuts } from '../fan-out/fan-out-counts.ts';
import { deskOwner, loadDesk } from './load-desk.ts';

/** Draws a desk from the ledger as it stands now: the rows that it was filled with, and the counts of everything that waits. */
export async function drawDesk(
  deps: Pick<Deps, 'clock' | 'ledger' | 'directory' | 'settings'>,
  card: SentCard,
  problem?: FormProblem,
): Promise<{ readonly card: CardJson; readonly open: boolean; readonly formOpen: boolean }> {
  const at = deps.clock.now();
  const on = civilDateOf(at);
  const owner = deskOwner(card);
  const [queue, parts, calendar, directory] = await Promise.all([
    loadDesk(deps, owner),
    deps.ledger.findParts({ ids: card.partIds }),
    loadCalendar(deps),
    deps.directory.load(),
  ]);
  const fanOuts = await countFanOuts(deps, directory, parts);
  const byId = new Map(parts.map((part) => [part.id, part]));
  const rows = card.partIds.flatMap((id) => {
    const part = byId.get(id);
    return part && isShown(part) ? [rowOf(part, { ui: card.ui, problem, at, on, calendar, fanOuts, ...owner })] : [];
  });
  const reviews = queue.filter((part) => waitsFor(part) === 'review').length;
  const pages = Math.max(1, Math.ceil(queue.length / DESK_ROWS));
  const json = deskCard({
    cardId: card.id,
    at,
    on,
    counts: { reviews: owner.governing ? reviews : null, requests: queue.length - reviews },
    rows,
    page: { number: Math.min(card.ui.page ?? 1, pages), of: pages },
  });
  return { card: json, open: true, formOpen: rows.some(({ form }) => form !== null) };
}

/** Whether an open form still asks what its part waits for: 退文 of what was reported, 不同意 to a request. */
export function deskFormFits(part: Part, form: CardUi['form']): form is { partId: string; kind: 'return' | 'refuse' } {
  if (form?.partId !== part.id) return false;
  const waits = waitsFor(part);
  return (form.kind === 'return' && waits === 'review') || (form.kind === 'refuse' && waits === 'decision');
}

function isShown(part: Part): boolean {
  return waitsFor(part) !== null || deskDecision(part) !== undefined;
}

interface RowContext {
  readonly ui: CardUi;
  readonly problem: FormProblem | undefined;
  readonly at: Instant;
  readonly on: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly governing: boolean;
  readonly fanOuts: ReadonlyMap<string, FanOutCount>;
}

function rowOf(part: Part, { ui, problem, at, on, calendar, governing, fanOuts }: RowContext): DeskRowView {
  const decision = deskDecision(part);
  const form = deskFormFits(part, ui.form) ? ui.form : null;
  return {
    partId: part.id,
    version: part.version,
    no: part.taskNo,
    text: part.taskText,
    event: eventTitleOf(part),
    officeName: part.officeName,
    dueOn: part.dueOn,
    ...(part.dueAt !== null && { dueAt: part.dueAt }),
    phrase: part.rule.phrase,
    answer: waitsFor(part) === 'review' ? answerOf(part, { on, calendar }) : null,
    others: fanOuts.get(part.id),
    request: part.request && { ...part.request, ...signed(part.request, on) },
    returns: returnsOf(part),
    extensions: extensionOf(part)?.times ?? 0,
    form: form && {
      kind: form.kind,
      error: problem?.error ?? null,
      values: problem?.values ?? { note: '' },
    },
    decision: decision
      ? {
          ...decision,
          ...signed(decision, on),
          state: part.state,
          handedOver: wasHandedOver(part),
          correctable: governing && isCorrectable(part, at),
        }
      : null,
  };
}

function answerOf(
  part: Part,
  { on, calendar }: { readonly on: CivilDate; readonly calendar: WorkingCalendar },
): DeskRowView['answer'] {
  const reply = latestReply(part);
  if (!reply) return null;
  // The proof is often handed in with an earlier answer than the last one.
  const links = part.replies.findLast(({ undoneAt, links: own }) => undoneAt === null && own.length > 0)?.links ?? [];
  return { ...signed(reply, on), note: reply.note, links, workingDaysLate: daysLate(part, calendar) };
}

function daysLate(part: Part, calendar: WorkingCalendar): number {
  return wasLate(part) ? Math.max(1, workingDaysBetween(calendar, part.dueOn, part.closedOn)) : 0;
}
