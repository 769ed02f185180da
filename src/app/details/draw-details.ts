import { detailsCard } from '../../cards/details-card.ts';
import { civilDateOf, instantFromMs } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { digestRows, officesSeen } from '../../domain/reports/digest-details.ts';
import { reportedWeek, weekOf } from '../../domain/reports/weekly-digest.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { loadDigestParts } from '../load-digest-parts.ts';
import { isAdministrator } from '../review/administrator.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'directory' | 'settings' | 'admins'>;

const ROWS_PER_PAGE = 8;

/** The rows behind one number of a digest, as far as the person whose card it is may see them. */
export async function drawDetails(
  deps: Needs,
  card: SentCard,
): Promise<{ readonly card: CardJson; readonly open: true; readonly formOpen: false }> {
  const now = deps.clock.now();
  const today = civilDateOf(now);
  const [directory, calendar] = await Promise.all([deps.directory.load(), loadCalendar(deps)]);
  const person = directory.people.find(({ id }) => id === card.personId);
  const own = officesSeen(directory, {
    personId: card.personId,
    isAdministrator: await isAdministrator(deps, person?.openId ?? ''),
  });
  const of = instantFromMs(Number(card.subject));
  // The weeks of an old digest lie before this one.
  const until = weekOf(today).to;
  const number = card.ui.number ?? 'overdue';
  // Everything that was ever closed is looked at only by whoever wants to see it.
  const closedOn = number === 'completion' ? undefined : reportedWeek(civilDateOf(of), calendar);
  const officeIds = own?.map(({ id }) => id);
  const parts = await loadDigestParts(deps, { until, closedOn, ...(officeIds && { officeIds }) });
  const rows = digestRows({ parts, of, today, calendar });
  const chosen = rows[number];
  const pages = Math.max(1, Math.ceil(chosen.length / ROWS_PER_PAGE));
  const page = Math.min(card.ui.page ?? 1, pages);
  const json = detailsCard({
    cardId: card.id,
    number,
    counts: {
      completion: number === 'completion' ? rows.completion.length : null,
      overdue: rows.overdue.length,
      closed: rows.closed.length,
      dueNext: rows.dueNext.length,
    },
    rows: chosen.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE).map((part) => ({
      no: part.taskNo,
      text: part.taskText,
      officeName: part.officeName,
      dueOn: part.dueOn,
      closedOn: part.closedOn,
      state: part.state,
      percent: part.percent,
    })),
    page: { number: page, of: pages },
    onlyOffices: own === null ? null : own.map(({ name }) => name),
    at: now,
    digestAt: of,
    isOld: civilDateOf(of) !== today,
  });
  return { card: json, open: true, formOpen: false };
}
