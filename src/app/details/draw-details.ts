import { detailsCard, type PartLine, type SubmissionLine } from '../../cards/details-card.ts';
import { ROWS_PER_CARD } from '../../cards/fit-card.ts';
import { addMs, civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { submissionAt } from '../../domain/quotas/close-period.ts';
import { isLate, type Submission } from '../../domain/quotas/submission.ts';
import { sourceOf } from '../../domain/reports/details-source.ts';
import { officesSeen } from '../../domain/reports/digest-details.ts';
import type { ListedGroup, ListedPart, ListedRow } from '../../domain/reports/listing.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import type { Deps } from '../deps.ts';
import { isAdministrator } from '../review/administrator.ts';
import { listMonth } from './list-month.ts';
import { listWeek } from './list-week.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'quotas' | 'directory' | 'settings' | 'admins'>;

/** The rows behind one number of a report, as far as the person whose card it is may see them. */
export async function drawDetails(
  deps: Needs,
  card: SentCard,
): Promise<{ readonly card: CardJson; readonly open: true; readonly formOpen: false }> {
  const now = deps.clock.now();
  const directory = await deps.directory.load();
  const person = directory.people.find(({ id }) => id === card.personId);
  const own = officesSeen(directory, {
    personId: card.personId,
    isAdministrator: await isAdministrator(deps, person?.openId ?? ''),
  });
  const source = sourceOf(card.subject ?? '');
  const asked = {
    of: source.at,
    number: card.ui.number,
    officeIds: own?.map(({ id }) => id),
    page: card.ui.page ?? 1,
    size: ROWS_PER_CARD,
  };
  const listing =
    source.kind === 'week'
      ? await listWeek(deps, { ...asked, now })
      : await listMonth(deps, { ...asked, month: source.month });
  const json = detailsCard({
    cardId: card.id,
    source,
    number: listing.number,
    counts: listing.counts,
    groups: await groupsShown(deps, listing.groups, { directory, at: source.at }),
    page: listing.page,
    onlyOffices: own === null ? null : own.map(({ name }) => name),
    at: now,
    isOld: civilDateOf(source.at) !== civilDateOf(now),
    posted: listing.posted,
  });
  return { card: json, open: true, formOpen: false };
}

/** Submissions are loaded with their words for the page alone. */
async function groupsShown(
  { quotas }: Pick<Deps, 'quotas'>,
  groups: readonly ListedGroup[],
  { directory, at }: { readonly directory: Directory; readonly at: Instant },
) {
  const ids = groups.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === 'submission' ? [row.id] : [])));
  const found = ids.length === 0 ? [] : await quotas.findSubmissions({ ids });
  const submissions = new Map(found.map((submission) => [submission.id, submission]));
  const names = new Map(directory.offices.map(({ id, name }) => [id, name]));
  const lineOf = (row: ListedRow): readonly (PartLine | SubmissionLine)[] => {
    if (row.kind === 'part') return [partLine(row)];
    const submission = submissions.get(row.id);
    return submission ? [submissionLine(submission, { at, names, share: row.share })] : [];
  };
  return groups.map(({ name, count, rows }) => ({ name, count, rows: rows.flatMap(lineOf) }));
}

function partLine({ part, closedSince }: ListedPart): PartLine {
  const { taskNo, taskText, officeName, dueOn, closedOn, state, percent } = part;
  return { kind: 'part', no: taskNo, text: taskText, officeName, dueOn, closedOn, state, percent, closedSince };
}

function submissionLine(
  now: Submission,
  { at, names, share }: { readonly at: Instant; readonly names: ReadonlyMap<string, string>; readonly share: number },
): SubmissionLine {
  const { state } = submissionAt(now, addMs(at, 1)) ?? now;
  const { title, link, officeId, jointOfficeIds, eventOn } = now;
  return {
    kind: 'submission',
    title,
    link,
    officeName: names.get(officeId) ?? '',
    jointNames: jointOfficeIds.flatMap((id) => names.get(id) ?? []),
    eventOn,
    isLate: isLate(now),
    state,
    share,
    stateNow: now.state === state ? null : now.state,
  };
}
