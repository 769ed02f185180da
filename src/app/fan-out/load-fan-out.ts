import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { Directory, Office } from '../../domain/directory/directory.ts';
import { groupBy } from '../../domain/group-by.ts';
import { currentOccurrence, type FanOut, fanOutOf, leadOfficeOf } from '../../domain/ledger/fan-out.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { Deps } from '../deps.ts';

export interface LoadedFanOut extends FanOut {
  readonly directory: Directory;
  readonly lead: Office | null;
  /** Of the one occurrence that is shown, in the offices' order, with their answers. */
  readonly parts: readonly Part[];
  /** Earlier occurrences of the same rule in which somebody is missing: one part of each, and how many are. */
  readonly behind: readonly { readonly part: Part; readonly missing: number }[];
}

/**
 * How the offices of a row stand.
 *
 * @param partIds a card keeps to the occurrence that it showed first; without any, and where it is gone, the current one is taken
 * @returns undefined where the row has no parts in a plan in force
 */
export async function loadFanOut(
  deps: Pick<Deps, 'ledger' | 'directory'>,
  {
    taskId,
    partIds,
    today,
  }: { readonly taskId: string; readonly partIds: readonly string[]; readonly today: CivilDate },
): Promise<LoadedFanOut | undefined> {
  const [directory, all] = await Promise.all([
    deps.directory.load(),
    deps.ledger.findParts({ taskIds: [taskId], withReplies: false }),
  ]);
  const [first] = all;
  if (!first) return undefined;
  const lead = leadOfficeOf(directory, first);
  const leadId = lead?.id ?? null;
  const known = all.find(({ id }) => partIds.includes(id))?.occurrenceId;
  const occurrence = known ?? currentOccurrence(all, leadId, today)[0]?.occurrenceId;
  if (occurrence === undefined) return undefined;
  const parts = await deps.ledger.findParts({ occurrenceIds: [occurrence] });
  return { ...fanOutOf(parts, leadId), directory, lead, parts, behind: behindOf(all, parts, leadId) };
}

function behindOf(all: readonly Part[], [shown]: readonly Part[], leadId: string | null): LoadedFanOut['behind'] {
  if (!shown || shown.period === null || shown.dueOn === null) return [];
  const dueOn = shown.dueOn;
  const earlier = all.filter((part) => part.period !== null && part.dueOn !== null && part.dueOn < dueOn);
  return [...groupBy(earlier, ({ occurrenceId }) => occurrenceId).values()].flatMap((parts) => {
    const [part] = parts;
    const missing = fanOutOf(parts, leadId).missing.length;
    return part && missing > 0 ? [{ part, missing }] : [];
  });
}
