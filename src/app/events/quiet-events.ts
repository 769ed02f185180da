import { addMonths, type CivilDate } from '../../domain/calendar/civil-date.ts';
import { monthOfDay } from '../../domain/calendar/month.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { groupBy } from '../../domain/group-by.ts';
import { type QuietEvent, quietEvents, wasRegistered } from '../../domain/ledger/quiet-events.ts';
import type { Deps } from '../deps.ts';

/** The cards of a month that tell or ask a person something that is said once in a period: 本月有无新的……, and how far 报送 is. */
export function tellingSubject(personId: string, on: CivilDate): string {
  return `quiet:${personId}:${monthOfDay(on)}`;
}

/** By person, what their card of the day asks about; nothing where a card of this month has asked already. */
export async function findQuietEvents(
  deps: Pick<Deps, 'ledger'>,
  { personIds, directory, on }: { personIds: readonly string[]; directory: Directory; on: CivilDate },
): Promise<ReadonlyMap<string, readonly QuietEvent[]>> {
  const unasked = await notAskedThisMonth(deps, personIds, on);
  const tasks = unasked.length === 0 ? [] : await deps.ledger.loadEventTasks();
  if (tasks.length === 0) return new Map();
  const taskIds = tasks.map(({ id }) => id);
  const [plans, parts] = await Promise.all([
    deps.ledger.listPlans(),
    deps.ledger.findParts({ taskIds, ruleKinds: ['within'], withReplies: false }),
  ]);
  const rowsOf = groupBy(tasks, ({ planId }) => planId);
  const rows = plans.map((plan) => ({ plan, tasks: rowsOf.get(plan.id) ?? [] }));
  return new Map(
    unasked
      .map((personId) => [personId, quietEvents({ plans: rows, parts, directory, personId, today: on })] as const)
      .filter(([, events]) => events.length > 0),
  );
}

async function notAskedThisMonth(
  { ledger }: Pick<Deps, 'ledger'>,
  personIds: readonly string[],
  on: CivilDate,
): Promise<readonly string[]> {
  const cards = await ledger.findCardsAbout(personIds.map((id) => tellingSubject(id, on)));
  const asked = new Set(
    cards.filter(({ messageId, ui }) => messageId !== null && ui.quiet).map(({ personId }) => personId),
  );
  return personIds.filter((id) => !asked.has(id));
}

/** The line on a card as it stands now: what was registered since is asked about no more. */
export async function quietLine(
  { ledger }: Pick<Deps, 'ledger'>,
  { ui: { quiet }, on }: SentCard,
): Promise<{ readonly events: readonly string[]; readonly none: boolean } | null> {
  if (!quiet) return null;
  const taskIds = quiet.events.map(({ taskId }) => taskId);
  const parts = await ledger.findParts({ taskIds, ruleKinds: ['within'], withReplies: false });
  const open = quiet.events.filter((each) => !wasRegistered(parts, each, addMonths(on, -1)));
  return open.length === 0 ? null : { events: [...new Set(open.map(({ event }) => event))], none: quiet.none };
}

/** 本月没有 (零报告): recorded with whoever says so. The same press again changes nothing. */
export async function reportNone(
  deps: Pick<Deps, 'clock' | 'ledger'>,
  { card, personId, eventId }: { readonly card: SentCard; readonly personId: string; readonly eventId: string },
): Promise<void> {
  const { quiet } = card.ui;
  if (!quiet || quiet.none) return;
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { ...card.ui, quiet: { ...quiet, none: true } } }],
    audit: quiet.events.map(({ taskId, event }) => ({
      actor: personId,
      action: 'event.none',
      subject: { type: 'task', id: taskId },
      detail: { month: monthOfDay(card.on), event },
    })),
  });
}
