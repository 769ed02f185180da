import type { FanOutCount } from '../../cards/fan-out/fan-out-link.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { groupBy } from '../../domain/group-by.ts';
import { fanOutOf, leadOfficeOf } from '../../domain/ledger/fan-out.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { Deps } from '../deps.ts';

/** By part id, how the other offices stand, for those parts that are their row's lead's own. One query, whatever their number. */
export async function countFanOuts(
  deps: Pick<Deps, 'ledger'>,
  directory: Directory,
  parts: readonly Part[],
): Promise<ReadonlyMap<string, FanOutCount>> {
  const leading = parts.filter((part) => leadOfficeOf(directory, part)?.id === part.officeId);
  if (leading.length === 0) return new Map();
  const found = await deps.ledger.findParts({
    occurrenceIds: leading.map(({ occurrenceId }) => occurrenceId),
    withReplies: false,
  });
  const byOccurrence = groupBy(found, ({ occurrenceId }) => occurrenceId);
  return new Map(
    leading.map((part): [string, FanOutCount] => {
      const { done, missing } = fanOutOf(byOccurrence.get(part.occurrenceId) ?? [], part.officeId);
      return [part.id, { taskId: part.taskId, done: done.length, total: done.length + missing.length }];
    }),
  );
}
